import Geometry
import Model
import TestSupport
import Testing

@testable import StoreEvents

@Suite struct `The binary form of a geometry` {
  static let shapes: [Shape] = [
    .point(Samples.exact), .points([Coordinate(1, 2), Coordinate(-3, 4)]),
    .lines(MultiLine([[Coordinate(0, 0), Coordinate(1, 1)]])),
    .polygons(Samples.square(44, 33, 1.3)),
    .collection([.point(Coordinate(1, 2)), .polygons(Samples.square(0, 0, 1))]),
    .polygons(MultiPolygon([])),
  ]

  @Test(arguments: shapes)
  func `gives back what went in, to the last bit`(_ shape: Shape) throws {
    let blob = GeometryBlob.encode(shape)
    #expect(try GeometryBlob.decode(blob) == shape)
    #expect(try GeometryBlob.bounds(blob) == shape.bounds)
    let header = try GeometryBlob.header(blob)
    #expect(header.srsID == 4326)
    #expect(header.isEmpty == shape.isEmpty)
  }

  @Test func `has no envelope for a point and one for everything else`() {
    let point = GeometryBlob.encode(.point(Coordinate(1, 2)))
    #expect(point[3] == 0b0000_0001 && point.count == 8 + 21)
    let area = GeometryBlob.encode(.polygons(Samples.square(0, 0, 1)))
    #expect(area[3] == 0b0000_0011)
  }

  /// Little or big endian, with the envelopes of heights and measures, as other programs write them.
  @Test(arguments: [0, 1, 2, 3, 4], [true, false])
  func `is read with every envelope in both byte orders`(_ code: Int, _ isLittle: Bool) throws {
    func ordered(_ bytes: [UInt8]) -> [UInt8] { isLittle ? bytes : bytes.reversed() }
    func number(_ value: Double) -> [UInt8] {
      ordered((0..<8).map { UInt8(truncatingIfNeeded: value.bitPattern >> (UInt64($0) * 8)) })
    }
    var blob: [UInt8] = [0x47, 0x50, 0, UInt8(code << 1) | (isLittle ? 1 : 0)]
    blob += ordered([0xE6, 0x10, 0, 0])
    let edges = [
      [], [0, 9, 0, 8], [0, 9, 0, 8, 1, 2], [0, 9, 0, 8, 1, 2], [0, 9, 0, 8, 1, 2, 3, 4],
    ]
    for edge in edges[code] { blob += number(Double(edge)) }
    blob += [isLittle ? 1 : 0] + ordered([1, 0, 0, 0]) + number(5) + number(6)
    #expect(try GeometryBlob.decode(blob) == .point(Coordinate(5, 6)))
    #expect(try GeometryBlob.header(blob).srsID == 4326)
    let box = try GeometryBlob.bounds(blob)
    #expect(box?.maxX == (code == 0 ? 5 : 9) && box?.minY == (code == 0 ? 6 : 0))
  }

  @Test(
    arguments: [
      [], [0x47], [0x47, 0x50, 0, 1, 0, 0, 0], [0x47, 0x51, 0, 1, 0, 0, 0, 0],
      [0x47, 0x50, 1, 1, 0, 0, 0, 0], [0x47, 0x50, 0, 0x21, 0, 0, 0, 0],
      [0x47, 0x50, 0, 0x0B, 0, 0, 0, 0], [0x47, 0x50, 0, 0x03, 0, 0, 0, 0],
    ] as [[UInt8]])
  func `is refused when its header is wrong`(_ blob: [UInt8]) {
    #expect(throws: GeometryError.self) { try GeometryBlob.decode(blob) }
    #expect(throws: GeometryError.self) { try GeometryBlob.bounds(blob) }
  }

  @Test(arguments: 0..<200)
  func `never stops the program, whatever the bytes`(_ seed: Int) {
    var random = SplitMix64(seed: seed)
    var blob = GeometryBlob.encode(Self.shapes[seed % Self.shapes.count])
    for _ in 0..<4 where !blob.isEmpty {
      blob[Int(random.next() % UInt64(blob.count))] = UInt8(truncatingIfNeeded: random.next())
    }
    let cut = Array(blob.prefix(Int(random.next() % UInt64(blob.count + 1))))
    for bytes in [blob, cut, random.bytes(40)] {
      // Either is right; what counts is that it returns.
      _ = try? GeometryBlob.decode(bytes)
      _ = try? GeometryBlob.bounds(bytes)
    }
    if cut.count < blob.count, cut.count < 8 {
      #expect(throws: GeometryError.self) { try GeometryBlob.decode(cut) }
    }
  }
}
