import Geodesy
package import Geometry
package import Model
package import StoreEvents

/// A table of a GeoPackage, ours or anyone's.
///
/// Geometries come in degrees on WGS 84, whatever the table's own reference system.
package final class StoreSource: FeatureSource {
  private let reader: GeoPackageReader
  package let layer: LayerDescription
  /// From the table's own reference system to degrees; nil where it has degrees.
  private let transform: CoordinateTransform?

  /// - Throws: `QueryError` (Q053) when the table's reference system is none that PROJ knows.
  package init(_ reader: GeoPackageReader, layer: LayerDescription) throws {
    self.reader = reader
    self.layer = layer
    transform = try Self.transform(of: layer)
  }

  package var title: String { "layer \(layer.name) of \(reader.path)" }
  package var columns: [AttributeColumn] { layer.columns }
  package var geometryName: String? { layer.geometryColumn }
  package var holdsPointsOnly: Bool { layer.geometryType == "POINT" }
  package var answersSQL: Bool { true }
  package var hasSpatialIndex: Bool { layer.hasSpatialIndex }

  package func scan(_ scan: FeatureScan, _ body: (Feature) throws -> Bool) throws {
    let names = scan.columns.map { layer.columns[$0].name }
    let condition = scan.condition.map(Self.rowCondition)
    guard let boxes = scan.boxes?.map(layerBox) else {
      return try reader.forEach(
        of: layer, in: nil, where: condition, columns: names, withGeometry: scan.withGeometry
      ) { try body(try feature($0)) }
    }
    if boxes.count == 1 {
      return try reader.forEach(
        of: layer, in: boxes[0], where: condition, columns: names, withGeometry: scan.withGeometry
      ) { try body(try feature($0)) }
    }
    // A feature may meet several boxes, and the order is that of the table.
    var found: [Int: StoredFeature] = [:]
    for box in boxes {
      try reader.forEach(
        of: layer, in: box, where: condition, columns: names, withGeometry: scan.withGeometry
      ) { feature in
        found[feature.id] = feature
        return true
      }
    }
    for key in found.keys.sorted() {
      guard let stored = found[key] else { continue }
      if try !body(try feature(stored)) { return }
    }
  }

  package func grouped(
    _ statement: GroupStatement, _ condition: SQLCondition?
  ) throws -> [[AttributeValue]]? {
    try reader.counted(
      of: layer, by: statement.keys, measures: statement.measures,
      where: condition.map(Self.rowCondition)
    ).map(statement.read)
  }

  package func explain(_ scan: FeatureScan) throws -> [String] {
    try reader.explainPlan(
      of: layer, in: scan.boxes?.first.map(layerBox), where: scan.condition.map(Self.rowCondition),
      columns: scan.columns.map { layer.columns[$0].name }, withGeometry: scan.withGeometry)
  }

  package func nearestFirst(
    _ least: (BoundingBox) -> Double, _ body: (Int, Double) throws -> Bool
  ) throws -> Bool {
    // Boxes of another reference system have no least distance in degrees.
    guard transform == nil, let root = try reader.indexRoot(of: layer) else { return false }
    var queue = MinimumHeap<IndexEntry.Child>()
    queue.insert(.node(root), at: 0)
    while let (child, distance) = queue.popLeast() {
      switch child {
      case .row(let number):
        if try !body(number, distance) { return true }
      case .node(let node):
        for entry in try reader.indexChildren(of: node) {
          queue.insert(entry.child, at: least(entry.box))
        }
      }
    }
    return true
  }

  package func features(_ numbers: [Int], columns: [Int]) throws -> [Feature] {
    try reader.features(of: layer, ids: numbers).map { stored in
      var result = try feature(stored)
      result.values = columns.map { stored.values[$0] }
      return result
    }
  }

  private func feature(_ stored: StoredFeature) throws -> Feature {
    var geometry = stored.geometry
    if let transform, let shape = geometry { geometry = try shape.mapped(transform.forward) }
    return Feature(id: .number(stored.id), geometry: geometry, values: stored.values)
  }

  // MARK: Reference systems

  private static func transform(of layer: LayerDescription) throws -> CoordinateTransform? {
    guard layer.geometryColumn != nil else { return nil }
    // Number 0 of the standard: degrees of which nothing more is known.
    guard let system = layer.referenceSystem, system.organization.uppercased() != "NONE" else {
      if layer.referenceSystem?.code == -1 {
        throw QueryError(
          .unknownReferenceSystem,
          "layer \(layer.name): its coordinates are of no known reference system; give it one, for example by ogr2ogr -a_srs"
        )
      }
      return nil
    }
    let name = "\(system.organization):\(system.code)"
    do throws(GeodesyError) {
      let known = try CRS(parsing: name)
      if known == .wgs84 { return nil }
      return try CoordinateTransform(from: known, to: .wgs84, in: try ProjContext())
    } catch {
      throw QueryError(
        .unknownReferenceSystem,
        "layer \(layer.name): \(error.description); ogr2ogr -t_srs EPSG:4326 makes degrees of it")
    }
  }

  /// A box of degrees in the table's own coordinates, a little too large where it is transformed.
  private func layerBox(_ box: BoundingBox) -> BoundingBox {
    guard let transform else { return box }
    let steps = 16
    var edge: [Coordinate] = []
    for step in 0...steps {
      let part = Double(step) / Double(steps)
      let x = box.minX + (box.maxX - box.minX) * part
      let y = box.minY + (box.maxY - box.minY) * part
      for corner in [
        Coordinate(x, box.minY), Coordinate(x, box.maxY), Coordinate(box.minX, y),
        Coordinate(box.maxX, y),
      ] {
        // A corner that the table's system has no place for cannot bound anything.
        guard let moved = try? transform.inverse(corner) else { return Self.everything }
        edge.append(moved)
      }
    }
    guard var result = BoundingBox(enclosing: edge) else { return Self.everything }
    let margin = 0.02 * max(result.maxX - result.minX, result.maxY - result.minY)
    result.minX -= margin
    result.minY -= margin
    result.maxX += margin
    result.maxY += margin
    return result
  }

  private static let everything = BoundingBox(
    minX: -.greatestFiniteMagnitude, minY: -.greatestFiniteMagnitude,
    maxX: .greatestFiniteMagnitude, maxY: .greatestFiniteMagnitude)

  private static func rowCondition(_ condition: SQLCondition) -> RowCondition {
    RowCondition(
      text: condition.text,
      bindings: condition.bindings.map { binding in
        switch binding {
        case .integer(let number): .integer(number)
        case .real(let number): .real(number)
        case .text(let text): .text(text)
        }
      })
  }
}
