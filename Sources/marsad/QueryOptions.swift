import ArgumentParser
import Model
import QueryEvents

/// The flags that choose events of a store: what `query`, `hotspots`, `timeline` and `render` share.
struct QueryOptions: ParsableArguments {
  @Argument(
    help: "A GeoPackage, a GeoJSON file, or a folder that `marsad map` wrote.")
  var store: String

  @Option(
    name: .long,
    help: "The layer (default: events, else the file's only layer with a geometry).")
  var layer: String?

  // A longitude may be negative: what follows these flags is their value, whatever it begins with.
  @Option(
    name: .long, parsing: .unconditional,
    help: ArgumentHelp(
      "Around a place by name or phrase, or around longitude,latitude; adds distance_m and bearing_deg.",
      valueName: "place"))
  var near: String?

  @Option(
    name: .long, parsing: .unconditional, help: "Only within so many kilometers of --near.")
  var km: Double?

  @Option(name: .long, help: "Only so many of the nearest to --near.")
  var nearest: Int?

  @Option(
    name: .long,
    help: ArgumentHelp(
      """
      Inside of a territory, a unit or a place by name in any language or by id, of the polygons of a \
      file (GeoJSON or GeoPackage), or of well-known text.
      """, valueName: "area"))
  var within: String?

  @Option(
    name: .long, parsing: .unconditional,
    help: ArgumentHelp(
      "Inside of a box in degrees; west greater than east crosses the antimeridian.",
      valueName: "w,s,e,n"))
  var bbox: String?

  @Flag(name: .long, help: "Count what may lie there: its area touches.")
  var possible = false

  @Flag(name: .long, help: "Count only what surely lies there: its area lies inside.")
  var certain = false

  @Option(name: .long, help: "Not over before this day (YYYY-MM-DD, YYYY-MM or YYYY).")
  var since: String?

  @Option(name: .long, help: "Begun by this day (YYYY-MM-DD, YYYY-MM or YYYY).")
  var until: String?

  @Flag(
    name: .long,
    help: "Only what surely happened between --since and --until: no day that is only a bound.")
  var datesCertain = false

  @Option(name: .long, help: "An event, sub-event, disorder or PLOVER type; may be repeated.")
  var type: [String] = []

  @Option(
    name: .long,
    help: "An actor by code or name, on either side, attributed too; each one given must take part."
  )
  var actor: [String] = []

  @Flag(name: .long, help: "Of --actor, only where the report itself asserts it.")
  var actorAsserted = false

  @Option(name: .long, help: "At least so many killed.")
  var minKilled: Int?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "At least as precise: \(Precision.allCases.map(\.rawValue).joined(separator: ", ")).",
      valueName: "precision"))
  var atLeast: String?

  @Flag(name: .long, help: "Events told as history too.")
  var includeHistorical = false

  @Option(name: .long, help: "A filter in OGC CQL2, text or JSON (docs/cql2.md).")
  var filter: String?

  @Option(name: .long, help: "cql2-text or cql2-json (default: JSON when it begins with a brace).")
  var filterLang: FilterLanguage?

  @OptionGroup var common: CommonOptions

  func validate() throws {
    if possible, certain { throw ValidationError("--possible and --certain exclude each other") }
    if let km, !(km >= 0 && km.isFinite) {
      throw ValidationError("--km is \(km); kilometers, 0 or more, are expected")
    }
    if let nearest, nearest < 1 {
      throw ValidationError("--nearest is \(nearest); 1 or more is expected")
    }
    if km != nil, near == nil { throw ValidationError("--km needs --near") }
    if nearest != nil, near == nil { throw ValidationError("--nearest needs --near") }
    if actorAsserted, actor.isEmpty { throw ValidationError("--actor-asserted needs --actor") }
    if possible || certain, within == nil, bbox == nil, km == nil {
      throw ValidationError(
        "--\(possible ? "possible" : "certain") needs --within, --bbox, or --near with --km")
    }
    if let minKilled, minKilled < 0 {
      throw ValidationError("--min-killed is \(minKilled); 0 or more is expected")
    }
    if let atLeast, Precision(rawValue: atLeast) == nil {
      let known = Precision.allCases.map(\.rawValue).joined(separator: ", ")
      throw ValidationError("--at-least is \(atLeast); one of \(known) is expected")
    }
    let (first, last) = try days()
    if let first, let last, last < first {
      throw ValidationError("--until \(last) is before --since \(first)")
    }
  }

  /// Refuses the flags that pictures, which are of events, have no use for.
  func checkForPicture() throws {
    if layer != nil {
      throw ValidationError(
        "--layer belongs to `marsad query` and `marsad hotspots`; pictures show the layer events")
    }
  }

  /// Whether any flag leaves events out.
  var chooses: Bool {
    near != nil || within != nil || bbox != nil || since != nil || until != nil || datesCertain
      || !type.isEmpty || !actor.isEmpty || minKilled != nil || atLeast != nil || filter != nil
  }

  /// The first day of `--since` and the last day of `--until`.
  func days() throws -> (since: CivilDate?, until: CivilDate?) {
    (
      try since.map { try Self.day($0, "--since").lowerBound },
      try until.map { try Self.day($0, "--until").upperBound }
    )
  }

  private static func day(_ text: String, _ flag: String) throws -> ClosedRange<CivilDate> {
    if let day = CivilDate(iso: Array(text.utf8)) { return day...day }
    let digits = text.split(separator: "-", omittingEmptySubsequences: false)
    if digits.count == 1, text.utf8.count == 4,
      let first = CivilDate(iso: Array("\(text)-01-01".utf8)),
      let last = CivilDate(iso: Array("\(text)-12-31".utf8))
    {
      return first...last
    }
    if digits.count == 2, text.utf8.count == 7, let month = Int(digits[1]),
      let year = Int(digits[0]),
      let first = CivilDate(iso: Array("\(text)-01".utf8))
    {
      return first...first.adding(days: CivilDate.daysInMonth(month, year: year) - 1)
    }
    throw ValidationError("\(flag) is \(text); YYYY-MM-DD, YYYY-MM or YYYY is expected")
  }
}

/// The encodings of CQL2 as OGC API names them.
enum FilterLanguage: String, ExpressibleByArgument, CaseIterable {
  case text = "cql2-text"
  case json = "cql2-json"
}
