package import Model

/// The stable codes of review sheets and corrections, listed in `docs/errors.md`.
package enum ReviewCode: String, Sendable, Hashable, CaseIterable {
  case badTable = "V001"
  case badValue = "V002"
  case readOnly = "V003"
  case badVerb = "V004"
  case unknownColumn = "V005"
  case badLine = "V006"
  case noMatch = "V007"
  case unknownEvent = "V008"
  case conflict = "V009"
  case notApplied = "V010"
  case contradicts = "V011"
}

/// What is wrong with a sheet or a file of corrections; nothing was written.
package struct ReviewError: Error, Sendable {
  package let findings: [Diagnostic]

  package init(_ findings: [Diagnostic]) { self.findings = findings }

  init(_ code: ReviewCode, _ message: String, path: String, line: Int? = nil, column: Int? = nil) {
    findings = [
      Diagnostic(.error, code.rawValue, message, path: path, line: line, column: column)
    ]
  }
}
