import Gazetteer
import Model

/// Finds gazetteer names at token boundaries, leftmost-longest, with the type words around them.
struct NameFinder {
  let persons: Set<[UInt8]>

  func find(_ context: inout RecognitionContext) {
    let licences = NameLicence()
    let roles = RoleRules()
    var index = 0
    while index < context.text.tokens.count {
      // Most words are no name and no kind of place.
      guard context.text.begins([.name, .placeTrigger], at: index) else {
        index += 1
        continue
      }
      if let unknown = UnknownVillage().find(context, at: index) {
        context.claim(unknown.tokens)
        context.mentions.append(unknown)
        index = unknown.tokens.upperBound
        continue
      }
      guard var mention = best(context, at: index) else {
        index += 1
        continue
      }
      addHead(&mention, context)
      guard licences.allows(mention, context) else {
        index += 1
        continue
      }
      extendOverArticle(&mention, context)
      roles.decide(&mention, context)
      context.claim(mention.tokens)
      context.mentions.append(mention)
      index = mention.tokens.upperBound
    }
  }

  /// The name at a token with its type word, taken without licence: what a question asks for.
  func mention(at index: Int, _ context: RecognitionContext) -> Mention? {
    guard var mention = best(context, at: index) else { return nil }
    addHead(&mention, context)
    extendOverArticle(&mention, context)
    return mention
  }

  /// The longest free name at a token, with every entity that it can stand for.
  private func best(_ context: RecognitionContext, at index: Int) -> Mention? {
    let matches = context.text.matches(at: index)
    guard
      let first = matches.first(where: { $0.table == .name && context.isFree($0.tokens) })
    else { return nil }
    if first.tokens.count == 1, context.isWrittenSmallWord(at: index) { return nil }
    if hidesLongerName(first, context) { return nil }
    // `the north-east of`: a direction of two words is no place named `the North`.
    if let direction = context.longest(.direction, at: index), direction.last > first.last {
      return nil
    }
    if let demonym = matches.first(where: { $0.table == .demonym && $0.last >= first.last }),
      demonym.cost < first.cost || first.clitics.contains(.kurdishSuffix)
    {
      return nil
    }
    var names: [NameCandidate] = []
    for match in matches where match.table == .name && match.last == first.last {
      let row = context.gazetteer.names[Int(match.row)]
      let weight = max(0, Int(row.weight) - Int(match.cost))
      if let known = names.firstIndex(where: { $0.entity == Int(row.entity) }) {
        if names[known].weight < weight {
          names[known].weight = weight
          names[known].name = Int(match.row)
        }
      } else {
        names.append(NameCandidate(entity: Int(row.entity), name: Int(match.row), weight: weight))
      }
    }
    let common = matches.first { $0.table == .ambiguous && $0.last == first.last }
      .map { context.gazetteer.usualMeanings[Int($0.row)] }
    for index in names.indices { names[index].isDefault = names[index].entity == common }
    names.sort { ($0.weight, $1.entity) > ($1.weight, $0.entity) }
    return Mention(
      span: first.span, tokens: first.tokens, role: .literal, names: names,
      typeHint: ownTypeWord(first, context), rule: context.gazetteer.id(ofName: names[0].name))
  }

  /// The type word with which a name of several words opens (`Hay al-Wahda`), nil when it is none.
  private func ownTypeWord(_ match: LexiconMatch, _ context: RecognitionContext) -> String? {
    guard let type = context.longest(.placeTrigger, at: Int(match.first)), type.last < match.last
    else { return nil }
    let row = context.gazetteer.placeTriggers[Int(type.row)]
    return row.type == "quarter" && row.language != "en" ? row.type : nil
  }

  /// Whether a name that opens with its type word (`the village of Arab`) covers only the beginning of
  /// the name of something else: `the village of Arab Amari`.
  private func hidesLongerName(_ match: LexiconMatch, _ context: RecognitionContext) -> Bool {
    guard let type = context.longest(.placeTrigger, at: Int(match.first)), type.last < match.last,
      let longer = context.longest(.name, at: Int(type.last))
    else { return false }
    return longer.last > match.last && context.isFree(longer.tokens)
  }

  /// Finds the type word before the name (district of, village), or after it in English.
  func addHead(_ mention: inout Mention, _ context: RecognitionContext) {
    let start = mention.tokens.lowerBound
    var end = start
    // `the district of X`, `city of X`: a small word may stand between.
    if let small = context.functionWord(endingAt: start), small.kind == "of" { end = small.start }
    // `the Hurriya district of Kirkuk`: the word belongs to the name before it.
    let taken = context.mentions.last?.head?.upperBound ?? 0
    if let match = context.longest(.placeTrigger, endingAt: end), Int(match.first) >= taken {
      let row = context.gazetteer.placeTriggers[Int(match.row)]
      if row.language != "en" || end != start {
        mention.head = Int(match.first)..<start
        mention.typeHint = row.type
        return
      }
    }
    // One adjective may stand between in Arabic (`مدينة` + name + adjective is after the name).
    let after = mention.tokens.upperBound
    if after < context.text.tokens.count, let match = context.longest(.placeTrigger, at: after),
      match.clitics.isEmpty
    {
      let row = context.gazetteer.placeTriggers[Int(match.row)]
      if row.language == "en" {
        mention.head = start..<Int(match.last)
        mention.typeHint = row.type
      }
    }
  }

  /// Takes in an Arabic article in Latin letters before the name (`al-`).
  private func extendOverArticle(_ mention: inout Mention, _ context: RecognitionContext) {
    let first = mention.tokens.lowerBound
    guard context.text.tokens[first].script == .latin, first > 0 else { return }
    var article = first - 1
    if context.isMark(article, [0x2D]), !context.text.tokens[first].spaceBefore { article -= 1 }
    guard article >= 0, context.text.tokens[article].kind == .word, !context.isClaimed[article],
      article != first - 1 || context.text.tokens[article].capitalized,
      LatinArticle.isArticle(context.text.key(article)),
      context.text.tokens[article].end - context.text.tokens[article].start <= 3
    else { return }
    mention.tokens = article..<mention.tokens.upperBound
    mention.span = SourceSpan(Int(context.text.tokens[article].start), mention.span.end)
  }
}
