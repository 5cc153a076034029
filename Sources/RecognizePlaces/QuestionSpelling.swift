import Gazetteer
import Model

/// Reads the words of a question that no exact name covers as a spelling of one, or as a place that
/// the gazetteer lacks.
struct QuestionSpelling {
  let words: QuestionWords
  private static let settlements: Set = [
    "village", "quarter", "town", "city", "adm1", "adm2", "adm3", "area",
  ]

  func read(_ context: inout RecognitionContext, respelled: [Range<Int>]) {
    let search = SpellingSearch(gazetteer: context.gazetteer)
    let isName = words.nameTokens(context)
    for segment in segments(isName, context) {
      read(segment, search, &context)
    }
    readCommonWords(isName, search, &context)
    for index in context.mentions.indices {
      let mention = context.mentions[index]
      if mention.names.isEmpty || respelled.contains(where: { $0.overlaps(mention.tokens) }) {
        let matches = search.names(soundingLike: keys(mention.tokens, context), widest: .near)
        add(fitting(matches, mention, context), to: index, &context)
      }
    }
    context.mentions.sort { ($0.span.start, $0.span.end) < ($1.span.start, $1.span.end) }
  }

  /// The runs of words that may be one name; an apostrophe or a hyphen without blanks joins.
  private func segments(_ isName: [Bool], _ context: RecognitionContext) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var index = 0
    while index < isName.count {
      guard isName[index] else {
        index += 1
        continue
      }
      let start = index
      index += 1
      while index < isName.count {
        if isName[index] {
          index += 1
        } else if index + 1 < isName.count, isName[index + 1], Self.joins(index, context) {
          index += 2
        } else {
          break
        }
      }
      result.append(start..<index)
    }
    return result
  }

  /// Whether a mark stands inside a name: a hyphen without blanks, an apostrophe for ain or hamza.
  static func joins(_ index: Int, _ context: RecognitionContext) -> Bool {
    let text = context.text
    guard text.tokens[index].kind == .punctuation, index + 1 < text.tokens.count else {
      return false
    }
    if context.isMark(index, [0x2D]) {
      return !text.tokens[index].spaceBefore && !text.tokens[index + 1].spaceBefore
    }
    // ' ` and the raised marks of ain and hamza, which some set apart.
    let key = text.key(index)
    return context.isMark(index, [0x27], [0x60])
      || key.starts(with: [0xE2, 0x80])
        && [0x98, 0x99, 0x9B].contains(key.last ?? 0)
      || key.starts(with: [0xCA])
  }

  private func text(_ tokens: Range<Int>, _ context: RecognitionContext) -> ArraySlice<UInt8> {
    context.text.key(tokens.lowerBound)
  }

  private func keys(_ tokens: Range<Int>, _ context: RecognitionContext) -> [ArraySlice<UInt8>] {
    tokens.filter { context.text.tokens[$0].kind == .word }.map { context.text.key($0) }
  }

  private func read(
    _ segment: Range<Int>, _ search: SpellingSearch, _ context: inout RecognitionContext
  ) {
    let inside = context.mentions.indices.filter {
      context.mentions[$0].tokens.overlaps(segment)
    }
    let lone = inside.filter { context.mentions[$0].names.isEmpty }
    let open = segment.filter { token in
      context.text.tokens[token].kind == .word
        && (!context.isClaimed[token]
          || lone.contains { context.mentions[$0].tokens.contains(token) })
        && !LatinArticle.isArticle(context.text.key(token))
    }
    // Several names without a mark between them may be one: `Imam 'Abbas`.
    let isCompound =
      inside.count > 1
      && inside.allSatisfy { segment.contains(context.mentions[$0].tokens.lowerBound) }
    // One letter sounds like nothing: `H3`.
    if segment.count == 1, text(segment, context).count < 3 { return }
    if (open.isEmpty && !isCompound)
      || lone.contains(where: { context.mentions[$0].tokens == segment })
    {
      return
    }
    if let long = withTypeWord(segment, context) {
      // `Suq`, `Tall`, `Khan` are type words and first words of names.
      let matches = search.names(soundingLike: keys(long, context), widest: .heard)
      if !matches.isEmpty {
        context.mentions.removeAll { $0.tokens.overlaps(segment) }
        insert(long, matches, isUnknown: false, &context)
        return
      }
    }
    let known = inside.filter { !context.mentions[$0].names.isEmpty }
    // A letter or a code sounds like nothing: `Siniyah K2` is the town.
    let coded = open.filter { isCode($0, context) }
    if !coded.isEmpty {
      for run in runs(of: open.filter { !coded.contains($0) }) { add(run, search, &context) }
      return
    }
    let whole = search.names(
      soundingLike: keys(segment, context), widest: known.isEmpty ? .near : .heard)
    if !whole.isEmpty || known.allSatisfy({ isMinor(context.mentions[$0], context) }) {
      if whole.isEmpty, known.isEmpty, !stands(segment, context) { return }
      for index in inside.reversed() { context.mentions.remove(at: index) }
      insert(segment, whole, isUnknown: whole.isEmpty, &context)
      return
    }
    for run in runs(of: open) { add(run, search, &context) }
  }

  /// Reads a run of words beside a known name as a name of its own.
  private func add(
    _ run: Range<Int>, _ search: SpellingSearch, _ context: inout RecognitionContext
  ) {
    let matches = search.names(soundingLike: keys(run, context), widest: .skeleton)
    if matches.isEmpty, context.text.tokens[run.lowerBound].script != .latin { return }
    insert(run, matches, isUnknown: matches.isEmpty, &context)
  }

  private func isCode(_ token: Int, _ context: RecognitionContext) -> Bool {
    let key = context.text.key(token)
    return key.count == 1 || key.contains { (0x30...0x39).contains($0) }
  }

  /// Reads the words before the first mark as the name of a village, although they are words of
  /// another table (`The Palace, Erbil`), where a place named after them holds a village of that name.
  private func readCommonWords(
    _ isName: [Bool], _ search: SpellingSearch, _ context: inout RecognitionContext
  ) {
    let words = context.text.tokens.prefix { $0.kind == .word }.indices
    guard !words.isEmpty, words.upperBound < isName.count,
      words.allSatisfy({ !isName[$0] && !context.isClaimed[$0] }),
      !words.contains(where: { self.words.isRelation(context.text.key($0)) })
    else { return }
    let holders = context.mentions.flatMap { $0.names.map(\.entity) }
    let matches = search.names(soundingLike: keys(words, context), widest: .heard).filter { match in
      let entity = Int(context.gazetteer.names[match.row].entity)
      return match.cost == 0 && holders.contains { context.gazetteer.isWithin(entity, $0) }
    }
    if !matches.isEmpty { insert(words, matches, isUnknown: false, &context) }
  }

  /// A segment with the type word directly before it, nil when there is none that is free.
  private func withTypeWord(
    _ segment: Range<Int>, _ context: RecognitionContext
  ) -> Range<Int>? {
    guard let match = context.longest(.placeTrigger, endingAt: segment.lowerBound),
      match.clitics.isEmpty, context.isFree(match.tokens)
    else { return nil }
    return Int(match.first)..<segment.upperBound
  }

  private func runs(of tokens: [Int]) -> [Range<Int>] {
    var result: [Range<Int>] = []
    for token in tokens {
      if let last = result.last, last.upperBound == token {
        result[result.count - 1] = last.lowerBound..<(token + 1)
      } else {
        result.append(token..<(token + 1))
      }
    }
    return result
  }

  /// Whether a mark or an end stands on both sides, or a type word on one: the words are a name.
  private func stands(_ segment: Range<Int>, _ context: RecognitionContext) -> Bool {
    func isEdge(_ token: Int) -> Bool {
      guard token >= 0, token < context.text.tokens.count else { return true }
      return context.text.tokens[token].kind == .punctuation
    }
    let isBefore = isEdge(segment.lowerBound - 1)
    let isAfter = isEdge(segment.upperBound)
    let isLatin = context.text.tokens[segment.lowerBound].script == .latin
    if isBefore, isAfter { return true }
    let hasType =
      context.longest(.placeTrigger, endingAt: segment.lowerBound) != nil
      || context.longest(.placeTrigger, at: segment.upperBound) != nil
    if hasType { return isLatin || isAfter }
    return isBefore && isLatin && context.functionWord(at: segment.upperBound) == "in"
  }

  private func isMinor(_ mention: Mention, _ context: RecognitionContext) -> Bool {
    mention.names.allSatisfy {
      context.gazetteer.entities[$0.entity].isSmall
    }
  }

  private func insert(
    _ tokens: Range<Int>, _ matches: [SpellingSearch.Match], isUnknown: Bool,
    _ context: inout RecognitionContext
  ) {
    context.claim(tokens)
    var mention = Mention(
      span: context.text.span(tokens), tokens: tokens, role: .literal, rule: "unknown_place")
    NameFinder(persons: []).addHead(&mention, context)
    let fitting = fitting(matches, mention, context)
    if isUnknown || fitting.isEmpty {
      mention.flags = ["unknown_place"]
      // `Iranian border`, `army base`: what is not known is no settlement.
      if let hint = mention.typeHint, !Self.settlements.contains(hint) { return }
    }
    context.mentions.append(mention)
    add(fitting, to: context.mentions.count - 1, &context)
  }

  /// The spellings of names that go with the type word of a mention.
  private func fitting(
    _ matches: [SpellingSearch.Match], _ mention: Mention, _ context: RecognitionContext
  ) -> [SpellingSearch.Match] {
    matches.filter { match in
      let entity = Int(context.gazetteer.names[match.row].entity)
      return context.gazetteer.entities[entity].mayBeHeard(as: mention.typeHint)
    }
  }

  /// Adds the entities of spellings to a mention, the best spelling of each.
  private func add(
    _ matches: [SpellingSearch.Match], to index: Int, _ context: inout RecognitionContext
  ) {
    for match in matches {
      let row = context.gazetteer.names[match.row]
      let entity = Int(row.entity)
      if context.mentions[index].names.contains(where: { $0.entity == entity }) { continue }
      var name = NameCandidate(entity: entity, name: match.row, weight: Int(row.weight))
      name.tier = match.tier
      name.spelling = match.cost
      name.consonants = match.consonants
      if context.mentions[index].names.isEmpty {
        context.mentions[index].rule = context.gazetteer.id(ofName: match.row)
        context.mentions[index].flags.removeAll { $0 == "unknown_place" }
      }
      context.mentions[index].names.append(name)
    }
  }
}
