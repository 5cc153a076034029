package import EmitLayers
import Files
package import Model
import ReadDocuments

/// Reads a user's own export of ACLED: comma-separated, the header anywhere between the formats of
/// 2018 and today, columns in any order.
///
/// A cell that is not what its column holds counts as not stated and is reported with line and column; a
/// row that cannot be used is left out and reported; the run goes on.
package struct ACLEDExportReader {
  /// What was read.
  package struct Result: Sendable {
    /// In the order of the file.
    package var records: [ACLEDRecord] = []
    /// How many rows follow the header, those left out included.
    package var rows = 0
    package var leftOut = 0
  }

  /// Rows are short: a megabyte holds any.
  private static let rowLimit = 1 << 20

  private let builder: ACLEDRowReader

  /// Makes a reader.
  /// - Parameters:
  ///   - codes: The lists `inter`, `inter_form`, `month` and `targeting`.
  ///   - types: All sub-event types.
  ///   - weekDays: How many days before and after its date a row of time precision 2 may lie.
  package init(codes: CoderCodes, types: [ACLEDType], weekDays: Int) {
    builder = ACLEDRowReader(codes: codes, types: types, weekDays: weekDays)
  }

  /// Reads a file, packed by gzip or not.
  ///
  /// Memory grows with the rows, linear time.
  /// - Throws: `FileError` when the file cannot be read, `ExportError` when it is no such export.
  package func read(_ path: String, report: (Diagnostic) -> Void) throws -> Result {
    let name = path
    var reader = CSVRecordReader(
      try ByteStream(path: path), path: name, limit: Self.rowLimit)
    let columns = try header(&reader, name)
    var result = Result()
    var known: [String: Int] = [:]
    while let item = try reader.next() {
      result.rows += 1
      guard let record = record(item, columns, name, report) else {
        result.leftOut += 1
        continue
      }
      guard let earlier = known[record.event.id] else {
        known[record.event.id] = result.records.count
        result.records.append(record)
        continue
      }
      result.leftOut += 1
      report(
        CoderCode.doubled.finding(
          "\(record.event.documentID) stands on line \(result.records[earlier].line) too; the row "
            + "with the later timestamp counts", path: name, line: record.line, column: 1))
      if record.timestamp ?? 0 > result.records[earlier].timestamp ?? 0 {
        result.records[earlier] = record
      }
    }
    return result
  }

  private func header(_ reader: inout CSVRecordReader, _ path: String) throws -> ACLEDColumns {
    switch try reader.next() {
    case nil:
      throw ExportError(
        finding: CoderCode.noExport.finding(
          "the file is empty; the first row names the columns", path: path))
    case .problem(let finding): throw ExportError(finding: finding)
    case .record(let record):
      let columns = ACLEDColumns(record.cells.indices.map(record.string))
      if !columns.missing.isEmpty {
        throw ExportError(
          finding: CoderCode.noExport.finding(
            "the header lacks \(columns.missing.joined(separator: ", ")); cells are separated by "
              + "commas, and the first row names the columns", path: path, line: 1, column: 1))
      }
      return columns
    }
  }

  private func record(
    _ item: CSVRecordReader.Event, _ columns: ACLEDColumns, _ path: String,
    _ report: (Diagnostic) -> Void
  ) -> ACLEDRecord? {
    let record: CSVRecordReader.Record
    switch item {
    case .problem(let finding):
      report(finding)
      return nil
    case .record(let read): record = read
    }
    guard record.cells.count == columns.count else {
      report(
        CoderCode.unusableRow.finding(
          "the row has \(record.cells.count) cells, the header \(columns.count)", path: path,
          line: record.start.line, column: record.start.column))
      return nil
    }
    var row = ACLEDRow(
      cells: record.cells.indices.map(record.string), columns: columns,
      starts: record.cells.map { ($0.start.line, $0.start.column) }, path: path)
    let made = builder.read(&row)
    row.findings.forEach(report)
    return made
  }
}

/// Why a file is no export that can be read.
package struct ExportError: Error, Sendable, CustomStringConvertible {
  package var finding: Diagnostic

  package var description: String { finding.description }
}

/// Which column holds what.
struct ACLEDColumns {
  private static let required = [
    "event_date", "time_precision", "event_type", "sub_event_type", "latitude", "longitude",
    "geo_precision",
  ]
  /// The ids of the formats before and since 2023.
  private static let ids = ["event_id_cnty", "data_id"]

  private var places: [String: Int] = [:]
  let count: Int

  /// Reads the names, letter case and blanks around them aside; of a name that is there twice the first
  /// counts.
  init(_ names: [String]) {
    count = names.count
    for (index, name) in names.enumerated() {
      let key = ACLEDRow.trimmed(name).lowercased()
      if places[key] == nil { places[key] = index }
    }
  }

  subscript(name: String) -> Int? { places[name] }

  /// The column of the row's id.
  var id: Int? { Self.ids.lazy.compactMap { places[$0] }.first }

  /// The columns that no export lacks and this header does.
  var missing: [String] {
    (id == nil ? [Self.ids[0]] : []) + Self.required.filter { places[$0] == nil }
  }
}

/// The cells of one row by name, and what is wrong with them.
struct ACLEDRow {
  private let cells: [String]
  let columns: ACLEDColumns
  private let starts: [(line: Int, column: Int)]
  private let path: String
  private(set) var findings: [Diagnostic] = []

  init(cells: [String], columns: ACLEDColumns, starts: [(Int, Int)], path: String) {
    self.cells = cells
    self.columns = columns
    self.starts = starts.map { (line: $0.0, column: $0.1) }
    self.path = path
  }

  var line: Int { starts.first?.line ?? 0 }

  /// The cell of a column without blanks around it, nil when it is empty or not there.
  func text(_ name: String) -> String? { columns[name].flatMap(text(at:)) }

  func text(at column: Int) -> String? {
    let text = Self.trimmed(cells[column])
    return text.isEmpty ? nil : text
  }

  /// The texts between semicolons.
  func texts(_ name: String) -> [String] {
    (text(name) ?? "").split(separator: ";").map { Self.trimmed(String($0)) }.filter {
      !$0.isEmpty
    }
  }

  /// Reads a cell by a function; one that it gives nil for is reported and counts as not stated.
  mutating func value<Value>(
    _ name: String, expected: String, _ read: (String) -> Value?
  ) -> Value? {
    guard let text = text(name) else { return nil }
    if let value = read(text) { return value }
    report(.badCell, "\(name) is not \(expected)", name)
    return nil
  }

  mutating func report(_ code: CoderCode, _ message: String, _ column: String? = nil) {
    let cell = column.flatMap { columns[$0] } ?? 0
    let start = starts.indices.contains(cell) ? starts[cell] : (line: line, column: 1)
    findings.append(code.finding(message, path: path, line: start.line, column: start.column))
  }

  static func trimmed(_ text: String) -> String {
    var bytes = Array(text.utf8)[...]
    func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
    while let last = bytes.last, isBlank(last) { bytes.removeLast() }
    bytes = bytes.drop(while: isBlank)
    return String(decoding: bytes, as: UTF8.self)
  }
}
