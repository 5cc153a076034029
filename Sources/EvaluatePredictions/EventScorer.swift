import Model

/// Matches events by their words, then scores them field by field.
struct EventScorer {
  let knowledge: EvaluationKnowledge

  func score(_ gold: GoldDocument, _ prediction: Prediction, _ sheet: inout ScoreSheet) {
    if let wanted = gold.violentEvents {
      let drawn = prediction.events.count(where: isViolentAndDrawn)
      sheet.judge(.violentEvents, drawn == wanted)
      if drawn != wanted { sheet.differ(.violentEvents, "", "\(wanted)", "\(drawn)") }
    }
    guard let events = gold.events else { return }
    var used: Set<Int> = []
    for event in events {
      let best = match(event, prediction.events, used)
      guard let best else {
        if event.isOptional { continue }
        sheet.expect(.events, isFound: false)
        sheet.judge(.joint, false, isAnswered: false)
        sheet.confuse(.eventTypes, typeName(event.subEventType), nil)
        sheet.differ(.events, event.words, typeName(event.subEventType) ?? "an event", "not found")
        continue
      }
      used.insert(best)
      let found = prediction.events[best]
      sheet.expect(.events, isFound: true)
      if let type = event.subEventType {
        sheet.confuse(.eventTypes, typeName(type), found.subEventType ?? Self.untyped)
      }
      var fields = FieldScorer(event, found, knowledge)
      fields.score(&sheet)
      PlaceScorer(knowledge: knowledge).score(event, found, gold, prediction, &fields, &sheet)
      sheet.judge(.joint, fields.isAllRight)
    }
    for (index, event) in prediction.events.enumerated() {
      sheet.predict(.events, isThere: used.contains(index))
      if used.contains(index) { continue }
      sheet.confuse(.eventTypes, nil, event.subEventType ?? Self.untyped)
      sheet.differ(
        .noSurplusEvent, event.words, "none",
        "\(event.subEventType ?? Self.untyped) (\(event.realis))")
    }
    sheet.judge(.noSurplusEvent, used.count == prediction.events.count)
  }

  private static let untyped = "no ACLED type"

  private func typeName(_ type: Expected<String>?) -> String? {
    type.map { $0.value ?? Self.untyped }
  }

  /// The first event not yet taken that touches a word of the gold's; one of the same type goes
  /// before.
  private func match(
    _ gold: GoldEvent, _ found: [PredictedEvent], _ used: Set<Int>
  ) -> Int? {
    let hits = found.indices.filter { index in
      !used.contains(index)
        && found[index].spans.contains { span in gold.spans.contains { $0.overlaps(span) } }
    }
    guard let type = gold.subEventType else { return hits.first }
    return hits.first { found[$0].subEventType == type.value } ?? hits.first
  }

  /// The disorder type begins with ACLED's name of the category.
  private func isViolentAndDrawn(_ event: PredictedEvent) -> Bool {
    event.isAsserted && (event.point != nil || event.hasArea)
      && event.disorderType?.hasPrefix("Political violence") ?? false
  }
}
