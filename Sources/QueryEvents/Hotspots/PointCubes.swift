import Geodesy
import Model

/// Positions sorted into cubes of space, to find those within a geodesic distance of each other.
///
/// Any two positions of a cube are near each other, and all that are near stand at most two cubes apart.
/// Poles and antimeridian are no borders. The decision is the geodesic's (`Geodesic.inverse`); the chord
/// answers whatever is not within a few millimetres of the distance.
struct PointCubes {
  /// A cube by its place in space.
  private struct Cube: Hashable {
    var x: Int32
    var y: Int32
    var z: Int32
  }

  let positions: [Position]
  /// Metres along the ground; what is just so far is near.
  let reach: Double
  /// The positions of each cube, ascending.
  private(set) var members: [[Int]] = []
  /// The cube of each position.
  private(set) var cubeOfPosition: [Int] = []
  private let points: [Geocentric]
  private let certainChord: Double
  private var cubes: [Cube] = []
  private var places: [Cube: Int] = [:]

  /// Sorts positions; linear in their number.
  init(_ positions: [Position], reach: Double) {
    self.positions = positions
    self.reach = reach
    points = positions.map { Geocentric($0) }
    certainChord = Geocentric.chord(within: reach)
    // A hair less than the edge of the cube whose diagonal is the chord that is certain.
    let edge = certainChord / 3.squareRoot() * (1 - 1e-9)
    cubeOfPosition.reserveCapacity(positions.count)
    for (index, point) in points.enumerated() {
      let cube = Cube(
        x: Int32((point.x / edge).rounded(.down)), y: Int32((point.y / edge).rounded(.down)),
        z: Int32((point.z / edge).rounded(.down)))
      let place = places[cube] ?? members.count
      if place == members.count {
        places[cube] = place
        cubes.append(cube)
        members.append([])
      }
      members[place].append(index)
      cubeOfPosition.append(place)
    }
  }

  /// Whether two positions are within reach of each other.
  func areNear(_ first: Int, _ second: Int) -> Bool {
    let chord = points[first].chord(to: points[second])
    // A nanometre of rounding must not decide.
    if chord > reach + 1e-6 { return false }
    if chord < certainChord - 1e-6 { return true }
    return distance(first, second) <= reach
  }

  /// Metres along the ground.
  func distance(_ first: Int, _ second: Int) -> Double {
    Geodesic.wgs84.inverse(from: positions[first], to: positions[second]).distance
  }

  /// The other cubes that may hold something near to what is in a cube, in a fixed order.
  func cubes(around place: Int) -> [Int] {
    let middle = cubes[place]
    var found: [Int] = []
    for z in -2...2 as ClosedRange<Int32> {
      for y in -2...2 as ClosedRange<Int32> {
        for x in -2...2 as ClosedRange<Int32> where x != 0 || y != 0 || z != 0 {
          let cube = Cube(x: middle.x + x, y: middle.y + y, z: middle.z + z)
          if let place = places[cube] { found.append(place) }
        }
      }
    }
    return found
  }

  /// The positions near to one, itself included, ascending.
  func near(_ index: Int) -> [Int] {
    let home = cubeOfPosition[index]
    var found = members[home]
    for cube in cubes(around: home) {
      for other in members[cube] where areNear(index, other) { found.append(other) }
    }
    return found.sorted()
  }
}
