import Glibc

/// Makes strings and compares them at the edge between bytes and text.
package enum TextBytes {
  /// Returns the bytes of a range as a string; bad bytes become U+FFFD.
  package static func string(_ bytes: Span<UInt8>, _ range: Range<Int>) -> String {
    let part = bytes.extracting(range)
    guard let text = try? UTF8Span(validating: part) else {
      return unsafe part.withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) }
    }
    return String(copying: text)
  }

  /// Returns the bytes of a range that are known to be UTF-8 as a string.
  static func valid(_ bytes: Span<UInt8>, _ range: Range<Int>) -> String {
    unsafe String(copying: UTF8Span(unchecked: bytes.extracting(range)))
  }

  /// Returns whether two runs of bytes are equal.
  package static func equal(_ first: Span<UInt8>, _ second: Span<UInt8>) -> Bool {
    guard first.count == second.count else { return false }
    return unsafe first.withUnsafeBytes { left in
      unsafe second.withUnsafeBytes { right in
        guard let left = left.baseAddress, let right = right.baseAddress else { return true }
        return unsafe memcmp(left, right, first.count) == 0
      }
    }
  }

  /// Returns whether the bytes of a range are those of a text.
  package static func equal(_ bytes: Span<UInt8>, _ range: Range<Int>, _ text: String) -> Bool {
    let other = text.utf8
    guard other.count == range.count else { return false }
    var index = range.lowerBound
    for byte in other {
      if bytes[index] != byte { return false }
      index += 1
    }
    return true
  }
}

extension [UInt8] {
  /// Appends the UTF-8 of a text that stands in the source.
  ///
  /// Linear in its length.
  package mutating func append(_ text: StaticString) {
    unsafe append(
      contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }
}
