import Geodesy
package import Geometry
package import Model

/// Asks a question of one or more layers that have the same columns, such as events and background.
///
/// ```swift
/// let runner = try QueryRunner(sources: [events], query: query, output: nil)
/// let summary = try runner.run { feature in …; return true }
/// ```
///
/// Without an order and without distances, features are handed out as they are read and nothing is kept.
/// Not Sendable: it holds GEOS and PROJ contexts.
package final class QueryRunner {
  /// What a run found beside its features.
  package struct Summary: Sendable, Hashable {
    /// How many features were handed out.
    package var count = 0
    /// How many of them have a day that is only a bound.
    package var uncertainDates = 0
  }

  /// The columns of what is handed out: those that were wanted, then the two of distance.
  package let columns: [AttributeColumn]
  let query: EventQuery
  let parts: [QueryPart]
  /// The same without SQL, for the nearest, which are read one by one.
  private var plainParts: [QueryPart] = []
  private let engine: GeometryEngine
  private let ruler: ShapeRuler?
  private let places: [Int]
  /// Whether the columns are handed out as they are read.
  private let keepsColumns: Bool
  /// Where the basis of a date and the id of an event stand among the columns that are read.
  private let basisPlace: Int?
  private let idPlace: Int?

  /// The columns that a center adds: metres, and degrees clockwise from north at the center.
  package static let distanceColumns = [
    AttributeColumn("distance_m", .real), AttributeColumn("bearing_deg", .real),
  ]

  /// Plans a question.
  /// - Parameters:
  ///   - sources: Layers of the same columns, in the order of the answer.
  ///   - areas: For the first of them, the layer of its features' areas by the same ids.
  ///   - output: Names of the columns that are wanted, in their order; nil for all.
  ///   - needsGeometry: Whether the answer shows geometries.
  /// - Throws: `QueryError`, `FilterError`, `GeometryError`, `StoreError`.
  package init(
    sources: [any FeatureSource], areas: (any FeatureSource)? = nil, query: EventQuery,
    output: [String]? = nil, needsGeometry: Bool = true
  ) throws {
    guard let first = sources.first else { preconditionFailure("a question needs a layer") }
    let engine = try GeometryEngine()
    self.engine = engine
    self.query = query
    ruler = try query.center.map { try ShapeRuler(center: $0, engine: engine) }
    try Self.check(query, first)
    let tests = try Self.tests(query, engine, ruler)
    let names = try output.map { try Self.known($0, first) } ?? first.columns.map(\.name)
    try Self.checkOrder(query, first)
    var parts: [QueryPart] = []
    var plainParts: [QueryPart] = []
    for (index, source) in sources.enumerated() {
      let areas = index == 0 && query.certainty != .point && !tests.isEmpty ? areas : nil
      let matches = try areas.map {
        try AreaMatches($0, tests: tests, certainty: query.certainty)
      }
      func part(usesSQL: Bool) throws -> QueryPart {
        try QueryPart(
          source: source, query: query, tests: tests, areas: matches, output: Set(names),
          needsGeometry: needsGeometry || query.center != nil, usesSQL: usesSQL)
      }
      parts.append(try part(usesSQL: true))
      if query.nearest != nil { plainParts.append(try part(usesSQL: false)) }
    }
    self.parts = parts
    self.plainParts = plainParts
    let layout = parts[0].layout
    places = names.compactMap { layout.places[$0] }
    keepsColumns = places == Array(layout.columns.indices)
    basisPlace = layout.places[UncertainDates.column]
    idPlace = layout.places[AreaMatches.key]
    columns =
      places.map { layout.columns[$0] } + (query.center == nil ? [] : Self.distanceColumns)
  }

  /// How the question is answered, one line each, for people.
  package func explanation() throws -> [String] {
    var lines = try parts.flatMap { try $0.explanation() }
    if let count = query.nearest { lines.append("the \(count) nearest, by distance") }
    if query.center != nil, query.nearest == nil, query.order.isEmpty {
      lines.append("sort by distance")
    }
    for key in query.order {
      lines.append("sort by \(key.name)\(key.isDescending ? ", greatest first" : "")")
    }
    return lines
  }

  /// Hands out what passes, in order.
  /// - Parameter body: Returns false to stop.
  package func run(_ body: (Feature) throws -> Bool) throws -> Summary {
    if query.center == nil, query.order.isEmpty { return try stream(body) }
    var summary = Summary()
    let found = try collected()
    for match in found.dropFirst(query.offset).prefix(query.limit ?? .max) {
      if try !hand(match, &summary, body) { break }
    }
    return summary
  }

  private func stream(_ body: (Feature) throws -> Bool) throws -> Summary {
    var summary = Summary()
    var skip = query.offset
    if query.limit == 0 { return summary }
    for part in parts {
      var goesOn = true
      try part.source.scan(part.scan) { feature in
        guard try part.selects(feature) else { return true }
        if skip > 0 {
          skip -= 1
          return true
        }
        goesOn = try hand(Match(feature: feature, way: nil), &summary, body)
        if summary.count == query.limit { goesOn = false }
        return goesOn
      }
      if !goesOn { break }
    }
    return summary
  }

  /// A feature that passed, with the way to it.
  struct Match {
    var feature: Feature
    var way: ShapeRuler.Way?
  }

  private func collected() throws -> [Match] {
    var found: [Match] = []
    for (index, part) in parts.enumerated() {
      if let count = query.nearest, let ruler {
        let search = NearestSearch(
          part: part, plain: plainParts[index], ruler: ruler, count: count)
        found += try search.matches(columns: parts[0].scan.columns)
        continue
      }
      try part.source.scan(part.scan) { feature in
        if try part.selects(feature) {
          found.append(Match(feature: feature, way: try way(to: feature)))
        }
        return true
      }
    }
    if let count = query.nearest {
      sortByDistance(&found)
      found.removeLast(max(0, found.count - count))
    }
    if query.order.isEmpty {
      if query.nearest == nil { sortByDistance(&found) }
    } else {
      let order = MatchOrder(query.order, layout: parts[0].layout)
      // Equals keep the order in which they were found.
      let sorted = found.indices.sorted { left, right in
        order.precedes(found[left], found[right]) ?? (left < right)
      }
      found = sorted.map { found[$0] }
    }
    return found
  }

  private func way(to feature: Feature) throws -> ShapeRuler.Way? {
    guard let ruler, let shape = feature.geometry else { return nil }
    return try ruler.path(to: shape)
  }

  /// The nearest first; what has no distance comes last, equals as they were found.
  private func sortByDistance(_ matches: inout [Match]) {
    // Only numbers are moved about: a match holds a whole row.
    let keys = matches.enumerated().map { index, match in
      (distance: match.way?.distance ?? .infinity, index: index)
    }.sorted { ($0.distance, $0.index) < ($1.distance, $1.index) }
    matches = keys.map { matches[$0.index] }
  }

  private func hand(
    _ match: Match, _ summary: inout Summary, _ body: (Feature) throws -> Bool
  ) throws -> Bool {
    summary.count += 1
    if let place = basisPlace, case .text(let basis) = match.feature.values[place],
      UncertainDates.bases.contains(basis)
    {
      summary.uncertainDates += 1
    }
    var values = keepsColumns ? match.feature.values : places.map { match.feature.values[$0] }
    if query.center != nil {
      values.append(match.way.map { .real(Self.rounded($0.distance, 10)) } ?? .null)
      values.append(match.way.map { .real(Self.rounded($0.azimuth, 100)) } ?? .null)
    }
    var id = match.feature.id
    // Keys of rows change when a store is written anew; the ids of events do not.
    if let place = idPlace, case .text(let text) = match.feature.values[place] { id = .text(text) }
    return try body(Feature(id: id, geometry: match.feature.geometry, values: values))
  }

  /// Decimetres and hundredths of a degree: finer than any place is known.
  private static func rounded(_ value: Double, _ parts: Double) -> Double {
    (value * parts).rounded() / parts
  }
}

extension QueryRunner {
  private static func tests(
    _ query: EventQuery, _ engine: GeometryEngine, _ ruler: ShapeRuler?
  ) throws -> [any PlaceTest] {
    var tests: [any PlaceTest] = []
    if let center = query.center, let radius = query.radius, let ruler {
      tests.append(DiscTest(center: center, radius: radius, ruler: ruler))
    }
    if let region = query.region { tests.append(try RegionTest(region, engine: engine)) }
    if let box = query.box { tests.append(try BoxTest(box, engine: engine)) }
    return tests
  }

  private static func check(_ query: EventQuery, _ source: any FeatureSource) throws {
    if query.nearest != nil || query.radius != nil, query.center == nil {
      throw QueryError(.contradiction, "a distance or a number of nearest needs --near")
    }
    if query.certainty != .point, !query.isSpatial {
      throw QueryError(
        .contradiction, "--\(query.certainty.rawValue) needs --within, --bbox, or --near with --km")
    }
    if query.isSpatial || query.center != nil, source.geometryName == nil {
      throw QueryError(.noGeometry, "\(source.title) has no geometry")
    }
  }

  private static func checkOrder(_ query: EventQuery, _ source: any FeatureSource) throws {
    var names = source.columns.map(\.name)
    if query.center != nil { names += distanceColumns.map(\.name) }
    _ = try query.order.map { key in
      if !names.contains(key.name) { throw unknown(key.name, names, source) }
    }
  }

  private static func known(_ names: [String], _ source: any FeatureSource) throws -> [String] {
    let all = source.columns.map(\.name)
    for name in names where !all.contains(name) { throw unknown(name, all, source) }
    return names
  }

  private static func unknown(
    _ name: String, _ names: [String], _ source: any FeatureSource
  ) -> QueryError {
    QueryError(
      .missingColumn,
      "\(source.title) has no column \(name); it has \(names.joined(separator: ", "))")
  }
}
