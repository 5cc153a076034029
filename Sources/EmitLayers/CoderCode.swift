package import Model

/// The findings of exports to, imports from and comparisons with the coders' formats.
package enum CoderCode: String, CaseIterable, Sendable {
  case noExport = "A001"
  case badCell = "A002"
  case unusableRow = "A003"
  case doubled = "A004"
  case unknownType = "A005"
  case noPosition = "A006"
  case leftOut = "A010"
  case unknownScale = "A011"
  case incomparable = "A012"

  package var severity: Diagnostic.Severity {
    switch self {
    case .noExport, .unusableRow: .error
    case .incomparable: .note
    default: .warning
    }
  }

  /// What the code means, in one line.
  package var summary: String {
    switch self {
    case .noExport: "the header lacks columns of an ACLED export"
    case .badCell: "a cell is not what its column holds; it counts as not stated"
    case .unusableRow: "a row of an ACLED export has no id or cannot be read, and was left out"
    case .doubled: "an event stands in an export twice; the row with the later timestamp counts"
    case .unknownType: "a row names no sub-event type of acled.tsv"
    case .noPosition: "a row has no position; its event has no place on the map"
    case .leftOut: "events have no place in the format that was asked for"
    case .unknownScale: "the scale of a source is not known"
    case .incomparable: "events without a day or a place match nothing in a comparison"
    }
  }

  package func finding(
    _ message: String, path: String? = nil, line: Int? = nil, column: Int? = nil
  ) -> Diagnostic {
    Diagnostic(severity, rawValue, message, path: path, line: line, column: column)
  }
}
