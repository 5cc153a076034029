import Gazetteer
import Model

/// Finds definite phrases that refer back to a place, and vague areas.
struct AnaphorFinder {
  let capitals: CapitalFinder

  func find(_ context: inout RecognitionContext) {
    let text = context.text
    for index in text.tokens.indices where !context.isClaimed[index] {
      guard text.begins(LexiconTables(.placeAnaphor), at: index),
        let match = context.longest(.placeAnaphor, at: index), context.isFree(match.tokens)
      else { continue }
      let row = context.gazetteer.placeAnaphors[Int(match.row)]
      // `the city` is the subject of half of all English sentences; `the scene` is where it happened.
      if row.kind == "capital" {
        capitals.take(match, &context)
        continue
      }
      if row.language == "en", row.kind != "place" { continue }
      if isTypeWord(match, context) { continue }
      let tokens =
        row.kind == "vague" || row.kind == "area"
        ? withRelative(match.tokens, context) : match.tokens
      context.claim(tokens)
      context.mentions.append(
        Mention(
          span: SourceSpan(match.span.start, Int(context.text.tokens[tokens.upperBound - 1].end)),
          tokens: tokens, role: .literal, typeHint: "anaphor:" + row.kind, rule: row.id))
    }
  }

  /// A name, a direction or `on` after it: then it is the type word of that name, or a verb's noun
  /// (`المحافظة على`).
  private func isTypeWord(_ match: LexiconMatch, _ context: RecognitionContext) -> Bool {
    let next = Int(match.last)
    guard next < context.text.tokens.count else { return false }
    if context.isClaimed[next] { return true }
    if context.functionWord(at: next) == "on" { return true }
    let isNamed = context.mentions.contains { $0.head?.lowerBound == Int(match.first) }
    return isNamed || context.longest(.name, at: next).map { $0.clitics.isEmpty } ?? false
  }

  /// An area that a relative clause describes (`the areas that were under the control of …`): the
  /// whole clause up to the next mark is the mention.
  private func withRelative(_ tokens: Range<Int>, _ context: RecognitionContext) -> Range<Int> {
    var end = tokens.upperBound
    let count = context.text.tokens.count
    var relative = end
    while relative < count, relative < end + 2, context.text.tokens[relative].kind == .word,
      context.functionWord(at: relative) != "which"
    {
      relative += 1
    }
    guard relative < count, context.functionWord(at: relative) == "which" else { return tokens }
    end = relative + 1
    while end < count, end < tokens.lowerBound + 9, context.text.tokens[end].kind == .word,
      context.text.sentenceOfToken[end] == context.text.sentenceOfToken[tokens.lowerBound]
    {
      let stops = context.text.matches(at: end).contains {
        $0.table == .reporting || $0.table == .clause
      }
      if stops { break }
      end += 1
    }
    return tokens.lowerBound..<end
  }
}
