import Model

/// Words that name a party of events.
struct ActorMention: Sendable, Hashable {
  /// The code of forces that are not named.
  static let anyForce = "IRQ_SECURITY"

  var tokens: Range<Int>
  var span: SourceSpan
  var code: String
  /// The class of `actor_codes.tsv`.
  var kind: String
  /// A row of `actors.tsv`, not a noun of people.
  var isName: Bool
  /// ل or ب stands on it: an attack `of` it, a strike `by` it.
  var clitics: Clitics
  var rule: String
}
