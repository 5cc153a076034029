import Gazetteer
import Model

/// Finds the definite phrases of a question that take up a unit told before: in `a hamlet in its
/// sub-district, 7 km west of the town` the town is the seat of the sub-district.
struct SeatPhrases {
  private static let kinds: Set = ["city", "town", "center", "adm3", "adm2"]
  private static let article: [UInt8] = [0xD8, 0xA7, 0xD9, 0x84]

  func find(_ mentions: inout [Mention], _ context: RecognitionContext) {
    for index in context.text.tokens.indices where !context.isClaimed[index] {
      guard
        let earlier = mentions.last(where: { $0.tokens.upperBound <= index && !$0.names.isEmpty }),
        let phrase = phrase(at: index, context),
        !mentions.contains(where: { $0.head?.overlaps(phrase.tokens) ?? false })
      else { continue }
      let seats = seats(of: earlier, context.gazetteer)
      guard !seats.isEmpty else { continue }
      mentions.append(
        Mention(
          span: context.text.span(phrase.tokens), tokens: phrase.tokens, role: .literal,
          names: seats, typeHint: "town", rule: phrase.row.id))
    }
    mentions.sort { ($0.span.start, $0.span.end) < ($1.span.start, $1.span.end) }
  }

  /// The settlements that a mention's names are or have as their seats.
  private func seats(of mention: Mention, _ gazetteer: Gazetteer) -> [NameCandidate] {
    let isUnit = mention.typeHint?.hasPrefix("adm") ?? false
    var seats: [NameCandidate] = []
    for name in mention.names {
      let entity = gazetteer.entities[name.entity]
      if isUnit, entity.level.code != mention.typeHint { continue }
      var seat = name
      if entity.isUnit { seat.entity = entity.seat }
      guard seat.entity >= 0, entity.level != .country,
        !seats.contains(where: { $0.entity == seat.entity })
      else { continue }
      seats.append(seat)
    }
    return seats
  }

  /// `the town`, or with the Arabic article, and no name after it.
  private func phrase(
    at index: Int, _ context: RecognitionContext
  ) -> (tokens: Range<Int>, row: PlaceTriggerRow)? {
    if let row = Self.articledType(at: index, context) {
      if index + 1 < context.text.tokens.count, context.isClaimed[index + 1] { return nil }
      return (index..<(index + 1), row)
    }
    guard let match = context.longest(.placeTrigger, at: index) else { return nil }
    let row = context.gazetteer.placeTriggers[Int(match.row)]
    let next = Int(match.last)
    guard row.language == "en", row.number == "sg", Self.kinds.contains(row.type),
      next >= context.text.tokens.count || !context.isClaimed[next],
      context.functionWord(at: index - 1) == "the", context.functionWord(at: next) != "of"
    else { return nil }
    return ((index - 1)..<next, row)
  }

  /// The type word that a word with the Arabic article is, nil when it is none.
  static func articledType(at index: Int, _ context: RecognitionContext) -> PlaceTriggerRow? {
    let key = context.text.key(index)
    guard key.starts(with: article) else { return nil }
    let rows = context.gazetteer.trie.rows(ofWord: Array(key.dropFirst(4)), table: .placeTrigger)
    return rows.lazy.map { context.gazetteer.placeTriggers[Int($0)] }.first {
      $0.number == "sg" && kinds.contains($0.type)
    }
  }
}
