import Geometry
import Model

/// An area on the equal-area plane, with its size.
struct PlaneArea {
  var polygons: MultiPolygon
  var squareMeters: Double
}

/// Measures how much of an area lies in each of many polygons, on an equal-area plane.
///
/// Boxes, then prepared geometries decide whether there is anything to measure: an overlay is made
/// only where an area and a polygon meet and neither holds the other.
final class ShareMeter {
  private let engine: GeometryEngine
  private let index: PolygonIndex
  private let polygons: [MultiPolygon]
  private let boxes: [BoundingBox?]
  private let sizes: [Double]

  /// Keeps the polygons (metres of the equal-area plane).
  init(_ polygons: [MultiPolygon], engine: GeometryEngine) throws {
    self.engine = engine
    self.polygons = polygons
    index = try PolygonIndex(polygons)
    boxes = polygons.map(\.bounds)
    sizes = try polygons.map { try engine.planarArea(of: $0) }
  }

  /// Returns the polygons that share ground with the area and the part (0-1) of the area in each.
  ///
  /// The numbers are positions in the array that the meter was made from, ascending.
  func shares(of area: PlaneArea) throws -> [(number: Int, share: Double)] {
    let meeting = try index.intersecting(area.polygons)
    if meeting.isEmpty { return [] }
    let covering = Set(try index.covering(area.polygons))
    let box = area.polygons.bounds
    // Prepared when the first polygon could lie inside the area: small areas hold none.
    var prepared: PolygonIndex?
    var shares: [(number: Int, share: Double)] = []
    shares.reserveCapacity(meeting.count)
    for number in meeting {
      if covering.contains(number) {
        shares.append((number, 1))
        continue
      }
      if let box, let own = boxes[number], box.holds(own) {
        let asked = try prepared ?? PolygonIndex([area.polygons])
        prepared = asked
        if try !asked.covering(polygons[number]).isEmpty {
          shares.append((number, min(1, sizes[number] / area.squareMeters)))
          continue
        }
      }
      let common = try engine.planarArea(of: try overlay(number, area.polygons))
      // What only touches shares no ground.
      if common > 0 { shares.append((number, min(1, common / area.squareMeters))) }
    }
    return shares
  }

  /// An area that is not valid makes an overlay fail; made valid, it does not.
  private func overlay(_ number: Int, _ area: MultiPolygon) throws -> MultiPolygon {
    do {
      return try index.intersection(of: number, with: area)
    } catch let error where error.code == .operationFailed {
      return try index.intersection(of: number, with: try engine.makeValid(area))
    }
  }
}

extension BoundingBox {
  /// Whether the other box lies in this one.
  fileprivate func holds(_ other: BoundingBox) -> Bool {
    minX <= other.minX && minY <= other.minY && maxX >= other.maxX && maxY >= other.maxY
  }
}
