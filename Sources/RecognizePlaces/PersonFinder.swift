import Gazetteer
import Model

/// Finds persons' names as far as places could be mistaken for them: a first name, then a nisba or a
/// place's name (`Bashar al-Kiki`, `Muqtada al-Sadr`).
struct PersonFinder {
  /// Folded surnames seen in the document, for later mentions without the first name.
  func find(_ context: inout RecognitionContext) -> Set<[UInt8]> {
    var surnames: Set<[UInt8]> = []
    for mention in context.mentions where mention.kind == .person {
      surnames.insert(Array(context.text.key(mention.tokens.upperBound - 1)))
    }
    var index = 0
    while index < context.text.tokens.count {
      guard context.text.begins(LexiconTables(.firstName), at: index), isFirstName(context, index)
      else {
        index += 1
        continue
      }
      index = readName(from: index, &context, &surnames)
    }
    return surnames
  }

  private func isFirstName(_ context: RecognitionContext, _ index: Int) -> Bool {
    guard !context.isClaimed[index], let match = context.longest(.firstName, at: index) else {
      return false
    }
    // A name of a place of several words begins here: the place wins.
    let place = context.longest(.name, at: index)
    if let place, place.last > match.last { return false }
    if isInsidePlace(context, index) { return false }
    if context.isWrittenSmallWord(at: index) { return false }
    // Clitics are not taken off first names, but for و and ل.
    if context.text.tokens[index].script == .arabic, match.cost > 100 { return false }
    // In Sorani an ending on it (the ezafe) makes it the noun before a place's name.
    if context.text.language == "ckb", match.cost > 0 { return false }
    // `district of Ali`: a type word before it makes it a place.
    if place != nil, context.longest(.placeTrigger, endingAt: index) != nil { return false }
    return true
  }

  /// Whether a token is a later word of a town's name (`Sayid Sadiq`).
  private func isInsidePlace(_ context: RecognitionContext, _ index: Int) -> Bool {
    (max(0, index - 2)..<index).contains { start in
      guard let place = context.longest(.name, at: start), Int(place.last) > index else {
        return false
      }
      let entity = context.gazetteer.entities[
        Int(context.gazetteer.names[Int(place.row)].entity)]
      return entity.isUnit || entity.rank >= 400
    }
  }

  /// Reads on over the words of a name and marks what could be a place.
  ///
  /// Returns the token after.
  private func readName(
    from start: Int, _ context: inout RecognitionContext, _ surnames: inout Set<[UInt8]>
  ) -> Int {
    var index = start + 1
    let limit = min(start + 4, context.text.tokens.count)
    var unknownWords = 0
    while index < limit {
      let token = context.text.tokens[index]
      guard token.kind == .word, !context.isClaimed[index] else { break }
      if token.script == .latin {
        guard token.capitalized || LatinArticle.isArticle(context.text.key(index)) else { break }
        if !token.capitalized {
          index += 1
          continue
        }
      }
      let isPlace = context.longest(.name, at: index).map { $0.clitics.isEmpty } ?? false
      let isNisba = Nisba.isNisba(context.text.key(index), token.script)
      if isPlace || isNisba {
        add(index, &context, &surnames)
        index += 1
        continue
      }
      if isFirstName(context, index) {
        index += 1
        continue
      }
      // A name may hold one word that no list knows, when no lexicon has another use for it.
      let isOther = context.text.matches(at: index).contains {
        $0.table != .name && $0.table != .firstName && $0.cost == 0
      }
      if context.gazetteer.isRelationWord(context.text.key(index)) { break }
      guard !isOther, token.script == .latin || !hasProclitic(context, index) else { break }
      unknownWords += 1
      if unknownWords > 1 { break }
      index += 1
    }
    return max(index, start + 1)
  }

  private func hasProclitic(_ context: RecognitionContext, _ index: Int) -> Bool {
    context.text.matches(at: index).contains { !$0.clitics.isEmpty }
  }

  private func add(
    _ index: Int, _ context: inout RecognitionContext, _ surnames: inout Set<[UInt8]>
  ) {
    context.claim(index..<(index + 1))
    let key = context.text.key(index)
    let isRenowned = context.longest(.name, at: index).map { match in
      let entity = context.gazetteer.entities[Int(context.gazetteer.names[Int(match.row)].entity)]
      return entity.isUnit || entity.rank >= 400
    }
    guard Nisba.isNisba(key, context.text.tokens[index].script) || isRenowned == true else {
      return
    }
    surnames.insert(Array(key))
    context.mentions.append(
      Mention(
        span: context.text.span(index..<(index + 1)), tokens: index..<(index + 1),
        role: .associative, kind: .person, rule: "person_name"))
  }
}

/// The relative adjective of Arabic and its look.
enum Nisba {
  /// Whether the token of a text has the article and ends in yeh.
  static func isNisba(_ text: NormalizedText, _ index: Int) -> Bool {
    let token = text.tokens[index]
    let (start, end) = (Int(token.keyStart), Int(token.keyEnd))
    // The last letter first: it decides almost always.
    return token.script == .arabic && end - start >= 10 && text.keys[end - 1] == 0x8A
      && text.keys[end - 2] == 0xD9 && text.keys[start] == 0xD8 && text.keys[start + 1] == 0xA7
      && text.keys[start + 2] == 0xD9 && text.keys[start + 3] == 0x84
  }

  /// Whether a folded Arabic word has the article and ends in yeh (a masculine nisba).
  static func isNisba(_ key: ArraySlice<UInt8>, _ script: Token.Script) -> Bool {
    guard script == .arabic, key.count >= 10 else { return false }
    return key.starts(with: [0xD8, 0xA7, 0xD9, 0x84]) && key.suffix(2).elementsEqual([0xD9, 0x8A])
  }
}
