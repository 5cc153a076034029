import Gazetteer
import Model

/// Takes the quarters and villages of Iraq out of a text that tells of another country and names no
/// place of Iraq without doubt: the Victory Quarter of a report about Damascus is in Damascus.
///
/// Such names are shared by many countries, and the towns of the others are not in the gazetteer.
struct ForeignFrame {
  func apply(to context: inout RecognitionContext) {
    takeOutNamesakes(&context)
    guard context.mentions.contains(where: { $0.role == .literal && !$0.names.isEmpty }),
      !context.mentions.contains(where: { isIraqi($0, context) }),
      context.mentions.contains(where: { isAbroad($0, context) || isOfElsewhere($0, context) })
        || namesForeignGroup(context)
    else { return }
    for index in context.mentions.indices.reversed() {
      var mention = context.mentions[index]
      guard mention.role == .literal, !mention.names.isEmpty else { continue }
      mention.names.removeAll { context.gazetteer.isInIraq($0.entity) }
      if !mention.names.isEmpty {
        context.mentions[index].names = mention.names
      } else if let hint = mention.typeHint, hint == "village" || hint == "quarter" {
        // Told as a village: one that the gazetteer does not know.
        mention.rule = "unknown_place"
        mention.flags = ["unknown_place"]
        context.mentions[index] = mention
      } else {
        context.mentions.remove(at: index)
      }
    }
  }

  /// Whether a mention is a location outside Iraq: a town or region, or a country or capital that
  /// things happen in.
  ///
  /// What comes from a country or borders on it, and what a capital says, may be
  /// about Iraq.
  private func isAbroad(_ mention: Mention, _ context: RecognitionContext) -> Bool {
    guard mention.role == .literal, let best = likeliest(mention, context),
      !context.gazetteer.isInIraq(best)
    else { return false }
    let entity = context.gazetteer.entities[best]
    let isCapital = entity.type == "capital"
    guard entity.type == "country" || entity.level == .country || isCapital else { return true }
    // `the sub-district of Riyadh`: a unit of Iraq of that name.
    if let hint = mention.typeHint, hint.hasPrefix("adm"),
      mention.names.contains(where: {
        context.gazetteer.entities[$0.entity].level.code == hint
          && context.gazetteer.isInIraq($0.entity)
      })
    {
      return false
    }
    if isCapital, mention.head != nil { return true }
    let start = min(mention.head?.lowerBound ?? Int.max, mention.tokens.lowerBound)
    if context.isComma(start - 1) || context.longest(.direction, endingAt: start) != nil {
      return true
    }
    if isCapital, start > 0, context.gazetteer.isRelationWord(context.text.key(start - 1)) {
      return true
    }
    let isInside = context.text.matches(at: start).contains {
      ($0.table == .name || $0.table == .placeTrigger) && $0.clitics.contains(.withPreposition)
    }
    return isInside || context.functionWord(endingAt: start)?.kind == "in"
  }

  /// Takes Iraq out of what a name may mean where the adjective of another country stands behind it
  /// (`the Moroccan X`), but for the great cities, whose armies and embassies are told so.
  private func takeOutNamesakes(_ context: inout RecognitionContext) {
    for index in context.mentions.indices.reversed() {
      let mention = context.mentions[index]
      let iraqi = mention.names.filter { context.gazetteer.isInIraq($0.entity) }
      guard mention.role == .literal, !iraqi.isEmpty,
        iraqi.allSatisfy({ context.gazetteer.entities[$0.entity].rank < 850 }),
        let match = context.longest(.demonym, at: mention.tokens.upperBound),
        match.clitics.contains(.article),
        context.gazetteer.demonyms[Int(match.row)].kind == "country",
        context.gazetteer.demonyms[Int(match.row)].reference.hasPrefix("cc-")
      else { continue }
      let others = mention.names.filter { !context.gazetteer.isInIraq($0.entity) }
      if others.isEmpty {
        context.mentions.remove(at: index)
      } else {
        context.mentions[index].names = others
      }
    }
  }

  /// The first candidate, or the capital or country abroad that a small village has its name from.
  private func likeliest(_ mention: Mention, _ context: RecognitionContext) -> Int? {
    guard let first = mention.names.first?.entity else { return nil }
    let entities = context.gazetteer.entities
    guard context.gazetteer.isInIraq(first), entities[first].rank < 200 else { return first }
    return mention.names.map(\.entity).first {
      !context.gazetteer.isInIraq($0) && entities[$0].rank >= 500
    } ?? first
  }

  /// Whether a mention is the adjective of a country that is not known to have forces in Iraq: what
  /// the Lebanese army does it does in Lebanon.
  private func isOfElsewhere(_ mention: Mention, _ context: RecognitionContext) -> Bool {
    guard mention.kind == .nisba else { return false }
    return mention.tokens.contains { token in
      guard let match = context.longest(.demonym, at: token) else { return false }
      let row = context.gazetteer.demonyms[Int(match.row)]
      guard row.kind == "country", row.reference.hasPrefix("cc-") else { return false }
      // Forces that are only one of those of other countries, and no country's that acts here, are not in Iraq.
      guard let forces = context.gazetteer.foreignForces[row.reference],
        let parent = context.gazetteer.actorCodes[forces]?.parent
      else { return true }
      return context.gazetteer.actorCodes[parent]?.kind == "external_armed"
    }
  }

  /// Whether the text names an armed group that is below the forces of other countries in
  /// `actor_codes.tsv`: what Boko Haram does it does not do in Iraq.
  private func namesForeignGroup(_ context: RecognitionContext) -> Bool {
    context.text.tokens.indices.contains { token in
      guard let match = context.longest(.actor, at: token) else { return false }
      let codes = context.gazetteer.actorCodes
      var row = codes[context.gazetteer.actors[Int(match.row)].code]
      guard row?.kind == "nonstate_armed" else { return false }
      while let parent = row.flatMap({ codes[$0.parent] }) {
        if parent.kind == "external_armed" { return true }
        row = parent
      }
      return false
    }
  }

  /// Whether a mention shows that the text tells of Iraq: the country, its people, one of its towns,
  /// units or landscapes whose name is no other word.
  private func isIraqi(_ mention: Mention, _ context: RecognitionContext) -> Bool {
    if mention.kind == .nisba {
      return mention.tokens.contains { token in
        context.longest(.demonym, at: token).map { match in
          let reference = context.gazetteer.demonyms[Int(match.row)].reference
          return context.gazetteer.entityByID[reference].map(context.gazetteer.isInIraq) ?? false
        } ?? false
      }
    }
    // The village of Hillah is not the city.
    if mention.typeHint == "village" || mention.typeHint == "quarter" { return false }
    let names = mention.names.map(\.entity) + entities(of: mention, context)
    guard let first = names.first, context.gazetteer.isInIraq(first) else { return false }
    let entity = context.gazetteer.entities[first]
    if entity.level == .country { return true }
    // The Euphrates flows through other countries too.
    if entity.type == "river" { return false }
    // Of a city and the governorate named like it both are in Iraq.
    let isAmbiguous = context.text.matches(at: mention.tokens.lowerBound).contains {
      $0.table == .ambiguous && Int($0.last) == mention.tokens.upperBound
        && context.gazetteer.ambiguous[Int($0.row)].policy != "P3"
    }
    return !isAmbiguous && (entity.isUnit || entity.rank >= 400) && entity.type != "quarter"
  }

  /// What the words of a mention without candidates name: a place inside the name of an organization.
  private func entities(of mention: Mention, _ context: RecognitionContext) -> [Int] {
    guard mention.names.isEmpty, mention.role == .associative,
      let match = context.longest(.name, at: mention.tokens.lowerBound),
      Int(match.last) <= mention.tokens.upperBound
    else { return [] }
    return [Int(context.gazetteer.names[Int(match.row)].entity)]
  }
}
