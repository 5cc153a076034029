/// Scores what is told and must not be drawn.
struct StatementScorer {
  /// Reasons of which either will do.
  private static let equals: [Set<String>] = [
    ["generic", "aggregate"], ["planned", "hypothetical"], ["foiled", "negated", "hypothetical"],
  ]

  func score(_ gold: GoldDocument, _ prediction: Prediction, _ sheet: inout ScoreSheet) {
    for statement in gold.statements {
      func touches(_ spans: [ScalarSpan]) -> Bool {
        spans.contains { span in statement.spans.contains { $0.overlaps(span) } }
      }
      let events = prediction.events.filter { touches($0.typeSpans) }
      let drawn = statement.isPartOfEvent ? nil : events.first(where: \.isAsserted)
      sheet.judge(.statementNotDrawn, drawn == nil)
      if let drawn {
        sheet.differ(
          .statementNotDrawn, statement.words, statement.reason ?? "a statement",
          drawn.subEventType ?? "an event")
      }
      guard let reason = statement.reason, !statement.isPartOfEvent else { continue }
      let told =
        prediction.statements.filter { touches([$0.span]) }.map(\.reason)
        + events.filter { !$0.isAsserted }.map(\.realis)
      let isRight = told.contains { said in
        said == reason || Self.equals.contains { $0.contains(said) && $0.contains(reason) }
      }
      sheet.judge(.statementReason, isRight, isAnswered: !told.isEmpty)
      if !isRight {
        sheet.differ(
          .statementReason, statement.words, reason,
          told.isEmpty ? "not told" : told.joined(separator: " "))
      }
    }
  }
}
