import Gazetteer
import Model

/// A word or phrase of `events.tsv` that stands in the text with what it needs.
struct Trigger: Sendable {
  /// Why a trigger is no asserted event, and the row that says so.
  struct Rejection: Sendable, Hashable {
    /// A reason of the contract's `statements`.
    var reason: String
    var rule: String
  }

  let row: EventRow
  var match: LexiconMatch
  var tokens: Range<Int>
  var span: SourceSpan
  var sentence: Int
  var clause: Int
  /// The voice and grammar in this place: an English participle after `were` is P, not V.
  var roles: Unicode.Scalar
  var rejection: Rejection?
  /// Told as history (`had withdrawn`): an event only when dated and placed.
  var isHistorical = false
  /// The row that made it history.
  var historicalRule = ""
  /// A harm word (`killed`, `wounded`): it joins the event of its sentence.
  var isHarmWord: Bool
  /// The noun has the article: it may take up an event told before.
  var isDefinite: Bool
  /// The last word of a form with a gap, nil for others.
  var secondSpan: SourceSpan?
  /// A clause word of kind `separate` begins its clause or sentence.
  var isSeparate: Bool

  init(
    row: EventRow, match: LexiconMatch, span: SourceSpan, sentence: Int, clause: Int,
    roles: Unicode.Scalar, isHarmWord: Bool, isDefinite: Bool, isSeparate: Bool
  ) {
    self.row = row
    self.match = match
    tokens = match.tokens
    self.span = span
    self.sentence = sentence
    self.clause = clause
    self.roles = roles
    self.isHarmWord = isHarmWord
    self.isDefinite = isDefinite
    self.isSeparate = isSeparate
  }
}

extension Trigger {
  /// `another blew himself up`, `one detonated his vest`: the act of one of several.
  func isOfOne(in lexicon: TextLexicon) -> Bool {
    guard lexicon.text.language == "en" else { return false }
    let first = tokens.lowerBound
    if row.subEventType == "Remote explosive/landmine/IED", row.position != "verb" {
      // `before one of them drove a car bomb into …`.
      let clause = lexicon.sentence(of: first).lowerBound
      return (max(clause, first - 6)..<first).contains { token in
        lexicon.functionWord(at: token + 1) == "of"
          && ["them", "the"].contains(lexicon.functionWord(at: token + 2) ?? "")
          && lexicon.all(.number, at: token).contains {
            Self.isOne(lexicon.gazetteer.numbers[Int($0.row)])
          }
      }
    }
    guard row.subEventType == "Suicide bomb", row.position != "noun" else { return false }
    let start = max(lexicon.sentence(of: first).lowerBound, first - 3)
    return (start..<first).contains { token in
      lexicon.all(.number, at: token).contains {
        let number = lexicon.gazetteer.numbers[Int($0.row)]
        return ["unit", "ordinal"].contains(number.kind) || Self.isOne(number)
      }
    }
  }

  private static func isOne(_ number: NumberRow) -> Bool {
    number.value == 1 && number.operation != "weak"
  }

  /// `seized two districts before being driven out`: what was lost again at once was fought over, not taken.
  func isReversed(in lexicon: TextLexicon) -> Bool {
    guard row.family == "territory" else { return false }
    let end = lexicon.text.sentences[sentence].upperBound
    return lexicon.hasClauseWord("reversed", in: .between(tokens.upperBound, end))
  }
}
