import Glibc
import Model
import Testing

@testable import Geometry

/// What is built is destroyed: a leak of one geometry a round would be some 70 MB here.
///
/// Valgrind over the same calls tells leaks to the byte.
@Suite(.serialized) struct `Ownership` {
  static let rounds = 10_000
  /// Other tests run meanwhile, so that some growth is theirs.
  static let tolerance = 32 << 20

  /// A ring of 301 vertices: 7 KB in GEOS.
  static let large: MultiPolygon = {
    var ring = (0..<300).map { step in
      let angle = 2 * Double.pi * Double(step) / 300
      return Coordinate(cos(angle), sin(angle))
    }
    ring.append(ring[0])
    return MultiPolygon([Polygon(rings: [ring])])
  }()

  /// The resident memory of the process in bytes.
  static func residentMemory() throws -> Int {
    let file = try #require(fopen("/proc/self/statm", "r"))
    defer { fclose(file) }
    var line = [CChar](repeating: 0, count: 256)
    _ = try #require(fgets(&line, 256, file))
    let text = line.prefix { $0 != 0 }.map { Character(Unicode.Scalar(UInt8(bitPattern: $0))) }
    let pages = try #require(Int(String(String(text).split(separator: " ")[1])))
    return pages * 4096
  }

  static func expectNoGrowth(_ body: (_ round: Int) throws -> Void) throws {
    for round in 0..<100 { try body(round) }
    let before = try residentMemory()
    for round in 0..<rounds { try body(round) }
    #expect(try residentMemory() - before < tolerance)
  }

  @Test func `geometries do not leak`() throws {
    let engine = try GeometryEngine()
    try Self.expectNoGrowth { _ in
      _ = try engine.planarArea(of: Self.large)
    }
  }

  @Test func `results do not leak`() throws {
    let engine = try GeometryEngine()
    try Self.expectNoGrowth { _ in
      _ = try engine.pointOnSurface(Self.large)
      _ = try engine.nearestPoint(on: Self.large, to: Coordinate(2, 2))
    }
  }

  @Test func `half-built geometries do not leak`() throws {
    let engine = try GeometryEngine()
    let ring = Self.large.polygons[0].rings[0]
    let half = MultiPolygon([
      Polygon(rings: [ring]), Polygon(rings: [ring, Array(ring.dropLast())]),
    ])
    try Self.expectNoGrowth { _ in
      #expect(throws: GeometryError.self) { try engine.planarArea(of: half) }
    }
  }

  @Test func `faults and failures do not leak`() throws {
    let engine = try GeometryEngine()
    try Self.expectNoGrowth { round in
      _ = try engine.validityFault(Self.large)
      _ = try engine.validityFault(Samples.bowTie)
      // A C++ exception takes half a millisecond: not every round.
      if round % 10 == 0 { _ = try? engine.intersection(Samples.bowTie, Samples.holed) }
    }
  }

  @Test func `contexts and indexes do not leak`() throws {
    try Self.expectNoGrowth { _ in
      let index = try PolygonIndex([Self.large, Samples.holed])
      _ = try index.covering(Coordinate(0.5, 0.5))
    }
  }
}
