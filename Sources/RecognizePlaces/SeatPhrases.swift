import Gazetteer
import Model

/// Finds the definite phrases of a question that take up a unit told before: in `a hamlet in its
/// sub-district, 7 km west of the town` the town is the seat of the sub-district.
struct SeatPhrases {
  func find(_ mentions: inout [Mention], _ context: RecognitionContext) {
    for index in context.text.tokens.indices where !context.isClaimed[index] {
      guard let match = context.longest(.placeTrigger, at: index),
        let earlier = mentions.last(where: { $0.tokens.upperBound <= index && !$0.names.isEmpty })
      else { continue }
      let row = context.gazetteer.placeTriggers[Int(match.row)]
      guard row.number == "sg", ["city", "town", "center", "adm3", "adm2"].contains(row.type),
        isDefinite(match, row, context),
        !mentions.contains(where: { $0.head?.overlaps(match.tokens) ?? false })
      else { continue }
      var seats: [NameCandidate] = []
      let isUnit = earlier.typeHint?.hasPrefix("adm") ?? false
      for name in earlier.names {
        let entity = context.gazetteer.entities[name.entity]
        if isUnit, entity.level.code != earlier.typeHint { continue }
        var seat = name
        if entity.isUnit { seat.entity = entity.seat }
        guard seat.entity >= 0, entity.level != .country,
          !seats.contains(where: { $0.entity == seat.entity })
        else { continue }
        seats.append(seat)
      }
      guard !seats.isEmpty else { continue }
      let first = Int(match.first) - (row.language == "en" ? 1 : 0)
      let tokens = first..<Int(match.last)
      let mention = Mention(
        span: context.text.span(tokens), tokens: tokens, role: .literal, names: seats, typeHint: "town",
        rule: row.id)
      mentions.append(mention)
    }
    mentions.sort { ($0.span.start, $0.span.end) < ($1.span.start, $1.span.end) }
  }

  /// `the town`, or with the Arabic article, and no name after it.
  private func isDefinite(
    _ match: LexiconMatch, _ row: PlaceTriggerRow, _ context: RecognitionContext
  ) -> Bool {
    let next = Int(match.last)
    if next < context.text.tokens.count, context.isClaimed[next] { return false }
    if row.language == "en" {
      return context.functionWord(at: Int(match.first) - 1) == "the"
        && context.functionWord(at: next) != "of"
    }
    return match.clitics.contains(.article)
  }
}
