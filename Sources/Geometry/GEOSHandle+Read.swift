import CGEOS
import Model

/// Geometries of GEOS → values of ours.
extension GEOSHandle {
  /// Returns the polygon parts, wound as RFC 7946 asks.
  ///
  /// Linear in the vertices.
  ///
  /// Points and lines, which an overlay leaves where polygons only touch, are dropped.
  borrowing func polygons() throws(GeometryError) -> MultiPolygon {
    MultiPolygon(try parts().polygons)
  }

  /// Returns all parts sorted by dimension.
  ///
  /// Linear in the vertices.
  borrowing func parts() throws(GeometryError) -> GeometryParts {
    var parts = GeometryParts()
    try unsafe context.read(pointer, into: &parts)
    return parts
  }
}

extension GEOSContext {
  /// Appends what a geometry holds.
  ///
  /// The pointer is only looked at.
  fileprivate func read(
    _ geometry: OpaquePointer, into parts: inout GeometryParts
  ) throws(GeometryError) {
    guard try unsafe !predicate("GEOSisEmpty_r", GEOSisEmpty_r(raw, geometry)) else { return }
    let type = unsafe GEOSGeomTypeId_r(raw, geometry)
    switch GEOSGeomTypes(rawValue: GEOSGeomTypes.RawValue(max(0, type))) {
    case GEOS_POINT:
      parts.points += try unsafe coordinates(geometry)
    case GEOS_LINESTRING, GEOS_LINEARRING:
      parts.lines.append(try unsafe coordinates(geometry))
    case GEOS_POLYGON:
      parts.polygons.append(try unsafe polygon(geometry))
    default:
      for index in 0..<(unsafe GEOSGetNumGeometries_r(raw, geometry)) {
        guard let part = unsafe GEOSGetGeometryN_r(raw, geometry, index) else {
          throw failure("GEOSGetGeometryN_r")
        }
        try unsafe read(part, into: &parts)
      }
    }
  }

  private func polygon(_ geometry: OpaquePointer) throws(GeometryError) -> Polygon {
    guard let shell = unsafe GEOSGetExteriorRing_r(raw, geometry) else {
      throw failure("GEOSGetExteriorRing_r")
    }
    var rings = [try unsafe coordinates(shell)]
    for index in 0..<max(0, unsafe GEOSGetNumInteriorRings_r(raw, geometry)) {
      guard let hole = unsafe GEOSGetInteriorRingN_r(raw, geometry, index) else {
        throw failure("GEOSGetInteriorRingN_r")
      }
      rings.append(try unsafe coordinates(hole))
    }
    return Polygon(rings: rings).wound()
  }

  /// Copies the coordinates of a point, line or ring (`GEOSCoordSeq_copyToBuffer_r`).
  private func coordinates(_ geometry: OpaquePointer) throws(GeometryError) -> [Coordinate] {
    guard let sequence = unsafe GEOSGeom_getCoordSeq_r(raw, geometry) else {
      throw failure("GEOSGeom_getCoordSeq_r")
    }
    return try unsafe coordinates(ofSequence: sequence)
  }

  /// Copies a sequence; it stays the property of whoever owned it.
  func coordinates(ofSequence sequence: OpaquePointer) throws(GeometryError) -> [Coordinate] {
    var size: CUnsignedInt = 0
    try unsafe status("GEOSCoordSeq_getSize_r", GEOSCoordSeq_getSize_r(raw, sequence, &size))
    let count = Int(size)
    var copied: CInt = 0
    let result = unsafe [Coordinate](unsafeUninitializedCapacity: count) { buffer, filled in
      guard let base = buffer.baseAddress else {
        copied = 1
        return
      }
      // `Coordinate` is two Doubles and nothing else: the array is the interleaved buffer.
      let doubles = unsafe UnsafeMutableRawPointer(base).assumingMemoryBound(to: Double.self)
      copied = unsafe GEOSCoordSeq_copyToBuffer_r(raw, sequence, doubles, 0, 0)
      filled = copied == 1 ? count : 0
    }
    try status("GEOSCoordSeq_copyToBuffer_r", copied)
    return result
  }
}
