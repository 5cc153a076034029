import Model
import QueryEvents
import Testing

@Suite struct `Times` {
  /// Days of July 2020 as numbers; 0 and 99 are open ends.
  private static func span(_ start: Int, _ end: Int) -> TimeSpan? {
    func side(_ day: Int) -> TimeSpan.End {
      guard day > 0, day < 99, let date = CivilDate(year: 2020, month: 7, day: day) else {
        return .open
      }
      return .day(date)
    }
    return TimeSpan(start: side(start), end: side(end))
  }

  /// Allen's relations on plain numbers, from their definitions.
  private static func expected(
    _ relation: TemporalRelation, _ a: (Int, Int), _ b: (Int, Int)
  ) -> Bool {
    switch relation {
    case .after: a.0 > b.1
    case .before: a.1 < b.0
    case .contains: a.0 < b.0 && a.1 > b.1
    case .disjoint: a.1 < b.0 || a.0 > b.1
    case .during: a.0 > b.0 && a.1 < b.1
    case .equals: a.0 == b.0 && a.1 == b.1
    case .finishedBy: a.0 < b.0 && a.1 == b.1
    case .finishes: a.0 > b.0 && a.1 == b.1
    case .intersects: !(a.1 < b.0 || a.0 > b.1)
    case .meets: a.1 == b.0
    case .metBy: a.0 == b.1
    case .overlappedBy: a.0 > b.0 && a.0 < b.1 && a.1 > b.1
    case .overlaps: a.0 < b.0 && a.1 > b.0 && a.1 < b.1
    case .startedBy: a.0 == b.0 && a.1 > b.1
    case .starts: a.0 == b.0 && a.1 < b.1
    }
  }

  @Test(arguments: TemporalRelation.allCases)
  func `of days relate as numbers do`(_ relation: TemporalRelation) throws {
    let ends = [0, 1, 2, 3, 4, 99]
    let pairs = ends.flatMap { start in ends.filter { $0 >= start && $0 > 0 }.map { (start, $0) } }
      .filter { $0.0 < 99 }
    for first in pairs {
      for second in pairs {
        let left = try #require(Self.span(first.0, first.1))
        let right = try #require(Self.span(second.0, second.1))
        #expect(
          left.holds(relation, right) == Self.expected(relation, first, second),
          "\(first) \(relation) \(second)")
      }
    }
  }

  @Test func `that end before they begin are none`() {
    #expect(Self.span(2, 1) == nil)
    #expect(Self.span(2, 2) != nil)
  }

  /// `Ask.row` has d 22 and e 31 July 2020, at 10:30 and until 12:00:00.5 on the 22nd.
  static let cases: [(text: String, truth: Bool?)] = [
    ("T_AFTER(e, d)", true), ("T_AFTER(d, d)", false), ("T_BEFORE(at, until)", true),
    ("T_EQUALS(d, DATE('2020-07-22'))", true), ("T_DISJOINT(d, e)", true),
    ("T_INTERSECTS(d, INTERVAL('2020-07-01', '2020-07-22'))", true),
    ("T_INTERSECTS(d, INTERVAL('2020-07-23', '..'))", false),
    ("T_AFTER(d, INTERVAL('..', '2020-07-21'))", true),
    ("T_DURING(INTERVAL(d, e), INTERVAL('2020-07-01', '2020-08-01'))", true),
    ("T_DURING(INTERVAL(d, e), INTERVAL('..', '..'))", true),
    ("T_CONTAINS(INTERVAL('..', '..'), INTERVAL(at, until))", true),
    ("T_MEETS(INTERVAL(d, e), INTERVAL('2020-07-31', '2020-08-01'))", true),
    ("T_METBY(INTERVAL(d, e), INTERVAL('2020-07-01', '2020-07-22'))", true),
    ("T_STARTS(INTERVAL(d, e), INTERVAL('2020-07-22', '..'))", true),
    ("T_STARTEDBY(INTERVAL(d, '..'), INTERVAL('2020-07-22', '2020-08-01'))", true),
    ("T_FINISHES(INTERVAL(d, e), INTERVAL('..', '2020-07-31'))", true),
    ("T_FINISHEDBY(INTERVAL('..', e), INTERVAL(d, e))", true),
    ("T_OVERLAPS(INTERVAL(d, e), INTERVAL('2020-07-30', '2020-08-01'))", true),
    ("T_OVERLAPPEDBY(INTERVAL(d, e), INTERVAL('2020-07-01', '2020-07-23'))", true),
    // A day meets an instant as the stretch from midnight to midnight
    ("T_INTERSECTS(d, at)", true), ("T_DISJOINT(d, at)", false), ("T_EQUALS(d, at)", false),
    ("T_BEFORE(d, at)", false), ("T_BEFORE(d, TIMESTAMP('2020-07-23T00:00:00Z'))", true),
    ("T_AFTER(d, TIMESTAMP('2020-07-21T23:59:59.999Z'))", true),
    ("T_AFTER(d, TIMESTAMP('2020-07-22T00:00:00Z'))", false),
    ("T_EQUALS(d, TIMESTAMP('2020-07-22T00:00:00Z'))", false),
    ("T_DURING(INTERVAL(at, until), INTERVAL('2020-07-22', '2020-07-22'))", true),
    ("T_STARTS(INTERVAL('2020-07-22T00:00:00Z', '2020-07-22T23:59:59Z'), INTERVAL(d, d))", true),
    ("T_MEETS(INTERVAL(d, d), INTERVAL('2020-07-23T00:00:00Z', '..'))", false),
    // Null, and an interval that ends before it begins, are unknown
    ("T_BEFORE(noday, d)", nil), ("T_INTERSECTS(INTERVAL(noday, e), INTERVAL('..','..'))", nil),
    ("T_INTERSECTS(INTERVAL(e, d), INTERVAL('..','..'))", nil),
    ("NOT T_INTERSECTS(INTERVAL(e, d), INTERVAL('..','..'))", nil),
    ("INTERVAL(e, d) IS NULL", true),
  ]

  @Test(arguments: cases)
  func `in filters give the answer worked out by hand`(_ text: String, _ truth: Bool?) throws {
    #expect(try Ask.truth(text) == truth)
  }

  @Test func `in text come back as they are`() throws {
    for (text, expected) in [
      ("2020-07-22T10:30:00Z", "2020-07-22T10:30:00Z"),
      ("1969-12-31T23:59:59.5Z", "1969-12-31T23:59:59.5Z"),
      ("0001-01-01T00:00:00.000Z", "0001-01-01T00:00:00Z"),
      ("9999-12-31T23:59:59.123456789012345678Z", "9999-12-31T23:59:59.123456789012345678Z"),
    ] {
      #expect(try #require(Timestamp(iso: text)).description == expected)
    }
    for text in [
      "", "2020-07-22", "2020-07-22 10:30:00Z", "2020-07-22T10:30Z", "2020-07-22T10:30:00",
      "2020-07-22T10:30:60Z", "2020-07-22T10:60:00Z", "2020-07-22T10:30:00.Z",
      "0000-01-01T00:00:00Z",
      "2020-07-22T10:30:0xZ", "2020-07-22T10:30:00+00:00Z",
    ] {
      #expect(Timestamp(iso: text) == nil, "\(text)")
    }
  }
}
