import Gazetteer
import Model

/// Finds a village or quarter that is introduced as one and that the gazetteer does not know.
struct UnknownVillage {
  func find(_ context: RecognitionContext, at index: Int) -> Mention? {
    guard let trigger = context.longest(.placeTrigger, at: index), !context.isClaimed[index] else {
      return nil
    }
    let row = context.gazetteer.placeTriggers[Int(trigger.row)]
    guard row.type == "village" || row.type == "quarter", row.number != "pl", row.language != "en"
    else { return nil }
    // The bare noun governs a name; with its article it is a village told of before.
    if !trigger.clitics.isDisjoint(with: [.article, .pronoun]) { return nil }
    let start = Int(trigger.last)
    var end = start
    while end < context.text.tokens.count, end < start + 3, isNameWord(context, end, start) {
      end += 1
    }
    guard end > start else { return nil }
    // A known name begins here: not unknown, unless it is that of a city, which no village is.
    let known = context.text.matches(at: start).filter { $0.table == .name }
    if known.contains(where: { !isCity($0, context) }) { return nil }
    if !known.isEmpty, row.type != "village" || end == known[0].last { return nil }
    guard isClosed(context, at: end) else { return nil }
    var mention = Mention(
      span: context.text.span(start..<end), tokens: start..<end, role: .literal,
      typeHint: row.type, rule: "unknown_place", head: index..<start)
    mention.flags = ["unknown_place"]
    return mention
  }

  private func isCity(_ match: LexiconMatch, _ context: RecognitionContext) -> Bool {
    let row = context.gazetteer.names[Int(match.row)]
    let entity = context.gazetteer.entities[Int(row.entity)]
    return entity.isUnit || (entity.type == "city" && entity.rank >= 900)
  }

  private func isNameWord(_ context: RecognitionContext, _ index: Int, _ start: Int) -> Bool {
    let token = context.text.tokens[index]
    guard token.kind == .word,
      context.text.sentenceOfToken[index]
        == context.text.sentenceOfToken[start], !context.isClaimed[index]
    else { return false }
    if index > start, isOwnName(context, index) { return false }
    // `a village near X` names none.
    if context.gazetteer.isRelationWord(context.text.key(index)) { return false }
    for match in context.text.matches(at: index) {
      switch match.table {
      case .functionWord, .clause, .placeTrigger, .event, .casualty, .actor, .direction, .time,
        .number, .reporting, .realis, .demonym:
        if match.clitics.contains(.pronoun) { continue }
        if index == start, match.clitics.contains(.article) { continue }
        return false
      default: continue
      }
    }
    return true
  }

  /// Whether a place of its own is named at a token, and not the rest of a village's name: one with a
  /// preposition on it (`in X`), or more than a village.
  private func isOwnName(_ context: RecognitionContext, _ index: Int) -> Bool {
    context.text.matches(at: index).contains { match in
      guard match.table == .name else { return false }
      let row = context.gazetteer.names[Int(match.row)]
      return !match.clitics.isDisjoint(with: [.preposition, .withPreposition, .toPreposition])
        || context.gazetteer.entities[Int(row.entity)].rank >= 400
    }
  }

  /// Whether a name can end before a token: at a small word, a type word, punctuation or the end.
  private func isClosed(_ context: RecognitionContext, at index: Int) -> Bool {
    guard index < context.text.tokens.count else { return true }
    if context.text.tokens[index].kind != .word { return true }
    return context.text.matches(at: index).contains {
      switch $0.table {
      case .functionWord, .clause, .placeTrigger, .direction, .time, .name, .event, .relationWord:
        true
      default: false
      }
    } || context.gazetteer.isRelationWord(context.text.key(index))
  }
}
