import CPROJ
import Model

/// Degrees, longitude first → metres, by one of PROJ's projections.
struct Projection: ~Copyable {
  private let handle: PROJHandle

  init(_ definition: String, context: ProjContext) throws(GeodesyError) {
    handle = try PROJHandle(definition: definition, session: context.plain)
  }

  func forward(_ degrees: Coordinate) throws(GeodesyError) -> Coordinate {
    // PROJ takes any number for a longitude and folds it: what is out of range is a mistake.
    guard abs(degrees.x) <= 180, abs(degrees.y) <= 90 else {
      throw GeodesyError(
        .coordinateOutOfRange, operation: "proj_trans",
        detail: "longitude \(degrees.x), latitude \(degrees.y); degrees, longitude first, are "
          + "expected")
    }
    let radians = Coordinate(degrees.x * .pi / 180, degrees.y * .pi / 180)
    return try handle.transform(radians, PJ_FWD)
  }

  func inverse(_ metres: Coordinate) throws(GeodesyError) -> Coordinate {
    let radians = try handle.transform(metres, PJ_INV)
    return Coordinate(radians.x * 180 / .pi, radians.y * 180 / .pi)
  }
}
