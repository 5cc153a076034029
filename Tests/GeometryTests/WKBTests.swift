import Model
import Testing

@testable import Geometry

@Suite struct `Well-known binary` {
  static func bytes(_ hex: String) -> [UInt8] {
    let digits = hex.filter { $0 != " " }.compactMap(\.hexDigitValue)
    return stride(from: 0, to: digits.count - 1, by: 2).map {
      UInt8(digits[$0] * 16 + digits[$0 + 1])
    }
  }

  struct Readable: Sendable, CustomTestStringConvertible {
    let name: String
    let hex: String
    let shape: Shape
    var testDescription: String { name }
  }

  static let one = "000000000000F03F"
  static let two = "0000000000000040"
  static let readable = [
    Readable(
      name: "point, little endian", hex: "01 01000000" + one + two,
      shape: .point(Coordinate(1, 2))),
    Readable(
      name: "point, big endian", hex: "00 00000001 3FF0000000000000 4000000000000000",
      shape: .point(Coordinate(1, 2))),
    Readable(
      name: "point with an SRID", hex: "01 01000020 E6100000" + one + two,
      shape: .point(Coordinate(1, 2))),
    Readable(
      name: "point with a height, EWKB", hex: "01 01000080" + one + two + two,
      shape: .point(Coordinate(1, 2))),
    Readable(
      name: "point with height and measure, ISO", hex: "01 B90B0000" + one + two + two + two,
      shape: .point(Coordinate(1, 2))),
    Readable(
      name: "point with a measure, ISO", hex: "01 D1070000" + one + two + one,
      shape: .point(Coordinate(1, 2))),
    Readable(
      name: "empty point", hex: "01 01000000 000000000000F87F 000000000000F87F",
      shape: .points([])),
    Readable(
      name: "line", hex: "01 02000000 02000000" + one + two + two + one,
      shape: .lines(MultiLine([[Coordinate(1, 2), Coordinate(2, 1)]]))),
    Readable(
      name: "line with heights, ISO",
      hex: "01 EA030000 02000000" + one + two + one + two + one + one,
      shape: .lines(MultiLine([[Coordinate(1, 2), Coordinate(2, 1)]]))),
    Readable(
      name: "polygon without rings", hex: "01 03000000 00000000",
      shape: .polygons(MultiPolygon([Polygon(rings: [])]))),
    Readable(
      name: "points in both orders",
      hex: "01 04000000 02000000 01 01000000" + one + two
        + "00 00000001 3FF0000000000000 4000000000000000",
      shape: .points([Coordinate(1, 2), Coordinate(1, 2)])),
    Readable(
      name: "collection",
      hex: "01 07000000 02000000 01 01000000" + one + two
        + "01 07000000 00000000",
      shape: .collection([.point(Coordinate(1, 2)), .collection([])])),
  ]

  @Test(arguments: readable)
  func `dialects are read`(_ example: Readable) throws {
    #expect(try WKB.decode(Self.bytes(example.hex)) == example.shape)
  }

  struct Broken: Sendable, CustomTestStringConvertible {
    let name: String
    let hex: String
    let code: GeometryError.Code
    let offset: Int
    var testDescription: String { name }
  }

  static let broken = [
    Broken(name: "nothing", hex: "", code: .wkbTruncated, offset: 0),
    Broken(name: "only a byte order", hex: "01", code: .wkbTruncated, offset: 1),
    Broken(name: "byte order 2", hex: "02 01000000", code: .wkbUnknownType, offset: 0),
    Broken(name: "type 0", hex: "01 00000000", code: .wkbUnknownType, offset: 0),
    Broken(name: "curve", hex: "01 08000000 00000000", code: .wkbUnknownType, offset: 0),
    Broken(name: "ISO 4001", hex: "01 A10F0000", code: .wkbUnknownType, offset: 0),
    Broken(
      name: "half a point", hex: "01 01000000" + one + "0000", code: .wkbTruncated, offset: 13),
    Broken(
      name: "four billion vertices", hex: "01 02000000 FFFFFFFF" + one, code: .wkbTruncated,
      offset: 5),
    Broken(
      name: "four billion polygons", hex: "01 06000000 FFFFFFFF" + one, code: .wkbTruncated,
      offset: 5),
    Broken(
      name: "bytes left", hex: "01 01000000" + one + two + "00", code: .wkbTrailingBytes, offset: 21
    ),
    Broken(
      name: "line among points", hex: "01 04000000 01000000 01 02000000 00000000",
      code: .wkbUnknownType, offset: 9),
    Broken(
      name: "infinite vertex", hex: "01 02000000 01000000" + one + "000000000000F07F",
      code: .coordinateNotFinite, offset: 9),
    Broken(
      name: "half a point is not a number", hex: "01 01000000" + one + "000000000000F87F",
      code: .coordinateNotFinite, offset: 5),
    Broken(
      name: "nested too deep",
      hex: String(repeating: "01 07000000 01000000", count: 40)
        + "01 07000000 00000000", code: .wkbTooDeep, offset: 144),
  ]

  @Test(arguments: broken)
  func `what is broken is refused with its place`(_ example: Broken) {
    let error = #expect(throws: GeometryError.self) {
      try WKB.decode(Self.bytes(example.hex))
    }
    #expect(error?.code == example.code)
    #expect(error?.operation == "WKB byte \(example.offset)")
  }

  @Test func `a polygon is written as expected`() {
    let triangle = MultiPolygon([Polygon(rings: [Samples.ring([(1, 1), (2, 1), (1, 2), (1, 1)])])])
    let expected =
      "01 06000000 01000000 01 03000000 01000000 04000000" + Self.one + Self.one + Self.two
      + Self.one + Self.one + Self.two + Self.one + Self.one
    #expect(WKB.encode(.polygons(triangle)) == Self.bytes(expected))
  }

  @Test func `bytes behind a header are read`() throws {
    let header: [UInt8] = [71, 80, 0, 1]
    var bytes = header
    WKB.append(.point(Coordinate(3, 4)), to: &bytes)
    #expect(try WKB.decode(bytes, from: 4) == .point(Coordinate(3, 4)))
    #expect(throws: GeometryError.self) { try WKB.decode(bytes, from: 99) }
    #expect(throws: GeometryError.self) { try WKB.decode(bytes, from: -1) }
  }

  static func shape(using generator: inout SplitMix64, depth: Int = 0) -> Shape {
    func coordinates(_ least: Int) -> [Coordinate] {
      (0..<Int.random(in: least...6, using: &generator)).map { _ in
        Coordinate(
          Double.random(in: -1e9...1e9, using: &generator),
          Double.random(in: -1e-9...1e-9, using: &generator))
      }
    }
    func count() -> Int { Int.random(in: 0...4, using: &generator) }
    switch Int.random(in: 0...(depth < 3 ? 4 : 3), using: &generator) {
    case 0: return .point(coordinates(1)[0])
    case 1: return .points(coordinates(0))
    case 2: return .lines(MultiLine((0..<count()).map { _ in coordinates(0) }))
    case 3:
      return .polygons(
        MultiPolygon(
          (0..<count()).map { _ in Polygon(rings: (0..<count()).map { _ in coordinates(0) }) }))
    default:
      return .collection((0..<count()).map { _ in shape(using: &generator, depth: depth + 1) })
    }
  }

  @Test(arguments: 0..<200)
  func `what is written is read again`(seed: Int) throws {
    var generator = SplitMix64(seed: seed)
    let shape = Self.shape(using: &generator)
    #expect(try WKB.decode(WKB.encode(shape)) == shape)
  }

  @Test(arguments: 0..<200)
  func `random and damaged bytes never trap`(seed: Int) {
    var generator = SplitMix64(seed: seed)
    for _ in 0..<50 {
      let length = Int.random(in: 0...64, using: &generator)
      var bytes = (0..<length).map { _ in UInt8.random(in: 0...255, using: &generator) }
      _ = try? WKB.decode(bytes)
      bytes.insert(contentsOf: [1, UInt8.random(in: 1...7, using: &generator), 0, 0, 0], at: 0)
      _ = try? WKB.decode(bytes)
      bytes = WKB.encode(Self.shape(using: &generator))
      let place = Int.random(in: 0..<bytes.count, using: &generator)
      bytes[place] = UInt8.random(in: 0...255, using: &generator)
      _ = try? WKB.decode(bytes)
      _ = try? WKB.decode(Array(bytes.prefix(place)))
    }
  }
}
