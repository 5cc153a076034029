@_spi(_Unicode) import Swift

/// Text without the differences that CASEI and ACCENTI do not count.
enum FoldedText {
  /// Returns the text by Unicode's full case folding (rows C and F of CaseFolding.txt).
  ///
  /// The standard library has no such table. Lower case of upper case of lower case is the same
  /// for every scalar, but for the dotless i, which folds to itself, and for Cherokee, which folds
  /// to its upper case.
  static func caseFolded(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      if scalar.isASCII {
        result.unicodeScalars.append(
          (0x41...0x5A).contains(scalar.value)
            ? Unicode.Scalar(UInt8(scalar.value | 0x20)) : scalar)
        continue
      }
      switch scalar.value {
      case 0x131, 0x13A0...0x13F5: result.unicodeScalars.append(scalar)
      case 0x13F8...0x13FD, 0xAB70...0xABBF: result += scalar.properties.uppercaseMapping
      default: result += lower(upper(scalar.properties.lowercaseMapping))
      }
    }
    return result
  }

  private static func lower(_ text: String) -> String {
    text.unicodeScalars.reduce(into: "") { $0 += $1.properties.lowercaseMapping }
  }

  private static func upper(_ text: String) -> String {
    text.unicodeScalars.reduce(into: "") { $0 += $1.properties.uppercaseMapping }
  }

  /// Returns the text without marks: decomposed canonically, marks left out, composed again.
  ///
  /// Arabic vowel signs and the hamza above or below a letter are marks; the stroke of ø is not.
  static func withoutAccents(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
    var bare = ""
    for scalar in text._nfd {
      switch scalar.properties.generalCategory {
      case .nonspacingMark, .spacingMark, .enclosingMark: continue
      default: bare.unicodeScalars.append(scalar)
      }
    }
    var result = ""
    for scalar in bare._nfc { result.unicodeScalars.append(scalar) }
    return result
  }
}
