import Gazetteer
import Model

/// Compares imported places with those that are known, by distance and name, and makes rows of them.
///
/// A place is known when one of the same folded name stands within the reach of its kind. Then only
/// names that are new are taken over; its position stays, since it was looked at by a person. All else
/// is added. What a person should look at becomes a finding.
struct PlaceMerger {
  let gazetteer: Gazetteer
  let types: PlaceTypes
  let settings: ImportSettings
  private let units: UnitFinder
  var folder: NameFolder
  private(set) var known = KnownPlaces()
  private var unitByName: [String: [Int]] = [:]
  var ids: Set<String> = []
  /// How many names the place of a source has so far, by the beginning of their ids.
  var nameCounts: [String: Int] = [:]

  var rows = OverlayRows()
  private(set) var findings: [Diagnostic] = []
  private(set) var passedOver: PassedOver
  private(set) var merged = 0
  /// The places of ours that rows of the source stand for.
  private var replaced: Set<String> = []

  init(
    _ gazetteer: Gazetteer, _ types: PlaceTypes, _ settings: ImportSettings, _ units: UnitFinder,
    _ passedOver: PassedOver
  ) {
    self.gazetteer = gazetteer
    self.types = types
    self.settings = settings
    self.units = units
    self.passedOver = passedOver
    folder = NameFolder(gazetteer)
    readKnown()
  }

  private mutating func readKnown() {
    var names: [Set<String>] = Array(repeating: [], count: gazetteer.entities.count)
    for index in gazetteer.names.indices {
      let row = gazetteer.names[index]
      // What an earlier import of this source wrote is not known: it is about to be replaced.
      if gazetteer.id(ofName: index).hasPrefix(settings.prefix) { continue }
      let key = folder.key(gazetteer.form(ofName: index))
      if key.isEmpty { continue }
      names[Int(row.entity)].insert(row.language + ":" + key)
      if gazetteer.entities[Int(row.entity)].isUnit {
        unitByName[key, default: []].append(Int(row.entity))
      }
    }
    for (number, entity) in gazetteer.entities.enumerated()
    where !entity.isUnit && !entity.id.hasPrefix(settings.prefix) {
      ids.insert(entity.id)
      guard let position = entity.position else { continue }
      known.add(
        KnownPlaces.Known(
          id: entity.id, type: entity.type, rank: entity.rank, position: position,
          unit: entity.parent, names: names[number], isNew: false))
    }
  }

  /// Takes in a place.
  ///
  /// - Throws: `GeometryError` when GEOS fails.
  mutating func add(_ imported: ImportedPlace) throws {
    let place = inRange(imported)
    guard let type = types.row(place) else {
      let word = place.code.isEmpty ? "without a type" : "of the type \(place.code)"
      passedOver.add(
        "a place \(word), which import_types.tsv does not know", path: place.path, line: place.line)
      return
    }
    let isSettlement = types.isSettlement(type)
    if type.type.isEmpty || !isSettlement && !settings.takesLandmarks {
      passedOver.add(
        type.type.isEmpty
          ? "a place of the type \(place.code), which is not taken over"
          : "no settlement (--landmarks takes them over)", path: place.path, line: place.line)
      return
    }
    let names = cleaned(place.names)
    if names.isEmpty {
      findings.append(
        ImportCode.noName.finding(
          "the place has no name in Arabic or Latin letters", path: place.path, line: place.line))
      return
    }
    let accuracy = place.accuracyMeters ?? PlaceMerger.accuracy(of: place.position, type)
    guard let unit = try units.unit(at: place.position, accuracyKm: Double(accuracy) / 1000) else {
      passedOver.add("a place outside Iraq", path: place.path, line: place.line)
      return
    }
    checkUnit(place, unit)
    if let id = place.id, let entity = gazetteer.entityByID[id], !gazetteer.entities[entity].isUnit
    {
      guard replaced.insert(id).inserted else {
        findings.append(
          ImportCode.doubled.finding(
            "the source has \(id) again; the first row is kept", path: place.path, line: place.line)
        )
        return
      }
      // The user's own row of a place that we have: it replaces ours.
      write(place, id, type, accuracy, unit, names)
      return
    }
    let keys = Set(names.map(\.key))
    if let number = same(place, type, keys) {
      join(place, number, names)
      return
    }
    reportNeighbors(place, type, unit, keys)
    let id = newID(place, names)
    write(place, id, type, accuracy, unit, names)
    known.add(
      KnownPlaces.Known(
        id: id, type: type.type, rank: place.rank ?? type.rank, position: place.position,
        unit: unit,
        names: Set(names.map(\.tagged)), isNew: true))
  }

  /// The place without the numbers that no place has.
  private mutating func inRange(_ imported: ImportedPlace) -> ImportedPlace {
    var place = imported
    func report(_ column: String, _ range: ClosedRange<Int>) {
      findings.append(
        ImportCode.badRow.finding(
          "\(column) is no number from \(range.lowerBound) to \(range.upperBound); that of the type "
            + "is taken", path: place.path, line: place.line))
    }
    if let radius = place.radiusKm, !(0...500).contains(radius) {
      place.radiusKm = nil
      report("radius_km", 0...500)
    }
    if let accuracy = place.accuracyMeters, !(1...100_000).contains(accuracy) {
      place.accuracyMeters = nil
      report("accuracy_m", 1...100_000)
    }
    if let rank = place.rank, !(0...1000).contains(rank) {
      place.rank = nil
      report("rank", 0...1000)
    }
    return place
  }

  // MARK: - Names

  struct Name {
    var form: String
    var language: String
    var key: String
    var isMain: Bool
    var tagged: String { language + ":" + key }
  }

  /// The names that can be kept, each folded form once a language, the source's main names first.
  private mutating func cleaned(_ names: [ImportedName]) -> [Name] {
    var result: [Name] = []
    var seen: Set<String> = []
    for name in names.filter(\.isMain) + names.filter({ !$0.isMain }) {
      guard let form = folder.cleaned(name.form) else { continue }
      let language = ScriptLanguage.corrected(name.language, form)
      let key = folder.key(form)
      if key.isEmpty || !seen.insert(language + ":" + key).inserted { continue }
      result.append(Name(form: form, language: language, key: key, isMain: name.isMain))
    }
    return result
  }

  // MARK: - Is it known?

  /// The nearest known place that has one of the names and stands within reach.
  private func same(
    _ place: ImportedPlace, _ type: PlaceTypes.Row, _ keys: Set<String>
  ) -> Int? {
    var best: (km: Double, number: Int)?
    for key in keys.sorted() {
      for number in known.named(key) {
        let other = known.all[number]
        let isSettled = PlaceTypes.settlements.contains(other.type)
        if isSettled != types.isSettlement(type) { continue }
        let km = known.distanceKm(number, place.position)
        guard km <= max(type.reachKm, types.reachKm(other.type)) else {
          continue
        }
        if best.map({ (km, number) < $0 }) ?? true { best = (km, number) }
      }
    }
    return best?.number
  }

  private mutating func join(_ place: ImportedPlace, _ number: Int, _ names: [Name]) {
    let other = known.all[number]
    let km = known.distanceKm(number, place.position)
    merged += 1
    if other.isNew {
      findings.append(
        ImportCode.doubled.finding(
          "the source has \(other.id) again, \(shown(km)) off; the names were joined",
          path: place.path, line: place.line))
    } else if km > 2 {
      findings.append(
        ImportCode.movedFar.finding(
          "\(other.id) stands \(shown(km)) from where the source has it; its position is kept",
          path: place.path, line: place.line))
    }
    let fresh = names.filter { !other.names.contains($0.tagged) }
    known.addNames(Set(fresh.map(\.tagged)), to: number)
    let isSettlement = PlaceTypes.settlements.contains(other.type)
    let stem = stem(place, names)
    for name in fresh {
      // A known place keeps the names that stand for it.
      rows.names.append(
        NameOut(
          id: newNameID(stem), reference: other.id, form: name.form, language: name.language,
          status: "variant", weight: weight(name, other.type, isMain: false),
          isSettlement: isSettlement))
    }
  }

  /// Tells of neighbors that might be the same place after all.
  private mutating func reportNeighbors(
    _ place: ImportedPlace, _ type: PlaceTypes.Row, _ unit: Int, _ keys: Set<String>
  ) {
    guard types.isSettlement(type) else { return }
    var nearest: (km: Double, number: Int)?
    for key in keys.sorted() {
      for number in known.named(key) where known.all[number].unit == unit {
        let km = known.distanceKm(number, place.position)
        if km <= 5, nearest.map({ (km, number) < $0 }) ?? true { nearest = (km, number) }
      }
    }
    if let nearest {
      findings.append(
        ImportCode.sameNameNear.finding(
          "\(known.all[nearest.number].id) in the same unit has the same name, "
            + "\(shown(nearest.km)) off; both are kept", path: place.path, line: place.line))
      return
    }
    for number in known.near(place.position) where !known.all[number].isNew {
      let km = known.distanceKm(number, place.position)
      if km < 0.15, PlaceTypes.settlements.contains(known.all[number].type) {
        findings.append(
          ImportCode.otherNameNear.finding(
            "\(known.all[number].id) of another name stands \(shown(km)) off; both are kept",
            path: place.path, line: place.line))
        return
      }
    }
  }

  private mutating func checkUnit(_ place: ImportedPlace, _ found: Int) {
    guard let stated = place.unit else { return }
    let named = gazetteer.entityByID[stated].map { [$0] } ?? unitByName[folder.key(stated)] ?? []
    if named.contains(where: { gazetteer.isWithin(found, $0) }) { return }
    findings.append(
      ImportCode.otherUnit.finding(
        named.isEmpty
          ? "the row names a unit that the gazetteer does not know; the place lies in "
            + gazetteer.entities[found].id
          : "the place lies in \(gazetteer.entities[found].id), not in the unit that its row names",
        path: place.path, line: place.line))
  }
}
