import Files

/// Tells the language of a text by its letters.
package enum LanguageDetector {
  /// Returns `ar`, `ckb` or `en`.
  ///
  /// Arabic script is Sorani when the letters that Arabic lacks (`ByteCensus.Letters.sorani`) are more than
  /// one in forty. Linear.
  package static func language(of bytes: [UInt8]) -> String {
    let letters = ByteCensus.letters(in: bytes.span)
    if letters.latin > letters.arabic { return "en" }
    return letters.sorani * 40 > letters.arabic ? "ckb" : "ar"
  }
}
