import Geometry
package import Model

/// Finds the events that several reports tell, and makes one of each (language.md 4.7).
///
/// The answer does not depend on the order of the input, and it can be undone: `members` names what
/// went in. Events of one document stay apart: the extractor has joined what is one. Time and memory
/// are linear in the events. Not `Sendable`: it owns a geometry engine.
package final class ReportLinker {
  /// The best pairs kept for an event.
  private static let pairsKept = 24

  let weights: LinkWeights
  private let actorParents: [String: String]
  private let engine: GeometryEngine

  /// Makes a linker.
  /// - Parameters:
  ///   - weights: Points and limits.
  ///   - actorParents: The code above each code of an actor.
  /// - Throws: `GeometryError` when GEOS cannot start.
  package init(weights: LinkWeights, actorParents: [String: String] = [:]) throws {
    self.weights = weights
    self.actorParents = actorParents
    engine = try GeometryEngine()
  }

  /// Links events of any number of documents.
  /// - Parameters:
  ///   - events: Of single reports, in any order.
  ///   - copies: The group of each document whose text is a copy of another's.
  ///   - isExhaustive: Whether to try all pairs instead of looking the near ones up: quadratic, the
  ///     oracle of the fast way.
  /// - Returns: Each event in exactly one linked event, sorted by date, place and document of the
  ///   first member.
  /// - Throws: `GeometryError` for areas that GEOS refuses.
  package func link(
    _ events: [Event], copies: [String: Int] = [:], isExhaustive: Bool = false
  ) throws -> [LinkedEvent] {
    let order = LinkOrder.canonical(events)
    var reader = FactsReader(weights: weights, parents: actorParents, copies: copies)
    for index in order { reader.read(events[index]) }
    let blocks = LinkBlocks(reader.facts, rivals: reader.rivals, weights: weights)
    let places = PlaceScorer(
      weights: weights, engine: engine, blocks: blocks, placeLists: reader.placeLists,
      area: { events[order[$0]].area })
    let scorer = PairScorer(
      weights: weights, facts: reader.facts, actors: reader.actors,
      types: TypeMatch(weights: weights, families: reader.familyNumbers), places: places)
    let pairs = try score(scorer, blocks, isExhaustive: isExhaustive)
    var builder = ClusterBuilder(reader.facts)
    for pair in pairs where Int(pair.score) >= weights.merge {
      let isRival = try scorer.isRival(Int(pair.low), Int(pair.high))
      try builder.join(pair) { try scorer.canShareCluster($0, $1, isRival: isRival) }
    }
    return try assemble(events, order, pairs, &builder, scorer)
  }

  /// The pairs that may matter, best first: of each event the best few.
  private func score(
    _ scorer: PairScorer, _ blocks: LinkBlocks, isExhaustive: Bool
  ) throws -> [ScoredPair] {
    var candidates = isExhaustive ? nil : CandidateIndex(blocks)
    var pairs: [ScoredPair] = []
    var own: [ScoredPair] = []
    var found: [Int] = []
    for index in scorer.facts.indices {
      own.removeAll(keepingCapacity: true)
      found.removeAll(keepingCapacity: true)
      if candidates == nil {
        for other in 0..<index where blocks.meet(index, other) { found.append(other) }
      }
      candidates?.forEachCandidate(of: index) { found.append($0) }
      for other in found {
        // In canonical order, so that a pair scores the same from both sides.
        let low = min(index, other)
        let high = max(index, other)
        guard let score = try scorer.score(low, high)?.total(merge: weights.merge),
          score >= weights.possible
        else { continue }
        own.append(
          ScoredPair(score: Int16(clamping: score), low: Int32(low), high: Int32(high)))
      }
      if own.count > Self.pairsKept { own.sort(by: ScoredPair.precedes) }
      pairs += own.prefix(Self.pairsKept)
    }
    pairs.sort(by: ScoredPair.precedes)
    return pairs
  }

  private func assemble(
    _ events: [Event], _ order: [Int], _ pairs: [ScoredPair], _ builder: inout ClusterBuilder,
    _ scorer: PairScorer
  ) throws -> [LinkedEvent] {
    let roots = order.indices.map { builder.root(of: Int32($0)) }
    let merger = ClusterMerger(weights: weights)
    var result: [LinkedEvent] = []
    /// Of the first member, in the canonical order.
    var ranks: [Int] = []
    var slots: [Int32: Int] = [:]
    let rank = order.indices.reduce(into: [Int](repeating: 0, count: order.count)) {
      $0[order[$1]] = $1
    }
    for position in order.indices where roots[position] == Int32(position) {
      let members = builder.members(of: Int32(position)).map { order[Int($0)] }.sorted {
        LinkOrder.isReported(events[$0], before: events[$1])
      }
      slots[Int32(position)] = result.count
      ranks.append(rank[members[0]])
      result.append(
        LinkedEvent(event: merger.merge(members.map { events[$0] }), members: members, why: []))
    }
    func note(_ pair: ScoredPair, _ sign: String, _ slot: Int) throws {
      guard let score = try scorer.score(Int(pair.low), Int(pair.high)) else { return }
      let names = (events[order[Int(pair.low)]].id, events[order[Int(pair.high)]].id)
      result[slot].why.append("\(names.0) \(sign) \(names.1), \(score.text(Int(pair.score)))")
    }
    for pair in builder.links {
      if let slot = slots[roots[Int(pair.low)]] { try note(pair, "=", slot) }
    }
    for pair in pairs {
      let (first, second) = (roots[Int(pair.low)], roots[Int(pair.high)])
      guard first != second, !builder.shareDocument(first, second),
        let mine = slots[first], let other = slots[second]
      else { continue }
      // The later one points to the earlier one, to the best of several.
      let isEarlier = LinkOrder.isReported(
        events[result[mine].members[0]], before: events[result[other].members[0]])
      let (early, late) = isEarlier ? (mine, other) : (other, mine)
      if result[late].event.possibleDuplicateOf != nil { continue }
      result[late].event.possibleDuplicateOf = result[early].event.id
      try note(pair, "?", late)
    }
    return result.indices.sorted { ranks[$0] < ranks[$1] }.map { result[$0] }
  }
}
