import CGEOS

/// Geometries on their way into a collection.
///
/// An array cannot hold `GEOSHandle`, which is not copyable. When building stops half-way, what was
/// built so far is destroyed here.
@safe
struct GEOSParts: ~Copyable {
  let context: GEOSContext
  private var owned: [OpaquePointer?]

  init(context: GEOSContext) {
    self.context = context
    unsafe owned = []
  }

  deinit {
    unsafe owned.forEach { unsafe GEOSGeom_destroy_r(context.raw, $0) }
  }

  /// Takes ownership of one more geometry.
  mutating func append(_ part: consuming GEOSHandle) {
    unsafe owned.append(part.release())
  }

  /// Gives ownership of all away.
  consuming func release() -> [OpaquePointer?] {
    let pointers = unsafe owned
    unsafe owned = []
    return unsafe pointers
  }
}
