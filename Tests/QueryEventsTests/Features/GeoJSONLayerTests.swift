import Files
import Geometry
import Model
import TestSupport
import Testing

@testable import QueryEvents

@Suite struct `A GeoJSON file as a layer` {
  private func collection(_ properties: [String]) -> String {
    let features = properties.map {
      #"{"type":"Feature","properties":\#($0),"geometry":null}"#
    }
    return #"{"type":"FeatureCollection","features":["# + features.joined(separator: ",") + "]}"
  }

  // MARK: Columns

  struct Column: Sendable, CustomTestStringConvertible {
    let values: String
    let kind: AttributeKind
    var isJSON = false
    let expected: [AttributeValue]
    var testDescription: String { values }
  }

  static let columns: [Column] = [
    Column(
      values: "true null false", kind: .boolean,
      expected: [
        .boolean(true), .null, .boolean(false),
      ]),
    Column(
      values: "1 -0 9223372036854775807", kind: .integer,
      expected: [
        .integer(1), .integer(0), .integer(.max),
      ]),
    Column(values: "-9223372036854775808", kind: .integer, expected: [.integer(.min)]),
    Column(values: "1 5.0", kind: .real, expected: [.real(1), .real(5)]),
    Column(
      values: "9223372036854775808 1", kind: .real,
      expected: [
        .real(9_223_372_036_854_775_808), .real(1),
      ]),
    Column(values: "1e2 null", kind: .real, expected: [.real(100), .null]),
    Column(
      values: #""2020-02-29" null "1999-12-31""#, kind: .date,
      expected: [
        .text("2020-02-29"), .null, .text("1999-12-31"),
      ]),
    Column(values: #""2020-\u00302-29""#, kind: .date, expected: [.text("2020-02-29")]),
    Column(
      values: #""2020-02-29" "2021-02-29""#, kind: .text,
      expected: [
        .text("2020-02-29"), .text("2021-02-29"),
      ]),
    Column(
      values: #""2020-02-29T23:59:59Z" "2020-02-29T00:00:00.123Z""#, kind: .instant,
      expected: [
        .text("2020-02-29T23:59:59Z"), .text("2020-02-29T00:00:00.123Z"),
      ]),
    Column(
      values: #""2020-02-29" "2020-02-29T00:00:00Z""#, kind: .text,
      expected: [
        .text("2020-02-29"), .text("2020-02-29T00:00:00Z"),
      ]),
    Column(
      values: #""2020-02-29T00:00:00+03:00""#, kind: .text,
      expected: [
        .text("2020-02-29T00:00:00+03:00")
      ]),
    Column(
      values: #"1.50 true "a\nb""#, kind: .text,
      expected: [
        .text("1.50"), .text("true"), .text("a\nb"),
      ]),
    Column(values: "true 1", kind: .text, expected: [.text("true"), .text("1")]),
    Column(values: #""2020-02-29" 1"#, kind: .text, expected: [.text("2020-02-29"), .text("1")]),
    Column(values: "null", kind: .text, expected: [.null]),
    Column(
      values: #"[1,[]] {"a":"b"} "x" 1.50 null"#, kind: .text, isJSON: true,
      expected: [
        .text("[1,[]]"), .text(#"{"a":"b"}"#), .text(#""x""#), .text("1.50"), .null,
      ]),
    Column(values: #""\ud800""#, kind: .text, expected: [.text("\u{FFFD}")]),
    Column(values: #""\ud83d\ude00""#, kind: .text, expected: [.text("\u{1F600}")]),
  ]

  @Test(arguments: columns)
  func `has columns of the kind of all their values`(_ example: Column) throws {
    let values = example.values.split(separator: " ")
    let text = collection(values.map { #"{"a":\#($0)}"# })
    let (layer, features) = try `GeoJSON of any kind`.read(Array(text.utf8))
    #expect(layer.columns == [AttributeColumn("a", example.kind, isJSON: example.isJSON)])
    #expect(features.map(\.values) == example.expected.map { [$0] })
  }

  @Test func `keeps columns in order of appearance and fills what is missing with null`() throws {
    let text = collection([
      #"{"b":1,"a":"x"}"#, #"{"c":true,"a":"y"}"#, "null", #"{"d":null,"b":2}"#, "{}",
    ])
    let (layer, features) = try `GeoJSON of any kind`.read(Array(text.utf8))
    #expect(
      layer.columns == [
        AttributeColumn("b", .integer), AttributeColumn("a", .text), AttributeColumn("c", .boolean),
        AttributeColumn("d", .text),
      ])
    #expect(
      features.map(\.values) == [
        [.integer(1), .text("x"), .null, .null], [.null, .text("y"), .boolean(true), .null],
        [.null, .null, .null, .null], [.integer(2), .null, .null, .null],
        [.null, .null, .null, .null],
      ])
  }

  @Test func `keeps JSON as it is spelled, without blanks between its parts`() throws {
    let text = collection([#"{"a": { "b c" : [ 1.0,\#n\#t"x \\\" y\u0020" ] , "d":{ } } }"#])
    let (_, features) = try `GeoJSON of any kind`.read(Array(text.utf8))
    #expect(features[0].values == [.text(#"{"b c":[1.0,"x \\\" y\u0020"],"d":{}}"#)])
  }

  @Test func `takes the last of a key or member that is there twice`() throws {
    let twice = #"""
      {"type":"FeatureCollection","features":[{"type":"x"}],"name":"a","features":[
        {"type":"Feature","properties":{"gone":1},"geometry":{"type":"Point","coordinates":[500,1]},
         "geometry":{"type":"Polygon","type":"Point","coordinates":[1],"coordinates":[1,2]},
         "id":[],"id":"i","properties":{"a":"x","b":2,"a":1}},
        {"type":"Feature","geometry":null,"properties":{"b":"y","b":3,"\u0062":null}}
      ],"name":"b"}
      """#
    let (layer, features) = try `GeoJSON of any kind`.read(Array(twice.utf8))
    #expect(layer.name == "b")
    #expect(layer.columns == [AttributeColumn("a", .integer), AttributeColumn("b", .integer)])
    #expect(
      features == [
        Feature(
          id: .text("i"), geometry: .point(Coordinate(1, 2)), values: [.integer(1), .integer(2)]),
        Feature(id: nil, geometry: nil, values: [.null, .null]),
      ])
  }

  @Test func `reads only the columns that are asked for`() throws {
    let text = collection([#"{"a":1,"b":"x","c":[1]}"#, #"{"c":[2],"a":2}"#])
    let folder = TemporaryDirectory()
    let layer = try GeoJSONLayer(path: folder.write("a.geojson", text))
    var rows: [[AttributeValue]] = []
    try layer.forEach(columns: [2]) { feature in
      rows.append(feature.values)
      return true
    }
    #expect(rows == [[.null, .null, .text("[1]")], [.null, .null, .text("[2]")]])
    rows = []
    try layer.forEach(columns: []) { feature in
      rows.append(feature.values)
      return true
    }
    #expect(rows == [[.null, .null, .null], [.null, .null, .null]])
  }

  @Test func `stops when it is told to and lets errors through`() throws {
    struct Enough: Error {}
    let folder = TemporaryDirectory()
    let path = folder.write("a.geojson", collection(["null", "null", "null"]))
    let layer = try GeoJSONLayer(path: path)
    #expect(layer.count == 3)
    var count = 0
    try layer.forEach { _ in
      count += 1
      return count < 2
    }
    #expect(count == 2)
    #expect(throws: Enough.self) { try layer.forEach { _ in throw Enough() } }
  }

  // MARK: Files

  static let single: [(text: String, geometry: Shape?, id: Feature.Identifier?)] = [
    (#"{"type":"Point","coordinates":[45.39,34.35]}"#, .point(Coordinate(45.39, 34.35)), nil),
    (#"{"type":"Feature","id":7,"geometry":null,"properties":null}"#, nil, .number(7)),
    (#"{"id":"7","geometry":null,"type":"Feature"}"#, nil, .text("7")),
    (#"{"id":1.50,"type":"Feature"}"#, nil, .text("1.50")),
    (#"{"id":99999999999999999999,"type":"Feature"}"#, nil, .text("99999999999999999999")),
    (#"{"properties":{},"type":"MultiPoint","coordinates":[]}"#, nil, nil),
    ("\u{FEFF} {\"type\":\"Feature\"}\r\n\r\n", nil, nil),
    ("\u{1E}{\"type\":\"Feature\"}\n", nil, nil),
    ("{\"type\":\r\n\"Feature\"\r\n}", nil, nil),
  ]

  @Test(arguments: single)
  func `of one object has one feature`(
    _ text: String, _ geometry: Shape?, _ id: Feature.Identifier?
  ) throws {
    let (layer, features) = try `GeoJSON of any kind`.read(Array(text.utf8))
    #expect(layer.count == 1)
    #expect(features == [Feature(id: id, geometry: geometry, values: [])])
  }

  @Test func `of one feature a line has them all`() throws {
    let lines = """
      {"type":"Feature","properties":{"a":1},"geometry":null}
      {"properties":{"a":2},"type":"Feature"}\r

      {"type":"Point","coordinates":[1,2]}
      \u{1E}{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"b":3}}]}
      """
    let (layer, features) = try `GeoJSON of any kind`.read(Array(lines.utf8))
    #expect(layer.columns.map(\.name) == ["a", "b"])
    #expect(
      features.map(\.values) == [
        [.integer(1), .null], [.integer(2), .null], [.null, .null], [.null, .integer(3)],
      ])
    #expect(features.map(\.geometry) == [nil, nil, .point(Coordinate(1, 2)), nil])
  }

  @Test(arguments: [
    ("towns.geojson", "", "towns"), ("towns.v2.geojson", "", "towns.v2"),
    ("towns.geojson", #""name":"Iraq","#, "Iraq"), ("towns.geojson", #""name":"","#, "towns"),
    ("towns", #""name":5,"#, "towns"), (".geojson", "", ".geojson"), ("a.json", "", "a"),
  ])
  func `is named by its collection or its file`(
    _ file: String, _ member: String, _ name: String
  ) throws {
    let folder = TemporaryDirectory()
    for text in [
      #"{"type":"FeatureCollection",\#(member)"features":[]}"#,
      #"{\#(member)"features":[],"type":"FeatureCollection"}"#,
    ] {
      let layer = try GeoJSONLayer(path: folder.write(file, text))
      #expect(layer.name == name)
      #expect(layer.count == 0)
      #expect(layer.columns.isEmpty)
    }
  }

  /// A feature collection that is empty, packed by gzip.
  private static let packed: [UInt8] =
    [
      0x1F, 0x8B, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x03,
      // One stored block: length, its complement, the bytes; then checksum and size.
      0x01, 0x13, 0x00, 0xEC, 0xFF,
    ] + Array(#"{"type":"Feature"}"#.utf8) + [0x0A, 0x00, 0x00, 0x00, 0x00, 0x13, 0x00, 0x00, 0x00]

  @Test(arguments: ["a.geojson.gz", "a.geojson"])
  func `may be packed, whatever its name`(_ name: String) throws {
    let folder = TemporaryDirectory()
    var bytes = Self.packed
    // A wrong checksum is damage.
    #expect(throws: FileError.self) { try GeoJSONLayer(path: folder.write(name, bytes)) }
    bytes.replaceSubrange(bytes.count - 8..<bytes.count - 4, with: Self.checksum(bytes[15..<34]))
    let layer = try GeoJSONLayer(path: folder.write(name, bytes))
    #expect(layer.count == 1)
    #expect(layer.name == "a")
    var count = 0
    try layer.forEach { _ in
      count += 1
      return true
    }
    #expect(count == 1)
  }

  private static func checksum(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var sum = UInt32.max
    for byte in bytes {
      sum ^= UInt32(byte)
      for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
    }
    return (0..<4).map { UInt8(truncatingIfNeeded: ~sum >> UInt32(8 * $0)) }
  }

  @Test func `without a byte is one of lines without a line`() throws {
    let folder = TemporaryDirectory()
    for name in ["a.geojsonl", "a.ndjson", "a.geojsonseq", "a.JSONL"] {
      #expect(try GeoJSONLayer(path: folder.write(name, " \n")).count == 0)
    }
    #expect(throws: GeoJSONError.self) { try GeoJSONLayer(path: folder.write("a.geojson", "")) }
    #expect(throws: GeoJSONError.self) { try GeoJSONLayer(path: folder.write("a.json", "\n")) }
  }

  @Test func `that cannot be opened says so as all files do`() throws {
    let folder = TemporaryDirectory()
    #expect(throws: FileError.self) { try GeoJSONLayer(path: folder.path("none.geojson")) }
    #expect(throws: FileError.self) { try GeoJSONLayer(path: folder.path) }
  }

  @Test func `that changes after it was opened ends in an error where it is mapped`() throws {
    let folder = TemporaryDirectory()
    let before = collection([#"{"a":12345}"#, #"{"a":1}"#])
    for after in [
      collection([#"{"a":"abc"}"#, #"{"a":1}"#]), collection([#"{"b":12345}"#, #"{"a":1}"#]),
      collection([#"{"a":12 45}"#, #"{"a":1}"#]), String(repeating: "[", count: before.utf8.count),
      collection([#"{"a":1.345}"#, #"{"a":1}"#]),
    ] {
      #expect(after.utf8.count == before.utf8.count)
      let path = folder.write("a.geojson", before)
      let mapped = try GeoJSONLayer(path: path, mappedFrom: 0)
      let held = try GeoJSONLayer(path: path)
      // Written in place: the same file, which is mapped.
      folder.write("a.geojson", after)
      #expect(throws: GeoJSONError.self) { try mapped.forEach { _ in true } }
      #expect(throws: Never.self) { try held.forEach { _ in true } }
    }
  }
}
