/// A pair that scored high enough to matter: the events' places in the canonical order.
struct ScoredPair {
  var score: Int16
  var low: Int32
  var high: Int32

  /// Best first; equal ones by the events.
  static func precedes(_ left: ScoredPair, _ right: ScoredPair) -> Bool {
    if left.score != right.score { return left.score > right.score }
    if left.low != right.low { return left.low < right.low }
    return left.high < right.high
  }
}

/// Joins pairs into clusters, the best pair first (union-find with a guard).
///
/// A chain never joins what contradicts: before two clusters become one, their members are compared.
struct ClusterBuilder {
  /// How many members of each side are compared; copies of one report make clusters of thousands.
  private static let guarded = 64

  private var parents: [Int32]
  /// The members of roots with more than one, in canonical order.
  private var groups: [Int32: [Int32]] = [:]
  private var documents: [Int32: Set<Int32>] = [:]
  private let facts: [EventFacts]
  /// The pairs that joined clusters.
  private(set) var links: [ScoredPair] = []

  init(_ facts: [EventFacts]) {
    self.facts = facts
    parents = facts.indices.map { Int32($0) }
  }

  /// Joins the clusters of a pair unless two of their members contradict each other.
  mutating func join(_ pair: ScoredPair, canShare: (Int, Int) throws -> Bool) rethrows {
    let first = root(of: pair.low)
    let second = root(of: pair.high)
    if first == second || shareDocument(first, second) { return }
    let mine = members(of: first)
    let other = members(of: second)
    for a in mine.prefix(Self.guarded) {
      for b in other.prefix(Self.guarded) where a != pair.low || b != pair.high {
        guard try canShare(Int(a), Int(b)) else { return }
      }
    }
    let large = mine.count >= other.count ? first : second
    let small = large == first ? second : first
    parents[Int(small)] = large
    var union = documents[large] ?? [facts[Int(large)].document]
    for member in members(of: small) { union.insert(facts[Int(member)].document) }
    documents[large] = union
    documents[small] = nil
    groups[large] = merged(mine, other)
    groups[small] = nil
    links.append(pair)
  }

  /// The root of an event's cluster.
  mutating func root(of index: Int32) -> Int32 {
    var root = index
    while parents[Int(root)] != root { root = parents[Int(root)] }
    var walk = index
    while parents[Int(walk)] != root {
      let next = parents[Int(walk)]
      parents[Int(walk)] = root
      walk = next
    }
    return root
  }

  /// The members of a root's cluster in canonical order.
  func members(of root: Int32) -> [Int32] { groups[root] ?? [root] }

  /// Whether one document tells an event of each cluster: then it tells them apart.
  func shareDocument(_ first: Int32, _ second: Int32) -> Bool {
    let mine = documents[first] ?? [facts[Int(first)].document]
    let other = documents[second] ?? [facts[Int(second)].document]
    return mine.count < other.count ? !other.isDisjoint(with: mine) : !mine.isDisjoint(with: other)
  }

  private func merged(_ first: [Int32], _ second: [Int32]) -> [Int32] {
    var result: [Int32] = []
    result.reserveCapacity(first.count + second.count)
    var left = 0
    var right = 0
    while left < first.count || right < second.count {
      if right == second.count || (left < first.count && first[left] < second[right]) {
        result.append(first[left])
        left += 1
      } else {
        result.append(second[right])
        right += 1
      }
    }
    return result
  }
}
