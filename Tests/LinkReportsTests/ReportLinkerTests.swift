import LinkReports
import Model
import Testing

@Suite("Reports of one event are found")
struct ReportLinkerTests {
  private func link(_ events: [Event]) throws -> [LinkedEvent] {
    try ReportLinker(weights: Reports.weights).link(events)
  }

  /// How many documents each event has, sorted.
  private func sizes(_ events: [Event]) throws -> [Int] {
    try link(events).map(\.members.count).sorted()
  }

  @Test func `two reports of one bomb on one day in one place are one event`() throws {
    let linked = try link([
      Reports.event("b", killed: 2, published: 22), Reports.event("a", killed: 2, injured: 3),
    ])
    let one = try #require(linked.first)
    #expect(linked.count == 1)
    #expect(one.event.id == "ev-a")
    #expect(one.members == [1, 0])
    #expect(one.event.memberIDs == ["ev-a", "ev-b"])
    #expect(one.event.reportIDs == ["a", "b"])
    #expect(one.event.harm.injured == Harm.Count(3, 3))
    #expect(one.event.confidence == 720)
    #expect(one.event.confidenceTerms.last == ConfidenceTerm("independent_reports", 20))
    #expect(one.why == ["ev-a = ev-b, 100: place 40, date 20, harm 15, actors 15, type 10"])
  }

  @Test func `one report goes through unchanged`() throws {
    let linked = try link([Reports.event("a", killed: 2)])
    let one = try #require(linked.first)
    #expect(one.event.memberIDs == ["ev-a"])
    #expect(one.event.confidenceTerms == [ConfidenceTerm("base_trigger", 700)])
    #expect(one.why.isEmpty)
  }

  @Test func `the bomb of the next day with other victims is another event`() throws {
    let linked = try link([
      Reports.event("a", killed: 2), Reports.event("b", day: 21, killed: 5, published: 22),
    ])
    #expect(linked.count == 2)
    #expect(linked.allSatisfy { $0.event.possibleDuplicateOf == nil })
  }

  @Test func `the protest of the next day is another event`() throws {
    func protest(_ document: String, day: Int) -> Event {
      Reports.event(document, day: day) {
        $0.family = "protest"
        $0.subEventType = "Peaceful protest"
        $0.actor1.code = "PROTESTERS"
        $0.actor2.code = nil
      }
    }
    let linked = try link([protest("a", day: 20), protest("b", day: 21), protest("c", day: 20)])
    #expect(linked.map(\.members) == [[0, 2], [1]])
    #expect(linked.allSatisfy { $0.event.possibleDuplicateOf == nil })
  }

  @Test func `events of one document never become one`() throws {
    var second = Reports.event("a", killed: 2)
    second.id = "ev-a2"
    second.triggerSpan = SourceSpan(90, 99)
    #expect(try sizes([Reports.event("a", killed: 2), second]) == [1, 1])
    // Not even through a third report that both resemble.
    #expect(
      try sizes([Reports.event("a", killed: 2), second, Reports.event("b", killed: 2)]) == [1, 2])
  }

  @Test func `two towns on one day are two events`() throws {
    #expect(
      try sizes([
        Reports.event("a", killed: 2), Reports.event("b", at: Reports.qaraTapa, killed: 2),
      ]) == [1, 1])
  }

  @Test func `a town and its district are one place, another district is not`() throws {
    let town = Reports.event("a", killed: 2, injured: 4)
    let district = Reports.event("b", killed: 2, injured: 4, Reports.inDistrict)
    let linked = try link([district, town])
    #expect(linked.count == 1)
    #expect(linked.first?.event.precision == .place)
    #expect(linked.first?.event.point == town.point)
    let elsewhere = Reports.place("iq-kanaan", 44.84, 34.1, Reports.baqubah)
    let other = Reports.event("c", at: elsewhere, killed: 2, injured: 4)
    #expect(try sizes([district, other]) == [1, 1])
  }

  @Test func `areas around different bases are one place when they meet`() throws {
    func around(_ document: String, _ base: PlaceSummary, _ area: MultiPolygon) -> Event {
      Reports.event(document, at: base, killed: 7) {
        $0.relation = "direction"
        $0.precision = .near
        $0.point = nil
        $0.area = area
        $0.radiusKm = 1
      }
    }
    let north = around("a", Reports.jalawla, Reports.square(45, 34.3, 45.2, 34.4))
    let east = around("b", Reports.qaraTapa, Reports.square(45.19, 34.35, 45.4, 34.5))
    let far = around("c", Reports.qaraTapa, Reports.square(45.3, 34.7, 45.4, 34.8))
    #expect(try sizes([north, east]) == [2])
    #expect(try sizes([north, far]) == [1, 1])
  }

  @Test func `an unknown perpetrator and a known one are one event`() throws {
    let known = Reports.event("b", killed: 2, published: 22) {
      $0.actor1.code = "ISIS"
      $0.actor1.inter = 2
    }
    let linked = try link([Reports.event("a", killed: 2), known])
    #expect(linked.count == 1)
    #expect(linked.first?.event.actor1.code == "ISIS")
  }

  @Test func `an attack by others without shared victims is at most a possible duplicate`() throws {
    func attack(_ document: String, _ code: String, _ inter: Int) -> Event {
      Reports.event(document) {
        $0.actor1.code = code
        $0.actor1.inter = inter
        $0.actor2.code = nil
      }
    }
    let linked = try link([attack("a", "ISIS", 2), attack("b", "TUR_MIL", 8)])
    #expect(linked.count == 2)
    #expect(linked.last?.event.possibleDuplicateOf == "ev-a")
    #expect(linked.first?.event.possibleDuplicateOf == nil)
    #expect(linked.last?.why.count == 1)
  }

  @Test func `a report without a date joins the one that states it`() throws {
    let linked = try link([
      Reports.event("a", day: nil, killed: 4), Reports.event("b", killed: 4, published: 22),
    ])
    #expect(linked.count == 1)
    #expect(linked.first?.event.date.start == Reports.day(20))
    #expect(linked.first?.event.flags == [])
    #expect(
      try sizes([
        Reports.event("a", day: nil, killed: 4, published: 29), Reports.event("b", killed: 4),
      ]) == [1, 1])
  }

  @Test func `events without a place link by equal victims only`() throws {
    #expect(
      try sizes([
        Reports.event("a", at: nil, killed: 11, injured: 4),
        Reports.event("b", killed: 11, injured: 4),
      ]) == [2])
    #expect(
      try link([Reports.event("a", at: nil), Reports.event("b", at: nil)]).allSatisfy {
        $0.members.count == 1 && $0.event.possibleDuplicateOf == nil
      })
  }

  @Test func `a governorate is the place of much else`() throws {
    func inGovernorate(_ document: String, killed: Int?) -> Event {
      Reports.event(document, killed: killed) {
        $0.places = [
          PlaceSummary(
            id: Reports.diyala.id, name: "Diyala", nameArabic: nil, nameSorani: nil, type: "adm1",
            longitude: nil, latitude: nil, admin: AdminUnits(admin1: Reports.diyala))
        ]
        $0.precision = .adm1
        $0.point = nil
        $0.area = Reports.square(44, 33, 46, 35)
        $0.radiusKm = 90
        $0.actor2.code = nil
      }
    }
    let town = Reports.event("a", killed: 6)
    #expect(try sizes([town, inGovernorate("b", killed: 6)]) == [2])
    let vague = try link([Reports.event("a"), inGovernorate("b", killed: nil)])
    #expect(vague.map(\.members.count) == [1, 1])
    #expect(vague.map(\.event.possibleDuplicateOf).contains("ev-a"))
  }

  @Test func `the table sets the thresholds`() throws {
    let events = [Reports.event("a", killed: 2), Reports.event("b", killed: 2)]
    let linker = try ReportLinker(weights: LinkWeights(["link_merge": 101]))
    #expect(try linker.link(events).map(\.event.possibleDuplicateOf) == [nil, "ev-a"])
  }
}
