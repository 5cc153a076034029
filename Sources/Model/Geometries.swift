/// A pair of planar numbers.
///
/// What they mean is said by the owner: longitude and latitude in degrees (WGS 84, longitude
/// first) everywhere outside a projection, metres inside one.
public struct Coordinate: Sendable, Hashable {
  public var x: Double
  public var y: Double

  @inlinable
  public init(_ x: Double, _ y: Double) {
    self.x = x
    self.y = y
  }
}

/// A polygon as closed rings: the first is the exterior, the others are holes.
public struct Polygon: Sendable, Hashable {
  public var rings: [[Coordinate]]

  public init(rings: [[Coordinate]]) {
    self.rings = rings
  }
}

/// Any number of polygons that are drawn and measured as one.
public struct MultiPolygon: Sendable, Hashable {
  public var polygons: [Polygon]

  public init(_ polygons: [Polygon]) {
    self.polygons = polygons
  }

  /// Whether there is nothing to draw.
  public var isEmpty: Bool { polygons.isEmpty }

  /// The bounds of all exterior rings, or nil when there are none.
  ///
  /// Linear in the vertices.
  public var bounds: BoundingBox? {
    BoundingBox(enclosing: polygons.lazy.compactMap(\.rings.first).joined())
  }
}

/// Any number of open or closed lines.
public struct MultiLine: Sendable, Hashable {
  public var lines: [[Coordinate]]

  public init(_ lines: [[Coordinate]]) {
    self.lines = lines
  }

  /// The bounds of all lines, or nil when there are none.
  ///
  /// Linear in the vertices.
  public var bounds: BoundingBox? {
    BoundingBox(enclosing: lines.joined())
  }
}
