package import Geodesy
import Geometry
package import Model

/// The window of a map: from degrees to its pixels and back.
///
/// Not Sendable: it holds a projection and a GEOS context.
package final class MapFrame {
  /// In pixels, y downward.
  package let box: BoundingBox
  package let projection: MapProjection
  /// Degrees around all that the window shows, with a rim, so that cut edges lie outside of it.
  let reach: BoundingBox
  /// Pixels for each metre on the plane.
  private let scale: Double
  /// The middle of the window on the plane and in pixels.
  private let middle: Coordinate
  private let center: Coordinate
  private let engine: GeometryEngine

  /// Makes the window that shows all of an extent.
  ///
  /// It may show more: the extent's edges bend on the plane, and the window is at least half as high as
  /// wide and at most `tallest` times.
  /// - Parameters:
  ///   - extent: Degrees.
  ///   - origin: The upper left corner in pixels.
  ///   - width: Pixels.
  /// - Throws: `GeodesyError` when the extent is none.
  package init(
    extent: BoundingBox, origin: Coordinate, width: Double, tallest: Double = 1.35
  ) throws {
    projection = try MapProjection(for: extent, in: ProjContext())
    engine = try GeometryEngine()
    let world = MapProjection.world
    let cut = BoundingBox(
      minX: extent.minX, minY: max(extent.minY, world.minY), maxX: extent.maxX,
      maxY: min(extent.maxY, world.maxY))
    let rim = try projection.forward(Self.rim(of: cut))
    guard let plane = BoundingBox(enclosing: rim) else { preconditionFailure("a rim has vertices") }
    let (planeWidth, planeHeight) = (plane.maxX - plane.minX, plane.maxY - plane.minY)
    let height = (width * min(max(planeHeight / planeWidth, 0.5), tallest)).rounded()
    scale = min(width / planeWidth, height / planeHeight)
    box = BoundingBox(
      minX: origin.x, minY: origin.y, maxX: origin.x + width, maxY: origin.y + height)
    middle = Coordinate((plane.minX + plane.maxX) / 2, (plane.minY + plane.maxY) / 2)
    center = Coordinate(origin.x + width / 2, origin.y + height / 2)
    let (projection, scale, middle, center) = (projection, scale, middle, center)
    let corners = Self.rim(of: box).compactMap { pixel in
      try? projection.inverse(
        Coordinate(
          middle.x + (pixel.x - center.x) / scale, middle.y - (pixel.y - center.y) / scale))
    }
    let shown = BoundingBox(enclosing: corners)?.union(cut) ?? cut
    let pad = max(shown.maxX - shown.minX, shown.maxY - shown.minY) * 0.05
    reach = BoundingBox(
      minX: max(shown.minX - pad, world.minX), minY: max(shown.minY - pad, world.minY),
      maxX: min(shown.maxX + pad, world.maxX), maxY: min(shown.maxY + pad, world.maxY))
  }

  /// Returns the pixel of a position in degrees, nil where the projection ends.
  package func pixel(_ degrees: Coordinate) -> Coordinate? {
    guard let plane = try? projection.forward(degrees) else { return nil }
    return Coordinate(
      center.x + (plane.x - middle.x) * scale, center.y - (plane.y - middle.y) * scale)
  }

  /// Returns the degrees of a pixel, nil where the projection ends.
  package func degrees(_ pixel: Coordinate) -> Coordinate? {
    try? projection.inverse(
      Coordinate(
        middle.x + (pixel.x - center.x) / scale, middle.y - (pixel.y - center.y) / scale))
  }

  /// The direction of north at a pixel, one pixel long.
  func north(at pixel: Coordinate) -> Coordinate {
    guard let here = degrees(pixel), here.y < MapProjection.world.maxY,
      let there = self.pixel(Coordinate(here.x, here.y + 0.01))
    else { return Coordinate(0, -1) }
    let (x, y) = (there.x - pixel.x, there.y - pixel.y)
    let length = (x * x + y * y).squareRoot()
    return length > 0 ? Coordinate(x / length, y / length) : Coordinate(0, -1)
  }

  /// Returns the parts of polygons that may be seen, as pixels; rings without needless vertices.
  func pixels(_ polygons: MultiPolygon) -> MultiPolygon {
    guard polygons.bounds?.intersects(reach) ?? false else { return MultiPolygon([]) }
    guard let clipped = clip(polygons) else { return MultiPolygon([]) }
    var result = MultiPolygon([])
    for polygon in clipped.polygons {
      let rings = polygon.rings.map { thinned($0.compactMap(pixel)) }
      guard let exterior = rings.first, exterior.count >= 4 else { continue }
      result.polygons.append(
        Polygon(rings: [exterior] + rings.dropFirst().filter { $0.count >= 4 }))
    }
    return result
  }

  /// Returns the parts of lines that may be seen, as pixels.
  func pixels(_ lines: MultiLine) -> MultiLine {
    guard lines.bounds?.intersects(reach) ?? false,
      let clipped = try? engine.clip(lines, to: reach)
    else { return MultiLine([]) }
    return MultiLine(clipped.lines.map { thinned($0.compactMap(pixel)) }.filter { $0.count > 1 })
  }

  /// A position within polygons for a label, in pixels; nil when nothing of them is seen.
  func inside(_ polygons: MultiPolygon) -> Coordinate? {
    // Thinning may have let an edge cross another.
    guard let valid = try? engine.makeValid(polygons),
      let seen = try? engine.clip(valid, to: box)
    else { return nil }
    return (try? engine.pointOnSurface(seen)) ?? nil
  }

  private func clip(_ polygons: MultiPolygon) -> MultiPolygon? {
    if isWhole(polygons) { return polygons }
    if let clipped = try? engine.clip(polygons, to: reach) { return clipped }
    // GEOS refuses what crosses itself; a report's map shows it all the same.
    guard let valid = try? engine.makeValid(polygons) else { return nil }
    return try? engine.clip(valid, to: reach)
  }

  /// Whether all of the polygons is within reach and has ground, so that there is nothing to cut or to mend.
  private func isWhole(_ polygons: MultiPolygon) -> Bool {
    guard let box = polygons.bounds, reach.contains(Coordinate(box.minX, box.minY)),
      reach.contains(Coordinate(box.maxX, box.maxY))
    else { return false }
    return polygons.polygons.allSatisfy { polygon in
      let ring = polygon.rings.first ?? []
      let doubled = zip(ring, ring.dropFirst()).reduce(0) { $0 + $1.0.x * $1.1.y - $1.1.x * $1.0.y }
      return abs(doubled) > 1e-9
    }
  }

  /// Leaves out vertices that lie less than a third of a pixel from the one before.
  private func thinned(_ line: [Coordinate]) -> [Coordinate] {
    var result: [Coordinate] = []
    for (index, vertex) in line.enumerated() {
      if let last = result.last, index < line.count - 1,
        abs(vertex.x - last.x) < 0.33, abs(vertex.y - last.y) < 0.33
      {
        continue
      }
      result.append(vertex)
    }
    return result
  }

  /// The edges of a box as vertices, enough of them that bent edges are seen.
  private static func rim(of box: BoundingBox) -> [Coordinate] {
    let steps = 24
    return (0...steps).flatMap { step -> [Coordinate] in
      let part = Double(step) / Double(steps)
      let x = box.minX + (box.maxX - box.minX) * part
      let y = box.minY + (box.maxY - box.minY) * part
      return [
        Coordinate(x, box.minY), Coordinate(x, box.maxY), Coordinate(box.minX, y),
        Coordinate(box.maxX, y),
      ]
    }
  }
}
