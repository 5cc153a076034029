internal import Files
internal import Model

/// Says where a document stops being UTF-8, and what may be the reason.
enum UTF8Failure {
  /// Returns the finding about the first bad byte, or nil when there is none.
  ///
  /// `start` is the place of the first byte within its file.
  static func find(
    _ bytes: Span<UInt8>, path: String, start: TextPosition = TextPosition(), hint: String = ""
  ) -> Diagnostic? {
    guard let offset = UTF8Check.firstInvalid(in: bytes) else { return nil }
    var place = start
    place.advance(over: bytes, 0..<offset)
    var message = UTF8Check.message(for: bytes[offset])
    if offset == 0, bytes.count >= 2, isUTF16(bytes[0], bytes[1]) {
      message += "; the file is UTF-16: convert it with iconv -f UTF-16 -t UTF-8"
    } else {
      message += hint
    }
    return Diagnostic(.error, .notUTF8, message, path: path, at: place)
  }

  private static func isUTF16(_ first: UInt8, _ second: UInt8) -> Bool {
    (first == 0xFF && second == 0xFE) || (first == 0xFE && second == 0xFF)
  }
}
