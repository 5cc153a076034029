package import Gazetteer
import Files
import Glibc

/// Finds and loads the knowledge of the world.
package struct KnowledgeLocation: Sendable {
  /// `--gazetteer`, nil when not given.
  package var directory: String?
  /// `--overlay`, in order.
  package var overlays: [String]

  package init(directory: String? = nil, overlays: [String] = []) {
    self.directory = directory
    self.overlays = overlays
  }

  /// Returns the folder to read: the option, `MARSAD_GAZETTEER`, `share/marsad/gazetteer` beside the
  /// installed program, `./gazetteer`, in that order.
  /// - Throws: `GazetteerError` that says where it looked.
  package func resolvedDirectory() throws(GazetteerError) -> String {
    if let directory { return directory }
    var looked: [String] = []
    if let variable = Self.environment("MARSAD_GAZETTEER") { return variable }
    if let program = Self.programFolder() {
      for candidate in [
        "\(program)/../share/marsad/gazetteer", "\(program)/share/marsad/gazetteer",
      ] {
        if Self.isGazetteer(candidate) { return candidate }
        looked.append(candidate)
      }
    }
    if Self.isGazetteer("gazetteer") { return "gazetteer" }
    looked.append("./gazetteer")
    throw GazetteerError(
      kind: .missing,
      message: "no gazetteer was found; looked for --gazetteer, MARSAD_GAZETTEER, "
        + looked.joined(separator: ", ") + ". Name the folder by --gazetteer", findings: [])
  }

  /// Opens the gazetteer with its overlays (`--overlay`, else `MARSAD_OVERLAY`, else the user's data
  /// folder when there is one) by its compiled index.
  package func load(
    scope: GazetteerScope = .everything
  ) throws(GazetteerError) -> Gazetteer {
    try GazetteerIndex.open(
      directory: try resolvedDirectory(), overlays: resolvedOverlays(), scope: scope,
      cache: Self.cacheFolder())
  }

  /// Returns where compiled indexes are kept: `MARSAD_CACHE`, else `marsad` in the user's cache
  /// folder; nil when that is `off` or there is none.
  static func cacheFolder(_ variable: (String) -> String? = environment) -> String? {
    if let own = variable("MARSAD_CACHE") { return own == "off" ? nil : own }
    // The specification of base directories passes over a path that is not absolute.
    if let base = variable("XDG_CACHE_HOME"), base.hasPrefix("/") { return base + "/marsad" }
    return variable("HOME").map { $0 + "/.cache/marsad" }
  }

  package func resolvedOverlays() -> [String] {
    if !overlays.isEmpty { return overlays }
    guard let folder = overlayToWrite() else { return [] }
    // A folder that was named is reported when it is missing; the usual one need not be there.
    if Self.environment("MARSAD_OVERLAY") != nil { return [folder] }
    return FileStatus.of(folder)?.kind == .folder ? [folder] : []
  }

  /// The user's own overlay, whether it is there or not: `MARSAD_OVERLAY`, else
  /// `$XDG_DATA_HOME/marsad/overlay`; nil without a home folder.
  package func overlayToWrite() -> String? {
    if let variable = Self.environment("MARSAD_OVERLAY") { return variable }
    let base =
      Self.environment("XDG_DATA_HOME")
      ?? Self.environment("HOME").map { $0 + "/.local/share" }
    return base.map { $0 + "/marsad/overlay" }
  }

  private static func isGazetteer(_ path: String) -> Bool {
    FileStatus.of(path + "/places.tsv")?.kind == .file
  }

  private static func environment(_ name: String) -> String? {
    guard let value = getenv(name) else { return nil }
    let text = String(cString: value)
    return text.isEmpty ? nil : text
  }

  /// The folder of the running program, symbolic links followed.
  private static func programFolder() -> String? {
    FilePaths.real("/proc/self/exe").map { OutputFolder.parent(of: $0) }
  }
}
