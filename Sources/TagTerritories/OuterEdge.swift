import Gazetteer
import Geodesy
import Geometry
import Model

/// The outer edge of the core territories and the ground nearer to it than its stated accuracy.
///
/// An edge that two territories share is inside; one that occurs once is outside. Each stretch has the
/// accuracy of the territory that it bounds. The equal-area plane is true in length to 0.1 % in Iraq,
/// less than the accuracies are known to.
final class OuterEdge {
  private struct Stretch {
    var lines: MultiLine
    var accuracyKm: Double
    /// Degrees: the lines' box with room for the accuracy.
    var box: BoundingBox
    /// The lines on the plane, once a question comes near them.
    var plane: [[Coordinate]]?
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
            maxY: box.maxY + margin), plane: nil))
    }
  }

  private static func segment(_ first: Coordinate, _ second: Coordinate) -> Segment {
    (first.x, first.y) < (second.x, second.y)
      ? Segment(start: first, end: second) : Segment(start: second, end: first)
  }

  /// Whether a position is nearer to the edge than its accuracy.
  func isNear(_ position: Position, _ plane: Coordinate) throws -> Bool {
    for index in stretches.indices where stretches[index].box.contains(position.coordinate) {
      let box = BoundingBox(minX: plane.x, minY: plane.y, maxX: plane.x, maxY: plane.y)
      if try isNear(.point(plane), box, index) { return true }
    }
    return false
  }

  /// Whether any of an area is nearer to the edge than its accuracy.
  func isNear(_ area: PlaneArea) throws -> Bool {
    guard let box = area.polygons.bounds else { return false }
    for index in stretches.indices where stretches[index].box.intersects(area.degrees) {
      if try isNear(.polygons(area.polygons), box, index) { return true }
    }
    return false
  }

  /// Whether a shape on the plane is near to a stretch: only what of it comes near to the shape's box is
  /// asked for its distance.
  private func isNear(_ shape: Shape, _ box: BoundingBox, _ index: Int) throws -> Bool {
    let meters = stretches[index].accuracyKm * 1000
    let reach = BoundingBox(
      minX: box.minX - meters, minY: box.minY - meters, maxX: box.maxX + meters,
      maxY: box.maxY + meters)
    var near: [[Coordinate]] = []
    for line in try plane(index) {
      for (start, end) in zip(line, line.dropFirst()) {
        let segment = BoundingBox(
          minX: min(start.x, end.x), minY: min(start.y, end.y), maxX: max(start.x, end.x),
          maxY: max(start.y, end.y))
        if segment.intersects(reach) { near.append([start, end]) }
      }
    }
    if near.isEmpty { return false }
    let distance = try engine.planarDistance(.lines(MultiLine(near)), shape)
    return distance.map { $0 <= meters } ?? false
  }

  private func plane(_ index: Int) throws -> [[Coordinate]] {
    if let known = stretches[index].plane { return known }
    let lines = try projection.forward(stretches[index].lines).lines
    stretches[index].plane = lines
    return lines
  }
}
