import Model

/// A cursor over well-known binary; the bytes are passed to each step, so that nothing is copied.
struct WKBReader {
  private(set) var offset = 0

  /// What stands at the head of each geometry.
  private struct Head {
    var kind: WKB.Kind
    var isLittleEndian: Bool
    /// Numbers a coordinate: 2, 3 or 4.
    var dimensions: Int
    var coordinateSize: Int { dimensions * 8 }
  }

  /// The least bytes that a geometry takes: byte order, type, count.
  private static let leastGeometry = 9

  mutating func shape(_ bytes: Span<UInt8>, depth: Int) throws(GeometryError) -> Shape {
    guard depth < WKB.deepest else {
      throw GeometryError(
        .wkbTooDeep, operation: "WKB byte \(offset)",
        detail: "collections nested more than \(WKB.deepest) deep")
    }
    let head = try head(bytes)
    switch head.kind {
    case .point:
      return try point(bytes, head).map(Shape.point) ?? .points([])
    case .lineString:
      return .lines(MultiLine([try coordinates(bytes, head)]))
    case .polygon:
      return .polygons(MultiPolygon([try polygon(bytes, head)]))
    case .multiPoint:
      var points: [Coordinate] = []
      for _ in 0..<(try count(bytes, head, least: Self.leastGeometry)) {
        let part = try self.head(bytes, in: head, expecting: .point)
        if let point = try point(bytes, part) { points.append(point) }
      }
      return .points(points)
    case .multiLineString:
      var lines: [[Coordinate]] = []
      for _ in 0..<(try count(bytes, head, least: Self.leastGeometry)) {
        let part = try self.head(bytes, in: head, expecting: .lineString)
        lines.append(try coordinates(bytes, part))
      }
      return .lines(MultiLine(lines))
    case .multiPolygon:
      var polygons: [Polygon] = []
      for _ in 0..<(try count(bytes, head, least: Self.leastGeometry)) {
        let part = try self.head(bytes, in: head, expecting: .polygon)
        polygons.append(try polygon(bytes, part))
      }
      return .polygons(MultiPolygon(polygons))
    case .collection:
      var shapes: [Shape] = []
      for _ in 0..<(try count(bytes, head, least: Self.leastGeometry)) {
        shapes.append(try shape(bytes, depth: depth + 1))
      }
      return .collection(shapes)
    }
  }

  // MARK: Heads

  private mutating func head(_ bytes: Span<UInt8>) throws(GeometryError) -> Head {
    let start = offset
    let order = UInt8(try number(bytes, size: 1, isLittleEndian: true))
    guard order <= 1 else {
      throw GeometryError(
        .wkbUnknownType, operation: "WKB byte \(start)",
        detail: "byte order \(order); 0 (big endian) or 1 (little endian) is expected")
    }
    let isLittleEndian = order == 1
    let type = UInt32(try number(bytes, size: 4, isLittleEndian: isLittleEndian))
    let plain = type & ~(WKB.flagZ | WKB.flagM | WKB.flagSRID)
    // ISO numbers: 1000 more for heights, 2000 for measures, 3000 for both.
    let (iso, code) = plain.quotientAndRemainder(dividingBy: 1000)
    guard let kind = WKB.Kind(rawValue: code), iso <= 3 else {
      throw GeometryError(
        .wkbUnknownType, operation: "WKB byte \(start)",
        detail: "geometry type \(type); points, lines, polygons and collections of them are read")
    }
    if type & WKB.flagSRID != 0 {
      _ = try number(bytes, size: 4, isLittleEndian: isLittleEndian)
    }
    let hasZ = type & WKB.flagZ != 0 || iso == 1 || iso == 3
    let hasM = type & WKB.flagM != 0 || iso == 2 || iso == 3
    return Head(
      kind: kind, isLittleEndian: isLittleEndian, dimensions: 2 + (hasZ ? 1 : 0) + (hasM ? 1 : 0))
  }

  private mutating func head(
    _ bytes: Span<UInt8>, in outer: Head, expecting kind: WKB.Kind
  ) throws(GeometryError) -> Head {
    let start = offset
    let head = try head(bytes)
    guard head.kind == kind else {
      throw GeometryError(
        .wkbUnknownType, operation: "WKB byte \(start)",
        detail: "\(head.kind) as part of a \(outer.kind); \(kind) is expected")
    }
    return head
  }

  // MARK: Parts

  private mutating func polygon(
    _ bytes: Span<UInt8>, _ head: Head
  ) throws(GeometryError) -> Polygon {
    var rings: [[Coordinate]] = []
    for _ in 0..<(try count(bytes, head, least: 4)) {
      rings.append(try coordinates(bytes, head))
    }
    return Polygon(rings: rings)
  }

  private mutating func coordinates(
    _ bytes: Span<UInt8>, _ head: Head
  ) throws(GeometryError) -> [Coordinate] {
    let count = try count(bytes, head, least: head.coordinateSize)
    var result: [Coordinate] = []
    // Not an untrusted number any more: that many coordinates are really there.
    result.reserveCapacity(count)
    for _ in 0..<count {
      let start = offset
      let coordinate = try coordinate(bytes, head)
      guard coordinate.x.isFinite, coordinate.y.isFinite else { throw notFinite(start) }
      result.append(coordinate)
    }
    return result
  }

  /// Reads a point; one of two NaN is the empty point.
  private mutating func point(
    _ bytes: Span<UInt8>, _ head: Head
  ) throws(GeometryError) -> Coordinate? {
    let start = offset
    let coordinate = try coordinate(bytes, head)
    if coordinate.x.isNaN, coordinate.y.isNaN { return nil }
    guard coordinate.x.isFinite, coordinate.y.isFinite else { throw notFinite(start) }
    return coordinate
  }

  private mutating func coordinate(
    _ bytes: Span<UInt8>, _ head: Head
  ) throws(GeometryError) -> Coordinate {
    let x = try number(bytes, size: 8, isLittleEndian: head.isLittleEndian)
    let y = try number(bytes, size: 8, isLittleEndian: head.isLittleEndian)
    for _ in 2..<head.dimensions {
      _ = try number(bytes, size: 8, isLittleEndian: head.isLittleEndian)
    }
    return Coordinate(Double(bitPattern: x), Double(bitPattern: y))
  }

  // MARK: Numbers

  /// Reads a count and checks that so many parts of at least that size can be left.
  private mutating func count(
    _ bytes: Span<UInt8>, _ head: Head, least: Int
  ) throws(GeometryError) -> Int {
    let start = offset
    let count = Int(try number(bytes, size: 4, isLittleEndian: head.isLittleEndian))
    guard count <= (bytes.count - offset) / least else {
      throw GeometryError(
        .wkbTruncated, operation: "WKB byte \(start)",
        detail: "\(count) parts announced, \(bytes.count - offset) bytes left")
    }
    return count
  }

  private mutating func number(
    _ bytes: Span<UInt8>, size: Int, isLittleEndian: Bool
  ) throws(GeometryError) -> UInt64 {
    guard bytes.count - offset >= size else {
      throw GeometryError(
        .wkbTruncated, operation: "WKB byte \(offset)",
        detail: "\(size) bytes expected, \(bytes.count - offset) left")
    }
    var value: UInt64 = 0
    for index in 0..<size {
      let shift = UInt64(isLittleEndian ? index : size - 1 - index) * 8
      value |= UInt64(bytes[offset + index]) << shift
    }
    offset += size
    return value
  }

  private func notFinite(_ offset: Int) -> GeometryError {
    GeometryError(
      .coordinateNotFinite, operation: "WKB byte \(offset)",
      detail: "not a pair of finite numbers")
  }
}
