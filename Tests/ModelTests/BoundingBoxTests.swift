import Model
import Testing

@Suite struct `Bounding box` {
  @Test func `encloses coordinates`() {
    let box = BoundingBox(enclosing: [Coordinate(3, 1), Coordinate(-2, 5), Coordinate(0, 0)])
    #expect(box == BoundingBox(minX: -2, minY: 0, maxX: 3, maxY: 5))
    #expect(BoundingBox(enclosing: [Coordinate]()) == nil)
    #expect(
      BoundingBox(enclosing: [Coordinate(1, 2)])
        == BoundingBox(minX: 1, minY: 2, maxX: 1, maxY: 2))
  }

  static let pairs: [(box: BoundingBox, meets: Bool)] = [
    (BoundingBox(minX: 1, minY: 1, maxX: 3, maxY: 3), true),
    (BoundingBox(minX: 2, minY: 0, maxX: 3, maxY: 1), true),
    (BoundingBox(minX: 2, minY: 2, maxX: 3, maxY: 3), true),
    (BoundingBox(minX: 2.1, minY: 0, maxX: 3, maxY: 1), false),
    (BoundingBox(minX: 0, minY: -3, maxX: 2, maxY: -0.1), false),
    (BoundingBox(minX: 0.5, minY: 0.5, maxX: 1, maxY: 1), true),
  ]

  @Test(arguments: pairs) func `meets, edges counted, both ways`(box: BoundingBox, meets: Bool) {
    let square = BoundingBox(minX: 0, minY: 0, maxX: 2, maxY: 2)
    #expect(square.intersects(box) == meets)
    #expect(box.intersects(square) == meets)
  }

  @Test func `contains its edge`() {
    let box = BoundingBox(minX: 0, minY: 0, maxX: 2, maxY: 2)
    #expect(box.contains(Coordinate(0, 2)))
    #expect(box.contains(Coordinate(1, 1)))
    #expect(!box.contains(Coordinate(2.0001, 1)))
  }

  @Test func `unites`() {
    let left = BoundingBox(minX: 0, minY: 0, maxX: 1, maxY: 1)
    let right = BoundingBox(minX: 5, minY: -1, maxX: 6, maxY: 0.5)
    #expect(left.union(right) == BoundingBox(minX: 0, minY: -1, maxX: 6, maxY: 1))
    #expect(left.union(right) == right.union(left))
  }

  @Test func `of polygons is that of their exteriors`() {
    let square = Polygon(rings: [
      [Coordinate(0, 0), Coordinate(4, 0), Coordinate(4, 4), Coordinate(0, 0)]
    ])
    #expect(MultiPolygon([square]).bounds == BoundingBox(minX: 0, minY: 0, maxX: 4, maxY: 4))
    #expect(MultiPolygon([]).bounds == nil)
    #expect(MultiLine([[Coordinate(1, 2)]]).bounds?.maxY == 2)
  }
}
