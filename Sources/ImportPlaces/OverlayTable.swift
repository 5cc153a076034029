import Files
import Model

/// A table of the overlay with the rows of this import replaced and all others as they stand.
struct OverlayTable {
  let path: String
  private var columns: [String]
  /// The lines that stay, header included.
  private var kept: [String] = []
  private(set) var added: [String] = []
  private let hadRows: Bool
  private let idPlace: Int
  /// Where in `kept` the row of an id stands, and which of them the import has anew.
  private var rowOfID: [String: Int] = [:]
  private var replaced: Set<Int> = []

  /// Reads the table of an overlay, or begins one with the gazetteer's columns.
  /// - Parameters:
  ///   - path: Of the table.
  ///   - columns: Those of a new table; the first is the id.
  ///   - prefix: The beginning of the ids of rows that this import replaces.
  /// - Throws: `ImportError` when the table's header lacks a column that is needed.
  init(path: String, columns: [String], needed: Set<String>, prefix: String) throws {
    self.path = path
    guard FileStatus.of(path) != nil else {
      self.columns = columns
      hadRows = false
      idPlace = 0
      return
    }
    let bytes = try FileBytes.read(path)
    var header: [String]?
    var kept: [String] = []
    var id = 0
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: true) {
      let text = String(decoding: line, as: UTF8.self)
      if line.first == UInt8(ascii: "#") {
        kept.append(text)
        continue
      }
      let cells = text.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      if header == nil {
        header = cells
        guard let place = cells.firstIndex(of: columns[0]) else { break }
        id = place
      } else if cells.count > id {
        if cells[id].hasPrefix(prefix) { continue }
        rowOfID[cells[id]] = kept.count
      }
      kept.append(text)
    }
    guard let header, needed.isSubset(of: header) else {
      throw ImportError(
        finding: ImportCode.unreadableOverlay.finding(
          "the header lacks "
            + needed.subtracting(header ?? []).sorted().joined(separator: ", ")
            + "; rows cannot be added", path: path, line: 1))
    }
    self.columns = header
    self.kept = kept
    hadRows = true
    idPlace = id
  }

  /// Adds a row; values of columns that the table does not have are left out.
  ///
  /// A row of the same id from the same source is replaced: the import has it anew.
  /// - Throws: `ImportError` when another source, or a person, has written a row of that id.
  mutating func add(_ values: [String: String]) throws {
    if let id = values[columns[idPlace]], let row = rowOfID[id] {
      let cells = kept[row].split(separator: "\t", omittingEmptySubsequences: false)
      let source = columns.firstIndex(of: "source").flatMap { $0 < cells.count ? cells[$0] : nil }
      guard let source, source == values["source"] ?? "" else {
        throw ImportError(
          finding: ImportCode.unreadableOverlay.finding(
            "the overlay has a row \(id) that this source did not write; take it out, or import into "
              + "an overlay of its own", path: path, line: 1))
      }
      replaced.insert(row)
    }
    added.append(columns.map { values[$0] ?? "" }.joined(separator: "\t"))
  }

  /// Whether there is anything to write.
  var isNeeded: Bool { hadRows || !added.isEmpty }

  var bytes: [UInt8] {
    let staying = kept.indices.filter { !replaced.contains($0) }.map { kept[$0] }
    let lines = (hadRows ? staying : [columns.joined(separator: "\t")]) + added
    return Array((lines.joined(separator: "\n") + "\n").utf8)
  }
}
