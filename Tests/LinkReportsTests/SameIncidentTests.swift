import LinkReports
import Model
import Testing

@Suite("What reports of one incident disagree on")
struct SameIncidentTests {
  private func sizes(
    _ events: [Event], copies: [String: Int] = [:], actorParents: [String: String] = [:]
  ) throws -> [Int] {
    try ReportLinker(actorParents: actorParents).link(events, copies: copies)
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
    let linked = try ReportLinker().link([Reports.event("a", killed: 2, injured: 9), arrest])
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
    #expect(try sizes(pair(seat, killed: 4)) == [2])
    #expect(try sizes(pair(town, killed: 4)) == [1, 1])
    #expect(try sizes(pair(seat, killed: 1)) == [1, 1])
  }

  @Test func `two places of one name are one when the victims agree exactly`() throws {
    var near = Reports.place("iq-husayniya-baghdad", 44.41, 33.48, Reports.baqubah)
    var far = Reports.place("iq-husayniya-karbala", 44.19, 32.68, Reports.khanaqin)
    near.nameArabic = "الحسينية"
    far.nameArabic = "الحسينية"
    func pair(killed: Int, injured: Int?) -> [Event] {
      [
        Reports.event("a", at: near, killed: killed, injured: injured),
        Reports.event("b", at: far, killed: killed, injured: injured),
      ]
    }
    #expect(try sizes(pair(killed: 8, injured: 15)) == [2])
    #expect(try sizes(pair(killed: 1, injured: nil)) == [1, 1])
    near.nameArabic = "التحرير"
    #expect(try sizes(pair(killed: 8, injured: 15)) == [1, 1])
  }

  @Test func `the place of one may be what the words of the other mean`() throws {
    let far = Reports.place("iq-tahrir-mosul", 43.17, 36.35, Reports.baqubah)
    func pair(_ rivals: [String], killed: Int?) -> [Event] {
      [
        Reports.event("a", killed: killed),
        Reports.event("b", at: far, killed: killed) { $0.rivalPlaceIDs = rivals },
      ]
    }
    #expect(try sizes(pair([Reports.jalawla.id], killed: 3)) == [2])
    #expect(try sizes(pair([], killed: 3)) == [1, 1])
    #expect(try sizes(pair([Reports.jalawla.id], killed: nil)) == [1, 1])
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
