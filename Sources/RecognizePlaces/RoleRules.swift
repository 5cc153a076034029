import Gazetteer
import Model

/// Decides whether a name found is a location or stands for something else.
struct RoleRules {
  func decide(_ mention: inout Mention, _ context: RecognitionContext) {
    if let kind = kind(of: mention, context) {
      mention.role = .associative
      mention.kind = kind.kind
      mention.rule = kind.rule
    }
  }

  private func kind(
    of mention: Mention, _ context: RecognitionContext
  ) -> (kind: Mention.Kind, rule: String)? {
    let head = mention.head?.lowerBound ?? mention.tokens.lowerBound
    let start = min(head, mention.tokens.lowerBound)
    if isDateline(mention, context) { return (.outlet, "dateline") }
    if let rule = jurisdiction(before: start, context)
      ?? jurisdiction(before: mention.tokens.lowerBound, context)
    {
      return (.jurisdiction, rule)
    }
    if isCountry(mention, context), !isLocated(mention, start, context) {
      return (.countryActor, "country_as_actor")
    }
    if isForeignCapital(mention, context), isGovernment(start, mention, context) {
      return (.countryActor, "capital_as_actor")
    }
    if let rule = station(before: start, mention, context) { return (.jurisdiction, rule) }
    if isOrigin(before: start, context) { return (.person, "person_origin") }
    if mention.tokens.count == 1, mention.head == nil, isAfterFirstName(mention, context) {
      return (.person, "person_name")
    }
    return nil
  }

  /// The place of a dateline (`KIRKUK (Agency) - `, `Kirkuk/ Agency`): where the report was written.
  private func isDateline(_ mention: Mention, _ context: RecognitionContext) -> Bool {
    let first = mention.tokens.lowerBound
    let paragraph = context.text.paragraphs[Int(context.text.paragraphOfToken[first])]
    guard first == paragraph.lowerBound, mention.tokens.upperBound < paragraph.upperBound else {
      return false
    }
    var index = mention.tokens.upperBound
    if context.isMark(index, [0x2F]) { return true }
    // Up to the dash: a date, a comma, the agency in brackets; nothing else.
    var isBracketed = false
    let limit = min(index + 9, paragraph.upperBound)
    while index < limit {
      if context.isMark(index, [0x2D], [0xE2, 0x80, 0x93], [0xE2, 0x80, 0x94]) {
        return index > mention.tokens.upperBound || !context.text.tokens[index].spaceBefore
          ? isBracketed : isUpperCase(mention, context) || isBracketed
      }
      if context.isMark(index, [0x28]) { isBracketed = true }
      let isDate =
        context.longest(.time, at: index) != nil
        || context.text.tokens[index].kind == .number
      if !isBracketed, !isDate, !context.isComma(index) { return false }
      index += 1
    }
    return false
  }

  /// Whether a Latin name is written in capitals.
  private func isUpperCase(_ mention: Mention, _ context: RecognitionContext) -> Bool {
    let bytes = context.text.source[mention.span.start..<mention.span.end]
    return bytes.contains { (0x41...0x5A).contains($0) }
      && !bytes.contains { (0x61...0x7A).contains($0) }
  }

  /// An office directly before the name: `mayor of X`, `head of the police of X`.
  private func jurisdiction(before start: Int, _ context: RecognitionContext) -> String? {
    var end = start
    if let small = context.functionWord(endingAt: end), small.kind == "of" || small.kind == "the" {
      end = small.start
    }
    for candidate in [end, start] {
      guard let title = context.longest(.title, endingAt: candidate) else { continue }
      let row = context.gazetteer.titles[Int(title.row)]
      if row.kind == "jurisdiction" { return row.id }
    }
    return nil
  }

  /// An officer or official who speaks from somewhere: a rank, then `in X`, and a verb of speech in
  /// the sentence.
  private func station(
    before start: Int, _ mention: Mention, _ context: RecognitionContext
  ) -> String? {
    guard let small = context.functionWord(endingAt: start), small.kind == "in" else { return nil }
    let sentence = context.sentence(mention.tokens.lowerBound)
    var index = small.start - 1
    let limit = max(sentence.lowerBound, small.start - 5)
    while index >= limit {
      guard context.text.tokens[index].kind == .word else { return nil }
      if let title = context.longest(.title, at: index) {
        let row = context.gazetteer.titles[Int(title.row)]
        let isSpeaker = row.kind == "rank" && speaks(Int(title.first), mention, context)
        return isSpeaker ? row.id : nil
      }
      let isVerb = context.text.matches(at: index).contains {
        $0.table == .event || $0.table == .reporting
      }
      if isVerb { return nil }
      index -= 1
    }
    return nil
  }

  /// Whether a verb of speech stands shortly before a title or shortly after the place.
  private func speaks(_ title: Int, _ mention: Mention, _ context: RecognitionContext) -> Bool {
    let sentence = context.sentence(title)
    let end = mention.tokens.upperBound
    let before = max(sentence.lowerBound, title - 3)..<title
    let after = Range.between(end, min(sentence.upperBound, end + 4))
    return [before, after].joined().contains { context.longest(.reporting, at: $0) != nil }
  }

  private func isCountry(_ mention: Mention, _ context: RecognitionContext) -> Bool {
    guard let first = mention.names.first else { return false }
    let entity = context.gazetteer.entities[first.entity]
    return entity.type == "country" || entity.level == .country
  }

  private func isForeignCapital(_ mention: Mention, _ context: RecognitionContext) -> Bool {
    guard mention.head == nil, let first = mention.names.first else { return false }
    let entity = context.gazetteer.entities[first.entity]
    return entity.type == "capital" && !context.gazetteer.isInIraq(first.entity)
  }

  /// A capital abroad stands for its government: `Tehran rejected`, `between Washington and Tehran`.
  private func isGovernment(
    _ start: Int, _ mention: Mention, _ context: RecognitionContext
  ) -> Bool {
    let small = context.functionWord(endingAt: start)
    if small?.kind == "between" { return true }
    if small?.kind == "and", context.mentions.last?.rule == "capital_as_actor" { return true }
    let next = mention.tokens.upperBound
    guard small == nil, next < context.text.tokens.count, context.text.language == "en" else {
      return false
    }
    return context.longest(.reporting, at: next) != nil
  }

  /// Whether a country is spoken of as a place: after a locative, a direction or a type word.
  private func isLocated(
    _ mention: Mention, _ start: Int, _ context: RecognitionContext
  ) -> Bool {
    if mention.head != nil, mention.typeHint != "country" { return true }
    // `Baquba, Diyala, Iraq`: the last link of a chain.
    if context.isComma(start - 1), let last = context.mentions.last, last.role == .literal,
      max(last.tokens.upperBound, last.head?.upperBound ?? 0) == start - 1
    {
      return true
    }
    if context.longest(.direction, endingAt: start) != nil { return true }
    if let small = context.functionWord(endingAt: start) {
      switch small.kind {
      case "to" where isCited(start, context): return false
      case "in", "from", "to", "on", "at", "between": return true
      case "with":
        // `met with Turkey`, but `the border with Turkey`.
        return small.start > 0
          && context.gazetteer.endsRelation(
            context.text.key(small.start - 1), context.text.key(small.start))
      case "and":
        // A list goes on as it began.
        return context.mentions.last.map {
          $0.tokens.upperBound == small.start && $0.role == .literal
        } ?? false
      default: break
      }
    }
    let hasPreposition = context.text.matches(at: mention.tokens.lowerBound).contains {
      $0.table == .name && $0.clitics.contains(.withPreposition)
    }
    if hasPreposition { return true }
    return start > 0 && context.gazetteer.isRelationWord(context.text.key(start - 1))
  }

  /// `according to X`: who says so.
  private func isCited(_ start: Int, _ context: RecognitionContext) -> Bool {
    context.longest(.reporting, endingAt: start).map {
      context.gazetteer.reporting[Int($0.row)].kind == "cite"
    } ?? false
  }

  /// `X, a politician from Y`: the origin of a person.
  private func isOrigin(before start: Int, _ context: RecognitionContext) -> Bool {
    guard let small = context.functionWord(endingAt: start), small.kind == "from", small.start > 1
    else { return false }
    // An apposition: the words between a comma and `from` hold no verb, a person's name is before.
    var index = small.start - 1
    let sentence = context.sentence(small.start)
    var words = 0
    while index > sentence.lowerBound, words < 4, !context.isComma(index) {
      let isVerb = context.text.matches(at: index).contains {
        $0.table == .event || $0.table == .reporting || $0.table == .number || $0.table == .actor
      }
      if isVerb { return false }
      words += 1
      index -= 1
    }
    guard context.isComma(index), words > 0 else { return false }
    return (max(sentence.lowerBound, index - 4)..<index).contains { token in
      context.longest(.firstName, at: token) != nil
    }
  }

  private func isAfterFirstName(_ mention: Mention, _ context: RecognitionContext) -> Bool {
    let start = mention.tokens.lowerBound
    guard start > 0, let name = context.longest(.firstName, endingAt: start) else { return false }
    return name.clitics.isEmpty && !context.isWrittenSmallWord(at: start - 1)
      && context.text.tokens[start].spaceBefore
      && context.text.source[Int(context.text.tokens[start].start)..<mention.span.start].isEmpty
  }
}
