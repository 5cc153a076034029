import Gazetteer
import Model

/// Says whether a name that may be another word is read as a place (language.md 2.3).
struct NameLicence {
  func allows(_ mention: Mention, _ context: RecognitionContext) -> Bool {
    if isFollowedByTitleOfSpeech(mention, context) { return false }
    if isTitleOrInstitute(mention, context) { return false }
    if mention.head == nil, isInsideLongerForm(mention, context) { return false }
    if isCapital(mention, context) { return mention.typeHint == "village" }
    if isDefiniteTypeWord(mention, context) {
      let requires = ambiguous(mention, context)?.requires ?? []
      return hasUnitWord(mention, context) || isInPlaceList(mention, context)
        || context.contains(requires, in: context.sentence(mention.tokens.lowerBound))
    }
    if isMinor(mention, context), isNameOfBuilding(mention, context) { return false }
    if let row = ambiguous(mention, context) {
      if isBlocked(row, mention, context) { return false }
      if let exact = row.exact {
        let form = context.text.plainText(mention.span)
        if form != exact { return hasTypeWord(mention, context) }
      }
      if isTownByItsNeighbors(mention, context) { return true }
      switch row.policy {
      case "P1":
        return isNameOfBuilding(mention, context)
          ? isInPlaceList(mention, context) : isLicensed(mention, context)
      case "P2":
        return (hasTypeWord(mention, context) && !isNameOfBuilding(mention, context))
          || isInPlaceList(mention, context)
          || context.contains(row.requires, in: context.sentence(mention.tokens.lowerBound))
      default: return true
      }
    }
    if isMinor(mention, context) { return allowsMinor(mention, context) }
    if isNamesake(mention, context) {
      return hasTypeWord(mention, context) || hasRelation(mention, context)
    }
    return !isOtherWord(mention, context) || isLicensed(mention, context)
  }

  /// `a play with the title X` tells of the play, `the X Center for Studies` of people who study.
  private func isTitleOrInstitute(_ mention: Mention, _ context: RecognitionContext) -> Bool {
    let start = min(mention.head?.lowerBound ?? Int.max, mention.tokens.lowerBound)
    if context.functionWord(endingAt: start)?.kind == "titled" { return true }
    let next = mention.tokens.upperBound
    return next < context.text.tokens.count && context.functionWord(at: next) == "institute"
  }

  /// `in X, east of Y`, `in X on Monday evening`: a town whose name is also a word, in a sentence that
  /// tells an event, where the word would need more behind it.
  private func isTownByItsNeighbors(_ mention: Mention, _ context: RecognitionContext) -> Bool {
    let rank = mention.names.map { context.gazetteer.entities[$0.entity].rank }.max() ?? 0
    let next = mention.tokens.upperBound
    let sentence = context.sentence(mention.tokens.lowerBound)
    // `in the city` is the one told before, also where a town has that name.
    let isAnaphor = context.text.matches(at: mention.tokens.lowerBound).contains {
      $0.table == .placeAnaphor || $0.table == .placeTrigger
    }
    guard rank >= 400, !isAnaphor,
      context.functionWord(endingAt: mention.tokens.lowerBound)?.kind == "in"
        || hasPrepositionClitic(mention, context)
    else { return false }
    if next < sentence.upperBound, isRelationToName(at: next, sentence, context) { return true }
    guard rank >= 600, tellsEvent(sentence, context) else { return false }
    guard next < sentence.upperBound, context.text.tokens[next].kind == .word else { return true }
    let matches = context.text.matches(at: next)
    return matches.contains { match in
      switch match.table {
      case .time, .clause, .direction, .reporting: true
      case .casualty: context.gazetteer.casualties[Int(match.row)].slot == "result"
      default: false
      }
    }
  }

  /// A direction or a relation word and a name behind it.
  private func isRelationToName(
    at index: Int, _ sentence: Range<Int>, _ context: RecognitionContext
  ) -> Bool {
    let direction = context.longest(.direction, at: index)
    guard direction != nil || context.gazetteer.isRelationWord(context.text.key(index)) else {
      return false
    }
    let first = direction.map { Int($0.last) } ?? index + 1
    return Range.between(first, min(first + 3, sentence.upperBound)).contains { token in
      context.longest(.name, at: token) != nil
    }
  }

  /// Whether the name is the word for a capital: only `the village of` makes it another place.
  private func isCapital(_ mention: Mention, _ context: RecognitionContext) -> Bool {
    context.text.matches(at: mention.tokens.lowerBound).contains {
      $0.table == .placeAnaphor && Int($0.last) == mention.tokens.upperBound
        && context.gazetteer.placeAnaphors[Int($0.row)].kind == "capital"
    }
  }

  /// Whether the name is `the city`, `the capital`, `the village`: near it, or in it, is near or in the
  /// one told before, whatever town has that name.
  private func isDefiniteTypeWord(_ mention: Mention, _ context: RecognitionContext) -> Bool {
    let first = mention.tokens.lowerBound
    guard mention.tokens.count == 1, context.text.tokens[first].script == .arabic else {
      return false
    }
    return context.text.matches(at: first).contains {
      guard Int($0.last) == mention.tokens.upperBound else { return false }
      return $0.table == .placeAnaphor
    } || isArticledTypeWord(context.text.key(first), context)
  }

  /// Whether a word is a type word with its article, proclitics before it left out.
  private func isArticledTypeWord(_ key: ArraySlice<UInt8>, _ context: RecognitionContext) -> Bool {
    for article in Self.articles {
      for start in stride(from: key.startIndex, through: key.startIndex + 4, by: 2)
      where start < key.endIndex && key[start...].starts(with: article) {
        let word = Array(key[(start + article.count)...])
        let rows = context.gazetteer.trie.rows(ofWord: word, table: .placeTrigger)
        let isType = rows.contains {
          let row = context.gazetteer.placeTriggers[Int($0)]
          return row.number == "sg" && Self.settlements.contains(row.type)
        }
        if isType { return true }
      }
    }
    return false
  }

  /// The article, and what is left of it after `to`.
  private static let articles: [[UInt8]] = [[0xD8, 0xA7, 0xD9, 0x84], [0xD9, 0x84, 0xD9, 0x84]]

  private static let settlements: Set = [
    "city", "town", "village", "center", "adm1", "adm2", "adm3",
  ]

  private func tellsEvent(_ sentence: Range<Int>, _ context: RecognitionContext) -> Bool {
    sentence.contains { context.longest(.event, at: $0) != nil }
  }

  private func ambiguous(_ mention: Mention, _ context: RecognitionContext) -> AmbiguousRow? {
    let match = context.text.matches(at: mention.tokens.lowerBound).first {
      $0.table == .ambiguous && Int($0.last) == mention.tokens.upperBound
    }
    return match.map { context.gazetteer.ambiguous[Int($0.row)] }
  }

  private func isBlocked(
    _ row: AmbiguousRow, _ mention: Mention, _ context: RecognitionContext
  ) -> Bool {
    let sentence = context.sentence(mention.tokens.lowerBound)
    let before = max(sentence.lowerBound, mention.tokens.lowerBound - 1)..<mention.tokens.lowerBound
    let end = mention.tokens.upperBound
    let after = Range.between(end, min(sentence.upperBound, end + 1))
    return context.contains(row.blocks, in: before) || context.contains(row.blocks, in: after)
  }

  /// Whether a type word governs the name.
  ///
  /// One with the article governs none: in `the crossings before`
  /// no crossing is named.
  private func hasTypeWord(_ mention: Mention, _ context: RecognitionContext) -> Bool {
    guard let head = mention.head else { return false }
    guard head.lowerBound < mention.tokens.lowerBound,
      context.text.tokens[head.lowerBound].script == .arabic,
      let match = context.longest(.placeTrigger, at: head.lowerBound)
    else { return true }
    // `and he played the part of`: written with its hamza it is `and` and a verb, not the valley of …
    let source = context.text.source[Int(context.text.tokens[head.lowerBound].start)...]
    if !match.clitics.contains(.conjunction), source.starts(with: Self.andHamza) { return false }
    return !match.clitics.contains(.article)
  }

  /// A waw and an alef with hamza above.
  private static let andHamza: [UInt8] = [0xD9, 0x88, 0xD8, 0xA3]

  /// Whether the word before `the city`, `the capital` makes it the name of a unit or village: in `the
  /// quarters of the city` it is no name.
  private func hasUnitWord(_ mention: Mention, _ context: RecognitionContext) -> Bool {
    guard hasTypeWord(mention, context) else { return false }
    guard let head = mention.head, let match = context.longest(.placeTrigger, at: head.lowerBound)
    else { return true }
    let type = context.gazetteer.placeTriggers[Int(match.row)].type
    return ["adm1", "adm2", "adm3", "village", "center", "town"].contains(type)
  }

  /// Whether the type word asks for more than the villages that have the name: no city or governorate
  /// is one.
  ///
  /// The seat of a sub-district can be.
  private func asksForMore(_ mention: Mention, _ context: RecognitionContext) -> Bool {
    guard let hint = mention.typeHint, hint == "city" || hint == "adm1" else { return false }
    return mention.names.allSatisfy { context.gazetteer.entities[$0.entity].rank < 200 }
  }

  /// A type word, a locative or a relation before it, or a list with a place that needs no licence.
  private func isLicensed(_ mention: Mention, _ context: RecognitionContext) -> Bool {
    if hasTypeWord(mention, context) || hasRelation(mention, context) { return true }
    // A comma alone does not make another word a place.
    let isAfterComma = context.isComma(mention.tokens.lowerBound - 1)
    return isInPlaceList(mention, context) && !(isAfterComma && isOtherWord(mention, context))
  }

  /// Whether a direction, or a word that begins a relation pattern, stands directly before it.
  private func hasRelation(_ mention: Mention, _ context: RecognitionContext) -> Bool {
    let start = mention.tokens.lowerBound
    if context.longest(.direction, endingAt: start) != nil { return true }
    guard let small = context.functionWord(endingAt: start) else {
      return start > 0 && context.gazetteer.isRelationWord(context.text.key(start - 1))
    }
    if small.kind == "between" { return true }
    if small.kind == "of" || small.kind == "from", small.start > 0 {
      return context.longest(.direction, endingAt: small.start) != nil
        || context.gazetteer.isRelationWord(context.text.key(small.start - 1))
    }
    return false
  }

  /// Whether an unambiguous name stands before or after it with only a conjunction between.
  private func isInPlaceList(_ mention: Mention, _ context: RecognitionContext) -> Bool {
    let start = mention.tokens.lowerBound
    let conjunction = context.text.source[
      Int(context.text.tokens[start].start)..<mention.span.start]
    if !conjunction.isEmpty || context.functionWord(at: start - 1) == "and"
      || context.isComma(start - 1) || context.isMark(start - 1, [0x2D], [0x2F])
    {
      let end = conjunction.isEmpty ? start - 1 : start
      if context.mentions.contains(where: {
        $0.role == .literal && $0.tokens.upperBound == end
          && (!$0.names.isEmpty || (isMinor(mention, context) && isDual($0, context)))
      }) {
        return true
      }
    }
    let next = mention.tokens.upperBound
    return next < context.text.tokens.count && isPlainName(context, after: next)
  }

  /// Whether the type word of a mention announces two: `the two villages X and Y`.
  private func isDual(_ mention: Mention, _ context: RecognitionContext) -> Bool {
    guard let head = mention.head, let match = context.longest(.placeTrigger, at: head.lowerBound)
    else { return false }
    return context.gazetteer.placeTriggers[Int(match.row)].number == "dual"
  }

  private func isPlainName(_ context: RecognitionContext, after index: Int) -> Bool {
    var next = index
    if context.functionWord(at: next) == "and" || context.isMark(next, [0x2D], [0x2F]) { next += 1 }
    guard next < context.text.tokens.count, let match = context.longest(.name, at: next) else {
      return false
    }
    if next == index, !match.clitics.contains(.conjunction) { return false }
    let isAmbiguous = context.text.matches(at: next).contains { $0.table == .ambiguous }
    let row = context.gazetteer.names[Int(match.row)]
    return !isAmbiguous && context.gazetteer.entities[Int(row.entity)].rank >= 400
  }

  /// Whether every candidate is a village or a quarter of little renown.
  private func isMinor(_ mention: Mention, _ context: RecognitionContext) -> Bool {
    mention.names.allSatisfy {
      let entity = context.gazetteer.entities[$0.entity]
      return entity.isSmall
        || (entity.type == "town" && context.gazetteer.isListedAbroad($0.entity))
    }
  }

  /// `in Jasim` may be of a man, `in the town of Jasim` and `north of Jasim` are not.
  private func isNamesake(_ mention: Mention, _ context: RecognitionContext) -> Bool {
    let greatest = context.gazetteer.weights["name_namesake"]
    return mention.names.allSatisfy {
      $0.weight <= greatest && context.gazetteer.isListedAbroad($0.entity)
    }
  }

  /// A village needs a type word, or a locative and a name that is no other word.
  private func allowsMinor(_ mention: Mention, _ context: RecognitionContext) -> Bool {
    if isInPlaceList(mention, context) { return true }
    if hasTypeWord(mention, context) { return !asksForMore(mention, context) }
    if isOtherWord(mention, context) { return false }
    if isNamesake(mention, context) { return hasRelation(mention, context) }
    let start = mention.tokens.lowerBound
    let rank = mention.names.map { context.gazetteer.entities[$0.entity].rank }.max() ?? 0
    // The many villages that the press hardly names: only with a type word, or as one of villages.
    if rank < 120 { return false }
    let isLocative =
      context.functionWord(endingAt: start)?.kind == "in" || hasRelation(mention, context)
      || hasPrepositionClitic(mention, context)
    if !isLocative { return rank >= 350 && mention.tokens.count > 1 }
    return rank >= 250 || mention.tokens.count > 1 || mention.span.end - mention.span.start >= 10
  }

  /// Whether the type word is that of a building or a square, which is named after many things: the
  /// Hospital of Freedom stands in no village of that name.
  private func isNameOfBuilding(_ mention: Mention, _ context: RecognitionContext) -> Bool {
    guard let hint = mention.typeHint, Self.buildings.contains(hint) else { return false }
    let rank = mention.names.map { context.gazetteer.entities[$0.entity].rank }.max() ?? 0
    return mention.tokens.count == 1 || rank < 200
  }

  private static let buildings: Set = [
    "site", "mosque", "hospital", "school", "shrine", "headquarters", "market", "street", "base",
    "barracks", "camp", "church", "junction", "barrier", "crossing", "bridge",
  ]

  /// ب directly on the name: `in X`.
  private func hasPrepositionClitic(_ mention: Mention, _ context: RecognitionContext) -> Bool {
    context.text.matches(at: mention.tokens.lowerBound).contains {
      $0.table == .name && Int($0.last) == mention.tokens.upperBound
        && $0.clitics.contains(.withPreposition)
    }
  }

  /// Whether another lexicon has an equal use for the same single word.
  private func isOtherWord(_ mention: Mention, _ context: RecognitionContext) -> Bool {
    guard mention.tokens.count == 1 else { return false }
    let index = mention.tokens.lowerBound
    let cost =
      context.text.matches(at: index).filter {
        $0.table == .name && Int($0.last) == mention.tokens.upperBound
      }.map(\.cost).min() ?? 0
    let hasArticle = context.text.matches(at: index).contains {
      $0.table == .name && Int($0.last) == mention.tokens.upperBound
        && !$0.clitics.contains(.article)
    }
    return context.text.matches(at: index).contains { match in
      // `in Hawija`: the name has an article of its own, `the islet` is a word of the same letters.
      if match.table == .placeTrigger, hasArticle, match.clitics.contains(.article) { return false }
      switch match.table {
      case .firstName, .title, .event, .casualty, .number, .clause, .realis, .reporting, .weapon,
        .functionWord, .direction, .placeTrigger, .time, .person:
        return Int(match.last) == mention.tokens.upperBound
          && !match.clitics.contains(.pronoun) && match.cost <= max(60, cost)
      default: return false
      }
    }
  }

  /// Whether another lexicon's form of several words covers the name (`human losses`).
  private func isInsideLongerForm(_ mention: Mention, _ context: RecognitionContext) -> Bool {
    let first = mention.tokens.lowerBound
    for start in max(0, first - 4)...first {
      let covers = context.text.matches(at: start).contains { match in
        switch match.table {
        case .casualty, .event, .time, .reporting, .realis, .clause, .weapon, .person, .number:
          Int(match.last) >= mention.tokens.upperBound && match.tokens.count > mention.tokens.count
        default: false
        }
      }
      if covers { return true }
    }
    return false
  }

  /// A rank or an office directly before a bare name of one word: a person's name.
  private func isFollowedByTitleOfSpeech(
    _ mention: Mention, _ context: RecognitionContext
  ) -> Bool {
    guard mention.head == nil, mention.tokens.count == 1 else { return false }
    let start = mention.tokens.lowerBound
    guard let title = context.longest(.title, endingAt: start) else { return false }
    let kind = context.gazetteer.titles[Int(title.row)].kind
    return kind == "rank" || kind == "honorific"
  }
}
