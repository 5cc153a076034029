import CGEOS

/// One geometry that GEOS made and we own.
///
/// Not copyable: destroying twice or using after destruction does not compile. It keeps the
/// context alive, so that a geometry never outlives the context that made it.
@safe
struct GEOSHandle: ~Copyable {
  let context: GEOSContext
  /// Nil only after `release()`: a struct that stores a class reference cannot `discard self`.
  private var owned: OpaquePointer?

  /// Takes ownership of a geometry.
  init(adopting pointer: OpaquePointer, context: GEOSContext) {
    self.context = context
    unsafe owned = pointer
  }

  deinit {
    if let owned = unsafe owned {
      unsafe GEOSGeom_destroy_r(context.raw, owned)
    }
  }

  /// The C geometry, for a call that only looks at it.
  var pointer: OpaquePointer {
    guard let owned = unsafe owned else { preconditionFailure("the geometry was released") }
    return unsafe owned
  }

  /// Gives ownership away: the caller, or the C function it is passed to, destroys the geometry.
  consuming func release() -> OpaquePointer {
    guard let pointer = unsafe owned else { preconditionFailure("the geometry was released") }
    unsafe owned = nil
    return unsafe pointer
  }
}
