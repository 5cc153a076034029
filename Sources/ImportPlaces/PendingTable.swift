import Files

/// The list of villages without a position, as a table to fill in and import again.
enum PendingTable {
  private static let columns = [
    "name", "container", "count", "type", "lon", "lat", "accuracy_m", "name_en", "examples",
  ]

  static func write(_ pending: [PendingVillage], to path: String) throws(FileError) {
    var lines = [columns.joined(separator: "\t")]
    for village in pending {
      let cells = [
        village.name, village.container, "\(village.count)", "village", "", "", "", "",
        village.examples,
      ]
      lines.append(cells.map(plain).joined(separator: "\t"))
    }
    try AtomicFile.write(Array((lines.joined(separator: "\n") + "\n").utf8), to: path)
  }

  /// A cell holds no tab and no line break.
  private static func plain(_ text: String) -> String {
    String(text.map { $0 == "\t" || $0.isNewline ? " " : $0 })
  }
}
