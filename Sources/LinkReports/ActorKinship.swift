import Model

/// Which actors can be the same one under two names.
struct ActorKinship {
  enum Answer {
    case same
    /// Nothing speaks against it: one is unknown, or the general name of the other.
    case compatible
    /// Two names of one side, which reports mix up.
    case unlike
    case contradictory
  }

  private var names = Interner()
  private var inters: [Int?] = []
  private var parts: [[Substring]] = []

  /// Returns the number of the actor's code, -1 for nobody or somebody unknown.
  mutating func number(_ actor: EventActor) -> Int32 {
    guard let code = actor.code else { return -1 }
    return number(code, inter: actor.inter)
  }

  mutating func number(_ code: String, inter: Int?) -> Int32 {
    if Self.isUnknown(code) { return -1 }
    let number = names(code)
    if number == inters.count {
      inters.append(inter)
      parts.append(code.split(separator: "_"))
    } else if inters[Int(number)] == nil {
      inters[Int(number)] = inter
    }
    return number
  }

  /// Whether a code says that nobody knows.
  static func isUnknown(_ code: String?) -> Bool { code?.hasPrefix("UNKNOWN") ?? true }

  func compare(_ first: Int32, _ second: Int32) -> Answer {
    if first < 0 || second < 0 { return .compatible }
    if first == second { return .same }
    let mine = parts[Int(first)]
    let other = parts[Int(second)]
    let isKin = mine.contains { part in
      // Every state has these.
      part != "MIL" && part != "GOV"
        && other.contains { part == $0 || part.hasPrefix($0) || $0.hasPrefix(part) }
    }
    if isKin {
      return isGeneral(mine) || isGeneral(other) ? .compatible : .unlike
    }
    if let inter = inters[Int(first)], inter == inters[Int(second)] { return .unlike }
    return .contradictory
  }

  /// `CIVILIANS`, `PROTESTERS`, `IRQ_FORCES`: what a report writes that knows no more.
  private func isGeneral(_ parts: [Substring]) -> Bool {
    guard parts.count > 1, let last = parts.last else { return true }
    return ["FORCES", "SECURITY", "FACTIONS", "PMF", "MIL", "GOV"].contains(last)
  }
}
