import Model

/// Scores mentions (exact spans, then role and kind of those found) and the places of literal ones.
struct MentionScorer {
  let knowledge: EvaluationKnowledge
  private static let literal = "literal"

  func score(_ gold: GoldDocument, _ prediction: Prediction, _ sheet: inout ScoreSheet) {
    if let mentions = gold.mentions { score(mentions, prediction.mentions, &sheet) }
    let literal = Set(prediction.mentions.filter { $0.role == Self.literal }.map(\.words))
    for words in gold.places {
      sheet.judge(.listedPlaces, literal.contains(words))
      if !literal.contains(words) { sheet.differ(.listedPlaces, words, "literal", "not found") }
    }
    for words in gold.notPlaces {
      sheet.judge(.noFalsePlace, !literal.contains(words))
      if literal.contains(words) { sheet.differ(.noFalsePlace, words, "no place", "literal") }
    }
  }

  private func score(
    _ gold: [GoldMention], _ found: [PredictedMention], _ sheet: inout ScoreSheet
  ) {
    var predicted: [ScalarSpan: PredictedMention] = [:]
    for mention in found { if let span = mention.span { predicted[span] = mention } }
    for mention in gold {
      let hit = predicted[mention.span]
      sheet.expect(.mentions, isFound: hit != nil)
      sheet.expect(measure(mention.role), isFound: hit?.role == mention.role)
      let label = label(mention.role, mention.kind)
      sheet.confuse(.roles, label, hit.map { self.label($0.role, $0.kind) })
      guard let hit else {
        sheet.differ(.mentions, mention.words, label, "not found")
        continue
      }
      let isSame = hit.role == mention.role && hit.kind == mention.kind
      sheet.judge(.role, hit.role == mention.role)
      sheet.judge(.roleAndKind, isSame)
      if mention.role != Self.literal {
        sheet.judge(.associativeKind, hit.kind == mention.kind, isAnswered: hit.kind != nil)
      }
      if !isSame {
        sheet.differ(.roleAndKind, mention.words, label, self.label(hit.role, hit.kind))
      }
      if mention.role == Self.literal { resolve(mention, hit, &sheet) }
    }
    let roles = Dictionary(gold.map { ($0.span, $0.role) }, uniquingKeysWith: { first, _ in first })
    for (span, mention) in predicted.sorted(by: {
      ($0.key.start, $0.key.end) < ($1.key.start, $1.key.end)
    }) {
      let role = roles[span]
      sheet.predict(.mentions, isThere: role != nil)
      sheet.predict(measure(mention.role), isThere: role == mention.role)
      if role == nil {
        let label = label(mention.role, mention.kind)
        sheet.confuse(.roles, nil, label)
        sheet.differ(.mentions, mention.words, "none", label)
      }
    }
  }

  /// Scores the place of a literal mention that was found.
  private func resolve(
    _ gold: GoldMention, _ hit: PredictedMention, _ sheet: inout ScoreSheet
  ) {
    if let id = gold.placeID {
      sheet.judge(.mentionPlace, hit.placeID == id, isAnswered: hit.placeID != nil)
    }
    guard let position = gold.position ?? gold.placeID.flatMap(knowledge.position) else { return }
    let distance = hit.position.map { Distance.km($0, position) }
    for (measure, radius) in Measure.mentionRadii {
      sheet.judge(measure, distance.map { $0 <= radius } ?? false, isAnswered: distance != nil)
    }
    if distance.map({ $0 > 5 }) ?? true {
      sheet.differ(
        .mentionPlace5, gold.words, gold.placeID ?? "its position", hit.placeID ?? "none")
    }
  }

  private func measure(_ role: String) -> Measure {
    role == Self.literal ? .literalMentions : .associativeMentions
  }

  private func label(_ role: String, _ kind: String?) -> String {
    kind.map { "\(role) \($0)" } ?? role
  }
}
