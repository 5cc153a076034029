import Gazetteer
import Model

/// Acts that a sentence names only as the setting of another one: `recaptured the town after two days of
/// clashes`, `arrested in an ambush`, `seized the district when the army withdrew`.
struct SettingRule {
  let lexicon: TextLexicon
  let harm: [HarmFrame]

  private static let main: Set<String> = [
    "territory", "transfer", "arrest", "weapons", "agreement", "other", "protest", "riot", "base",
  ]

  /// Takes the settings out of the groups of a sentence.
  ///
  /// Returns the groups left and, for each, the triggers that are its setting.
  func take(_ groups: [[Trigger]]) -> (groups: [[Trigger]], settings: [[Trigger]]) {
    guard groups.count > 1 else { return (groups, groups.map { _ in [] }) }
    var owner: [Int: Int] = [:]
    for index in groups.indices {
      // The nearest other group that is no setting itself.
      let others = groups.indices.filter { $0 != index && owner[$0] == nil }.sorted {
        abs($0 - index) < abs($1 - index)
      }
      owner[index] = others.first { isSetting(groups[index], of: groups[$0]) }
    }
    var kept: [[Trigger]] = []
    var settings: [[Trigger]] = []
    for index in groups.indices where owner[index] == nil {
      kept.append(groups[index])
      settings.append(owner.filter { $0.value == index }.keys.sorted().flatMap { groups[$0] })
    }
    return kept.isEmpty ? (groups, groups.map { _ in [] }) : (kept, settings)
  }

  private func isSetting(_ group: [Trigger], of main: [Trigger]) -> Bool {
    let family = group[0].row.family
    let mainFamily = main[0].row.family
    if main.allSatisfy(\.isHarmWord) { return false }
    switch (family, mainFamily) {
    case ("attack", "territory") where lexicon.text.language == "en":
      // `expelled X from two villages in an offensive; seven fighters were killed`: who died in it, too.
      let acts = group.filter { !$0.isHarmWord }
      // `overran the town, beheading residents and ambushing a convoy`.
      if !acts.isEmpty, acts.allSatisfy({ isParticiple($0) && $0.clause != main[0].clause }) {
        return main[0].tokens.lowerBound < acts[0].tokens.lowerBound
      }
      return !acts.isEmpty
        && acts.allSatisfy {
          isNoun($0)
            && (isBehind($0, ["after", "during", "since", "amid", "before"])
              || isMeans($0, for: mainFamily))
        }
    case ("attack", let other) where Self.main.contains(other):
      return group.allSatisfy {
        !$0.isHarmWord && isNoun($0)
          && (isBehind($0, ["after", "during", "since", "amid", "before"])
            || isMeans($0, for: other))
      }
    case ("other", "attack"):
      // `were killed in a booby-trapped house during a search operation`.
      return lexicon.text.language == "en"
        && group.allSatisfy {
          $0.row.plover == "MOBILIZE" && isNounBehind($0, ["during", "amid", "in"])
        }
    case ("other", "protest"), ("other", "riot"):
      // `reopened the road after talks`.
      return group.allSatisfy { $0.row.plover == "CONSULT" && isNounBehind($0, ["after"]) }
    case ("protest", "attack"):
      return group.allSatisfy { isNoun($0) && isBehind($0, ["after", "before"]) }
    case ("arrest", "attack") where isJoinedTo(main, group): return true
    case ("abduction", "attack"), ("arrest", "attack"):
      // The bodies of those who had been kidnapped.
      let isDiscovery = harm.contains { frame in
        frame.isDiscovery
          && Int(lexicon.text.sentenceOfToken[frame.tokens.lowerBound]) == group[0].sentence
      }
      // `shot two men whom they had abducted a week earlier`: told as what was before.
      return isDiscovery || group.allSatisfy(\.isHistorical)
        || group.allSatisfy { isNoun($0) && isBehind($0, ["after"]) }
        // `besieged the town after soldiers detained their leader`.
        || (family == "arrest" && lexicon.text.language == "en"
          && group.allSatisfy {
            isBehind($0, ["after"]) && $0.tokens.lowerBound > main[0].tokens.lowerBound
          })
    case ("looting", "arrest"), ("weapons", "arrest"):
      // `arrested two men who were setting fire to a field`: caught in the act.
      return lexicon.text.language == "en"
        && group.allSatisfy { trigger in
          let first = trigger.tokens.lowerBound
          return lexicon.functionWord(at: first - 1) == "was"
            && lexicon.functionWord(at: first - 2) == "which"
        }
    case ("arrest", "other"):
      // `freed two days after his arrest`.
      return main.contains { $0.row.plover == "CONCEDE" }
        && group.allSatisfy { isNoun($0) && isBehind($0, ["after"]) }
    case ("other", "abduction"):
      // `freed a man who had been kidnapped three days before`: the end of the kidnapping.
      return group.allSatisfy { $0.row.plover == "CONCEDE" }
    case ("territory", "transfer"):
      // `pulled out without a fight and the other side took over`.
      return isWithoutFight(main[0])
        && group.allSatisfy { main[0].tokens.lowerBound < $0.tokens.lowerBound }
    case ("transfer", "territory"), ("transfer", "agreement"):
      // One side left as the other came; an agreement says who is to leave.
      return mainFamily == "agreement"
        ? group.allSatisfy(isNoun)
        : group.allSatisfy { isBehind($0, ["after", "as", "during"]) || isGivingWay($0, to: main) }
    default: return false
    }
  }

  /// `the last forces withdrew from the town and militants seized the headquarters`: one side left, the other
  /// took it at once.
  private func isGivingWay(_ trigger: Trigger, to main: [Trigger]) -> Bool {
    guard lexicon.text.language == "en", let next = main.map(\.tokens.lowerBound).min() else {
      return false
    }
    let end = trigger.tokens.upperBound
    return end < next && next - end <= 16 && !isWithoutFight(trigger)
      && (end..<next).contains { lexicon.functionWord(at: $0) == "and" }
  }

  /// `rounded up and burned alive 35 villagers`: one object, and the second verb says what became of them.
  private func isJoinedTo(_ main: [Trigger], _ group: [Trigger]) -> Bool {
    guard lexicon.text.language == "en", let end = group.map(\.tokens.upperBound).max() else {
      return false
    }
    return lexicon.functionWord(at: end) == "and"
      && main.contains { $0.tokens.lowerBound == end + 1 }
  }

  private func isWithoutFight(_ trigger: Trigger) -> Bool {
    lexicon.text.language == "en"
      && lexicon.text.sentences[trigger.sentence].contains {
        lexicon.functionWord(at: $0) == "without"
      }
  }

  private func isParticiple(_ trigger: Trigger) -> Bool {
    trigger.row.position != "noun"
      && lexicon.text.key(trigger.tokens.lowerBound).suffix(3)
        .elementsEqual(StaticBytes.participle.value)
  }

  /// `captured in an ambush`, `took the village in a surprise attack`.
  private func isMeans(_ trigger: Trigger, for family: String) -> Bool {
    guard ["arrest", "weapons", "territory"].contains(family) else { return false }
    return trigger.match.clitics.contains(.withPreposition)
      || (isBehind(trigger, ["in", "by", "with", "agent_of_noun", "holder"])
        && lexicon.text.language == "en")
  }

  private func isNoun(_ trigger: Trigger) -> Bool {
    switch trigger.row.position {
    case "verb", "passive", "imperfect": return false
    default: return trigger.roles != "V" && trigger.roles != "P" || trigger.row.position == "noun"
    }
  }

  /// Whether a trigger is a noun and such a word stands shortly before it.
  func isNounBehind(_ trigger: Trigger, _ kinds: Set<String>) -> Bool {
    isNoun(trigger) && isBehind(trigger, kinds)
  }

  /// Whether such a word stands up to four words before the trigger with no comma between.
  private func isBehind(_ trigger: Trigger, _ kinds: Set<String>) -> Bool {
    let first = trigger.tokens.lowerBound
    let start = lexicon.text.sentences[trigger.sentence].lowerBound
    for token in stride(from: first - 1, through: max(start, first - 5), by: -1) {
      let sign = lexicon.text.tokens[token]
      if sign.kind == .punctuation {
        // `a two-day offensive`.
        if sign.spaceBefore || lexicon.text.tokens[token + 1].spaceBefore { return false }
        continue
      }
      if let kind = lexicon.functionWord(at: token), kinds.contains(kind) { return true }
    }
    return false
  }
}
