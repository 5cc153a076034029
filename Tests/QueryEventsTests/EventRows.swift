import Geometry
import Model
import TestSupport

@testable import QueryEvents

/// Rows with the columns that groups are made of.
enum EventRows {
  static let columns: [AttributeColumn] = [
    AttributeColumn("id", .text), AttributeColumn("event_type", .text),
    AttributeColumn("date_start", .date), AttributeColumn("date_end", .date),
    AttributeColumn("date_precision", .text), AttributeColumn("month", .integer),
    AttributeColumn("actor1", .text), AttributeColumn("actor1_name", .text),
    AttributeColumn("actor2", .text), AttributeColumn("actor2_name", .text),
    AttributeColumn("killed_min", .integer), AttributeColumn("killed_max", .integer),
    AttributeColumn("injured_min", .integer), AttributeColumn("injured_max", .integer),
    AttributeColumn("precision", .text), AttributeColumn("admin1", .text),
    AttributeColumn("admin2", .text), AttributeColumn("admin3", .text),
    AttributeColumn("admin1_pcode", .text), AttributeColumn("admin2_pcode", .text),
    AttributeColumn("admin3_pcode", .text),
    AttributeColumn("admin_shares", .text, isJSON: true),
    AttributeColumn("territory_ids", .text, isJSON: true),
    AttributeColumn("territory_names", .text, isJSON: true),
    AttributeColumn("territory_shares", .text, isJSON: true),
    AttributeColumn("territory_status", .text), AttributeColumn("radius_km", .real),
    AttributeColumn("near_boundary", .boolean), AttributeColumn("published", .date),
  ]

  /// A row with these values, null elsewhere.
  static func row(_ values: [String: AttributeValue], at geometry: Shape? = nil) -> Feature {
    Feature(id: nil, geometry: geometry, values: columns.map { values[$0.name] ?? .null })
  }

  /// The shares that `map` writes, of `id=share` words.
  static func shares(_ list: String) -> AttributeValue {
    let objects = list.split(separator: " ").map { word in
      let sides = word.split(separator: "=")
      let name = sides[0].split(separator: "-").dropFirst(2).joined(separator: " ")
      return #"{"id":"\#(sides[0])","name":"\#(name)","pcode":"P-\#(name)","share":\#(sides[1])}"#
    }
    return .text("[" + objects.joined(separator: ",") + "]")
  }

  /// Counts rows and returns the table.
  static func table(
    _ words: String, _ rows: [Feature], apportion: Bool = false,
    columns: [AttributeColumn] = columns
  ) throws -> GroupTable {
    let aggregator = try Aggregator(
      columns: columns, groupings: try Grouping.list(words, columns: columns), apportion: apportion)
    for row in rows { try aggregator.add(row) }
    return try aggregator.table()
  }

  /// A row of random values, ties and nulls among them.
  static func random(_ random: inout SplitMix64) -> Feature {
    func pick(_ choices: [AttributeValue]) -> AttributeValue {
      choices[Int.random(in: 0..<choices.count, using: &random)]
    }
    let days: [AttributeValue] = [
      .null, .text("2021-02-28"), .text("2021-03-01"), .text("2021-03-07"), .text("2021-03-31"),
      .text("2022-01-01"), .text("n/a"),
    ]
    let counts: [AttributeValue] = [
      .null, .null, .integer(0), .integer(1), .integer(7), .text("x"),
    ]
    let shares: [AttributeValue] = [
      .null, .text("[]"), .text("not JSON"), shares("iq-adm1-erbil=0.6 iq-adm1-kirkuk=0.3999"),
      shares("iq-adm1-erbil=1.0 iq-adm2-makhmur=0.7 iq-adm2-koya=0.2"),
      shares("iq-adm2-makhmur=0.5001 iq-adm2-koya=0.5 iq-adm3-dibaga=0.25"),
    ]
    let territories: [(ids: String, shares: String)] = [
      ("[]", "[]"), (#"["a"]"#, "[1.0]"), (#"["a"]"#, "[0.97]"), (#"["a"]"#, "[0.5]"),
      (#"["a","b"]"#, "[0.6,0.3]"), (#"["a","b"]"#, "[1.0,1.0]"), (#"["a","b"]"#, "[0.96,0.04]"),
      (#"["a"]"#, "[0.01]"), (#"["a","b"]"#, "[0.5]"),
    ]
    var values: [String: AttributeValue] = [:]
    values["event_type"] = pick([.text("Battles"), .text("Protests"), .text("battles"), .null])
    values["date_start"] = pick(days)
    values["date_end"] = pick(days)
    values["date_precision"] = pick(
      ["day", "week", "month", "year", "range", "unresolved"].map { .text($0) } + [.null])
    values["actor1"] = pick([.null, .text("ISIS"), .text("IRQ_ARMY"), .text("isis")])
    values["actor1_name"] = values["actor1"] == .null ? .null : .text("Name")
    values["actor2"] = pick([.null, .text("ISIS"), .text("CIVILIANS")])
    for name in ["killed_min", "killed_max", "injured_min", "injured_max"] {
      values[name] = pick(counts)
    }
    values["admin1"] = pick([.null, .null, .text("Erbil"), .text("Kirkuk")])
    values["admin2"] = pick([.null, .null, .text("Makhmur")])
    values["admin2_pcode"] = pick([.null, .text("P1"), .text("P2")])
    values["admin_shares"] = pick(shares)
    let territory = territories[Int.random(in: 0..<territories.count, using: &random)]
    values["territory_ids"] = pick([.null, .text(territory.ids), .text(territory.ids)])
    values["territory_shares"] = pick([.null, .text(territory.shares), .text(territory.shares)])
    values["territory_status"] = pick(
      ["inside", "outside", "possible", "unknown"].map { .text($0) } + [.null])
    values["radius_km"] = pick([.null, .integer(1), .real(1), .real(1.5), .real(-0.0), .integer(0)])
    values["near_boundary"] = pick([.null, .boolean(true), .boolean(false)])
    values["month"] = pick([.null, .integer(3), .real(3), .text("three")])
    values["precision"] = pick([.null, .text("unknown"), .text("place")])
    values["published"] = pick(days)
    let x = Double.random(in: 43...45, using: &random)
    let y = Double.random(in: 33...36, using: &random)
    let shapes: [Shape?] = [
      nil, .point(Coordinate(x, y)), .point(Coordinate(x, y)),
      .points([Coordinate(x, y), Coordinate(x + 0.2, y)]),
      .polygons(
        MultiPolygon([BoundingBox(minX: x, minY: y, maxX: x + 0.1, maxY: y + 0.3).polygon])),
      .lines(MultiLine([[Coordinate(x, y), Coordinate(x + 0.3, y + 0.1)]])),
    ]
    return row(values, at: shapes[Int.random(in: 0..<shapes.count, using: &random)])
  }
}
