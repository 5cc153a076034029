import Gazetteer
import Model

/// Says which mention of a question is asked for, and which others only narrow it down.
///
/// `X village, 5 km north of Y, Z district, W`: X is asked for, the distance from Y is a check of X,
/// Z and W hold X. Runs after relations are known.
struct QuestionChain {
  let gazetteer: Gazetteer
  let text: NormalizedText
  let seats: SeatTable

  struct Reading {
    /// The mention that is asked for.
    var target: Int
    /// The mention whose relation tells where an unknown target lies.
    var check: Int?
  }

  /// Links the mentions of a question; nil when no place is asked for.
  func link(_ mentions: inout [Mention]) -> Reading? {
    let usable = mentions.indices.filter {
      mentions[$0].role == .literal && mentions[$0].kind != .referenceBase
        && !(mentions[$0].typeHint?.hasPrefix("anaphor:") ?? false)
    }
    guard !usable.isEmpty else { return nil }
    // `near X sub-district, Y`: the comma is no list of places to be near to.
    for index in usable where isAfterComma(index, mentions) { mentions[index].relation = nil }
    // The second of a pair says the same as the first.
    let seconds = Set(usable.compactMap { mentions[$0].relation?.base.dropFirst().first })
    let plain = usable.filter { mentions[$0].relation == nil || isOwn(mentions[$0]) }
    let related = usable.filter { !plain.contains($0) && !seconds.contains($0) }
    let finest = finest(of: plain, mentions)
    var reading: Reading
    if let base = related.first {
      if let finest, finest < base, isName(finest, of: base, mentions) {
        reading = Reading(target: finest, check: base)
      } else if let finest, finest > base, grain(mentions[finest]) >= grain(mentions[base]),
        isFiner(mentions[finest])
      {
        reading = Reading(target: finest, check: base)
      } else {
        // A river or a road along which, and where: `along the Tigris south of Mosul`.
        let isLong = mentions[base].names.allSatisfy { isCourse(gazetteer.entities[$0.entity]) }
        reading = Reading(target: base, check: isLong ? related.dropFirst().first : nil)
      }
    } else if let finest {
      reading = Reading(target: finest, check: nil)
    } else {
      return nil
    }
    hold(&mentions, reading, plain, related)
    if let check = reading.check { self.check(&mentions, reading.target, check) }
    return reading
  }

  /// Whether a name after a relation is what it places: `20 km south of X, Y village`, or `… of X in Y`
  /// with a town.
  private func isFiner(_ mention: Mention) -> Bool {
    if let hint = mention.typeHint { return hint == "village" || hint == "quarter" }
    return grains(mention).least >= 3 && kind(before: mention) == "in"
  }

  /// The kind of the small word directly before a mention.
  private func kind(before mention: Mention) -> String? {
    let start = min(mention.head?.lowerBound ?? Int.max, mention.tokens.lowerBound)
    guard start > 0 else { return nil }
    return text.matches(at: start - 1).first { $0.table == .functionWord && Int($0.last) == start }
      .map { gazetteer.functionWords[Int($0.row)].kind }
  }

  /// Whether a mention has the relation of the one before it, from which a comma alone parts it.
  private func isAfterComma(_ index: Int, _ mentions: [Mention]) -> Bool {
    guard index > 0, mentions[index].relation?.rule.hasSuffix("+list") ?? false else {
      return false
    }
    let before = mentions[index - 1]
    let start = max(before.tokens.upperBound, before.head?.upperBound ?? 0)
    let gap = start..<max(start, mentions[index].tokens.lowerBound)
    return gap.count == 1 && text.tokens[start].kind == .punctuation
  }

  private func isCourse(_ entity: Entity) -> Bool {
    ["river", "canal", "road", "ridge", "lake", "valley", "mountain"].contains(entity.type)
  }

  /// The mention whose words are the finest: the first, unless a later one is finer however it is
  /// read (`Kirkuk city (Wasiti neighborhood)`).
  private func finest(of mentions: [Int], _ all: [Mention]) -> Int? {
    guard var best = mentions.first else { return nil }
    for index in mentions.dropFirst()
    where grains(all[index]).least > grains(all[best]).most
      || isTownOf(all[index], all[best]) && isChained(best, index, all)
    {
      best = index
    }
    return best
  }

  /// Whether a name is a town of the unit that is called after the one before it, which has no type word:
  /// `Zubair, Safwan`, the coarse one first.
  private func isTownOf(_ inner: Mention, _ outer: Mention) -> Bool {
    guard outer.typeHint == nil else { return false }
    let towns = inner.names.map(\.entity).filter {
      ["town", "city"].contains(gazetteer.entities[$0].type)
    }
    let (holders, own) = (units(named: outer), units(named: inner))
    guard !towns.isEmpty, !holders.isEmpty else { return false }
    return towns.contains { town in holders.contains { gazetteer.isWithin(town, $0) } }
      && own.allSatisfy { !holders.contains($0) }
      && !outer.names.contains { name in own.contains { gazetteer.isWithin(name.entity, $0) } }
  }

  /// The governorates and districts that a name means, or of which it is the seat.
  private func units(named mention: Mention) -> [Int] {
    mention.names.flatMap { name -> [Int] in
      let entity = gazetteer.entities[name.entity]
      if entity.isUnit { return entity.level <= .adm2 ? [name.entity] : [] }
      return ["adm1", "adm2"].flatMap { seats.units(ofSeat: name.entity, level: $0, in: gazetteer) }
    }
  }

  /// A relation that stays with its own place: the centre of X, and a gloss.
  private func isOwn(_ mention: Mention) -> Bool {
    mention.relation?.kind == .gloss || mention.relation?.kind == .centre
  }

  /// Kilometers.
  private static let smallRegion = 15.0

  private func grain(_ mention: Mention) -> Int { grains(mention).most }

  /// How fine the words can be: 0 a country to 5 a village or quarter.
  private func grains(_ mention: Mention) -> (least: Int, most: Int) {
    if let stated = mention.typeHint.flatMap(Self.grain) { return (stated, stated) }
    // A river that is named like a governorate says nothing of how fine the words are.
    let all = mention.names.compactMap { name in
      let entity = gazetteer.entities[name.entity]
      // A region of a few villages is told of like a town.
      if entity.type == "region", entity.radiusKm <= Self.smallRegion { return 4 }
      return Self.grain(entity.isUnit ? entity.level.code : entity.type)
    }
    // A plain after a town holds it, a plain before a district is the part of it there.
    if all.isEmpty, !mention.names.isEmpty, mention.names.allSatisfy({ isGround($0.entity) }) {
      return (1, 5)
    }
    return (all.min() ?? 5, all.max() ?? 5)
  }

  private func isGround(_ entity: Int) -> Bool {
    ["plain", "desert", "basin"].contains(gazetteer.entities[entity].type)
  }

  private static func grain(_ type: String) -> Int? {
    switch type {
    case "country", "adm0": 0
    case "adm1", "region": 1
    case "adm2": 2
    case "adm3": 3
    case "city", "town", "capital": 4
    case "village", "quarter": 5
    default: nil
    }
  }

  /// Whether words before a relation are what it places: a settlement or facility always, a unit
  /// when only a direction follows (`Daquq district, south of Kirkuk`) and no village or farm is
  /// told of (`a farm in the sub-district of X, 10 km south of Y`).
  private func isName(_ name: Int, of base: Int, _ mentions: [Mention]) -> Bool {
    let between =
      mentions[name].tokens
      .upperBound..<max(
        mentions[name].tokens.upperBound, mentions[base].tokens.lowerBound)
    guard isParted(between, mentions[base]) else { return false }
    if grain(mentions[name]) >= 4 { return true }
    // A governorate is not placed by a direction: it holds what is.
    if grain(mentions[name]) < 2 { return false }
    return mentions[base].relation?.kind == .bearing && !tellsOfOther(before: name, mentions)
  }

  /// A mark between a name and the relation after it, or a relation of direction or distance, or a
  /// neighborhood told of.
  private func isParted(_ gap: Range<Int>, _ base: Mention) -> Bool {
    switch base.relation?.kind {
    case .bearing, .distanceBearing, .near, .outskirts, .border, .partOf, .heading, .between: true
    default: gap.contains { text.tokens[$0].kind == .punctuation }
    }
  }

  /// An indefinite noun before the name that is no type word of a mention.
  private func tellsOfOther(before name: Int, _ mentions: [Mention]) -> Bool {
    let end = mentions[name].head?.lowerBound ?? mentions[name].tokens.lowerBound
    return (0..<min(end, mentions[name].tokens.lowerBound)).contains { token in
      text.matches(at: token).contains { match in
        match.table == .placeTrigger
          && ["village", "farm", "area", "orchard", "site", "road"].contains(
            gazetteer.placeTriggers[Int(match.row)].type)
          && !mentions.contains { $0.head?.overlaps(match.tokens) ?? false }
      }
    }
  }

  /// All other plain mentions that are coarser hold the target, the nearest level first.
  private func hold(
    _ mentions: inout [Mention], _ reading: Reading, _ plain: [Int], _ related: [Int]
  ) {
    let target = reading.target
    let own = reading.check == nil ? grainOfBase(mentions[target]) : grain(mentions[target])
    var holders = plain.filter { index in
      // `the crossing with Syria` does not lie in Syria.
      index != target && kind(before: mentions[index]) != "with"
        && (grains(mentions[index]).least < own && index > target || grain(mentions[index]) < own
          || (index > target && grain(mentions[index]) <= own && canHold(mentions[index])
            && isChained(target, index, mentions)))
    }
    // `north of Diyala` names the governorate as well.
    for index in related where index != target && mentions[index].relation?.kind == .bearing {
      let isGovernorate = mentions[index].names.contains {
        gazetteer.entities[$0.entity].level == .adm1
      }
      if isGovernorate, grain(mentions[index]) < own || index > target,
        grains(mentions[index]).least < own
      {
        holders.append(index)
      }
    }
    holders.sort { (grain(mentions[$1]), $0) < (grain(mentions[$0]), $1) }
    if mentions[target].list != nil, holders.contains(where: { isSameList($0, target, mentions) }) {
      mentions[target].list = nil
    }
    for (order, index) in holders.enumerated() {
      mentions[index].containers = Array(holders[(order + 1)...]).filter {
        grain(mentions[$0]) < grain(mentions[index])
      }
      if !isAlternative(index, mentions) { mentions[index].list = nil }
    }
    mentions[target].containers = holders
    if let check = reading.check, check != target {
      mentions[check].containers = holders.filter {
        $0 != check && grain(mentions[$0]) < grain(mentions[check])
      }
    }
  }

  private func isSameList(_ first: Int, _ second: Int, _ mentions: [Mention]) -> Bool {
    mentions[first].list == mentions[second].list
  }

  /// A name alone that is the base of a relation can be a town; its unit may stand after it.
  private func grainOfBase(_ mention: Mention) -> Int {
    mention.relation == nil ? grain(mention) : max(4, grain(mention))
  }

  /// Whether a mention can be meant as a unit or a large place.
  private func canHold(_ mention: Mention) -> Bool {
    mention.names.contains {
      let entity = gazetteer.entities[$0.entity]
      return entity.isUnit || entity.type == "city" || entity.type == "country"
    }
  }

  /// Whether a comma, a bracket, a dash or a small word leads from one mention to the other.
  private func isChained(_ first: Int, _ second: Int, _ mentions: [Mention]) -> Bool {
    let start = max(mentions[first].tokens.upperBound, mentions[first].head?.upperBound ?? 0)
    let end = min(mentions[second].tokens.lowerBound, mentions[second].head?.lowerBound ?? Int.max)
    guard start <= end else { return false }
    if start == end { return true }
    return !(start..<end).contains { token in
      text.key(token).elementsEqual([0x2F])
        || text.matches(at: token).contains {
          $0.table == .functionWord
            && ["and", "or"].contains(gazetteer.functionWords[Int($0.row)].kind)
        }
    }
  }

  /// Whether a slash or `or` stands beside a mention of a list.
  private func isAlternative(_ index: Int, _ mentions: [Mention]) -> Bool {
    guard let list = mentions[index].list else { return false }
    return mentions.indices.contains { $0 != index && mentions[$0].list == list }
      && text.tokens.indices.contains { text.key($0).elementsEqual([0x2F]) }
  }

  /// The relation of the base is a gloss of the target: it tells homonyms apart.
  private func check(_ mentions: inout [Mention], _ target: Int, _ base: Int) {
    guard mentions[target].gloss == nil, var gloss = mentions[base].relation,
      [.distanceBearing, .bearing, .near, .outskirts, .between].contains(gloss.kind)
    else { return }
    gloss.base = gloss.kind == .between ? [base] + gloss.base.dropFirst() : [base]
    gloss.kind = .gloss
    mentions[target].gloss = gloss
  }
}
