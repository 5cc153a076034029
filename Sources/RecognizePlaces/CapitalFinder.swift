import Gazetteer
import Model
import Synchronization

/// Finds the capital that is told by its country alone: `the Iraqi capital`, and `the capital` where a report speaks
/// of one country.
struct CapitalFinder {
  let capitals: CapitalTable

  /// The hint of a mention that says `capital` and no name.
  private static let typeHint = "capital"

  /// Takes a word of a capital (`place_anaphors.tsv`) where a country is told for it and no name follows.
  func take(_ match: LexiconMatch, _ context: inout RecognitionContext) {
    guard !isNamed(match.tokens, context),
      let country = adjective(of: match.tokens, context)
        ?? (isAlone(match.tokens, context) ? only(context) : nil),
      let capital = capitals.capital(of: country, context.gazetteer)
    else { return }
    context.claim(match.tokens)
    context.mentions.append(
      Mention(
        span: match.span, tokens: match.tokens, role: .literal,
        names: [
          NameCandidate(
            entity: capital, name: Int(context.gazetteer.entities[capital].nameEnglish),
            weight: 1000)
        ], typeHint: Self.typeHint,
        rule: context.gazetteer.placeAnaphors[Int(match.row)].id))
  }

  /// The country of the demonym beside the word: before it in English, behind it in the other languages.
  private func adjective(of tokens: Range<Int>, _ context: RecognitionContext) -> Int? {
    let isBefore = context.text.language == "en"
    return context.mentions.lazy.filter {
      isBefore
        ? $0.tokens.upperBound == tokens.lowerBound : $0.tokens.lowerBound == tokens.upperBound
    }.compactMap { country(of: $0, context) }.first
  }

  /// `the capital Baghdad`, `the capital, Abuja`, `the Syrian capital Damascus`: the name is the mention.
  private func isNamed(_ tokens: Range<Int>, _ context: RecognitionContext) -> Bool {
    var next = tokens.upperBound
    let demonym = context.mentions.first { $0.kind == .nisba && $0.tokens.lowerBound == next }
    if let demonym { next = demonym.tokens.upperBound }
    let comma = next
    if comma < context.text.tokens.count, context.text.tokens[comma].kind == .punctuation {
      next += 1
    }
    return context.mentions.contains { mention in
      (mention.tokens.contains(next) || mention.tokens.contains(comma))
        && mention.names.contains { context.gazetteer.entities[$0.entity].isTown }
    }
  }

  /// Whether the word has no noun behind it, as in `capital punishment`.
  private func isAlone(_ tokens: Range<Int>, _ context: RecognitionContext) -> Bool {
    let next = tokens.upperBound
    guard context.text.language == "en" else { return true }
    guard context.functionWord(at: tokens.lowerBound) == "the",
      next < context.text.tokens.count, context.text.tokens[next].kind == .word
    else { return context.functionWord(at: tokens.lowerBound) == "the" }
    return context.functionWord(at: next) != nil && context.functionWord(at: next) != "of"
      || context.longest(.time, at: next) != nil
  }

  /// The one country of which the text speaks, nil when there are several or none.
  private func only(_ context: RecognitionContext) -> Int? {
    var one: Int?
    for mention in context.mentions {
      guard let country = country(of: mention, context) else { continue }
      if let one, one != country { return nil }
      one = country
    }
    return one
  }

  /// The country that a demonym or the likeliest reading of a name tells.
  private func country(of mention: Mention, _ context: RecognitionContext) -> Int? {
    let gazetteer = context.gazetteer
    if mention.kind == .nisba { return gazetteer.countryOfDemonym(mention, in: context.text) }
    return mention.names.max { $0.weight < $1.weight }.flatMap { gazetteer.country(of: $0.entity) }
  }
}

/// The capitals of the countries, looked up when a text first asks.
final class CapitalTable: Sendable {
  private let table = Mutex<[Int: Int]?>(nil)

  /// The capital of a country, nil when the gazetteer has none.
  ///
  /// Linear in the gazetteer at the first call.
  func capital(of country: Int, _ gazetteer: Gazetteer) -> Int? {
    if gazetteer.entities[country].seat >= 0 { return gazetteer.entities[country].seat }
    return table.withLock { table in
      if table == nil {
        table = [:]
        for index in gazetteer.entities.indices where gazetteer.entities[index].type == "capital" {
          let parent = gazetteer.entities[index].parent
          if parent >= 0, table?[parent] == nil { table?[parent] = index }
        }
      }
      return table?[country]
    }
  }
}
