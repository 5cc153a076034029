import Geometry
import Model

extension GazetteerChecker {
  /// The outlines of each level are one coverage: no gap, no overlap, no border drawn twice.
  mutating func checkCoverage(_ shapes: CheckedShapes, _ engine: GeometryEngine) throws {
    let path = directory + "/boundaries.geojson"
    for level in [Entity.Level.country, .adm1, .adm2] {
      for parent in shapes.outlines where parent.level == level {
        let children = shapes.outlines.filter { child in
          child.level.rawValue == level.rawValue + 1 && child.variant == parent.variant
            && gazetteer.entityByID[child.id].flatMap { parentID(of: $0) } == parent.id
        }
        if children.isEmpty { continue }
        try checkFilling(parent, children, engine, path)
      }
    }
    for level in [Entity.Level.adm1, .adm2, .adm3] { checkBorders(level, shapes, path) }
  }

  /// The children together are the parent, and their areas add up to its area.
  private mutating func checkFilling(
    _ parent: BoundaryFeature, _ children: [BoundaryFeature], _ engine: GeometryEngine,
    _ path: String
  ) throws {
    let union = try engine.union(children.map(\.polygons))
    if !(try engine.equalsTopologically(union, parent.polygons)) {
      for (difference, what) in [
        (try engine.difference(parent.polygons, union), "is not covered by"),
        (try engine.difference(union, parent.polygons), "lies outside and is covered by"),
      ] {
        guard let point = try engine.pointOnSurface(difference) else { continue }
        report(
          .gap,
          "the ground at \(point.x) \(point.y) \(what) the \(children.count) units of "
            + parent.id, path: path, line: parent.line)
      }
    }
    var sum = 0.0
    for child in children { sum += try engine.planarArea(of: child.polygons) }
    let whole = try engine.planarArea(of: union)
    guard sum - whole > 1e-9 else { return }
    let index = try PolygonIndex(children.map(\.polygons))
    for (number, child) in children.enumerated() {
      for other in try index.intersecting(child.polygons) where other < number {
        let shared = try engine.intersection(child.polygons, children[other].polygons)
        guard let point = try engine.pointOnSurface(shared),
          try engine.planarArea(of: shared) > 1e-9
        else { continue }
        report(
          .overlap, "\(child.id) overlaps \(children[other].id) at \(point.x) \(point.y)",
          path: path, line: child.line)
      }
    }
  }

  /// Each piece of border occurs once, or twice in opposite directions; once only on the border of
  /// the country.
  private mutating func checkBorders(
    _ level: Entity.Level, _ shapes: CheckedShapes, _ path: String
  ) {
    struct Piece: Hashable {
      var from: Coordinate
      var to: Coordinate
    }
    func pieces(_ feature: BoundaryFeature) -> [Piece] {
      feature.polygons.polygons.flatMap(\.rings).flatMap { ring in
        zip(ring, ring.dropFirst()).map { Piece(from: $0, to: $1) }
      }
    }
    let variants = Set(shapes.outlines.map(\.variant)).sorted()
    for variant in variants {
      let members = shapes.outlines.filter { $0.level == level && $0.variant == variant }
      let countries = shapes.outlines.filter { $0.level == .country && $0.variant == variant }
      guard !members.isEmpty, !countries.isEmpty else { continue }
      let outer = Set(countries.flatMap(pieces))
      var owner: [Piece: Int] = [:]
      for (number, member) in members.enumerated() {
        for piece in pieces(member) { owner[piece] = number }
      }
      for member in members {
        let loose = pieces(member).filter { piece in
          owner[Piece(from: piece.to, to: piece.from)] == nil && !outer.contains(piece)
        }
        guard let first = loose.first else { continue }
        report(
          .looseBorder,
          "\(loose.count) pieces of the border of \(member.id) are in no neighbor's border, the "
            + "first from \(first.from.x) \(first.from.y) to \(first.to.x) \(first.to.y)",
          path: path, line: member.line)
      }
    }
  }
}
