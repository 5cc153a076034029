package import Geometry
package import Model

/// A geometry that is written in a filter: degrees, WGS 84, longitude first.
///
/// Every position is possible and every ring closed: the readers refuse others.
package indirect enum GeometryLiteral: Sendable, Equatable {
  case point(Vertex)
  case lineString([Vertex])
  case polygon([[Vertex]])
  case multiPoint([Vertex])
  case multiLineString([[Vertex]])
  case multiPolygon([[[Vertex]]])
  /// Members are no collections.
  case collection([GeometryLiteral])
  case box(BoxLiteral)

  /// A position; the height is kept for writing and counts in no relation.
  package struct Vertex: Sendable, Equatable {
    package var x: Double
    package var y: Double
    package var z: Double?

    var coordinate: Coordinate { Coordinate(x, y) }
  }
}

/// A box in degrees; west greater than east means that it crosses the antimeridian.
package struct BoxLiteral: Sendable, Equatable {
  package var west: Double
  package var south: Double
  package var east: Double
  package var north: Double
  /// The least and the greatest height; kept for writing, and counts in no relation.
  package var heights: Heights?

  package init(
    west: Double, south: Double, east: Double, north: Double, heights: Heights? = nil
  ) {
    self.west = west
    self.south = south
    self.east = east
    self.north = north
    self.heights = heights
  }

  /// Two heights.
  package struct Heights: Sendable, Equatable {
    package var low: Double
    package var high: Double
  }

  /// The box as one box, or as two when it crosses the antimeridian.
  package var boxes: [BoundingBox] {
    if west <= east {
      return [BoundingBox(minX: west, minY: south, maxX: east, maxY: north)]
    }
    return [
      BoundingBox(minX: west, minY: south, maxX: 180, maxY: north),
      BoundingBox(minX: -180, minY: south, maxX: east, maxY: north),
    ]
  }
}

extension GeometryLiteral {
  /// The literal as a shape of the plane of degrees.
  package var shape: Shape {
    switch self {
    case .point(let vertex): .point(vertex.coordinate)
    case .lineString(let line): .lines(MultiLine([line.map(\.coordinate)]))
    case .polygon(let rings): .polygons(MultiPolygon([Self.polygon(rings)]))
    case .multiPoint(let vertices): .points(vertices.map(\.coordinate))
    case .multiLineString(let lines): .lines(MultiLine(lines.map { $0.map(\.coordinate) }))
    case .multiPolygon(let polygons): .polygons(MultiPolygon(polygons.map(Self.polygon)))
    case .collection(let parts): .collection(parts.map(\.shape))
    case .box(let box): Self.shape(of: box.boxes)
    }
  }

  /// The boxes around it: two when a box crosses the antimeridian.
  var bounds: [BoundingBox] {
    if case .box(let box) = self { return box.boxes }
    return shape.bounds.map { [$0] } ?? []
  }

  private static func polygon(_ rings: [[Vertex]]) -> Polygon {
    Polygon(rings: rings.map { $0.map(\.coordinate) })
  }

  /// A box without width or height is a line or a point: as a polygon it would not be valid.
  private static func shape(of boxes: [BoundingBox]) -> Shape {
    let shapes = boxes.map { box -> Shape in
      let (low, high) = (Coordinate(box.minX, box.minY), Coordinate(box.maxX, box.maxY))
      if low == high { return .point(low) }
      if low.x == high.x || low.y == high.y { return .lines(MultiLine([[low, high]])) }
      return .polygons(MultiPolygon([box.polygon]))
    }
    if shapes.count == 1 { return shapes[0] }
    var polygons: [Polygon] = []
    var lines: [[Coordinate]] = []
    for shape in shapes {
      switch shape {
      case .polygons(let part): polygons += part.polygons
      case .lines(let part): lines += part.lines
      default: return .collection(shapes)
      }
    }
    if lines.isEmpty { return .polygons(MultiPolygon(polygons)) }
    return polygons.isEmpty ? .lines(MultiLine(lines)) : .collection(shapes)
  }

  /// Whether any position has a height.
  var hasHeights: Bool {
    switch self {
    case .point(let vertex): vertex.z != nil
    case .lineString(let vertices), .multiPoint(let vertices): vertices.contains { $0.z != nil }
    case .polygon(let lines), .multiLineString(let lines):
      lines.contains { $0.contains { $0.z != nil } }
    case .multiPolygon(let polygons):
      polygons.contains { $0.contains { $0.contains { $0.z != nil } } }
    case .collection(let parts): parts.contains(where: \.hasHeights)
    case .box(let box): box.heights != nil
    }
  }
}

/// The seven kinds of geometry of WKT and GeoJSON.
enum GeometryKind: String, CaseIterable {
  case point = "Point"
  case lineString = "LineString"
  case polygon = "Polygon"
  case multiPoint = "MultiPoint"
  case multiLineString = "MultiLineString"
  case multiPolygon = "MultiPolygon"
  case collection = "GeometryCollection"

  /// By their names in lower case.
  static let byWord = Dictionary(
    uniqueKeysWithValues: allCases.map { ($0.rawValue.lowercasedASCII, $0) })
}
