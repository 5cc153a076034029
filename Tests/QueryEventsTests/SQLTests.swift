import Model
import Testing

@testable import QueryEvents

@Suite struct `Filters in SQL` {
  static let columns: [String: SQLColumn] = [
    "n": SQLColumn("n", .integer), "m": SQLColumn("m", .real), "s": SQLColumn("s", .text),
    "t": SQLColumn("a \"b\"", .text), "yes": SQLColumn("yes", .boolean),
    "d": SQLColumn("d", .date), "e": SQLColumn("e", .date),
  ]

  static let whole: [(text: String, sql: String, bindings: [SQLBinding])] = [
    ("n = 1", "(\"n\" = ?)", [.integer(1)]),
    ("1.5 <= m", "(? <= \"m\")", [.real(1.5)]),
    (
      "t = 'x'' OR 1=1 --'", "(\"a \"\"b\"\"\" = ?)", [.text("x' OR 1=1 --")]
    ),
    (
      "n = 1 AND (m > 2 OR NOT s < 'x')",
      "((\"n\" = ?) AND ((\"m\" > ?) OR (NOT (\"s\" < ?))))",
      [.integer(1), .integer(2), .text("x")]
    ),
    ("yes = TRUE", "(\"yes\" = ?)", [.integer(1)]), ("TRUE", "1", []),
    ("n IS NOT NULL", "(NOT (\"n\" IS NULL))", []),
    ("(n = 1) IS NULL", "((\"n\" = ?) IS NULL)", [.integer(1)]),
    ("n BETWEEN 1 AND m", "(\"n\" BETWEEN ? AND \"m\")", [.integer(1)]),
    ("s NOT IN ('a', t)", "(NOT (\"s\" IN (?, \"a \"\"b\"\"\")))", [.text("a")]),
    (
      #"s LIKE 'a*\%_[%?'"#, "(\"s\" GLOB ?)", [.text("a[*]%?[[]*[?]")]
    ),
    (
      "n + 1 > m / 2",
      "((CAST(\"n\" AS REAL) + CAST(? AS REAL)) > (CAST(\"m\" AS REAL) / CAST(? AS REAL)))",
      [.integer(1), .integer(2)]
    ),
    ("d >= DATE('2020-07-22')", "(\"d\" >= ?)", [.text("2020-07-22")]),
    (
      "T_AFTER(d, DATE('2020-07-22'))",
      "(CASE WHEN (\"d\" IS NOT NULL) THEN (\"d\" > ?) END)", [.text("2020-07-22")]
    ),
    (
      "T_INTERSECTS(INTERVAL(d, e), INTERVAL('2020-07-01', '..'))",
      "(CASE WHEN (\"d\" <= \"e\") THEN (\"e\" >= ?) END)", [.text("2020-07-01")]
    ),
  ]

  @Test(arguments: whole)
  func `are exact or not at all`(_ text: String, _ sql: String, _ bindings: [SQLBinding]) throws {
    let split = try Filter(text: text).split(columns: Self.columns, geometry: nil)
    #expect(split.condition == SQLCondition(text: sql, bindings: bindings))
    #expect(split.rest == nil)
  }

  static let none = [
    "other = 1", "CASEI(s) = 'x'", "s LIKE CASEI('x')", "n % 2 = 1", "n div 2 = 1", "n ^ 2 = 4",
    "abs(n) = 1", "S_WITHIN(g, BBOX(0,0,1,1))", "A_CONTAINS(list, ('a'))", "n = 1 OR other = 1",
    "NOT other = 1", "s = 'a\u{0}b'", "s LIKE 'a\u{0}b'",
    "T_BEFORE(d, TIMESTAMP('2020-07-22T00:00:00Z'))",
    "at = TIMESTAMP('2020-07-22T00:00:00Z')", "T_AFTER(INTERVAL(other, d), e)", "n = s",
  ]

  @Test(arguments: none)
  func `that would not be exact are left`(_ text: String) throws {
    let filter = try Filter(text: text)
    let split = filter.split(columns: Self.columns, geometry: nil)
    #expect(split.condition == nil)
    #expect(split.rest == filter)
  }

  @Test func `are split at the outermost AND`() throws {
    let filter = try Filter(
      text: "n = 1 AND CASEI(s) = 'x' AND d > DATE('2020-01-01') AND other = 2")
    let split = filter.split(columns: Self.columns, geometry: nil)
    #expect(split.condition?.text == "((\"n\" = ?) AND (\"d\" > ?))")
    #expect(split.rest?.text == "CASEI(s) = 'x' AND other = 2")
    let error = #expect(throws: FilterError.self) {
      try split.rest?.check(FilterSchema(["s": .text]), .standard)
    }
    #expect(error?.column == 57)
  }

  @Test func `that SQLite would refuse for their size are left`() throws {
    for text in [
      (0..<2000).map { "n = \($0)" }.joined(separator: " OR "),
      "n IN (" + (0..<40_000).map(String.init).joined(separator: ",") + ")",
    ] {
      #expect(try Filter(text: text).split(columns: Self.columns, geometry: nil).condition == nil)
    }
  }

  @Test func `a quote with an accent on it does not end a name`() throws {
    let quoted = try #require(SQLColumn("a\"\u{301}b", .text).quoted).unicodeScalars
    #expect(Array(quoted) == Array("\"a\"\"\u{301}b\"".unicodeScalars))
  }

  static let boxes: [(text: String, boxes: String?)] = [
    ("S_INTERSECTS(g, BBOX(1,2,3,4))", "1 2 3 4"), ("S_CONTAINS(POINT(1 2), g)", "1 2 1 2"),
    ("S_DISJOINT(g, BBOX(1,2,3,4))", nil), ("NOT S_INTERSECTS(g, BBOX(1,2,3,4))", nil),
    ("S_INTERSECTS(h, BBOX(1,2,3,4))", nil), ("S_INTERSECTS(g, h)", nil), ("n = 1", nil),
    ("S_WITHIN(g, BBOX(170,0,-170,10))", "170 0 180 10;-180 0 -170 10"),
    ("n = 1 AND S_EQUALS(g, LINESTRING(0 0,2 3))", "0 0 2 3"),
    ("S_INTERSECTS(g, BBOX(0,0,4,4)) AND S_TOUCHES(g, BBOX(2,2,6,6))", "2 2 4 4"),
    ("S_INTERSECTS(g, BBOX(0,0,1,1)) AND S_INTERSECTS(g, BBOX(2,2,6,6))", ""),
    ("S_INTERSECTS(g, BBOX(0,0,1,1)) OR S_INTERSECTS(g, BBOX(2,2,6,6))", "0 0 1 1;2 2 6 6"),
    ("S_INTERSECTS(g, BBOX(0,0,1,1)) OR n = 1", nil),
  ]

  @Test(arguments: boxes)
  func `imply boxes for an R-tree`(_ text: String, _ expected: String?) throws {
    let boxes = try Filter(text: text).split(columns: [:], geometry: "g").boxes
    let written = boxes?.map { box in
      [box.minX, box.minY, box.maxX, box.maxY].map { String(Int($0)) }.joined(separator: " ")
    }.joined(separator: ";")
    #expect(written == expected)
  }
}
