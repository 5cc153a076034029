import Model
import Testing

@testable import Geodesy

@Suite struct `Projections` {
  @Test(arguments: 0..<50)
  func `distance and direction from the center are those of the geodesic`(seed: Int) throws {
    var generator = SplitMix64(seed: seed)
    let center = try Places.nearby(using: &generator)
    let place = try Places.nearby(using: &generator)
    let projection = try LocalProjection(center: center, in: ProjContext())
    let plane = try projection.forward(place.coordinate)
    let path = Geodesic.wgs84.inverse(from: center, to: place)
    #expect(abs((plane.x * plane.x + plane.y * plane.y).squareRoot() - path.distance) < 1e-3)
    let north = try projection.forward(
      Geodesic.wgs84.destination(from: center, azimuth: 0, distance: 1000).coordinate)
    #expect(abs(north.x) < 1e-3)
    #expect(abs(north.y - 1000) < 1e-3)
  }

  @Test(arguments: 0..<50)
  func `back from the plane is where it was`(seed: Int) throws {
    var generator = SplitMix64(seed: seed)
    let context = try ProjContext()
    let place = try Places.nearby(using: &generator).coordinate
    let transforms: [any PlaneTransform] = [
      try LocalProjection(center: try Places.nearby(using: &generator), in: context),
      try EqualAreaProjection(in: context),
      try CoordinateTransform(
        from: .wgs84, to: try CRS(parsing: "EPSG:32638"), in: context),
    ]
    for transform in transforms {
      let back = try transform.inverse(transform.forward(place))
      // The equal-area inverse is a series: true to about a millimetre, 1e-8 degrees.
      #expect(abs(back.x - place.x) < 2e-8)
      #expect(abs(back.y - place.y) < 2e-8)
    }
  }

  @Test func `the center is nought`() throws {
    let center = try Position(Places.mosul)
    let projection = try LocalProjection(center: center, in: ProjContext())
    let plane = try projection.forward(Places.mosul)
    #expect(abs(plane.x) < 1e-6)
    #expect(abs(plane.y) < 1e-6)
    #expect(projection.center == center)
  }

  @Test func `Erbil from Baghdad is where the reference puts it`() throws {
    let projection = try LocalProjection(center: try Position(Places.baghdad), in: ProjContext())
    let erbil = try projection.forward(Places.erbil)
    #expect(abs(erbil.x - -32114.959383565558) < 1e-4)
    #expect(abs(erbil.y - 319097.5971340072) < 1e-4)
  }

  @Test func `equal-area coordinates are those of the reference`() throws {
    let projection = try EqualAreaProjection(in: ProjContext())
    let baghdad = try projection.forward(Places.baghdad)
    #expect(abs(baghdad.x - 34091.262137489306) < 1e-4)
    #expect(abs(baghdad.y - 35016.993350144934) < 1e-4)
  }

  @Test(arguments: 0..<50)
  func `areas in the plane are those on the ellipsoid`(seed: Int) throws {
    var generator = SplitMix64(seed: seed)
    let center = try Places.nearby(using: &generator)
    let circle = try Geodesic.wgs84.circle(center: center, radius: 20_000, segments: 360)
    let plane = try EqualAreaProjection(in: ProjContext()).forward(circle)
    let area = Places.signedArea(plane.polygons[0].rings[0])
    #expect(abs(area / (try Geodesic.wgs84.area(of: circle)) - 1) < 1e-5)
  }

  @Test func `polygons, lines and arrays keep their parts`() throws {
    let projection = try EqualAreaProjection(in: ProjContext())
    let ring = Places.all + [Places.all[0]]
    let plane = try projection.forward(ring)
    #expect(plane == (try ring.map { try projection.forward($0) }))
    #expect(
      try projection.forward(MultiPolygon([Polygon(rings: [ring, ring])]))
        == MultiPolygon([Polygon(rings: [plane, plane])]))
    #expect(try projection.forward(MultiLine([ring, []])) == MultiLine([plane, []]))
    #expect(try projection.inverse(MultiLine([plane])).lines[0] == projection.inverse(plane))
    #expect(
      try projection.inverse(MultiPolygon([Polygon(rings: [plane])])).polygons[0].rings[0]
        == projection.inverse(plane))
    #expect(try projection.forward(MultiPolygon([])) == MultiPolygon([]))
  }

  @Test(arguments: [
    Coordinate(181, 0), Coordinate(0, 91), Coordinate(.nan, 0), Coordinate(0, .infinity),
  ])
  func `what is no longitude and latitude is refused`(_ coordinate: Coordinate) throws {
    let projection = try EqualAreaProjection(in: ProjContext())
    let error = #expect(throws: GeodesyError.self) { try projection.forward(coordinate) }
    #expect(error?.code == .coordinateOutOfRange)
  }

  @Test func `a projection works after an error`() throws {
    let projection = try EqualAreaProjection(in: ProjContext())
    // Farther away than the earth is large.
    let error = #expect(throws: GeodesyError.self) {
      try projection.inverse(Coordinate(1e9, 1e9))
    }
    #expect(error?.code == .transformFailed)
    #expect(try projection.forward(Coordinate(44, 33)).x.magnitude < 1e-6)
  }

  @Test func `a definition that is none is refused`() throws {
    let context = try ProjContext()
    let error = #expect(throws: GeodesyError.self) {
      _ = try PROJHandle(definition: "+proj=nothing", session: context.plain)
    }
    #expect(error?.code == .projectionFailed)
  }

  @Test func `ten thousand projections come and go`() throws {
    let context = try ProjContext()
    for _ in 0..<10_000 {
      let projection = try LocalProjection(center: try Position(Places.baghdad), in: context)
      _ = try projection.forward(Places.erbil)
    }
  }
}
