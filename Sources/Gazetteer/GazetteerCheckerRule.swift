/// What the cells of one column of one table may hold.
struct GazetteerCheckerRule: Sendable {
  enum Content: Sendable {
    /// One of these words; empty only when the list holds the empty word.
    case word(Set<String>)
    case number(ClosedRange<Double>)
    case optionalNumber(ClosedRange<Double>)
    /// A sub-event type of `acled.tsv`, or nothing.
    case subEventType
    /// A code of `actor_codes.tsv`, or nothing.
    case actorCode
    /// The id of a place or a unit, or nothing.
    case entity
    /// Families of `acled.tsv` or `any`, parted by semicolons.
    case families
    case form
  }

  var table: String
  var column: String
  var content: Content

  init(_ table: String, _ column: String, _ content: Content) {
    self.table = table
    self.column = column
    self.content = content
  }

  private static func words(_ text: String, orEmpty: Bool = false) -> Content {
    var words = Set(text.split(separator: " ").map(String.init))
    if orEmpty { words.insert("") }
    return .word(words)
  }

  /// All tables of a gazetteer folder.
  static let tables = [
    "abroad.tsv", "abroad_names.tsv", "acled.tsv", "actor_codes.tsv", "actors.tsv", "ambig.tsv",
    "block.tsv", "casualty.tsv", "clauses.tsv", "clitics.tsv", "coder_codes.tsv", "demonyms.tsv",
    "directions.tsv",
    "distance_units.tsv",
    "event_anaphors.tsv", "events.tsv", "first_names.tsv", "fold.tsv", "function_words.tsv",
    "import_types.tsv",
    "landmark_names.tsv", "landmarks.tsv", "letters.tsv", "named_events.tsv", "names.tsv",
    "numbers.tsv",
    "persons.tsv", "place_anaphors.tsv", "places.tsv", "plover.tsv", "realis.tsv",
    "region_units.tsv", "relations.tsv", "reporting.tsv", "sources.tsv", "time.tsv", "titles.tsv",
    "triggers_place.tsv", "units.tsv", "weapons.tsv", "weights.tsv",
  ]

  /// The columns of each table that must hold one of a closed list.
  static let all: [GazetteerCheckerRule] =
    places + events + people + quantities + discourse + spatial + coders + languages

  private static let thousandths: Content = .optionalNumber(0...1000)

  private static let places = [
    GazetteerCheckerRule("places.tsv", "accuracy_m", .number(0...1_000_000)),
    GazetteerCheckerRule("places.tsv", "radius_km", .number(0...2000)),
    GazetteerCheckerRule("places.tsv", "rank", .number(0...1000)),
    GazetteerCheckerRule("landmarks.tsv", "accuracy_m", .number(0...1_000_000)),
    GazetteerCheckerRule("landmarks.tsv", "radius_km", .number(0...10_000)),
    GazetteerCheckerRule("landmarks.tsv", "rank", .number(0...1000)),
    GazetteerCheckerRule("abroad.tsv", "accuracy_m", .number(0...1_000_000)),
    GazetteerCheckerRule("abroad.tsv", "radius_km", .number(0...2000)),
    GazetteerCheckerRule("abroad.tsv", "rank", .number(0...1000)),
    GazetteerCheckerRule("abroad_names.tsv", "weight", thousandths),
    GazetteerCheckerRule("abroad_names.tsv", "script", words("arab latn", orEmpty: true)),
    GazetteerCheckerRule("names.tsv", "weight", thousandths),
    GazetteerCheckerRule("landmark_names.tsv", "weight", thousandths),
    GazetteerCheckerRule("names.tsv", "script", words("arab latn", orEmpty: true)),
    GazetteerCheckerRule("landmark_names.tsv", "script", words("arab latn", orEmpty: true)),
    GazetteerCheckerRule("fold.tsv", "key", words("strict loose skel")),
    GazetteerCheckerRule("letters.tsv", "script", words("latn arab sound silent")),
    GazetteerCheckerRule("letters.tsv", "at", words("any initial final")),
    GazetteerCheckerRule("clitics.tsv", "side", words("pre post whole")),
    GazetteerCheckerRule("clitics.tsv", "cost", .number(0...1000)),
    GazetteerCheckerRule("weights.tsv", "value", .number(-1_000_000...1_000_000)),
    GazetteerCheckerRule(
      "import_types.tsv", "scheme", words("geonames kind population")),
    GazetteerCheckerRule("import_types.tsv", "radius_km", .optionalNumber(0...10_000)),
    GazetteerCheckerRule("import_types.tsv", "rank", .optionalNumber(0...1000)),
    GazetteerCheckerRule("import_types.tsv", "accuracy_m", .optionalNumber(0...1_000_000)),
    GazetteerCheckerRule("import_types.tsv", "reach_km", .optionalNumber(0...100)),
    GazetteerCheckerRule("import_types.tsv", "weight", thousandths),
    GazetteerCheckerRule("region_units.tsv", "region", .entity),
    GazetteerCheckerRule("region_units.tsv", "unit", .entity),
  ]

  private static let events = [
    GazetteerCheckerRule("events.tsv", "form", .form),
    GazetteerCheckerRule(
      "events.tsv", "pos", words("noun verb passive imperfect subjunctive phrase")),
    GazetteerCheckerRule("events.tsv", "acled_sub", .subEventType),
    GazetteerCheckerRule("events.tsv", "weight", .number(0...1000)),
    GazetteerCheckerRule("events.tsv", "roles", words("V P N T D I B")),
    GazetteerCheckerRule("weapons.tsv", "form", .form),
    GazetteerCheckerRule("weapons.tsv", "acled_sub", .subEventType),
    GazetteerCheckerRule("event_anaphors.tsv", "form", .form),
    GazetteerCheckerRule("event_anaphors.tsv", "families", .families),
    GazetteerCheckerRule("named_events.tsv", "form", .form),
  ]

  private static let people = [
    GazetteerCheckerRule("actor_codes.tsv", "inter", .optionalNumber(1...8)),
    GazetteerCheckerRule(
      "actor_codes.tsv", "class",
      words(
        "state_armed government nonstate_armed civilian external_armed political protester "
          + "unknown_armed")),
    GazetteerCheckerRule("actor_codes.tsv", "parent", .actorCode),
    GazetteerCheckerRule("actor_codes.tsv", "in_region", .actorCode),
    GazetteerCheckerRule("actor_codes.tsv", "forces_of", .entity),
    GazetteerCheckerRule("actors.tsv", "form", .form),
    GazetteerCheckerRule("actors.tsv", "code", .actorCode),
    GazetteerCheckerRule("actors.tsv", "parent", .actorCode),
    GazetteerCheckerRule("persons.tsv", "form", .form),
    GazetteerCheckerRule("persons.tsv", "number", words("sg dual pl any")),
    GazetteerCheckerRule(
      "persons.tsv", "class",
      words("civilian armed_nonstate armed_state official protester unknown")),
    GazetteerCheckerRule("persons.tsv", "code", .actorCode),
    GazetteerCheckerRule("first_names.tsv", "form", .form),
    GazetteerCheckerRule("titles.tsv", "form", .form),
    GazetteerCheckerRule("titles.tsv", "kind", words("rank office honorific jurisdiction")),
  ]

  private static let quantities = [
    GazetteerCheckerRule("numbers.tsv", "form", .form),
    GazetteerCheckerRule("numbers.tsv", "value", .optionalNumber(0...1e15)),
    GazetteerCheckerRule(
      "numbers.tsv", "kind",
      words("card dual vague bound range ordinal ordword unit block blockbefore")),
    GazetteerCheckerRule(
      "numbers.tsv", "op",
      words(
        "add mul plural at_least about more_than at_most less_than between to or unknown weak",
        orEmpty: true)),
    GazetteerCheckerRule("casualty.tsv", "frame", .form),
    GazetteerCheckerRule(
      "casualty.tsv", "field",
      words("killed injured pooled casualties missing subset zero other")),
    GazetteerCheckerRule(
      "casualty.tsv", "slot",
      words(
        "verb_subject verb_object active_or_passive genitive unit pooled_phrase subset zero "
          + "zero_object other result toll bodies light_verb own_body")),
    GazetteerCheckerRule(
      "casualty.tsv", "side_cue", words("neutral martyr enemy", orEmpty: true)),
    GazetteerCheckerRule("time.tsv", "form", .form),
    GazetteerCheckerRule(
      "time.tsv", "kind",
      words(
        "rel weekday modifier unit month hijri_month kurdish_month daypart year_word span edge "
          + "ago range week calmonth calyear era same_day earlier_same_day season holiday weekend "
          + "joint block")),
    GazetteerCheckerRule(
      "time.tsv", "anchor",
      words("pub pub-back pub-back-strict pub-fwd doc none", orEmpty: true)),
    GazetteerCheckerRule("time.tsv", "needs", words("digit past", orEmpty: true)),
  ]

  private static let discourse = [
    GazetteerCheckerRule("realis.tsv", "form", .form),
    GazetteerCheckerRule(
      "realis.tsv", "value",
      words(
        "negated denied zero planned future hypothetical counterfactual possible purpose attempt "
          + "foiled generic aggregate historical background exercise anniversary burial trial threat "
          + "warning")),
    GazetteerCheckerRule(
      "realis.tsv", "scope", words("to-verb verb np clause after sentence paragraph to-end")),
    GazetteerCheckerRule("realis.tsv", "weight", thousandths),
    GazetteerCheckerRule("reporting.tsv", "form", .form),
    GazetteerCheckerRule(
      "reporting.tsv", "kind",
      words(
        "say claim deny cite announce responsibility no_claim accuse warn call ask source witness "
          + "anonymous unconfirmed expect")),
    GazetteerCheckerRule("reporting.tsv", "confidence", .number(-1000...1000)),
    GazetteerCheckerRule("reporting.tsv", "dates_speech", words("0 1")),
    GazetteerCheckerRule("clauses.tsv", "form", .form),
    GazetteerCheckerRule(
      "clauses.tsv", "kind",
      words("break result relative after before purpose separate speech cause same while")),
    GazetteerCheckerRule("function_words.tsv", "form", .form),
  ]

  private static let spatial = [
    GazetteerCheckerRule("triggers_place.tsv", "form", .form),
    GazetteerCheckerRule("triggers_place.tsv", "number", words("sg dual pl")),
    GazetteerCheckerRule("triggers_place.tsv", "licence", .number(0...1)),
    GazetteerCheckerRule("block.tsv", "form", .form),
    GazetteerCheckerRule(
      "block.tsv", "kind",
      words("outlet person organisation facility_name sports idiom unit competition nisba")),
    GazetteerCheckerRule("block.tsv", "code", .actorCode),
    GazetteerCheckerRule("ambig.tsv", "form", .form),
    GazetteerCheckerRule("ambig.tsv", "policy", words("P1 P2 P3")),
    GazetteerCheckerRule("ambig.tsv", "default_pid", .entity),
    GazetteerCheckerRule("demonyms.tsv", "form", .form),
    GazetteerCheckerRule("demonyms.tsv", "kind", words("country place ethnic region")),
    GazetteerCheckerRule("demonyms.tsv", "ref", .entity),
    GazetteerCheckerRule("directions.tsv", "form", .form),
    GazetteerCheckerRule("directions.tsv", "value", .number(0...360)),
    GazetteerCheckerRule("distance_units.tsv", "form", .form),
    GazetteerCheckerRule("distance_units.tsv", "value", .number(1e-6...1000)),
    GazetteerCheckerRule("place_anaphors.tsv", "form", .form),
    GazetteerCheckerRule(
      "place_anaphors.tsv", "kind",
      words("city town village adm1 adm2 adm3 area place country vague capital")),
    GazetteerCheckerRule("relations.tsv", "pattern", .form),
  ]

  private static let coders = [
    GazetteerCheckerRule("sources.tsv", "name", .form),
    GazetteerCheckerRule(
      "sources.tsv", "scale",
      words("local national regional international other new_media", orEmpty: true)),
    GazetteerCheckerRule("sources.tsv", "reliability", words("A B C D E F", orEmpty: true)),
    GazetteerCheckerRule("coder_codes.tsv", "list", words(CoderCodeRow.lists)),
  ]

  /// Every lexicon says which of the three languages a form belongs to.
  private static let languages = tables.filter { !languageFree.contains($0) }.map {
    GazetteerCheckerRule($0, "lang", words("ar ckb en"))
  }

  /// Tables without a language, and those of names and letters, which may be in any.
  private static let languageFree: Set<String> = [
    "abroad.tsv", "abroad_names.tsv", "acled.tsv", "actor_codes.tsv", "ambig.tsv",
    "coder_codes.tsv", "fold.tsv",
    "import_types.tsv", "landmark_names.tsv", "sources.tsv",
    "landmarks.tsv", "names.tsv", "places.tsv", "plover.tsv", "region_units.tsv", "units.tsv",
    "weights.tsv",
  ]
}
