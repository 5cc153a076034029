package import Gazetteer
package import Model

/// Finds names in a question that asks for a place: every name counts, whatever else it may mean.
package struct QuestionRecognizer: Sendable {
  private let gazetteer: Gazetteer

  package init(gazetteer: Gazetteer) {
    self.gazetteer = gazetteer
  }

  /// Returns the mentions of a question in reading order.
  package func mentions(in text: NormalizedText) -> [Mention] {
    var context = RecognitionContext(gazetteer: gazetteer, text: text)
    let finder = NameFinder(persons: [])
    var index = 0
    while index < text.tokens.count {
      if let unknown = UnknownVillage().find(context, at: index) {
        context.claim(unknown.tokens)
        context.mentions.append(unknown)
        index = unknown.tokens.upperBound
      } else if let mention = finder.mention(at: index, context) {
        context.claim(mention.tokens)
        context.mentions.append(mention)
        index = mention.tokens.upperBound
      } else {
        index += 1
      }
    }
    var mentions = context.mentions
    MentionLinks(gazetteer: gazetteer).link(&mentions, in: text)
    return mentions
  }
}
