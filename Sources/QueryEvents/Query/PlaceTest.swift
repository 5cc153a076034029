import Geodesy
import Geometry
import Model

/// One question of place: whether a shape meets it.
///
/// Not Sendable: regions and shapes that are no points ask GEOS and PROJ.
protocol PlaceTest {
  /// Boxes one of which every shape that passes meets.
  var boxes: [BoundingBox] { get }

  /// Whether a shape passes: its own geometry, or an area of which a touch or the whole is asked for.
  func holds(_ shape: Shape, _ certainty: EventQuery.Certainty) throws -> Bool

  /// What is asked, for people.
  var summary: String { get }
}

/// The box of `--bbox`: edges belong to it, and a geometry counts when it touches.
struct BoxTest: PlaceTest {
  let literal: BoxLiteral
  let boxes: [BoundingBox]
  private let shape: PreparedShape

  init(_ literal: BoxLiteral, engine: GeometryEngine) throws {
    self.literal = literal
    boxes = literal.boxes
    shape = try PreparedShape(GeometryLiteral.box(literal).shape, engine: engine)
  }

  var summary: String {
    "box \(literal.west),\(literal.south),\(literal.east),\(literal.north)"
  }

  func holds(_ shape: Shape, _ certainty: EventQuery.Certainty) throws -> Bool {
    if case .point(let point) = shape { return boxes.contains { $0.contains(point) } }
    // A box holds a shape when it holds the box of it; only across the antimeridian that is not all.
    if certainty == .certain, boxes.count == 1, let bounds = shape.bounds {
      return boxes[0].minX <= bounds.minX && bounds.maxX <= boxes[0].maxX
        && boxes[0].minY <= bounds.minY && bounds.maxY <= boxes[0].maxY
    }
    return try self.shape.holds(certainty == .certain ? .contains : .intersects, shape)
  }
}

/// The outline of `--within`, by the relations of OGC Simple Features: a point on the edge is not
/// within.
struct RegionTest: PlaceTest {
  let region: EventQuery.Region
  let boxes: [BoundingBox]
  private let shape: PreparedShape

  init(_ region: EventQuery.Region, engine: GeometryEngine) throws {
    self.region = region
    boxes = region.polygons.bounds.map { [$0] } ?? []
    shape = try PreparedShape(.polygons(region.polygons), engine: engine)
  }

  var summary: String { "outline of \(region.title)" }

  func holds(_ shape: Shape, _ certainty: EventQuery.Certainty) throws -> Bool {
    try self.shape.holds(certainty == .possible ? .intersects : .contains, shape)
  }
}

/// The radius of `--near` and `--km`: geodesic, the edge belongs to it.
struct DiscTest: PlaceTest {
  let disc: GeodesicDisc
  let ruler: ShapeRuler
  let boxes: [BoundingBox]

  init(center: Position, radius: Double, ruler: ShapeRuler) {
    disc = GeodesicDisc(center: center, radius: radius)
    boxes = disc.boxes
    self.ruler = ruler
  }

  var summary: String {
    "\(disc.radius) m around \(disc.center.longitude),\(disc.center.latitude)"
  }

  func holds(_ shape: Shape, _ certainty: EventQuery.Certainty) throws -> Bool {
    if case .point(let point) = shape { return disc.contains(point) }
    if certainty == .certain { return shape.vertices.allSatisfy(disc.contains) }
    return try ruler.path(to: shape).map { $0.distance <= disc.radius } ?? false
  }
}
