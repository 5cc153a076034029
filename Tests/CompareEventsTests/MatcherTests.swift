import EmitLayers
import Model
import TestSupport
import Testing

@testable import CompareEvents

@Suite struct `Matching two codings` {
  struct Case: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var ours, theirs: EventFeature
    var matches: Bool

    init(_ name: String, _ ours: EventFeature, _ theirs: EventFeature, _ matches: Bool) {
      testDescription = name
      self.ours = ours
      self.theirs = theirs
      self.matches = matches
    }
  }

  private static func ours(day: Int? = 0, to end: Int? = nil) -> EventFeature {
    Codings.event("a", day: day, to: end)
  }

  static let cases = [
    Case("the same", ours(), Codings.event("b"), true),
    Case("the day after", ours(), Codings.event("b", day: 1), false),
    Case("a week that holds the day", ours(day: 3), Codings.event("b", day: 0, to: 6), true),
    Case("a week that ended before", ours(day: 7), Codings.event("b", day: 0, to: 6), false),
    Case("a bound a week later", ours(day: 0), Codings.event("b", day: nil, to: 7), true),
    Case("a bound eight days later", ours(day: 0), Codings.event("b", day: nil, to: 8), false),
    Case("a bound before the day", ours(day: 1), Codings.event("b", day: nil, to: 0), false),
    // 0.09 degrees of longitude are 8.3 km here: two radii of 2 km and a margin of 5.
    Case("within radii and margin", ours(), Codings.event("b", longitude: 45.09), true),
    Case("beyond", ours(), Codings.event("b", longitude: 45.1), false),
    Case("within a wide radius", ours(), Codings.event("b", longitude: 45.3, radius: "25"), true),
    Case("without a place", ours(), Codings.event("b", longitude: nil), false),
    Case(
      "the same family", ours(),
      Codings.event("b", type: "Violence against civilians", sub: "Attack"), true),
    Case(
      "another family", ours(), Codings.event("b", type: "Protests", sub: "Peaceful protest"), false
    ),
    Case(
      "families that go together", Codings.event("a", type: "Protests", sub: "Peaceful protest"),
      Codings.event("b", type: "Riots", sub: "Violent demonstration"), true),
    Case("an unknown type", ours(), Codings.event("b", type: "X", sub: "Y"), false),
  ]

  @Test(arguments: cases)
  func `goes by day, place and type`(_ trial: Case) throws {
    let one = try Codings.compare([trial.ours], [trial.theirs])
    let other = try Codings.compare([trial.theirs], [trial.ours])
    #expect(one.matches.count == (trial.matches ? 1 : 0))
    #expect(other.matches.count == one.matches.count)
    #expect(other.matches.map(\.score) == one.matches.map(\.score))
    #expect(one.onlyOurs.count == one.onlyTheirs.count)
    #expect(one.onlyOurs.count == 1 - one.matches.count)
  }

  @Test func `gives the full score to the same event, less for each difference`() throws {
    func score(_ theirs: EventFeature) throws -> Int {
      try Codings.compare([Codings.event("a")], [theirs]).matches.first?.score ?? 0
    }
    #expect(try score(Codings.event("b")) == 1000)
    #expect(try score(Codings.event("b", killed: "4", most: "9")) == 900)
    #expect(try score(Codings.event("b", killed: "1", most: "null")) == 1000)
    #expect(try score(Codings.event("b", killed: "null", most: "null")) == 940)
    #expect(try score(Codings.event("b", inters: ["1", "2"])) == 1000)
    #expect(try score(Codings.event("b", inters: ["3", "1"])) == 950)
    #expect(try score(Codings.event("b", inters: ["3", "7"])) == 900)
    #expect(try score(Codings.event("b", inters: ["null", "null"])) == 940)
    #expect(try score(Codings.event("b", day: 0, to: 4)) == 800)
    #expect(try score(Codings.event("b", type: "Violence against civilians", sub: "Attack")) == 880)
    let near = try score(Codings.event("b", longitude: 45.04))
    #expect((840...900).contains(near))
  }

  @Test func `is one to one, the best score first`() throws {
    let theirs = [
      Codings.event("far", longitude: 45.05), Codings.event("near", longitude: 45.01),
    ]
    let ours = [Codings.event("first"), Codings.event("second", longitude: 45.06)]
    #expect(
      Codings.pairs(try Codings.compare(ours, theirs)) == ["first-near", "second-far"])
    #expect(
      Codings.pairs(try Codings.compare([ours[0]], theirs)) == ["first-near"])
  }

  @Test func `of equal pairs takes the lower ids, in whatever order they come`() throws {
    let ours = ["b", "a", "c"].map { Codings.event($0) }
    let theirs = ["y", "x"].map { Codings.event($0) }
    for (left, right) in [(ours, theirs), (Array(ours.reversed()), Array(theirs.reversed()))] {
      #expect(Set(Codings.pairs(try Codings.compare(left, right))) == ["a-x", "b-y"])
    }
  }

  @Test func `heeds its weights`() throws {
    let ours = [Codings.event("a")]
    let theirs = [Codings.event("b", day: 1)]
    #expect(try Codings.compare(ours, theirs).matches.isEmpty)
    #expect(try Codings.compare(ours, theirs) { $0.slackDays = 1 }.matches.map(\.score) == [750])
    #expect(
      try Codings.compare(ours, theirs) {
        $0.slackDays = 1
        $0.least = 751
      }.matches.isEmpty)
    let row = CompareWeights(["compare_margin_km": 9, "link_merge": 1])
    #expect(row.marginKm == 9)
    #expect(row.least == CompareWeights().least)
    #expect(row.rows.contains { $0.term == "compare_margin_km" && $0.value == 9 })
  }

  @Test(arguments: 0..<20)
  func `finds what looking at every pair finds`(_ seed: Int) throws {
    var random = SplitMix64(seed: seed)
    func number(_ most: Int) -> Int { Int(random.next() % UInt64(most)) }
    func coding(_ name: String) -> [EventFeature] {
      (0..<40).map { index in
        let start = number(12)
        return Codings.event(
          "\(name)\(index)", day: number(8) == 0 ? nil : start,
          to: start + (number(3) == 0 ? number(9) : 0),
          longitude: number(9) == 0 ? nil : 45 + Double(number(30)) / 100,
          latitude: 34 + Double(number(8)) / 40,
          radius: ["1", "5", "20", "null"][number(4)],
          sub: ["Armed clash", "Attack", "Arrests", "Peaceful protest"][number(4)],
          inters: [["1", "2"], ["2", "null"], ["null", "null"]][number(3)],
          killed: ["0", "2", "null"][number(3)], most: ["5", "null"][number(2)])
      }
    }
    var weights = CompareWeights()
    weights.slackDays = number(3)
    let reader = try ComparedEventReader(families: Codings.families, weights: weights)
    let ours = try coding("o").map(reader.read)
    let theirs = try coding("t").map(reader.read)
    let matcher = EventMatcher(weights: weights, codes: Codings.codes)
    let matches = matcher.match(ours, theirs)
    #expect(matches == matcher.matchAll(ours, theirs))
    #expect(!matches.isEmpty)
    #expect(Set(matches.map(\.ours)).count == matches.count)
    #expect(Set(matches.map(\.theirs)).count == matches.count)
    #expect(matches.allSatisfy { $0.score >= weights.least })
    // No pair that was left over beats what either of its events got.
    let again = matcher.match(
      ours.indices.filter { index in !matches.contains { $0.ours == index } }.map { ours[$0] },
      theirs.indices.filter { index in !matches.contains { $0.theirs == index } }.map {
        theirs[$0]
      })
    #expect(again.isEmpty)
  }

  @Test func `takes an area by a point of it and its farthest vertex`() throws {
    var event = Codings.event("a", longitude: nil)
    let ring = [(45.0, 34.0), (45.0, 34.2), (45.2, 34.2), (45.2, 34.0), (45.0, 34.0)]
    event.area = MultiPolygon([Polygon(rings: [ring.map { Coordinate($0.0, $0.1) }])])
    let reader = try ComparedEventReader(families: [:], weights: CompareWeights())
    let read = try reader.read(event)
    #expect(read.center == (try Position(longitude: 45.1, latitude: 34.1)))
    // Half a diagonal.
    #expect((14_000...15_000).contains(read.radius))
    #expect(
      try Codings.compare([event], [Codings.event("b", longitude: 45.19, latitude: 34.19)])
        .matches.count == 1)
  }
}
