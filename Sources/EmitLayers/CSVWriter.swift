/// Writes comma-separated values (RFC 4180), one record at a time.
///
/// A cell is quoted where it must be: with a comma, a quote, a line break, or a blank at an end. Lines end
/// with LF, as the tools of a shell expect.
///
/// For spreadsheets (`isForSpreadsheets`) a byte order mark says that the text is UTF-8, lines end with CRLF,
/// and a cell that a spreadsheet would run as a formula gets an apostrophe in front. Plain numbers
/// stay as they are.
///
/// ```swift
/// let writer = CSVWriter()
/// try file.write(writer.header(["id", "name"]))
/// try file.write(writer.record(["1", nil]))
/// ```
package struct CSVWriter: Sendable {
  private let isForSpreadsheets: Bool

  package init(isForSpreadsheets: Bool = false) {
    self.isForSpreadsheets = isForSpreadsheets
  }

  /// Returns the first record, which names the columns.
  package func header(_ names: [String]) -> [UInt8] {
    (isForSpreadsheets ? [0xEF, 0xBB, 0xBF] : []) + record(names)
  }

  /// Returns a record with its line end; nil makes an empty cell.
  ///
  /// Linear in the bytes.
  package func record(_ cells: [String?]) -> [UInt8] {
    var bytes: [UInt8] = []
    for (index, cell) in cells.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      append(cell ?? "", to: &bytes)
    }
    // A record of one empty cell would be a blank line, which readers pass over.
    if cells.count == 1, bytes.isEmpty { bytes += "\"\"".utf8 }
    bytes += isForSpreadsheets ? [0x0D, 0x0A] : [0x0A]
    return bytes
  }

  private func append(_ cell: String, to bytes: inout [UInt8]) {
    var content = Array(cell.utf8)
    if isForSpreadsheets, Self.isFormula(content) { content.insert(UInt8(ascii: "'"), at: 0) }
    guard Self.needsQuotes(content) else {
      bytes += content
      return
    }
    bytes.append(UInt8(ascii: "\""))
    for byte in content {
      if byte == UInt8(ascii: "\"") { bytes.append(byte) }
      bytes.append(byte)
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private static func needsQuotes(_ bytes: [UInt8]) -> Bool {
    guard let first = bytes.first, let last = bytes.last else { return false }
    if first == 0x20 || last == 0x20 { return true }
    return bytes.contains { $0 == 0x2C || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D }
  }

  /// Whether a spreadsheet would run the cell: it begins, after blanks, with `=`, `+`, `-`, `@`, a tab
  /// or a return, or with the wide form of one of the signs.
  package static func isFormula(_ bytes: [UInt8]) -> Bool {
    let rest = bytes.drop { $0 == 0x20 }
    guard let first = rest.first else { return false }
    switch first {
    case UInt8(ascii: "="), UInt8(ascii: "@"), 0x09, 0x0A, 0x0D: return true
    case UInt8(ascii: "+"), UInt8(ascii: "-"): return !isNumber(rest.dropFirst())
    // U+FF1D, U+FF0B, U+FF0D, U+FF20.
    case 0xEF:
      let next = Array(rest.dropFirst().prefix(2))
      return [[0xBC, 0x9D], [0xBC, 0x8B], [0xBC, 0x8D], [0xBC, 0xA0]].contains(next)
    default: return false
    }
  }

  /// Whether there is nothing but digits with at most one point between them.
  private static func isNumber(_ bytes: ArraySlice<UInt8>) -> Bool {
    let parts = bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    return parts.count <= 2
      && parts.allSatisfy { part in !part.isEmpty && part.allSatisfy { (48...57).contains($0) } }
  }
}
