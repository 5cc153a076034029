import CGEOS
import Model

/// A shape that is compared with many others: built and prepared once.
///
/// Not `Sendable`: it belongs to the engine's context, and one thread at a time may use it.
@safe
package final class PreparedShape {
  /// The shape itself.
  package let shape: Shape
  private let engine: GeometryEngine
  private let geometry: GEOSHandle
  private let prepared: OpaquePointer

  /// Builds and prepares a shape (`GEOSPrepare_r`).
  ///
  /// O(n log n) in the vertices.
  /// - Throws: `GeometryError` for a shape that cannot be built.
  package init(_ shape: Shape, engine: GeometryEngine) throws(GeometryError) {
    let geometry = try engine.context.build(shape)
    guard let prepared = unsafe GEOSPrepare_r(engine.context.raw, geometry.pointer) else {
      throw engine.context.failure("GEOSPrepare_r")
    }
    self.shape = shape
    self.engine = engine
    self.geometry = geometry
    unsafe self.prepared = prepared
  }

  deinit {
    // Before the geometry that it refers to, which goes with the stored properties.
    unsafe GEOSPreparedGeom_destroy_r(engine.context.raw, prepared)
  }

  /// Whether a relation of OGC Simple Features holds from this shape to another.
  ///
  /// Boxes that do not meet answer without GEOS. Collections, which the prepared functions of GEOS
  /// 3.11 refuse, and `equals`, which they lack, go the way of `GeometryEngine.holds`.
  /// - Throws: `GeometryError`, as `GeometryEngine.holds` does.
  package func holds(_ predicate: SpatialPredicate, _ other: Shape) throws(GeometryError) -> Bool {
    guard let box = bounds, let otherBox = other.bounds else {
      return try engine.holds(predicate, shape, other)
    }
    if !box.intersects(otherBox) { return predicate == .disjoint }
    if predicate == .equals || shape.isCollection || other.isCollection {
      return try engine.holds(predicate, shape, other)
    }
    let second = try engine.context.build(other)
    let raw = unsafe engine.context.raw
    let pointer = unsafe second.pointer
    return switch predicate {
    case .disjoint:
      try unsafe answer("GEOSPreparedDisjoint_r", GEOSPreparedDisjoint_r(raw, prepared, pointer))
    case .touches:
      try unsafe answer("GEOSPreparedTouches_r", GEOSPreparedTouches_r(raw, prepared, pointer))
    case .within:
      try unsafe answer("GEOSPreparedWithin_r", GEOSPreparedWithin_r(raw, prepared, pointer))
    case .overlaps:
      try unsafe answer("GEOSPreparedOverlaps_r", GEOSPreparedOverlaps_r(raw, prepared, pointer))
    case .crosses:
      try unsafe answer("GEOSPreparedCrosses_r", GEOSPreparedCrosses_r(raw, prepared, pointer))
    case .contains:
      try unsafe answer("GEOSPreparedContains_r", GEOSPreparedContains_r(raw, prepared, pointer))
    case .intersects, .equals:
      try unsafe answer(
        "GEOSPreparedIntersects_r", GEOSPreparedIntersects_r(raw, prepared, pointer))
    }
  }

  private lazy var bounds = shape.bounds

  private func answer(_ operation: String, _ result: CChar) throws(GeometryError) -> Bool {
    try engine.context.predicate(operation, result)
  }
}

extension SpatialPredicate {
  /// The relation that holds from the second shape to the first when this one holds.
  package var reversed: SpatialPredicate {
    switch self {
    case .within: .contains
    case .contains: .within
    case .equals, .disjoint, .touches, .overlaps, .crosses, .intersects: self
    }
  }
}

extension Shape {
  fileprivate var isCollection: Bool { if case .collection = self { true } else { false } }
}
