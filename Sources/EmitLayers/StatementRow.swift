package import Model

/// What was read and deliberately not mapped, with the reason: a row of the layer `statements` and a
/// line of `statements.jsonl`.
package struct StatementRow: Sendable, Hashable {
  /// One for each of `columns`.
  package let values: [PropertyValue]

  /// The names and kinds of all members, in their order.
  package static let columns = PropertyObject.columns(
    properties(
      document: "", published: nil, source: nil, url: nil, span: nil, text: nil, trigger: "",
      types: (nil, nil, nil), reason: "", rule: ""))

  /// The reason of an event that is kept out of the layers for its low confidence.
  package static let belowThreshold = "below_threshold"

  /// Makes a row again of what a store kept.
  package init(values: [PropertyValue]) {
    self.values = values
  }

  /// Makes the row of a statement of a document.
  package init(_ statement: Statement, of document: Document, offsets: ScalarOffsets) {
    values = Self.properties(
      document: document.id, published: document.published, source: document.source,
      url: document.url, span: offsets.locate(statement.span), text: offsets.words(statement.span),
      trigger: statement.trigger,
      types: (statement.eventType, statement.subEventType, statement.ploverType),
      reason: statement.reason, rule: statement.rule
    ).map(\.value)
  }

  /// Makes the row of an event that is kept out of the layers (`below_threshold`, `rejected`).
  /// - Parameters:
  ///   - record: The event.
  ///   - reason: Why.
  ///   - rule: What decided it; nil for the confidence.
  package init(_ record: EventRecord, reason: String, rule: String? = nil) {
    let event = record.event
    let confidence = DecimalDigits.text(Double(event.confidence) / 1000, decimals: 3)
    values = Self.properties(
      document: event.documentID, published: event.published, source: event.source,
      url: event.url, span: record.quote?.span, text: record.quote?.text, trigger: event.trigger,
      types: (event.eventType, event.subEventType, event.ploverType), reason: reason,
      rule: rule ?? Self.confidenceRule + confidence
    ).map(\.value)
  }

  /// The line of `statements.jsonl`, line feed included.
  package var line: [UInt8] { PropertyObject.json(Self.columns, values) + [UInt8(ascii: "\n")] }

  /// Whether the row stands for a linked event that was kept out: each linking makes such rows anew.
  ///
  /// The extractor has the same reason for triggers; their rule is a row of the lexicon.
  package var isLinkedEvent: Bool {
    guard let index = Self.columns.firstIndex(where: { $0.name == "rule" }),
      case .string(let rule) = values[index]
    else { return false }
    return rule.hasPrefix(Self.confidenceRule) || rule == Self.correction
  }

  private static let confidenceRule = "confidence="
  /// The rule of an event that a coder rejected.
  package static let correction = "correction"

  private static func properties(
    document: String, published: CivilDate?, source: String?, url: String?, span: PartSpan?,
    text: String?, trigger: String, types: (String?, String?, String?), reason: String,
    rule: String
  ) -> [Property] {
    [
      .text("document", document), .date("published", published), .text("source", source),
      .text("url", url), .text("part", span?.part.rawValue), .integer("start", span?.start),
      .integer("end", span?.end), .text("text", text), .text("trigger", trigger),
      .text("event_type", types.0), .text("sub_event_type", types.1),
      .text("plover_type", types.2), .text("reason", reason), .text("rule", rule),
    ]
  }
}
