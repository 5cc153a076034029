package import Model

/// Walks through the rows of a tab-separated file with a header, without making a string per cell.
///
/// Blank lines and lines that begin with `#` are skipped. A row with the wrong number of cells or
/// with bytes that are not UTF-8 becomes a diagnostic and is skipped; so does the whole file when
/// its header is unusable. Cells are byte ranges of `bytes`:
///
/// ```swift
/// var rows = TSVReader(bytes, path: "places.tsv", required: ["pid", "lon"])
/// let lon = rows.column("lon")
/// while rows.next() { use(rows.double(lon), rows.line) }
/// report(rows.diagnostics)
/// ```
package struct TSVReader: Sendable {
  package let bytes: [UInt8]
  package let path: String
  /// The names of the header, in order.
  package internal(set) var columns: [String] = []
  /// The line of the current row, 1-based.
  package internal(set) var line = 0
  /// The byte ranges of the current row's cells, as many as `columns`.
  package internal(set) var cells: [Range<Int>] = []
  package internal(set) var diagnostics: [Diagnostic] = []

  /// Where the next line begins.
  var position = 0
  /// Where the current row begins: columns of diagnostics count from here.
  var rowStart = 0
  private var linesBegun = 0
  private var hasReportedCarriageReturn = false
  private var unlisted = 0
  private var unlistedSeverity = Diagnostic.Severity.note
  private let isWhollyUTF8: Bool

  /// More findings than this are counted, not listed: a binary file has one in every line.
  package static let findingLimit = 1000

  /// Reads the header.
  ///
  /// Validates the UTF-8 of the whole file once, so that no later step has to.
  package init(_ bytes: [UInt8], path: String, required: [String] = []) {
    self.bytes = bytes
    self.path = path
    let span = bytes.span
    isWhollyUTF8 = UTF8Check.firstInvalid(in: span) == nil
    position = UTF8Check.byteOrderMarkLength(span)
    readHeader(required: required)
  }

  /// Returns the place of a column, or nil when the header does not name it.
  package func column(_ name: String) -> Int? { columns.firstIndex(of: name) }

  /// Moves to the next good row; false at the end.
  ///
  /// Linear in the bytes passed over.
  package mutating func next() -> Bool {
    let wanted = columns.count
    guard wanted > 0 else { return false }
    let storage = bytes
    let span = storage.span
    while let found = splitLine(span, wanted) {
      if !isWhollyUTF8, !isUTF8(span, rowStart..<position) { continue }
      if found == wanted { return true }
      reportCellCount(found, wanted, span)
    }
    if unlisted > 0 {
      diagnostics.append(
        Diagnostic(
          unlistedSeverity, FileErrorCode.moreFindings.rawValue,
          "\(unlisted) more findings are not listed; repair the first ones", path: path))
      unlisted = 0
    }
    return false
  }

  /// Adds a finding of the caller's about a cell of the current row, or about the row.
  package mutating func report(
    _ severity: Diagnostic.Severity, _ code: String, _ message: String, cell: Int? = nil
  ) {
    let offset = cell.map { cells[$0].lowerBound } ?? rowStart
    add(severity, code, message, at: offset)
  }

  /// Splits the next line that is neither blank nor a comment; returns its number of cells, or nil
  /// at the end.
  ///
  /// Cells beyond `wanted` are counted and not kept.
  private mutating func splitLine(_ span: Span<UInt8>, _ wanted: Int) -> Int? {
    let end = span.count
    var index = position
    while index < end {
      linesBegun += 1
      rowStart = index
      let isComment = span[index] == 0x23
      var cellStart = index
      var found = 0
      var carriageReturn = -1
      while index < end {
        let byte = span[index]
        // Above CR there is no byte that means anything here: the one test for most bytes.
        if byte <= 0x0D {
          if byte == 0x09 {
            if found < wanted { cells[found] = cellStart..<index }
            found += 1
            cellStart = index + 1
          } else if byte == 0x0A {
            break
          } else if byte == 0x0D, carriageReturn < 0 {
            carriageReturn = index
          }
        }
        index += 1
      }
      let lineEnd = index
      position = min(lineEnd + 1, end)
      index = position
      var contentEnd = lineEnd
      if carriageReturn >= 0 {
        reportCarriageReturn(at: carriageReturn)
        if span[lineEnd - 1] == 0x0D { contentEnd -= 1 }
      }
      if isComment || contentEnd == rowStart { continue }
      if found < wanted { cells[found] = cellStart..<contentEnd }
      line = linesBegun
      return found + 1
    }
    return nil
  }

  /// Reads the first line with content as names of columns.
  private mutating func readHeader(required: [String]) {
    let storage = bytes
    let span = storage.span
    // Count first, then split again with room for exactly that many.
    guard let count = splitLine(span, 0), isUTF8(span, rowStart..<position) else {
      if diagnostics.isEmpty {
        diagnostics.append(
          Diagnostic(
            .error, FileErrorCode.noHeader.rawValue,
            "there is no header line; the first line names the columns", path: path, line: 1,
            column: 1))
      }
      return
    }
    position = rowStart
    linesBegun -= 1
    cells = Array(repeating: 0..<0, count: count)
    _ = splitLine(span, count)
    var names: [String] = []
    for cell in cells {
      let name = TextBytes.string(span, cell)
      if name.isEmpty || names.contains(name) {
        add(
          .error, FileErrorCode.duplicateColumn.rawValue,
          name.isEmpty ? "a column has no name" : "column \(name) is named twice",
          at: cell.lowerBound)
      }
      names.append(name)
    }
    for name in required where !names.contains(name) {
      add(
        .error, FileErrorCode.missingColumn.rawValue,
        "there is no column \(name); the header names \(names.joined(separator: ", "))",
        at: rowStart)
    }
    // An unusable header leaves no columns: `next` then finds no row, and nothing is misread.
    if diagnostics.allSatisfy({ $0.severity != .error }) { columns = names }
  }
}

// MARK: - Findings

extension TSVReader {
  private mutating func add(
    _ severity: Diagnostic.Severity, _ code: String, _ message: String, at offset: Int
  ) {
    guard diagnostics.count < TSVReader.findingLimit else {
      unlisted += 1
      if severity == .error || unlistedSeverity == .note { unlistedSeverity = severity }
      return
    }
    let place = place(of: offset)
    diagnostics.append(
      Diagnostic(severity, code, message, path: path, line: place.line, column: place.column))
  }

  private func place(of offset: Int) -> TextPosition {
    var place = TextPosition(line: max(linesBegun, 1))
    let start = min(rowStart, offset)
    place.advance(over: bytes.span, start..<offset)
    return place
  }

  /// The column at which a cell of the current row begins, 1-based, counted in Unicode scalars.
  ///
  /// Linear in the row before it.
  package func columnNumber(of cell: Int) -> Int { place(of: cells[cell].lowerBound).column }

  private mutating func isUTF8(_ span: Span<UInt8>, _ range: Range<Int>) -> Bool {
    guard let bad = UTF8Check.firstInvalid(in: span.extracting(range)) else { return true }
    let offset = range.lowerBound + bad
    add(.error, FileErrorCode.notUTF8.rawValue, UTF8Check.message(for: span[offset]), at: offset)
    return false
  }

  /// Once a file: a table from a Windows editor has one in every line.
  ///
  /// The row is read without it.
  private mutating func reportCarriageReturn(at offset: Int) {
    if hasReportedCarriageReturn { return }
    hasReportedCarriageReturn = true
    add(
      .warning, FileErrorCode.carriageReturn.rawValue,
      "a carriage return; save the file with LF line ends (dos2unix)", at: offset)
  }

  private mutating func reportCellCount(_ found: Int, _ wanted: Int, _ span: Span<UInt8>) {
    // Point at the first cell too many, or at the end of a short row.
    var offset = rowStart
    var tabs = 0
    while offset < span.count, span[offset] != 0x0A {
      if span[offset] == 0x09 { tabs += 1 }
      if found > wanted, tabs == wanted { break }
      offset += 1
    }
    add(
      .error, FileErrorCode.wrongCellCount.rawValue,
      "the row has \(found) cells, the header \(wanted)", at: offset)
  }
}
