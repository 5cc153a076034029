/// Planar operations on polygons, lines and points, done by GEOS.
///
/// Values in, values out; the geometries of GEOS live inside one call. Coordinates are planar and
/// in any unit: lengths and areas come back in that unit, so that degrees have to be projected
/// first (`Geodesy`). Polygons that come back are wound as RFC 7946 asks.
///
/// Not `Sendable`: one engine owns one GEOS context, which one thread at a time may use. Make one
/// per worker, about 0.2 microseconds each.
///
/// What every operation refuses before it reaches GEOS: a coordinate that is not finite, a ring of
/// fewer than four coordinates or not closed, a line of one coordinate. Overlays of polygons that
/// are not valid may fail: see `validityFault(_:)` and `makeValid(_:)`.
package final class GeometryEngine {
  let context: GEOSContext

  /// Makes an engine.
  /// - Throws: `GeometryError` when GEOS is older than 3.10 or has no memory.
  package init() throws(GeometryError) {
    context = try GEOSContext()
  }
}
