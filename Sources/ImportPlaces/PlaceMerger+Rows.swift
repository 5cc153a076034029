import Gazetteer
import Model

/// What is written of a place: ids, weights, accuracies.
extension PlaceMerger {
  mutating func write(
    _ place: ImportedPlace, _ id: String, _ type: PlaceTypes.Row, _ accuracy: Int, _ unit: Int,
    _ names: [Name]
  ) {
    let rank = place.rank ?? type.rank
    let isSettlement = types.isSettlement(type)
    rows.places.append(
      PlaceRow(
        id: id, type: type.type, position: place.position, accuracyMeters: accuracy,
        unit: gazetteer.entities[unit].id, radiusKm: place.radiusKm ?? type.radiusKm, rank: rank,
        isSettlement: isSettlement))
    let stem = stem(place, names)
    var official: Set<String> = []
    for name in names {
      let isFirst = official.insert(name.language).inserted
      rows.names.append(
        NameOut(
          id: newNameID(stem), reference: id, form: name.form, language: name.language,
          status: isFirst ? "official" : "variant",
          weight: weight(name, type.type, isMain: isFirst), isSettlement: isSettlement))
    }
  }

  /// 0-1000: how likely the name means the place; homonyms are lowered at the end.
  func weight(_ name: Name, _ type: String, isMain: Bool) -> Int {
    let best = types.weight(type)
    if type == "village" || type == "quarter", folder.isPersonsName(name.key) {
      return min(best, gazetteer.weights["import_person"])
    }
    return isMain ? best : best - 50
  }

  /// The id of a new place: the import's word and the source's id, or its name and position.
  mutating func newID(_ place: ImportedPlace, _ names: [Name]) -> String {
    let base = settings.prefix + stem(place, names)
    var id = base
    var number = 2
    while ids.contains(id) {
      id = "\(base)-\(number)"
      number += 1
    }
    ids.insert(id)
    return id
  }

  mutating func newNameID(_ stem: String) -> String {
    nameCounts[stem, default: 0] += 1
    return "\(settings.prefix)n-\(stem)-\(nameCounts[stem] ?? 0)"
  }

  func stem(_ place: ImportedPlace, _ names: [Name]) -> String {
    if let id = place.id {
      let plain = PlaceMerger.plain(id)
      if !plain.isEmpty { return plain }
    }
    var hash = ContentHash()
    hash.update("\(place.position.longitude) \(place.position.latitude) \(names[0].key)")
    let word = names.lazy.map { PlaceMerger.plain($0.key) }.first { !$0.isEmpty } ?? "place"
    return word + "-" + hash.hexadecimal.prefix(8)
  }

  /// Letters, digits and hyphens of a text.
  private static func plain(_ text: String) -> String {
    var result = ""
    for byte in text.utf8 {
      let isKept =
        (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
      if isKept {
        result.unicodeScalars.append(Unicode.Scalar(byte))
      } else if result.last != "-", !result.isEmpty {
        result.append("-")
      }
    }
    while result.last == "-" { result.removeLast() }
    return result
  }

  /// How far a position may be off: what the kind of place has, more on whole minutes of arc.
  static func accuracy(of position: Position, _ type: PlaceTypes.Row) -> Int {
    func isWhole(_ degrees: Double) -> Bool {
      let minutes = degrees * 60
      return abs(minutes - minutes.rounded()) < 0.001
    }
    return isWhole(position.longitude) && isWhole(position.latitude)
      ? max(1900, type.accuracyMeters) : type.accuracyMeters
  }

  func shown(_ km: Double) -> String { "\((km * 10).rounded() / 10) km" }

  /// Lowers the weights of names that several places share: a bare one should not beat the others.
  mutating func lowerHomonyms() {
    for index in rows.names.indices {
      let name = rows.names[index]
      let key = folder.key(name.form)
      let own = rows.names[index].reference
      var highest = -1
      var others = 0
      var mine = 0
      for number in known.named(key) {
        let other = known.all[number]
        if other.id == own {
          mine = other.rank
        } else {
          others += 1
          highest = max(highest, other.rank)
        }
      }
      if others == 0 { continue }
      let term =
        highest > mine ? "import_homonym" : highest == mine ? "import_twin" : "import_namesake"
      rows.names[index].weight = min(name.weight, gazetteer.weights[term])
    }
  }
}
