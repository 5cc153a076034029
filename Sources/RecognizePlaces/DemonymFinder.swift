import Gazetteer
import Model

/// Finds demonyms and relative adjectives: they name no location.
struct DemonymFinder {
  private let persons: Set<[UInt8]>
  /// A bit for each length and last byte of a person's word: nearly all words stop here.
  private let tails: UInt64

  init(persons: Set<[UInt8]>) {
    self.persons = persons
    tails = persons.reduce(0) { $0 | Self.tail(of: $1[...]) }
  }

  private static func tail(of key: ArraySlice<UInt8>) -> UInt64 {
    1 << UInt64((key.count &+ Int(key.last ?? 0)) & 63)
  }

  /// Whether a word is one of a person told in the text.
  private func isPerson(_ key: ArraySlice<UInt8>) -> Bool {
    tails & Self.tail(of: key) != 0 && persons.contains(Array(key))
  }

  func find(_ context: inout RecognitionContext) {
    let hasPersons = !persons.isEmpty
    let text = context.text
    for index in text.tokens.indices where !context.isClaimed[index] {
      let token = text.tokens[index]
      if hasPersons, isPerson(text.key(index)), isSurnameAlone(context, index) {
        add(
          index..<(index + 1), .person, "person_name_again", text.span(index..<(index + 1)),
          &context)
        continue
      }
      if let match = context.longest(.demonym, at: index), context.isFree(match.tokens) {
        let row = context.gazetteer.demonyms[Int(match.row)]
        if row.kind == "ethnic" { continue }
        // In Sorani an ending on the place's name (`they took X`) can look like a demonym.
        if text.language == "ckb", match.cost > 0,
          let name = context.longest(.name, at: index), name.last >= match.last,
          name.cost < match.cost
        {
          continue
        }
        add(match.tokens, .nisba, row.id, DemonymFinder.span(of: match, in: text), &context)
        continue
      }
      if token.script == .arabic, isDerivedNisba(context, index) {
        add(index..<(index + 1), .nisba, "nisba_of_name", nisbaSpan(context, index), &context)
      }
    }
  }

  /// The words of a demonym with its article, without proclitics before it.
  static func span(of match: LexiconMatch, in text: NormalizedText) -> SourceSpan {
    guard match.clitics.contains(.article) else { return match.span }
    // The match begins after the article; the mention has it: two letters back in the source.
    let token = text.tokens[Int(match.first)]
    var start = Int(match.start)
    var letters = 0
    while start > Int(token.start), letters < 2 {
      start -= 1
      while start > Int(token.start), text.source[start] & 0xC0 == 0x80 { start -= 1 }
      letters += 1
    }
    return SourceSpan(start, Int(match.end))
  }

  /// A surname alone is a person only where no type word or locative makes it a place.
  private func isSurnameAlone(_ context: RecognitionContext, _ index: Int) -> Bool {
    guard let place = context.longest(.name, at: index) else { return true }
    if !place.clitics.isEmpty { return false }
    if context.longest(.placeTrigger, endingAt: index) != nil { return false }
    return context.functionWord(endingAt: index)?.kind != "in"
  }

  private func add(
    _ tokens: Range<Int>, _ kind: Mention.Kind, _ rule: String, _ span: SourceSpan,
    _ context: inout RecognitionContext
  ) {
    context.claim(tokens)
    context.mentions.append(
      Mention(span: span, tokens: tokens, role: .associative, kind: kind, rule: rule))
  }

  /// Whether a word is the nisba of a single-word name with the article: the Sadrist, the Mosulite.
  private func isDerivedNisba(_ context: RecognitionContext, _ index: Int) -> Bool {
    let text = context.text
    guard Nisba.isNisba(text, index) else { return false }
    let key = text.key(index)
    // Words that a lexicon knows otherwise (a direction, a rank) are no nisba of a place.
    if text.matches(at: index).contains(where: { $0.table != .ambiguous }) { return false }
    let withArticle = Array(key.dropLast(2))
    return context.gazetteer.hasSingleWordName(withArticle)
      || context.gazetteer.hasSingleWordName(Array(withArticle.dropFirst(4)))
  }

  private func nisbaSpan(_ context: RecognitionContext, _ index: Int) -> SourceSpan {
    context.text.span(index..<(index + 1))
  }
}
