import Gazetteer
import Geometry
import Model

/// Finds which unit an imported outline is of, and makes it fit to be used.
struct OutlineMatcher {
  private let gazetteer: Gazetteer
  private let drawn: Boundaries
  private let settings: ImportSettings
  private let engine: GeometryEngine
  private var folder: NameFolder
  private var byPcode: [String: Int] = [:]
  private var byName: [String: [Int]] = [:]
  private var taken: Set<Int> = []
  private(set) var rows: [OutlineRow] = []
  private(set) var findings: [Diagnostic] = []

  init(_ gazetteer: Gazetteer, _ drawn: Boundaries, _ settings: ImportSettings) throws {
    self.gazetteer = gazetteer
    self.drawn = drawn
    self.settings = settings
    engine = try GeometryEngine()
    folder = NameFolder(gazetteer)
    for (number, entity) in gazetteer.entities.enumerated() where entity.isUnit {
      if let pcode = entity.pcode { byPcode[pcode] = number }
      // The dataset's code of the country is the country's own.
      if entity.level == .country { byPcode[entity.id.uppercased()] = number }
    }
    for index in gazetteer.names.indices {
      let entity = Int(gazetteer.names[index].entity)
      guard gazetteer.entities[entity].isUnit else { continue }
      let key = folder.key(gazetteer.form(ofName: index))
      if byName[key]?.contains(entity) != true { byName[key, default: []].append(entity) }
    }
  }

  /// Takes in an outline.
  mutating func add(_ outline: ImportedOutline) throws {
    guard let unit = try unit(of: outline) else { return }
    guard let polygons = try usable(outline, gazetteer.entities[unit].id) else { return }
    let entity = gazetteer.entities[unit]
    let row = OutlineRow(
      unit: entity.id, level: entity.level.code, variant: variant(outline),
      // How far the sources disagree does not change when one of them is drawn finer.
      accuracyKm: drawn.unitByID[entity.id].map { drawn.units[$0].accuracyKm } ?? 2,
      polygons: polygons)
    if !taken.insert(unit).inserted {
      findings.append(
        ImportCode.unmatchedOutline.finding(
          "\(entity.id) has an outline before this one; the first is kept", path: outline.path,
          line: outline.line))
      return
    }
    rows.append(row)
  }

  private func variant(_ outline: ImportedOutline) -> String {
    if let variant = settings.variant { return variant }
    guard let state = outline.state, let year = state.split(separator: "-").first,
      year.utf8.count == 4
    else { return settings.source }
    return "\(settings.source)-\(year)"
  }

  private mutating func unit(of outline: ImportedOutline) throws -> Int? {
    if let pcode = outline.pcode {
      if let unit = byPcode[pcode], gazetteer.entities[unit].level.code == outline.level {
        return unit
      }
      findings.append(
        ImportCode.unknownPcode.finding(
          "no unit of level \(outline.level) has the p-code \(pcode)", path: outline.path,
          line: outline.line))
      return nil
    }
    var candidates: Set<Int> = []
    for name in outline.names {
      guard let form = folder.cleaned(name) else { continue }
      candidates.formUnion(byName[folder.key(form)] ?? [])
    }
    var best: (share: Double, unit: Int)?
    let units = candidates.sorted().filter { gazetteer.entities[$0].level.code == outline.level }
    // A new unit that nobody has drawn so far.
    if units.count == 1, drawn.outline(ofUnit: gazetteer.entities[units[0]].id) == nil {
      return units[0]
    }
    for unit in units {
      guard let known = drawn.outline(ofUnit: gazetteer.entities[unit].id),
        let share = try? agreement(known, outline.polygons), share > 0.05
      else { continue }
      if best.map({ share > $0.share }) ?? true { best = (share, unit) }
    }
    if best == nil {
      findings.append(
        ImportCode.unmatchedOutline.finding(
          units.isEmpty
            ? "no unit of level \(outline.level) is named \(outline.names.first ?? "so")"
            : "the units named \(outline.names.first ?? "so") lie elsewhere", path: outline.path,
          line: outline.line))
    }
    return best?.unit
  }

  /// The part of the ground of both that they share.
  private func agreement(_ left: MultiPolygon, _ right: MultiPolygon) throws -> Double {
    let common = try engine.planarArea(of: try engine.intersection(left, right))
    let sum = try engine.planarArea(of: left) + engine.planarArea(of: right) - common
    return sum > 0 ? common / sum : 0
  }

  /// The outline with its rings turned as GeoJSON asks, repaired where it crosses itself.
  private mutating func usable(_ outline: ImportedOutline, _ unit: String) throws -> MultiPolygon? {
    guard let fault = try engine.validityFault(outline.polygons) else {
      return outline.polygons.wound()
    }
    let repaired = try? engine.makeValid(outline.polygons)
    let isGood = repaired.map { !$0.isEmpty } ?? false
    findings.append(
      ImportCode.badOutline.finding(
        "the outline of \(unit) is no valid polygon (\(fault.reason) at \(fault.location.x) "
          + "\(fault.location.y)); it was \(isGood ? "repaired" : "left out")", path: outline.path,
        line: outline.line))
    return isGood ? repaired?.wound() : nil
  }
}
