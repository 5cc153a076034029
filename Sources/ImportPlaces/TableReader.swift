import Model

/// Reads a table with a header that names columns as `ColumnNames` knows them.
enum TableReader {
  static func read(_ table: DelimitedTable, _ path: String, into data: inout ImportedData) {
    guard let header = table.rows.first else { return }
    let columns = header.cells.map { $0.lowercased() }
    for row in table.rows.dropFirst() {
      guard row.cells.count == columns.count else {
        data.findings.append(
          ImportCode.badRow.finding(
            "the row has \(row.cells.count) cells, the header \(columns.count)", path: path,
            line: row.line))
        continue
      }
      var record: RecordReader.Record = [:]
      for (column, cell) in zip(columns, row.cells) where !cell.isEmpty { record[column] = cell }
      guard let position = RecordReader.position(record) else {
        withoutPosition(record, path, row.line, &data)
        continue
      }
      data.places.append(RecordReader.place(record, position, path, row.line))
    }
  }

  /// A row of the list of unknown villages is filled in later; any other is a mistake.
  private static func withoutPosition(
    _ record: RecordReader.Record, _ path: String, _ line: Int, _ data: inout ImportedData
  ) {
    let isPending =
      RecordReader.value(record, ColumnNames.longitude) == nil
      && RecordReader.value(record, ColumnNames.latitude) == nil
    if isPending, let name = record["name"], let count = record["count"].flatMap(Int.init) {
      data.pending.append(
        PendingVillage(
          name: name, container: RecordReader.value(record, ColumnNames.unit) ?? "", count: count,
          examples: record["examples"] ?? ""))
      return
    }
    data.findings.append(
      ImportCode.noPosition.finding(
        "the row has no longitude and latitude in range; degrees with a decimal point are expected",
        path: path, line: line))
  }
}
