import CGEOS

/// One GEOS context: what every GEOS call needs, with the last message that GEOS gave.
///
/// Not `Sendable` on purpose: GEOS asks that one thread at a time use a context, and that is what
/// an isolation region promises. The object needs a stable address for the C error callback.
///
/// A raw result of GEOS is looked at in three functions only: `geometry`, `predicate` and `status`.
@safe
final class GEOSContext {
  /// The oldest GEOS that has every call used here (`GEOSCoordSeq_copyFromBuffer_r`).
  static let oldestSupported = (major: 3, minor: 10)

  /// The C context, for the calls of this room.
  let raw: OpaquePointer
  private var lastMessage: String?

  /// Makes a context.
  ///
  /// About 0.2 microseconds (`GEOS_init_r`).
  /// - Throws: `GeometryError` when the library is too old or has no memory.
  init() throws(GeometryError) {
    let version = unsafe String(cString: GEOSversion())
    guard Self.supports(version: version) else {
      throw GeometryError(
        .libraryTooOld, operation: "GEOSversion",
        detail: "GEOS \(version) is installed; 3.10 or newer is needed: install libgeos-dev 3.10+")
    }
    guard let raw = unsafe GEOS_init_r() else {
      throw GeometryError(.noContext, operation: "GEOS_init_r", detail: "no memory for a context")
    }
    unsafe self.raw = raw
    let this = unsafe Unmanaged.passUnretained(self).toOpaque()
    _ = unsafe GEOSContext_setErrorMessageHandler_r(
      raw,
      { message, user in
        guard let message = unsafe message, let user = unsafe user else { return }
        let context = unsafe Unmanaged<GEOSContext>.fromOpaque(user).takeUnretainedValue()
        context.lastMessage = unsafe String(cString: message)
      }, this)
  }

  deinit {
    unsafe GEOS_finish_r(raw)
  }

  /// Whether a version text such as `3.11.1-CAPI-1.17.1` is new enough.
  static func supports(version: String) -> Bool {
    let numbers = version.split(separator: ".").prefix(2).compactMap { Int($0) }
    guard numbers.count == 2 else { return false }
    return (numbers[0], numbers[1]) >= (oldestSupported.major, oldestSupported.minor)
  }

  // MARK: The three return conventions

  /// Takes ownership of a geometry that GEOS made; NULL is an error.
  func geometry(
    _ operation: String, _ result: OpaquePointer?
  ) throws(GeometryError) -> GEOSHandle {
    guard let result = unsafe result else { throw failure(operation) }
    lastMessage = nil
    return unsafe GEOSHandle(adopting: result, context: self)
  }

  /// Reads a predicate: 0 is false, 1 is true, 2 is an error.
  func predicate(_ operation: String, _ result: CChar) throws(GeometryError) -> Bool {
    guard result == 0 || result == 1 else { throw failure(operation) }
    lastMessage = nil
    return result == 1
  }

  /// Checks a status: 1 is success, everything else is an error.
  func status(_ operation: String, _ result: CInt) throws(GeometryError) {
    guard result == 1 else { throw failure(operation) }
    lastMessage = nil
  }

  /// Makes the error for a failed call.
  ///
  /// Reads the last message *and clears it*, so that a later failure never reports an old one.
  func failure(_ operation: String) -> GeometryError {
    let message = lastMessage ?? "no message from GEOS"
    lastMessage = nil
    return GeometryError(.operationFailed, operation: operation, detail: message)
  }
}
