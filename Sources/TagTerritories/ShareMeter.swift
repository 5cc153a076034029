import Geodesy
import Geometry
import Model

/// An area on the equal-area plane, with its size, its box in degrees and its window.
struct PlaneArea {
  var polygons: MultiPolygon
  var squareMeters: Double
  var degrees: BoundingBox
  var window: AreaWindow
}

/// Measures how much of an area lies in each of many polygons, on an equal-area plane.
///
/// Boxes in degrees pick; only what an area can meet is projected, once, since most questions are about a
/// small part of the country. Then the area cuts the polygons.
final class ShareMeter {
  /// A smaller part of an area is the rounding of an edge that they share.
  private static let least = 1e-9

  private let projection: EqualAreaProjection
  private let degrees: [MultiPolygon]
  private let boxes: [BoundingBox?]
  /// The polygons on the plane that were asked for.
  private var outlines: [Int: RunOutline] = [:]

  /// Keeps the polygons (degrees, longitude first).
  init(_ polygons: [MultiPolygon], projection: EqualAreaProjection) {
    self.projection = projection
    degrees = polygons
    boxes = polygons.map(\.bounds)
  }

  /// Returns the polygons that share ground with the area and the part (0-1) of the area in each.
  ///
  /// The numbers are positions in the array that the meter was made from, ascending.
  func shares(of area: PlaneArea) throws -> [(number: Int, share: Double)] {
    var shares: [(number: Int, share: Double)] = []
    for (number, bounds) in boxes.enumerated() {
      guard let bounds, bounds.intersects(area.degrees.grown) else { continue }
      let share = area.window.commonArea(with: try outline(number)) / area.squareMeters
      // What only touches shares no ground.
      if share < Self.least { continue }
      shares.append((number, share > 1 - Self.least ? 1 : share))
    }
    return shares
  }

  private func outline(_ number: Int) throws -> RunOutline {
    if let known = outlines[number] { return known }
    let made = RunOutline(try projection.forward(degrees[number]))
    outlines[number] = made
    return made
  }
}

extension BoundingBox {
  /// The box with a margin: a straight edge on the plane bulges out of the box of its ends.
  fileprivate var grown: BoundingBox {
    BoundingBox(minX: minX - 0.05, minY: minY - 0.05, maxX: maxX + 0.05, maxY: maxY + 0.05)
  }
}
