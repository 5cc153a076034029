import Geometry
import Model

/// One layer of a question: what is read of it, and what is asked of each feature.
///
/// Not Sendable: it holds GEOS contexts.
final class QueryPart {
  let source: any FeatureSource
  let scan: FeatureScan
  /// The columns that are read, in the order of the values.
  let layout: FilterLayout
  /// What SQL does not answer.
  private let evaluators: [FilterEvaluator]
  private let tests: [any PlaceTest]
  private let certainty: EventQuery.Certainty
  private let areas: AreaMatches?
  private let notes: [String]

  /// Makes the plan for a layer.
  /// - Parameters:
  ///   - output: Names of columns that are wanted beside those that the question needs.
  ///   - usesSQL: False leaves everything to the evaluator, for features that are read one by one.
  /// - Throws: `QueryError`, `FilterError` for names and types of the user's filter.
  init(
    source: any FeatureSource, query: EventQuery, tests: [any PlaceTest], areas: AreaMatches?,
    output: Set<String>, needsGeometry: Bool, usesSQL: Bool = true
  ) throws {
    self.source = source
    self.tests = tests
    self.areas = areas
    certainty = query.certainty
    let whole = FilterLayout(columns: source.columns, geometryName: source.geometryName)
    let filters = [try FlagFilter(query: query, source: source).filter(), query.filter]
      .compactMap(\.self)
    var conditions: [SQLCondition] = []
    var rest: [Filter] = []
    var boxes = areas == nil ? Self.narrowest(tests) : nil
    for filter in filters {
      try filter.check(whole.schema, .standard)
      let split = filter.split(
        columns: source.answersSQL && usesSQL ? whole.sqlColumns : [:], geometry: nil)
      if let condition = split.condition { conditions.append(condition) }
      if let left = split.rest { rest.append(left) }
      // One list of boxes is enough for the index; the flags' own are the narrower ones as a rule.
      if boxes == nil { boxes = Self.boxes(of: filter, source.geometryName) }
    }
    var names = output
    for filter in rest { names.formUnion(filter.properties) }
    names.formUnion(query.order.map(\.name))
    names.insert(AreaMatches.key)
    names.insert(UncertainDates.column)
    let asksShape =
      !tests.isEmpty
      || rest.contains { filter in
        filter.properties.contains { $0 == source.geometryName || $0 == FilterLayout.geometry }
      }
    let columns = source.columns.indices.filter { names.contains(source.columns[$0].name) }
    scan = FeatureScan(
      boxes: boxes, condition: Self.joined(conditions), columns: columns,
      withGeometry: source.geometryName != nil && (needsGeometry || asksShape))
    layout = FilterLayout(
      columns: columns.map { source.columns[$0] }, geometryName: source.geometryName)
    evaluators = try rest.map { try FilterEvaluator($0, schema: whole.schema) }
    notes = Self.notes(tests, certainty, scan, filters, rest, source)
  }

  /// Whether a feature that was read passes everything that is left to ask.
  func selects(_ feature: Feature) throws -> Bool {
    if !tests.isEmpty, try !isPlaced(feature) { return false }
    if evaluators.isEmpty { return true }
    let row = FilterRow(feature: feature, layout: layout)
    return try evaluators.allSatisfy { try $0.selects(row) }
  }

  private func isPlaced(_ feature: Feature) throws -> Bool {
    if let areas, let place = layout.places[AreaMatches.key],
      case .text(let id) = feature.values[place], areas.known.contains(id)
    {
      return areas.passed.contains(id)
    }
    guard let shape = feature.geometry else { return false }
    return try tests.allSatisfy { try $0.holds(shape, certainty) }
  }

  /// How the question is answered, for people.
  func explanation() throws -> [String] { notes + (try source.explain(scan)) }

  /// The boxes of the test that leaves the least to read.
  static func narrowest(_ tests: [any PlaceTest]) -> [BoundingBox]? {
    tests.map(\.boxes).min { size($0) < size($1) }
  }

  private static func size(_ boxes: [BoundingBox]) -> Double {
    boxes.reduce(0) { $0 + ($1.maxX - $1.minX) * ($1.maxY - $1.minY) }
  }

  private static func boxes(of filter: Filter, _ geometry: String?) -> [BoundingBox]? {
    for name in [geometry, FilterLayout.geometry].compactMap(\.self) {
      if let boxes = filter.split(columns: [:], geometry: name).boxes { return boxes }
    }
    return nil
  }

  private static func joined(_ conditions: [SQLCondition]) -> SQLCondition? {
    guard !conditions.isEmpty else { return nil }
    return SQLCondition(
      text: conditions.map { "(\($0.text))" }.joined(separator: " AND "),
      bindings: conditions.flatMap(\.bindings))
  }

  private static func notes(
    _ tests: [any PlaceTest], _ certainty: EventQuery.Certainty, _ scan: FeatureScan,
    _ filters: [Filter], _ rest: [Filter], _ source: any FeatureSource
  ) -> [String] {
    var notes = ["read \(source.title)"]
    if let boxes = scan.boxes {
      let way = source.hasSpatialIndex ? "by the R-tree" : "by each geometry's box"
      for box in boxes {
        notes.append("candidates \(way): \(box.minX),\(box.minY),\(box.maxX),\(box.maxY)")
      }
    }
    if let condition = scan.condition { notes.append("SQL: \(condition.text)") }
    for test in tests { notes.append("exact (\(certainty.rawValue)): \(test.summary)") }
    for filter in filters { notes.append("filter: \(filter.text)") }
    for filter in rest { notes.append("for each candidate: \(filter.text)") }
    return notes
  }
}

extension Filter {
  /// The names of all properties in it.
  var properties: Set<String> {
    var names: Set<String> = []
    func look(_ expression: FilterExpression) {
      if case .property(let name) = expression.node { names.insert(name) }
      expression.node.children.forEach(look)
    }
    look(expression)
    return names
  }
}
