import Model
import Testing

@testable import Geodesy

@Suite struct `Geodesics` {
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let start: Coordinate
    let end: Coordinate
    let distance: Double
    let azimuth: Double
    let reverseAzimuth: Double
    var testDescription: String { name }
  }

  /// Reference values by pyproj 3.7.2 (`Geod(ellps="WGS84").inv`).
  static let cases = [
    Case(
      name: "Baqubah to Qara Tapa", start: Places.baqubah, end: Places.qaraTapa,
      distance: 80714.31510920734, azimuth: 19.35905299166191, reverseAzimuth: 199.5222091751255),
    Case(
      name: "Jalawla to Khanaqin", start: Places.jalawla, end: Places.khanaqin,
      distance: 21996.3644304159, azimuth: 67.93828802193937, reverseAzimuth: 248.063183951842),
    Case(
      name: "Baghdad to Erbil", start: Places.baghdad, end: Places.erbil,
      distance: 320709.5993463638, azimuth: 354.25292922745336, reverseAzimuth: 174.0494165332393),
    Case(
      name: "Kirkuk to Mosul", start: Places.kirkuk, end: Places.mosul,
      distance: 150235.42150059444, azimuth: 310.45779051698696,
      reverseAzimuth: 129.71104775892587),
    Case(
      name: "Mosul to Basra", start: Places.mosul, end: Places.basra,
      distance: 778381.9702611843, azimuth: 144.85449484954546, reverseAzimuth: 327.42653822983107),
    Case(
      name: "New York to London", start: Coordinate(-73.8, 40.6), end: Coordinate(-0.5, 51.6),
      distance: 5551759.4003186785, azimuth: 51.19888284557983, reverseAzimuth: 287.8217767355143),
    Case(
      name: "nearly antipodal", start: Coordinate(174.81, -41.32), end: Coordinate(-5.5, 40.96),
      distance: 19959679.26735382, azimuth: 161.06766998616015, reverseAzimuth: 198.82519512324706),
    Case(
      name: "from the pole", start: Coordinate(0, 90), end: Coordinate(44, 33),
      distance: 6349217.686135769, azimuth: 136, reverseAzimuth: 0),
    Case(
      name: "nowhere", start: Places.mosul, end: Places.mosul, distance: 0, azimuth: 0,
      reverseAzimuth: 180),
  ]

  @Test(arguments: cases)
  func `the way is that of the reference`(_ example: Case) throws {
    let path = Geodesic.wgs84.inverse(
      from: try Position(example.start), to: try Position(example.end))
    #expect(abs(path.distance - example.distance) < 1e-6)
    #expect(abs(path.azimuth - example.azimuth) < 1e-9)
    #expect(abs(path.reverseAzimuth - example.reverseAzimuth) < 1e-9)
  }

  @Test func `known distances of the field`() throws {
    let toQaraTapa = Geodesic.wgs84.inverse(
      from: try Position(Places.baqubah), to: try Position(Places.qaraTapa))
    #expect((toQaraTapa.distance / 100).rounded() == 807)
    let toKhanaqin = Geodesic.wgs84.inverse(
      from: try Position(Places.jalawla), to: try Position(Places.khanaqin))
    #expect((toKhanaqin.distance / 100).rounded() == 220)
  }

  /// Start, azimuth, distance, end: pyproj 3.7.2 (`Geod.fwd`).
  static let destinations = [
    (Places.baghdad, 45.0, 100_000.0, Coordinate(45.13103986283532, 33.95036629985186)),
    (Places.baghdad, 270.0, 5000.0, Coordinate(44.31240556261661, 33.315188397772246)),
    (Places.khanaqin, 123.456, 250_000.0, Coordinate(47.624683457301224, 33.085150415246794)),
    (Places.mosul, 77.0, 0.0, Places.mosul),
  ]

  @Test(arguments: destinations)
  func `the destination is that of the reference`(
    start: Coordinate, azimuth: Double, distance: Double, end: Coordinate
  ) throws {
    let found = try Geodesic.wgs84.destination(
      from: try Position(start), azimuth: azimuth, distance: distance)
    #expect(abs(found.longitude - end.x) < 1e-11)
    #expect(abs(found.latitude - end.y) < 1e-11)
  }

  @Test(arguments: 0..<200)
  func `the way back leads to the start`(seed: Int) throws {
    var generator = SplitMix64(seed: seed)
    let start = try Places.anywhere(using: &generator)
    let azimuth = Double.random(in: 0..<360, using: &generator)
    let distance = Double.random(in: 1...5_000_000, using: &generator)
    let end = try Geodesic.wgs84.destination(from: start, azimuth: azimuth, distance: distance)
    let path = Geodesic.wgs84.inverse(from: start, to: end)
    #expect(abs(path.distance - distance) < 1e-6)
    let turn = abs(path.azimuth - azimuth)
    #expect(min(turn, 360 - turn) < 1e-6)
    let back = try Geodesic.wgs84.destination(
      from: end, azimuth: path.reverseAzimuth, distance: distance)
    #expect(Geodesic.wgs84.inverse(from: back, to: start).distance < 1e-6)
  }

  @Test(arguments: 0..<200)
  func `distance is symmetric and keeps the triangle inequality`(seed: Int) throws {
    var generator = SplitMix64(seed: seed)
    let a = try Places.anywhere(using: &generator)
    let b = try Places.anywhere(using: &generator)
    let c = try Places.anywhere(using: &generator)
    func distance(_ x: Position, _ y: Position) -> Double {
      Geodesic.wgs84.inverse(from: x, to: y).distance
    }
    #expect(abs(distance(a, b) - distance(b, a)) < 1e-6)
    #expect(distance(a, c) <= distance(a, b) + distance(b, c) + 1e-6)
    let (there, back) = (
      Geodesic.wgs84.inverse(from: a, to: b), Geodesic.wgs84.inverse(from: b, to: a)
    )
    let turn = abs(there.reverseAzimuth - back.azimuth)
    #expect(min(turn, 360 - turn) < 1e-6)
    for azimuth in [there.azimuth, there.reverseAzimuth, back.azimuth, back.reverseAzimuth] {
      #expect((0..<360).contains(azimuth))
    }
  }

  @Test(arguments: [
    (0, 0), (360, 0), (-90, 270), (720.5, 0.5), (-0.0, 0), (-1e-300, 0), (359.5, 359.5),
  ])
  func `azimuths are normalized`(angle: Double, expected: Double) {
    let normalized = Geodesic.normalized(azimuth: angle)
    #expect(normalized == expected)
    #expect(normalized.sign == .plus)
  }

  @Test(arguments: [(Double.nan, 1), (0, .infinity), (.infinity, 1)])
  func `a direction or distance that is not finite is refused`(
    azimuth: Double, distance: Double
  ) throws {
    let start = try Position(Places.mosul)
    let error = #expect(throws: GeodesyError.self) {
      try Geodesic.wgs84.destination(from: start, azimuth: azimuth, distance: distance)
    }
    #expect(error?.code == .badParameter)
  }

  @Test func `error ids are unique and numbered`() {
    let ids = GeodesyError.Code.allCases.map(\.rawValue)
    #expect(Set(ids).count == ids.count)
    #expect(ids == ids.sorted())
    #expect(ids.allSatisfy { $0.count == 4 && $0.hasPrefix("D") })
  }
}
