/// Why bytes are not JSON, and where.
///
/// The text itself is never part of the message.
package struct JSONError: Error, Sendable, Hashable, CustomStringConvertible {
  package enum Reason: Sendable, Hashable {
    /// What the grammar wants at this place, and the byte found there (nil: the input ended).
    case expected(String, found: UInt8?)
    case notUTF8(UInt8)
    case controlCharacter(UInt8)
    case badEscape
    case badNumber
    case numberTooLarge
    case nestedTooDeep(limit: Int)
    case bytesAfterValue
  }

  package let reason: Reason
  /// The byte offset, 0-based.
  package let offset: Int
  /// 1-based; columns count Unicode scalars.
  package let line: Int
  package let column: Int

  init(_ reason: Reason, at offset: Int, in bytes: Span<UInt8>) {
    self.reason = reason
    self.offset = offset
    let place = TextPosition(of: offset, in: bytes)
    line = place.line
    column = place.column
  }

  /// What was found and what was expected.
  package var message: String { reason.message }

  package var description: String { "\(line):\(column): \(message)" }
}

extension JSONError.Reason {
  /// What was found and what was expected.
  package var message: String {
    switch self {
    case .expected(let what, let found):
      found.map { "expected \(what), found \(Self.name(of: $0))" }
        ?? "expected \(what), but the input ends here"
    case .notUTF8(let byte): UTF8Check.message(for: byte)
    case .controlCharacter(let byte):
      "control character \(Self.name(of: byte)) in a string; write it as an escape"
    case .badEscape: "a backslash that begins no JSON escape"
    case .badNumber: "not a JSON number"
    case .numberTooLarge: "the number is too large for a double"
    case .nestedTooDeep(let limit): "nested deeper than \(limit) levels"
    case .bytesAfterValue: "there is something after the end of the value"
    }
  }

  /// Punctuation is shown, letters and everything else are not: they may be a document's words.
  private static func name(of byte: UInt8) -> String {
    switch byte {
    case 0x0A: return "a line end"
    case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E:
      return "\"\(Character(Unicode.Scalar(byte)))\""
    case 0x30...0x39: return "a digit"
    case 0x41...0x5A, 0x61...0x7A: return "a letter"
    case 0x80...: return "a letter outside ASCII"
    default:
      let digits = String(byte, radix: 16, uppercase: true)
      return "0x\(byte < 16 ? "0" : "")\(digits)"
    }
  }
}
