import Model
import Testing

@Suite struct Positions {
  @Test(arguments: [
    (0.0, 0.0), (-180.0, -90.0), (180.0, 90.0), (45.391, 34.348),
  ])
  func `are made within the bounds`(longitude: Double, latitude: Double) throws {
    let position = try Position(longitude: longitude, latitude: latitude)
    #expect(position.coordinate == Coordinate(longitude, latitude))
    #expect(try Position(position.coordinate) == position)
  }

  static let refused: [(longitude: Double, latitude: Double, error: PositionError)] = [
    (180.001, 0, .longitudeOutOfRange(180.001)), (-181, 0, .longitudeOutOfRange(-181)),
    (0, 90.5, .latitudeOutOfRange(90.5)), (0, -91, .latitudeOutOfRange(-91)),
    (.nan, 0, .notFinite), (0, .infinity, .notFinite), (-.infinity, .nan, .notFinite),
  ]

  @Test(arguments: refused)
  func `are refused`(longitude: Double, latitude: Double, error: PositionError) {
    #expect(throws: error) { try Position(longitude: longitude, latitude: latitude) }
  }

  @Test func `say what is wrong with them`() {
    #expect(PositionError.longitudeOutOfRange(181).description.contains("181.0"))
    #expect(PositionError.latitudeOutOfRange(-91).description.contains("-91.0"))
  }
}
