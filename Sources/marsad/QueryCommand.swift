import ArgumentParser
import Model
import QueryEvents

/// `marsad query`: spatial, temporal and attribute questions to a layer.
struct QueryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "query",
    abstract: "Asks a store, any GeoPackage or a GeoJSON file: where, when, what, who, how many.",
    discussion: """
      All flags combine. Distances are geodesic, in meters on WGS 84. The file is
      never changed.

        marsad query output --near Khanaqin --km 25 --since 2020-07 --until 2020-12
        marsad query output --within "disputed territories" --possible --type Battles
        marsad query output --near 45.39,34.35 --nearest 10 --format table
        marsad query output --by admin2,event_type --format csv
        marsad query roads.gpkg --layer roads --bbox 44,33,46,35 --format geojsonl
        marsad query output --filter "killed_min >= 3 AND actor1 = 'ISIS'" --sort -killed_min

      More examples: docs/query.md. The language of --filter: docs/cql2.md.
      """)

  @OptionGroup var question: QueryOptions
  @OptionGroup var answer: FeatureOutputOptions

  @Option(
    name: .long,
    help: ArgumentHelp(
      """
      Count by columns, admin1 to admin3, territory, type, actor, day, week, month, year, hex:10km, \
      grid:25km, or several of them.
      """, valueName: "groups"))
  var by: String?

  @Flag(name: .long, help: "Of --by, split what lies in several groups by its shares.")
  var apportion = false

  @Option(
    name: .long, parsing: .unconditional,
    help: ArgumentHelp(
      "Sort by columns, those with a minus from the greatest down: date_end,-killed_min.",
      valueName: "columns"))
  var sort: String?

  @Option(name: .long, help: "Only these columns, in this order.")
  var fields: String?

  @Option(name: .long, help: "At most so many.")
  var limit: Int?

  @Option(name: .long, help: "Leave out so many at first.")
  var offset = 0

  @Flag(name: .long, help: "Say how the question is answered instead of answering it.")
  var explainPlan = false

  func validate() throws {
    if let limit, limit < 0 { throw ValidationError("--limit is \(limit); 0 or more is expected") }
    if apportion, by == nil { throw ValidationError("--apportion needs --by") }
    if fields != nil, by != nil {
      throw ValidationError("--fields and --by exclude each other: groups have their own columns")
    }
    if offset < 0 { throw ValidationError("--offset is \(offset); 0 or more is expected") }
  }

  func run() throws {
    var query = try QuestionBuilder(question).query()
    let order = (sort ?? "").split(separator: ",").map { SortKey(String($0)) }
    let opener = LayerOpener(path: question.store, layer: question.layer)
    try opener.check(output: answer.output)
    let sources = try opener.sources(includeHistorical: question.includeHistorical)
    let areas = query.certainty == .point ? nil : try opener.areas()
    if let by {
      let count = GroupedQuestion(
        by: by, apportion: apportion, order: order, limit: limit, offset: offset, answer: answer,
        isQuiet: question.common.quiet)
      return try count.run(query, sources, areas, opener, explains: explainPlan)
    }
    query.order = order
    query.limit = limit
    query.offset = offset
    let format = answer.chosenFormat
    let shown = format == .table && fields == nil ? DefaultColumns.of(sources[0].columns) : nil
    let runner = try QueryRunner(
      sources: sources, areas: areas, query: query,
      output: fields.map { $0.split(separator: ",").map(String.init) } ?? shown,
      needsGeometry: answer.needsGeometry)
    if explainPlan {
      for line in try runner.explanation() { try StandardOutput.writeLine(line) }
      return
    }
    let output = FeatureOutput(
      options: answer, name: question.layer ?? "events", columns: runner.columns,
      holdsPointsOnly: answer.asksForm && sources.allSatisfy(\.holdsPointsOnly),
      hasGeometry: sources[0].geometryName != nil)
    let summary = try output.write { add in
      try runner.run { feature in
        try add(feature)
        return true
      }
    }
    report(summary, shown, sources[0].columns)
  }

  private func report(
    _ summary: QueryRunner.Summary, _ shown: [String]?, _ columns: [AttributeColumn]
  ) {
    if question.common.quiet { return }
    if summary.uncertainDates > 0, question.since != nil || question.until != nil {
      StandardError.print(
        "\(summary.uncertainDates) of \(summary.count) have a day that is only a bound (inferred or disclosed); --dates-certain leaves them out"
      )
    }
    if let shown, shown.count < columns.count {
      StandardError.print(
        "\(summary.count) rows; \(columns.count - shown.count) more columns by --fields or another --format"
      )
    }
  }
}

/// What a table for people shows when nobody says which columns.
enum DefaultColumns {
  private static let ofEvents = [
    "id", "date_start", "date_end", "sub_event_type", "location", "precision", "admin1", "admin2",
    "killed_min", "killed_max", "injured_min", "confidence",
  ]
  private static let most = 10

  /// The telling columns of events, or the first of another layer; nil for all.
  static func of(_ columns: [AttributeColumn]) -> [String]? {
    let names = columns.map(\.name)
    if ofEvents.allSatisfy(names.contains) { return ofEvents }
    return names.count <= most ? nil : Array(names.prefix(most))
  }
}
