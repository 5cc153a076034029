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
    /// Counts differ as two outlets' may, or as a toll grows from one day to the next.
    case near
    case contradictory
  }

  /// From here on counts are large enough to tell one incident from another.
  static let large = 5

  private(set) var answer = Answer.unknown
  /// Whether both count the same victims, at least one.
  private(set) var isShared = false
  /// How many victims they share.
  private(set) var victims = 0
  /// Whether the counts that differ are of three people or fewer.
  private(set) var isSmall = false
  /// Whether exact counts agree that hardly agree by chance: the dead and the injured of one incident,
  /// or many dead.
  private(set) var isFingerprint = false

  /// Whether the dead and the injured both agree exactly, ten or more: whatever the place.
  private(set) var isExact = false
  /// Whether one counts only dead and the other only injured.
  private(set) var isCrossed = false

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
      compare(a.total, b.total)
    }
    if contradicts > 0 || differs > 0 {
      isShared = isShared && contradicts == 0
      answer =
        Self.isUpdate(a, b)
        ? .update
        : contradicts > 0
          ? Self.hasGrown(a, b) ? .near : .contradictory : agrees > 0 ? .mixed : .near
    } else if agrees > 0 {
      answer = .same
      isFingerprint = Self.agreeExactly(a, b)
      isExact =
        isFingerprint && a.killed.low > 0 && a.injured.low > 0 && a.injured == b.injured
        && victims >= 2 * Self.large
    }
    isCrossed = Self.countsOnlyDead(a, b) || Self.countsOnlyDead(b, a)
  }

  private static func countsOnlyDead(_ a: EventFacts, _ b: EventFacts) -> Bool {
    a.killed.low > 0 && !a.injured.isStated && b.injured.low > 0 && !b.killed.isStated
  }

  private static func agreeExactly(_ a: EventFacts, _ b: EventFacts) -> Bool {
    let killed = a.killed == b.killed && a.killed.low > 0 ? Int(a.killed.low) : 0
    let injured = a.injured == b.injured && a.injured.low > 0 ? Int(a.injured.low) : 0
    if killed > 0, injured > 0 { return killed + injured >= large }
    return killed >= large || injured >= 2 * large
  }

  /// Whether one is marked as a new toll and counts no fewer, but not several times as many.
  private static func isUpdate(_ a: EventFacts, _ b: EventFacts) -> Bool {
    func follows(_ late: EventFacts, _ early: EventFacts) -> Bool {
      guard late.isToll else { return false }
      let top = max(late.killed.high, late.casualties.high)
      return early.killed.low <= top
        && (early.killed.low < 0 || late.killed.low <= early.killed.low &* 3 &+ 2)
    }
    return follows(a, b) || follows(b, a)
  }

  /// Whether the report of a later day counts more of everything, up to twice as many: a toll that
  /// grew though no word says so.
  private static func hasGrown(_ a: EventFacts, _ b: EventFacts) -> Bool {
    guard a.published != b.published else { return false }
    let (early, late) = a.published < b.published ? (a, b) : (b, a)
    guard late.published - early.published <= 3, early.killed.low >= large else { return false }
    func grew(_ early: EventFacts.Range, _ late: EventFacts.Range) -> Bool {
      guard early.isStated, late.isStated else { return true }
      return late.high >= early.low && late.low <= early.low &* 2
    }
    return grew(early.killed, late.killed) && grew(early.injured, late.injured)
  }
}
