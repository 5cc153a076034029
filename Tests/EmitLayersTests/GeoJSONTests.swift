import Files
import Geometry
import Model
import TestSupport
import Testing

@testable import EmitLayers

@Suite struct `GeoJSON` {
  private func json(_ shape: Shape?) -> String {
    var json = JSONBytes()
    json.geometry(shape)
    return String(decoding: json.bytes, as: UTF8.self)
  }

  @Test func `exteriors turn left and holes right`() {
    let hole = Samples.ring([(45.2, 34.2), (45.4, 34.2), (45.4, 34.4), (45.2, 34.2)])
    let polygon = MultiPolygon([Polygon(rings: Samples.area.polygons[0].rings + [hole])])
    #expect(
      json(.polygons(polygon)) == """
        {"type":"Polygon","coordinates":[[[45,34],[46,34],[46,35],[45,35],[45,34]],\
        [[45.2,34.2],[45.4,34.4],[45.4,34.2],[45.2,34.2]]]}
        """)
  }

  static let shapes: [(shape: Shape?, expected: String)] = [
    (nil, "null"), (.points([]), "null"), (.polygons(MultiPolygon([])), "null"),
    (.point(Coordinate(44.123_456_789, -0.0)), #"{"type":"Point","coordinates":[44.1234568,0]}"#),
    (
      .points([Coordinate(1, 2), Coordinate(3, 4)]),
      #"{"type":"MultiPoint","coordinates":[[1,2],[3,4]]}"#
    ),
    (
      .lines(MultiLine([Samples.ring([(1, 2), (3, 4)])])),
      #"{"type":"LineString","coordinates":[[1,2],[3,4]]}"#
    ),
    (
      .lines(MultiLine([Samples.ring([(1, 2), (3, 4)]), Samples.ring([(5, 6), (7, 8)])])),
      #"{"type":"MultiLineString","coordinates":[[[1,2],[3,4]],[[5,6],[7,8]]]}"#
    ),
    (
      .collection([.point(Coordinate(1, 2)), .points([])]),
      #"{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[1,2]}]}"#
    ),
  ]

  @Test(arguments: shapes)
  func `geometries of every type`(shape: Shape?, expected: String) {
    #expect(json(shape) == expected)
  }

  @Test func `several polygons are a MultiPolygon`() {
    let far = Polygon(rings: [Samples.ring([(1, 1), (2, 1), (2, 2), (1, 1)])])
    let written = json(.polygons(MultiPolygon(Samples.area.polygons + [far])))
    #expect(written.hasPrefix(#"{"type":"MultiPolygon","coordinates":[[[[45,34],[46,34]"#))
    #expect(written.hasSuffix("[[[1,1],[2,1],[2,2],[1,1]]]]}"))
  }

  @Test func `vertices that rounding unites are written once, and specks not at all`() {
    let close = Samples.ring([
      (45, 34), (45.000_000_01, 34), (46, 34), (46, 35), (45, 34),
    ])
    let speck = Samples.ring([
      (45.5, 34.2), (45.500_000_01, 34.2), (45.500_000_01, 34.200_000_01), (45.5, 34.2),
    ])
    #expect(
      json(.polygons(MultiPolygon([Polygon(rings: [close, speck]), Polygon(rings: [speck])])))
        == #"{"type":"Polygon","coordinates":[[[45,34],[46,34],[46,35],[45,34]]]}"#)
    #expect(json(.polygons(MultiPolygon([Polygon(rings: [speck])]))) == "null")
  }

  @Test func `an area that rounding breaks is made valid`() throws {
    // A needle thinner than the grid: on it, the upper edge falls onto the lower one.
    let needle = MultiPolygon([
      Polygon(rings: [
        Samples.ring([
          (45, 34), (46, 34), (46, 34.000_000_04), (45.5, 34.000_000_04), (45.5, 34.5),
          (45, 34.5), (45, 34),
        ])
      ])
    ])
    let rounded = try #require(try GridRounder().rounded(needle))
    #expect(DegreeGrid.holds(rounded))
    #expect(try GeometryEngine().validityFault(rounded) == nil)
    #expect(try GridRounder().rounded(Samples.area) == Samples.area)
  }

  private func collection(
    _ features: [(id: String, geometry: Shape?)], _ members: [Property] = []
  ) -> String {
    var writer = GeoJSONWriter(name: "events", members: members)
    var bytes = writer.begin()
    for feature in features {
      bytes += writer.feature(
        id: feature.id, geometry: feature.geometry, properties: Array(#"{"a":1}"#.utf8))
    }
    return String(decoding: bytes + writer.end(), as: UTF8.self)
  }

  @Test func `a collection has one feature a line, a bbox at the end and no crs`() {
    let written = collection(
      [
        ("one", .point(Coordinate(45.391, 34.348))), ("two", nil),
        ("three", .polygons(Samples.area)),
      ], [Property("disclaimer", .text, .string("a claim"))])
    #expect(
      written == """
        {"type":"FeatureCollection","name":"events","disclaimer":"a claim","features":[
        {"type":"Feature","id":"one","geometry":{"type":"Point","coordinates":[45.391,34.348]},"properties":{"a":1}},
        {"type":"Feature","id":"two","geometry":null,"properties":{"a":1}},
        {"type":"Feature","id":"three","geometry":{"type":"Polygon","coordinates":[[[45,34],[46,34],[46,35],[45,35],[45,34]]]},"properties":{"a":1}}
        ],"bbox":[45,34,46,35]}

        """)
    #expect(!written.contains("crs"))
  }

  @Test func `a collection without geometry has no bbox`() {
    #expect(
      collection([]) == "{\"type\":\"FeatureCollection\",\"name\":\"events\",\"features\":[\n]}\n")
    #expect(!collection([("one", nil)]).contains("bbox"))
  }
}
