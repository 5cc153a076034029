import Files
import Geometry
import Model

/// The second walk: makes each feature and hands it out.
struct FeatureBuilder: FeatureVisitor {
  private let forms: [AttributeReader.Form]
  private let body: (Feature) throws -> Bool
  private var keys: PropertyKeys
  private var reader = AttributeReader()
  private let geometries = GeometryReader(makesShapes: true, isCareful: false)
  /// Made once: its array serves again when nobody has kept it.
  private var feature: Feature
  /// Columns whose last value is not of their kind, and where it stands: that of a key or a member
  /// which comes once more does not count.
  private var unfitting: [Int: Int] = [:]

  init(
    columns: [AttributeColumn], wanted: [Int]?, keys: PropertyKeys,
    body: @escaping (Feature) throws -> Bool
  ) {
    var forms = columns.map { AttributeReader.Form($0) }
    if let wanted {
      let wanted = Set(wanted)
      for column in forms.indices where !wanted.contains(column) { forms[column] = .unwanted }
    }
    self.forms = forms
    self.keys = keys
    self.body = body
    feature = Feature(
      id: nil, geometry: nil, values: [AttributeValue](repeating: .null, count: columns.count))
  }

  mutating func begin() {
    feature.id = nil
    feature.geometry = nil
    Self.clear(&feature.values)
    if !unfitting.isEmpty { unfitting = [:] }
  }

  private static func clear(_ values: inout [AttributeValue]) {
    var values = values.mutableSpan
    for column in values.indices { values[column] = .null }
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
      feature.id = .text(try reader.string(&cursor, bytes))
    case UInt8(ascii: "-"), 0x30...0x39:
      let number = try cursor.number(bytes)
      feature.id =
        number.integer(bytes).map { .number($0) } ?? .text(TextBytes.string(bytes, number.range))
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
    try Self.read(
      into: &feature.values, forms, &keys, &reader, &unfitting, &cursor, bytes)
  }

  /// Reads the members of `properties`.
  ///
  /// A function of the parts, so that the array is looked at as a span: an assignment need not ask
  /// each time whether somebody shares it.
  private static func read(
    into values: inout [AttributeValue], _ forms: [AttributeReader.Form],
    _ keys: inout PropertyKeys, _ reader: inout AttributeReader, _ unfitting: inout [Int: Int],
    _ cursor: inout JSONCursor, _ bytes: Span<UInt8>
  ) throws(GeoJSONFault) {
    var values = values.mutableSpan
    repeat {
      let column = try keys.column(&cursor, bytes)
      try cursor.colon(bytes)
      let start = cursor.index
      guard column < forms.count else {
        unfitting[column] = start
        try cursor.skipValue(bytes)
        continue
      }
      if forms[column] == .unwanted {
        try cursor.skipValue(bytes)
      } else if let value = try reader.value(forms[column], &cursor, bytes) {
        values[column] = value
        if !unfitting.isEmpty { unfitting[column] = nil }
      } else {
        unfitting[column] = start
      }
    } while try cursor.nextMember(bytes)
  }
}
