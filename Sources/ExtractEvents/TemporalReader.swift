import Gazetteer
import Model

/// Finds the words that say when, and says which days they mean.
///
/// One pass over the lexicon readings from left to right. At each token the longest reading wins:
/// a range (`from 5 to 7 March`), an expression put together from its parts (part of the day,
/// relative day, weekday, calendar date), or a named event, whose days are fixed. The present time
/// is never used: what is relative to an unknown day of publication stays unresolved.
struct TemporalReader: Sendable {
  /// What each row of `time.tsv` means.
  let senses: [TemporalSense]
  /// The grammar of each row of `function_words.tsv`.
  let functions: [TemporalFunction]
  /// The value of each row of `numbers.tsv` that counts or orders, nil for all others.
  let numbers: [TemporalNumber?]
  let timeRows: [TimeRow]
  let namedEvents: [NamedEventRow]

  /// Reads the meaning of the rows once, so that no text needs to.
  init(gazetteer: Gazetteer) {
    senses = gazetteer.times.map { TemporalSense($0) }
    functions = gazetteer.functionWords.map { TemporalFunction(rawValue: $0.kind) ?? .other }
    numbers = gazetteer.numbers.map { TemporalNumber($0) }
    timeRows = gazetteer.times
    namedEvents = gazetteer.namedEvents
  }

  /// The date expressions of a text in token order, none of them overlapping; linear.
  func expressions(in text: NormalizedText, published: CivilDate?) -> [DateExpression] {
    TemporalScan(reader: self, text: text, published: published).run()
  }
}

/// The scan of one text: its readings, and the days found so far.
///
/// A class, for one call: a struct of its size would be copied at each question about a token.
final class TemporalScan {
  let reader: TemporalReader
  let text: NormalizedText
  let published: CivilDate?
  /// The first day that the text names.
  var firstDay: CivilDate?
  /// The latest day that the paragraph names.
  var latestDay: CivilDate?
  private var paragraph: Int32 = -1
  /// What was put together last, and at which token: a range and a single date begin with the same words.
  var lastDraft: (index: Int, draft: KnownDraft?) = (-1, nil)

  init(reader: TemporalReader, text: NormalizedText, published: CivilDate?) {
    self.reader = reader
    self.text = text
    self.published = published
  }

  /// The day that `the same day` points to.
  var documentDay: CivilDate? { latestDay ?? firstDay ?? published }

  /// Reads the whole text.
  func run() -> [DateExpression] {
    var result: [DateExpression] = []
    var index = 0
    var covered = 0
    while index < text.tokens.count {
      if text.paragraphOfToken[index] != paragraph {
        paragraph = text.paragraphOfToken[index]
        latestDay = nil
      }
      // Most words are neither a name nor anything of a date.
      guard canBegin(at: index) || text.begins([.name, .block], at: index) else {
        index += 1
        continue
      }
      covered = max(covered, nameEnd(at: index))
      if let end = blockEnd(at: index) {
        index = end
        continue
      }
      guard let found = expression(at: index) else {
        if canBegin(at: index), isNamedPlace(at: index), let draft = draft(at: index) {
          covered = max(covered, draft.value.end)
        }
        index += 1
        continue
      }
      if found.tokens.upperBound <= covered, !isNamedEvent(found) {
        index = max(covered, index + 1)
        continue
      }
      remember(found)
      result.append(found)
      index = found.tokens.upperBound
    }
    return result
  }

  /// The longest expression that starts at a token.
  private func expression(at index: Int) -> DateExpression? {
    guard canBegin(at: index) else { return nil }
    let named = namedEvent(at: index)
    let plain = range(at: index) ?? single(at: index)
    guard let named else { return plain }
    guard let plain, plain.tokens.upperBound >= named.tokens.upperBound else { return named }
    if plain.tokens.upperBound > named.tokens.upperBound { return plain }
    // A day with its year is a date, also when it is one that everybody knows.
    let hasYear = yearNumber(at: plain.tokens.upperBound - 1) != nil
    return hasYear && plain.precision == .day && plain.tokens == named.tokens
      && namedRow(at: index)?.tokens == named.tokens ? plain : named
  }

  /// Whether a date may begin at a token: most words are neither a number nor in `time.tsv`, and most
  /// numbers are no day.
  private func canBegin(at index: Int) -> Bool {
    if text.begins([.time, .namedEvent], at: index) { return true }
    if text.tokens[index].kind == .number {
      if text.tokens[index].keyEnd - text.tokens[index].keyStart > 2 { return true }
      let next = index + 1
      if next < text.tokens.count, text.tokens[next].kind == .punctuation { return true }
    } else if !text.begins(.number, at: index) {
      return false
    }
    return (index + 1..<max(index + 1, min(index + Self.reach, text.tokens.count)))
      .contains { text.begins(.time, at: $0) }
  }

  /// Tokens within which the month follows the days that a date begins with.
  private static let reach = 12

  private func isNamedEvent(_ found: DateExpression) -> Bool {
    found.basis == .stated && found.isSpan && namedEvent(at: found.tokens.lowerBound) == found
  }

  private func remember(_ found: DateExpression) {
    guard found.precision == .day, !found.isSpan, !found.isFuture, let day = found.start else {
      return
    }
    if firstDay == nil { firstDay = day }
    latestDay = day
  }

  /// Where the longest name of several words ends that starts at a token; dates inside names
  /// (`14 July Bridge`) are no dates.
  private func nameEnd(at index: Int) -> Int {
    guard text.begins([.name, .block], at: index) else { return 0 }
    for match in text.matches(at: index) where match.table == .name || match.table == .block {
      guard match.tokens.count > 1 else { return 0 }
      // A city and `today`, or a day and month that are also a quarter: the words decide elsewhere.
      if match.tokens.count == 2, time(.rel, at: index + 1) != nil { continue }
      if dayNumber(at: index) != nil { continue }
      return Int(match.last)
    }
    return 0
  }
}
