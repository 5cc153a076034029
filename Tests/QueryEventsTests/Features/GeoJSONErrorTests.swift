import Geometry
import Model
import TestSupport
import Testing

@testable import QueryEvents

@Suite struct `Mistakes in GeoJSON` {
  static func error(_ text: String, _ bytes: [UInt8]? = nil) throws -> GeoJSONError {
    let folder = TemporaryDirectory()
    let path = folder.write("a.geojson", bytes ?? Array(text.utf8))
    return try #require(throws: GeoJSONError.self) { try GeoJSONLayer(path: path) }
  }

  private static func feature(_ geometry: String) -> String {
    "{\"type\":\"Feature\",\n \"geometry\":" + geometry + "}"
  }

  /// Texts, and the place, the code and the first words of what is said of them.
  static let cases: [(String, String)] = [
    ("", "1:1: J004 the file is empty"),
    ("nul", "1:1: J001 expected a value, found a letter"),
    ("{\"type\":\"Feature\",}", "1:19: J001 expected a key in double quotes"),
    ("{\"type\":\"Feature\"", "1:18: J001 expected \",\" or \"}\", but the input ends here"),
    ("{\"type\":\"Feature", "1:17: J001 expected the closing quote"),
    ("{\"type\":\"Feature\"}}", "1:19: J001 there is something after the end"),
    ("{\"type\":\"Feature\"} {\"type\":\"Feature\"}", "1:20: J001 there is something after"),
    ("{\"type\":\"Feature\"}\n{\"type\":\"Feature\"", "2:18: J001 expected"),
    ("{\"type\":\"Feature\",\"a\":NaN}", "1:23: J001 NaN and Infinity are no numbers of JSON"),
    ("{\"type\":\"Feature\",\"a\":-Infinity}", "1:24: J001 NaN and Infinity"),
    ("{\"type\":\"Feature\",\"a\":01}", "1:24: J001 not a JSON number"),
    ("{\"type\":\"Feature\",\"a\":1e999}", "1:23: J001 the number is too large"),
    ("{\"type\":\"Feature\",\"a\":\"\t\"}", "1:24: J001 control character"),
    ("{\"type\":\"Feature\",\"a\":\"\\x\"}", "1:24: J001 a backslash that begins no"),
    ("{\"type\":\"Feature\",\"a\":\"\\u12G4\"}", "1:24: J001 a backslash that begins no"),
    ("[1]", "1:1: J004 GeoJSON is an object"),
    ("{}", "1:1: J004 the “type” of GeoJSON is"),
    ("{\"a\":{},\"type\":\"Topology\"}", "1:16: J004 the “type” of GeoJSON is"),
    ("{\"type\":\"feature\"}", "1:9: J004 the “type” of GeoJSON is"),
    ("{\"features\":[]}", "1:1: J004 the “type” of GeoJSON is"),
    ("{\"name\":\"a\",\"type\":\"Point\"}", "1:1: J006 a Point has “coordinates”"),
    ("{\"type\":\"FeatureCollection\"}", "1:1: J004 a FeatureCollection has “features”"),
    ("{\"type\":\"FeatureCollection\",\"features\":{}}", "1:40: J004 a FeatureCollection has"),
    ("{\"type\":\"FeatureCollection\",\"features\":[null]}", "1:41: J005 an object with the"),
    (
      "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Point\",\"coordinates\":[1,2]}]}",
      "1:49: J005 an object with the “type” Feature"
    ),
    ("{\"type\":\"Feature\",\"properties\":[]}", "1:32: J005 “properties” is an object"),
    ("{\"type\":\"Feature\",\"id\":true}", "1:24: J005 the “id” of a feature"),
    (feature("[]"), "2:13: J006 a geometry is an object"),
    (feature("{}"), "2:13: J006 a geometry has a “type”"),
    (feature(#"{"type":"Circle"}"#), "2:21: J006 the type of a geometry is"),
    (feature(#"{"type":"Feature"}"#), "2:21: J006 the type of a geometry is"),
    (feature(#"{"type":"Point"}"#), "2:13: J006 a Point has “coordinates”"),
    (feature(#"{"type":"GeometryCollection"}"#), "2:13: J006 a GeometryCollection has"),
    (
      feature(#"{"type":"GeometryCollection","geometries":[null]}"#),
      "2:56: J006 a GeometryCollection holds geometries"
    ),
    (feature(#"{"type":"Point","coordinates":[1]}"#), "2:45: J006 a position of one number"),
    (feature(#"{"type":"Point","coordinates":[[1,2]]}"#), "2:44: J006 a position is an array"),
    (feature(#"{"type":"Point","coordinates":["1","2"]}"#), "2:44: J006 a position is an array"),
    (feature(#"{"type":"Point","coordinates":[1,null]}"#), "2:46: J006 a position is an array"),
    (feature(#"{"type":"Point","coordinates":{}}"#), "2:43: J006 a position is an array"),
    (feature(#"{"type":"Point","coordinates":[1,2,"3"]}"#), "2:48: J006 a position is an array"),
    (feature(#"{"type":"LineString","coordinates":[1,2]}"#), "2:49: J006 a position is an array"),
    (feature(#"{"type":"Polygon","coordinates":[[1,2]]}"#), "2:47: J006 a position is an array"),
    (feature(#"{"type":"LineString","coordinates":[[],[]]}"#), "2:49: J006 a position of a line"),
    (
      feature(#"{"type":"Point","coordinates":[180.1,2]}"#), "2:44: J007 longitude 180.1 is outside"
    ),
    (feature(#"{"type":"Point","coordinates":[34.1,-90.5]}"#), "2:49: J007 latitude -90.5 is"),
    (feature(#"{"coordinates":[500000,3800000],"type":"Point"}"#), "2:29: J007 longitude 500000"),
    (feature(#"{"type":"Point","coordinates":[1e999,2]}"#), "2:44: J001 the number is too large"),
    (feature(#"{"type":"LineString","coordinates":[[1,2]]}"#), "2:48: J008 a line has two"),
    (feature(#"{"type":"Polygon","coordinates":[[]]}"#), "2:46: J008 a ring of 0 positions"),
    (
      feature(#"{"type":"Polygon","coordinates":[[[1,2],[2,2],[1,2]]]}"#),
      "2:46: J008 a ring of 3 positions"
    ),
    (
      feature(#"{"type":"Polygon","coordinates":[[[1,2],[2,2],[2,3],[1,3]]]}"#),
      "2:46: J008 a ring is not closed"
    ),
    (
      #"{"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"EPSG:32638"}}}"#,
      "1:35: J009 the coordinates are in EPSG:32638; reproject"
    ),
    (
      #"{"features":[{"type":"Feature","geometry":{"type":"Point","coordinates":[5e5,1]}}],"#
        + #""crs":{"type":"name","properties":{"name":"EPSG:32638"}},"type":"FeatureCollection"}"#,
      "1:90: J009 the coordinates are in EPSG:32638"
    ),
    (
      #"{"type":"FeatureCollection","features":[{"type":"Feature","geometry":"#
        + #"{"type":"Point","coordinates":[5e5,1]}}],"crs":{"type":"link"}}"#,
      "1:117: J009 the “crs” names no reference system"
    ),
    (feature(#"{"type":"Point","crs":{},"coordinates":[1,2]}"#), "2:35: J009 the “crs” names no"),
    (
      #"{"type":"Feature","crs":{"properties":{"code":3857}}}"#, "1:25: J009 the coordinates are in"
    ),
  ]

  @Test(arguments: cases)
  func `are told with place and code`(_ text: String, _ expected: String) throws {
    let error = try Self.error(text)
    let told = "\(error.line):\(error.column): \(error.code.rawValue) \(error.detail)"
    #expect(told.hasPrefix(expected))
    #expect(
      error.description
        == "\(error.path):\(error.line):\(error.column): error: [\(error.code.rawValue)] \(error.detail)"
    )
  }

  @Test func `in encodings are told`() throws {
    let cases: [([UInt8], GeoJSONError.Code, Int)] = [
      (Array("{\"type\":\"Feature\",\"a\":\"\u{642}".utf8) + [0xC0, 0x22, 0x7D], .notUTF8, 25),
      (Array("{\"type\":\"Feature\",\"a\":\"".utf8) + [0xD9, 0x22, 0x7D], .notUTF8, 24),
      ([0xFF, 0xFE, 0x7B, 0x00, 0x22, 0x00], .notUTF8, 1),
      ([0xFE, 0xFF, 0x00, 0x7B], .notUTF8, 1), ([0x7B, 0x00, 0x22, 0x00], .notUTF8, 1),
      (Array("{\"type\":\"Feature\"}".utf8) + [0xC2, 0xA0], .notJSON, 19),
      (Array("{\"type\":\"Feature\",\u{A0}".utf8), .notJSON, 19),
    ]
    for (bytes, code, column) in cases {
      let error = try Self.error("", bytes)
      #expect(error.code == code, "\(bytes)")
      #expect(error.column == column, "\(bytes)")
    }
  }

  @Test(arguments: ["[", "{\"a\":", "{\"type\":\"GeometryCollection\",\"geometries\":["])
  func `of a hundred thousand brackets end in an error`(_ bracket: String) throws {
    let many = String(repeating: bracket, count: 100_000)
    for start in [
      "", "{\"type\":\"Feature\",\"properties\":{\"a\":", "{\"type\":\"Feature\",\"geometry\":",
    ] {
      let error = try Self.error(start + many)
      #expect(error.code == .tooDeep || error.code == .badGeometry)
    }
    #expect(try Self.error("{\"type\":\"Feature\",\"a\":" + many).code == .tooDeep)
  }

  @Test func `of values that stand as keys are refused`() throws {
    func text(_ count: Int) -> String {
      let members = (0..<count).map { "\"k\($0)\":1" }.joined(separator: ",")
      return "{\"type\":\"Feature\",\"properties\":{" + members + "}}"
    }
    let (layer, _) = try `GeoJSON of any kind`.read(Array(text(PropertyKeys.most).utf8))
    #expect(layer.columns.count == PropertyKeys.most)
    #expect(try Self.error(text(PropertyKeys.most + 1)).code == .tooManyProperties)
  }

  @Test(arguments: 0..<20)
  func `of any bytes never stop the program`(_ seed: Int) throws {
    var random = SplitMix64(seed: seed)
    let folder = TemporaryDirectory()
    for round in 0..<50 {
      let alphabet = "{}[]\",:0123456789.eE-\\u \ntruefalsenull\u{1E}"
      var bytes = Array("{\"type\":\"Feature\",\"properties\":".utf8)
      bytes += round % 2 == 0 ? random.bytes(60) : random.bytes(60, of: alphabet)
      let path = folder.write("a.geojson", round % 3 == 0 ? Array(bytes.suffix(60)) : bytes)
      #expect(throws: GeoJSONError.self) { try GeoJSONLayer(path: path) }
    }
  }
}
