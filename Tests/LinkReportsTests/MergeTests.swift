import LinkReports
import Model
import Testing

@Suite("Several reports' values become one")
struct MergeTests {
  private func merged(_ events: [Event]) throws -> Event {
    let linked = try ReportLinker(weights: Reports.weights).link(events)
    #expect(linked.count == 1)
    return try #require(linked.first).event
  }

  @Test func `the newest toll wins`() throws {
    let event = try merged([
      Reports.event("a", killed: 3, injured: 8),
      Reports.event("b", killed: 5, published: 22) {
        $0.isTollUpdate = true
        $0.flags = ["toll_update"]
      },
      Reports.event("c", killed: 9, published: 23) { $0.isTollUpdate = true },
      Reports.event("d", killed: 3, injured: 8, published: 24),
    ])
    #expect(event.id == "ev-a")
    #expect(event.harm.killed == Harm.Count(9, 9))
    #expect(event.harm.injured == Harm.Count(8, 8))
    #expect(event.isTollUpdate)
    #expect(event.flags == ["toll_update"])
  }

  @Test func `near a town is not made the town by a report that is short`() throws {
    let event = try merged([
      Reports.event("a") {
        $0.relation = "outskirts"
        $0.precision = .near
        $0.radiusKm = 9
        $0.point = nil
      },
      Reports.event("b"),
    ])
    #expect(event.relation == "outskirts")
    #expect(event.precision == .near)
    #expect(event.point == nil)
  }

  @Test func `outlets that disagree give a range`() throws {
    let event = try merged([Reports.event("a", killed: 14), Reports.event("b", killed: 16)])
    #expect(event.harm.killed == Harm.Count(14, 16))
    #expect(event.harm.injured == Harm.Count())
  }

  @Test func `ranges that agree give the narrowest`() throws {
    let event = try merged([
      Reports.event("a") { $0.harm.killed = Harm.Count(2, nil) }, Reports.event("b", killed: 3),
    ])
    #expect(event.harm.killed == Harm.Count(3, 3))
  }

  @Test func `an outlet's later count replaces its earlier one`() throws {
    let event = try merged([
      Reports.event("a", killed: 14) { $0.source = "one" },
      Reports.event("b", killed: 16, published: 22) { $0.source = "one" },
    ])
    #expect(event.harm.killed == Harm.Count(16, 16))
    #expect(event.confidence == 700)
  }

  @Test func `nothing stated stays nothing and none stays none`() throws {
    #expect(try !merged([Reports.event("a"), Reports.event("b")]).harm.killed.isStated)
    let event = try merged([Reports.event("a", killed: 0), Reports.event("b")])
    #expect(event.harm.killed == Harm.Count(0, 0))
  }

  @Test func `flags of the place and the date go with their member`() throws {
    let event = try merged([
      Reports.event("a", day: nil, killed: 6) {
        $0.flags += ["ambiguous_place", "target_unknown", "plover_only"]
        $0.radiusKm = 5
        $0.actor2.code = nil
      },
      Reports.event("b", killed: 6, published: 22) { $0.flags = ["gloss_ok"] },
    ])
    #expect(event.flags == ["plover_only", "gloss_ok"])
    #expect(event.actor2.code == "IRQ_POLICE")
  }

  @Test func `who is only named stays attributed`() throws {
    let event = try merged([
      Reports.event("a", killed: 6),
      Reports.event("b", killed: 6) { $0.actor1.attributed = "ISIS" },
    ])
    #expect(event.actor1.code == "UNKNOWN_GUNMEN")
    #expect(event.actor1.attributed == "ISIS")
  }

  @Test func `confidence never exceeds the scale`() throws {
    let event = try merged(
      ["a", "b", "c", "d"].map { Reports.event($0, killed: 6) { $0.confidence = 990 } })
    #expect(event.confidence == 1000)
    #expect(event.confidenceTerms.last == ConfidenceTerm("independent_reports", 10))
  }
}
