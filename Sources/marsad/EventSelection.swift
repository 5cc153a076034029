import Geometry
import Model
import QueryEvents

/// The events that the flags of a question choose, for pictures.
enum EventSelection {
  private static let key = "id"

  /// Returns the ids of the chosen events, nil when no flag chooses.
  static func ids(_ options: QueryOptions) throws -> Set<String>? {
    guard options.chooses else { return nil }
    let query = try QuestionBuilder(options).query()
    let opener = LayerOpener(path: options.store, layer: options.layer)
    let runner = try QueryRunner(
      sources: try opener.sources(includeHistorical: options.includeHistorical),
      areas: query.certainty == .point ? nil : try opener.areas(), query: query, output: [key],
      needsGeometry: false)
    var ids: Set<String> = []
    _ = try runner.run { feature in
      if case .text(let id) = feature.values[0] { ids.insert(id) }
      return true
    }
    return ids
  }
}
