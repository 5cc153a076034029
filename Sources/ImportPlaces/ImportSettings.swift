/// What an import is asked to do.
package struct ImportSettings: Sendable {
  /// Files, read in this order.
  package var inputs: [String]
  /// The folder to write.
  package var overlay: String
  /// The import's own word: in front of its ids, and in the column `source`.
  package var source: String
  /// Whether mountains, lakes, airports and the like are taken over too.
  package var takesLandmarks = false
  /// Reports what would be done and writes nothing.
  package var isDryRun = false
  /// The variant that imported outlines get; by default the source's.
  package var variant: String?

  package init(inputs: [String], overlay: String, source: String) {
    self.inputs = inputs
    self.overlay = overlay
    self.source = source
  }

  /// The beginning of all ids that this import makes: they are its own to replace.
  ///
  /// No word has the low line, so that no prefix begins another one.
  var prefix: String { source + "_" }

  /// Returns a text as the word of an import: small letters, digits and hyphens.
  package static func word(_ text: String) -> String {
    var result = ""
    for byte in text.utf8 {
      switch byte {
      case 65...90: result.unicodeScalars.append(Unicode.Scalar(byte + 32))
      case 48...57, 97...122: result.unicodeScalars.append(Unicode.Scalar(byte))
      default: if result.last != "-", !result.isEmpty { result.append("-") }
      }
    }
    while result.last == "-" { result.removeLast() }
    return result
  }
}
