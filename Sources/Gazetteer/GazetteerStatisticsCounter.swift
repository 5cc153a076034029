import Files

/// Counts what `GazetteerStatistics` shows.
struct GazetteerStatisticsCounter {
  private let gazetteer: Gazetteer
  /// Everything that is no unit.
  let places: [Int]
  /// For each entity the languages that it has a name in, and those with no name but derived ones.
  private var named: [Set<String>]
  private var onlyDerived: [Set<String>]
  private var placesIn: [Int: [Int]] = [:]

  init(_ gazetteer: Gazetteer) {
    self.gazetteer = gazetteer
    places = gazetteer.entities.indices.filter { !gazetteer.entities[$0].isUnit }
    named = Array(repeating: [], count: gazetteer.entities.count)
    onlyDerived = named
    for row in gazetteer.names where row.status != .derived {
      named[Int(row.entity)].insert(row.language)
    }
    for row in gazetteer.names where row.status == .derived {
      if named[Int(row.entity)].insert(row.language).inserted {
        onlyDerived[Int(row.entity)].insert(row.language)
      }
    }
    for place in places {
      var current = place
      var steps = 0
      while current >= 0, steps < 8 {
        placesIn[current, default: []].append(place)
        current = gazetteer.entities[current].parent
        steps += 1
      }
    }
  }

  func types() -> [GazetteerStatistics.Count] {
    var counts: [String: Int] = [:]
    for entity in gazetteer.entities { counts[entity.type, default: 0] += 1 }
    return counts.map { GazetteerStatistics.Count(label: $0.key, count: $0.value) }
      .sorted { ($1.count, $0.label) < ($0.count, $1.label) }
  }

  func languages() -> [GazetteerStatistics.Language] {
    var result: [String: GazetteerStatistics.Language] = [:]
    for row in gazetteer.names {
      var language =
        result[row.language]
        ?? GazetteerStatistics.Language(
          language: row.language, entities: 0, names: 0, derived: 0)
      language.names += 1
      if row.status == .derived { language.derived += 1 }
      result[row.language] = language
    }
    for languages in named {
      for language in languages { result[language]?.entities += 1 }
    }
    return result.values.sorted { ($1.names, $0.language) < ($0.names, $1.language) }
  }

  /// How many of some places fall in each class of accuracy.
  func accuracy(of places: [Int]) -> [Int] {
    let classes = GazetteerStatistics.accuracyClasses
    var counts = Array(repeating: 0, count: classes.count + 1)
    for place in places {
      let meters = gazetteer.entities[place].accuracyMeters
      counts[classes.firstIndex { meters <= $0 } ?? classes.count] += 1
    }
    return counts
  }

  func unit(_ unit: Int, kind: String) -> GazetteerStatistics.Unit {
    let inside = placesIn[unit] ?? []
    func count(_ isCounted: (Int) -> Bool) -> Int { inside.count(where: isCounted) }
    return GazetteerStatistics.Unit(
      id: gazetteer.entities[unit].id, name: gazetteer.displayName(unit), kind: kind,
      places: inside.count,
      towns: count { ["town", "city"].contains(gazetteer.entities[$0].type) },
      villages: count { gazetteer.entities[$0].type == "village" },
      arabic: count { named[$0].contains("ar") }, english: count { named[$0].contains("en") },
      sorani: count { named[$0].contains("ckb") },
      derivedSorani: count { onlyDerived[$0].contains("ckb") },
      accuracy: accuracy(of: inside))
  }

  /// The units that the territories name, core before wider, each once.
  func disputedUnits() -> [GazetteerStatistics.Unit] {
    let path = gazetteer.directory + "/territories.geojson"
    guard let bytes = try? FileBytes.read(path), let root = try? JSONReader.parse(bytes) else {
      return []
    }
    var kinds: [Int: String] = [:]
    for feature in root["features"]?.elements ?? [] {
      guard let kind = feature["properties"]?["kind"]?.string,
        let id = feature["properties"]?["unit"]?.string, let unit = gazetteer.entityByID[id]
      else { continue }
      if kinds[unit] != "core" { kinds[unit] = kind }
    }
    return kinds.map { ($0.key, $0.value) }
      .sorted { ($0.1, gazetteer.entities[$0.0].id) < ($1.1, gazetteer.entities[$1.0].id) }
      .map { unit($0.0, kind: $0.1) }
  }
}
