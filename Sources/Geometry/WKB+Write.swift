import Model

extension WKB {
  /// Returns a shape as well-known binary, little endian.
  ///
  /// Linear in the vertices.
  ///
  /// Lines and polygons are written as MULTILINESTRING and MULTIPOLYGON, also when there is one.
  package static func encode(_ shape: Shape) -> [UInt8] {
    var bytes: [UInt8] = []
    append(shape, to: &bytes)
    return bytes
  }

  /// Appends a shape to bytes that may begin with a header of their own.
  package static func append(_ shape: Shape, to bytes: inout [UInt8]) {
    switch shape {
    case .point(let coordinate):
      append(.point, to: &bytes)
      append(coordinate, to: &bytes)
    case .points(let points):
      append(.multiPoint, count: points.count, to: &bytes)
      for point in points {
        append(.point, to: &bytes)
        append(point, to: &bytes)
      }
    case .lines(let lines):
      append(.multiLineString, count: lines.lines.count, to: &bytes)
      for line in lines.lines {
        append(.lineString, to: &bytes)
        append(line, to: &bytes)
      }
    case .polygons(let polygons):
      append(.multiPolygon, count: polygons.polygons.count, to: &bytes)
      for polygon in polygons.polygons {
        append(.polygon, count: polygon.rings.count, to: &bytes)
        for ring in polygon.rings {
          append(ring, to: &bytes)
        }
      }
    case .collection(let shapes):
      append(.collection, count: shapes.count, to: &bytes)
      for shape in shapes {
        append(shape, to: &bytes)
      }
    }
  }

  private static func append(_ kind: Kind, to bytes: inout [UInt8]) {
    bytes.append(1)
    append(kind.rawValue, to: &bytes)
  }

  private static func append(_ kind: Kind, count: Int, to bytes: inout [UInt8]) {
    append(kind, to: &bytes)
    append(UInt32(count), to: &bytes)
  }

  private static func append(_ coordinates: [Coordinate], to bytes: inout [UInt8]) {
    append(UInt32(coordinates.count), to: &bytes)
    bytes.reserveCapacity(bytes.count + coordinates.count * 16)
    for coordinate in coordinates {
      append(coordinate, to: &bytes)
    }
  }

  private static func append(_ coordinate: Coordinate, to bytes: inout [UInt8]) {
    append(coordinate.x.bitPattern, to: &bytes)
    append(coordinate.y.bitPattern, to: &bytes)
  }

  private static func append(_ value: some FixedWidthInteger, to bytes: inout [UInt8]) {
    var rest = value
    for _ in 0..<(value.bitWidth / 8) {
      bytes.append(UInt8(truncatingIfNeeded: rest))
      rest >>= 8
    }
  }
}
