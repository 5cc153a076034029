extension NormalizedText {
  /// The words of a span as they are written, without what a typesetter or another keyboard adds.
  ///
  /// For rules that look at the letters as written, finer than the folded key: vowel marks and tatweel
  /// are no letters, and Persian yeh and kaf are the Arabic ones.
  public func plainText(_ span: SourceSpan) -> String {
    String(decoding: PlainLetters.of(source[span.start..<span.end]), as: UTF8.self)
  }
}

/// Letters without marks.
public enum PlainLetters {
  /// Returns UTF-8 without Arabic vowel marks, tatweel and joiners, Persian yeh and kaf as Arabic ones.
  ///
  /// Linear in the bytes.
  public static func of(_ bytes: some Sequence<UInt8>) -> [UInt8] {
    var scalars = String.UnicodeScalarView()
    for scalar in String(decoding: Array(bytes), as: UTF8.self).unicodeScalars {
      switch scalar.value {
      case 0x0640, 0x064B...0x0652, 0x0670, 0x200B...0x200F, 0x202A...0x202E, 0x2066...0x2069:
        continue
      case 0x06CC: scalars.append("\u{064A}")
      case 0x06A9: scalars.append("\u{0643}")
      default: scalars.append(scalar)
      }
    }
    return Array(String(scalars).utf8)
  }
}
