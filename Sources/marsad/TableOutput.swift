import ArgumentParser
import EmitLayers
import Files
import Pipeline

/// Where a table goes: a file that appears whole or not at all, or standard output.
final class TableOutput {
  private let file: AtomicFile?

  /// - Parameter path: nil and `-` mean standard output.
  init(_ path: String?) throws(FileError) {
    file = path == nil || path == "-" ? nil : try AtomicFile(path: path ?? "")
  }

  func write(_ bytes: [UInt8]) throws {
    if let file { try file.write(bytes) } else { try StandardOutput.write(bytes) }
  }

  /// Puts the file in its place.
  func finish() throws {
    if let file { try file.commit() } else { try StandardOutput.flush() }
  }
}

/// What `map` writes: the folder of layers, or one table.
enum MapFormat: String, ExpressibleByArgument, CaseIterable {
  case layers, csv
  case acledCSV = "acled-csv"
  case gedCSV = "ged-csv"

  var table: EventTableFormat? { EventTableFormat(rawValue: rawValue) }
}

extension EventTableFormat: ExpressibleByArgument {}
