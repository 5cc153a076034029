package import Model

/// The plane of a map of any part of the earth, with angles true everywhere on it (WGS 84).
///
/// Lambert's conformal conic for most maps, with the standard parallels a sixth of the height from the
/// lower and the upper edge, so that the scale changes little over the map (Snyder, *Map Projections: A
/// Working Manual*, USGS Professional Paper 1395, 1987, chapter 15; the rule of one sixth, after Deetz
/// and Adams, in chapter 14).
/// Mercator where a cone makes no sense: along the equator, and for maps wider than 60 degrees.
/// Not `Sendable`: it belongs to the worker that made it. Made without PROJ's database.
package final class MapProjection: PlaneTransform {
  /// Which it is, for the map's own notes.
  package enum Kind: Sendable, Hashable {
    /// Degrees.
    case lambert(lower: Double, upper: Double, meridian: Double)
    case mercator(latitude: Double, meridian: Double)
  }

  /// The farthest that a map reaches: Mercator ends before the poles.
  package static let world = BoundingBox(minX: -180, minY: -85, maxX: 180, maxY: 85)

  package let kind: Kind
  private let projection: Projection

  /// Makes the projection for an extent in degrees, which is cut at 85 degrees north and south.
  /// - Throws: `GeodesyError` when the extent is empty or PROJ refuses.
  package init(for extent: BoundingBox, in context: ProjContext) throws(GeodesyError) {
    let world = MapProjection.world
    let south = max(extent.minY, world.minY)
    let north = min(extent.maxY, world.maxY)
    guard extent.minX.isFinite, extent.maxX > extent.minX, north > south,
      extent.minX >= world.minX, extent.maxX <= world.maxX
    else {
      throw GeodesyError(
        .badParameter, operation: "map projection",
        detail: "\(extent.minX), \(extent.minY) to \(extent.maxX), \(extent.maxY) is no extent; "
          + "west < east within ±180 and south < north are expected")
    }
    let meridian = MapProjection.rounded((extent.minX + extent.maxX) / 2)
    let middle = MapProjection.rounded((south + north) / 2)
    if abs(middle) < 5 || extent.maxX - extent.minX > 60 {
      kind = .mercator(latitude: middle, meridian: meridian)
      projection = try Projection(
        "+proj=merc +lat_ts=\(middle) +lon_0=\(meridian) +ellps=WGS84", context: context)
      return
    }
    let lower = MapProjection.rounded(south + (north - south) / 6)
    let upper = MapProjection.rounded(north - (north - south) / 6)
    kind = .lambert(lower: lower, upper: upper, meridian: meridian)
    projection = try Projection(
      "+proj=lcc +lat_1=\(lower) +lat_2=\(upper) +lat_0=\(middle) +lon_0=\(meridian) +ellps=WGS84",
      context: context)
  }

  /// A hundredth of a degree is near enough for a parallel, and short enough to be named.
  private static func rounded(_ degrees: Double) -> Double { (degrees * 100).rounded() / 100 }

  /// Transforms degrees, longitude first, to metres on the plane; y grows northward.
  package func forward(_ coordinate: Coordinate) throws(GeodesyError) -> Coordinate {
    try projection.forward(coordinate)
  }

  /// Transforms metres on the plane to degrees, longitude first.
  package func inverse(_ coordinate: Coordinate) throws(GeodesyError) -> Coordinate {
    try projection.inverse(coordinate)
  }
}
