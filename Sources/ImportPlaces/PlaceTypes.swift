import Files
import Model

/// What the words of other gazetteers mean here: the rows of `gazetteer/import_types.tsv`.
struct PlaceTypes {
  struct Row {
    /// The type, empty for what is not taken over.
    var type: String
    var radiusKm: Double
    var rank: Int
    var accuracyMeters: Int
    /// How far two records of one place may lie apart.
    var reachKm: Double
    /// 0-1000: how likely the main name means the place.
    var weight: Int
  }

  private var rows: [String: Row] = [:]
  /// Types by the least population, the largest first.
  private var populations: [(least: Int, row: Row)] = []
  /// What a type has at most, whatever the source calls it.
  private var ofType: [String: Row] = [:]
  private(set) var findings: [Diagnostic] = []

  /// Reads the tables of a gazetteer folder and its overlays, whose rows come after.
  ///
  /// - Throws: `FileError` when the gazetteer has none.
  init(directory: String, overlays: [String]) throws(FileError) {
    try read(directory + "/import_types.tsv")
    for overlay in overlays {
      let path = overlay + "/import_types.tsv"
      if FileStatus.of(path) != nil { try read(path) }
    }
    populations.sort { $0.least > $1.least }
  }

  private mutating func read(_ path: String) throws(FileError) {
    var reader = TSVReader(
      try FileBytes.read(path), path: path,
      required: [
        "id", "scheme", "code", "type", "radius_km", "rank", "accuracy_m", "reach_km", "weight",
      ])
    let scheme = reader.column("scheme")
    let code = reader.column("code")
    while reader.next() {
      let row = Row(
        type: reader.string(reader.column("type")),
        radiusKm: reader.double(reader.column("radius_km")) ?? 1,
        rank: reader.integer(reader.column("rank")) ?? 100,
        accuracyMeters: reader.integer(reader.column("accuracy_m")) ?? 1000,
        reachKm: reader.double(reader.column("reach_km")) ?? 1,
        weight: reader.integer(reader.column("weight")) ?? 500)
      if !row.type.isEmpty, row.reachKm > ofType[row.type]?.reachKm ?? 0 { ofType[row.type] = row }
      if reader.holds(scheme, "population") {
        populations.append((reader.integer(code) ?? 0, row))
      } else {
        rows[PlaceTypes.key(reader.string(scheme), reader.string(code))] = row
      }
    }
    findings += reader.diagnostics
  }

  /// How far two records of a place of this type may lie apart.
  func reachKm(_ type: String) -> Double { ofType[type]?.reachKm ?? 1 }

  /// The weight of the main name of a place of this type.
  func weight(_ type: String) -> Int { ofType[type]?.weight ?? 500 }

  private static func key(_ scheme: String, _ code: String) -> String {
    scheme + "\t" + code.lowercased()
  }

  /// Returns what a place is here, nil when its word is not known.
  ///
  /// A settlement of many people is at least the town or city that its population makes it.
  func row(_ place: ImportedPlace) -> Row? {
    let known = rows[PlaceTypes.key(place.scheme, place.code)]
    guard let row = known else { return nil }
    guard isSettlement(row), let people = place.population,
      let larger = populations.first(where: { people >= $0.least })?.row, larger.rank > row.rank
    else { return row }
    return larger
  }

  /// Whether a row is of `places.tsv`, not of `landmarks.tsv`.
  func isSettlement(_ row: Row) -> Bool { PlaceTypes.settlements.contains(row.type) }

  static let settlements: Set<String> = ["city", "town", "village", "quarter"]
}
