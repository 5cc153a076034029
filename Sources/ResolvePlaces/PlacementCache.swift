import Model

/// What was worked out for an entity and a relation, kept for the next report that says the same.
///
/// Wires repeat themselves: `near X` is drawn and measured once. The answer depends on the key alone, so
/// that the output is the same whether it was kept or made. Not Sendable: one for each worker.
final class PlacementCache {
  /// All that a placement depends on.
  struct Key: Hashable {
    private var entity: Int
    private var kind: Relation.Kind?
    private var distanceKm: Double?
    private var bearingDegrees: Double?
    private var tolerance: Double
    private var geometry: String
    private var bases: [Int?]

    init(_ mention: Mention, entity: Int, in mentions: [Mention]) {
      let relation = mention.relation
      self.entity = entity
      kind = relation?.kind
      distanceKm = relation?.distanceKm
      bearingDegrees = relation?.bearingDegrees
      tolerance = relation?.tolerance ?? 0
      geometry = relation?.geometry ?? ""
      bases = (relation?.base ?? []).map { mentions[$0].entity }
    }
  }

  /// The members of a mention that placing fills.
  struct Placement {
    var precision: Precision
    var radiusKm: Double?
    var point: Position?
    var pointIsComputed: Bool
    var area: MultiPolygon?
    var kind: Relation.Kind?
    /// Flags that placing added.
    var flags: [String]

    init(_ mention: Mention, newFlags: ArraySlice<String>) {
      precision = mention.precision
      radiusKm = mention.radiusKm
      point = mention.point
      pointIsComputed = mention.pointIsComputed
      area = mention.area
      kind = mention.relation?.kind
      flags = Array(newFlags)
    }

    func fill(_ mention: inout Mention) {
      mention.precision = precision
      mention.radiusKm = radiusKm
      mention.point = point
      mention.pointIsComputed = pointIsComputed
      mention.area = area
      if let kind { mention.relation?.kind = kind }
      mention.flags += flags
    }
  }

  /// Some 10 KB an entry: at most 20 MB a worker.
  private let limit = 2048
  private var placements: [Key: Placement] = [:]

  subscript(key: Key) -> Placement? {
    get { placements[key] }
    set {
      if placements.count >= limit { placements.removeAll(keepingCapacity: true) }
      placements[key] = newValue
    }
  }
}
