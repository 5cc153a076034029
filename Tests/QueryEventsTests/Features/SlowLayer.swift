import Files
import Geometry
import Model

@testable import QueryEvents

/// The slow twin of `GeoJSONLayer`: whole trees of `JSONReader`, rules written plainly.
struct SlowLayer {
  struct Refused: Error {}

  private(set) var name: String?
  private(set) var columns: [AttributeColumn] = []
  private(set) var features: [Feature] = []
  private var hasCollection = false
  /// The values of each feature before their columns are known.
  private var rows: [[(name: String, value: JSONValue)]] = []

  init(_ bytes: [UInt8]) throws {
    let values = try Self.objects(bytes)
    if values.isEmpty { throw Refused() }
    for value in values { try add(value) }
    describe()
    for index in features.indices {
      features[index].values = columns.map { column in
        let value = rows[index].last { $0.name == column.name }?.value ?? .null
        return Self.attribute(value, column)
      }
    }
  }

  /// Splits at line ends and record separators, wherever what stands before is a whole value.
  private static func objects(_ bytes: [UInt8]) throws -> [JSONValue] {
    var values: [JSONValue] = []
    var begun: [UInt8] = []
    func isBlank(_ bytes: [UInt8]) -> Bool {
      bytes.starts(with: [0xEF, 0xBB, 0xBF]) && values.isEmpty
        ? isBlank(Array(bytes.dropFirst(3)))
        : bytes.allSatisfy { [0x20, 0x09, 0x0A, 0x0D, 0x1E].contains($0) }
    }
    for byte in bytes {
      if byte == 0x0A || byte == 0x1E {
        if isBlank(begun) {
          if byte == 0x1E { begun = [] }
        } else if let value = try? parse(begun) {
          values.append(value)
          begun = []
        } else {
          begun.append(byte)
        }
      } else {
        begun.append(byte)
      }
    }
    if !isBlank(begun) { values.append(try parse(begun)) }
    return values
  }

  private static func parse(_ bytes: [UInt8]) throws -> JSONValue {
    try JSONReader.parse(bytes, nestingLimit: JSONCursor.deepest)
  }

  // MARK: Objects

  private mutating func add(_ value: JSONValue) throws {
    let type = value["type"]?.string
    if type == "FeatureCollection" {
      try Self.checkSystem(value)
      if !hasCollection, let text = value["name"]?.string, !text.isEmpty {
        name = text
      }
      hasCollection = true
      guard let parts = value["features"]?.elements else { throw Refused() }
      for part in parts { try add(feature: part) }
    } else if type == "Feature" {
      try add(feature: value)
    } else {
      features.append(Feature(id: nil, geometry: try Self.shape(value), values: []))
      rows.append([])
    }
  }

  private mutating func add(feature value: JSONValue) throws {
    guard value["type"]?.string == "Feature" else { throw Refused() }
    try Self.checkSystem(value)
    let properties = value["properties"] ?? .null
    guard properties.isNull || properties.members != nil else { throw Refused() }
    rows.append((properties.members ?? []).map { ($0.key, $0.value) })
    let geometry = value["geometry"] ?? .null
    features.append(
      Feature(
        id: try Self.identifier(value["id"] ?? .null),
        geometry: geometry.isNull ? nil : try Self.shape(geometry), values: []))
  }

  private static func identifier(_ value: JSONValue) throws -> Feature.Identifier? {
    switch value {
    case .null: return nil
    case .string(let text): return .text(text)
    case .number(_, let raw): return Int(raw).map { .number($0) } ?? .text(raw)
    default: throw Refused()
    }
  }

  private static func checkSystem(_ value: JSONValue) throws {
    guard let system = value["crs"], !system.isNull else { return }
    let code = system["properties"]?["code"]
    let name =
      system["properties"]?["name"]?.string
      ?? (code?.integer.map(String.init) ?? code?.string).map { "EPSG:\($0)" }
    guard let name, ReferenceSystem.isDegrees(name) else { throw Refused() }
  }

  // MARK: Geometries

  private static func shape(_ value: JSONValue) throws -> Shape? {
    guard value.members != nil, let type = value["type"]?.string else { throw Refused() }
    try checkSystem(value)
    if type == "GeometryCollection" {
      guard let member = value["geometries"] else { throw Refused() }
      if member.isNull { return nil }
      guard let parts = member.elements else { throw Refused() }
      let shapes = try parts.compactMap { try shape($0) }
      return shapes.isEmpty ? nil : .collection(shapes)
    }
    guard let coordinates = value["coordinates"] else { throw Refused() }
    let known = [
      "Point", "MultiPoint", "LineString", "MultiLineString", "Polygon", "MultiPolygon",
    ]
    guard known.contains(type) else { throw Refused() }
    if coordinates.isNull { return nil }
    switch type {
    case "Point": return try position(coordinates).map { .point($0) }
    case "MultiPoint":
      let points = try list(coordinates).compactMap(position)
      return points.isEmpty ? nil : .points(points)
    case "LineString":
      let points = try line(coordinates)
      return points.isEmpty ? nil : .lines(MultiLine([points]))
    case "MultiLineString":
      let lines = try list(coordinates).map(line).filter { !$0.isEmpty }
      return lines.isEmpty ? nil : .lines(MultiLine(lines))
    case "Polygon":
      let rings = try list(coordinates).map(ring)
      return rings.isEmpty ? nil : .polygons(MultiPolygon([Polygon(rings: rings)]))
    default:
      let polygons = try list(coordinates).map { try list($0).map(ring) }.filter { !$0.isEmpty }
      return polygons.isEmpty ? nil : .polygons(MultiPolygon(polygons.map { Polygon(rings: $0) }))
    }
  }

  private static func list(_ value: JSONValue) throws -> [JSONValue] {
    guard let elements = value.elements else { throw Refused() }
    return elements
  }

  private static func line(_ value: JSONValue) throws -> [Coordinate] {
    let points = try list(value).map { part in
      guard let point = try position(part) else { throw Refused() }
      return point
    }
    guard points.count != 1 else { throw Refused() }
    return points
  }

  private static func ring(_ value: JSONValue) throws -> [Coordinate] {
    let points = try line(value)
    guard points.count >= 4, points.first == points.last else { throw Refused() }
    return points
  }

  private static func position(_ value: JSONValue) throws -> Coordinate? {
    guard let numbers = value.numbers else { throw Refused() }
    if numbers.isEmpty { return nil }
    guard numbers.count >= 2, abs(numbers[0]) <= 180.000001, abs(numbers[1]) <= 90.000001 else {
      throw Refused()
    }
    return Coordinate(max(-180, min(180, numbers[0])), max(-90, min(90, numbers[1])))
  }

  // MARK: Columns

  private mutating func describe() {
    var values: [String: [JSONValue]] = [:]
    var order: [String] = []
    for row in rows {
      var last: [String: JSONValue] = [:]
      for (name, value) in row {
        if values[name] == nil {
          values[name] = []
          order.append(name)
        }
        last[name] = value
      }
      for (name, value) in last where !value.isNull { values[name]?.append(value) }
    }
    columns = order.map { name in
      let all = values[name] ?? []
      let hasStructure = all.contains { $0.members != nil || $0.elements != nil }
      return AttributeColumn(name, hasStructure ? .text : Self.kind(all), isJSON: hasStructure)
    }
  }

  private static func kind(_ values: [JSONValue]) -> AttributeKind {
    func all(_ test: (JSONValue) -> Bool) -> Bool { !values.isEmpty && values.allSatisfy(test) }
    if all({ $0.bool != nil }) { return .boolean }
    if all(isInteger) { return .integer }
    if all({ $0.double != nil }) { return .real }
    if all({ $0.string.flatMap { CivilDate(iso: Array($0.utf8)) } != nil }) { return .date }
    if all({ $0.string.flatMap { Timestamp(iso: $0) } != nil }) { return .instant }
    return .text
  }

  private static func isInteger(_ value: JSONValue) -> Bool {
    guard case .number(_, let raw) = value else { return false }
    return Int(raw) != nil
  }

  private static func attribute(_ value: JSONValue, _ column: AttributeColumn) -> AttributeValue {
    if value.isNull { return .null }
    if column.isJSON { return .text(CompactJSON.text(value)) }
    switch (value, column.kind) {
    case (.bool(let flag), .boolean): return .boolean(flag)
    case (.bool(let flag), _): return .text("\(flag)")
    case (.number(_, let raw), .integer): return Int(raw).map { .integer($0) } ?? .null
    case (.number(let number, _), .real): return .real(number)
    case (.number(_, let raw), _): return .text(raw)
    case (.string(let text), _): return .text(text)
    default: return .null
    }
  }
}

/// JSON text in one spelling, to compare what two readers made of a value.
enum CompactJSON {
  static func text(_ value: JSONValue) -> String {
    switch value {
    case .null: "null"
    case .bool(let flag): "\(flag)"
    case .number(let number, _): "\(number)"
    case .numbers(let numbers): "[" + numbers.map { "\($0)" }.joined(separator: ",") + "]"
    case .string(let text): string(text)
    case .array(let values): "[" + values.map(text).joined(separator: ",") + "]"
    case .object(let members):
      "{" + members.map { string($0.key) + ":" + text($0.value) }.joined(separator: ",") + "}"
    }
  }

  private static func string(_ text: String) -> String {
    "\"" + text.unicodeScalars.map { "\($0.value)" }.joined(separator: " ") + "\""
  }

  /// The text of a value that is spelled in any way, or nil when it is no JSON or has blanks.
  static func text(spelled: String) -> String? {
    var isInString = false
    var isEscaped = false
    for byte in spelled.utf8 {
      if !isInString, byte <= 0x20 { return nil }
      if isEscaped {
        isEscaped = false
      } else if byte == UInt8(ascii: "\\") {
        isEscaped = true
      } else if byte == UInt8(ascii: "\"") {
        isInString.toggle()
      }
    }
    return (try? JSONReader.parse(Array(spelled.utf8))).map(text)
  }
}
