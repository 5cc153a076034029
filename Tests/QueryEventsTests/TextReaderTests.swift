import QueryEvents
import Testing

@Suite struct `Text encoding` {
  /// A filter and what it says in JSON.
  static let cases: [(text: String, json: String)] = [
    // basic-cql2
    ("killed_min > 2", #"{"op":">","args":[{"property":"killed_min"},2]}"#),
    (
      "a=1 AND b<>2 and c>=3",
      #"{"op":"and","args":[{"op":"=","args":[{"property":"a"},1]},{"op":"<>","args":[{"property":"b"},2]},{"op":">=","args":[{"property":"c"},3]}]}"#
    ),
    (
      "a = 1 OR b = 2 AND NOT c = 3",
      #"{"op":"or","args":[{"op":"=","args":[{"property":"a"},1]},{"op":"and","args":[{"op":"=","args":[{"property":"b"},2]},{"op":"not","args":[{"op":"=","args":[{"property":"c"},3]}]}]}]}"#
    ),
    ("TRUE", "true"), ("(false)", "false"),
    ("a IS NULL", #"{"op":"isNull","args":[{"property":"a"}]}"#),
    (
      "a is not null",
      #"{"op":"not","args":[{"op":"isNull","args":[{"property":"a"}]}]}"#
    ),
    (
      "(a = 1) IS NULL",
      #"{"op":"isNull","args":[{"op":"=","args":[{"property":"a"},1]}]}"#
    ),
    ("d <= DATE('2020-07-22')", #"{"op":"<=","args":[{"property":"d"},{"date":"2020-07-22"}]}"#),
    (
      "at = TIMESTAMP('2020-07-22T10:00:00.1200Z')",
      #"{"op":"=","args":[{"property":"at"},{"timestamp":"2020-07-22T10:00:00.12Z"}]}"#
    ),
    // Names: quoted ones are properties, keywords are known by what follows
    ("\"and\" = 'x'", #"{"op":"=","args":[{"property":"and"},"x"]}"#),
    ("date = 1", #"{"op":"=","args":[{"property":"date"},1]}"#),
    ("point = 1", #"{"op":"=","args":[{"property":"point"},1]}"#),
    ("eo:cloud.cover_1 = 1", #"{"op":"=","args":[{"property":"eo:cloud.cover_1"},1]}"#),
    ("\"a \"\" b\" = 1", #"{"op":"=","args":[{"property":"a \" b"},1]}"#),
    ("محافظة = 'ديالى'", #"{"op":"=","args":[{"property":"محافظة"},"ديالى"]}"#),
    ("\u{3000}a\u{2003}=\u{A0}1\n", #"{"op":"=","args":[{"property":"a"},1]}"#),
    // Strings
    ("a = 'it''s'", #"{"op":"=","args":[{"property":"a"},"it's"]}"#),
    (#"a = 'it\'s'"#, #"{"op":"=","args":[{"property":"a"},"it's"]}"#),
    (#"a = 'x\ty\\z'"#, #"{"op":"=","args":[{"property":"a"},"x\ty\\z"]}"#),
    (#"a LIKE '5\%\_%'"#, #"{"op":"like","args":[{"property":"a"},"5\\%\\_%"]}"#),
    // Numbers
    (
      "a IN (1,-2,+3,.5,4.,1e3,-1.5E-2,12345678901234567890)",
      #"{"op":"in","args":[{"property":"a"},[1,-2,3,0.5,4,1000,-0.015,1.2345678901234567e+19]]}"#
    ),
    ("a = 9007199254740993", #"{"op":"=","args":[{"property":"a"},9007199254740993]}"#),
    // advanced-comparison-operators
    (
      "a NOT LIKE 'x_'",
      #"{"op":"not","args":[{"op":"like","args":[{"property":"a"},"x_"]}]}"#
    ),
    (
      "a BETWEEN 1 AND 2 AND b = 3",
      #"{"op":"and","args":[{"op":"between","args":[{"property":"a"},1,2]},{"op":"=","args":[{"property":"b"},3]}]}"#
    ),
    (
      "a NOT BETWEEN b AND c + 1",
      #"{"op":"not","args":[{"op":"between","args":[{"property":"a"},{"property":"b"},{"op":"+","args":[{"property":"c"},1]}]}]}"#
    ),
    (
      "d NOT IN (DATE('2020-01-01'), e)",
      #"{"op":"not","args":[{"op":"in","args":[{"property":"d"},[{"date":"2020-01-01"},{"property":"e"}]]}]}"#
    ),
    // case- and accent-insensitive-comparison
    (
      "CASEI(ACCENTI(a)) LIKE casei(accenti('É%'))",
      #"{"op":"like","args":[{"op":"casei","args":[{"op":"accenti","args":[{"property":"a"}]}]},{"op":"casei","args":[{"op":"accenti","args":["É%"]}]}]}"#
    ),
    // arithmetic
    (
      "a + 2 * b ^ 2 - 1 = 0",
      #"{"op":"=","args":[{"op":"-","args":[{"op":"+","args":[{"property":"a"},{"op":"*","args":[2,{"op":"^","args":[{"property":"b"},2]}]}]},1]},0]}"#
    ),
    (
      "(a + 2) * b = a -1",
      #"{"op":"=","args":[{"op":"*","args":[{"op":"+","args":[{"property":"a"},2]},{"property":"b"}]},{"op":"-","args":[{"property":"a"},1]}]}"#
    ),
    (
      "-a % 2 = 7 div 2",
      #"{"op":"=","args":[{"op":"%","args":[{"op":"*","args":[-1,{"property":"a"}]},2]},{"op":"div","args":[7,2]}]}"#
    ),
    ("((a)) = 1", #"{"op":"=","args":[{"property":"a"},1]}"#),
    // functions, property-property
    ("isGood(a)", #"{"op":"isGood","args":[{"property":"a"}]}"#),
    (
      "f() = g(a = 1, (b), (1,(2,3)), 'x')",
      #"{"op":"=","args":[{"op":"f","args":[]},{"op":"g","args":[{"op":"=","args":[{"property":"a"},1]},[{"property":"b"}],[1,[2,3]],"x"]}]}"#
    ),
    // array-functions
    (
      "A_EQUALS(list, ())",
      #"{"op":"a_equals","args":[{"property":"list"},[]]}"#
    ),
    (
      "a_containedBy((a), ((1), (2 + 1) * 3, a > 1))",
      #"{"op":"a_containedBy","args":[[{"property":"a"}],[[1],{"op":"*","args":[{"op":"+","args":[2,1]},3]},{"op":">","args":[{"property":"a"},1]}]]}"#
    ),
  ]

  @Test(arguments: cases)
  func `says what its JSON says`(_ text: String, _ json: String) throws {
    let filter = try Filter(text: text)
    #expect(filter.json == json)
    #expect(try Filter(json: json) == filter)
    #expect(try Filter(text: filter.text) == filter, "\(filter.text)")
  }

  /// Times and geometries.
  static let literals: [(text: String, json: String)] = [
    ("INTERVAL('2020-01-01', '..')", #"{"interval":["2020-01-01",".."]}"#),
    (
      "interval(start, now())",
      #"{"interval":[{"property":"start"},{"op":"now","args":[]}]}"#
    ),
    (
      "INTERVAL('..', '2020-01-01T00:00:00Z')",
      #"{"interval":["..","2020-01-01T00:00:00Z"]}"#
    ),
    ("POINT(45.39 34.35)", #"{"type":"Point","coordinates":[45.39,34.35]}"#),
    ("point z (45 -34.5 100)", #"{"type":"Point","coordinates":[45,-34.5,100]}"#),
    ("POINTZ(45 34 1)", #"{"type":"Point","coordinates":[45,34,1]}"#),
    ("LINESTRING(0 0, 1e1 1)", #"{"type":"LineString","coordinates":[[0,0],[10,1]]}"#),
    (
      "POLYGON((0 0,4 0,4 4,0 0),(2 1,3 1,3 2,2 1))",
      #"{"type":"Polygon","coordinates":[[[0,0],[4,0],[4,4],[0,0]],[[2,1],[3,1],[3,2],[2,1]]]}"#
    ),
    ("MULTIPOINT((0 0), (1 1))", #"{"type":"MultiPoint","coordinates":[[0,0],[1,1]]}"#),
    (
      "MULTILINESTRING((0 0,1 1),(2 2,3 3))",
      #"{"type":"MultiLineString","coordinates":[[[0,0],[1,1]],[[2,2],[3,3]]]}"#
    ),
    (
      "MULTIPOLYGON(((0 0,4 0,4 4,0 0)))",
      #"{"type":"MultiPolygon","coordinates":[[[[0,0],[4,0],[4,4],[0,0]]]]}"#
    ),
    (
      "GEOMETRYCOLLECTION(POINT(1 2), LINESTRING Z (0 0 1, 1 1 2))",
      #"{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[1,2]},{"type":"LineString","coordinates":[[0,0,1],[1,1,2]]}]}"#
    ),
    ("BBOX(150,-90,-150,90)", #"{"bbox":[150,-90,-150,90]}"#),
    ("bbox(1, 2, -5, 3, 4, 5.5)", #"{"bbox":[1,2,-5,3,4,5.5]}"#),
  ]

  @Test(arguments: literals)
  func `writes times and geometries as JSON does`(_ text: String, _ json: String) throws {
    let filter = try Filter(text: "\(text) IS NULL")
    #expect(filter.json == #"{"op":"isNull","args":[\#(json)]}"#)
    #expect(try Filter(json: filter.json) == filter)
    #expect(try Filter(text: filter.text) == filter, "\(filter.text)")
  }

  @Test func `names every predicate in both encodings`() throws {
    for name in [
      "s_contains", "s_crosses", "s_disjoint", "s_equals", "s_intersects", "s_overlaps",
      "s_touches", "s_within",
    ] {
      let filter = try Filter(text: "\(name.uppercased())(g, POINT(1 2))")
      #expect(filter.json.hasPrefix(#"{"op":"\#(name)","#))
      #expect(try Filter(text: filter.text.lowercased()) == filter)
    }
    for name in [
      "t_after", "t_before", "t_contains", "t_disjoint", "t_during", "t_equals", "t_finishedBy",
      "t_finishes", "t_intersects", "t_meets", "t_metBy", "t_overlappedBy", "t_overlaps",
      "t_startedBy", "t_starts",
    ] {
      let filter = try Filter(text: "\(name.uppercased())(INTERVAL(a, b), INTERVAL('..', c))")
      #expect(filter.json.hasPrefix(#"{"op":"\#(name)","#))
      #expect(try Filter(json: filter.json) == filter)
    }
  }
}
