import TestSupport

/// Makes GeoJSON files that are odd and, most of them, right: any order, spelling and nesting.
struct RandomGeoJSON {
  private var random: SplitMix64
  /// How often something is wrong or there twice, one in so many.
  private let oddity: Int

  init(seed: Int, oddity: Int) {
    random = SplitMix64(seed: seed)
    self.oddity = oddity
  }

  private mutating func below(_ bound: Int) -> Int { Int(random.next() % UInt64(bound)) }
  private mutating func isOdd() -> Bool { below(oddity) == 0 }
  private mutating func pick<Element>(_ choices: [Element]) -> Element {
    choices[below(choices.count)]
  }
  private mutating func blank() -> String {
    below(4) == 0 ? pick([" ", "\n", "\r\n", "\t", "  \n          "]) : ""
  }

  mutating func file() -> [UInt8] {
    let mark = below(8) == 0 ? "\u{FEFF}" : ""
    switch below(6) {
    case 0:
      return Array((mark + (0..<(1 + below(4))).map { _ in line() }.joined()).utf8)
    case 1: return Array((mark + blank() + geometry() + blank()).utf8)
    case 2: return Array((mark + blank() + feature() + blank()).utf8)
    default: return Array((mark + blank() + collection() + blank()).utf8)
    }
  }

  private mutating func line() -> String {
    let text = below(5) == 0 ? geometry() : below(8) == 0 ? collection() : feature()
    return pick(["", "", "\u{1E}", " "]) + text + pick(["\n", "\n", "\r\n", "\n\n"])
  }

  private mutating func object(_ members: [(String, String)]) -> String {
    var members = members
    if below(3) == 0 { members.shuffle(using: &random) }
    let text = members.map { name, value in
      blank() + key(name) + blank() + ":" + blank() + value + blank()
    }
    return "{" + text.joined(separator: ",") + blank() + "}"
  }

  private mutating func array(_ values: [String]) -> String {
    "[" + values.map { blank() + $0 + blank() }.joined(separator: ",") + "]"
  }

  private mutating func key(_ name: String) -> String {
    guard below(12) == 0, let first = name.utf8.first, first < 0x80 else { return "\"\(name)\"" }
    let digits = String(first, radix: 16)
    return "\"\\u00\(digits)\(name.dropFirst())\""
  }

  private mutating func collection() -> String {
    var members = [
      ("type", isOdd() ? value(0) : "\"FeatureCollection\""),
      ("features", array((0..<below(6)).map { _ in feature() })),
    ]
    if below(3) == 0 { members.append(("name", pick(["\"made\"", "\"\"", "null", "\"a\\nb\""]))) }
    if below(3) == 0 { members.append(("crs", system())) }
    if below(3) == 0 { members.append(("extra", value(0))) }
    if isOdd() { members.append(("features", array([feature()]))) }
    if isOdd() { members.append(("type", "\"FeatureCollection\"")) }
    return object(members)
  }

  private mutating func system() -> String {
    if isOdd() { return #"{"type":"name","properties":{"name":"EPSG:32638"}}"# }
    return pick([
      #"{"type":"name","properties":{"name":"urn:ogc:def:crs:OGC:1.3:CRS84"}}"#, "null",
      #"{"type": "EPSG", "properties": {"code": 4326}}"#,
      #"{"type":"name","properties":{"name":"EPSG:4326"}}"#,
    ])
  }

  private mutating func feature() -> String {
    var members = [("type", isOdd() ? value(0) : "\"Feature\"")]
    if below(8) > 0 { members.append(("properties", properties())) }
    if below(8) > 0 { members.append(("geometry", below(6) == 0 ? "null" : geometry())) }
    if below(2) == 0 {
      members.append(("id", isOdd() ? value(0) : pick(["1", "\"a\"", "1.5", "null", "-0"])))
    }
    if below(5) == 0 { members.append(("bbox", "[1,2,3,4]")) }
    if below(9) == 0 { members.append(("crs", system())) }
    if isOdd() { members.append(("properties", properties())) }
    if isOdd() { members.append(("geometry", geometry())) }
    if isOdd() { members.append(("features", "[]")) }
    return object(members)
  }

  private mutating func properties() -> String {
    if isOdd() { return pick(["null", "[]", "1", "{}"]) }
    let names = ["a", "name", "a longer name of a column", "\u{642}\u{636}\u{627}", "d", "e"]
    var members: [(String, String)] = []
    for (index, name) in names.enumerated() where below(5) > 0 {
      members.append((name, scalar(below(8) == 0 ? below(8) : index)))
      if isOdd() { members.append((name, value(2))) }
    }
    return object(members)
  }

  private mutating func scalar(_ kind: Int) -> String {
    switch kind {
    case _ where below(6) == 0: return "null"
    case 0: return pick(["0", "-7", "9223372036854775807", "12", "-9223372036854775808"])
    case 1: return pick(["1.5", "-2e3", "5.0", "9223372036854775808", "1E-5", "3", "-0"])
    case 2: return pick(["\"2020-02-29\"", "\"1999-12-31\"", "\"2021-02-29\"", "\"2020-01-01 \""])
    case 3: return pick(["\"2020-02-29T12:00:00Z\"", "\"2020-02-29T23:59:59.123Z\""])
    case 4: return pick(["true", "false"])
    default:
      return pick([
        #""""#, #""plain text, long enough to go over a word""#, #""\u0643\ud83d\ude00""#,
        #""\ud800""#, "\"\u{62E}\u{627}\u{646}\u{642}\u{64A}\u{646}\"", #""a\"b\\""#,
        #""2020-\u00302-29""#, "[1,2,3]", #"{"a": ["b c", null]}"#,
      ])
    }
  }

  private mutating func value(_ depth: Int) -> String {
    switch below(depth > 3 ? 3 : 5) {
    case 3: return array((0..<below(4)).map { _ in value(depth + 1) })
    case 4: return object((0..<below(3)).map { ("k\($0)", value(depth + 1)) })
    default: return scalar(below(8))
    }
  }

  // MARK: Geometries

  private mutating func geometry() -> String {
    let kinds = [
      "Point", "MultiPoint", "LineString", "MultiLineString", "Polygon", "MultiPolygon",
    ]
    if below(8) == 0 {
      return object([
        ("type", "\"GeometryCollection\""),
        ("geometries", array((0..<below(3)).map { _ in geometry() })),
      ])
    }
    let index = below(kinds.count)
    // Now and then the coordinates of another type.
    let shape = coordinates(isOdd() ? below(6) : index)
    var members = [("type", "\"\(kinds[index])\""), ("coordinates", shape)]
    if isOdd() { members.append(("coordinates", coordinates(index))) }
    if isOdd() { members.append(("geometries", "[]")) }
    return object(members)
  }

  private mutating func coordinates(_ kind: Int) -> String {
    if below(12) == 0 { return pick(["[]", "[]", "null"]) }
    switch kind {
    case 0: return position()
    case 1: return positions(1 + below(3))
    case 2: return positions(isOdd() ? 1 : 2 + below(3))
    case 3: return array((0..<(1 + below(2))).map { _ in positions(2) })
    case 4: return rings()
    default: return array((0..<(1 + below(2))).map { _ in rings() })
    }
  }

  private mutating func positions(_ count: Int) -> String {
    array((0..<count).map { _ in position() })
  }

  private mutating func rings() -> String {
    array(
      (0..<(1 + below(2))).map { _ in
        let first = position()
        let middle = (0..<(isOdd() ? 1 : 2 + below(2))).map { _ in position() }
        return array([first] + middle + [isOdd() ? position() : first])
      })
  }

  private mutating func position() -> String {
    var numbers = [number(180), number(90)]
    if below(6) == 0 { numbers.append(pick(["0", "12.5", "-3e2"])) }
    if isOdd() { numbers = pick([["1"], ["200", "1"], ["1", "91"], ["\"1\"", "2"], []]) }
    return array(numbers)
  }

  private mutating func number(_ limit: Int) -> String {
    let whole = below(2 * limit) - limit
    switch below(5) {
    case 0: return "\(whole)"
    case 1: return "\(whole)" + (abs(whole) == limit ? ".00000000000003" : ".25")
    case 2: return "\(Double(whole) + Double(below(1 << 30)) / Double(1 << 30))"
    case 3: return "\(whole / 10).\(random.next())"
    default: return "\(Double(whole) / 7)"
    }
  }
}
