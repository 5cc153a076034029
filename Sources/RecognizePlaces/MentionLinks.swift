import Gazetteer
import Model

/// Links mentions with each other: lists (`X, Y and Z`), containers (`X of the district Y`) and the
/// places that anaphors stand for.
struct MentionLinks {
  let gazetteer: Gazetteer

  func link(_ mentions: inout [Mention], in text: NormalizedText) {
    let context = RecognitionContext(gazetteer: gazetteer, text: text)
    linkNeighbors(&mentions, context)
    linkAnaphors(&mentions, context)
  }

  private func linkNeighbors(_ mentions: inout [Mention], _ context: RecognitionContext) {
    var list = 0
    for index in mentions.indices.dropFirst() {
      let previous = index - 1
      guard mentions[previous].role == .literal, mentions[index].role == .literal else { continue }
      let gapStart =
        mentions[previous].head.map {
          max($0.upperBound, mentions[previous].tokens.upperBound)
        } ?? mentions[previous].tokens.upperBound
      let headStart = min(
        mentions[index].head?.lowerBound ?? Int.max, mentions[index].tokens.lowerBound)
      guard gapStart <= headStart else { continue }
      switch connection(gapStart..<headStart, mentions[index], context) {
      case .list:
        if mentions[previous].list == nil {
          list += 1
          mentions[previous].list = list
        }
        mentions[index].list = mentions[previous].list
        mentions[index].containers = []
      case .container where isAround(mentions[previous], mentions[index], context): break
      case .container:
        // All members of a list lie in what follows it.
        let members = mentions[previous].list
        for earlier in mentions.indices where earlier < index {
          if earlier == previous || (members != nil && mentions[earlier].list == members) {
            mentions[earlier].containers.append(index)
          }
        }
        for outer in mentions.indices where outer < previous {
          if mentions[outer].containers.contains(previous) {
            mentions[outer].containers.append(index)
          }
        }
      case .owner: mentions[index].containers.append(previous)
      case .none: break
      }
    }
  }

  private enum Connection { case list, container, owner, none }

  /// What the tokens between two mentions say.
  private func connection(
    _ gap: Range<Int>, _ next: Mention, _ context: RecognitionContext
  ) -> Connection {
    if isGenitive(gap, context) { return .owner }
    let headStart = min(next.head?.lowerBound ?? Int.max, next.tokens.lowerBound)
    let clitics = cliticKey(headStart, next, context)
    var isContainer = clitics == "with" || clitics == "to"
    var isList = clitics == "and"
    var hasComma = false
    for index in gap {
      if context.isComma(index) {
        hasComma = true
        continue
      }
      if context.isMark(index, [0x2D], [0x2F], [0xE2, 0x80, 0x93]) {
        isList = true
        continue
      }
      if context.isMark(index, [0x28]), index == gap.upperBound - 1,
        context.isMark(max(next.tokens.upperBound, next.head?.upperBound ?? 0), [0x29])
      {
        // `the Sidakan area (Erbil)`.
        isContainer = true
        continue
      }
      guard context.text.tokens[index].kind == .word else { return .none }
      if context.functionWord(at: index) == "and" || context.functionWord(at: index) == "or" {
        isList = true
      } else if let kind = context.functionWord(at: index), ["in", "part", "of"].contains(kind) {
        isContainer = true
      } else if isCentre(index, context) {
        isContainer = true
      } else if context.functionWord(at: index) == "the" {
        continue
      } else if context.longest(.direction, at: index) != nil {
        // `X, west of Anbar` holds X when the next name is a governorate: the resolver checks.
        isContainer = true
      } else if let small = context.longest(.functionWord, endingAt: index + 1),
        Int(small.first) >= gap.lowerBound
      {
        continue
      } else {
        return .none
      }
    }
    if isContainer, !isList { return .container }
    if isList { return .list }
    if hasComma {
      return next.typeHint.map { $0.hasPrefix("adm") } ?? false || isCoarser(next, context)
        ? .container : .list
    }
    return gap.isEmpty && isCoarser(next, context) ? .container : .none
  }

  /// `the quarter X in the middle of Y`: Arabic says so without a preposition.
  private func isCentre(_ token: Int, _ context: RecognitionContext) -> Bool {
    context.text.tokens[token].script == .arabic
      && context.longest(.placeTrigger, at: token).map {
        context.gazetteer.placeTriggers[Int($0.row)].type == "center"
      } ?? false
  }

  /// `Baghdad's Karrada district`: the possessor holds what it possesses.
  private func isGenitive(_ gap: Range<Int>, _ context: RecognitionContext) -> Bool {
    guard gap.count == 2, context.text.tokens[gap.lowerBound].kind == .punctuation else {
      return false
    }
    return context.text.key(gap.lowerBound + 1).elementsEqual([0x73])
  }

  private func isCoarser(_ mention: Mention, _ context: RecognitionContext) -> Bool {
    guard let first = mention.names.first else { return false }
    let entity = context.gazetteer.entities[first.entity]
    return entity.level == .adm1 || entity.level == .country || entity.type == "country"
      // `Damboa, Borno`: the provinces of other countries are regions.
      || (entity.type == "region" && !context.gazetteer.isInIraq(first.entity))
  }

  /// `the building of Wasit governorate in the city of Kut`: no town holds a governorate.
  private func isAround(_ outer: Mention, _ inner: Mention, _ context: RecognitionContext) -> Bool {
    // The type word may be that of its building.
    guard outer.typeHint == "adm1" || outer.typeHint == "headquarters",
      inner.typeHint?.hasPrefix("adm") != true
    else { return false }
    // A row of the governorate's name can be its seat's (`SeatTable`).
    let governorates = outer.names.compactMap { context.gazetteer.governorate(of: $0.entity) }
    return inner.names.contains { name in
      context.gazetteer.entities[name.entity].isTown
        && governorates.contains { context.gazetteer.isWithin(name.entity, $0) }
    }
  }

  /// The proclitic on the first word of a mention's head or name.
  private func cliticKey(
    _ index: Int, _ mention: Mention, _ context: RecognitionContext
  ) -> String {
    guard index < context.text.tokens.count else { return "" }
    let table: LexiconTable = mention.head == nil ? .name : .placeTrigger
    for match in context.text.matches(at: index) where match.table == table {
      if match.clitics.contains(.withPreposition) { return "with" }
      if match.clitics.contains(.toPreposition) { return "to" }
      if match.clitics.contains(.conjunction) { return "and" }
      return ""
    }
    return ""
  }

  /// An anaphor stands for the last place of its kind before it.
  private func linkAnaphors(_ mentions: inout [Mention], _ context: RecognitionContext) {
    for index in mentions.indices {
      guard let hint = mentions[index].typeHint, hint.hasPrefix("anaphor:") else { continue }
      let kind = hint.dropFirst(8)
      // `the area` alone is too vague to stand for one place.
      if kind == "vague" || kind == "area" { continue }
      var earlier = index - 1
      while earlier >= 0 {
        let candidate = mentions[earlier]
        if candidate.role == .literal, !candidate.names.isEmpty,
          fits(candidate, String(kind), context)
        {
          mentions[index].antecedents = [earlier]
          if kind == "area", let list = candidate.list {
            mentions[index].antecedents = mentions.indices.filter { mentions[$0].list == list }
          }
          break
        }
        earlier -= 1
      }
    }
  }

  private func fits(_ mention: Mention, _ kind: String, _ context: RecognitionContext) -> Bool {
    guard let first = mention.names.first else { return false }
    let entity = context.gazetteer.entities[first.entity]
    switch kind {
    case "city", "town":
      return mention.names.contains {
        context.gazetteer.entities[$0.entity].isTown
      }
    case "village": return entity.type == "village" || mention.typeHint == "village"
    case "adm1", "adm2", "adm3":
      return entity.level.code == kind || mention.typeHint == kind
        || mention.names.contains { context.gazetteer.entities[$0.entity].level.code == kind }
    case "country": return entity.level == .country || entity.type == "country"
    default: return entity.level != .country && entity.type != "country"
    }
  }
}
