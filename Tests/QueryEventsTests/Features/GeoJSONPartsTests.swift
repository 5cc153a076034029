import Geometry
import Model
import TestSupport
import Testing

@testable import QueryEvents

@Suite struct `Parts of GeoJSON` {
  private static func at(_ numbers: Double...) -> [Coordinate] {
    stride(from: 0, to: numbers.count, by: 2).map { Coordinate(numbers[$0], numbers[$0 + 1]) }
  }

  static let shapes: [(String, String, Shape?)] = [
    ("Point", "[1,2]", .point(Coordinate(1, 2))),
    ("Point", "[ -1.5 , 2e1 , 300, 4 ]", .point(Coordinate(-1.5, 20))),
    ("Point", "[]", nil), ("Point", "null", nil),
    ("Point", "[180,-90]", .point(Coordinate(180, -90))),
    ("Point", "[-180.0000005,90.0000005]", .point(Coordinate(-180, 90))),
    ("MultiPoint", "[[1,2],[3,4]]", .points(at(1, 2, 3, 4))),
    ("MultiPoint", "[[1,2],[]]", .points(at(1, 2))), ("MultiPoint", "[[]]", nil),
    ("LineString", "[[1,2],[3,4]]", .lines(MultiLine([at(1, 2, 3, 4)]))), ("LineString", "[]", nil),
    (
      "MultiLineString", "[[[1,2],[3,4]],[],[[5,6],[7,8]]]",
      .lines(MultiLine([at(1, 2, 3, 4), at(5, 6, 7, 8)]))
    ),
    ("MultiLineString", "[[]]", nil),
    (
      "Polygon", "[[[0,0],[4,0],[0,4],[0,0]],[[1,1,5],[1,2],[2,1],[1,1,6]]]",
      .polygons(
        MultiPolygon([
          Polygon(rings: [
            at(0, 0, 4, 0, 0, 4, 0, 0), at(1, 1, 1, 2, 2, 1, 1, 1),
          ])
        ]))
    ),
    ("Polygon", "[]", nil), ("MultiPolygon", "[[],[]]", nil),
    (
      "MultiPolygon", "[[[[0,0],[4,0],[0,4],[0,0]]],[],[[[0,0],[4,0],[0,4],[0,0]]]]",
      .polygons(
        MultiPolygon([
          Polygon(rings: [at(0, 0, 4, 0, 0, 4, 0, 0)]),
          Polygon(rings: [at(0, 0, 4, 0, 0, 4, 0, 0)]),
        ]))
    ),
  ]

  @Test(arguments: shapes)
  func `geometries become shapes`(
    _ type: String, _ coordinates: String, _ expected: Shape?
  ) throws {
    let members = [#""type":"\#(type)""#, #""coordinates":\#(coordinates)"#, #""bbox":[0,0,1,1]"#]
    for order in [[0, 1, 2], [1, 0, 2], [2, 1, 0], [0, 2, 1]] {
      let text = "{" + order.map { members[$0] }.joined(separator: ", ") + "}"
      let (_, alone) = try `GeoJSON of any kind`.read(Array(text.utf8))
      #expect(alone.map(\.geometry) == [expected])
      let collection = #"{"type":"GeometryCollection","geometries":[\#(text),\#(text)]}"#
      let (_, twice) = try `GeoJSON of any kind`.read(Array(collection.utf8))
      #expect(twice.map(\.geometry) == [expected.map { .collection([$0, $0]) }])
    }
  }

  @Test(arguments: [
    ("urn:ogc:def:crs:OGC:1.3:CRS84", true), ("urn:ogc:def:crs:OGC::CRS84", true),
    ("OGC:CRS84", true), ("CRS84", true), ("http://www.opengis.net/def/crs/OGC/1.3/CRS84", true),
    ("EPSG:4326", true), ("epsg:4326", true), ("urn:ogc:def:crs:EPSG::4326", true),
    ("urn:ogc:def:crs:EPSG:8.9:4326", true), ("http://www.opengis.net/def/crs/EPSG/0/4326", true),
    ("EPSG:32638", false), ("EPSG:3857", false), ("urn:ogc:def:crs:OGC:1.3:CRS83", false),
    ("EPSG:43260", false), ("ESRI:4326", false), ("", false), ("4326", false), (":", false),
  ])
  func `reference systems are degrees on WGS 84 or not`(_ name: String, _ expected: Bool) {
    #expect(ReferenceSystem.isDegrees(name) == expected)
  }

  /// Days and instants of all kinds of wrongness, from right ones with a byte changed.
  @Test(arguments: 0..<20)
  func `days and instants are those that the calendar reads`(_ seed: Int) {
    var random = SplitMix64(seed: seed)
    let right = [
      "2020-02-29", "2100-02-29", "0000-01-01", "9999-12-31", "2021-13-01", "2021-00-10",
      "2020-02-29T12:34:56Z", "2020-02-29T23:59:59.999999999999999999Z", "2020-02-29T00:00:00.Z",
      "2020-02-29T00:00:60Z", "2020-02-29T24:00:00Z", "2020-02-29t00:00:00z", "2020-02-29Z",
      "2020-02-29T12:34:56.1234567890123456789Z", "",
    ]
    for text in right {
      for round in 0..<20 {
        var bytes = Array(text.utf8)
        if round > 0, !bytes.isEmpty {
          let place = Int(random.next() % UInt64(bytes.count))
          bytes[place] = random.bytes(1, of: "0123456789-T:.Z+ ")[0]
          if round % 5 == 0 { bytes.remove(at: place) }
        }
        let range = 0..<bytes.count
        let startsWithDay = CalendarText.startsWithDay(bytes.span, range)
        let isDay = startsWithDay && bytes.count == CalendarText.dayLength
        let isInstant = startsWithDay && CalendarText.continuesAsInstant(bytes.span, range)
        let changed = String(decoding: bytes, as: UTF8.self)
        #expect(isDay == (CivilDate(iso: bytes) != nil), "\(changed)")
        #expect(isInstant == (Timestamp(iso: changed) != nil), "\(changed)")
      }
    }
  }
}
