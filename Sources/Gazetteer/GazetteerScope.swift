import Model

/// How much of the knowledge a task needs.
package enum GazetteerScope: Sendable {
  /// Places, units, names, relations and numbers: what a question about a place needs.
  case places
  /// All lexicons too.
  case everything

  /// The tables whose forms a text is searched for.
  var tables: [LexiconTable] {
    switch self {
    case .places:
      [.name, .ambiguous, .number, .functionWord, .placeTrigger, .direction, .relationWord]
    case .everything: LexiconTable.allCases
    }
  }
}
