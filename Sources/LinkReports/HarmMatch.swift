import Model

/// How the victims of two reports agree.
struct HarmMatch {
  enum Answer {
    /// What both count agrees.
    case same
    /// One corrects the other.
    case update
    /// One counts, the other does not, or neither.
    case unknown
    /// One count agrees, another nearly.
    case mixed
    /// Counts differ as two outlets' may.
    case near
    case contradictory
  }

  private(set) var answer = Answer.unknown
  /// Whether both count the same victims, at least one.
  private(set) var isShared = false
  /// How many victims they share.
  private(set) var victims = 0
  /// Whether the counts that differ are of three people or fewer.
  private(set) var isSmall = false

  var contradicts: Bool { answer == .contradictory }

  init(_ a: EventFacts, _ b: EventFacts) {
    var agrees = 0
    var differs = 0
    var contradicts = 0
    func compare(_ mine: EventFacts.Range, _ other: EventFacts.Range) {
      guard mine.isStated, other.isStated else { return }
      let gap = max(mine.low, other.low) - min(mine.high, other.high)
      if gap <= 0 {
        agrees += 1
        let least = max(mine.low, other.low)
        if min(mine.low, other.low) > 0 {
          isShared = true
          victims += Int(least)
        }
      } else if min(mine.high, other.high) > 0, gap <= max(1, max(mine.low, other.low) / 3) {
        differs += 1
        if max(mine.low, other.low) <= 3 { isSmall = true }
      } else {
        contradicts += 1
      }
    }
    compare(a.killed, b.killed)
    compare(a.injured, b.injured)
    if !(a.killed.isStated && b.killed.isStated), !(a.injured.isStated && b.injured.isStated) {
      compare(Self.total(a), Self.total(b))
    }
    if contradicts > 0 || differs > 0 {
      isShared = isShared && contradicts == 0
      answer =
        Self.isUpdate(a, b)
        ? .update : contradicts > 0 ? .contradictory : agrees > 0 ? .mixed : .near
    } else if agrees > 0 {
      answer = .same
    }
  }

  /// All victims, where they are counted.
  private static func total(_ fact: EventFacts) -> EventFacts.Range {
    if fact.casualties.isStated { return fact.casualties }
    guard fact.killed.isStated, fact.injured.isStated else { return EventFacts.Range() }
    var sum = EventFacts.Range()
    sum.low = fact.killed.low &+ fact.injured.low
    let isOpen = fact.killed.high == .max || fact.injured.high == .max
    sum.high = isOpen ? .max : fact.killed.high &+ fact.injured.high
    if sum.low < 0 { sum.low = .max }
    if sum.high < sum.low { sum.high = .max }
    return sum
  }

  /// Whether one is marked as a new toll and counts no fewer.
  private static func isUpdate(_ a: EventFacts, _ b: EventFacts) -> Bool {
    func follows(_ late: EventFacts, _ early: EventFacts) -> Bool {
      late.isToll && early.killed.low <= max(late.killed.high, late.casualties.high)
    }
    return follows(a, b) || follows(b, a)
  }
}
