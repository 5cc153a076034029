/// What projections and transforms are made in: PROJ without network and log.
///
/// Not `Sendable` on purpose: one thread at a time may use a context and what it made. Make one per
/// worker, some 12 microseconds each (`proj_context_create`). PROJ's database is opened when the
/// first `CoordinateTransform` asks for it, never for a projection.
package final class ProjContext {
  /// For definitions that need no file.
  let plain: PROJSession
  private var withDatabase: PROJSession?

  /// Makes a context.
  /// - Throws: `GeodesyError` when PROJ has no memory.
  package init() throws(GeodesyError) {
    plain = try PROJSession(readsFiles: false)
  }

  /// Returns the context that reads `proj.db`, which keeps the database open once asked for.
  func database() throws(GeodesyError) -> PROJSession {
    if let withDatabase { return withDatabase }
    let made = try PROJSession(readsFiles: true)
    withDatabase = made
    return made
  }
}
