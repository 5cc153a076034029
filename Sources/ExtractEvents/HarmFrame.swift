import Model

/// One count of killed or injured people in the words.
struct HarmFrame: Sendable, Hashable {
  enum Field: String, Sendable {
    case killed, injured
    /// Killed and injured together, split unknown.
    case pooled
    /// Casualties of either kind that no word tells apart (`casualties`, `victims`).
    case casualties
    /// None: killed and injured are 0.
    case zero
    case missing
  }

  var field: Field
  /// Tokens of the whole frame, half-open: harm word, number and noun.
  var tokens: Range<Int>
  /// Source bytes of number and noun, for the evidence.
  var span: SourceSpan
  /// Tokens of the harm word itself.
  var word: Range<Int>
  var minimum: Int?
  /// nil with a minimum: open upwards.
  var maximum: Int?
  /// `at_least`, `more_than`, `about`, `vague` …; nil when exact.
  var qualifier: String?
  /// The class of `persons.tsv`: civilian, armed_state, armed_nonstate, unknown, official, protester.
  var victimClass: String?
  /// The actor code of the people harmed, nil when the noun does not say.
  var victimCode: String?
  /// The tokens of the noun or actor's name that says who was harmed, nil when none.
  var victim: Range<Int>?
  /// martyr, enemy or neutral.
  var sideCue: String?
  /// The doer of an active verb (`the army killed five militants`): tokens of the subject, or nil.
  var hasActiveDoer: Bool
  /// Bodies found: a bound on the day.
  var isDiscovery: Bool
  /// One who is known already (`the bomber`).
  var isDefinite = false
  /// Part of an earlier count (`including two officers`): never added.
  var isSubset: Bool
  /// A toll that replaces earlier ones.
  var isToll: Bool
  /// A death told after the count (`a third died later`, `two of the wounded succumbed`): it comes on top of
  /// a count of an earlier sentence.
  var isLate = false
  /// `others`, `a third`: none of those who were counted before.
  var isOthers = false
  /// The lexicon row of the harm word.
  var rule: String
}
