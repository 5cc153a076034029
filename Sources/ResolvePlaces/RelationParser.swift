import Gazetteer
import Model

/// Reads the words around a name as a spatial relation, by the patterns of `relations.tsv`.
///
/// The pattern with the most words wins, then the first of the file. Patterns are anchored at the
/// name (its type word included), so the cost is a few words a mention, not a scan.
///
/// A class, so that handing it around copies no text.
final class RelationParser {
  let gazetteer: Gazetteer
  let text: NormalizedText

  init(gazetteer: Gazetteer, text: NormalizedText) {
    self.gazetteer = gazetteer
    self.text = text
  }

  /// A relation found, with the second mention of a pair.
  struct Reading {
    var relation: Relation
    var second: Int?
    var length: Int
  }

  /// Returns the relation of a mention, nil when no pattern fits.
  func relation(of index: Int, in mentions: [Mention]) -> Reading? {
    let patterns = gazetteer.relationPatterns
    guard let root = patterns.root(ofLanguage: language(mentions[index])) else { return nil }
    var best = Best()
    for (order, start) in startPositions(mentions[index]).enumerated() {
      let place = Place(
        index: index, start: start, order: order,
        saysWhere: saysWhereInCountry(mentions[index], start))
      var walk = Walk(place: place, position: start)
      finish(root, walk, mentions, &best)
      let glued = gluedLetter(start).flatMap { patterns.word($0, before: root) }
      if let glued { read(glued, walk, mentions, &best) }
      walk.skipped = glued
      readBefore(root, walk, mentions, &best)
    }
    return best.reading
  }

  /// Whether a direction before a type word says where in the country the place lies: `the northern city
  /// of Kirkuk` is Kirkuk, `the northern districts of Kirkuk` are a part of it.
  private func saysWhereInCountry(_ mention: Mention, _ start: Int) -> Bool {
    guard let head = mention.head, head.lowerBound == start,
      head.upperBound <= mention.tokens.lowerBound, text.tokens[start].script == .latin,
      let hint = mention.typeHint,
      ["city", "town", "village"].contains(hint) || hint.hasPrefix("adm")
    else { return false }
    return text.key(start).last != UInt8(ascii: "s")
  }

  /// The language of the patterns to try: that of the text, English for Latin names in it.
  private func language(_ mention: Mention) -> String {
    let script = text.tokens[mention.tokens.lowerBound].script
    if script == .latin { return "en" }
    return text.language == "ckb" ? "ckb" : "ar"
  }

  /// The pattern may end before the type word or, where that word is itself relational, before the
  /// name.
  private func startPositions(_ mention: Mention) -> [Int] {
    let name = mention.tokens.lowerBound
    var starts = [name]
    if let head = mention.head, head.lowerBound < name { starts = [head.lowerBound, name] }
    // `of the town of X`: a pattern ends before the English article.
    for start in starts where start > 0 && isArticle(start - 1) { starts.append(start - 1) }
    return starts
  }

  private func isArticle(_ token: Int) -> Bool {
    text.tokens[token].script == .latin
      && text.matches(at: token).contains {
        $0.table == .functionWord && gazetteer.functionWords[Int($0.row)].kind == "the"
      }
  }

  /// The letter that is glued to the word at a token as a preposition: ل in `the entrance to X`.
  private func gluedLetter(_ start: Int) -> ArraySlice<UInt8>? {
    guard start < text.tokens.count else { return nil }
    let letter = text.key(start).prefix(2)
    guard letter.count == 2, letter[letter.startIndex] >= 0xD8,
      text.matches(at: start).contains(where: {
        !$0.clitics.isDisjoint(with: [.preposition, .toPreposition, .withPreposition])
          && ($0.table == .name || $0.table == .placeTrigger)
      })
    else { return nil }
    return letter
  }

  func match(_ row: RelationRow, _ walk: Walk, _ mentions: [Mention]) -> Reading? {
    var state = walk.state
    let index = walk.place.index
    let mention = mentions[index]
    let name = mention.tokens.upperBound
    // A type word after the name (`X - Y road`) may be a word of the pattern.
    let head = max(name, mention.head?.upperBound ?? 0)
    for ending in head > name ? [head, name] : [name] {
      var end = ending
      var second: Int?
      if row.hasSecondPlace {
        guard let next = secondPlace(after: index, in: mentions),
          matchBetween(row.between, end, next.start)
        else { continue }
        second = index + 1
        end = next.end
        let last = mentions[index + 1].tokens.upperBound
        if last < end, matchForward(row.after, from: end, &state) == nil { end = last }
      }
      if let found = reading(
        row, walk.place.start, walk.position, end, second, &state, mention)
      {
        return found
      }
    }
    return nil
  }

  /// The words that the second name of a pair covers with its type word.
  func secondPlace(
    after index: Int, in mentions: [Mention]
  ) -> (start: Int, end: Int)? {
    guard index + 1 < mentions.count, mentions[index + 1].role == .literal,
      !mentions[index + 1].names.isEmpty || mentions[index + 1].typeHint != nil
    else { return nil }
    let next = mentions[index + 1]
    return (
      min(next.head?.lowerBound ?? Int.max, next.tokens.lowerBound),
      max(next.tokens.upperBound, next.head?.upperBound ?? 0)
    )
  }

  private func reading(
    _ row: RelationRow, _ start: Int, _ first: Int, _ end: Int, _ second: Int?,
    _ state: inout State, _ mention: Mention
  ) -> Reading? {
    guard let last = matchForward(row.after, from: end, &state) else { return nil }
    // `X, 20 km north`: from X where the words end there, from Y in `X, 20 km north of Y`.
    if row.before.isEmpty, row.after.last == .direction, last < text.tokens.count,
      text.tokens[last].kind != .punctuation || isAbbreviated(last)
    {
      return nil
    }
    if row.kind == .bearing || row.kind == .distanceBearing || row.kind == .heading,
      row.before.contains(.direction) || row.after.contains(.direction), state.bearing == nil
    {
      return nil
    }
    let from = min(first, start)
    let isIntermediate = state.bearing.map { $0.truncatingRemainder(dividingBy: 90) != 0 } ?? false
    let span = relationSpan(from, start, end, last, mention)
    return Reading(
      relation: Relation(
        kind: row.kind, span: span, distanceKm: state.distance, bearingDegrees: state.bearing,
        tolerance: isIntermediate ? row.intermediateTolerance : row.tolerance,
        geometry: row.geometry, rule: row.id),
      second: second, length: (start - from) + (last - end) + row.between.count)
  }

  /// Whether a mark is the full stop of `S. of Y`.
  private func isAbbreviated(_ mark: Int) -> Bool {
    mark + 1 < text.tokens.count && !text.tokens[mark].spaceBefore
      && text.matches(at: mark + 1).contains {
        $0.table == .functionWord && gazetteer.functionWords[Int($0.row)].kind == "of"
      }
  }

  /// What the words read so far say.
  struct State {
    var distance: Double?
    var bearing: Double?
  }

  /// The source span of the relation's own words.
  private func relationSpan(
    _ from: Int, _ start: Int, _ end: Int, _ last: Int, _ mention: Mention
  ) -> SourceSpan? {
    if from < start {
      var span = text.span(from..<start)
      span.start += procliticBytes(from)
      if last > end { span.end = Int(text.tokens[last - 1].end) }
      return span
    }
    return last > end ? text.span(end..<last) : nil
  }

  /// The bytes of a conjunction before the first word of a relation.
  private func procliticBytes(_ token: Int) -> Int {
    let match = text.matches(at: token).first { $0.clitics.contains(.conjunction) && $0.cost < 100 }
    return match.map { Int($0.start) - Int(text.tokens[token].start) } ?? 0
  }

  private func matchForward(
    _ elements: [RelationRow.Element], from end: Int, _ state: inout State
  ) -> Int? {
    var position = end
    for element in elements {
      guard position < text.tokens.count else { return nil }
      switch element {
      case .word(let word):
        // A preposition may be glued to what follows: `ب` before a number stands alone as a word.
        guard TokenWords.isWord(text.key(position), word[...]) else { return nil }
        position += 1
      case .number:
        guard let value = number(at: position) else { return nil }
        state.distance = value.value
        position = value.end
      case .unit:
        guard let match = first(.relationWord, at: position) else { return nil }
        state.distance = (state.distance ?? 1) * gazetteer.distanceUnits[Int(match.row)].bearing
        position = Int(match.last)
      case .direction:
        guard let match = first(.direction, at: position) else { return nil }
        state.bearing = gazetteer.directions[Int(match.row)].bearing
        position = Int(match.last)
      case .place, .secondPlace: return nil
      }
    }
    return position
  }

  /// Whether the tokens between two names are the words of a pattern; و may be glued to the second.
  private func matchBetween(
    _ elements: [RelationRow.Element], _ end: Int, _ nextStart: Int
  ) -> Bool {
    var position = end
    for element in elements {
      guard case .word(let word) = element else { return false }
      if position < nextStart, text.key(position).elementsEqual(word) {
        position += 1
      } else if position == nextStart, word == [0xD9, 0x88],
        text.key(nextStart).starts(with: word), hasConjunction(nextStart)
      {
        continue
      } else {
        return false
      }
    }
    return position == nextStart
  }

  private func hasConjunction(_ token: Int) -> Bool {
    text.matches(at: token).contains {
      ($0.table == .name || $0.table == .placeTrigger) && $0.clitics.contains(.conjunction)
    }
  }

  func longest(_ table: LexiconTable, endingAt end: Int) -> LexiconMatch? {
    var best: LexiconMatch?
    var start = end - 1
    while start >= 0, start > end - 4 {
      if let match = text.lastMatch(table, at: start, endingAt: end) {
        // N, S, E, W: one letter is a direction only as a capital that stands alone.
        let token = text.tokens[start]
        if table == .direction, token.end - token.start == 1,
          !token.capitalized || !token.spaceBefore
        {
          start -= 1
          continue
        }
        best = match
      }
      start -= 1
    }
    return best
  }

  private func first(_ table: LexiconTable, at token: Int) -> LexiconMatch? {
    text.longestMatch(table, at: token)
  }

  /// The number that ends before a token: digits or a number word.
  func number(endingAt end: Int) -> (value: Double, start: Int)? {
    guard end > 0 else { return nil }
    if text.tokens[end - 1].kind == .number,
      let value = Double(String(decoding: text.key(end - 1), as: UTF8.self))
    {
      return (value, end - 1)
    }
    guard let match = longest(.number, endingAt: end),
      gazetteer.numbers[Int(match.row)].kind == "card"
        || gazetteer.numbers[Int(match.row)].kind == "dual",
      let value = gazetteer.numbers[Int(match.row)].value
    else { return nil }
    return (Double(value), Int(match.first))
  }

  private func number(at token: Int) -> (value: Double, end: Int)? {
    if text.tokens[token].kind == .number,
      let value = Double(String(decoding: text.key(token), as: UTF8.self))
    {
      return (value, token + 1)
    }
    guard let match = first(.number, at: token),
      gazetteer.numbers[Int(match.row)].kind == "card",
      let value = gazetteer.numbers[Int(match.row)].value
    else { return nil }
    return (Double(value), Int(match.last))
  }
}
