import Files
import Gazetteer
import Geometry
import Model
import Pipeline
import QueryEvents

/// Turns flags into a question: names become outlines, positions and codes.
///
/// The gazetteer is opened only when a name needs it.
final class QuestionBuilder {
  private let options: QueryOptions
  private var loaded: Gazetteer?

  init(_ options: QueryOptions) {
    self.options = options
  }

  /// The question of all flags but for order and limit.
  func query() throws -> EventQuery {
    var query = EventQuery()
    (query.since, query.until) = try options.days()
    query.datesCertain = options.datesCertain
    query.certainty = options.possible ? .possible : options.certain ? .certain : .point
    query.minKilled = options.minKilled
    query.atLeast = options.atLeast.flatMap { Precision(rawValue: $0) }
    query.actorsAsserted = options.actorAsserted
    query.filter = try filter()
    query.box = try options.bbox.map(Self.box)
    query.radius = options.km.map { $0 * 1000 }
    query.nearest = options.nearest
    query.center = try options.near.map(center)
    query.region = try options.within.map(region)
    if !options.type.isEmpty || !options.actor.isEmpty {
      let vocabulary = QuestionVocabulary(gazetteer: try gazetteer(.everything))
      query.kinds = options.type.map { name in
        vocabulary.kind(name).map { EventQuery.Kind(name: $0, isExact: true) }
          ?? EventQuery.Kind(name: name, isExact: false)
      }
      query.actors = try options.actor.map { try actor($0, vocabulary) }
    }
    return query
  }

  // MARK: Places

  private func center(_ text: String) throws -> Position {
    if let position = Locator.position(text) { return position }
    let finder = try AreaFinder(gazetteer: try gazetteer(.places))
    guard let center = try finder.center(text) else {
      let isArea = try finder.area(text) != nil
      throw Failure(
        status: .badData,
        message: isArea
          ? "--near \(text): it is an area, which has no point; --within asks for it"
          : "--near \(text): no place has this name; `marsad gazetteer search` helps")
    }
    let place = center.position
    note("--near \(text): \(center.title) at \(place.longitude),\(place.latitude)")
    warn("--near \(text)", of: center.others)
    return place
  }

  private func region(_ text: String) throws -> EventQuery.Region {
    if let polygons = try wellKnownText(text) {
      return EventQuery.Region(title: "the polygon", polygons: polygons)
    }
    if FileStatus.of(text)?.kind == .file {
      return EventQuery.Region(title: text, polygons: try RegionFile.polygons(of: text))
    }
    let finder = try AreaFinder(gazetteer: try gazetteer(.places))
    guard let area = try finder.area(text) else {
      throw Failure(
        status: .badData,
        message:
          "--within \(text): no file, no well-known text, and no territory, unit or place of this name; `marsad gazetteer search` helps"
      )
    }
    note("--within \(text): \(area.title)")
    warn("--within \(text)", of: area.others)
    return EventQuery.Region(title: area.title, polygons: area.polygons)
  }

  private func wellKnownText(_ text: String) throws -> MultiPolygon? {
    let word = text.prefix { $0.isLetter }.uppercased()
    guard ["POLYGON", "MULTIPOLYGON"].contains(word), text.contains("(") else { return nil }
    do throws(FilterError) {
      return try PolygonText.read(text)
    } catch {
      throw Failure(status: .badData, message: "--within, column \(error.column): \(error.message)")
    }
  }

  private static func box(_ text: String) throws -> BoxLiteral {
    let numbers = text.split(separator: ",", omittingEmptySubsequences: false).map { Double($0) }
    guard numbers.count == 4, let west = numbers[0], let south = numbers[1], let east = numbers[2],
      let north = numbers[3], (-180...180).contains(west), (-180...180).contains(east),
      (-90...90).contains(south), (-90...90).contains(north), south <= north
    else {
      throw Failure(
        status: .usage,
        message:
          "--bbox is \(text); west,south,east,north in degrees are expected, such as 44,34,46,35")
    }
    return BoxLiteral(west: west, south: south, east: east, north: north)
  }

  // MARK: Words

  private func filter() throws -> Filter? {
    guard let text = options.filter else { return nil }
    do throws(FilterError) {
      return switch options.filterLang {
      case nil: try Filter(text)
      case .text: try Filter(text: text)
      case .json: try Filter(json: text)
      }
    } catch {
      throw DiagnosedFailure(diagnostic: error.diagnostic)
    }
  }

  private func actor(_ name: String, _ vocabulary: QuestionVocabulary) throws -> [String] {
    let names = vocabulary.actor(name)
    if !names.isEmpty { return names }
    let similar = vocabulary.actors(like: name)
    warn(
      "--actor \(name) is no actor of the gazetteer; it is compared as it stands"
        + (similar.isEmpty ? "" : "; similar are \(similar.joined(separator: ", "))"))
    return [name]
  }

  private func gazetteer(_ scope: GazetteerScope) throws -> Gazetteer {
    if let loaded { return loaded }
    // Names of places need less, but a second opening would cost more than it saves.
    let wide = !options.type.isEmpty || !options.actor.isEmpty
    let opened = try options.common.load(wide ? .everything : scope)
    loaded = opened
    return opened
  }

  private func warn(_ name: String, of others: [String]) {
    if !others.isEmpty { warn("\(name) may also mean \(others.joined(separator: ", "))") }
  }

  private func note(_ text: String) {
    if !options.common.quiet { StandardError.print(text) }
  }

  private func warn(_ text: String) {
    if !options.common.quiet { StandardError.print("warning: " + text) }
  }
}

extension FilterError {
  /// The finding as the program prints it.
  var diagnostic: Diagnostic {
    Diagnostic(.error, code.rawValue, message, path: "--filter", line: line, column: column)
  }
}
