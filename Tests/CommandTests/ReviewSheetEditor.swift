import Files

/// A coder at a spreadsheet: reads the table that the program exported, changes cells, saves it.
struct ReviewSheetEditor {
  private(set) var columns: [String]
  private(set) var rows: [[String: String]]

  /// Reads commas, doubled quotes and CRLF, without any code of the program.
  init(_ bytes: [UInt8]) {
    var table: [[String]] = [[]]
    var cell = String.UnicodeScalarView()
    var isQuoted = false
    var wasQuote = false
    for scalar in String(decoding: bytes.dropFirst(3), as: UTF8.self).unicodeScalars {
      if isQuoted {
        if scalar == "\"" {
          isQuoted = false
          wasQuote = true
        } else {
          cell.append(scalar)
        }
        continue
      }
      if scalar == "\"" {
        if wasQuote { cell.append(scalar) }
        isQuoted = true
      } else if scalar == "," || scalar == "\n" {
        table[table.count - 1].append(String(cell))
        cell = String.UnicodeScalarView()
        if scalar == "\n" { table.append([]) }
      } else if scalar != "\r" {
        cell.append(scalar)
      }
      wasQuote = false
    }
    columns = table[0]
    rows = table.dropFirst().filter { !$0.isEmpty }.map { [columns] in
      Dictionary(uniqueKeysWithValues: zip(columns, $0))
    }
  }

  /// The number of the first row that holds a text in a column.
  func row(_ column: String, _ text: String) -> Int? {
    rows.firstIndex { $0[column]?.contains(text) ?? false }
  }

  mutating func set(_ row: Int, _ cells: [String: String]) {
    for name in cells.keys.sorted() where !columns.contains(name) { columns.append(name) }
    rows[row].merge(cells) { $1 }
  }

  mutating func add(_ cells: [String: String]) {
    rows.append([:])
    set(rows.count - 1, cells)
  }

  /// The table as a spreadsheet saves it.
  func bytes(separator: String = ",") -> [UInt8] {
    func quoted(_ cell: String) -> String {
      "\"" + cell.replacing("\"", with: "\"\"") + "\""
    }
    let lines = [columns.map(quoted)] + rows.map { row in columns.map { quoted(row[$0] ?? "") } }
    // No quotes around the header: that is where the separator is looked for.
    let header = columns.joined(separator: separator)
    return Array(
      (header + "\r\n"
        + lines.dropFirst().map { $0.joined(separator: separator) + "\r\n" }.joined()).utf8)
  }
}
