import Gazetteer
import Model

/// Sums the harm frames of an event.
struct HarmAttacher {
  let frames: [HarmFrame]

  func attach(_ draft: inout EventDraft) {
    let takesHarm = ["attack", "abduction", "protest", "riot", "territory", "sexual", "looting"]
    let own = frames.filter { draft.scope.contains($0.tokens.lowerBound) }
    guard takesHarm.contains(draft.family) || own.contains(where: { $0.field == .zero }) else {
      return
    }
    draft.harm = own
  }

  /// The harm of an event out of its frames, subsets left out.
  static func total(_ frames: [HarmFrame]) -> Harm {
    var harm = Harm()
    let counted = frames.filter { !$0.isSubset }
    let isTold = counted.contains { $0.field == .killed && !$0.isDiscovery && $0.maximum != 0 }
    for frame in counted {
      // The body of somebody whose killing was told.
      if frame.isDiscovery, isTold, frame.victim == nil { continue }
      switch frame.field {
      case .killed: add(frame, to: &harm.killed)
      case .injured: add(frame, to: &harm.injured)
      case .pooled:
        harm.pooled = true
        add(frame, to: &harm.casualties)
      case .casualties: add(frame, to: &harm.casualties)
      case .zero, .missing: break
      }
      if let qualifier = frame.qualifier { harm.qualifier = harm.qualifier ?? qualifier }
    }
    if counted.contains(where: { $0.field == .zero }) {
      if !harm.killed.isStated { harm.killed = Harm.Count(0, 0) }
      if !harm.injured.isStated { harm.injured = Harm.Count(0, 0) }
    }
    // `an unknown number of dead and wounded` states neither.
    if harm.pooled, !harm.killed.isStated, !harm.injured.isStated,
      harm.casualties.maximum != nil || (harm.casualties.minimum ?? 0) > 1
    {
      harm.killed = Harm.Count(0, harm.casualties.maximum)
      harm.injured = Harm.Count(0, harm.casualties.maximum)
    }
    return harm
  }

  /// Whether one account counts the attackers and the other those whom they fought: such counts contradict
  /// nothing and add up.
  static func areOpposed(
    _ first: [HarmFrame], _ second: [HarmFrame], _ field: HarmFrame.Field
  ) -> Bool {
    let classes = { (frames: [HarmFrame]) in
      Set(frames.filter { $0.field == field && !$0.isSubset }.map { $0.victimClass ?? "unknown" })
    }
    let (mine, other) = (classes(first), classes(second))
    guard !mine.isEmpty, !other.isEmpty, mine.isDisjoint(with: other) else { return false }
    let known: Set = ["armed_nonstate", "armed_state", "civilian"]
    return mine.isSubset(of: known) && other.isSubset(of: known)
      && (mine == ["armed_nonstate"] || other == ["armed_nonstate"])
  }

  /// The deaths of a later sentence that come on top of the dead of an event: others than those, or some of the
  /// wounded whom it counts too.
  static func late(_ later: [HarmFrame], over known: [HarmFrame]) -> [HarmFrame] {
    let harm = total(known)
    guard harm.killed.isStated, harm.killed.maximum != 0 else { return [] }
    return later.filter {
      $0.isLate && $0.field == .killed && !$0.isSubset && !$0.isToll
        && ($0.isOthers ? $0.minimum != harm.killed.minimum : harm.injured.isStated)
    }
  }

  /// The frames of a later sentence that come on top of what an event counts already: `The bomber also
  /// died.` after a number of people that does not name him.
  static func extra(_ later: [HarmFrame], over known: [HarmFrame]) -> [HarmFrame] {
    guard !known.contains(where: { $0.victimClass == "armed_nonstate" && !$0.isSubset }) else {
      return []
    }
    return later.filter {
      $0.isDefinite && !$0.isSubset && !$0.isToll && $0.victimClass == "armed_nonstate"
        && $0.field == .killed && $0.minimum == $0.maximum && $0.minimum != nil
    }
  }

  /// Whether a later count says how many there were of whom the first words told only that they were several.
  ///
  /// `mowed down tourists. Thirty-eight people were killed.`
  static func counts(_ later: [HarmFrame], whatWasVague known: [HarmFrame]) -> Bool {
    let mine = known.filter { !$0.isSubset }
    let other = later.filter { !$0.isSubset }
    guard !mine.isEmpty, mine.allSatisfy({ $0.qualifier == "vague" && $0.maximum == nil }),
      let low = mine.compactMap(\.minimum).max(), let first = other.first
    else { return false }
    return first.qualifier != "vague" && (first.minimum ?? 0) >= low && !first.isOthers
      && !first.isLate && !first.isDefinite
  }

  private static func add(_ frame: HarmFrame, to count: inout Harm.Count) {
    guard let minimum = frame.minimum else { return }
    if let known = count.minimum {
      let isOpen = count.maximum == nil || frame.maximum == nil
      count = Harm.Count(
        known + minimum,
        isOpen ? nil : (count.maximum ?? 0) + (frame.maximum ?? 0))
    } else {
      count = Harm.Count(minimum, frame.maximum)
    }
  }
}
