import Model

/// Finds the events that meet one (`LinkBlocks`), without comparing all with all.
///
/// Events lie in lists by day and cell of a grid; wide areas in a grid of their own; by day and
/// district; by day and place that the words may mean; by day and count of victims; events of a
/// vague date, or none, by their place. From each list at most `reach` neighbours are looked at, so
/// that time and memory are linear in the events even when all happen on one day in one town.
struct CandidateIndex {
  private enum Kind: UInt8 {
    case fine, wide, district, rival, toll, killed, injured, casualties, place
  }

  private struct Key: Hashable {
    var kind: Kind
    var day: Int32
    var x: Int32
    var y: Int32
  }

  /// How many neighbours of a list are looked at, before an event and after it.
  static let reach = 256
  private static let fineCell = 0.5
  private static let wideCell = 2.0
  private static let noDay = Int32.min

  private let blocks: LinkBlocks
  private let facts: [EventFacts]
  private var lists: [Key: [Int32]] = [:]
  private var stamps: [Int32]

  init(_ blocks: LinkBlocks) {
    self.blocks = blocks
    facts = blocks.facts
    stamps = [Int32](repeating: -1, count: facts.count)
    lists.reserveCapacity(facts.count * 2)
    for index in facts.indices { insert(Int32(index)) }
  }

  private mutating func insert(_ index: Int32) {
    let fact = facts[Int(index)]
    if fact.place >= 0 { put(index, placeKey(fact)) }
    guard fact.isDated else { return }
    for day in fact.firstDay...fact.lastDay {
      if fact.isLocated {
        Self.forEachCell(fact.box, fact.isWide ? .wide : .fine, day) {
          put(index, $0)
        }
        if fact.admin.2 >= 0 {
          put(index, Key(kind: .district, day: day, x: fact.admin.2, y: 0))
        }
      }
      if blocks.isPlacelessToll(fact) { put(index, Key(kind: .toll, day: day, x: 0, y: 0)) }
      for disc in blocks.rivals[Int(index)] ?? [] {
        Self.forEachCell(disc.box, .rival, day) { put(index, $0) }
      }
      Self.forEachCount(fact, day) { put(index, $0) }
    }
  }

  private mutating func put(_ index: Int32, _ key: Key) {
    // Two discs of one event may lie in one cell.
    if lists[key]?.last != index { lists[key, default: []].append(index) }
  }

  /// Calls the body once for each event that meets one; each pair comes from at least one of its two.
  mutating func forEachCandidate(of index: Int, _ body: (Int) -> Void) {
    let fact = facts[index]
    let position = Int32(index)
    stamps[index] = position
    if !fact.isDated {
      if fact.place >= 0 { scanPlace(fact, position, body) }
      return
    }
    for day in (fact.firstDay - 1)...(fact.lastDay + 1) {
      if fact.killed.low >= Int32(HarmMatch.large) {
        scan(Key(kind: .toll, day: day, x: 0, y: 0), position, onlyEarlier: false, body)
      }
      if fact.isLocated {
        if fact.rank <= LinkBlocks.fineRank {
          var keys: [Key] = []
          Self.forEachCell(fact.box, .rival, day) { keys.append($0) }
          for key in keys { scan(key, position, onlyEarlier: false, body) }
        }
        scanCells(fact, day, .wide, position, onlyEarlier: fact.isWide, body)
        if !fact.isWide { scanCells(fact, day, .fine, position, onlyEarlier: true, body) }
        if fact.seatOf >= 0 {
          let key = Key(kind: .district, day: day, x: fact.seatOf, y: 0)
          scan(key, position, onlyEarlier: false, body)
        }
        if blocks.hasFingerprint(fact) {
          let key = Key(kind: .killed, day: day, x: fact.killed.low, y: 0)
          scan(key, position, onlyEarlier: true, body)
        }
      } else {
        var keys: [Key] = []
        Self.forEachCount(fact, day) { keys.append($0) }
        for key in keys { scan(key, position, onlyEarlier: false, body) }
      }
    }
  }

  private mutating func scanCells(
    _ fact: EventFacts, _ day: Int32, _ kind: Kind, _ position: Int32, onlyEarlier: Bool,
    _ body: (Int) -> Void
  ) {
    var box = fact.box
    box.minX -= blocks.margin.x
    box.maxX += blocks.margin.x
    box.minY -= blocks.margin.y
    box.maxY += blocks.margin.y
    var keys: [Key] = []
    Self.forEachCell(box, kind, day) { keys.append($0) }
    for key in keys { scan(key, position, onlyEarlier: onlyEarlier, body) }
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

  /// Events of one place are sorted by day: what falls into a long window stands around its start.
  private mutating func scanPlace(_ fact: EventFacts, _ position: Int32, _ body: (Int) -> Void) {
    scan(placeKey(fact), position, onlyEarlier: false, body)
  }

  private mutating func visit(_ other: Int32, _ position: Int32, _ body: (Int) -> Void) {
    if stamps[Int(other)] == position { return }
    stamps[Int(other)] = position
    if blocks.meet(Int(position), Int(other)) { body(Int(other)) }
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

  private func placeKey(_ fact: EventFacts) -> Key {
    Key(kind: .place, day: Self.noDay, x: fact.place, y: 0)
  }

  private static func forEachCount(_ fact: EventFacts, _ day: Int32, _ body: (Key) -> Void) {
    if fact.killed.low > 0 { body(Key(kind: .killed, day: day, x: fact.killed.low, y: 0)) }
    if fact.injured.low > 0 { body(Key(kind: .injured, day: day, x: fact.injured.low, y: 0)) }
    if fact.casualties.low > 0 {
      body(Key(kind: .casualties, day: day, x: fact.casualties.low, y: 0))
    }
  }

  private static func forEachCell(
    _ box: BoundingBox, _ kind: Kind, _ day: Int32, _ body: (Key) -> Void
  ) {
    let size = kind == .wide ? wideCell : fineCell
    for x in cell(box.minX, size)...cell(box.maxX, size) {
      for y in cell(box.minY, size)...cell(box.maxY, size) {
        body(Key(kind: kind, day: day, x: x, y: y))
      }
    }
  }

  private static func cell(_ degrees: Double, _ size: Double) -> Int32 {
    Int32((max(-400, min(400, degrees)) / size).rounded(.down))
  }
}
