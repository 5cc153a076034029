import Gazetteer
import Model

/// Who is who in Arabic, beside the grammar of the triggers.
extension RoleAssigner {
  /// Arabic: `stabbed four people before the police stopped him`: who ends it is not whom it was done to.
  func stepsIn(_ actor: ActorMention, after trigger: Trigger) -> Bool {
    guard text.language == "ar", actor.kind == "state_armed", trigger.roles != "B",
      trigger.row.family == "attack"
    else { return false }
    let gap = Range.between(trigger.tokens.upperBound, actor.tokens.lowerBound)
    let start = max(gap.lowerBound, gap.upperBound - 4)
    // `before` alone may be of a time (`shortly before dawn`); with its conjunction it opens a clause.
    return (start..<max(start, gap.upperBound)).contains { token in
      lexicon.all(.clause, at: token).contains {
        $0.tokens.count > 1 && gazetteer.clauses[Int($0.row)].kind == "before"
      }
    }
  }
}
