import Model

/// Which actors can be the same one under two names.
///
/// Codes form a tree (`actor_codes.tsv`): a report that knows less names the parent.
struct ActorKinship {
  enum Answer {
    case same
    /// Nothing speaks against it: one is unknown, or the general name of the other.
    case compatible
    /// Two names of one side, which reports mix up.
    case unlike
    case contradictory
  }

  /// Longer chains are a loop in the table, which its check reports.
  private static let longestChain = 16

  private let parents: [String: String]
  /// Codes that a report writes which knows no more than the state.
  private let general: Set<String>
  private var names = Interner()
  private var inters: [Int?] = []
  /// Of each code, the code itself and what stands above it.
  private var chains: [[String]] = []

  init(parents: [String: String], general: Set<String>) {
    self.parents = parents
    self.general = general
  }

  /// Returns the number of the actor's code, -1 for nobody or somebody unknown.
  mutating func number(_ actor: EventActor) -> Int32 {
    // What was only inferred agrees with any.
    guard let code = actor.code, actor.basis != .inferred else { return -1 }
    return number(code, inter: actor.inter)
  }

  mutating func number(_ code: String, inter: Int?) -> Int32 {
    if Self.isUnknown(code) { return -1 }
    let number = names(code)
    if number == inters.count {
      inters.append(inter)
      var chain = [code]
      while let last = chain.last, let parent = parents[last], chain.count < Self.longestChain {
        chain.append(parent)
      }
      chains.append(chain)
    } else if inters[Int(number)] == nil {
      inters[Int(number)] = inter
    }
    return number
  }

  /// Whether a code says that nobody knows.
  static func isUnknown(_ code: String?) -> Bool { code?.hasPrefix("UNKNOWN") ?? true }

  /// Whether a code stands below another: not just anybody of the kind.
  func isSpecific(_ number: Int32) -> Bool { number >= 0 && chains[Int(number)].count > 1 }

  func compare(_ first: Int32, _ second: Int32) -> Answer {
    if first < 0 || second < 0 { return .compatible }
    if first == second { return .same }
    let mine = chains[Int(first)]
    let other = chains[Int(second)]
    if mine.contains(other[0]) || other.contains(mine[0]) { return .compatible }
    if mine.contains(where: other.contains) {
      return general.contains(mine[0]) || general.contains(other[0]) ? .compatible : .unlike
    }
    if let inter = inters[Int(first)], inter == inters[Int(second)] { return .unlike }
    return .contradictory
  }
}
