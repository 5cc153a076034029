import EmitLayers

/// Cells of a table that spreadsheets open, safe in both directions.
///
/// A cell that a spreadsheet would run as a formula (`CSVWriter.isFormula`) is written with an apostrophe before it, and so is one that begins with an apostrophe: the
/// first apostrophe is taken off again when it is read.
package enum SheetCells {
  /// Returns a row with its line end, as RFC 4180 has it.
  static func row(_ cells: [String]) -> String {
    cells.map(quoted).joined(separator: ",") + "\r\n"
  }

  private static func quoted(_ cell: String) -> String {
    let safe = isDangerous(cell) ? "'" + cell : cell
    let needsQuotes =
      safe.utf8.contains { $0 == 0x22 || $0 == 0x2C || $0 == 0x3B || $0 == 0x0A || $0 == 0x0D }
      || safe.utf8.first == 0x20 || safe.utf8.last == 0x20
    return needsQuotes ? "\"" + safe.replacing("\"", with: "\"\"") + "\"" : safe
  }

  private static func isDangerous(_ cell: String) -> Bool {
    cell.unicodeScalars.first == "'" || CSVWriter.isFormula(Array(cell.utf8))
  }

  /// Returns what a cell says: without the apostrophe that `row` put there.
  static func plain(_ cell: String) -> String {
    guard cell.unicodeScalars.first == "'" else { return cell }
    return String(cell.unicodeScalars.dropFirst())
  }
}
