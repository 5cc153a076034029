import Gazetteer
import Geodesy
import Geometry
import Model

/// The outer edge of the core territories and the ground nearer to it than its stated accuracy.
///
/// An edge that two territories share is inside; one that occurs once is outside. Each stretch has the
/// accuracy of the territory that it bounds. The equal-area plane is true in length to 0.1 % in Iraq,
/// less than the accuracies are known to. Zones are made when a question comes near them.
final class OuterEdge {
  private struct Stretch {
    var lines: MultiLine
    var accuracyKm: Double
    /// Degrees: the lines' box with room for the accuracy.
    var box: BoundingBox
    var zone: PolygonIndex?
  }

  private struct Segment: Hashable {
    var start: Coordinate
    var end: Coordinate
  }

  private let projection: EqualAreaProjection
  private let engine: GeometryEngine
  private var stretches: [Stretch] = []

  init(projection: EqualAreaProjection, engine: GeometryEngine) {
    self.projection = projection
    self.engine = engine
  }

  /// Adds the territories of one variant.
  ///
  /// Linear in their vertices.
  func add(_ core: [BoundaryFeature]) {
    var count: [Segment: Int] = [:]
    for territory in core {
      for line in territory.polygons.boundary.lines {
        for (start, end) in zip(line, line.dropFirst()) {
          count[Self.segment(start, end), default: 0] += 1
        }
      }
    }
    for territory in core {
      let accuracy = territory.accuracyKm
      var lines: [[Coordinate]] = []
      for line in territory.polygons.boundary.lines {
        var run: [Coordinate] = []
        for (start, end) in zip(line, line.dropFirst()) {
          if count[Self.segment(start, end)] == 1 {
            if run.isEmpty { run.append(start) }
            run.append(end)
          } else if !run.isEmpty {
            lines.append(run)
            run = []
          }
        }
        if !run.isEmpty { lines.append(run) }
      }
      let edge = MultiLine(lines)
      guard accuracy > 0, let box = edge.bounds else { continue }
      // A degree is 111 km of latitude and in Iraq at least 88 km of longitude.
      let margin = accuracy / 85
      stretches.append(
        Stretch(
          lines: edge, accuracyKm: accuracy,
          box: BoundingBox(
            minX: box.minX - margin, minY: box.minY - margin, maxX: box.maxX + margin,
            maxY: box.maxY + margin), zone: nil))
    }
  }

  private static func segment(_ first: Coordinate, _ second: Coordinate) -> Segment {
    (first.x, first.y) < (second.x, second.y)
      ? Segment(start: first, end: second) : Segment(start: second, end: first)
  }

  /// Whether a position is nearer to the edge than its accuracy.
  func isNear(_ position: Position, _ plane: Coordinate) throws -> Bool {
    for index in stretches.indices where stretches[index].box.contains(position.coordinate) {
      if try !zone(index).covering(plane).isEmpty { return true }
    }
    return false
  }

  /// Whether any of an area is nearer to the edge than its accuracy.
  func isNear(_ area: PlaneArea) throws -> Bool {
    for index in stretches.indices where stretches[index].box.intersects(area.degrees) {
      if try !zone(index).intersecting(area.polygons).isEmpty { return true }
    }
    return false
  }

  private func zone(_ index: Int) throws -> PolygonIndex {
    if let known = stretches[index].zone { return known }
    let lines = try projection.forward(stretches[index].lines)
    let made = try PolygonIndex([
      try engine.buffer(
        lines, distance: stretches[index].accuracyKm * 1000, quadrantSegments: 8)
    ])
    stretches[index].zone = made
    return made
  }
}
