import CGEOS

/// A packed R-tree of GEOS over the boxes of geometries (`GEOSSTRtree`).
///
/// Not copyable and owner of the C tree. GEOS packs the tree at the first query: `pack()` does
/// so at a moment of our choosing.
@safe
struct STRTree: ~Copyable {
  private let context: GEOSContext
  private let tree: OpaquePointer

  /// Makes an empty tree (`GEOSSTRtree_create_r`).
  init(context: GEOSContext) throws(GeometryError) {
    guard let tree = unsafe GEOSSTRtree_create_r(context.raw, 10) else {
      throw context.failure("GEOSSTRtree_create_r")
    }
    self.context = context
    unsafe self.tree = tree
  }

  deinit {
    unsafe GEOSSTRtree_destroy_r(context.raw, tree)
  }

  /// Inserts the box of a geometry under a number (`GEOSSTRtree_insert_r`; the box is copied).
  func insert(_ number: Int, _ geometry: borrowing GEOSHandle) {
    // The "pointer" is the number plus one; nobody follows it.
    unsafe GEOSSTRtree_insert_r(
      context.raw, tree, geometry.pointer, UnsafeMutableRawPointer(bitPattern: number + 1))
  }

  /// Packs the tree by a query that is thrown away.
  func pack() throws(GeometryError) {
    let nowhere = try unsafe context.geometry(
      "GEOSGeom_createPointFromXY_r", GEOSGeom_createPointFromXY_r(context.raw, 0, 0))
    _ = numbers(meeting: nowhere)
  }

  /// Returns the numbers whose boxes meet that of a geometry, ascending (`GEOSSTRtree_query_r`).
  ///
  /// O(log n + hits · log hits).
  func numbers(meeting geometry: borrowing GEOSHandle) -> [Int] {
    var found: [Int] = []
    unsafe withUnsafeMutablePointer(to: &found) { pointer in
      unsafe GEOSSTRtree_query_r(
        context.raw, tree, geometry.pointer,
        { item, user in
          let number = Int(bitPattern: item) - 1
          unsafe user?.assumingMemoryBound(to: [Int].self).pointee.append(number)
        }, pointer)
    }
    found.sort()
    return found
  }
}
