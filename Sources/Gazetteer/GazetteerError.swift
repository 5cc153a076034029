package import Model

/// Why the knowledge of the world cannot be used.
package struct GazetteerError: Error, Sendable, CustomStringConvertible {
  package enum Kind: Sendable {
    /// No folder was found.
    case missing
    /// A file has errors.
    case invalid
  }

  package var kind: Kind
  package var message: String
  package var findings: [Diagnostic]

  package init(kind: Kind, message: String, findings: [Diagnostic]) {
    self.kind = kind
    self.message = message
    self.findings = findings
  }

  package var description: String {
    ([message] + findings.prefix(20).map(\.description)).joined(separator: "\n")
  }
}
