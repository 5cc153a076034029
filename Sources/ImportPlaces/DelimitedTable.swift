import Files

/// A table of cells out of tabs (no quoting) or commas (RFC 4180), with the line of each row.
///
/// Whole in memory: what is imported is a gazetteer, not a planet.
struct DelimitedTable {
  struct Row {
    var line: Int
    var cells: [String]
  }

  var rows: [Row] = []

  /// Cuts validated UTF-8 into rows; blank lines and, with tabs, comments are left out.
  init(_ bytes: [UInt8], separator: UInt8) {
    if separator == UInt8(ascii: ",") { readQuoted(bytes) } else { readPlain(bytes) }
  }

  private mutating func readPlain(_ bytes: [UInt8]) {
    var line = 0
    for raw in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      line += 1
      var content = raw
      if content.last == 0x0D { content.removeLast() }
      if line == 1, content.starts(with: [0xEF, 0xBB, 0xBF]) { content = content.dropFirst(3) }
      if content.isEmpty || content.first == UInt8(ascii: "#") { continue }
      let cells = content.split(separator: 0x09, omittingEmptySubsequences: false)
      rows.append(Row(line: line, cells: cells.map { String(decoding: $0, as: UTF8.self) }))
    }
  }

  private mutating func readQuoted(_ bytes: [UInt8]) {
    var line = 1
    var start = 1
    var cells: [String] = []
    var cell: [UInt8] = []
    var isQuoted = false
    var index = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    func text() -> String { String(decoding: cell, as: UTF8.self) }
    while index < bytes.count {
      let byte = bytes[index]
      if byte == 0x0A { line += 1 }
      if isQuoted {
        if byte != UInt8(ascii: "\"") {
          cell.append(byte)
        } else if index + 1 < bytes.count, bytes[index + 1] == byte {
          cell.append(byte)
          index += 1
        } else {
          isQuoted = false
        }
      } else if byte == UInt8(ascii: "\""), cell.isEmpty {
        isQuoted = true
      } else if byte == UInt8(ascii: ",") {
        cells.append(text())
        cell.removeAll(keepingCapacity: true)
      } else if byte == 0x0A {
        if cell.last == 0x0D { cell.removeLast() }
        cells.append(text())
        cell.removeAll(keepingCapacity: true)
        if cells != [""] { rows.append(Row(line: start, cells: cells)) }
        cells = []
        start = line
      } else {
        cell.append(byte)
      }
      index += 1
    }
    if cell.isEmpty, cells.isEmpty { return }
    cells.append(text())
    rows.append(Row(line: start, cells: cells))
  }
}
