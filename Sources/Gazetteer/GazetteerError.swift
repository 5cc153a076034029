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

  /// Throws when there are errors among findings.
  static func refuse(
    _ findings: [Diagnostic], directory: String
  ) throws(GazetteerError) {
    let errors = findings.filter { $0.severity == .error }
    if errors.isEmpty { return }
    throw GazetteerError(
      kind: .invalid,
      message:
        "\(directory): \(errors.count) errors in the gazetteer; `marsad gazetteer check` lists "
        + "them all", findings: errors)
  }
}
