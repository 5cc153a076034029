import Geometry
import Model
import QueryEvents

/// A feature as a dictionary of values.
struct Row: FilterFeature {
  var values: [String: FilterValue]

  init(_ values: [String: FilterValue] = [:]) { self.values = values }

  func value(of property: String) -> FilterValue { values[property] ?? .null }
}

/// Filters asked about one row.
enum Ask {
  /// The types of the properties in `row`.
  static let schema = FilterSchema([
    "n": .number, "m": .number, "none": .number, "s": .text, "t": .text, "empty": .text,
    "nothing": .text, "yes": .boolean, "no": .boolean, "unknown": .boolean, "d": .date,
    "e": .date, "noday": .date, "at": .timestamp, "until": .timestamp, "g": .geometry,
    "area": .geometry, "nowhere": .geometry, "list": .array, "holes": .array, "nolist": .array,
    "date": .date, "start": .timestamp, "end": .timestamp, "boolean": .boolean,
  ])

  static let row = Row([
    "n": .integer(7), "m": .real(2.5), "s": .text("Straße"), "t": .text("Beyoncé"),
    "empty": .text(""), "yes": .boolean(true), "no": .boolean(false), "d": day("2020-07-22"),
    "e": day("2020-07-31"), "at": instant("2020-07-22T10:30:00Z"),
    "until": instant("2020-07-22T12:00:00.5Z"), "g": .geometry(.point(Coordinate(45.39, 34.35))),
    "area": .geometry(
      .polygons(MultiPolygon([BoundingBox(minX: 45, minY: 34, maxX: 46, maxY: 35).polygon]))),
    "list": .array([.text("a"), .text("b"), .text("c")]), "holes": .array([.text("a"), .null]),
    "date": day("2021-04-16"), "start": instant("2021-04-16T10:13:19Z"),
    "end": instant("2021-04-16T10:15:59Z"), "boolean": .boolean(true),
  ])

  static func day(_ text: String) -> FilterValue {
    CivilDate(iso: text.utf8).map(FilterValue.date) ?? .null
  }

  static func instant(_ text: String) -> FilterValue {
    Timestamp(iso: text).map(FilterValue.timestamp) ?? .null
  }

  static func truth(_ text: String, _ row: Row = row) throws -> Bool? {
    try FilterEvaluator(try Filter(text: text), schema: schema).truth(row)
  }
}
