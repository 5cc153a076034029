import Model

/// An event while it is being put together: its triggers and what was attached to them.
struct EventDraft: Sendable {
  var triggers: [Trigger]
  /// The trigger that types the event.
  var main: Trigger
  var family: String
  /// All tokens from which it may take harm and actors: its clauses, or the whole sentence when it is
  /// the only event there.
  var scope: Range<Int>
  var sentence: Int
  var isAlone = true
  var isHistorical = false
  var historicalRule = ""
  /// The tokens that say what a crowd came out after; empty where nothing does.
  var cause = 0..<0
  /// History that a note only mentions beside its event, without a day or a place of its own.
  var isAside = false
  var date: DateExpression?
  /// The date is that of the saying, not of the event.
  var dateIsSpeech = false
  /// The date stands behind words that name the source: the event's, unless a later sentence tells another.
  var dateIsCited = false
  /// The date is the one that opens the note, not one of the event's own sentence.
  var dateIsNote = false
  var harm: [HarmFrame] = []
  var places: [Int] = []
  /// Trigger tokens of the sentence's other events.
  var foreign: [Range<Int>] = []
  /// How the place was found: same_clause, same_sentence, same_paragraph,
  /// speakers_place.
  var placeRule = ""
  var actor1: ActorMention?
  var actor2: ActorMention?
  var actor1Basis: EventActor.Basis = .asserted
  var attributed: (actor: ActorMention, rule: String)?
  var flags: [String] = []
  /// Triggers that the sentence names as the setting of the event: evidence, they type nothing.
  var setting: [Trigger] = []
  /// Sentences that were merged into it.
  var mergedSentences: [Int] = []
  /// All sentences that tell the event.
  var sentences: [Int] { [sentence] + mergedSentences }

  /// Whether its own sentence says on which day it was.
  var hasOwnDay: Bool { date?.start != nil && !dateIsSpeech && !dateIsNote }
}
