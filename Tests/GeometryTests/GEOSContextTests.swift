import Model
import Testing

@testable import Geometry

@Suite struct `GEOS context` {
  @Test(arguments: [
    ("3.11.1-CAPI-1.17.1", true), ("3.10.0-CAPI-1.16.0", true), ("4.0.0", true),
    ("3.9.5-CAPI-1.14.3", false), ("2.11.0", false), ("", false), ("three", false),
  ])
  func `tells which GEOS is new enough`(version: String, isSupported: Bool) {
    #expect(GEOSContext.supports(version: version) == isSupported)
  }

  @Test func `an error names the operation and says what GEOS said`() throws {
    let engine = try GeometryEngine()
    let error = #expect(throws: GeometryError.self) {
      try engine.lineIntersection(Samples.crossing, Samples.bowTie)
    }
    #expect(error?.code == .operationFailed)
    #expect(error?.operation == "GEOSIntersection_r")
    #expect(error?.detail.contains("TopologyException") == true)
  }

  @Test func `a message is reported once`() throws {
    let engine = try GeometryEngine()
    _ = try? engine.lineIntersection(Samples.crossing, Samples.bowTie)
    #expect(engine.context.failure("later").detail == "no message from GEOS")
  }

  @Test func `a success forgets the message before it`() throws {
    let engine = try GeometryEngine()
    let context = engine.context
    let geometry = try context.build(Samples.bowTie)
    _ = try? engine.lineIntersection(Samples.crossing, Samples.bowTie)
    _ = try geometry.polygons()
    #expect(context.failure("later").detail == "no message from GEOS")
  }

  @Test func `an engine works after an error`() throws {
    let engine = try GeometryEngine()
    _ = try? engine.lineIntersection(Samples.crossing, Samples.bowTie)
    let both = try engine.intersection(Samples.square(0, 0), Samples.square(0.5, 0))
    #expect(try engine.planarArea(of: both) == 0.5)
  }

  @Test func `error ids are unique and numbered`() {
    let ids = GeometryError.Code.allCases.map(\.rawValue)
    #expect(Set(ids).count == ids.count)
    #expect(ids == ids.sorted())
    #expect(ids.allSatisfy { $0.count == 4 && $0.hasPrefix("G") })
  }
}
