package import Model

/// The findings of an import.
package enum ImportCode: String, CaseIterable, Sendable {
  case unknownFormat = "I001"
  case noPosition = "I002"
  case noName = "I003"
  case badRow = "I004"
  case unknownPcode = "I005"
  case unmatchedOutline = "I006"
  case badOutline = "I007"
  case unreadableOverlay = "I008"
  case sameNameNear = "I010"
  case otherNameNear = "I011"
  case movedFar = "I012"
  case doubled = "I013"
  case otherUnit = "I014"

  /// Errors stop the import; a conflict is for a person to look at.
  package var severity: Diagnostic.Severity {
    switch self {
    case .unknownFormat, .unreadableOverlay: .error
    case .doubled: .note
    default: .warning
    }
  }

  /// What the code means, in one line.
  package var summary: String {
    switch self {
    case .unknownFormat: "the file is none of the formats that are read"
    case .noPosition: "a row has no longitude and latitude in range"
    case .noName: "a place has no name in Arabic or Latin letters"
    case .badRow: "a row or feature is not as its format says"
    case .unknownPcode: "no unit of the gazetteer has the p-code of an outline"
    case .unmatchedOutline: "no unit of the gazetteer has the name of an outline and its ground"
    case .badOutline: "an outline is no valid polygon and was repaired, or left out"
    case .unreadableOverlay: "a file of the overlay cannot be added to"
    case .sameNameNear: "a place of the same name is known not far off; both are kept"
    case .otherNameNear: "a place of another name is known at this position; both are kept"
    case .movedFar: "a known place stands elsewhere in the source; its position is kept"
    case .doubled: "a source has a place twice; the names were joined"
    case .otherUnit: "a place lies in another unit than its row says"
    }
  }

  func finding(_ message: String, path: String, line: Int, column: Int = 1) -> Diagnostic {
    Diagnostic(severity, rawValue, message, path: path, line: line, column: column)
  }
}

/// Why an import cannot be made.
package struct ImportError: Error, Sendable, CustomStringConvertible {
  package var finding: Diagnostic

  package var description: String { finding.description }
}
