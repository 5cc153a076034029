import Gazetteer
import Model

/// Gives each literal mention its relation: its own words', the one its list began with, or the
/// distance in a gloss.
struct RelationFinder {
  let gazetteer: Gazetteer
  let text: NormalizedText

  func find(_ mentions: inout [Mention]) {
    let parser = RelationParser(gazetteer: gazetteer, text: text)
    findGlosses(&mentions, parser)
    for index in mentions.indices where isOpen(mentions[index]) {
      guard let reading = parser.relation(of: index, in: mentions) else {
        inherit(index, &mentions)
        continue
      }
      if reading.relation.kind == .between, isBetweenSides(reading.relation) { continue }
      apply(reading, index, &mentions)
    }
    findHeadings(&mentions)
  }

  private func isOpen(_ mention: Mention) -> Bool {
    mention.role == .literal && mention.kind == nil && mention.relation == nil
      && (!mention.names.isEmpty || mention.typeHint == "village")
  }

  private func apply(
    _ reading: RelationParser.Reading, _ index: Int, _ mentions: inout [Mention]
  ) {
    var relation = reading.relation
    if let second = reading.second {
      relation.base = [index, second]
      mentions[index].relation = relation
      mentions[second].relation = relation
      mentions[index].list = nil
      mentions[second].list = nil
    } else {
      mentions[index].relation = relation
    }
  }

  /// A relation head distributes over a list until another head (language.md 2.5).
  private func inherit(_ index: Int, _ mentions: inout [Mention]) {
    guard index > 0, let list = mentions[index].list, mentions[index - 1].list == list,
      var relation = mentions[index - 1].relation, mentions[index].head == nil
    else { return }
    switch relation.kind {
    case .outskirts, .near, .centre, .border, .bearing:
      relation.rule += "+list"
      mentions[index].relation = relation
    default: break
    }
  }

  /// `between X and Y` of talks, clashes and agreements names sides, not ground.
  private func isBetweenSides(_ relation: Relation) -> Bool {
    guard let span = relation.span else { return false }
    guard let token = text.tokens.firstIndex(where: { Int($0.start) >= span.start }) else {
      return false
    }
    for index in max(0, token - 3)..<token {
      let isTwoSided = text.matches(at: index).contains {
        $0.table == .event && gazetteer.events[Int($0.row)].roles == "B"
          && gazetteer.events[Int($0.row)].family != "attack"
      }
      if isTwoSided { return true }
    }
    return false
  }

  /// NAME ( 115 km north-east of BASE ): the base is a check of the name, never a place of an event.
  private func findGlosses(_ mentions: inout [Mention], _ parser: RelationParser) {
    for index in mentions.indices.dropFirst() {
      let previous = index - 1
      guard mentions[index].role == .literal, !mentions[index].names.isEmpty,
        !mentions[previous].names.isEmpty
      else { continue }
      let end = max(
        mentions[previous].tokens.upperBound, mentions[previous].head?.upperBound ?? 0)
      guard end < text.tokens.count, text.tokens[end].kind == .punctuation,
        end < mentions[index].tokens.lowerBound,
        let reading = parser.relation(of: index, in: mentions),
        [.distanceBearing, .bearing, .outskirts, .near].contains(reading.relation.kind)
      else { continue }
      let isMeasured = [.distanceBearing, .bearing].contains(reading.relation.kind)
      var relation = reading.relation
      let isBracketed =
        isMeasured && text.key(end).elementsEqual([0x28])
        && closingBracket(after: mentions[index].tokens.upperBound) != nil
      guard
        isBracketed
          || isApposition(relation, of: previous, comma: end, to: mentions[index], mentions)
      else { continue }
      relation.kind = .gloss
      relation.base = [index]
      relation.span = SourceSpan(
        reading.relation.span?.start ?? mentions[index].span.start, mentions[index].span.end)
      if isBracketed {
        mentions[previous].gloss = relation
      } else {
        // The direction keeps the base from being taken for what holds the place before it.
        mentions[index].relation = reading.relation
      }
      mentions[index].kind = .referenceBase
      mentions[index].rule = "gloss"
    }
  }

  /// `Taji, just north of Baghdad, …`: commas instead of brackets, behind a town or village.
  private func isApposition(
    _ relation: Relation, of previous: Int, comma: Int, to base: Mention, _ mentions: [Mention]
  ) -> Bool {
    guard text.tokens[base.tokens.lowerBound].script == .latin,
      text.key(comma).elementsEqual([0x2C]),
      let start = relation.span?.start,
      mentions[previous].names.contains(where: { !gazetteer.entities[$0.entity].isUnit }),
      mentions[previous].typeHint.map({ !$0.hasPrefix("adm") }) ?? true
    else { return false }
    // One word may stand before the direction: `just`, `about`.
    let opens = (comma + 1..<min(comma + 3, text.tokens.count)).contains {
      Int(text.tokens[$0].start) == start
    }
    let close = base.tokens.upperBound
    return opens && (close >= text.tokens.count || text.tokens[close].kind == .punctuation)
  }

  private func closingBracket(after token: Int) -> Int? {
    var index = token
    while index < text.tokens.count, index < token + 6 {
      if text.tokens[index].kind == .punctuation, text.key(index).elementsEqual([0x29]) {
        return index
      }
      index += 1
    }
    return nil
  }

  /// A departure and a course told apart: `left Mosul on a desert road towards the south-east`.
  private func findHeadings(_ mentions: inout [Mention]) {
    for index in mentions.indices where mentions[index].role == .literal {
      guard let relation = mentions[index].relation, relation.kind == .outskirts,
        isOutside(relation)
      else { continue }
      let clause = Int(text.sentenceOfToken[mentions[index].tokens.lowerBound])
      let start = mentions[index].tokens.upperBound
      let end = min(start + 10, text.sentences[clause].upperBound)
      guard start < end else { continue }
      for token in start..<end {
        guard isToward(token), token + 1 < text.tokens.count else { continue }
        guard
          let match = text.longestMatch(.direction, at: token + 1)
        else { continue }
        let begin = relation.span?.start ?? mentions[index].span.start
        mentions[index].relation = Relation(
          kind: .heading, span: SourceSpan(begin, Int(match.end)),
          bearingDegrees: gazetteer.directions[Int(match.row)].bearing, tolerance: 37.5,
          geometry: "sector(8..45)", rule: relation.rule + "+heading")
        break
      }
    }
  }

  /// Whether a relation's words say outside (a heading starts there), not at the edge.
  private func isOutside(_ relation: Relation) -> Bool {
    gazetteer.relationPatterns.isOutside(relation.rule)
  }

  /// Whether a word says toward: the first word of a heading pattern.
  private func isToward(_ token: Int) -> Bool {
    gazetteer.relationPatterns.isToward(text.key(token))
  }
}
