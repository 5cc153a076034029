package import Model

/// A cell of `events.tsv` that says in one sentence what a trigger must tell, or must not.
package struct TriggerExample: Sendable {
  /// The trigger's place in `Gazetteer.events`.
  package var row: Int32
  /// Whether the sentence has the form in a sense in which nothing happened.
  package var isCounterExample: Bool
  /// Empty when the row has none.
  package var text: String
  package var path: String
  package var line: Int
  package var column: Int
}

/// What the check of the tables found, with what is needed to read the examples as reports are read.
package struct CheckedKnowledge: Sendable {
  package var findings: [Diagnostic]
  package var gazetteer: Gazetteer
  package var examples: [TriggerExample]

  /// Whether nothing that a run refuses was found.
  package var isUsable: Bool { findings.allSatisfy { $0.severity != .error } }
}
