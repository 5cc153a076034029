import Geodesy
package import Model

/// What scoring knows of the world.
package struct EvaluationKnowledge: Sendable {
  /// The code of which an actor's code is a part (`actor_codes.tsv`): a child counts for its parent.
  package var parents: [String: String]
  /// Where a place is; nil when the id or the position is not known.
  package var position: @Sendable (String) -> Position?

  package init(
    parents: [String: String], position: @escaping @Sendable (String) -> Position?
  ) {
    self.parents = parents
    self.position = position
  }

  /// Whether a code is another one or lies below it.
  func isWithin(_ code: String, _ ancestor: String) -> Bool {
    var current: String? = code
    var steps = 0
    while let code = current, steps < 16 {
      if code == ancestor { return true }
      current = parents[code]
      steps += 1
    }
    return false
  }
}

/// Compares predictions with gold (docs/evaluate.md has the definitions).
package struct Evaluator: Sendable {
  private let knowledge: EvaluationKnowledge

  package init(knowledge: EvaluationKnowledge) {
    self.knowledge = knowledge
  }

  /// Returns the figures.
  ///
  /// Linear in the documents.
  /// - Parameters:
  ///   - gold: The annotated documents.
  ///   - predictions: By document; each of the gold must have one.
  /// - Throws: `EvaluationError` when a document has no prediction or a span is not its own words.
  package func evaluate(
    _ gold: [GoldDocument], _ predictions: [String: Prediction]
  ) throws(EvaluationError) -> EvaluationReport {
    let missing = gold.filter { predictions[$0.id] == nil }
    if let first = missing.first {
      throw EvaluationError(
        .missingPrediction,
        "\(missing.count) of \(gold.count) documents have no prediction, the first: \(first.id)",
        path: first.path, line: first.line)
    }
    var sheet = ScoreSheet(documents: gold)
    for document in gold {
      guard let prediction = predictions[document.id] else { continue }
      try checkSpans(prediction, document)
      sheet.begin(document)
      if let failure = prediction.failure { sheet.fail(failure) }
      MentionScorer(knowledge: knowledge).score(document, prediction, &sheet)
      EventScorer(knowledge: knowledge).score(document, prediction, &sheet)
      StatementScorer().score(document, prediction, &sheet)
    }
    return sheet.report
  }

  private func checkSpans(
    _ prediction: Prediction, _ document: GoldDocument
  ) throws(EvaluationError) {
    guard let text = document.text else { return }
    let scalars = Array(text.unicodeScalars)
    for mention in prediction.mentions {
      guard let span = mention.span else { continue }
      let isSlice =
        span.start >= 0 && span.start <= span.end && span.end <= scalars.count
        && scalars[span.start..<span.end].elementsEqual(mention.words.unicodeScalars)
      if !isSlice {
        throw EvaluationError(
          .badSpan,
          "\(document.id): the predicted span \(span.start)-\(span.end) does not slice to its own "
            + "words; were the predictions made of another text?",
          path: document.path, line: document.line)
      }
    }
  }
}

/// How far two positions are apart, in kilometers along the ellipsoid.
enum Distance {
  static func km(_ first: Position, _ second: Position) -> Double {
    Geodesic.wgs84.inverse(from: first, to: second).distance / 1000
  }
}
