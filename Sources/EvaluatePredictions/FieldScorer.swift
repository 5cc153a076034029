import Model

/// Scores type, date, harm and actors of one event.
///
/// Null is an answer of its own and never zero.
struct FieldScorer {
  private static let discovery = "discovery"
  private let gold: GoldEvent
  private let found: PredictedEvent
  private let knowledge: EvaluationKnowledge
  /// Whether every value that was scored is right.
  private(set) var isAllRight = true

  init(_ gold: GoldEvent, _ found: PredictedEvent, _ knowledge: EvaluationKnowledge) {
    self.gold = gold
    self.found = found
    self.knowledge = knowledge
  }

  mutating func score(_ sheet: inout ScoreSheet) {
    if let type = gold.eventType { judge(.eventType, type.value, found.eventType, &sheet) }
    if let type = gold.subEventType { judge(.subEventType, type.value, found.subEventType, &sheet) }
    if let type = gold.ploverType {
      // A second coding of the same words: apart from the whole event.
      let isRight = type.value == found.ploverType
      sheet.judge(.ploverType, isRight, isAnswered: found.ploverType != nil || type.value == nil)
      if !isRight {
        sheet.differ(.ploverType, gold.words, type.value ?? "null", found.ploverType ?? "null")
      }
    }
    if let realis = gold.realis {
      // Bodies found are told as any other event is.
      let wanted =
        realis.value == Self.discovery ? Event.Realis.asserted.rawValue : realis.value
      judge(.realis, wanted, found.realis, &sheet)
    }
    if let date = gold.date { score(date.value, &sheet) }
    if let count = gold.killed {
      harm(.killed, (.killedStated, .killedNotStated), count.value, found.killed, &sheet)
    }
    if let count = gold.injured {
      harm(.injured, (.injuredStated, .injuredNotStated), count.value, found.injured, &sheet)
    }
    var actors: [Bool] = []
    if let actor = gold.actor1 {
      actors.append(
        side(.actor1, (.actor1Stated, .actor1NotStated), actor.value, found.actor1, &sheet))
    }
    if let actor = gold.actor2 {
      actors.append(
        side(.actor2, (.actor2Stated, .actor2NotStated), actor.value, found.actor2, &sheet))
    }
    if !actors.isEmpty { sheet.judge(.actors, actors.allSatisfy(\.self)) }
  }

  /// Counts a value that is right or not, the whole event included.
  mutating func judge(
    _ measure: Measure, isRight: Bool, isAnswered: Bool, _ wanted: String, _ value: String,
    _ sheet: inout ScoreSheet
  ) {
    sheet.judge(measure, isRight, isAnswered: isAnswered)
    if isRight { return }
    isAllRight = false
    sheet.differ(measure, gold.words, wanted, value)
  }

  private mutating func judge(
    _ measure: Measure, _ wanted: String?, _ value: String?, _ sheet: inout ScoreSheet
  ) {
    judge(
      measure, isRight: wanted == value, isAnswered: value != nil || wanted == nil,
      wanted ?? "null", value ?? "null", &sheet)
  }

  private mutating func score(_ wanted: ExpectedDays?, _ sheet: inout ScoreSheet) {
    // A day that is only a bound has no beginning.
    let isBound =
      found.dateStart == nil
      || [EventDate.Basis.disclosed, .inferred].contains { $0.rawValue == found.dateBasis }
    let isRight: Bool
    if let wanted {
      isRight =
        (found.dateStart == wanted.first && found.dateEnd == wanted.last)
        || (isBound && found.dateEnd == wanted.last)
    } else {
      isRight = found.dateStart == nil || found.flags.contains("date_inferred")
    }
    let isAnswered = wanted == nil || found.dateStart != nil || found.dateEnd != nil
    judge(
      .date, isRight: isRight, isAnswered: isAnswered, text(wanted),
      "\(found.dateStart ?? "null")..\(found.dateEnd ?? "null")", &sheet)
    sheet.judge(
      wanted == nil ? .dateNotStated : .dateStated, isRight, isAnswered: isAnswered)
  }

  private func text(_ days: ExpectedDays?) -> String {
    days.map { "\($0.first)..\($0.last)" } ?? "null"
  }

  private mutating func harm(
    _ measure: Measure, _ parts: (stated: Measure, not: Measure), _ wanted: ExpectedCount?,
    _ value: ExpectedCount?, _ sheet: inout ScoreSheet
  ) {
    let isAnswered = value != nil || wanted == nil
    judge(
      measure, isRight: wanted == value, isAnswered: isAnswered, text(wanted), text(value), &sheet)
    sheet.judge(
      wanted == nil ? parts.not : parts.stated, wanted == value, isAnswered: isAnswered)
  }

  private func text(_ count: ExpectedCount?) -> String {
    guard let count else { return "null" }
    return (count.minimum.map { "\($0)" } ?? "null") + ".."
      + (count.maximum.map { "\($0)" } ?? "null")
  }

  private mutating func side(
    _ measure: Measure, _ parts: (stated: Measure, not: Measure), _ wanted: String?,
    _ value: String?, _ sheet: inout ScoreSheet
  ) -> Bool {
    let isRight: Bool
    if let wanted, let value {
      isRight = knowledge.isWithin(value, wanted)
    } else {
      isRight = wanted == value
    }
    let isAnswered = value != nil || wanted == nil
    judge(
      measure, isRight: isRight, isAnswered: isAnswered, wanted ?? "null", value ?? "null", &sheet)
    sheet.judge(wanted == nil ? parts.not : parts.stated, isRight, isAnswered: isAnswered)
    return isRight
  }
}
