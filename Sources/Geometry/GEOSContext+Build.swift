import CGEOS
import Model

/// Values of ours → geometries of GEOS.
///
/// GEOS constructors are not validators (3.11.1 takes a closed ring of three coordinates), so that
/// everything is checked in Swift before the first call. A part without coordinates is left out.
extension GEOSContext {
  /// Builds a shape.
  ///
  /// Linear in the vertices.
  func build(_ shape: Shape) throws(GeometryError) -> GEOSHandle {
    switch shape {
    case .point(let coordinate): return try build(coordinate)
    case .points(let coordinates): return try build(points: coordinates)
    case .lines(let lines): return try build(lines)
    case .polygons(let polygons): return try build(polygons)
    case .collection(let shapes):
      var parts = GEOSParts(context: self)
      for shape in shapes {
        parts.append(try build(shape))
      }
      return try collect(parts, as: GEOS_GEOMETRYCOLLECTION)
    }
  }

  /// Builds a point (`GEOSGeom_createPointFromXY_r`: no coordinate sequence, nothing to own).
  func build(_ coordinate: Coordinate) throws(GeometryError) -> GEOSHandle {
    try check([coordinate], what: "point")
    return try unsafe geometry(
      "GEOSGeom_createPointFromXY_r",
      GEOSGeom_createPointFromXY_r(raw, coordinate.x, coordinate.y))
  }

  /// Builds a MULTIPOINT.
  func build(points: [Coordinate]) throws(GeometryError) -> GEOSHandle {
    var parts = GEOSParts(context: self)
    for point in points {
      parts.append(try build(point))
    }
    return try collect(parts, as: GEOS_MULTIPOINT)
  }

  /// Builds a MULTILINESTRING.
  func build(_ lines: MultiLine) throws(GeometryError) -> GEOSHandle {
    var parts = GEOSParts(context: self)
    for (index, line) in lines.lines.enumerated() where !line.isEmpty {
      try check(line, what: "line \(index)")
      guard line.count >= 2 else {
        throw GeometryError(
          .lineTooShort, operation: "line \(index)",
          detail: "1 coordinate; a line has at least 2")
      }
      // Ownership of the sequence goes to GEOS, whatever comes back (see `build(ring:)`).
      let sequence = try unsafe sequence(line)
      parts.append(
        try unsafe geometry(
          "GEOSGeom_createLineString_r", GEOSGeom_createLineString_r(raw, sequence)))
    }
    return try collect(parts, as: GEOS_MULTILINESTRING)
  }

  /// Builds a MULTIPOLYGON.
  func build(_ polygons: MultiPolygon) throws(GeometryError) -> GEOSHandle {
    var parts = GEOSParts(context: self)
    for (index, polygon) in polygons.polygons.enumerated() where !polygon.rings.isEmpty {
      parts.append(try build(polygon, index: index))
    }
    return try collect(parts, as: GEOS_MULTIPOLYGON)
  }

  private func build(_ polygon: Polygon, index: Int) throws(GeometryError) -> GEOSHandle {
    let shell = try build(ring: polygon.rings[0], name: "polygon \(index), ring 0")
    var holes = GEOSParts(context: self)
    for number in 1..<max(1, polygon.rings.count) {
      holes.append(
        try build(ring: polygon.rings[number], name: "polygon \(index), ring \(number)"))
    }
    // `GEOSGeom_createPolygon_r` takes ownership of the shell and the holes (not of the array).
    let shellPointer = unsafe shell.release()
    var holePointers = unsafe holes.release()
    let count = CUnsignedInt(unsafe holePointers.count)
    return try unsafe geometry(
      "GEOSGeom_createPolygon_r",
      GEOSGeom_createPolygon_r(raw, shellPointer, &holePointers, count))
  }

  private func build(ring: [Coordinate], name: String) throws(GeometryError) -> GEOSHandle {
    try check(ring, what: name)
    guard ring.count >= 4 else {
      throw GeometryError(
        .ringTooShort, operation: name,
        detail: "\(ring.count) coordinates; a closed ring has at least 4")
    }
    guard ring.first == ring.last else {
      throw GeometryError(
        .ringNotClosed, operation: name, detail: "the last coordinate is not the first")
    }
    // GEOS destroys the sequence even when `GEOSGeom_createLinearRing_r` returns NULL (valgrind,
    // 3.11.1): never free it after the call.
    let sequence = try unsafe sequence(ring)
    return try unsafe geometry(
      "GEOSGeom_createLinearRing_r", GEOSGeom_createLinearRing_r(raw, sequence))
  }

  /// Copies coordinates to a sequence in one call (`GEOSCoordSeq_copyFromBuffer_r`).
  private func sequence(_ coordinates: [Coordinate]) throws(GeometryError) -> OpaquePointer {
    let result: OpaquePointer? = unsafe coordinates.withUnsafeBytes { bytes in
      // `Coordinate` is two Doubles and nothing else: the array is the interleaved buffer.
      let doubles = unsafe bytes.baseAddress?.assumingMemoryBound(to: Double.self)
      return unsafe GEOSCoordSeq_copyFromBuffer_r(
        raw, doubles, CUnsignedInt(coordinates.count), 0, 0)
    }
    guard let result = unsafe result else { throw failure("GEOSCoordSeq_copyFromBuffer_r") }
    return unsafe result
  }

  /// Makes a multi-geometry or a collection; GEOS takes ownership of the parts, not of the array.
  private func collect(
    _ parts: consuming GEOSParts, as type: GEOSGeomTypes
  ) throws(GeometryError) -> GEOSHandle {
    var pointers = unsafe parts.release()
    let count = CUnsignedInt(unsafe pointers.count)
    return try unsafe geometry(
      "GEOSGeom_createCollection_r",
      GEOSGeom_createCollection_r(raw, CInt(type.rawValue), &pointers, count))
  }

  private func check(_ coordinates: [Coordinate], what: String) throws(GeometryError) {
    for (index, coordinate) in coordinates.enumerated()
    where !coordinate.x.isFinite || !coordinate.y.isFinite {
      throw GeometryError(
        .coordinateNotFinite, operation: what,
        detail: "coordinate \(index) is not a pair of finite numbers")
    }
  }
}
