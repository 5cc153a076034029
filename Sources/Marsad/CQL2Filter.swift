public import Model
import QueryEvents

/// A filter in OGC CQL2 (21-065r2), read from either encoding and written in both.
///
/// ```swift
/// let filter = try CQL2Filter("killed_min > 2 AND date_start >= DATE('2020-07-01')")
/// print(filter.json)
/// ```
public struct CQL2Filter: Sendable {
  private let filter: Filter

  /// What a property may hold, as `check` takes it.
  public enum PropertyType: String, Sendable, CaseIterable {
    case boolean, number, text, date, timestamp, geometry, array
    /// Not known: no type is checked.
    case any
  }

  /// Reads an expression: JSON when it begins with a brace, else text.
  ///
  /// Linear in its length. Grammar and types of literals are checked, names of properties and
  /// functions are not: see `check(properties:)`.
  /// - Throws: `CQL2Error` with line and column, in JSON also the JSON pointer.
  public init(_ expression: String) throws(CQL2Error) {
    do throws(FilterError) {
      filter = try Filter(expression)
    } catch {
      throw CQL2Error(error)
    }
  }

  /// Checks names and types against the properties that there are, and the functions of marsad.
  /// - Throws: `CQL2Error` for the first name that is not known or the first type that is wrong.
  public func check(properties: [String: PropertyType]) throws(CQL2Error) {
    let types = properties.mapValues { FilterType(rawValue: $0.rawValue) ?? .any }
    do throws(FilterError) {
      try filter.check(FilterSchema(types), .standard)
    } catch {
      throw CQL2Error(error)
    }
  }

  /// Warnings about functions that other programs may know and marsad does not.
  ///
  /// Linear in the filter.
  public var unknownFunctions: [Diagnostic] {
    filter.unknownCalls(.standard).map { CQL2Error($0, .warning).diagnostic }
  }

  /// Whether it was read from the JSON encoding.
  public var isFromJSON: Bool { filter.isFromJSON }

  /// The filter in the text encoding; the same filter is always written the same way.
  public var text: String { filter.text }

  /// The filter in the JSON encoding, without blanks; the same filter is always written the same way.
  public var json: String { filter.json }

  /// The functions that `check` knows: how each is called, what it gives, and one sentence.
  public static var functions: [(signature: String, result: String, summary: String)] {
    FilterFunctions.standard.all.map { ($0.signature, $0.result.rawValue, $0.summary) }
  }
}

/// Why a CQL2 expression is refused, and where.
public struct CQL2Error: Error, Sendable, CustomStringConvertible {
  /// The finding; its path is `expression`, columns count Unicode scalars.
  public let diagnostic: Diagnostic

  init(_ error: FilterError, _ severity: Diagnostic.Severity = .error) {
    diagnostic = Diagnostic(
      severity, error.code.rawValue, error.message, path: "expression", line: error.line,
      column: error.column)
  }

  /// The finding as `expression:line:column: error: [code] message`.
  public var description: String { diagnostic.description }
}
