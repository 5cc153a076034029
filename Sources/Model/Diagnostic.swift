/// A finding about an input, as a value: stages collect them, only the command prints.
public struct Diagnostic: Sendable, Hashable, CustomStringConvertible {
  public enum Severity: String, Sendable, Hashable {
    case error, warning, note
  }

  public var severity: Severity
  /// The stable code, listed in `docs/errors.md`.
  public var code: String
  /// What was found, what was expected, what to do.
  ///
  /// Never the text of a document.
  public var message: String
  public var path: String?
  /// 1-based.
  public var line: Int?
  /// 1-based, counted in Unicode scalars.
  public var column: Int?

  public init(
    _ severity: Severity, _ code: String, _ message: String, path: String? = nil,
    line: Int? = nil, column: Int? = nil
  ) {
    self.severity = severity
    self.code = code
    self.message = message
    self.path = path
    self.line = line
    self.column = column
  }

  /// The finding as `path:line:column: error: [code] message`, as compilers print it.
  public var description: String {
    var place = path ?? ""
    if let line { place += ":\(line)" }
    if line != nil, let column { place += ":\(column)" }
    return (place.isEmpty ? "" : place + ": ") + "\(severity.rawValue): [\(code)] \(message)"
  }
}
