package import Gazetteer
package import Model

/// Finds the names of a text and says which are locations and which only look so.
///
/// Order (language.md 4.5): blocks, demonyms and persons first, then names, then definite phrases
/// that refer back to a place. Mentions come back in reading order, without places: resolution is
/// the next stage's.
package struct PlaceRecognizer: Sendable {
  private let gazetteer: Gazetteer
  private let capitals = CapitalFinder(capitals: CapitalTable())

  package init(gazetteer: Gazetteer) {
    self.gazetteer = gazetteer
  }

  /// Returns the mentions of a text in reading order.
  package func mentions(in text: NormalizedText) -> [Mention] {
    var context = RecognitionContext(gazetteer: gazetteer, text: text)
    BlockFinder().find(&context)
    let persons = PersonFinder().find(&context)
    NameFinder(persons: persons).find(&context)
    DemonymFinder(persons: persons).find(&context)
    AnaphorFinder(capitals: capitals).find(&context)
    ForeignFrame().apply(to: &context)
    var mentions = context.mentions
    mentions.sort { ($0.span.start, $0.span.end) < ($1.span.start, $1.span.end) }
    MentionLinks(gazetteer: gazetteer).link(&mentions, in: text)
    return mentions
  }
}
