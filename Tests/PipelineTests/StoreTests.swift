import EmitLayers
import Files
import Geometry
import Model
import Pipeline
import StoreEvents
import TestSupport
import Testing

/// `events.gpkg` of the seeds against the GeoJSON of the same run.
@Suite struct `The GeoPackage of the seeds` {
  private let folder = TemporaryDirectory()

  init() { folder.write("events.gpkg", `The sample layers`.made["events.gpkg"] ?? []) }

  private func reader() throws -> GeoPackageReader {
    try GeoPackageReader(path: folder.path("events.gpkg"))
  }

  @Test func `has all layers`() throws {
    #expect(
      try reader().layers().map(\.name) == [
        "events", "event_areas", "background", "mentions", "territories", "admin_units",
        "evidence", "statements", "report_events", "reports", "unknown_places", "inputs",
        "rejected", "marsad_schema", "layer_styles",
      ])
  }

  @Test(arguments: ["events", "event_areas", "background", "mentions", "territories"])
  func `has the features of the GeoJSON layer: names, order, values, shapes`(_ name: String) throws
  {
    let reader = try reader()
    let layer = try reader.layer(name)
    let features = try `The sample layers`.features(name)
    #expect(try reader.count(of: layer) == features.count && !features.isEmpty)
    var number = 0
    try reader.forEach(of: layer) { row in
      let feature = features[number]
      number += 1
      let properties = try #require(feature["properties"]?.members)
      #expect(properties.map(\.key) == layer.columns.map(\.name))
      for (member, value) in zip(properties, row.values) {
        #expect(isSame(member.value, value), "\(name) \(number) \(member.key): \(value)")
      }
      expectShape(feature["geometry"], row.geometry)
      return true
    }
    #expect(number == features.count)
  }

  /// Whether a value of the table says what the JSON says.
  private func isSame(_ json: JSONValue, _ value: AttributeValue) -> Bool {
    switch (json, value) {
    case (.null, .null): true
    case (.string(let text), .text(let other)): text == other
    case (.bool(let flag), .boolean(let other)): flag == other
    case (.number(_, let raw), .integer(let other)): raw == String(other)
    case (.number(let number, _), .real(let other)): number == other
    case (.array, .text(let text)), (.numbers, .text(let text)), (.object, .text(let text)):
      (try? JSONReader.parse(Array(text.utf8))) == json
    default: false
    }
  }

  /// GeoJSON has seven decimals, the store all of them.
  private func expectShape(_ json: JSONValue?, _ shape: Shape?) {
    guard let shape, let bounds = shape.bounds else {
      #expect(json?.isNull == true)
      return
    }
    func positions(_ value: JSONValue?) -> [[Double]] {
      if let numbers = value?.numbers, numbers.count == 2 { return [numbers] }
      return (value?.elements ?? []).flatMap { positions($0) }
    }
    let all = positions(json?["coordinates"])
    #expect(!all.isEmpty)
    let edges = [
      (all.map { $0[0] }.min(), bounds.minX), (all.map { $0[0] }.max(), bounds.maxX),
      (all.map { $0[1] }.min(), bounds.minY), (all.map { $0[1] }.max(), bounds.maxY),
    ]
    for (rounded, exact) in edges { #expect(abs((rounded ?? 999) - exact) < 1e-6) }
  }

  @Test func `has the types that queries need`() throws {
    let columns = try reader().layer("events").columns
    func kind(_ name: String) -> AttributeColumn? { columns.first { $0.name == name } }
    #expect(kind("date_start")?.kind == .date && kind("killed_min")?.kind == .integer)
    #expect(kind("confidence")?.kind == .real && kind("civilian_targeting")?.kind == .boolean)
    #expect(kind("event_type")?.kind == .text && kind("event_type")?.isJSON == false)
    #expect(kind("flags")?.kind == .text && kind("flags")?.isJSON == true)
  }

  @Test func `keeps the events before linking beside the linked ones`() throws {
    let reader = try reader()
    var members: Set<String> = []
    let events = ["events", "background"]
    for name in events {
      try reader.forEach(of: try reader.layer(name), columns: ["member_ids"]) {
        let list = try JSONReader.parse(Array(($0.values[0].text ?? "").utf8))
        members.formUnion((list.elements ?? []).compactMap(\.string))
        return true
      }
    }
    var reports: Set<String> = []
    try reader.forEach(of: try reader.layer("report_events"), columns: ["id"]) {
      reports.insert($0.values[0].text ?? "")
      return true
    }
    #expect(reports == members && members.count > 10)
    #expect(try reader.count(of: try reader.layer("report_events")) == reports.count)
  }

  @Test func `has the words behind each field`() throws {
    let reader = try reader()
    let lines = (`The sample layers`.made["evidence.jsonl"] ?? []).split(separator: 0x0A)
    var expected = 0
    for line in lines {
      for member in try JSONReader.parse(Array(line))["members"]?.elements ?? [] {
        for field in member["fields"]?.members ?? [] {
          expected += field.value.elements?.count ?? 0
        }
      }
    }
    #expect(try reader.count(of: try reader.layer("evidence")) == expected && expected > 100)
    var rows = 0
    try reader.forEach(of: try reader.layer("evidence"), columns: ["text", "rule", "field"]) {
      #expect($0.values.allSatisfy { $0.text?.isEmpty == false })
      rows += 1
      return true
    }
    #expect(rows == expected)
  }

  @Test func `names the unit of every outline`() throws {
    let reader = try reader()
    var rows = 0
    try reader.forEach(of: try reader.layer("admin_units"), columns: ["id", "level", "name"]) {
      #expect($0.values.allSatisfy { $0.text?.isEmpty == false } && $0.geometry != nil)
      rows += 1
      return true
    }
    #expect(rows > 400)
  }
}
