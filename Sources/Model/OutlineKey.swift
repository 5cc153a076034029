/// An outline as the key of a dictionary.
///
/// Equal when the outlines are, but hashed by a few numbers only: outlines have thousands of vertices,
/// and those of one place share their storage, so that comparing them is cheap.
public struct OutlineKey: Sendable, Hashable {
  public let outline: MultiPolygon

  @inlinable
  public init(_ outline: MultiPolygon) {
    self.outline = outline
  }

  @inlinable
  public func hash(into hasher: inout Hasher) {
    hasher.combine(outline.polygons.count)
    guard let ring = outline.polygons.first?.rings.first else { return }
    hasher.combine(ring.count)
    for index in [0, ring.count / 3, 2 * ring.count / 3] where index < ring.count {
      hasher.combine(ring[index].x)
      hasher.combine(ring[index].y)
    }
  }
}
