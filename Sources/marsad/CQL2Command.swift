import ArgumentParser
import Files
import Marsad
import Model

/// `marsad cql2`: reads, checks and converts a filter.
struct CQL2Command: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cql2",
    abstract: "Reads, checks and converts a filter in OGC CQL2.",
    discussion: """
      The expression is text or JSON, which begins with a brace; - reads it from
      standard input. Errors name line and column and end with 65. The language is
      explained by examples in docs/cql2.md.

        marsad cql2 "killed_min > 2 AND admin1 = 'Diyala'"
        marsad cql2 '{"op":"isNull","args":[{"property":"location"}]}' --to text
        marsad cql2 "killed > 2" --properties killed_min=number,location
        marsad cql2 "S_INTERSECTS(geometry, BBOX(44, 34, 46, 35))" | marsad cql2 -

      An expression that begins with a minus stands behind --.
      """)

  @Argument(help: "A filter, or - for standard input.")
  var expression: String

  @Option(name: .long, help: "text or json (default: the other one).")
  var to: FilterEncoding?

  @Option(
    name: .long,
    help: ArgumentHelp(
      """
      Check names and types against these properties, separated by commas, each NAME or NAME=TYPE; \
      types are boolean, number, text, date, timestamp, geometry, array, any.
      """, valueName: "names"))
  var properties: String?

  @Flag(name: .shortAndLong, help: "Print errors only.")
  var quiet = false

  func run() throws {
    let known = try properties.map(Self.types)
    do {
      let filter = try CQL2Filter(try source())
      if let known {
        try filter.check(properties: known)
      } else if !quiet {
        for warning in filter.unknownFunctions { StandardError.print(warning.description) }
      }
      let encoding = to ?? (filter.isFromJSON ? .text : .json)
      try StandardOutput.writeLine(encoding == .json ? filter.json : filter.text)
      try StandardOutput.flush()
    } catch let error as CQL2Error {
      throw DiagnosedFailure(diagnostic: error.diagnostic)
    }
  }

  /// The expression; bytes of standard input that are not UTF-8 are refused with their place.
  private func source() throws -> String {
    guard expression == "-" else { return expression }
    let stream = ByteStream(descriptor: 0, name: "<stdin>")
    var (bytes, piece): ([UInt8], [UInt8]) = ([], [])
    while try stream.next(into: &piece) {
      bytes += piece
      if bytes.count > Self.limit {
        throw DiagnosedFailure(
          diagnostic: Diagnostic(
            .error, "Q005", "more than \(Self.limit) bytes; a filter is shorter",
            path: "expression", line: 1, column: 1))
      }
    }
    if let bad = UTF8Check.firstInvalid(in: bytes.span) {
      let place = TextPosition(of: bad, in: bytes.span)
      throw DiagnosedFailure(
        diagnostic: Diagnostic(
          .error, "Q012", UTF8Check.message(for: bytes[bad]), path: "expression", line: place.line,
          column: place.column))
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static let limit = 16 << 20

  private static func types(
    _ list: String
  ) throws -> [String: CQL2Filter.PropertyType] {
    var types: [String: CQL2Filter.PropertyType] = [:]
    for part in list.split(separator: ",") {
      let sides = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let word = sides.count == 2 ? String(sides[1]) : CQL2Filter.PropertyType.any.rawValue
      guard let type = CQL2Filter.PropertyType(rawValue: word), !sides[0].isEmpty else {
        let known = CQL2Filter.PropertyType.allCases.map(\.rawValue).joined(separator: ", ")
        throw ValidationError("--properties \(part): NAME or NAME=TYPE; types are \(known)")
      }
      types[String(sides[0])] = type
    }
    return types
  }
}

/// The two encodings of CQL2.
enum FilterEncoding: String, ExpressibleByArgument, CaseIterable {
  case text, json
}

/// Data of the user's that is wrong, with its place.
struct DiagnosedFailure: Error {
  let diagnostic: Diagnostic
}
