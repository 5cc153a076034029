import Model
import Testing

@Suite struct `Plain letters` {
  @Test(arguments: [
    ("هيت", "هيت"), ("هِيـت", "هيت"), ("الصینیة", "الصينية"), ("کرکوک", "كركوك"),
    ("على", "على"), ("بناءً", "بناء"), ("\u{202B}عنه\u{202C}", "عنه"), ("Mosul", "Mosul"), ("", ""),
  ])
  func `have no marks and the letters of one keyboard`(_ written: String, _ plain: String) {
    #expect(String(decoding: PlainLetters.of(written.utf8), as: UTF8.self) == plain)
  }
}
