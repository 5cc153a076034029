import Model

/// Finds the events that could be the same as one, without comparing all with all.
///
/// Events lie in lists by type family, day and cell of a grid; wide areas in a grid of their own;
/// events without a place by their victims; events of a vague date, or none, by their place. From
/// each list at most `reach` neighbours are looked at, so that time and memory are linear in the
/// events even when all happen on one day in one town.
struct CandidateIndex {
  private enum Kind: UInt8 {
    case fine, wide, victims, place
  }

  private struct Key: Hashable {
    var kind: Kind
    var block: Int32
    var day: Int32
    var x: Int32
    var y: Int32
  }

  /// How many neighbours of a list are looked at.
  static let reach = 256
  private static let fineCell = 0.5
  private static let wideCell = 2.0
  private static let noDay = Int32.min

  private let facts: [EventFacts]
  private let nearKm: Double
  private var lists: [Key: [Int32]] = [:]
  private var stamps: [Int32]

  init(_ facts: [EventFacts], weights: LinkWeights) {
    self.facts = facts
    nearKm = Double(weights.nearKm)
    stamps = [Int32](repeating: -1, count: facts.count)
    lists.reserveCapacity(facts.count)
    for index in facts.indices { insert(Int32(index)) }
  }

  private mutating func insert(_ index: Int32) {
    let fact = facts[Int(index)]
    if fact.place >= 0 { lists[placeKey(fact), default: []].append(index) }
    guard isDated(fact) else { return }
    let cells = fact.isLocated ? cells(of: fact, wide: fact.isWide, marginKm: 0) : nil
    for day in fact.firstDay...fact.lastDay {
      if let cells {
        for x in cells.columns {
          for y in cells.rows {
            let key = Key(
              kind: fact.isWide ? .wide : .fine, block: fact.block, day: day, x: x, y: y)
            lists[key, default: []].append(index)
          }
        }
      }
      if fact.hasVictims { lists[victimsKey(fact, day), default: []].append(index) }
    }
  }

  /// Calls the body once for each candidate of an event; each pair comes from at least one of its two.
  mutating func forEachCandidate(of index: Int, _ body: (Int) -> Void) {
    let fact = facts[index]
    let position = Int32(index)
    stamps[index] = position
    if !isDated(fact) {
      if fact.place >= 0 { scanPlace(fact, position, body) }
      return
    }
    for day in (fact.firstDay - 1)...(fact.lastDay + 1) {
      if fact.isLocated {
        scanCells(fact, day, .wide, position, onlyEarlier: fact.isWide, body)
        if !fact.isWide { scanCells(fact, day, .fine, position, onlyEarlier: true, body) }
      } else if fact.hasVictims {
        scan(victimsKey(fact, day), position, onlyEarlier: false, body)
      }
    }
  }

  private mutating func scanCells(
    _ fact: EventFacts, _ day: Int32, _ kind: Kind, _ position: Int32, onlyEarlier: Bool,
    _ body: (Int) -> Void
  ) {
    let cells = cells(of: fact, wide: kind == .wide, marginKm: nearKm)
    for x in cells.columns {
      for y in cells.rows {
        let key = Key(kind: kind, block: fact.block, day: day, x: x, y: y)
        scan(key, position, onlyEarlier: onlyEarlier, body)
      }
    }
  }

  /// Visits the nearest neighbours before an event in a list, and after it too where asked.
  private mutating func scan(
    _ key: Key, _ position: Int32, onlyEarlier: Bool, _ body: (Int) -> Void
  ) {
    guard let list = lists[key] else { return }
    let middle = partition(list, position)
    for slot in max(0, middle - Self.reach)..<middle { visit(list[slot], position, body) }
    if onlyEarlier { return }
    for slot in middle..<min(list.count, middle + Self.reach) { visit(list[slot], position, body) }
  }

  /// Events of one place are sorted by day: what falls into a long window stands after its start.
  private mutating func scanPlace(_ fact: EventFacts, _ position: Int32, _ body: (Int) -> Void) {
    guard let list = lists[placeKey(fact)] else { return }
    let middle = partition(list, position)
    for slot in middle..<min(list.count, middle + Self.reach) {
      let other = facts[Int(list[slot])]
      if fact.dateKind == .vague, other.dateKind != .none, other.firstDay > fact.lastDay { break }
      visit(list[slot], position, body)
    }
  }

  private mutating func visit(_ other: Int32, _ position: Int32, _ body: (Int) -> Void) {
    if stamps[Int(other)] == position { return }
    stamps[Int(other)] = position
    body(Int(other))
  }

  /// The first slot whose event is not before the position.
  private func partition(_ list: [Int32], _ position: Int32) -> Int {
    var low = 0
    var high = list.count
    while low < high {
      let middle = (low + high) / 2
      if list[middle] < position { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private func isDated(_ fact: EventFacts) -> Bool {
    fact.dateKind != .none && fact.dateKind != .vague
  }

  private func placeKey(_ fact: EventFacts) -> Key {
    Key(kind: .place, block: fact.block, day: Self.noDay, x: fact.place, y: 0)
  }

  /// Equal victims; the counts are folded, a clash costs one comparison.
  private func victimsKey(_ fact: EventFacts, _ day: Int32) -> Key {
    Key(
      kind: .victims, block: fact.block, day: day, x: fact.killed.low,
      y: fact.injured.low &* 4096 &+ fact.casualties.low)
  }

  private func cells(
    of fact: EventFacts, wide: Bool, marginKm: Double
  ) -> (columns: ClosedRange<Int32>, rows: ClosedRange<Int32>) {
    let size = wide ? Self.wideCell : Self.fineCell
    let margin =
      marginKm == 0
      ? Coordinate(0, 0) : EarthScale.degrees(km: marginKm, latitude: fact.latitude)
    return (
      cell(fact.box.minX - margin.x, size)...cell(fact.box.maxX + margin.x, size),
      cell(fact.box.minY - margin.y, size)...cell(fact.box.maxY + margin.y, size)
    )
  }

  private func cell(_ degrees: Double, _ size: Double) -> Int32 {
    Int32((max(-400, min(400, degrees)) / size).rounded(.down))
  }
}
