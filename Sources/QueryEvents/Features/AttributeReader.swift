import Files
import Model

/// Reads the values of properties as their columns hold them.
struct AttributeReader {
  /// How the values of a column are read.
  enum Form: UInt8, Sendable {
    /// Not at all.
    case unwanted
    case boolean, integer, real
    /// Texts: as they are, days and instants too.
    case string
    /// Texts, numbers as they are spelled, words.
    case text
    /// JSON without blanks.
    case json

    init(_ column: AttributeColumn) {
      switch column.kind {
      case .boolean: self = .boolean
      case .integer: self = .integer
      case .real: self = .real
      case .date, .instant: self = .string
      case .text, .bytes: self = column.isJSON ? .json : .text
      }
    }
  }

  /// Resolves the escapes of strings; kept for its buffer.
  private var strings = JSONReader()
  private var compact: [UInt8] = []

  /// Reads a value, or passes one that is of no kind which the column holds.
  @inline(__always)
  mutating func value(
    _ form: Form, _ cursor: inout JSONCursor, _ bytes: Span<UInt8>
  ) throws(GeoJSONFault) -> AttributeValue? {
    let start = cursor.index
    let first = cursor.peek(bytes)
    if form == .json {
      if first == UInt8(ascii: "n") {
        _ = try cursor.word(bytes)
        return .null
      }
      try cursor.skipValue(bytes)
      return .text(compacted(bytes, start..<cursor.index))
    }
    switch first {
    case UInt8(ascii: "\""):
      if form == .string || form == .text { return .text(try string(&cursor, bytes)) }
    case UInt8(ascii: "-"), 0x30...0x39:
      return try number(form, &cursor, bytes)
    case UInt8(ascii: "n"):
      _ = try cursor.word(bytes)
      return .null
    case UInt8(ascii: "t"), UInt8(ascii: "f"):
      let isTrue = try cursor.word(bytes) == UInt8(ascii: "t")
      if form == .boolean { return .boolean(isTrue) }
      return form == .text ? .text(isTrue ? "true" : "false") : nil
    default: break
    }
    try cursor.skipValue(bytes)
    return nil
  }

  @inline(__always)
  private func number(
    _ form: Form, _ cursor: inout JSONCursor, _ bytes: Span<UInt8>
  ) throws(GeoJSONFault) -> AttributeValue? {
    if form == .real {
      let start = cursor.index
      guard let value = NumberScanner.scan(bytes, &cursor.index, bytes.count) else {
        throw GeoJSONFault(.badNumber, at: cursor.index)
      }
      guard value.isFinite else { throw GeoJSONFault(.numberTooLarge, at: start) }
      return .real(value)
    }
    let number = try cursor.number(bytes)
    switch form {
    case .integer: return number.integer(bytes).map { .integer($0) }
    case .text: return .text(TextBytes.string(bytes, number.range))
    default: return nil
    }
  }

  /// Reads a string, with its escapes resolved.
  @inline(__always)
  mutating func string(
    _ cursor: inout JSONCursor, _ bytes: Span<UInt8>
  ) throws(GeoJSONFault) -> String {
    let start = cursor.index
    let text = try cursor.string(bytes)
    guard text.hasEscapes else { return TextBytes.string(bytes, text.range) }
    do {
      return try strings.string(bytes, at: start)
    } catch {
      throw GeoJSONFault(error.reason, at: error.offset)
    }
  }

  /// Returns a value as it is spelled, without the blanks between its parts.
  private mutating func compacted(_ bytes: Span<UInt8>, _ range: Range<Int>) -> String {
    compact.removeAll(keepingCapacity: true)
    var isInString = false
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = bytes[index]
      index += 1
      if byte <= 0x20, !isInString { continue }
      compact.append(byte)
      if byte == UInt8(ascii: "\"") {
        isInString.toggle()
      } else if byte == UInt8(ascii: "\\"), index < range.upperBound {
        compact.append(bytes[index])
        index += 1
      }
    }
    return TextBytes.string(compact.span, 0..<compact.count)
  }
}

extension JSONCursor.Number {
  /// Whether it is a whole number that `Int` holds.
  @inline(__always)
  func fitsInteger(_ bytes: Span<UInt8>) -> Bool {
    // A sign and 17 digits, or 18: they always fit.
    isWhole && (range.count <= 18 || integer(bytes) != nil)
  }

  /// The number when it is whole and `Int` holds it.
  @inline(__always)
  func integer(_ bytes: Span<UInt8>) -> Int? {
    guard isWhole else { return nil }
    return NumberScanner.integer(bytes, range) ?? Int(TextBytes.string(bytes, range))
  }
}
