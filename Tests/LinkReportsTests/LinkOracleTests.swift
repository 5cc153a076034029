import LinkReports
import Model
import Testing

/// Numbers that are the same for the same seed (Steele, Lea and Flood, "Fast splittable pseudorandom
/// number generators", 2014).
private struct SplitMix64: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }
}

@Suite("Looking the near ones up finds what trying all pairs finds")
struct LinkOracleTests {
  private static let districts = (0..<4).map {
    AdminUnits.Unit(id: "iq-adm2-\($0)", name: "district \($0)", pcode: nil)
  }
  /// Towns some kilometres apart, every third named like its district, two with one name.
  private static let towns = (0..<12).map { index in
    var place = Reports.place(
      "iq-town-\(index)", 44.8 + Double(index % 4) * 0.11, 33.9 + Double(index / 4) * 0.09,
      districts[index % 4])
    if index % 3 == 0 { place.name = districts[index % 4].name }
    place.nameArabic = index < 2 ? "الحسينية" : nil
    return place
  }

  private static func event(_ document: Int, _ random: inout SplitMix64) -> Event {
    func pick(_ range: Range<Int>) -> Int { Int.random(in: range, using: &random) }
    let day = pick(10..<16)
    let town = towns[pick(0..<towns.count)]
    let hasDay = pick(0..<5) > 0
    return Reports.event(
      "d\(document / 2 * 2 + (pick(0..<3) == 0 ? 0 : document % 2))", day: hasDay ? day : nil,
      at: pick(0..<9) == 0 ? nil : town, killed: pick(0..<3) == 0 ? nil : pick(0..<9),
      injured: pick(0..<2) == 0 ? nil : pick(0..<12), published: day + pick(0..<3)
    ) {
      $0.id = "ev-\(document)"
      $0.triggerSpan = SourceSpan(document, document + 1)
      $0.isTollUpdate = pick(0..<7) == 0
      if pick(0..<4) == 0 { $0.subEventType = "Armed clash" }
      if pick(0..<6) == 0 {
        $0.family = "protest"
        $0.subEventType = "Excessive force against protesters"
      }
      switch pick(0..<12) {
      case 0: Reports.inDistrict(&$0)
      case 1:
        $0.date.start = Reports.day(1)
        $0.date.end = Reports.day(28)
      case 2: $0.date.end = $0.date.end?.adding(days: 2)
      case 3:
        $0.date = EventDate()
      case 4:
        $0.relation = "near"
        $0.precision = .near
        $0.radiusKm = 12
        $0.point = nil
        $0.area = Reports.square(44.8, 33.9, 45.0, 34.1)
      case 5:
        $0.rivalPlaces = [
          RivalPlace(
            id: "rival", longitude: 44.8 + Double(pick(0..<40)) / 100,
            latitude: 33.9 + Double(pick(0..<20)) / 100, radiusKm: Double(pick(1..<16)))
        ]
      case 6: $0.actor1.code = "ISIS"
      case 7:
        $0.realis = .historical
      default: break
      }
    }
  }

  private func summary(_ linked: [LinkedEvent]) -> [String] {
    linked.map { one in
      "\(one.event.id) \(one.event.memberIDs) \(one.event.harm) \(one.event.date) "
        + "\(one.event.possibleDuplicateOf ?? "-") \(one.event.location ?? "-") \(one.why)"
    }
  }

  @Test(arguments: 0..<60)
  func `all pairs give the same clusters, and so does any order`(_ seed: Int) throws {
    var random = SplitMix64(state: UInt64(seed))
    let events = (0..<60).map { Self.event($0, &random) }
    let copies = ["d2": 0, "d4": 0, "d7": 1, "d8": 1]
    let linker = try ReportLinker(weights: Reports.weights)
    let expected = summary(try linker.link(events, copies: copies, isExhaustive: true))
    #expect(summary(try linker.link(events, copies: copies)) == expected)
    #expect(
      summary(try linker.link(events.shuffled(using: &random), copies: copies)) == expected)
  }

  @Test func `the random events are of both kinds, joined and alone`() throws {
    var sizes: [Int] = []
    for seed in 0..<20 {
      var random = SplitMix64(state: UInt64(seed))
      let events = (0..<60).map { Self.event($0, &random) }
      sizes += try ReportLinker(weights: Reports.weights).link(events).map(\.members.count)
    }
    #expect(sizes.count { $0 == 1 } > 200)
    #expect(sizes.count { $0 > 1 } > 50)
  }
}
