package import Gazetteer
import Files
import Glibc

/// Finds and loads the knowledge of the world as the contract says.
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

  /// Loads the gazetteer with its overlays (`--overlay`, else `MARSAD_OVERLAY`, else the user's data
  /// folder when there is one).
  package func load(
    scope: GazetteerScope = .everything
  ) throws(GazetteerError) -> Gazetteer {
    let directory = try resolvedDirectory()
    let overlays = resolvedOverlays()
    let shapes = BoundaryStore(directory: directory, overlays: overlays)
    // The outlines are read on another core meanwhile: every question needs them in the end.
    Task.detached { _ = shapes.boundaries() }
    let gazetteer = try GazetteerLoader.load(
      directory: directory, overlays: overlays, scope: scope, shapes: shapes)
    // One question meets few outlines, a run meets them all.
    if scope == .everything {
      try ShapeValidator.requireValid(shapes.boundaries(), directory: directory)
    }
    return gazetteer
  }

  package func resolvedOverlays() -> [String] {
    if !overlays.isEmpty { return overlays }
    if let variable = Self.environment("MARSAD_OVERLAY") { return [variable] }
    let base =
      Self.environment("XDG_DATA_HOME")
      ?? Self.environment("HOME").map { $0 + "/.local/share" }
    guard let folder = base.map({ $0 + "/marsad/overlay" }), FileStatus.of(folder)?.kind == .folder
    else { return [] }
    return [folder]
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
    guard let path = realpath("/proc/self/exe", nil) else { return nil }
    defer { free(path) }
    let text = String(cString: path)
    return text.lastIndex(of: "/").map { String(text[..<$0]) }
  }
}
