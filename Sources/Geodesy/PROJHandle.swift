import CPROJ
import Model

/// One coordinate operation that PROJ made and we own.
///
/// Not copyable; it keeps the context alive that made it.
@safe
struct PROJHandle: ~Copyable {
  private let session: PROJSession
  private let operation: OpaquePointer

  /// Takes ownership of an operation.
  init(adopting operation: OpaquePointer, session: PROJSession) {
    self.session = session
    unsafe self.operation = operation
  }

  /// Makes an operation from PROJ's own notation (`proj_create`); no file is opened for it in a
  /// session without files.
  init(definition: String, session: PROJSession) throws(GeodesyError) {
    guard let made = unsafe proj_create(session.raw, definition) else {
      throw GeodesyError(
        .projectionFailed, operation: "proj_create",
        detail: "\(session.lastMessage()): \(definition)")
    }
    unsafe self.init(adopting: made, session: session)
  }

  deinit {
    _ = unsafe proj_destroy(operation)
  }

  /// Transforms one pair in the units of the operation (`proj_trans`).
  /// - Throws: `GeodesyError` when PROJ reports an error or gives a number that is not finite.
  func transform(_ pair: Coordinate, _ direction: PJ_DIRECTION) throws(GeodesyError) -> Coordinate {
    _ = unsafe proj_errno_reset(operation)
    let result = unsafe proj_trans(operation, direction, proj_coord(pair.x, pair.y, 0, 0))
    let number = unsafe proj_errno(operation)
    let (x, y) = unsafe (result.xy.x, result.xy.y)
    // HUGE_VAL is PROJ's mark for "no result".
    guard number == 0, x.isFinite, y.isFinite else {
      throw GeodesyError(
        .transformFailed, operation: "proj_trans",
        detail: "\(session.message(number)): \(pair.x) \(pair.y)")
    }
    return Coordinate(x, y)
  }
}
