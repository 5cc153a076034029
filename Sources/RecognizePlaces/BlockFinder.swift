import Gazetteer
import Model

/// Finds the names of `block.tsv`: outlets, organisations, clubs, facilities and idioms that hold or
/// look like the names of places.
struct BlockFinder {
  func find(_ context: inout RecognitionContext) {
    var index = 0
    while index < context.text.tokens.count {
      guard context.text.begins(.block, at: index), let match = best(context, at: index) else {
        index += 1
        continue
      }
      add(match, to: &context)
      index = Int(match.last)
    }
    claimActorNames(&context)
  }

  /// The longest block whose condition holds, unless a longer name of a place begins there.
  private func best(_ context: RecognitionContext, at index: Int) -> LexiconMatch? {
    let matches = context.text.matches(at: index)
    guard
      let block = matches.first(where: {
        $0.table == .block && holds($0, context)
      })
    else { return nil }
    // `the town of al-Baghdadi` is no person.
    let kind = context.gazetteer.blocks[Int(block.row)].kind
    var head = index
    if let small = context.functionWord(endingAt: head), small.kind == "of" { head = small.start }
    if kind == "person", context.longest(.placeTrigger, endingAt: head) != nil { return nil }
    let isShadowed = matches.contains { $0.table == .name && $0.last > block.last }
    return isShadowed ? nil : block
  }

  private func holds(_ match: LexiconMatch, _ context: RecognitionContext) -> Bool {
    let row = context.gazetteer.blocks[Int(match.row)]
    if row.with.isEmpty { return true }
    return context.contains(row.with, in: context.sentence(Int(match.first)))
  }

  private func add(_ match: LexiconMatch, to context: inout RecognitionContext) {
    let row = context.gazetteer.blocks[Int(match.row)]
    let kind: Mention.Kind
    switch row.kind {
    case "outlet": kind = .outlet
    case "person": kind = .person
    case "nisba": kind = .nisba
    case "facility_name": kind = .facilityName
    case "idiom": kind = .idiom
    default: kind = .organisation
    }
    context.claim(match.tokens)
    if row.namesNoPlace { return }
    if kind == .organisation, row.part == nil, addInner(match, row, &context) { return }
    var span = match.span
    var tokens = match.tokens
    var role = kind
    if ["sports", "unit", "competition"].contains(row.kind), row.part == nil,
      context.longest(.name, at: Int(match.first))?.tokens != match.tokens
    {
      // No place in the name: nothing that could be mistaken.
      return
    }
    if let part = row.part, let inner = innerTokens(part, match.tokens, context.text) {
      tokens = inner
      span = SourceSpan(
        inner.lowerBound == Int(match.first)
          ? match.span.start : Int(context.text.tokens[inner.lowerBound].start),
        Int(context.text.tokens[inner.upperBound - 1].end))
      if kind == .organisation, Nisba.isNisba(context.text.key(inner.upperBound - 1), .arabic) {
        role = .nisba
      }
    }
    context.mentions.append(
      Mention(span: span, tokens: tokens, role: .associative, kind: role, rule: row.id))
  }

  /// Marks the place's name or the demonym inside an organisation's name.
  ///
  /// Returns false when the name holds none: then the whole of it is the mention.
  private func addInner(
    _ match: LexiconMatch, _ row: BlockRow, _ context: inout RecognitionContext
  ) -> Bool {
    var isFound = false
    for index in match.tokens {
      let inside = context.text.matches(at: index).filter {
        $0.last <= match.last && $0.tokens != match.tokens
      }
      let inner =
        inside.first { $0.table == .demonym } ?? inside.first { $0.table == .name }
      guard let inner else { continue }
      let kind: Mention.Kind = inner.table == .demonym ? .nisba : .organisation
      let span = inner.table == .demonym ? wholeWord(inner, context.text) : inner.span
      context.mentions.append(
        Mention(span: span, tokens: inner.tokens, role: .associative, kind: kind, rule: row.id))
      isFound = true
    }
    return isFound
  }

  private func wholeWord(_ match: LexiconMatch, _ text: NormalizedText) -> SourceSpan {
    DemonymFinder.span(of: match, in: text)
  }

  private func innerTokens(
    _ part: String, _ tokens: Range<Int>, _ text: NormalizedText
  ) -> Range<Int>? {
    let words = part.split(separator: " ").map { Array($0.utf8) }
    guard !words.isEmpty, words.count <= tokens.count else { return nil }
    for start in tokens.lowerBound...(tokens.upperBound - words.count)
    where words.indices.allSatisfy({ text.key(start + $0).elementsEqual(words[$0]) }) {
      return start..<(start + words.count)
    }
    return nil
  }

  /// A place's name inside the name of an actor is no location; demonyms inside stay visible.
  private func claimActorNames(_ context: inout RecognitionContext) {
    for match in context.text.matches
    where match.table == .actor && match.last - match.first > 1 {
      for index in match.tokens {
        let isName = context.text.matches(at: index).contains {
          $0.table == .name && $0.last <= match.last
        }
        let isLonger = context.text.matches(at: index).contains {
          $0.table == .name && $0.last > match.last
        }
        let isDemonym = context.longest(.demonym, at: index) != nil
        guard isName, !isLonger, !isDemonym, !context.isClaimed[index],
          let inner = context.longest(.name, at: index)
        else { continue }
        context.claim(inner.tokens)
        let entity = context.gazetteer.entities[
          Int(context.gazetteer.names[Int(inner.row)].entity)]
        if !entity.isUnit, entity.rank < 400 { continue }
        let isCountry = entity.type == "country" || entity.level == .country
        context.mentions.append(
          Mention(
            span: inner.span, tokens: inner.tokens, role: .associative,
            kind: isCountry ? .countryActor : .organisation,
            rule: context.gazetteer.actors[Int(match.row)].id))
      }
    }
  }
}
