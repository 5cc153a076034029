import Geodesy
package import Model

/// Clusters of events by density: DBSCAN (Ester, Kriegel, Sander and Xu 1996) on geodesic distance.
///
/// An event is *core* when at least so many events, itself among them, lie within the distance. Core events
/// within the distance of each other are of one cluster, and so on along the chain. An event that is not core and has a
/// core event within the distance is on the *border* of a cluster: of that of its nearest core event, the one
/// farther west (then south) where two are equally near. In the original the order of the input
/// decides; here it never does. All other events are noise.
package struct DensityClusters: Sendable, Hashable {
  /// The cluster of each position, counted from 0; nil for noise.
  package let cluster: [Int?]
  /// Whether the events of each position are core.
  package let isCore: [Bool]
  /// How many clusters there are.
  package let count: Int

  /// Finds the clusters of positions.
  ///
  /// Clusters are numbered in the order of their first core position.
  /// - Parameters:
  ///   - positions: Where events are, each named once, from west to east and then from south to north.
  ///   - events: How many events each position has, 1 or more.
  ///   - distance: Metres along the ground, up to 2,000,000; an event exactly so far is within it.
  ///   - least: How many events make a core event, itself counted.
  package init(positions: [Position], events: [Int], distance: Double, least: Int) {
    let cubes = PointCubes(positions, reach: distance)
    let around = cubes.members.indices.map { cubes.cubes(around: $0) }
    let isCore = Self.cores(cubes, around, events, least)
    var forest = Forest(count: positions.count)
    for (place, members) in cubes.members.enumerated() {
      let cores = members.filter { isCore[$0] }
      guard let first = cores.first else { continue }
      // All of a cube are near each other.
      for other in cores.dropFirst() { forest.join(first, other) }
      for other in around[place] where other > place {
        Self.join(cores, cubes.members[other].filter { isCore[$0] }, cubes, &forest)
      }
    }
    var numbers: [Int: Int] = [:]
    var cluster = [Int?](repeating: nil, count: positions.count)
    for index in positions.indices where isCore[index] {
      let root = forest.root(of: index)
      let number = numbers[root] ?? numbers.count
      numbers[root] = number
      cluster[index] = number
    }
    for index in positions.indices where !isCore[index] {
      if let core = Self.nearestCore(of: index, cubes, around, isCore) {
        cluster[index] = cluster[core]
      }
    }
    self.cluster = cluster
    self.isCore = isCore
    count = numbers.count
  }

  /// A cube with enough events makes all of them core; else events within the distance are counted until there are enough.
  private static func cores(
    _ cubes: PointCubes, _ around: [[Int]], _ events: [Int], _ least: Int
  ) -> [Bool] {
    var isCore = [Bool](repeating: false, count: events.count)
    for (place, members) in cubes.members.enumerated() {
      let inside = members.reduce(0) { $0 + events[$1] }
      for index in members {
        var count = inside
        search: for other in around[place] where count < least {
          for neighbor in cubes.members[other] where cubes.areNear(index, neighbor) {
            count += events[neighbor]
            if count >= least { break search }
          }
        }
        isCore[index] = count >= least
      }
    }
    return isCore
  }

  /// Joins the clusters of two cubes when any core event of the one is near to any of the other.
  private static func join(
    _ left: [Int], _ right: [Int], _ cubes: PointCubes, _ forest: inout Forest
  ) {
    guard let first = left.first, let second = right.first,
      forest.root(of: first) != forest.root(of: second)
    else { return }
    for one in left {
      if let other = right.first(where: { cubes.areNear(one, $0) }) {
        return forest.join(one, other)
      }
    }
  }

  private static func nearestCore(
    of index: Int, _ cubes: PointCubes, _ around: [[Int]], _ isCore: [Bool]
  ) -> Int? {
    let home = cubes.cubeOfPosition[index]
    var nearest: (distance: Double, core: Int)?
    for place in [home] + around[home] {
      for core in cubes.members[place] where isCore[core] && cubes.areNear(index, core) {
        let distance = cubes.distance(index, core)
        if let known = nearest, (known.distance, known.core) <= (distance, core) { continue }
        nearest = (distance, core)
      }
    }
    return nearest?.core
  }

  /// Sets that are joined: a tree each.
  private struct Forest {
    private var parents: [Int]

    init(count: Int) { parents = Array(0..<count) }

    mutating func root(of index: Int) -> Int {
      var index = index
      while parents[index] != index {
        parents[index] = parents[parents[index]]
        index = parents[index]
      }
      return index
    }

    mutating func join(_ first: Int, _ second: Int) {
      let (first, second) = (root(of: first), root(of: second))
      parents[max(first, second)] = min(first, second)
    }
  }
}
