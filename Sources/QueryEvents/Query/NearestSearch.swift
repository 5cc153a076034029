import Geodesy
import Geometry
import Model

/// Finds the features of a layer that are nearest to a center.
///
/// With an index by best-first traversal (Hjaltason and Samet 1999): what can still be nearest is looked
/// at next, and the search ends when nothing can be nearer than what was found. Where the other
/// conditions leave so little that this would read most of the layer, one scan is faster.
struct NearestSearch {
  let part: QueryPart
  /// The same question with nothing left to SQL.
  let plain: QueryPart
  let ruler: ShapeRuler
  let count: Int

  /// How many rows are read one by one before a scan is the better way.
  private static let patience = 4096

  /// The nearest that pass, not in order; more than `count` never.
  /// - Parameter columns: The numbers of the columns that a feature is to have, as a scan has them.
  func matches(columns: [Int]) throws -> [QueryRunner.Match] {
    guard count > 0 else { return [] }
    return try traversed(columns) ?? scanned()
  }

  /// Nil when there is no index, or when a scan is the better way.
  private func traversed(_ columns: [Int]) throws -> [QueryRunner.Match]? {
    let disc = GeodesicDisc(center: ruler.center, radius: 0)
    var heap = NearestHeap(limit: count)
    var read = 0
    var gaveUp = false
    let isIndexed = try plain.source.nearestFirst(disc.leastDistance) { number, least in
      if least > heap.bound { return false }
      read += 1
      if read > Self.patience + 8 * count {
        gaveUp = true
        return false
      }
      guard let feature = try plain.source.features([number], columns: plain.scan.columns).first,
        let shape = feature.geometry, try plain.selects(feature),
        let way = try ruler.path(to: shape)
      else { return true }
      let places = columns.compactMap { plain.scan.columns.firstIndex(of: $0) }
      let kept = Feature(
        id: feature.id, geometry: feature.geometry, values: places.map { feature.values[$0] })
      heap.insert(QueryRunner.Match(feature: kept, way: way), distance: way.distance, number)
      return true
    }
    return isIndexed && !gaveUp ? heap.matches : nil
  }

  private func scanned() throws -> [QueryRunner.Match] {
    let disc = GeodesicDisc(center: ruler.center, radius: 0)
    var heap = NearestHeap(limit: count)
    var number = 0
    try part.source.scan(part.scan) { feature in
      number += 1
      guard let shape = feature.geometry else { return true }
      if case .point(let point) = shape, disc.leastDistance(to: point) > heap.bound { return true }
      if try part.selects(feature), let way = try ruler.path(to: shape) {
        heap.insert(QueryRunner.Match(feature: feature, way: way), distance: way.distance, number)
      }
      return true
    }
    return heap.matches
  }
}

/// The least of many distances; of equals those with the lower numbers.
struct NearestHeap {
  private let limit: Int
  private var items: [(distance: Double, number: Int, match: QueryRunner.Match)] = []

  init(limit: Int) { self.limit = limit }

  /// Nothing at a greater distance is kept.
  var bound: Double { items.count < limit ? .infinity : items[items.count - 1].distance }

  /// The nearest first.
  var matches: [QueryRunner.Match] { items.map(\.match) }

  /// Finds the place in O(log n), moves what lies behind it.
  mutating func insert(_ match: QueryRunner.Match, distance: Double, _ number: Int) {
    if distance > bound { return }
    var (low, high) = (0, items.count)
    while low < high {
      let middle = (low + high) / 2
      if (items[middle].distance, items[middle].number) < (distance, number) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    items.insert((distance, number, match), at: low)
    if items.count > limit { items.removeLast() }
  }
}
