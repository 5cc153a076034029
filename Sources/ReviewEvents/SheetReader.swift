import Files

/// A table as a spreadsheet saves it: commas, semicolons or tabs between cells, quotes doubled.
struct Sheet {
  struct Row {
    /// As the spreadsheet counts: the header is row 1, whatever line breaks stand in cells.
    var number: Int
    var cells: [String]
  }

  let path: String
  let columns: [String]
  let rows: [Row]
  /// Cells are set apart by semicolons: then the decimal sign may be a comma.
  let hasSemicolons: Bool

  /// Reads a table.
  ///
  /// Linear in the bytes.
  /// - Throws: `ReviewError` with row and column.
  init(_ bytes: [UInt8], path: String) throws(ReviewError) {
    if let bad = UTF8Check.firstInvalid(in: bytes.span) {
      let place = TextPosition(of: bad, in: bytes.span)
      throw ReviewError(
        .badTable,
        UTF8Check.message(for: bytes[bad]) + "; save the sheet as \"CSV UTF-8\"", path: path,
        line: place.line, column: place.column)
    }
    let text = Array(bytes.dropFirst(UTF8Check.byteOrderMarkLength(bytes.span)))
    let separator = Self.separator(text)
    hasSemicolons = separator == UInt8(ascii: ";")
    self.path = path
    var rows: [Row] = []
    var cells: [String] = []
    var cell: [UInt8] = []
    var isQuoted = false
    var wasQuoted = false
    var index = 0
    func finishCell() {
      cells.append(String(decoding: cell, as: UTF8.self))
      cell = []
      wasQuoted = false
    }
    func finishRow() {
      finishCell()
      rows.append(Row(number: rows.count + 1, cells: cells))
      cells = []
    }
    while index < text.count {
      let byte = text[index]
      if isQuoted {
        if byte == 0x22, index + 1 < text.count, text[index + 1] == 0x22 {
          cell.append(byte)
          index += 1
        } else if byte == 0x22 {
          isQuoted = false
        } else {
          cell.append(byte)
        }
      } else if byte == 0x22, cell.isEmpty, !wasQuoted {
        isQuoted = true
        wasQuoted = true
      } else if byte == 0x22 {
        throw ReviewError(
          .badTable, "a quote inside a cell is not doubled", path: path, line: rows.count + 1,
          column: cells.count + 1)
      } else if byte == separator {
        finishCell()
      } else if byte == 0x0A {
        finishRow()
      } else if byte == 0x0D, index + 1 < text.count, text[index + 1] == 0x0A {
        // The line feed ends the row.
      } else {
        cell.append(byte)
      }
      index += 1
    }
    if isQuoted {
      throw ReviewError(
        .badTable, "a quoted cell does not end", path: path, line: rows.count + 1,
        column: cells.count + 1)
    }
    if !cell.isEmpty || !cells.isEmpty { finishRow() }
    guard let header = rows.first else {
      throw ReviewError(.badTable, "there is no header", path: path)
    }
    columns = header.cells
    for (column, name) in columns.enumerated()
    where columns[..<column].contains(name) && !name.isEmpty {
      throw ReviewError(
        .badTable, "the column \(name) comes twice", path: path, line: 1, column: column + 1)
    }
    self.rows = rows.dropFirst().filter { !$0.cells.allSatisfy(\.isEmpty) }
    for row in self.rows where row.cells.count > columns.count {
      throw ReviewError(
        .badTable, "the row has \(row.cells.count) cells and the header \(columns.count)",
        path: path, line: row.number, column: columns.count + 1)
    }
  }

  /// What stands between the cells of the header: its names hold none of the three.
  private static func separator(_ bytes: [UInt8]) -> UInt8 {
    for byte in bytes {
      if byte == 0x2C || byte == 0x3B || byte == 0x09 { return byte }
      if byte == 0x0A { break }
    }
    return 0x2C
  }
}
