import Gazetteer
import Model

/// Puts the triggers of each sentence together into events: one event for killing, wounding and the
/// blast that did it.
struct EventGrouper {
  let lexicon: TextLexicon
  let mentions: [Mention]
  let harm: [HarmFrame]

  private var text: NormalizedText { lexicon.text }

  func group(_ triggers: [Trigger]) -> [EventDraft] {
    var drafts: [EventDraft] = []
    let asserted = triggers.filter { $0.rejection == nil }
    let bySentence = Dictionary(grouping: asserted, by: \.sentence)
    for sentence in text.sentences.indices {
      guard let own = bySentence[sentence] else { continue }
      drafts += groups(of: withoutSupport(own), in: sentence)
    }
    return drafts
  }

  private func groups(of triggers: [Trigger], in sentence: Int) -> [EventDraft] {
    var groups: [[Trigger]] = []
    for trigger in triggers {
      // The nearest earlier group that it can belong to.
      let index =
        groups.indices.last { joins(trigger, groups[$0]) }
        ?? groups.indices.last {
          killedBeside(trigger, groups[$0]) || wasFoughtOver(trigger, groups[$0])
        }
      if let index {
        groups[index].append(trigger)
      } else {
        groups.append([trigger])
      }
    }
    // A harm word that came before the act that it belongs to.
    groups = joinHarm(groups)
    let parted = SettingRule(lexicon: lexicon, harm: harm).take(groups)
    groups = parted.groups
    let range = text.sentences[sentence]
    return groups.indices.map { index in
      let group = groups[index]
      let main = mainTrigger(group)
      var draft = EventDraft(
        triggers: group, main: main, family: main.row.family, scope: range, sentence: sentence)
      draft.setting = parted.settings[index]
      draft.isAlone = groups.count == 1
      takeOperation(&draft)
      if groups.count > 1 {
        draft.scope = scope(of: group, range, groups)
        draft.foreign = groups.flatMap { $0 }.map(\.tokens).filter { tokens in
          !group.contains { $0.tokens == tokens }
        }
      }
      let told = group.filter(\.isHistorical)
      // `X was killed by gunmen who raided …`: a relative clause beside what is told now.
      let isAside = main.historicalRule == RealisReader.relativeBackground
      if told.count == group.count || (main.isHistorical && !isAside) {
        draft.isHistorical = true
        draft.historicalRule = main.historicalRule
      }
      return draft
    }
  }

  /// An operation in which people were killed is a fight (`an air landing left three militants dead`).
  private func takeOperation(_ draft: inout EventDraft) {
    guard draft.family == "other", draft.main.row.plover == "MOBILIZE" else { return }
    let isDeadly = harm.contains {
      $0.field == .killed && !$0.isSubset && ($0.minimum ?? 0) > 0
        && draft.scope.contains($0.tokens.lowerBound)
        && $0.victimClass?.hasPrefix("armed") == true
    }
    if isDeadly { draft.family = "attack" }
  }

  /// `blew up two pylons with explosive charges`: what an act is done with is no act beside it.
  private func isMeans(_ trigger: Trigger, _ group: [Trigger]) -> Bool {
    guard text.language == "en", trigger.row.family == "attack",
      trigger.row.position == "noun" || trigger.row.position == "phrase",
      ["with", "using"].contains(
        lexicon.functionWord(endingAt: trigger.tokens.lowerBound)?.kind
          ?? lexicon.functionWord(endingAt: trigger.tokens.lowerBound - 1)?.kind ?? "")
    else { return false }
    return group.contains {
      $0.clause == trigger.clause && $0.tokens.upperBound <= trigger.tokens.lowerBound
        && ["verb", "passive"].contains($0.row.position)
        && ["attack", "looting", "riot", "territory"].contains($0.row.family)
    }
  }

  /// Whether ground was taken for a moment in a fight that the group tells.
  private func wasFoughtOver(_ trigger: Trigger, _ group: [Trigger]) -> Bool {
    trigger.isReversed(in: lexicon) && group.contains { $0.row.family == "attack" }
  }

  /// `robbed a shop and killed its owner`: who was killed in a robbery or an arson tells what it was.
  private func killedBeside(_ trigger: Trigger, _ group: [Trigger]) -> Bool {
    trigger.row.family == "attack" && ["verb", "passive"].contains(trigger.row.position)
      && group.allSatisfy { $0.row.family == "looting" } && !isCoordinated(trigger, group)
      && trigger.isSeparate == group[0].isSeparate && !tellsOtherPlace(trigger, group)
  }

  private func joins(_ trigger: Trigger, _ group: [Trigger]) -> Bool {
    guard let first = group.first else { return false }
    if trigger.isSeparate != first.isSeparate || isCoordinated(trigger, group) { return false }
    if isMeans(trigger, group) { return true }
    let families = Set(group.map(\.row.family))
    let isViolent = { (family: String) in family == "attack" || family == "abduction" }
    // `killed three and burned two vehicles in an attack`.
    if text.language == "en", trigger.row.family == "looting", group.allSatisfy(\.isHarmWord),
      group.contains(where: { $0.roles == "V" }), families == ["attack"],
      ["verb", "passive"].contains(trigger.row.position),
      lexicon.functionWord(at: trigger.tokens.lowerBound - 1) == "and"
    {
      return !tellsOtherPlace(trigger, group)
    }
    if trigger.isHarmWord || group.allSatisfy(\.isHarmWord) {
      let harmJoins =
        families.contains {
          $0 == "attack" || $0 == "protest" || $0 == "riot" || $0 == "abduction"
            || $0 == "territory"
        } && ["attack", "protest", "riot", "abduction", "territory"].contains(trigger.row.family)
      return harmJoins && !tellsOtherPlace(trigger, group)
    }
    if isInProtest(trigger), families.contains("protest") { return true }
    if families.contains(trigger.row.family) {
      // Two acts of one family are one event unless each has its own place or its own count.
      return !tellsOtherPlace(trigger, group)
    }
    if isViolent(trigger.row.family), families.contains(where: isViolent) {
      // `abducted a farmer and executed him`.
      if families == ["abduction"], isOfPronoun(trigger, group) { return true }
      // `attacked a festival, killing 364 and abducting 40`.
      if trigger.row.family == "abduction", families == ["attack"], isParticiple(trigger),
        !tellsOtherPlace(trigger, group)
      {
        return true
      }
      // Attacked and kidnapped: the kidnapping, unless the attack did harm of its own.
      return !tellsOtherPlace(trigger, group)
        && !harm.contains { Int(text.sentenceOfToken[$0.tokens.lowerBound]) == trigger.sentence }
    }
    if trigger.row.family == "looting",
      families.isSubset(of: ["attack", "territory", "abduction"])
    {
      // `… and burned the police station`: the same doers went on.
      return !tellsOtherPlace(trigger, group)
        && ["verb", "passive"].contains(trigger.row.position)
    }
    if ["protest", "riot"].contains(trigger.row.family) {
      return !families.isDisjoint(with: ["protest", "riot"]) && !tellsOtherPlace(trigger, group)
    }
    // Arrested, and his weapons seized.
    if families.union([trigger.row.family]) == ["arrest", "weapons"] {
      return !tellsOtherPlace(trigger, group)
    }
    // A foiled or defused device and the word for it.
    if trigger.row.family == "weapons" || families.contains("weapons") {
      // A search and what it found are told together, also as `…, defusing seven bombs`.
      return families.union([trigger.row.family]).isSubset(of: ["weapons", "attack", "other"])
        && (sameClause(trigger, group) || isParticiple(trigger))
    }
    if trigger.row.family == "other" || families == ["other"] {
      // Talks and an agreement, an operation and what it did, are told together.
      return sameClause(trigger, group)
    }
    return false
  }

  /// Whether a verb has a pronoun for its object.
  private func isOfPronoun(_ trigger: Trigger, _ group: [Trigger]) -> Bool {
    if text.language == "ckb" {
      // The Sorani verb has it as an ending: no other object stands between.
      let last = group.map(\.tokens.upperBound).max() ?? 0
      let between = Range.between(last, trigger.tokens.lowerBound)
      return !harm.contains { $0.victim.map { between.contains($0.lowerBound) } ?? false }
    }
    return trigger.row.language == "en"
      && ["him", "her", "them"].contains(lexicon.functionWord(at: trigger.tokens.upperBound) ?? "")
  }

  /// An English participle goes on with the subject of the clause before it.
  private func isParticiple(_ trigger: Trigger) -> Bool {
    trigger.row.language == "en" && trigger.row.position != "noun"
      && text.key(trigger.tokens.lowerBound).suffix(3).elementsEqual(StaticBytes.participle.value)
  }

  private func sameClause(_ trigger: Trigger, _ group: [Trigger]) -> Bool {
    group.contains { $0.clause == trigger.clause }
  }

  /// Whether the trigger's clause and the group's clauses each have a place of their own.
  private func tellsOtherPlace(_ trigger: Trigger, _ group: [Trigger]) -> Bool {
    if sameClause(trigger, group) { return false }
    let speaker = SpeakersPlace(lexicon: lexicon, mentions: mentions)
    let own = placesWithIntroduction(trigger.clause).filter {
      !speaker.holds($0, ofEventAt: trigger.tokens.lowerBound)
    }
    guard !own.isEmpty else { return false }
    let first = group.map(\.tokens.lowerBound).min() ?? 0
    let others = Set(group.map(\.clause)).flatMap { placesWithIntroduction($0) }.filter {
      !speaker.holds($0, ofEventAt: first)
    }
    guard !others.isEmpty else { return false }
    let isSame = own.contains { mine in
      others.contains { other in
        mentions[mine].entity == mentions[other].entity || mentions[mine].containers.contains(other)
          || mentions[other].containers.contains(mine)
      }
    }
    return !isSame
  }

  /// `a blast in X and an armed attack near Y`: another act joined by `and`, each with its own place
  /// after it.
  private func isCoordinated(_ trigger: Trigger, _ group: [Trigger]) -> Bool {
    let first = trigger.tokens.lowerBound
    let isJoined =
      trigger.match.clitics.contains(.conjunction) || lexicon.functionWord(at: first - 1) == "and"
    guard isJoined, !trigger.isHarmWord, let last = group.map(\.tokens.upperBound).max(),
      last <= first
    else {
      return false
    }
    let sentence = text.sentences[trigger.sentence]
    let before = places(in: last..<first)
    let after = places(in: .between(trigger.tokens.upperBound, sentence.upperBound))
    guard !before.isEmpty, let next = after.first else { return false }
    return !before.contains {
      mentions[$0].entity == mentions[next].entity
        && mentions[$0].relation?.kind == mentions[next].relation?.kind
    }
  }

  private func places(in range: Range<Int>) -> [Int] {
    guard range.lowerBound < range.upperBound else { return [] }
    return mentions.indices.filter { index in
      let mention = mentions[index]
      return mention.role == .literal && mention.kind == nil && mention.entity != nil
        && mention.precision.rank < Precision.adm1.rank
        && range.contains(mention.tokens.lowerBound)
    }
  }

  /// The places of a clause, or of the short one before it that opens its sentence: `In X, a bomb …`.
  private func placesWithIntroduction(_ clause: Int) -> [Int] {
    let own = places(inClause: clause)
    guard own.isEmpty, clause > 0 else { return own }
    let before = text.clauses[clause - 1]
    let isIntroduction =
      before.count <= 6
      && text.sentences[Int(text.sentenceOfToken[before.lowerBound])].lowerBound
        == before.lowerBound
      && text.clauses[clause].lowerBound == before.upperBound
      && !before.contains { lexicon.longest(.event, at: $0) != nil }
    return isIntroduction ? places(inClause: clause - 1) : own
  }

  private func places(inClause clause: Int) -> [Int] {
    mentions.indices.filter { index in
      let mention = mentions[index]
      return mention.role == .literal && mention.kind == nil && !mention.names.isEmpty
        && mention.precision.rank < Precision.adm1.rank
        && Int(text.clauseOfToken[mention.tokens.lowerBound]) == clause
        && !(text.language == "ar" && lexicon.isPlaceOfDateline(mention.tokens))
    }
  }

  private func joinHarm(_ groups: [[Trigger]]) -> [[Trigger]] {
    var result: [[Trigger]] = []
    for group in groups {
      if let index = result.indices.last, result[index].allSatisfy(\.isHarmWord),
        ["attack", "protest", "riot", "territory"].contains(group[0].row.family),
        !group.allSatisfy(\.isHarmWord), !tellsOtherPlace(group[0], result[index]),
        !isCoordinated(group[0], result[index])
      {
        result[index] += group
      } else {
        result.append(group)
      }
    }
    return result
  }

  /// The trigger that says most surely what happened; of equals the first.
  private func mainTrigger(_ group: [Trigger]) -> Trigger {
    // `killed five men, having kidnapped them the day before`: the kidnapping is what was before.
    let isBefore = group.contains { !$0.isHistorical }
    var pool = group.filter {
      $0.row.family != "abduction" || !$0.isHistorical || !isBefore
    }
    let fought = pool.filter { !$0.isReversed(in: lexicon) }
    if !fought.isEmpty { pool = fought }
    // `a bomb hit them as they pursued men who had attacked a post`: what was before types nothing.
    let present = pool.filter { !$0.isHistorical }
    if text.language == "en",
      present.contains(where: { !$0.isHarmWord && $0.row.family == "attack" })
    {
      pool = present
    }
    // `stormed the hotel; one blew himself up`.
    let ofAll = pool.filter { !$0.isOfOne(in: lexicon) }
    if ofAll.contains(where: { !$0.isHarmWord && $0.row.family == "attack" }) { pool = ofAll }
    // `threw grenades and fired at a post`: who shoots besides fights.
    if text.language == "en", pool.contains(where: isShooting) {
      pool.removeAll { $0.row.subEventType == "Grenade" && $0.row.position != "noun" }
    }
    let isDeadly = harm.contains {
      $0.field == .killed && $0.maximum != 0
        && Int(text.sentenceOfToken[$0.tokens.lowerBound]) == group[0].sentence
    }
    // `attacked a festival, killing 364 and abducting 40`: the killing weighs more.
    let acts = pool.filter { !($0.row.family == "abduction" && isParticiple($0)) }
    if isDeadly, acts.contains(where: { !$0.isHarmWord }) { pool = acts }
    let taken = pool.filter { $0.row.family == "abduction" }
    let others = pool.filter { $0.row.family != "looting" }
    // Of an arrest and a seizure the one that the sentence tells first.
    let isArrest =
      group.first { ["arrest", "weapons"].contains($0.row.family) }?.row.family == "arrest"
    let found = isArrest ? [] : group.filter { $0.row.family == "weapons" }
    let isHarmless = !harm.contains {
      Int(text.sentenceOfToken[$0.tokens.lowerBound]) == group[0].sentence && $0.maximum != 0
    }
    if !found.isEmpty, isHarmless {
      pool = found
    } else if !taken.isEmpty {
      pool = taken
    } else if isArrest {
      pool = group.filter { $0.row.family == "arrest" }
    } else if !others.isEmpty {
      pool = others
    }
    var best = pool[0]
    for trigger in pool.dropFirst() {
      if rank(trigger) > rank(best) { best = trigger }
    }
    return best
  }

  /// `marched through Kufa in protest at the burning of a book in X`: why they did.
  private func isInProtest(_ trigger: Trigger) -> Bool {
    text.language == "en" && trigger.row.family == "protest" && trigger.row.position == "noun"
      && lexicon.functionWord(at: trigger.tokens.lowerBound - 1) == "in"
  }

  private func isShooting(_ trigger: Trigger) -> Bool {
    trigger.row.mode == "firearms" && !trigger.isHarmWord && trigger.row.weight >= 500
      && trigger.row.subEventType == "Armed clash"
  }

  private func rank(_ trigger: Trigger) -> Int {
    trigger.row.weight - (trigger.isHarmWord ? 500 : 0) - (trigger.isHistorical ? 100 : 0)
  }

  /// From the first to the last clause of a group, up to its neighbors.
  private func scope(
    of group: [Trigger], _ sentence: Range<Int>, _ groups: [[Trigger]]
  ) -> Range<Int> {
    let clauses = group.map { text.clauses[$0.clause] }
    var start = clauses.map(\.lowerBound).min() ?? sentence.lowerBound
    var end = clauses.map(\.upperBound).max() ?? sentence.upperBound
    // Another event in the same clause: each has the words from its own act on.
    let own = group.map(\.tokens.lowerBound)
    let first = own.min() ?? start
    let last = own.max() ?? start
    for other in groups {
      let theirs = other.map(\.tokens.lowerBound)
      guard let theirFirst = theirs.min(), let theirLast = theirs.max() else { continue }
      if theirLast < first, theirLast >= start { start = first }
      if theirFirst > last, theirFirst < end { end = theirFirst }
    }
    // Clauses after it that hold no other trigger belong to it.
    let others = groups.flatMap { $0 }.map(\.tokens.lowerBound)
    let next = others.filter { $0 >= end }.min() ?? sentence.upperBound
    if next > end {
      let boundary =
        next < sentence.upperBound ? text.clauses[Int(text.clauseOfToken[next])].lowerBound : next
      end = max(end, boundary)
    }
    return start..<end
  }
}
