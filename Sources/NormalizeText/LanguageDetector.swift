/// Tells the language of a text by its letters.
package enum LanguageDetector {
  /// Returns `ar`, `ckb` or `en`.
  ///
  /// Arabic script is Sorani when the letters that Arabic lacks (U+06D5, U+06CE, U+06C6, U+0695,
  /// U+06B5, and the legacy pair heh with zero-width non-joiner) are more than one in forty. Linear.
  package static func language(of bytes: [UInt8]) -> String {
    var arabic = 0
    var sorani = 0
    var latin = 0
    var index = 0
    let span = bytes.span
    while index < span.count {
      let byte = span[index]
      if byte < 0x80 {
        if (65...90).contains(byte) || (97...122).contains(byte) { latin += 1 }
        index += 1
      } else if (0xD8...0xDB).contains(byte), index + 1 < span.count {
        arabic += 1
        let next = span[index + 1]
        switch (byte, next) {
        case (0xDB, 0x95), (0xDB, 0x8E), (0xDB, 0x86), (0xDA, 0x95), (0xDA, 0xB5): sorani += 1
        case (0xD9, 0x87):
          if index + 4 < span.count, span[index + 2] == 0xE2, span[index + 3] == 0x80,
            span[index + 4] == 0x8C
          {
            sorani += 1
          }
        default: break
        }
        index += 2
      } else {
        index += 1
      }
    }
    if latin > arabic { return "en" }
    return sorani * 40 > arabic ? "ckb" : "ar"
  }
}
