import Model
import TestSupport
import Testing

@testable import EmitLayers

@Suite struct `Outline memory` {
  static func square(_ x: Double) -> MultiPolygon {
    MultiPolygon([
      Polygon(rings: [
        [
          Coordinate(x: x, y: 34), Coordinate(x: x + 1, y: 34), Coordinate(x: x + 1, y: 35),
          Coordinate(x: x, y: 35), Coordinate(x: x, y: 34),
        ]
      ])
    ])
  }

  static func written(_ outlines: [MultiPolygon], _ memory: OutlineMemory?) -> [UInt8] {
    var json = JSONBytes(capacity: 1000, outlines: memory)
    json.beginArray()
    for outline in outlines { json.polygons(outline) }
    json.endArray()
    return json.bytes
  }

  @Test func `gives the bytes that writing gives, in this and in later buffers`() {
    let outlines = [Self.square(44), Self.square(45), Self.square(44)]
    let memory = OutlineMemory()
    let plain = Self.written(outlines, nil)
    #expect(Self.written(outlines, memory) == plain)
    #expect(Self.written(outlines, memory) == plain)
    #expect(memory.find(OutlineKey(Self.square(45))) != nil)
    #expect(memory.find(OutlineKey(Self.square(46))) == nil)
  }

  /// Outlines that differ only between the vertices that are hashed.
  @Test func `keeps outlines apart that hash alike`() {
    var other = Self.square(44)
    other.polygons[0].rings[0][2].x += 0.5
    let memory = OutlineMemory()
    let both = [Self.square(44), other]
    #expect(Self.written(both, memory) == Self.written(both, nil))
    #expect(Self.written(both, memory) == Self.written(both, nil))
  }

  @Test func `holds no more than its limit`() {
    let one = Self.written([Self.square(44)], nil).count
    let memory = OutlineMemory(limit: 20 * one)
    for number in 0..<100 {
      _ = Self.written([Self.square(Double(number))], memory)
    }
    let held = (0..<100).count { memory.find(OutlineKey(Self.square(Double($0)))) != nil }
    #expect((1...20).contains(held))
    let small = OutlineMemory(limit: one)
    #expect(Self.written([Self.square(44)], small) == Self.written([Self.square(44)], nil))
    #expect(small.find(OutlineKey(Self.square(44))) == nil)
  }
}
