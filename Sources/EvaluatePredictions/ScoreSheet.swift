import Files

extension GoldDocument {
  /// The name of its file: what groups of figures are called by.
  var fileName: String { OutputFolder.lastName(of: path) }
}

/// Takes the counts of one document into every group that it belongs to.
struct ScoreSheet {
  private(set) var report: EvaluationReport
  private var document = ""
  private var current: [Int] = []

  init(documents: [GoldDocument]) {
    report = EvaluationReport(documents: documents)
  }

  /// Begins a document.
  mutating func begin(_ gold: GoldDocument) {
    document = gold.id
    current = report.groups.indices.filter { index in
      let group = report.groups[index]
      return switch group.kind {
      case .all: true
      case .language: group.name == gold.language
      case .file: group.name == gold.fileName
      }
    }
    for index in current { report.groups[index].documents += 1 }
  }

  mutating func fail(_ code: String) { report.failures.append((document, code)) }

  /// Counts one value that is right or not.
  /// - Parameters:
  ///   - measure: What it is.
  ///   - isRight: Whether it is as the gold has it.
  ///   - isAnswered: False where the prediction has no value.
  mutating func judge(_ measure: Measure, _ isRight: Bool, isAnswered: Bool = true) {
    count(measure) { tally in
      tally.expected += 1
      if isRight { tally.right += 1 } else if !isAnswered { tally.unanswered += 1 }
    }
  }

  /// Counts one thing that the gold has.
  mutating func expect(_ measure: Measure, isFound: Bool) {
    count(measure) { tally in
      tally.expected += 1
      if isFound { tally.right += 1 }
    }
  }

  /// Counts one thing that was predicted.
  mutating func predict(_ measure: Measure, isThere: Bool) {
    count(measure) { tally in
      tally.predicted += 1
      if isThere { tally.confirmed += 1 }
    }
  }

  mutating func confuse(_ table: Confusion.Table, _ gold: String?, _ predicted: String?) {
    report.confusions[Confusion(table: table, gold: gold, predicted: predicted), default: 0] += 1
  }

  mutating func differ(_ measure: Measure, _ words: String, _ gold: String, _ predicted: String) {
    report.differences.append(
      EvaluationDifference(
        document: document, measure: measure, words: words, gold: gold, predicted: predicted))
  }

  private mutating func count(_ measure: Measure, _ body: (inout Tally) -> Void) {
    for index in current { body(&report.groups[index].tallies[measure, default: Tally()]) }
  }
}
