import Gazetteer
import Geodesy
import Model

/// Scores the entities that a name can stand for; every term is a row of `weights.tsv` and a word in
/// `why`.
struct CandidateScorer {
  let gazetteer: Gazetteer
  let geodesic: Geodesic
  let weights: PlaceWeights
  let names: PlaceNames
  let day: CivilDate?
  /// Whether the terms of each score are kept.
  var keepsTerms = false

  /// What the document has told so far.
  struct Context {
    /// The places of mentions resolved without doubt.
    var known: KnownPlaces
    /// A hard filter of `locate --in`: an entity that must hold the place.
    var area: Int?
    /// The countries told, where a name can be that of a little known town abroad.
    var countries: CountriesTold?
  }

  /// Returns the candidates of a mention, best first; ties in the order of the gazetteer.
  func score(_ mention: Mention, in mentions: [Mention], _ context: Context) -> [PlaceCandidate] {
    let hint = mention.typeHint.flatMap { Self.isEntityType($0) ? $0 : nil }
    let typed = hint.map { hint in
      mention.names.contains { gazetteer.entities[$0.entity].fits(hint) }
    }
    let holders = mention.containers.map { (container: $0, names: held(by: mentions[$0])) }
    let hasTown = mention.names.contains { !gazetteer.entities[$0.entity].isUnit }
    var result: [PlaceCandidate] = []
    result.reserveCapacity(mention.names.count)
    for name in mention.names {
      let entity = gazetteer.entities[name.entity]
      if let area = context.area {
        // The area itself lies in it, but not for a name that only resembles its own.
        if !gazetteer.isWithin(name.entity, area) { continue }
        if name.entity == area, name.tier != .exact { continue }
      }
      guard entity.isValid(on: day) else { continue }
      let shown = names.names(of: name.entity)
      var tally = ScoreTally(keepsTerms: keepsTerms)
      tally.add(weights.name, share: name.weight)
      tally.add(weights.rank, share: entity.rank)
      if let tier = weights.tier(name.tier) {
        tally.add(tier, name.tier.reason)
        tally.add(weights.spelling, share: name.spelling)
      } else if name.weight >= 950 {
        tally.why.append(name.tier.reason)
      }
      if let hint, typed == true {
        if entity.fits(hint) {
          tally.add(weights.typeMatch, "type_word")
        } else if !isTownOfFocus(entity, hint, mention, context.known) {
          tally.add(weights.typeConflict, "type_conflict")
        }
      } else if hint == nil {
        if name.isDefault { tally.add(weights.usual, "usual_meaning") }
        if entity.isUnit, hasTown { tally.add(weights.bareUnit, "unit_without_type_word") }
        if shown.isSmall {
          tally.add(weights.bareVillage, "no_type_word")
        }
      }
      addContainers(holders, mentions, name.entity, &tally, isPart: Self.isPart(hint))
      addContext(context, name.entity, entity, &tally)
      addGloss(mention, mentions, entity, &tally)
      if shown.isInIraq { tally.add(weights.inIraq, "in_iraq") }
      if CountriesTold.asks(name, shown, sure: weights.countrySure),
        let countries = context.countries
      {
        let verdict = countries.verdict(on: name.entity)
        // Of a report about Iraq no reading of a name is a town elsewhere that nobody speaks of.
        if shown.isListedAbroad, verdict == .iraqInstead { continue }
        // What was entered by hand is known well enough to stand against another country.
        if shown.isListedAbroad || verdict == .told { addCountry(verdict, &tally) }
      }
      var candidate = PlaceCandidate(
        entity: name.entity, id: shown.id, name: shown.name,
        longitude: shown.position?.longitude, latitude: shown.position?.latitude,
        score: tally.score, why: tally.why)
      candidate.terms = tally.terms
      result.append(candidate)
    }
    result.sort { ($0.score, $1.entity) > ($1.score, $0.entity) }
    return result
  }

  /// `Amadiya district … the village of Kani Masi`: of places with the name the only one in a district that was told
  /// is meant, though the gazetteer calls it a town.
  private func isTownOfFocus(
    _ entity: Entity, _ hint: String, _ mention: Mention, _ known: KnownPlaces
  ) -> Bool {
    guard hint == "village", entity.type == "town" else { return false }
    func isTold(_ index: Int) -> Bool {
      known.finestShared(with: index).map { $0 >= .adm2 } ?? false
    }
    return isTold(entity.index)
      && !mention.names.contains {
        gazetteer.entities[$0.entity].fits(hint) && isTold($0.entity)
      }
  }

  /// Whether a type word tells what the named thing is; `market`, `road` or `outskirts` of a town do
  /// not.
  static func isEntityType(_ hint: String) -> Bool {
    switch hint {
    case "adm1", "adm2", "adm3", "village", "city", "town", "quarter", "district-neighborhood",
      "mountain", "ridge", "hills", "river", "lake", "dam", "valley", "airport", "camp", "bridge",
      "crossing", "desert", "plain", "basin", "field", "refinery", "shrine", "country":
      true
    default: false
    }
  }

  private func addContainers(
    _ holders: [(container: Int, names: [Int])], _ mentions: [Mention], _ entity: Int,
    _ tally: inout ScoreTally, isPart: Bool
  ) {
    if holders.isEmpty { return }
    var isInside = false
    var isNear = false
    var isOutside = false
    var groups: [Int: Bool] = [:]
    for (container, names) in holders {
      // A valley or a road is filed under a governorate: that it is not in the district is not known.
      let isOpen = names.contains { name in
        gazetteer.entities[name].isUnit && gazetteer.entities[entity].parent >= 0
          && name != gazetteer.entities[entity].parent && !gazetteer.entities[entity].isUnit
          && gazetteer.isWithin(name, gazetteer.entities[entity].parent)
      }
      guard !names.isEmpty, !isOpen else { continue }
      var holds = false
      let own = isPart ? towns(names, of: mentions[container], around: entity) : names
      for name in own where name != entity {
        if holdsPlace(entity, name, isPart: isPart) { holds = true }
        if isNearSeat(entity, name) { isNear = true }
      }
      // One of a list is enough: `Nineveh/Erbil`.
      let group = mentions[container].list ?? -1 - container
      groups[group] = groups[group] ?? false || holds
    }
    for holds in groups.values {
      if holds { isInside = true } else { isOutside = true }
    }
    if isInside, !isOutside {
      tally.add(weights.container, "container")
    } else if isOutside, isNear {
      tally.add(weights.containerNear, "container_near")
    } else if isOutside {
      tally.add(weights.containerConflict, "container_conflict")
    }
  }

  /// Whether an entity lies outside a town or unit that the words name as its own, and not only as the
  /// one from which a direction or a distance counts.
  func isOutside(_ entity: Int, of mention: Mention, in mentions: [Mention]) -> Bool {
    mention.containers.contains { container in
      let outer = mentions[container]
      // `in the middle of X` holds as X does.
      guard outer.relation.map({ $0.kind == .centre }) ?? true, outer.list == nil else {
        return false
      }
      let names = held(by: outer).filter { $0 != entity }
      let isPart = Self.isPart(mention.typeHint)
      let own = isPart ? towns(names, of: outer, around: entity) : names
      return !own.isEmpty
        && !own.contains { holdsPlace(entity, $0, isPart: isPart) || isNearSeat(entity, $0) }
    }
  }

  /// Meters beyond which nothing is a part of a town.
  private static let farPart = 100_000.0

  /// `Kirkuk's Hurriya district`: whether what a word for a part names lies far from the town that has it.
  func isFarPart(_ entity: Int, of mention: Mention, in mentions: [Mention]) -> Bool {
    guard Self.isPart(mention.typeHint), let here = gazetteer.entities[entity].position else {
      return false
    }
    return mention.containers.contains { container in
      let outer = mentions[container]
      guard outer.relation == nil, outer.list == nil, outer.typeHint == nil else { return false }
      let towns = held(by: outer).filter { gazetteer.entities[$0].isTown }
      return !towns.isEmpty
        && towns.allSatisfy { town in
          gazetteer.entities[town].position.map {
            !geodesic.isWithin(Self.farPart, from: here, to: $0)
          } ?? false
        }
    }
  }

  /// The entities that a container's words can mean: those of its type word when any is.
  private func held(by container: Mention) -> [Int] {
    var all = container.names.map(\.entity).filter(canHold)
    // Kirkuk holds as the town and its units do, not as a quarter of another city.
    let coarse = all.filter { !["village", "quarter"].contains(gazetteer.entities[$0].type) }
    if !coarse.isEmpty { all = coarse }
    guard let hint = container.typeHint, Self.isEntityType(hint) else { return all }
    let fitting = all.filter { gazetteer.entities[$0].fits(hint) }
    return fitting.isEmpty ? all : fitting
  }

  /// `Kirkuk's Hurriya district`: what has no type word of its own is the town, where it can be one, for a quarter
  /// or a village.
  private func towns(_ names: [Int], of container: Mention, around entity: Int) -> [Int] {
    guard container.typeHint == nil, gazetteer.entities[entity].isSmall else { return names }
    let towns = names.filter { gazetteer.entities[$0].isTown }
    return towns.isEmpty ? names : towns
  }

  /// Kilometers: a region up to this size is a part of a town (`West Mosul`).
  private static let townPart = 6.0

  /// Whether it is known what lies in an entity: a unit, a country, a settlement, a part of a town; of a
  /// larger region or a ridge the table of places says nothing.
  private func canHold(_ index: Int) -> Bool {
    let entity = gazetteer.entities[index]
    return entity.isUnit || entity.type == "region" && entity.radiusKm <= Self.townPart
      || ["country", "city", "town", "village", "quarter", "capital"].contains(entity.type)
  }

  /// Whether the entity lies close to the seat of a district or sub-district, in the same
  /// governorate: their borders are known to some kilometers only.
  private func isNearSeat(_ entity: Int, _ container: Int) -> Bool {
    let outer = gazetteer.entities[container]
    guard outer.level >= .adm2, let center = outer.position,
      let position = gazetteer.entities[entity].position,
      sharedLevel(entity, container).map({ $0 >= .adm1 }) ?? false
    else { return false }
    return geodesic.isWithin(12_000, from: position, to: center)
  }

  /// Whether a type word may be that of a part of a town.
  private static func isPart(_ hint: String?) -> Bool {
    ["quarter", "district-neighborhood", "adm2"].contains(hint ?? "")
  }

  /// Whether a container, or the unit around a town of the same name, holds the entity; of a part of a town
  /// (`Kirkuk's Hurriya district`) the town itself.
  private func holdsPlace(_ entity: Int, _ container: Int, isPart: Bool) -> Bool {
    if gazetteer.isWithin(entity, container) { return true }
    let outer = gazetteer.entities[container]
    guard !outer.isUnit, outer.parent >= 0, let position = gazetteer.entities[entity].position,
      let center = outer.position
    else { return false }
    let isSmall = gazetteer.entities[entity].isSmall
    let reach = isPart && isSmall ? max(12_000, outer.radiusKm * 1500) : 30_000
    return geodesic.isWithin(reach, from: position, to: center)
  }

  private func addContext(
    _ context: Context, _ index: Int, _ entity: Entity, _ tally: inout ScoreTally
  ) {
    if let area = context.area, gazetteer.isWithin(index, area) {
      tally.add(weights.area, "area")
    }
    var best: (term: PlaceWeights.Term, reason: String)?
    func consider(_ term: PlaceWeights.Term, _ reason: String) {
      if term.value > best?.term.value ?? 0 { best = (term, reason) }
    }
    switch context.known.finestShared(with: index) {
    case .adm2, .adm3: consider(weights.sameDistrict, "same_district")
    case .adm1: consider(weights.sameGovernorate, "same_governorate")
    default: break
    }
    if weights.nearFocus.value > best?.term.value ?? 0, let here = entity.position,
      context.known.isNear(here, index, meters: Self.focus, geodesic)
    {
      consider(weights.nearFocus, "near_other_place")
    }
    if context.known.contains(index) { consider(weights.sameDistrict, "same_place") }
    if let best { tally.add(best.term, best.reason) }
  }

  /// A town of another country follows the country of which the report speaks.
  private func addCountry(_ verdict: CountriesTold.Verdict, _ tally: inout ScoreTally) {
    switch verdict {
    case .told: tally.add(weights.countryTold, "country_told")
    // The first is out of the question before.
    case .iraqInstead, .anotherInstead: tally.add(weights.countryOther, "other_country_told")
    case .untold: tally.add(weights.countryUntold, "no_country_told")
    }
  }

  /// Meters around a place that was told within which another one is the likelier for it.
  private static let focus = 60_000.0

  /// The finest administrative level that two entities share.
  private func sharedLevel(_ first: Int, _ second: Int) -> Entity.Level? {
    sharedLevel(KnownPlaces.chain(of: first, gazetteer), second)
  }

  private func sharedLevel(_ chain: [Int], _ second: Int) -> Entity.Level? {
    var current = second
    var steps = 0
    while current >= 0, steps < 8 {
      if chain.contains(current), gazetteer.entities[current].isUnit {
        return gazetteer.entities[current].level
      }
      current = gazetteer.entities[current].parent
      steps += 1
    }
    return nil
  }

  /// From where a direction counts: a town before the unit that is named after it.
  private func origin(_ base: Mention) -> GlossCheck.Spot? {
    let known = base.names.map { gazetteer.entities[$0.entity] }.filter { $0.position != nil }
    return (known.first { !$0.isUnit } ?? known.first).flatMap { GlossCheck.Spot($0) }
  }

  private func addGloss(
    _ mention: Mention, _ mentions: [Mention], _ entity: Entity, _ tally: inout ScoreTally
  ) {
    guard let relation = mention.gloss, let base = relation.base.first,
      let place = GlossCheck.Spot(entity),
      let from = origin(mentions[base])
    else { return }
    let check = GlossCheck(geodesic: geodesic)
    let second = relation.base.dropFirst().first.flatMap { origin(mentions[$0]) }
    switch check.verdict(of: relation, from: from, and: second, to: place) {
    case .agrees:
      tally.add(weights.glossAgrees, "gloss_ok")
    case .roadDistance:
      tally.add(weights.glossAgrees, share: 750, "gloss_road_distance")
    case .conflict:
      tally.add(weights.glossConflict, "gloss_conflict")
    }
  }
}
