import Model

/// The first walk: counts features, checks their parts, finds out what each property holds.
struct ColumnSurvey: FeatureVisitor {
  /// What values of a property were met, as bits.
  private enum Kinds {
    static let null: UInt8 = 1
    static let boolean: UInt8 = 2
    static let integer: UInt8 = 4
    static let real: UInt8 = 8
    static let date: UInt8 = 16
    static let instant: UInt8 = 32
    static let text: UInt8 = 64
    static let structure: UInt8 = 128
  }

  private(set) var keys = PropertyKeys()
  private(set) var count = 0
  /// Of the columns, over all features that have ended.
  private var kinds: [UInt8] = []
  /// What the present feature adds to its columns; 0 where that is nothing new, as nearly always.
  private var added: [UInt8] = []
  /// The columns to which it adds something.
  private var touched: [Int] = []
  private let geometries = GeometryReader(makesShapes: false, isCareful: false)

  mutating func begin() {
    if !touched.isEmpty { forget() }
    if keys.count > kinds.count { keys.truncate(to: kinds.count) }
  }

  private mutating func forget() {
    for column in touched { added[column] = 0 }
    touched.removeAll(keepingCapacity: true)
  }

  mutating func end() throws -> Bool {
    while kinds.count < keys.count { kinds.append(0) }
    if !touched.isEmpty {
      for column in touched { kinds[column] |= added[column] }
      forget()
    }
    count += 1
    return true
  }

  mutating func geometry(
    _ cursor: inout JSONCursor, _ bytes: Span<UInt8>, isCareful: Bool
  ) throws(GeoJSONFault) {
    var reader = geometries
    reader.isCareful = isCareful
    _ = try reader.shape(&cursor, bytes)
  }

  mutating func identifier(
    _ cursor: inout JSONCursor, _ bytes: Span<UInt8>
  ) throws(GeoJSONFault) {
    switch cursor.peek(bytes) {
    case UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: "t"), UInt8(ascii: "f"):
      throw Self.badIdentifier(cursor.index)
    default: try cursor.skipScalar(bytes)
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
      let known = column < kinds.count ? kinds[column] : 0
      let kind = try Self.kind(known, &cursor, bytes)
      if known & kind == 0 || !touched.isEmpty { note(column, kind, known) }
    } while try cursor.nextMember(bytes)
  }

  /// Notes a kind that is new to a column.
  ///
  /// A key that is there twice: what its last value is counts.
  @inline(never)
  private mutating func note(_ column: Int, _ kind: UInt8, _ known: UInt8) {
    while added.count <= column { added.append(0) }
    if known & kind != 0 {
      added[column] = 0
    } else {
      if added[column] == 0 { touched.append(column) }
      added[column] = kind
    }
  }

  /// Passes a value and says what it is; `known` is what values of its column were.
  @inline(__always)
  private static func kind(
    _ known: UInt8, _ cursor: inout JSONCursor, _ bytes: Span<UInt8>
  ) throws(GeoJSONFault) -> UInt8 {
    switch cursor.peek(bytes) {
    case UInt8(ascii: "\""):
      let text = try cursor.string(bytes)
      // Once it is text it stays text, whatever day another one may name.
      return known & Kinds.text != 0 ? Kinds.text : kind(of: text, bytes)
    case UInt8(ascii: "-"), 0x30...0x39:
      let number = try cursor.number(bytes)
      return number.fitsInteger(bytes) ? Kinds.integer : Kinds.real
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      try cursor.skipValue(bytes)
      return Kinds.structure
    default:
      return try cursor.word(bytes) == UInt8(ascii: "n") ? Kinds.null : Kinds.boolean
    }
  }

  private static func kind(of text: JSONCursor.Text, _ bytes: Span<UInt8>) -> UInt8 {
    if text.hasEscapes {
      let string = Array(text.string(bytes).utf8)
      return kind(string.span, 0..<string.count)
    }
    return kind(bytes, text.range)
  }

  private static func kind(_ bytes: Span<UInt8>, _ range: Range<Int>) -> UInt8 {
    guard CalendarText.startsWithDay(bytes, range) else { return Kinds.text }
    if range.count == CalendarText.dayLength { return Kinds.date }
    return CalendarText.continuesAsInstant(bytes, range) ? Kinds.instant : Kinds.text
  }

  /// The columns in order of their first appearance, each with the kinds of its values.
  var columns: [(column: AttributeColumn, kinds: UInt8)] {
    zip(keys.names, kinds).map { (Self.column($0, $1), $1) }
  }

  /// The column that holds values of these kinds; kinds of several layers are joined by their bits.
  static func column(_ name: String, _ kinds: UInt8) -> AttributeColumn {
    let values = kinds & ~Kinds.null
    if values & Kinds.structure != 0 { return AttributeColumn(name, .text, isJSON: true) }
    let kind: AttributeKind =
      switch values {
      case Kinds.boolean: .boolean
      case Kinds.integer: .integer
      case Kinds.real, Kinds.real | Kinds.integer: .real
      case Kinds.date: .date
      case Kinds.instant: .instant
      default: .text
      }
    return AttributeColumn(name, kind)
  }
}
