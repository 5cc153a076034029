import LinkReports
import Model
import Testing

@Suite("What reports of one incident disagree on")
struct SameIncidentTests {
  private func sizes(
    _ events: [Event], copies: [String: Int] = [:], actorParents: [String: String] = [:]
  ) throws -> [Int] {
    try ReportLinker(weights: Reports.weights, actorParents: actorParents).link(
      events, copies: copies
    )
    .map(\.members.count).sorted()
  }

  private func shotAt(_ event: inout Event) {
    event.family = "protest"
    event.subEventType = "Excessive force against protesters"
    event.actor1.code = "PROTESTERS"
    event.actor2.code = "IRQ_SECURITY"
  }

  @Test func `protesters who are shot are a protest to one report and a riot to another`() throws {
    let riot = Reports.event("b", killed: 2, injured: 9) {
      shotAt(&$0)
      $0.family = "riot"
      $0.subEventType = "Violent demonstration"
    }
    #expect(try sizes([Reports.event("a", killed: 2, injured: 9, shotAt), riot]) == [2])
  }

  @Test func `a peaceful protest and a bomb on one square are two events`() throws {
    let protest = Reports.event("b") {
      $0.family = "protest"
      $0.subEventType = "Peaceful protest"
      $0.actor1.code = "PROTESTERS"
      $0.actor2.code = nil
    }
    #expect(try sizes([Reports.event("a", killed: 2), protest]) == [1, 1])
  }

  @Test func `families without a row are two events`() throws {
    let arrest = Reports.event("b", killed: 2, injured: 9) {
      $0.family = "arrest"
      $0.subEventType = "Arrests"
    }
    let linked = try ReportLinker(weights: Reports.weights).link([
      Reports.event("a", killed: 2, injured: 9), arrest,
    ])
    #expect(linked.count == 2)
    #expect(linked.allSatisfy { $0.event.possibleDuplicateOf == nil })
  }

  @Test func `a drone that was shot down is a drone strike to another report`() throws {
    func drone(_ document: String, _ family: String, _ type: String) -> Event {
      Reports.event(document) {
        $0.family = family
        $0.subEventType = type
        $0.actor2.code = "USA_MIL"
      }
    }
    #expect(
      try sizes([
        drone("a", "attack", "Air/drone strike"), drone("b", "weapons", "Disrupted weapons use"),
      ]) == [2])
  }

  @Test func `the report of the next day counts more without saying so`() throws {
    func bound(_ document: String, killed: Int) -> Event {
      Reports.event(document, day: nil, killed: killed, published: 21)
    }
    let first = Reports.event("a", killed: 12, published: 20)
    #expect(try sizes([first, bound("b", killed: 19)]) == [2])
    #expect(try sizes([first, bound("b", killed: 40)]) == [1, 1])
    // A toll does not shrink.
    #expect(try sizes([first, bound("b", killed: 4)]) == [1, 1])
  }

  @Test func `a toll marked as new is of an incident of that size`() throws {
    let update = Reports.event("b", killed: 17, published: 22) { $0.isTollUpdate = true }
    #expect(try sizes([Reports.event("a", killed: 13), update]) == [2])
    #expect(try sizes([Reports.event("a", killed: 2), update]) == [1, 1])
  }

  @Test func `copies of one text are one event whatever was read of the actors`() throws {
    func event(_ document: String, _ code: String, _ inter: Int) -> Event {
      Reports.event(document, killed: 1) {
        $0.actor1.code = code
        $0.actor1.inter = inter
        $0.actor2.code = nil
        $0.subEventType = document == "a" ? "Attack" : "Suicide bomb"
      }
    }
    let pair = [event("a", "ISIS", 2), event("b", "AQ", 2)]
    #expect(try sizes(pair) == [1, 1])
    #expect(try sizes(pair, copies: ["a": 7, "b": 7]) == [2])
    #expect(try sizes(pair, copies: ["a": 7, "b": 8]) == [1, 1])
  }

  @Test func `a copied text with other figures is another event`() throws {
    let copies = ["a": 0, "b": 0]
    #expect(
      try sizes([Reports.event("a", killed: 1), Reports.event("b", killed: 9)], copies: copies)
        == [1, 1])
    let later = Reports.event("b", day: 27, killed: 1, published: 27)
    #expect(try sizes([Reports.event("a", killed: 1), later], copies: copies) == [1, 1])
  }

  @Test func `a town that names its district may mean a village of it`() throws {
    let town = Reports.place("iq-khanaqin", 45.39, 34.35, Reports.khanaqin)
    var seat = town
    seat.name = Reports.khanaqin.name
    func pair(_ place: PlaceSummary, killed: Int) -> [Event] {
      [
        Reports.event("a", at: Reports.jalawla, killed: killed, injured: 1),
        Reports.event("b", at: place, killed: killed, injured: 1),
      ]
    }
    #expect(try sizes(pair(seat, killed: 3)) == [2])
    #expect(try sizes(pair(town, killed: 3)) == [1, 1])
    #expect(try sizes(pair(seat, killed: 1)) == [1, 1])
  }

  @Test func `two places of one name are one when the victims agree exactly`() throws {
    func pair(_ name: String, killed: Int, injured: Int?) -> [Event] {
      var near = Reports.place("iq-husayniya-baghdad", 44.41, 33.48, Reports.baqubah)
      var far = Reports.place("iq-husayniya-karbala", 44.19, 32.68, Reports.khanaqin)
      near.nameArabic = name
      far.nameArabic = "الحسينية"
      return [
        Reports.event("a", at: near, killed: killed, injured: injured),
        Reports.event("b", at: far, killed: killed, injured: injured),
      ]
    }
    #expect(try sizes(pair("الحسينية", killed: 8, injured: 15)) == [2])
    #expect(try sizes(pair("الحسينية", killed: 1, injured: nil)) == [1, 1])
    #expect(try sizes(pair("التحرير", killed: 8, injured: 15)) == [1, 1])
  }

  @Test func `a village is the place beside it when the victims agree exactly`() throws {
    func pair(_ longitude: Double, isTown: Bool = false, killed: Int, injured: Int) -> [Event] {
      var other = Reports.place("iq-other", longitude, 34.27, Reports.baqubah)
      var own = Reports.jalawla
      if isTown {
        other.admin.admin3 = AdminUnits.Unit(id: "iq-adm3-other", name: other.name, pcode: nil)
        own.admin.admin3 = AdminUnits.Unit(id: "iq-adm3-jalawla", name: own.name, pcode: nil)
      }
      return [
        Reports.event("a", at: own, killed: killed, injured: injured),
        Reports.event("b", at: other, killed: killed, injured: injured),
      ]
    }
    #expect(try sizes(pair(45.30, killed: 7, injured: 4)) == [2])
    #expect(try sizes(pair(45.30, killed: 2, injured: 1)) == [1, 1])
    #expect(try sizes(pair(45.57, killed: 7, injured: 4)) == [1, 1])
    #expect(try sizes(pair(45.30, isTown: true, killed: 7, injured: 4)) == [1, 1])
  }

  @Test func `a village may be told as of the sub-district beside it, its seat may not`() throws {
    let jalawla = AdminUnits.Unit(id: "iq-adm3-jalawla", name: "iq-jalawla", pcode: nil)
    let sadiya = AdminUnits.Unit(id: "iq-adm3-sadiya", name: "Sadiya", pcode: nil)
    func inSadiya(_ event: inout Event) {
      event.places = [
        PlaceSummary(
          id: sadiya.id, name: "Sadiya", nameArabic: nil, nameSorani: nil, type: "adm3",
          longitude: nil, latitude: nil,
          admin: AdminUnits(admin1: Reports.diyala, admin2: Reports.khanaqin, admin3: sadiya))
      ]
      event.precision = .adm3
      event.point = nil
      event.area = Reports.square(45.0, 34.1, 45.2, 34.3)
      event.radiusKm = 11
    }
    func pair(_ name: String) -> [Event] {
      var place = Reports.jalawla
      place.name = name
      place.admin.admin3 = jalawla
      return [
        Reports.event("a", at: place, killed: 2, injured: 1),
        Reports.event("b", killed: 2, injured: 1, inSadiya),
      ]
    }
    #expect(try sizes(pair("iq-jalawla")) == [1, 1])
    #expect(try sizes(pair("a village")) == [2])
  }

  @Test func `the place of one may be what the words of the other mean`() throws {
    let far = Reports.place("iq-tahrir-mosul", 43.17, 36.35, Reports.baqubah)
    let jalawla = RivalPlace(id: "iq-jalawla", longitude: 45.17, latitude: 34.27, radiusKm: 2)
    func pair(_ rivals: [RivalPlace], killed: Int?) -> [Event] {
      [
        Reports.event("a", killed: killed),
        Reports.event("b", at: far, killed: killed) { $0.rivalPlaces = rivals },
      ]
    }
    #expect(try sizes(pair([jalawla], killed: 3)) == [2])
    #expect(try sizes(pair([], killed: 3)) == [1, 1])
    #expect(try sizes(pair([jalawla], killed: nil)) == [1, 1])
    // One dead is the news of every day.
    #expect(try sizes(pair([jalawla], killed: 1)) == [1, 1])
    let unplaced = Reports.event("b", at: nil, killed: 1) { $0.rivalPlaces = [jalawla] }
    #expect(try sizes([Reports.event("a", killed: 1), unplaced]) == [2])
  }

  @Test func `the town that holds a village is no rival of it`() throws {
    // Two villages in one town's surroundings, each told with the town beside it.
    let town = RivalPlace(id: "iq-town", longitude: 45.1, latitude: 34.3, radiusKm: 14)
    func village(_ document: String, _ longitude: Double) -> Event {
      let place = Reports.place("iq-" + document, longitude, 34.3, Reports.khanaqin)
      return Reports.event(document, at: place, killed: 3) { $0.rivalPlaces = [town] }
    }
    #expect(try sizes([village("a", 44.97), village("b", 45.23)]) == [1, 1])
  }

  @Test func `an actor is the one above it, its neighbor is not`() throws {
    func pair(_ first: String, _ second: String) -> [Event] {
      [("a", first), ("b", second)].map { document, code in
        Reports.event(document) {
          $0.actor1.code = code
          $0.actor2.code = nil
        }
      }
    }
    let tree = ["IRQ_MIL_INTEL": "IRQ_INTEL", "IRQ_INTEL": "IRQ_FORCES", "IRQ_ARMY": "IRQ_FORCES"]
    #expect(try sizes(pair("IRQ_MIL_INTEL", "IRQ_FORCES"), actorParents: tree) == [2])
    #expect(try sizes(pair("IRQ_MIL_INTEL", "IRQ_ARMY"), actorParents: tree) == [1, 1])
  }

  @Test func `a report without a place joins by the dead alone`() throws {
    let unplaced = Reports.event("b", at: nil, killed: 10)
    #expect(try sizes([Reports.event("a", killed: 10, injured: 70), unplaced]) == [2])
    #expect(try sizes([Reports.event("a", killed: 11, injured: 70), unplaced]) == [1, 1])
  }
}
