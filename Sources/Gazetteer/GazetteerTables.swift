import Model

/// The content of a gazetteer while it is being read; what becomes of it is an index.
struct GazetteerTables {
  var directory = ""
  var overlays: [String] = []
  var diagnostics: [Diagnostic] = []
  /// Outlines, territories and courses, read on first use.
  var shapes = BoundaryStore(directory: "")
  var folding = FoldingRules()
  var clitics = CliticRules()
  /// How letters sound.
  var sounds = SoundRules()
  var trie = PhraseTrieBuilder()
  var entities: [EntityRecord] = []
  var entityByID: [String: Int] = [:]
  var names: [NameRow] = []
  /// The ids and forms of the names.
  var nameBytes: [UInt8] = []
  var acled: [ACLEDRow] = []
  var events: [EventRow] = []
  var eventAnaphors: [EventAnaphorRow] = []
  var actorCodes: [String: ActorCodeRow] = [:]
  /// The Kurdistan Region's code for a generic one (column `in_region`), and the Region's units.
  var regionalCodes: [String: String] = [:]
  var regionalUnits: [Int] = []
  /// What is cited for each of those pairs.
  var regionSources: [String] = []
  /// Region and unit, region and unit … of `region_units.tsv`.
  var regionPairs: [Int] = []
  /// The armed forces of a state by the place id of the country (column `country`).
  var foreignForces: [String: String] = [:]
  var actors: [ActorRow] = []
  var actorAnaphors: [ActorRow] = []
  var persons: [PersonRow] = []
  var numbers: [NumberRow] = []
  var casualties: [CasualtyRow] = []
  var times: [TimeRow] = []
  var namedEvents: [NamedEventRow] = []
  var realis: [RealisRow] = []
  var reporting: [ReportingRow] = []
  var clauses: [ClauseRow] = []
  var weapons: [WeaponRow] = []
  var firstNames: [TitleRow] = []
  var titles: [TitleRow] = []
  var placeTriggers: [PlaceTriggerRow] = []
  var blocks: [BlockRow] = []
  var ambiguous: [AmbiguousRow] = []
  /// The entity that each of those rows means by itself, -1 for none.
  var usualMeanings: [Int] = []
  var demonyms: [DemonymRow] = []
  var directions: [DirectionRow] = []
  var placeAnaphors: [PlaceAnaphorRow] = []
  var relations: [RelationRow] = []
  var distanceUnits: [DirectionRow] = []
  var functionWords: [ClauseRow] = []
  var relationWords: Set<[UInt8]> = []
  var weights = WeightTable()
  var sources: [SourceRow] = []
  var coderCodes: [CoderCodeRow] = []
}
