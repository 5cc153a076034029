import Files

/// Compares what two runs say of their inputs, knowledge and settings.
enum RunChanges {
  /// The tables and shapes of places; every other file of knowledge is a lexicon.
  private static let placeFiles: Set<String> = [
    "abroad.tsv", "abroad_names.tsv", "places.tsv", "names.tsv", "units.tsv", "landmarks.tsv",
    "landmark_names.tsv", "region_units.tsv", "boundaries.geojson", "territories.geojson",
    "features.geojson",
  ]

  static func between(_ old: JSONValue, _ new: JSONValue) -> [RunChange] {
    var changes: [RunChange] = []
    func compare(
      _ cause: (String) -> DifferenceCause, _ first: [(String, String)],
      _ second: [(String, String)]
    ) {
      let before = Dictionary(first, uniquingKeysWith: { $1 })
      let after = Dictionary(second, uniquingKeysWith: { $1 })
      // In the order of the old run, then what only the new one has.
      let names = first.map(\.0) + second.map(\.0).filter { before[$0] == nil }
      for name in names where before[name] != after[name] {
        changes.append(
          RunChange(cause: cause(name), what: name, old: before[name], new: after[name]))
      }
    }
    func single(_ cause: DifferenceCause, _ key: String) {
      compare({ _ in cause }, text(key, old), text(key, new))
    }
    compare({ _ in .document }, inputs(old), inputs(new))
    let (before, after) = (knowledge(old), knowledge(new))
    compare({ placeFiles.contains(fileName($0)) ? .gazetteer : .lexicon }, before, after)
    if !changes.contains(where: { $0.cause == .gazetteer || $0.cause == .lexicon }) {
      // A run of a version that lists no files has one hash for all.
      single(.gazetteer, "gazetteer_hash")
    }
    compare({ _ in .gazetteer }, list("boundary_versions", old), list("boundary_versions", new))
    single(.program, "version")
    single(.library, "geos_version")
    single(.library, "proj_version")
    compare({ _ in .settings }, settings(old), settings(new))
    single(.correction, "corrections_hash")
    return changes
  }

  private static func fileName(_ path: String) -> String { OutputFolder.lastName(of: path) }

  private static func text(_ key: String, _ run: JSONValue) -> [(String, String)] {
    run[key]?.string.map { [(key, $0)] } ?? []
  }

  private static func inputs(_ run: JSONValue) -> [(String, String)] {
    (run["inputs"]?.elements ?? []).compactMap { input in
      input["name"]?.string.map { ($0, input["content_hash"]?.string ?? "") }
    }
  }

  private static func knowledge(_ run: JSONValue) -> [(String, String)] {
    (run["knowledge"]?.elements ?? []).compactMap { file in
      file["file"]?.string.map { ($0, file["content_hash"]?.string ?? "") }
    }
  }

  private static func list(_ key: String, _ run: JSONValue) -> [(String, String)] {
    (run[key]?.elements ?? []).compactMap(\.string).map { ($0, $0) }
  }

  private static func settings(_ run: JSONValue) -> [(String, String)] {
    (run["settings"]?.members ?? []).map { member in
      switch member.value {
      case .string(let text): (member.key, text)
      case .number(_, let raw): (member.key, raw)
      case .bool(let flag): (member.key, flag ? "true" : "false")
      default: (member.key, "null")
      }
    }
  }
}
