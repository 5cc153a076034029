import Files
import Geometry
import Model

extension GazetteerChecker {
  /// The shapes whose geometry can be worked with.
  struct CheckedShapes {
    var outlines: [BoundaryFeature] = []
    var byID: [String: Int] = [:]

    /// The outline of a unit, nil when it has none or an invalid one.
    func outline(of unit: String) -> BoundaryFeature? { byID[unit].map { outlines[$0] } }
  }

  /// Reads and checks the three files of shapes and those of the overlays, then what lies in them.
  mutating func checkShapes() throws {
    let boundaries = gazetteer.shapes.boundaries()
    let unreadable = boundaries.diagnostics.filter { $0.code == "Z032" }
    findings += boundaries.diagnostics.filter { $0.code != "Z032" }
    let engine = try GeometryEngine()
    var shapes = CheckedShapes()
    for (name, features) in boundaries.files {
      for folder in [directory] + overlays {
        let path = folder + "/" + name
        checkMembers(path, unreadable.filter { $0.path == path })
      }
      for feature in features {
        let isValid = try checkGeometry(feature, engine)
        if name == "boundaries.geojson", isValid, !feature.polygons.isEmpty {
          if boundaries.outline(ofUnit: feature.id) == feature.polygons {
            shapes.byID[feature.id] = shapes.outlines.count
          }
          shapes.outlines.append(feature)
        }
        checkOwner(of: feature, name)
      }
    }
    try checkPositions(shapes, engine)
    try checkCoverage(try ownOutlines(shapes, engine), engine)
  }

  /// The gazetteer's outlines as they are without the overlays: those that must fit together.
  ///
  /// What an overlay draws goes before them where both claim the ground.
  private func ownOutlines(
    _ shapes: CheckedShapes, _ engine: GeometryEngine
  ) throws -> CheckedShapes {
    if shapes.outlines.allSatisfy({ $0.folder == 0 }) { return shapes }
    var own = CheckedShapes()
    for feature in BoundaryReader.read(directory: directory).units where !feature.polygons.isEmpty {
      if (try? engine.validityFault(feature.polygons)) == .some(nil) {
        own.outlines.append(feature)
      }
    }
    return own
  }

  private mutating func checkGeometry(
    _ feature: BoundaryFeature, _ engine: GeometryEngine
  ) throws -> Bool {
    let path = feature.file
    for polygon in feature.polygons.polygons {
      for (number, ring) in polygon.rings.enumerated() {
        let isCounterClockwise = Polygon.signedArea(of: ring) > 0
        if isCounterClockwise != (number == 0) {
          report(
            .wrongWinding,
            number == 0
              ? "the exterior ring of \(feature.id) is clockwise"
              : "hole \(number) of \(feature.id) is counter-clockwise",
            path: path, line: feature.line)
        }
      }
    }
    let lines = feature.lines.lines + feature.polygons.polygons.flatMap(\.rings)
    // Users bring outlines as fine as they have them.
    if feature.folder == 0,
      let fine = lines.joined().first(where: { !isShort($0.x) || !isShort($0.y) })
    {
      report(
        .falsePrecision,
        "\(feature.id) has a position of more than 3 decimals, \(fine.x) \(fine.y)", path: path,
        line: feature.line)
    }
    if feature.polygons.isEmpty { return true }
    do {
      guard let fault = try engine.validityFault(feature.polygons) else { return true }
      findings.append(ShapeValidator.finding(feature, fault))
    } catch {
      report(.invalidGeometry, "\(feature.id): \(error)", path: path, line: feature.line)
    }
    return false
  }

  /// Whether a number has at most 3 decimals.
  private func isShort(_ value: Double) -> Bool {
    let thousandths = value * 1000
    let difference = thousandths - thousandths.rounded()
    return difference > -1e-6 && difference < 1e-6
  }

  /// Whose shape it is: a unit's outline, a landmark's course, a territory of known parts.
  private mutating func checkOwner(of feature: BoundaryFeature, _ name: String) {
    let path = feature.file
    let owner = Boundaries.owner(ofFeature: feature.id)
    let entity = gazetteer.entityByID[owner].map { gazetteer.entities[$0] }
    switch name {
    case "boundaries.geojson":
      guard let entity, entity.isUnit else {
        report(
          .unknownShape, "\(feature.id) is not in units.tsv", path: path, line: feature.line)
        return
      }
      if entity.level != feature.level {
        report(
          .otherLevel,
          "\(feature.id) is drawn as \(feature.level.code); units.tsv says \(entity.level.code)",
          path: path, line: feature.line)
      }
    case "features.geojson":
      if entity == nil || entity?.isUnit == true {
        report(
          .unknownShape, "\(feature.id) is not in places.tsv or landmarks.tsv", path: path,
          line: feature.line)
      }
    default: break
    }
    for part in feature.unionOf where gazetteer.entityByID[part] == nil {
      report(
        .unknownReference, "\(feature.id) is the union of \(part), which is no unit", path: path,
        line: feature.line)
    }
  }
}
