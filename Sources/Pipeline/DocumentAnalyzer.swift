import ExtractEvents
package import Gazetteer
package import Model
import NormalizeText
import RecognizePlaces
import ResolvePlaces
import TagTerritories

/// Takes one document through the stages: normalize, recognize, resolve, extract, tag.
///
/// Not Sendable: it holds GEOS and PROJ contexts and caches. One for each worker.
package final class DocumentAnalyzer {
  private let gazetteer: Gazetteer
  private var normalizer: TextNormalizer
  private let recognizer: PlaceRecognizer
  private let resolver: PlaceResolver
  private let extractor: EventExtractor
  private let tagger: TerritoryTagger

  /// Makes the stages.
  /// - Throws: when GEOS or PROJ cannot be set up.
  package init(gazetteer: Gazetteer) throws {
    self.gazetteer = gazetteer
    normalizer = TextNormalizer(gazetteer: gazetteer)
    recognizer = PlaceRecognizer(gazetteer: gazetteer)
    resolver = try PlaceResolver(gazetteer: gazetteer)
    extractor = EventExtractor(gazetteer: gazetteer)
    tagger = try TerritoryTagger(gazetteer: gazetteer)
  }

  /// Returns what one document tells, territories tagged.
  package func analyze(_ document: Document) throws -> AnalyzedDocument {
    let text = normalizer.normalize(document)
    let found = recognizer.mentions(in: text)
    let mentions = try resolver.resolve(found, in: text, on: document.published)
    let areas = AreaUnion { [resolver] areas in
      guard let area = try? resolver.union(areas) else { return nil }
      guard let radius = try? resolver.radiusKm(of: area) else { return nil }
      return (area, radius)
    }
    var result = extractor.extract(
      from: text, mentions: mentions, document: document, areas: areas)
    let rivals = RivalPlaces(text: text, mentions: mentions)
    for index in result.events.indices {
      try tag(&result.events[index], mentions)
      result.events[index].rivalPlaces = rivals.places(of: result.events[index])
    }
    return AnalyzedDocument(
      document: document, text: text, mentions: mentions, events: result.events,
      statements: result.statements)
  }

  /// Tags an event by its point or area; a named place keeps its own row's units.
  private func tag(_ event: inout Event, _ mentions: [Mention]) throws {
    let places = event.places.map(\.admin)
    let isNamed =
      event.places.count == 1 && event.relation == nil
      && [Precision.site, .place, .adm3, .adm2, .adm1].contains(event.precision)
    event.tags = try tagger.tags(
      point: event.point, area: event.area, namedAdmin: isNamed ? places[0] : nil,
      places: event.places.count > 1 ? places : [], dateEnd: event.date.end,
      published: event.published)
    event.flags += event.tags.flags
  }
}
