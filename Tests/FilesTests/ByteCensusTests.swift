import Files
import Testing

/// Against plain loops, on texts that begin at every place of a word.
@Suite struct `Byte census` {
  static let texts = [
    "", "a", "Khanaqin, 12 May", "خانقين في ديالى", "لە هەولێر ڕووداوێک ڕوویدا، گەڵ",
    "ه\u{200C}ه ه\u{200C}",
    "[@`{z}ZA] é ß – “x” 😀 ۆێ", "\u{200C}ه", "ابجد\u{2026} abc ڵ", "پێشمەرگە–هێز",
  ]

  private func letters(_ text: String) -> ByteCensus.Letters {
    var letters = ByteCensus.Letters()
    var last: Unicode.Scalar = " "
    for scalar in text.unicodeScalars {
      if scalar.isASCII, scalar.properties.isAlphabetic { letters.latin += 1 }
      if (0x600...0x6FF).contains(scalar.value) { letters.arabic += 1 }
      if [0x6D5, 0x6CE, 0x6C6, 0x695, 0x6B5].contains(scalar.value) { letters.sorani += 1 }
      if scalar.value == 0x200C, last.value == 0x647 { letters.sorani += 1 }
      last = scalar
    }
    return letters
  }

  @Test(arguments: 0..<17)
  func `counts are those of the scalars`(shift: Int) {
    for first in Self.texts {
      for second in Self.texts {
        let text = String(repeating: ".", count: shift) + first + second
        let bytes = Array(text.utf8)
        #expect(ByteCensus.scalars(in: bytes.span) == text.unicodeScalars.count)
        #expect(ByteCensus.letters(in: bytes.span) == letters(text))
      }
    }
  }
}
