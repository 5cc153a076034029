import Geodesy
import Geometry
import Model

/// An area on the equal-area plane, with its size and its box in degrees.
struct PlaneArea {
  var polygons: MultiPolygon
  var squareMeters: Double
  var degrees: BoundingBox
}

/// Measures how much of an area lies in each of many polygons, on an equal-area plane.
///
/// Boxes in degrees pick; only what an area can meet is projected and prepared, once, since most
/// questions are about a small part of the country. Prepared geometries then decide whether there is
/// anything to measure: an overlay is made only where an area and a polygon meet and neither holds
/// the other.
final class ShareMeter {
  private struct Item {
    var plane: MultiPolygon
    var index: PolygonIndex
    var size: Double
    var box: BoundingBox?
  }

  private let engine: GeometryEngine
  private let projection: EqualAreaProjection
  private let degrees: [MultiPolygon]
  private let boxes: [BoundingBox?]
  private var items: [Int: Item] = [:]

  /// Keeps the polygons (degrees, longitude first).
  init(_ polygons: [MultiPolygon], projection: EqualAreaProjection, engine: GeometryEngine) {
    self.engine = engine
    self.projection = projection
    degrees = polygons
    boxes = polygons.map(\.bounds)
  }

  /// Returns the polygons that share ground with the area and the part (0-1) of the area in each.
  ///
  /// The numbers are positions in the array that the meter was made from, ascending.
  func shares(of area: PlaneArea) throws -> [(number: Int, share: Double)] {
    let box = area.polygons.bounds
    // Prepared when the first polygon could lie inside the area: small areas hold none.
    var prepared: PolygonIndex?
    var shares: [(number: Int, share: Double)] = []
    for (number, bounds) in boxes.enumerated() {
      guard let bounds, bounds.intersects(area.degrees.grown) else { continue }
      let item = try item(number)
      if try item.index.intersecting(area.polygons).isEmpty { continue }
      if try !item.index.covering(area.polygons).isEmpty {
        shares.append((number, 1))
        continue
      }
      if let box, let own = item.box, box.holds(own) {
        let asked = try prepared ?? PolygonIndex([area.polygons])
        prepared = asked
        if try !asked.covering(item.plane).isEmpty {
          shares.append((number, min(1, item.size / area.squareMeters)))
          continue
        }
      }
      let common = try engine.planarArea(of: try overlay(item.index, area.polygons))
      // What only touches shares no ground.
      if common > 0 { shares.append((number, min(1, common / area.squareMeters))) }
    }
    return shares
  }

  private func item(_ number: Int) throws -> Item {
    if let known = items[number] { return known }
    let plane = try projection.forward(degrees[number])
    let made = Item(
      plane: plane, index: try PolygonIndex([plane]), size: try engine.planarArea(of: plane),
      box: plane.bounds)
    items[number] = made
    return made
  }

  /// An area that is not valid makes an overlay fail; made valid, it does not.
  private func overlay(_ index: PolygonIndex, _ area: MultiPolygon) throws -> MultiPolygon {
    do {
      return try index.intersection(of: 0, with: area)
    } catch let error where error.code == .operationFailed {
      return try index.intersection(of: 0, with: try engine.makeValid(area))
    }
  }
}

extension BoundingBox {
  /// Whether the other box lies in this one.
  fileprivate func holds(_ other: BoundingBox) -> Bool {
    minX <= other.minX && minY <= other.minY && maxX >= other.maxX && maxY >= other.maxY
  }

  /// The box with a margin: a straight edge on the plane bulges out of the box of its ends.
  fileprivate var grown: BoundingBox {
    BoundingBox(minX: minX - 0.05, minY: minY - 0.05, maxX: maxX + 0.05, maxY: maxY + 0.05)
  }
}
