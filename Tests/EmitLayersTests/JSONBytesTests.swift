import Files
import Model
import TestSupport
import Testing

@testable import EmitLayers

@Suite struct `JSON bytes` {
  private func text(_ write: (inout JSONBytes) -> Void) -> String {
    var json = JSONBytes()
    write(&json)
    return String(decoding: json.bytes, as: UTF8.self)
  }

  static let escapes: [(input: String, expected: String)] = [
    ("", #""""#), ("plain", #""plain""#), ("\"", #""\"""#), ("\\", #""\\""#),
    ("a/b", #""a/b""#), ("\u{8}\u{9}\u{A}\u{C}\u{D}", #""\b\t\n\f\r""#),
    ("\u{0}\u{1}\u{1F}\u{7F}", #""\u0000\u0001\u001f\u007f""#),
    ("\u{85}\u{2028}\u{2029}", #""\u0085\u2028\u2029""#),
    ("\u{84}\u{86}\u{2027}\u{202A}", "\"\u{84}\u{86}\u{2027}\u{202A}\""),
    ("خانقين", #""خانقين""#), ("خانەقین", #""خانەقین""#), ("\u{1F600}", "\"\u{1F600}\""),
  ]

  @Test(arguments: escapes)
  func `strings are escaped`(input: String, expected: String) throws {
    let written = text { $0.string(input) }
    #expect(written == expected)
    #expect(try JSONReader.parse(Array(written.utf8)).string == input)
  }

  /// Strings are looked at eight bytes at a time: each place of what is escaped, in strings of each length.
  @Test(arguments: ["a", "خ"])
  func `what is escaped is found anywhere in a string`(filler: String) throws {
    for (scalar, escape) in [
      ("\"", #"\""#), ("\\", #"\\"#), ("\u{9}", #"\t"#), ("\u{1F}", #"\u001f"#),
      ("\u{0}", #"\u0000"#),
      ("\u{7F}", #"\u007f"#), ("\u{85}", #"\u0085"#), ("\u{2028}", #"\u2028"#), (" ", " "),
      ("~", "~"),
      ("!", "!"), ("\u{A0}", "\u{A0}"), ("\u{2013}", "\u{2013}"), ("\u{82}", "\u{82}"), ("â", "â"),
    ] {
      for length in 0...20 {
        for place in 0...length {
          let before = String(repeating: filler, count: place)
          let behind = String(repeating: filler, count: length - place)
          let written = text { $0.string(before + scalar + behind) }
          #expect(written == "\"" + before + escape + behind + "\"")
          #expect(try JSONReader.parse(Array(written.utf8)).string == before + scalar + behind)
        }
      }
    }
  }

  @Test func `a bare control character is found anywhere in a string`() {
    for length in 0...20 {
      for place in 0...length {
        for start in ["", #"\n"#] {
          var bytes = Array(("\"" + start + String(repeating: "a", count: length) + "\"").utf8)
          bytes.insert(0x1F, at: 1 + start.utf8.count + place)
          #expect(throws: JSONError.self) { try JSONReader.parse(bytes) }
        }
      }
    }
  }

  @Test func `commas stand between values and nowhere else`() {
    let written = text { json in
      json.beginObject()
      json.key("a")
      json.beginArray()
      json.int(1)
      json.null()
      json.beginObject()
      json.endObject()
      json.beginArray()
      json.endArray()
      json.endArray()
      json.key("b")
      json.bool(true)
      json.key("c")
      json.raw(Array("[2]".utf8))
      json.members(of: Array("{\"d\":1,\"e\":2}".utf8))
      json.members(of: Array("{}".utf8))
      json.key("f")
      json.string("x")
      json.endObject()
    }
    #expect(written == #"{"a":[1,null,{},[]],"b":true,"c":[2],"d":1,"e":2,"f":"x"}"#)
  }

  static let decimals: [(value: Double, decimals: Int, expected: String)] = [
    (0, 3, "0.0"), (1, 3, "1.0"), (-1.5, 3, "-1.5"), (0.91, 3, "0.91"), (0.0005, 3, "0.001"),
    (0.0004, 3, "0.0"), (-0.0004, 3, "0.0"), (-0.0, 3, "0.0"), (12.345_678_9, 4, "12.3457"),
    (99.9996, 3, "100.0"), (1e300, 3, "1e+300"), (.infinity, 3, "null"), (.nan, 3, "null"),
  ]

  @Test(arguments: decimals)
  func `decimals are rounded and end with no zeros`(
    value: Double, decimals: Int, expected: String
  ) {
    #expect(text { $0.double(value, decimals: decimals) } == expected)
  }

  static let degrees: [(value: Double, expected: String)] = [
    (45.391, "45.391"), (45, "45"), (-0.000_000_01, "0"), (0.000_000_1, "0.0000001"),
    (44.123_456_78, "44.1234568"), (-179.999_999_99, "-180"), (0.05, "0.05"),
  ]

  @Test(arguments: degrees)
  func `degrees have at most seven decimals`(value: Double, expected: String) {
    #expect(text { $0.degrees(value) } == expected)
  }

  /// What the digits mean, one at a time from the whole number.
  private func slowly(_ value: Double, _ decimals: Int) -> String {
    let whole = Int((value * Double((0..<decimals).reduce(1) { power, _ in power * 10 })).rounded())
    var digits = String(abs(whole))
    while digits.count <= decimals { digits = "0" + digits }
    var fraction = String(digits.suffix(decimals))
    while fraction.last == "0" { fraction.removeLast() }
    return (whole < 0 ? "-" : "") + digits.dropLast(decimals)
      + (fraction.isEmpty ? "" : "." + fraction)
  }

  @Test(arguments: 0..<100)
  func `digits written at once are those written one by one`(seed: Int) {
    var random = SplitMix64(seed: seed)
    for decimals in 0...9 {
      let range: Double = [1e-9, 1e-3, 1, 180, 1e6].randomElement(using: &random) ?? 1
      let value = Double.random(in: -range...range, using: &random)
      let expected = slowly(value, decimals)
      #expect(DecimalDigits.text(value, decimals: decimals) == expected, "\(value)")
    }
  }

  @Test func `an outline written again has the same bytes`() {
    let square = MultiPolygon([
      Polygon(rings: [
        [
          Coordinate(44, 34), Coordinate(45, 34), Coordinate(45, 35), Coordinate(44, 34),
        ]
      ])
    ])
    // More outlines than are remembered, each twice, in an order that lets the first ones go.
    let outlines = (0..<20).map { shift in
      MultiPolygon(
        square.polygons.map { polygon in
          Polygon(
            rings: polygon.rings.map { ring in
              ring.map { Coordinate($0.x + Double(shift), $0.y) }
            })
        })
    }
    let order = Array(outlines.indices) + [19, 0, 19, 3, 3]
    let together = text { json in
      json.beginArray()
      for number in order { json.polygons(outlines[number]) }
      json.endArray()
    }
    let apart = order.map { number in text { $0.polygons(outlines[number]) } }
    #expect(together == "[" + apart.joined(separator: ",") + "]")
  }

  @Test func `the shortest digits read back`() {
    for value in [0.1, 1.0 / 3, 6_378_137, -2.5e-7, 1e21] {
      #expect(Double(text { $0.double(value) }) == value)
    }
    #expect(text { $0.double(-0.0) } == "0.0")
    #expect(text { $0.double(.nan) } == "null")
  }

  @Test func `line breaks leave valid JSON`() throws {
    let written = text { json in
      json.beginArray()
      for number in 1...3 {
        json.lineBreak()
        json.int(number)
      }
      json.endLine()
      json.endArray()
    }
    #expect(written == "[\n1,\n2,\n3\n]")
  }

  static let cells: [(value: PropertyValue, json: String, cell: String?)] = [
    (.null, "null", nil), (.string("a\"b"), #""a\"b""#, "a\"b"), (.int(-3), "-3", "-3"),
    (.double(0.5, decimals: 3), "0.5", "0.5"), (.double(2, decimals: 3), "2.0", "2"),
    (.bool(false), "false", "false"), (.strings(["a", "b"]), #"["a","b"]"#, "a; b"),
    (.strings([]), "[]", ""), (.doubles([1, 0.25], decimals: 4), "[1.0,0.25]", "1; 0.25"),
    (.json(Array(#"{"a":1}"#.utf8)), #"{"a":1}"#, #"{"a":1}"#),
  ]

  @Test(arguments: cells)
  func `values in JSON and in cells`(value: PropertyValue, json: String, cell: String?) {
    #expect(String(decoding: value.json, as: UTF8.self) == json)
    #expect(value.cell == cell)
  }
}
