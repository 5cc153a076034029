import QueryEvents
import Testing

@Suite struct `Errors of filters` {
  static let texts: [(text: String, code: String, place: String)] = [
    ("", "Q001", "1:1"), ("a =", "Q001", "1:4"), ("a = 1 b", "Q001", "1:7"),
    ("a = 1\n  AND )", "Q001", "2:7"), ("a = 1 = 2", "Q001", "1:7"), ("(a = 1", "Q001", "1:7"),
    ("a IN ()", "Q001", "1:7"), ("a IN 1", "Q001", "1:6"), ("a IS 1", "Q001", "1:6"),
    ("a NOT = 1", "Q001", "1:7"), ("a BETWEEN 1 OR 2", "Q001", "1:13"),
    ("2 ^ 3 ^ 4 = 1", "Q001", "1:7"), ("\"f\"(1) = 1", "Q001", "1:1"), ("\"\" = 1", "Q001", "1:1"),
    ("- 'x' = 1", "Q033", "1:3"), ("+a = 1", "Q001", "1:2"),
    ("a = 'x", "Q002", "1:5"), ("\"a = 1", "Q002", "1:1"),
    ("a == 1", "Q001", "1:4"), ("a != 1", "Q003", "1:3"), ("a = [1]", "Q003", "1:5"),
    ("ا = #", "Q003", "1:5"),
    ("a = 1e", "Q006", "1:5"), ("a = 1x", "Q006", "1:6"), ("a = 1e999", "Q006", "1:5"),
    ("d = DATE('2021-02-29')", "Q007", "1:10"), ("d = DATE(x)", "Q001", "1:10"),
    ("d = TIMESTAMP('2021-02-28')", "Q007", "1:15"),
    ("d = TIMESTAMP('2021-02-28T24:00:00Z')", "Q007", "1:15"),
    ("d = TIMESTAMP('2021-02-28T00:00:00+03:00')", "Q007", "1:15"),
    ("d = TIMESTAMP('2021-02-28T00:00:00.1234567890123456789Z')", "Q007", "1:15"),
    ("T_DURING(INTERVAL('2021-01-02','2021-01-01'),INTERVAL(a,b))", "Q008", "1:32"),
    ("T_DURING(INTERVAL('2021-01-02','2021-01-01T23:59:59Z'),INTERVAL(a,b))", "Q008", "1:32"),
    ("T_DURING(INTERVAL(1,a),INTERVAL(a,b))", "Q001", "1:19"),
    ("T_DURING(INTERVAL(DATE('2020-01-01'),a),INTERVAL(a,b))", "Q001", "1:19"),
    ("S_INTERSECTS(g, POINT(90 180))", "Q009", "1:26"),
    ("S_INTERSECTS(g, POINT(-181 0))", "Q009", "1:23"),
    ("S_INTERSECTS(g, BBOX(0,-91,1,1))", "Q009", "1:24"),
    ("S_INTERSECTS(g, BBOX(0,0,1,1,1))", "Q010", "1:21"),
    ("S_INTERSECTS(g, BBOX(0,2,1,1))", "Q010", "1:28"),
    ("S_INTERSECTS(g, BBOX(0,0,2,1,1,1))", "Q010", "1:32"),
    ("S_INTERSECTS(g, POLYGON((0 0,1 0,1 1)))", "Q010", "1:25"),
    ("S_INTERSECTS(g, POLYGON((0 0,1 0,1 1,0 1)))", "Q010", "1:25"),
    ("S_INTERSECTS(g, LINESTRING(0 0))", "Q010", "1:27"),
    ("S_INTERSECTS(g, MULTIPOINT(0 0,1 1))", "Q001", "1:28"),
    ("S_INTERSECTS(g, GEOMETRYCOLLECTION(GEOMETRYCOLLECTION(POINT(1 1))))", "Q001", "1:36"),
    ("S_INTERSECTS(g, POINT Z (1 2))", "Q001", "1:29"), ("S_INTERSECTS(g)", "Q001", "1:15"),
    ("a = NULL", "Q011", "1:5"), ("and = 1", "Q011", "1:1"), ("a = 1 AND OR b = 2", "Q011", "1:11"),
    // Types of literals, known without any schema
    ("a = 1 AND 'x' < 2", "Q033", "1:17"), ("a + 'x' = 1", "Q033", "1:5"),
    ("DATE('2020-01-01') = TIMESTAMP('2020-01-01T00:00:00Z')", "Q033", "1:22"),
    ("DATE('2020-01-01') < '2020'", "Q033", "1:22"), ("a IN (1, 'x')", "Q033", "1:10"),
    ("a LIKE b", "Q033", "1:8"), ("1 LIKE 'x'", "Q033", "1:1"), ("CASEI(1) = 'x'", "Q033", "1:7"),
    ("a BETWEEN 'x' AND 'y'", "Q033", "1:11"), ("POINT(1 2) = g", "Q033", "1:1"),
    ("a = (1, 2)", "Q033", "1:5"), ("INTERVAL(a,b) < c", "Q033", "1:1"),
    ("S_INTERSECTS(g, 'x')", "Q033", "1:17"), ("A_EQUALS(a, 1)", "Q033", "1:13"),
    ("T_BEFORE(a, 1)", "Q033", "1:13"), ("(a = 1) = TRUE", "Q033", "1:2"),
    ("(1, 2) IS NULL", "Q033", "1:1"), ("f(a = 1) + (b = 2) = 1", "Q033", "1:13"),
    ("a", "Q034", "1:1"), ("1", "Q034", "1:1"), ("a = 1 AND 'x'", "Q034", "1:11"),
    ("NOT (a + 1)", "Q034", "1:6"), ("(1, 2)", "Q034", "1:1"),
    ("T_DURING(DATE('2020-01-01'), INTERVAL(a,b))", "Q035", "1:10"),
    ("T_MEETS(INTERVAL(a,b), TIMESTAMP('2020-01-01T00:00:00Z'))", "Q035", "1:24"),
  ]

  @Test(arguments: texts)
  func `in text have a place`(_ text: String, _ code: String, _ place: String) {
    let error = #expect(throws: FilterError.self) { try Filter(text: text) }
    #expect(error?.code.rawValue == code)
    #expect("\(error?.line ?? 0):\(error?.column ?? 0)" == place)
    #expect(error?.pointer == nil)
    #expect(error?.message.isEmpty == false)
  }

  static let jsons: [(json: String, code: String, place: String, pointer: String?)] = [
    ("{", "Q020", "1:2", nil), ("{}x", "Q020", "1:3", nil), (#"{"op" 1}"#, "Q020", "1:7", nil),
    (#"{"op":"=","args":[01]}"#, "Q020", "1:20", nil), (#""\ud800""#, "Q020", "1:4", nil),
    (#"{"op":"=","args":[{"property":"a"},"x]}"#, "Q020", "1:36", nil),
    ("{}", "Q021", "1:1", ""), (#"{"op":1,"args":[]}"#, "Q021", "1:7", "/op"),
    (#"{"op":"AND","args":[true,true]}"#, "Q021", "1:7", "/op"),
    (#"{"op":"isnull","args":[1]}"#, "Q021", "1:7", "/op"),
    (#"{"op":"a b","args":[]}"#, "Q021", "1:7", "/op"),
    (#"{"op":"=","args":[{"property":1},1]}"#, "Q021", "1:31", "/args/0/property"),
    (#"{"op":"=","args":[{"property":"a","property":"b"},1]}"#, "Q021", "1:35", "/args/0/property"),
    (#"{"op":"=","args":[{"property":"a"},null]}"#, "Q021", "1:36", "/args/1"),
    (#"{"op":"="}"#, "Q022", "1:1", ""), (#"{"op":"=","args":1}"#, "Q022", "1:18", "/args"),
    (#"{"op":"=","args":[1]}"#, "Q022", "1:18", "/args"),
    (#"{"op":"and","args":[true]}"#, "Q022", "1:20", "/args"),
    (#"{"op":"in","args":[{"property":"a"},[]]}"#, "Q022", "1:37", "/args/1"),
    (#"{"op":"isNull","args":[{"interval":["2020-01-01"]}]}"#, "Q022", "1:36", "/args/0/interval"),
    (#"{"op":"isNull","args":[{"date":"2020-02-30"}]}"#, "Q007", "1:32", "/args/0/date"),
    (
      "{\"op\":\"s_within\",\"args\":[{\"property\":\"g\"},\n{\"type\":\"Point\",\"coordinates\":[90,180]}]}",
      "Q009", "2:35", "/args/1/coordinates/1"
    ),
    (
      #"{"op":"isNull","args":[{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,1]]]}]}"#,
      "Q010", "1:57", "/args/0/coordinates/0"
    ),
    (#"{"op":"isNull","args":[{"type":"Circle"}]}"#, "Q010", "1:32", "/args/0/type"),
    (#"{"op":"<","args":["x",2]}"#, "Q033", "1:23", "/args/1"),
    (#"{"property":"a"}"#, "Q034", "1:1", ""),
    (#"{"op":"isNull","args":[{"property":"a/b~c","x":{}}, 1]}"#, "Q022", "1:23", "/args"),
  ]

  @Test(arguments: jsons)
  func `in JSON have a place and a pointer`(
    _ json: String, _ code: String, _ place: String, _ pointer: String?
  ) {
    let error = #expect(throws: FilterError.self) { try Filter(json: json) }
    #expect(error?.code.rawValue == code)
    #expect("\(error?.line ?? 0):\(error?.column ?? 0)" == place)
    #expect(error?.pointer == pointer)
  }

  /// Errors that need the names and types of properties and functions.
  static let checked: [(text: String, code: String, place: String)] = [
    ("n = 1 AND killed = 2", "Q030", "1:11"), ("N = 1", "Q030", "1:1"),
    ("T_BEFORE(INTERVAL(d, x), at)", "Q030", "1:22"),
    ("foo(n) = 1", "Q031", "1:1"), ("abs() = 1", "Q032", "1:1"), ("abs(n, m) = 1", "Q032", "1:1"),
    ("n = 1 OR abs(s) = 1", "Q032", "1:14"), ("concat(s, n) = 'x'", "Q032", "1:11"),
    ("abs((n)) = 1", "Q032", "1:5"), ("abs(n)", "Q034", "1:1"), ("lower(s) > 2", "Q033", "1:12"),
    ("n = s", "Q033", "1:5"), ("s = 1", "Q033", "1:5"), ("d = '2020-07-22'", "Q033", "1:5"),
    ("d < at", "Q033", "1:5"), ("yes = 1", "Q033", "1:7"), ("n LIKE 'x'", "Q033", "1:1"),
    ("d BETWEEN n AND m", "Q033", "1:1"), ("n IN (1, s)", "Q033", "1:10"), ("g = g", "Q033", "1:1"),
    ("S_WITHIN(s, g)", "Q033", "1:10"), ("T_AFTER(d, n)", "Q033", "1:12"),
    ("A_OVERLAPS(list, s)", "Q033", "1:18"), ("T_DURING(d, INTERVAL(d,e))", "Q035", "1:10"),
    ("T_DURING(INTERVAL(d,n), INTERVAL(d,e))", "Q033", "1:21"),
  ]

  @Test(arguments: checked)
  func `of names and types have a place`(_ text: String, _ code: String, _ place: String) throws {
    let filter = try Filter(text: text)
    let error = #expect(throws: FilterError.self) { try filter.check(Ask.schema, .standard) }
    #expect(error?.code.rawValue == code)
    #expect("\(error?.line ?? 0):\(error?.column ?? 0)" == place)
    let again = try Filter(json: filter.json)
    let other = #expect(throws: FilterError.self) { try again.check(Ask.schema, .standard) }
    #expect(other?.code == error?.code)
    #expect(other?.pointer != nil)
  }

  @Test func `of a polygon that crosses itself come before any answer`() throws {
    let filter = try Filter(text: "n = 1 OR S_WITHIN(g, POLYGON((0 0,2 2,2 0,0 2,0 0)))")
    let error = #expect(throws: FilterError.self) {
      try FilterEvaluator(filter, schema: Ask.schema)
    }
    #expect(error?.code == .geometryNotValid)
    #expect(error?.column == 22)
    #expect(error?.message.contains("at 1.0 1.0") == true)
  }

  @Test func `tell the property that differs only by case`() throws {
    let error = #expect(throws: FilterError.self) {
      try Filter(text: "KILLED = 1").check(FilterSchema(["killed": .number]), .standard)
    }
    #expect(error?.message.contains("is it “killed”?") == true)
  }

  // MARK: Limits

  static let deep: [(name: String, text: @Sendable (Int) -> String)] = [
    (
      "parentheses",
      { String(repeating: "(", count: $0) + "a = 1" + String(repeating: ")", count: $0) }
    ),
    ("NOT", { String(repeating: "NOT ", count: $0) + "a = 1" }),
    ("sums", { "a" + String(repeating: "+1", count: $0) + " = 1" }),
    (
      "calls",
      { String(repeating: "f(", count: $0) + "a" + String(repeating: ")", count: $0) + " = 1" }
    ),
    (
      "arrays",
      {
        "A_EQUALS(a, " + String(repeating: "(", count: $0) + String(repeating: ")", count: $0) + ")"
      }
    ),
    (
      "CASEI",
      {
        String(repeating: "CASEI(", count: $0) + "a" + String(repeating: ")", count: $0) + " = 'x'"
      }
    ),
    ("open parentheses", { String(repeating: "(", count: $0) }),
  ]

  @Test(arguments: deep.indices)
  func `stop expressions that nest too deep`(_ index: Int) throws {
    let text = Self.deep[index].text
    let error = #expect(throws: FilterError.self) { try Filter(text: text(50_000)) }
    #expect(error?.code == .tooDeep)
    if Self.deep[index].name != "open parentheses" {
      let filter = try Filter(text: text(90))
      #expect(try Filter(json: filter.json) == filter)
      #expect(try Filter(text: filter.text) == filter)
    }
  }

  @Test func `stop JSON that nests too deep`() {
    for (open, close) in [("[", "]"), (#"{"op":"not","args":["#, "]}"), (#"{"a":"#, "}")] {
      let json = String(repeating: open, count: 50_000) + String(repeating: close, count: 50_000)
      let error = #expect(throws: FilterError.self) { try Filter(json: json) }
      #expect(error?.code == .tooDeep)
    }
  }

  @Test func `stop a filter that is too long and take a wide one`() throws {
    let wide = (0..<20_000).map { "a = \($0)" }.joined(separator: " OR ")
    let filter = try Filter(text: wide)
    #expect(filter.text == wide)
    let error = #expect(throws: FilterError.self) {
      try Filter(text: String(repeating: " ", count: 4 << 20) + "a = 1")
    }
    #expect(error?.code == .tooLarge)
  }
}
