import Gazetteer
import Model

/// A text with the questions that the event rules ask of its lexicon readings.
///
/// A class, since all the rules of a document hold the same one: a reference is copied in their place.
final class TextLexicon: Sendable {
  let gazetteer: Gazetteer
  let text: NormalizedText

  init(gazetteer: Gazetteer, text: NormalizedText) {
    self.gazetteer = gazetteer
    self.text = text
  }

  /// The longest reading of a table at a token, the cheapest and earliest row of equals.
  func longest(_ table: LexiconTable, at token: Int) -> LexiconMatch? {
    guard token >= 0, token < text.tokens.count else { return nil }
    return text.longestMatch(table, at: token)
  }

  /// All readings of a table that start at a token, longest first.
  func all(_ table: LexiconTable, at token: Int) -> LexiconReadings {
    text.readings(table, at: token)
  }

  /// The longest reading of a table that ends before a token (at most five tokens long).
  func longest(_ table: LexiconTable, endingAt end: Int) -> LexiconMatch? {
    var best: LexiconMatch?
    var start = end - 1
    while start >= 0, start > end - 6 {
      if let match = text.lastMatch(table, at: start, endingAt: end) { best = match }
      start -= 1
    }
    return best
  }

  /// The kind of the small word (`function_words.tsv`) at a token, nil when it is none.
  func functionWord(at token: Int) -> String? {
    longest(.functionWord, at: token).map { gazetteer.functionWords[Int($0.row)].kind }
  }

  /// The kind of the small word (one or more tokens) that ends before a token, and where it begins.
  func functionWord(endingAt end: Int) -> (kind: String, start: Int)? {
    longest(.functionWord, endingAt: end).map {
      (gazetteer.functionWords[Int($0.row)].kind, Int($0.first))
    }
  }

  /// The token behind the English article at a token, the token itself where none stands there.
  func afterArticle(_ token: Int) -> Int { functionWord(at: token) == "the" ? token + 1 : token }

  /// The English article before a token, the token itself where none stands there.
  func withArticle(_ token: Int) -> Int {
    functionWord(at: token - 1) == "the" ? token - 1 : token
  }

  /// The longest word of saying, claiming or sourcing (`reporting.tsv`) at a token, nil when it is none.
  func reporting(at token: Int) -> ReportingRow? {
    longest(.reporting, at: token).map { gazetteer.reporting[Int($0.row)] }
  }

  /// Whether one of the readings at a token is a word of saying of these kinds.
  func isReporting(_ kinds: [String], at token: Int) -> Bool {
    all(.reporting, at: token).contains { kinds.contains(gazetteer.reporting[Int($0.row)].kind) }
  }

  /// The `since` behind whose clause a token stands, `since the city was retaken`: nil where time stands behind it
  /// (`since Monday`), and where a mark has closed the clause.
  func clauseSince(before token: Int) -> Int? {
    let start = max(sentence(of: token).lowerBound, token - 9)
    guard let since = (start..<token).last(where: { functionWord(at: $0) == "since" }),
      longest(.time, at: since + 1) == nil,
      !(since..<token).contains(where: { isMark($0, ",") || isMark($0, ";") })
    else { return nil }
    return since
  }

  /// The end of the word at a token behind which a crowd says what it came out for (`in solidarity with`), nil when it is
  /// none.
  func endOfGrievanceWord(at token: Int, orAgainst: Bool = false) -> Int? {
    all(.functionWord, at: token).first {
      let kind = gazetteer.functionWords[Int($0.row)].kind
      return kind == "grievance" || (orAgainst && kind == "against")
    }.map { Int($0.last) }
  }

  /// Whether a word of `clauses.tsv` of this kind begins in a range of tokens.
  func hasClauseWord(_ kind: String, in range: Range<Int>) -> Bool {
    range.contains { token in
      text.begins(.clause, at: token)
        && all(.clause, at: token).contains { gazetteer.clauses[Int($0.row)].kind == kind }
    }
  }

  /// The tokens at which words of a claim begin, those inside of `no group has claimed` left out.
  func claims(in range: Range<Int>) -> [Int] {
    var result: [Int] = []
    var next = range.lowerBound
    for token in range where token >= next {
      guard let match = longest(.reporting, at: token) else { continue }
      switch gazetteer.reporting[Int(match.row)].kind {
      case "no_claim": next = clause(of: token).upperBound
      case "responsibility": result.append(token)
      default: break
      }
    }
    return result
  }

  /// The first token of the text proper, behind the title; nil when there is none.
  ///
  /// Complexity: O(tokens of the title).
  var firstTextToken: Int? {
    text.tokens.firstIndex { Int($0.start) >= text.textStart }
  }

  /// Whether a word for a settlement without an article stands at a token (`town of`, not `the town`).
  func isSettlement(at token: Int) -> Bool {
    guard let match = longest(.placeTrigger, at: token), !match.clitics.contains(.article) else {
      return false
    }
    switch gazetteer.placeTriggers[Int(match.row)].type {
    case "village", "town", "city", "camp", "adm1": return true
    default: return false
    }
  }

  /// Whether a date is among the first words of the text: `On 12 March 2021, …`, `03/12/2015: …`.
  func opensText(_ date: DateExpression) -> Bool {
    firstTextToken.map { date.tokens.lowerBound - $0 <= 2 } ?? false
  }

  /// The whole number of a token in digits, nil when it is none.
  func digits(at token: Int) -> Int? {
    guard token >= 0, token < text.tokens.count, text.tokens[token].kind == .number else {
      return nil
    }
    return Int(String(decoding: text.key(token), as: UTF8.self))
  }

  /// Whether a token is punctuation with this UTF-8.
  func isMark(_ token: Int, _ mark: StaticString) -> Bool {
    guard token >= 0, token < text.tokens.count, text.tokens[token].kind == .punctuation else {
      return false
    }
    return String(decoding: text.key(token), as: UTF8.self) == "\(mark)"
  }

  /// Whether any of the folded words stands in a range of tokens, proclitics allowed for.
  ///
  /// In Sorani also with one or two of the endings of `clitics.tsv`.
  func contains(_ words: FoldedWords, in tokens: Range<Int>) -> Bool {
    let isSorani = text.language == "ckb"
    for index in tokens where text.tokens[index].kind == .word {
      if words.stand(at: index, of: text) { return true }
      if isSorani, words.begin(text.key(index), { gazetteer.clitics.isSoraniEnding($0) }) {
        return true
      }
    }
    return false
  }

  /// The sentence of a token.
  func sentence(of token: Int) -> Range<Int> {
    text.sentences[Int(text.sentenceOfToken[token])]
  }

  /// The clause of a token.
  func clause(of token: Int) -> Range<Int> {
    text.clauses[Int(text.clauseOfToken[token])]
  }
}
