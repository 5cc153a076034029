/// Which characters make up the words of the text encoding (OGC 21-065r2, annex B).
enum FilterCharacters {
  /// Whether a name may begin with it: letters of all scripts, colon and low line.
  static func isNameStart(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x3A, 0x5F, 0x41...0x5A, 0x61...0x7A: true
    case 0x00C0...0x00D6, 0x00D8...0x00F6, 0x00F8...0x02FF, 0x0370...0x037D, 0x037F...0x1FFE:
      // The only blank inside these ranges.
      scalar.value != 0x1680
    case 0x200C...0x200D, 0x2070...0x218F, 0x2C00...0x2FEF, 0x3001...0xD7FF, 0xF900...0xFDCF,
      0xFDF0...0xFFFD, 0x10000...0xEFFFF:
      true
    default: false
    }
  }

  /// Whether a name may go on with it.
  static func isNamePart(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x2E, 0x30...0x39, 0x0300...0x036F, 0x203F...0x2040: true
    default: isNameStart(scalar)
    }
  }

  static func isDigit(_ scalar: Unicode.Scalar) -> Bool { (0x30...0x39).contains(scalar.value) }

  static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F,
      0x3000:
      true
    default: false
    }
  }

  /// What stands behind a backslash in a string, and what is meant.
  static let escapes: [Unicode.Scalar: Unicode.Scalar] = [
    "'": "'", "\\": "\\", "a": "\u{7}", "b": "\u{8}", "t": "\t", "n": "\n", "v": "\u{B}",
    "f": "\u{C}", "r": "\r",
  ]

  /// Whether a name needs no quotes in the text encoding.
  static func isPlainName(_ name: String) -> Bool {
    guard let first = name.unicodeScalars.first, isNameStart(first),
      name.unicodeScalars.allSatisfy(isNamePart)
    else { return false }
    let word = name.lowercasedASCII
    return !FilterWords.reserved.contains(word) && !FilterWords.openers.contains(word)
      && GeometryKind.byWord[word] == nil
  }
}
