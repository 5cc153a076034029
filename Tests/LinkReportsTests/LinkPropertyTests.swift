import LinkReports
import Model
import Testing

@Suite("Linking depends on the events alone")
struct LinkPropertyTests {
  /// All orders of the elements (Heap's algorithm).
  private func permutations<Element>(_ elements: [Element]) -> [[Element]] {
    var result: [[Element]] = []
    var items = elements
    func permute(_ count: Int) {
      if count <= 1 {
        result.append(items)
        return
      }
      for index in 0..<count {
        permute(count - 1)
        items.swapAt(count % 2 == 0 ? index : 0, count - 1)
      }
    }
    permute(items.count)
    return result
  }

  /// What an answer says, without the positions in the input.
  private func summary(_ linked: [LinkedEvent]) -> [String] {
    linked.map { one in
      let event = one.event
      return "\(event.id) \(event.memberIDs) \(event.reportIDs) \(event.harm) \(event.date) "
        + "\(event.possibleDuplicateOf ?? "-") \(event.confidence) \(event.flags) "
        + "\(event.location ?? "-") \(one.why)"
    }
  }

  static let sets: [[Event]] = [
    [
      Reports.event("a", killed: 2), Reports.event("b", killed: 2, injured: 5),
      Reports.event("c", killed: 4) { $0.isTollUpdate = true },
      Reports.event("d", day: 21, killed: 4), Reports.event("e", day: nil, published: 20),
    ],
    [
      Reports.event("a", killed: 2), Reports.event("b", killed: 3), Reports.event("c", killed: 4),
      Reports.event("d", killed: 2, Reports.inDistrict), Reports.event("e", at: nil, killed: 3),
    ],
    [
      Reports.event("a"),
      Reports.event("a") {
        $0.id = "ev-a2"
        $0.triggerSpan = SourceSpan(9, 12)
      },
      Reports.event("b"), Reports.event("c") { $0.subEventType = "Attack" },
      Reports.event("d") { $0.subEventType = "Air/drone strike" },
    ],
  ]

  @Test(arguments: sets.indices)
  func `any order of the input gives the same answer`(_ set: Int) throws {
    let events = Self.sets[set]
    let linker = try ReportLinker(weights: Reports.weights)
    let expected = summary(try linker.link(events))
    for order in permutations(events) {
      #expect(summary(try linker.link(order)) == expected)
    }
  }

  @Test(arguments: sets.indices)
  func `each event is a member exactly once`(_ set: Int) throws {
    let events = Self.sets[set]
    let linked = try ReportLinker(weights: Reports.weights).link(events)
    #expect(linked.flatMap(\.members).sorted() == Array(events.indices))
    for one in linked {
      #expect(one.event.memberIDs == one.members.map { events[$0].id })
      #expect(one.event.id == events[one.members[0]].id)
      let documents = one.members.map { events[$0].documentID }
      #expect(Set(documents).count == documents.count)
    }
  }

  @Test func `no events give none`() throws {
    #expect(try ReportLinker(weights: Reports.weights).link([]).isEmpty)
  }

  @Test func `twenty thousand reports link`() throws {
    let towns = (0..<40).map { index in
      Reports.place(
        "iq-\(index)", 43 + Double(index % 8) * 0.4, 33 + Double(index / 8) * 0.4, Reports.khanaqin)
    }
    var events: [Event] = []
    for incident in 0..<10_000 {
      for copy in 0..<2 {
        let town = towns[incident % 40]
        events.append(
          Reports.event(
            "d\(incident)-\(copy)", day: 1 + incident / 40, at: town, killed: 1 + incident % 7,
            published: 2 + incident / 40))
      }
    }
    let linked = try ReportLinker(weights: Reports.weights).link(events)
    #expect(linked.count == 10_000)
    #expect(linked.allSatisfy { $0.members.count == 2 })
  }

  @Test func `thousands of copies of one report link without comparing all with all`() throws {
    let events = (0..<1_500).map { Reports.event("d\($0)", killed: 2) }
    let linked = try ReportLinker(weights: Reports.weights).link(events)
    #expect(linked.map(\.members.count) == [1_500])
  }
}
