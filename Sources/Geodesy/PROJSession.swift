import CPROJ

/// One C context of PROJ: no network, no log, its own error state.
///
/// Not `Sendable`: one thread at a time may use it and what it made.
@safe
final class PROJSession {
  let raw: OpaquePointer

  /// A path where no file can be.
  ///
  /// PROJ looks elsewhere when a finder returns NULL.
  private static let nowhere: StaticString = "/dev/null/none"

  /// Makes a context (`proj_context_create`).
  ///
  /// `proj_create` opens `proj.db` even for a definition that needs nothing from it, which takes
  /// milliseconds. Without files, PROJ is led to none (`proj_context_set_file_finder`).
  init(readsFiles: Bool) throws(GeodesyError) {
    guard let raw = unsafe proj_context_create() else {
      throw GeodesyError(
        .noContext, operation: "proj_context_create", detail: "no memory for a context")
    }
    unsafe self.raw = raw
    if !readsFiles {
      unsafe proj_context_set_file_finder(
        raw,
        { _, _, _ in
          unsafe UnsafeRawPointer(PROJSession.nowhere.utf8Start)
            .assumingMemoryBound(to: CChar.self)
        }, nil)
    }
    // `PJ_LOG_NONE` alone does not silence a missing database (9.1.1).
    _ = unsafe proj_log_level(raw, PJ_LOG_NONE)
    unsafe proj_log_func(raw, nil, { _, _, _ in })
    _ = unsafe proj_context_set_enable_network(raw, 0)
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
