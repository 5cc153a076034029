import CPROJ

/// One PROJ context: no network, no log, its own error state.
///
/// Not `Sendable` on purpose: one thread at a time may use a context and what it made. Make one per
/// worker, about 12 microseconds each (`proj_context_create`).
@safe
package final class ProjContext {
  let raw: OpaquePointer

  /// Makes a context (`proj_context_create`).
  /// - Throws: `GeodesyError` when PROJ has no memory.
  package init() throws(GeodesyError) {
    guard let raw = unsafe proj_context_create() else {
      throw GeodesyError(
        .noContext, operation: "proj_context_create", detail: "no memory for a context")
    }
    unsafe self.raw = raw
    _ = unsafe proj_context_set_enable_network(raw, 0)
    _ = unsafe proj_log_level(raw, PJ_LOG_NONE)
  }

  deinit {
    _ = unsafe proj_context_destroy(raw)
  }

  /// Returns PROJ's words for an error number (`proj_context_errno_string`).
  func message(_ number: CInt) -> String {
    guard number != 0, let text = unsafe proj_context_errno_string(raw, number) else {
      return "no message from PROJ"
    }
    return unsafe String(cString: text)
  }

  /// Returns the words for the last error of the context.
  func lastMessage() -> String {
    message(unsafe proj_context_errno(raw))
  }
}
