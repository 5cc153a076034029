package import Files

/// What can make two runs differ.
package enum DifferenceCause: String, Sendable, Hashable, CaseIterable {
  case correction, document, gazetteer, lexicon, program, library, settings
  /// Nothing that the runs say of themselves explains it.
  case unknown
}

/// One field that is not what it was.
package struct FieldChange: Sendable {
  package let field: String
  package let old: JSONValue
  package let new: JSONValue
  package let causes: [DifferenceCause]
}

/// An event that is in both runs and not the same.
package struct ChangedEvent: Sendable {
  package let old: RunEvent
  package let new: RunEvent
  /// Kilometers along the ellipsoid; nil when either has no point.
  package let movedKm: Double?
  package let fields: [FieldChange]

  /// All causes of its fields, each once.
  package var causes: [DifferenceCause] {
    DifferenceCause.allCases.filter { cause in fields.contains { $0.causes.contains(cause) } }
  }
}

/// An event that only one run has.
package struct LoneEvent: Sendable {
  package let event: RunEvent
  /// The event of the other run that has one of its members: it was merged or taken apart.
  package let relative: String?
  package let causes: [DifferenceCause]
}

/// Something that the runs say of themselves and that differs.
package struct RunChange: Sendable, Hashable {
  package let cause: DifferenceCause
  /// `version`, `events.tsv`, an input's name, the name of a setting.
  package let what: String
  /// Nil when the run has nothing of that name.
  package let old: String?
  package let new: String?

  package init(cause: DifferenceCause, what: String, old: String?, new: String?) {
    self.cause = cause
    self.what = what
    self.old = old
    self.new = new
  }
}

/// All that differs between two runs.
package struct RunDifference: Sendable {
  package let run: [RunChange]
  package let added: [LoneEvent]
  package let removed: [LoneEvent]
  package let changed: [ChangedEvent]
  /// How many events are the same.
  package let unchanged: Int

  /// Whether any event differs.
  package var isDifferent: Bool { !added.isEmpty || !removed.isEmpty || !changed.isEmpty }
}
