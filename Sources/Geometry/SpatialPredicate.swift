/// The relations of OGC Simple Features (and CQL2) between two shapes, read left to right.
package enum SpatialPredicate: String, Sendable, Hashable, CaseIterable {
  case equals
  case disjoint
  case touches
  case within
  case overlaps
  case crosses
  case intersects
  case contains
}
