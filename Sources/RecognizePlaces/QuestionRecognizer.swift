package import Gazetteer
package import Model

/// Finds names in a question that asks for a place: every name counts, whatever else it may mean,
/// and a name that is spelled by ear counts too.
package struct QuestionRecognizer: Sendable {
  private let gazetteer: Gazetteer
  private let words: QuestionWords

  package init(gazetteer: Gazetteer) {
    self.gazetteer = gazetteer
    words = QuestionWords(gazetteer: gazetteer)
  }

  /// Returns the mentions of a question in reading order.
  /// - Parameter respelled: The tokens of names that the gazetteer has letter for letter and that may be
  ///   misspellings of others all the same: for a second try, when what they name is not where the
  ///   words put it.
  package func mentions(in text: NormalizedText, respelled: [Range<Int>] = []) -> [Mention] {
    var context = RecognitionContext(gazetteer: gazetteer, text: text)
    let finder = NameFinder(persons: [])
    var index = 0
    while index < text.tokens.count {
      if let unknown = UnknownVillage().find(context, at: index),
        context.text.tokens[unknown.tokens.lowerBound].script != .latin,
        !words.isRelation(context.text.key(unknown.tokens.lowerBound))
      {
        context.claim(unknown.tokens)
        context.mentions.append(unknown)
        index = unknown.tokens.upperBound
      } else if var mention = finder.mention(at: index, context), !isDirection(mention, context),
        !isSeat(mention, context), !isDistance(mention, context)
      {
        // `Qaryat al 'X`: the type word stands before the article.
        extendOverMark(&mention, context)
        if mention.head == nil { finder.addHead(&mention, context) }
        context.claim(mention.tokens)
        context.mentions.append(withoutArticle(mention, context))
        index = mention.tokens.upperBound
      } else {
        index += 1
      }
    }
    QuestionSpelling(words: words).read(&context, respelled: respelled)
    var mentions = context.mentions
    SeatPhrases().find(&mentions, context)
    MentionLinks(gazetteer: gazetteer).link(&mentions, in: text)
    return mentions
  }

  /// Takes in an article that an apostrophe parts from the name: `al 'X`.
  private func extendOverMark(_ mention: inout Mention, _ context: RecognitionContext) {
    let first = mention.tokens.lowerBound
    guard first > 1, context.text.tokens[first].script == .latin,
      !context.isMark(first - 1, [0x2D]), QuestionSpelling.joins(first - 1, context),
      LatinArticle.isArticle(context.text.key(first - 2)), !context.isClaimed[first - 2]
    else { return }
    mention.tokens = (first - 2)..<mention.tokens.upperBound
    mention.span = SourceSpan(Int(context.text.tokens[first - 2].start), mention.span.end)
  }

  /// Lets a name with its article in Latin letters mean what has the name without it as well.
  private func withoutArticle(_ mention: Mention, _ context: RecognitionContext) -> Mention {
    let first = mention.tokens.lowerBound
    guard mention.tokens.count > 1, LatinArticle.isArticle(context.text.key(first)) else {
      return mention
    }
    var result = mention
    let start = context.isMark(first + 1, [0x2D]) ? first + 2 : first + 1
    for match in context.text.matches(at: start)
    where match.table == .name && Int(match.last) == mention.tokens.upperBound {
      let row = context.gazetteer.names[Int(match.row)]
      let entity = Int(row.entity)
      if result.names.contains(where: { $0.entity == entity }) { continue }
      result.names.append(
        NameCandidate(
          entity: entity, name: Int(match.row), weight: max(0, Int(row.weight) - Int(match.cost))))
    }
    return result
  }

  /// Whether a name is `the city` after another name: the Arabic word is a town's name as well.
  private func isSeat(_ mention: Mention, _ context: RecognitionContext) -> Bool {
    mention.head == nil && mention.tokens.count == 1 && !context.mentions.isEmpty
      && SeatPhrases.articledType(at: mention.tokens.lowerBound, context) != nil
  }

  /// Whether a name is the word for distance before a number, which in Sorani is written like a town.
  private func isDistance(_ mention: Mention, _ context: RecognitionContext) -> Bool {
    let end = mention.tokens.upperBound
    return mention.head == nil && mention.tokens.count == 1 && end < context.text.tokens.count
      && context.text.tokens[end].kind == .number
      && words.isRelation(context.text.key(mention.tokens.lowerBound))
  }

  /// Whether a name is the direction of a relation: `to the north of X` is not a place named the
  /// North.
  private func isDirection(_ mention: Mention, _ context: RecognitionContext) -> Bool {
    let end = mention.tokens.upperBound
    guard mention.head == nil, end < context.text.tokens.count,
      let direction = context.longest(.direction, at: mention.tokens.lowerBound),
      Int(direction.last) >= end
    else { return false }
    if let small = context.functionWord(at: end) { return small == "from" || small == "of" }
    return context.longest(.name, at: end) != nil || context.longest(.placeTrigger, at: end) != nil
  }
}

/// The words that are no part of a name in a question.
struct QuestionWords: Sendable {
  private let relations: Set<[UInt8]>

  init(gazetteer: Gazetteer) {
    var words: Set<[UInt8]> = []
    for row in gazetteer.relations {
      for element in row.before + row.between + row.after {
        if case .word(let word) = element { words.insert(word) }
      }
    }
    relations = words
  }

  /// Whether a folded word stands in a pattern of `relations.tsv`.
  func isRelation(_ key: ArraySlice<UInt8>) -> Bool { relations.contains(Array(key)) }

  /// For each token of a question whether it may be a word of a name.
  func nameTokens(_ context: RecognitionContext) -> [Bool] {
    let text = context.text
    let hasCapitals = text.tokens.contains { $0.capitalized }
    var result = text.tokens.indices.map { index in
      let token = text.tokens[index]
      guard token.kind == .word else { return false }
      if context.isClaimed[index] { return true }
      if token.script == .latin, hasCapitals, !token.capitalized { return false }
      // `the city` after a name takes it up.
      if !context.mentions.isEmpty, SeatPhrases.articledType(at: index, context) != nil {
        return false
      }
      return !relations.contains(Array(text.key(index)))
    }
    for index in text.tokens.indices where text.tokens[index].kind == .word {
      for match in text.matches(at: index) {
        switch match.table {
        case .functionWord, .placeTrigger, .direction, .relationWord, .number:
          if context.isFree(match.tokens) { for token in match.tokens { result[token] = false } }
        default: break
        }
      }
    }
    // The article of a name stands in small letters: `al-Islah`.
    for index in text.tokens.indices.dropLast().reversed()
    where !result[index] && text.tokens[index].script == .latin
      && LatinArticle.isArticle(text.key(index))
      && (text.tokens[index + 1].kind == .word || QuestionSpelling.joins(index + 1, context))
    {
      let next = context.text.tokens[index + 1].kind == .punctuation ? index + 2 : index + 1
      if next < result.count, result[next] { result[index] = true }
    }
    return result
  }
}
