import Gazetteer
import Model

/// Gives an event its places (language.md 4.5, 7): the nearest literal mention of its clause, after the
/// trigger first; else of its sentence; else of its paragraph.
struct PlaceAttacher {
  let lexicon: TextLexicon
  let mentions: [Mention]

  private var text: NormalizedText { lexicon.text }

  func attach(_ draft: inout EventDraft) {
    let sentence = text.sentences[draft.sentence]
    var own = candidates(in: draft.isAlone ? sentence : draft.scope)
    if !draft.isAlone, own.allSatisfy({ isOfGrievance($0, draft) }) { own = [] }
    if let chosen = choose(own, draft) {
      set(chosen.index, chosen.rule, &draft)
      return
    }
    if !draft.isAlone {
      // The sentence's one place holds for all its events when each has none of its own.
      let all = candidates(in: sentence)
      if let chosen = choose(all, draft) {
        let isGuess = chosen.rule == Self.speakersPlace
        set(chosen.index, isGuess ? chosen.rule : "same_sentence", &draft)
        return
      }
    }
    if let anaphor = anaphor(in: sentence) {
      set(anaphor, "anaphor", &draft)
      return
    }
    attachFromParagraph(&draft)
  }

  /// Literal mentions in a range that can be the place of an event.
  private func candidates(in range: Range<Int>) -> [Int] {
    mentions.indices.filter { index in
      let mention = mentions[index]
      return range.contains(mention.tokens.lowerBound) && mention.role == .literal
        && mention.kind != .referenceBase && mention.kind == nil
        && (mention.entity != nil || mention.flags.contains("unknown_place"))
        && mention.antecedents.isEmpty && !isGovernment(mention) && !isOwnerOfForce(mention)
    }
  }

  /// Arabic: `said Moscow`, `as announced Mogadishu`: a city as the subject of a verb of saying is its government.
  private func isGovernment(_ mention: Mention) -> Bool {
    let first = mention.tokens.lowerBound
    guard text.language == "ar", mention.head == nil, first > 0,
      [.site, .place, .near].contains(mention.precision)
    else { return false }
    return lexicon.isReporting(["say", "announce", "deny", "accuse", "warn"], at: first - 1)
  }

  /// `Iran's Quds Force`: whose a force is.
  private func isOwnerOfForce(_ mention: Mention) -> Bool {
    let end = mention.tokens.upperBound
    guard text.language == "en", mention.precision == .country, end + 2 < text.tokens.count,
      text.tokens[end].kind == .punctuation, !text.tokens[end].spaceBefore
    else { return false }
    return lexicon.longest(.actor, at: end + 2) != nil
  }

  private func choose(_ indexes: [Int], _ draft: EventDraft) -> (index: Int, rule: String)? {
    let finest = indexes.filter { index in
      // A container is attached through what it holds.
      !indexes.contains { mentions[$0].containers.contains(index) }
    }
    var pool = finest.isEmpty ? indexes : finest
    pool.removeAll { isOrigin($0, draft) }
    pool = pool.filter { !isAlong($0, pool) }
    // `police in Kirkuk province arrested two men near Daquq`: the town, not the province around it.
    pool = pool.filter { wide in !pool.contains { holds(wide, $0) } }
    let local = pool.filter { mentions[$0].precision != .country }
    if !local.isEmpty { pool = local }
    let notSpeaker = pool.filter {
      !isSpeakersPlace($0, draft) && !isGoal($0, draft)
        && !lexicon.isPlaceOfDateline(mentions[$0].tokens)
    }
    if !notSpeaker.isEmpty { pool = notSpeaker }
    let notGrievance = pool.filter { !isOfGrievance($0, draft) }
    if !notGrievance.isEmpty { pool = notGrievance }
    // Where who tells it behind the event stands: a guess that gives way to any place told.
    let speaker = SpeakersPlace(lexicon: lexicon, mentions: mentions)
    let isGuess =
      notSpeaker.isEmpty
      && pool.allSatisfy {
        isBehind($0, draft) || speaker.isHospital(mentions[$0]) || isGoal($0, draft)
      }
    var best: (index: Int, score: Int, rule: String)?
    for index in pool {
      let (score, rule) = score(index, draft)
      if best.map({ score < $0.score }) ?? true { best = (index, score, rule) }
    }
    return best.map { ($0.index, isGuess ? Self.speakersPlace : $0.rule) }
  }

  /// `in the Diyala river near Baqubah`: of a river or a road the town right behind it says where.
  private func isAlong(_ index: Int, _ pool: [Int]) -> Bool {
    guard text.language == "en", mentions[index].precision == .feature else { return false }
    let end = max(mentions[index].tokens.upperBound, mentions[index].head?.upperBound ?? 0)
    return pool.contains { other in
      let mention = mentions[other]
      let start = mention.head?.lowerBound ?? mention.tokens.lowerBound
      return [.near, .place].contains(mention.precision)
        && (mention.relation.map { $0.kind == .near } ?? true)
        && (1...2).contains(start - end)
        && !(end..<start).contains { text.tokens[$0].kind == .punctuation }
    }
  }

  /// Whether a mention is a governorate, or the capital without its name, in which another one lies.
  private func holds(_ wide: Int, _ narrow: Int) -> Bool {
    guard let place = mentions[narrow].entity, let around = mentions[wide].entity else {
      return false
    }
    // `in Karrada, a part of the Iraqi capital`.
    let isCapital = mentions[wide].typeHint == "capital"
    guard isCapital || mentions[wide].precision == .adm1,
      let unit = isCapital ? lexicon.gazetteer.governorate(of: around) : around
    else { return false }
    return place != around && place != unit && lexicon.gazetteer.isWithin(place, unit)
  }

  /// `the rockets were fired from a village in X`: where they came from is not where they hit.
  private func isOrigin(_ index: Int, _ draft: EventDraft) -> Bool {
    guard draft.main.row.subEventType == "Shelling/artillery/missile attack" else { return false }
    let start = mentions[index].head?.lowerBound ?? mentions[index].tokens.lowerBound
    if text.language == "ar" {
      // `the rockets were launched from X`: right behind the verb.
      return lexicon.functionWord(at: start - 1) == "from"
        && draft.triggers.contains { $0.roles != "N" && $0.tokens.upperBound == start - 1 }
    }
    guard text.language == "en" else { return false }
    let first = max(draft.main.tokens.lowerBound, start - 6)
    guard first < start else { return false }
    return (first..<start).contains { lexicon.functionWord(at: $0) == "from" }
      && !mentions.contains { (first..<start).contains($0.tokens.lowerBound) }
      && !(first..<start).contains {
        ["on", "at", "targets"].contains(lexicon.functionWord(at: $0))
      }
  }

  static let speakersPlace = "speakers_place"

  private func isBehind(_ index: Int, _ draft: EventDraft) -> Bool {
    draft.triggers.allSatisfy { $0.tokens.upperBound <= mentions[index].tokens.lowerBound }
  }

  /// Distance to the nearest trigger; other clauses and what stands before cost more.
  private func score(_ index: Int, _ draft: EventDraft) -> (Int, String) {
    let mention = mentions[index]
    let clause = Int(text.clauseOfToken[mention.tokens.lowerBound])
    var best = Int.max
    var isSameClause = false
    for trigger in draft.triggers {
      var score: Int
      if mention.tokens.lowerBound >= trigger.tokens.upperBound {
        score = mention.tokens.lowerBound - trigger.tokens.upperBound
      } else {
        score = trigger.tokens.lowerBound - mention.tokens.upperBound
        score += text.language == "ckb" ? 0 : 6
      }
      if clause != trigger.clause { score += 12 } else { isSameClause = true }
      if trigger.isHarmWord { score += 2 }
      best = min(best, score)
    }
    return (best, isSameClause ? "same_clause" : "same_sentence")
  }

  /// `before the gunmen withdrew to X`, `were taken to X`: where somebody went after the attack.
  private func isGoal(_ index: Int, _ draft: EventDraft) -> Bool {
    guard draft.family == "attack" || draft.family == "abduction" else { return false }
    let start = mentions[index].head?.lowerBound ?? mentions[index].tokens.lowerBound
    // `outside X heading west` is where it was: the word must stand right before the name.
    let relation = mentions[index].relation?.kind
    let before = lexicon.withArticle(start) - 1
    // Arabic has one word for it: `withdrew toward X`.
    let isToward =
      text.language == "ar" && relation == .heading
      && mentions[index].relation?.span?.end ?? 0 <= Int(text.tokens[start].start)
    return
      (isToward
      || (relation == nil || relation == .heading) && lexicon.functionWord(at: before) == "to")
      // `were carried off to X`: where those who were taken are.
      && (draft.family == "abduction" && text.language == "en"
        || !draft.triggers.contains { (0...2).contains(start - $0.tokens.upperBound) })
  }

  /// `marched in Baghdad in protest at the shelling of Duhok`: what a crowd speaks of is elsewhere.
  private func isOfGrievance(_ index: Int, _ draft: EventDraft) -> Bool {
    guard ["protest", "riot"].contains(draft.family) else { return false }
    let first = mentions[index].tokens.lowerBound
    let before = lexicon.sentence(of: first).lowerBound..<first
    return lexicon.hasClauseWord("cause", in: before)
      || before.contains { token in
        lexicon.endOfGrievanceWord(at: token, orAgainst: true).map { $0 < first } ?? false
      }
  }

  private func isSpeakersPlace(_ index: Int, _ draft: EventDraft) -> Bool {
    guard let first = draft.triggers.map(\.tokens.lowerBound).min() else { return false }
    return SpeakersPlace(lexicon: lexicon, mentions: mentions).holds(index, ofEventAt: first)
  }

  private func anaphor(in range: Range<Int>) -> Int? {
    mentions.indices.first { index in
      let mention = mentions[index]
      return range.contains(mention.tokens.lowerBound) && mention.role == .literal
        && !mention.antecedents.isEmpty && mention.area != nil && mention.precision != .country
    }
  }

  /// A sentence that names no place continues the one before it in its paragraph.
  private func attachFromParagraph(_ draft: inout EventDraft) {
    let sentence = text.sentences[draft.sentence]
    let paragraph = text.paragraphs[Int(text.paragraphOfToken[sentence.lowerBound])]
    if draft.isHistorical { return }
    let before = candidates(in: paragraph.lowerBound..<sentence.lowerBound).filter {
      mentions[$0].precision.rank < Precision.country.rank
    }
    if let last = before.last {
      // Of a chain the finest, of a list all.
      let finest = before.last { index in
        !before.contains { mentions[$0].containers.contains(index) }
      }
      set(finest ?? last, "same_paragraph", &draft)
      return
    }
    let after = candidates(in: sentence.upperBound..<paragraph.upperBound)
    if let next = after.first, mentions[next].precision.rank < Precision.country.rank {
      set(next, "same_paragraph", &draft)
    }
  }

  private func set(_ index: Int, _ rule: String, _ draft: inout EventDraft) {
    draft.placeRule = rule
    if let relation = mentions[index].relation, relation.kind == .between || relation.kind == .road,
      relation.base.count == 2
    {
      draft.places = relation.base
    } else if let list = mentions[index].list {
      draft.places = mentions.indices.filter {
        mentions[$0].list == list && mentions[$0].role == .literal && mentions[$0].entity != nil
          && mentions[$0].precision != .country || $0 == index
      }
    } else {
      draft.places = [index]
    }
  }
}
