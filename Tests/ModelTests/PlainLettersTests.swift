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

  @Test(arguments: [(3, 7, 3..<7), (7, 7, 7..<7), (7, 3, 7..<7)])
  func `between two things that overlap is nothing`(_ end: Int, _ start: Int, _ gap: Range<Int>) {
    #expect(Range.between(end, start) == gap)
  }
}
