import Model

/// The attribute flags of a question as a filter in CQL2: one meaning for flags and filters, and SQL
/// where SQL is exact.
struct FlagFilter {
  let query: EventQuery
  let title: String
  private let columns: [String: AttributeColumn]

  /// Names of columns that our layers have; others may have some of them.
  private enum Column {
    static let start = "date_start"
    static let end = "date_end"
    static let basis = "date_basis"
    static let precision = "precision"
    static let killed = "killed_min"
    static let kinds = ["event_type", "sub_event_type", "disorder_type", "plover_type"]
    static let actorBasis = (1...2).map { "actor\($0)_basis" }
  }

  init(query: EventQuery, source: any FeatureSource) {
    self.query = query
    title = source.title
    columns = Dictionary(
      source.columns.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The filter, nil when no flag asks for anything.
  /// - Throws: `QueryError` when the layer lacks a column.
  func filter() throws -> Filter? {
    var parts = try times()
    if let part = try kinds() { parts.append(part) }
    parts += try query.actors.map(actor)
    if let least = query.minKilled {
      parts.append("\(try need(Column.killed, "--min-killed")) >= \(least)")
    }
    if let coarsest = query.atLeast {
      let names = Precision.allCases.filter { $0.rank <= coarsest.rank }.map(\.rawValue)
      parts.append("\(try need(Column.precision, "--at-least")) IN \(Self.list(names))")
    }
    guard !parts.isEmpty else { return nil }
    return try Filter(text: parts.map { "(\($0))" }.joined(separator: " AND "))
  }

  // MARK: Time

  private func times() throws -> [String] {
    guard query.since != nil || query.until != nil || query.datesCertain else { return [] }
    let (start, end) = try timeColumns()
    var parts: [String] = []
    if query.datesCertain {
      parts.append("\(Self.name(start.name)) IS NOT NULL")
      if let basis = columns[Column.basis] {
        let name = Self.name(basis.name)
        parts.append("\(name) IS NULL OR \(name) NOT IN \(Self.list(UncertainDates.bases))")
      }
      if let since = query.since { parts.append(Self.from(since, start)) }
      if let until = query.until { parts.append(Self.to(until, end)) }
      return parts
    }
    if let since = query.since { parts.append(Self.from(since, end)) }
    if let until = query.until {
      let byEnd = Self.to(until, end)
      parts.append(
        start == end
          ? byEnd
          : "\(Self.to(until, start)) OR (\(Self.name(start.name)) IS NULL AND \(byEnd))")
    }
    return parts
  }

  /// The two columns of ours, else the only column of days or instants.
  private func timeColumns() throws -> (start: AttributeColumn, end: AttributeColumn) {
    if let end = columns[Column.end] { return (columns[Column.start] ?? end, end) }
    let others = columns.values.filter { $0.kind == .date || $0.kind == .instant }
    guard others.count == 1, let only = others.first else {
      let what =
        others.isEmpty
        ? "none of its columns is a date"
        : "\(others.count) of its columns are dates (\(others.map(\.name).sorted().joined(separator: ", ")))"
      throw QueryError(
        .missingColumn,
        "\(title) has no column \(Column.end) and \(what); ask by --filter instead of --since and --until"
      )
    }
    return (only, only)
  }

  private static func from(_ day: CivilDate, _ column: AttributeColumn) -> String {
    "\(name(column.name)) >= \(literal(day, column))"
  }

  private static func to(_ day: CivilDate, _ column: AttributeColumn) -> String {
    column.kind == .date
      ? "\(name(column.name)) <= \(literal(day, column))"
      : "\(name(column.name)) < \(literal(day.adding(days: 1), column))"
  }

  private static func literal(_ day: CivilDate, _ column: AttributeColumn) -> String {
    switch column.kind {
    case .date: "DATE('\(day)')"
    case .instant: "TIMESTAMP('\(day)T00:00:00Z')"
    default: "'\(day)'"
    }
  }

  // MARK: What and who

  private func kinds() throws -> String? {
    if query.kinds.isEmpty { return nil }
    let names = Column.kinds.filter { columns[$0]?.kind == .text }
    if names.isEmpty { throw missing(Column.kinds[0], "--type") }
    return names.map { Self.isAny(of: query.kinds, Self.name($0)) }.joined(separator: " OR ")
  }

  private func actor(_ actor: [String]) throws -> String {
    let names = actor.map { EventQuery.Kind(name: $0, isExact: true) }
    let sides = (1...2).compactMap { side in self.side(side, names) }
    if sides.isEmpty { throw missing("actor1", "--actor") }
    return sides.joined(separator: " OR ")
  }

  /// The actor of one side and those who act with it.
  private func side(_ number: Int, _ names: [EventQuery.Kind]) -> String? {
    var parts: [String] = []
    let main = ["actor\(number)", "actor\(number)_name"].filter { columns[$0] != nil }
    var asserted = main.map { Self.isAny(of: names, Self.name($0)) }.joined(separator: " OR ")
    if query.actorsAsserted, !asserted.isEmpty, columns[Column.actorBasis[number - 1]] != nil {
      asserted = "(\(asserted)) AND \(Self.name(Column.actorBasis[number - 1])) = 'asserted'"
    }
    if !asserted.isEmpty { parts.append("(\(asserted))") }
    if let allies = columns["assoc_actor\(number)"] {
      parts.append(
        allies.isJSON
          ? "A_OVERLAPS(\(Self.name(allies.name)), \(Self.list(names.map(\.name))))"
          : Self.isAny(of: names, Self.name(allies.name)))
    }
    if !query.actorsAsserted, columns["actor\(number)_attributed"] != nil {
      parts.append(Self.isAny(of: names, Self.name("actor\(number)_attributed")))
    }
    return parts.isEmpty ? nil : parts.joined(separator: " OR ")
  }

  // MARK: Text of CQL2

  private static func isAny(of kinds: [EventQuery.Kind], _ column: String) -> String {
    let exact = kinds.filter(\.isExact).map(\.name)
    var parts = exact.isEmpty ? [] : ["\(column) IN \(list(exact))"]
    parts += kinds.filter { !$0.isExact }.map { "CASEI(\(column)) = CASEI(\(text($0.name)))" }
    return parts.joined(separator: " OR ")
  }

  private static func name(_ name: String) -> String { FilterLiterals.name(name) }

  private static func text(_ text: String) -> String { FilterLiterals.string(text) }

  private static func list(_ texts: [String]) -> String {
    "(\(texts.map(text).joined(separator: ", ")))"
  }

  private func need(_ column: String, _ flag: String) throws -> String {
    if columns[column] == nil { throw missing(column, flag) }
    return Self.name(column)
  }

  private func missing(_ column: String, _ flag: String) -> QueryError {
    QueryError(
      .missingColumn,
      "\(title) has no column \(column), which \(flag) asks for; ask by --filter for what it has: "
        + columns.keys.sorted().joined(separator: ", "))
  }
}

/// Days that only bound when something happened.
enum UncertainDates {
  static let column = "date_basis"
  /// The day on which it was made known, and the day of publication.
  static let bases = ["disclosed", "inferred"]
}
