import Files
import Geometry
import Model

/// The second walk: makes each feature and hands it out.
struct FeatureBuilder: FeatureVisitor {
  private let columns: [AttributeColumn]
  /// Which columns are asked for.
  private let isWanted: [Bool]
  private let body: (Feature) throws -> Bool
  private var keys: PropertyKeys
  private var feature: Feature
  private let geometries = GeometryReader(makesShapes: true, isCareful: false)
  /// Resolves the escapes of strings; kept for its buffer.
  private var strings = JSONReader()
  private var compact: [UInt8] = []
  /// Columns whose last value is not of their kind, and where it stands: that of a key or a member
  /// which comes once more does not count.
  private var unfitting: [Int: Int] = [:]

  init(
    columns: [AttributeColumn], wanted: [Int]?, keys: PropertyKeys,
    body: @escaping (Feature) throws -> Bool
  ) {
    self.columns = columns
    var isWanted = [Bool](repeating: wanted == nil, count: columns.count)
    for column in wanted ?? [] { isWanted[column] = true }
    self.isWanted = isWanted
    self.keys = keys
    self.body = body
    feature = Feature(
      id: nil, geometry: nil, values: [AttributeValue](repeating: .null, count: columns.count))
  }

  mutating func begin() {
    feature.id = nil
    feature.geometry = nil
    for column in feature.values.indices { feature.values[column] = .null }
    if !unfitting.isEmpty { unfitting = [:] }
  }

  mutating func end() throws -> Bool {
    if let offset = unfitting.values.min() {
      // What the first walk has found is not what is here now.
      throw GeoJSONFault(.changed, at: offset, "the file was changed while it was read; ask again")
    }
    return try body(feature)
  }

  mutating func geometry(
    _ cursor: inout JSONCursor, _ bytes: Span<UInt8>, isCareful: Bool
  ) throws(GeoJSONFault) {
    var reader = geometries
    reader.isCareful = isCareful
    feature.geometry = try reader.shape(&cursor, bytes)
  }

  mutating func identifier(
    _ cursor: inout JSONCursor, _ bytes: Span<UInt8>
  ) throws(GeoJSONFault) {
    let start = cursor.index
    switch cursor.peek(bytes) {
    case UInt8(ascii: "\""):
      feature.id = .text(try string(&cursor, bytes))
    case UInt8(ascii: "-"), 0x30...0x39:
      let number = try cursor.number(bytes)
      feature.id =
        Self.integer(number, bytes).map { .number($0) }
        ?? .text(TextBytes.string(bytes, number.range))
    case UInt8(ascii: "n"):
      _ = try cursor.word(bytes)
      feature.id = nil
    default: throw Self.badIdentifier(start)
    }
  }

  mutating func properties(
    _ cursor: inout JSONCursor, _ bytes: Span<UInt8>
  ) throws(GeoJSONFault) {
    guard try entersProperties(&cursor, bytes) else { return }
    keys.begin()
    repeat {
      let column = try keys.column(&cursor, bytes)
      try cursor.colon(bytes)
      if column >= columns.count {
        unfitting[column] = cursor.index
        try cursor.skipValue(bytes)
      } else if isWanted[column] {
        let start = cursor.index
        if let value = try value(columns[column], &cursor, bytes) {
          feature.values[column] = value
          if !unfitting.isEmpty { unfitting[column] = nil }
        } else {
          unfitting[column] = start
        }
      } else {
        try cursor.skipValue(bytes)
      }
    } while try cursor.nextMember(bytes)
  }

  /// Reads a value as its column holds it, or passes one that is of no kind which it holds.
  private mutating func value(
    _ column: AttributeColumn, _ cursor: inout JSONCursor, _ bytes: Span<UInt8>
  ) throws(GeoJSONFault) -> AttributeValue? {
    let start = cursor.index
    let first = cursor.peek(bytes)
    if first == UInt8(ascii: "n") {
      _ = try cursor.word(bytes)
      return .null
    }
    if column.isJSON {
      try cursor.skipValue(bytes)
      return .text(compacted(bytes, start..<cursor.index))
    }
    switch (first, column.kind) {
    case (UInt8(ascii: "\""), .text), (UInt8(ascii: "\""), .date), (UInt8(ascii: "\""), .instant):
      return .text(try string(&cursor, bytes))
    case (UInt8(ascii: "t"), .boolean), (UInt8(ascii: "f"), .boolean):
      return .boolean(try cursor.word(bytes) == UInt8(ascii: "t"))
    case (UInt8(ascii: "t"), .text), (UInt8(ascii: "f"), .text):
      return .text(try cursor.word(bytes) == UInt8(ascii: "t") ? "true" : "false")
    case (UInt8(ascii: "-"), .integer), (0x30...0x39, .integer):
      return Self.integer(try cursor.number(bytes), bytes).map { .integer($0) }
    case (UInt8(ascii: "-"), .real), (0x30...0x39, .real):
      guard let value = NumberScanner.scan(bytes, &cursor.index, bytes.count) else {
        throw GeoJSONFault(.badNumber, at: cursor.index)
      }
      guard value.isFinite else { throw GeoJSONFault(.numberTooLarge, at: start) }
      return .real(value)
    case (UInt8(ascii: "-"), .text), (0x30...0x39, .text):
      return .text(TextBytes.string(bytes, try cursor.number(bytes).range))
    default:
      try cursor.skipValue(bytes)
      return nil
    }
  }

  private static func integer(_ number: JSONCursor.Number, _ bytes: Span<UInt8>) -> Int? {
    guard number.isWhole else { return nil }
    return NumberScanner.integer(bytes, number.range) ?? Int(TextBytes.string(bytes, number.range))
  }

  private mutating func string(
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
