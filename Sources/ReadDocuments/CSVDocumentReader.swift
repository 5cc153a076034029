internal import Files
internal import Model

/// Reads a `.csv` file whose header names the fields of a document.
struct CSVDocumentReader {
  private let path: String
  private let defaults: ReadDefaults
  private var records: CSVRecordReader
  /// The key of each column; nil for columns that mean nothing here.
  private var columns: [DocumentFields.Key?] = []

  init(_ stream: ByteStream, path: String, defaults: ReadDefaults) {
    self.path = path
    self.defaults = defaults
    records = CSVRecordReader(stream, path: path, limit: defaults.documentLimit)
  }

  /// Hands out an item for each row; returns how many.
  mutating func read(_ deliver: (ReadItem) throws -> Void) throws -> Int {
    if let failure = try readHeader() {
      try deliver(.failure(id: nil, failure))
      return 1
    }
    var count = 0
    while let event = try records.next() {
      count += 1
      switch event {
      case .problem(let diagnostic): try deliver(.failure(id: nil, diagnostic))
      case .record(let record): try deliver(item(record))
      }
    }
    return count
  }

  private mutating func readHeader() throws -> Diagnostic? {
    let header: CSVRecordReader.Record
    switch try records.next() {
    case nil:
      return Diagnostic(
        .error, .csvHeader, "there is no header; the first row names the columns", path: path)
    case .problem(let diagnostic): return diagnostic
    case .record(let record): header = record
    }
    var repeated: Diagnostic?
    var names: Set<String> = []
    for cell in header.cells.indices {
      let name = DocumentFields.trimmed(header.string(cell)).lowercased()
      let key = DocumentFields.keys[name]
      columns.append(key)
      if key != nil, !names.insert(name).inserted, repeated == nil {
        repeated = Diagnostic(
          .error, .csvHeader, "column \(name) is named twice", path: path,
          at: header.cells[cell].start)
      }
    }
    if let repeated { return repeated }
    if columns.contains(where: { $0?.field == .text }) { return nil }
    return Diagnostic(
      .error, .csvHeader,
      "the header names no column `text`; cells are separated by commas", path: path,
      at: header.start)
  }

  private func item(_ record: CSVRecordReader.Record) -> ReadItem {
    guard record.cells.count == columns.count else {
      return .failure(
        id: nil,
        Diagnostic(
          .error, .csvCellCount,
          "the row has \(record.cells.count) cells, the header \(columns.count)", path: path,
          at: record.start))
    }
    var fields = DocumentFields()
    for (cell, key) in columns.enumerated() {
      guard let key else { continue }
      fields.set(key, record.string(cell), at: record.cells[cell].start)
    }
    return fields.item(
      origin: ReadOrigin(path: path, line: record.start.line), at: record.start,
      defaults: defaults)
  }
}
