import Gazetteer
package import Model

extension PlaceResolver {
  /// What a question asks for, resolved.
  package struct Answer: Sendable {
    /// The mention that is asked for, or the one whose area stands for it.
    package var mention: Mention
    /// The units that the words themselves name around it, finest first.
    package var units: [Int]
    /// Whether the area is that of words around a place that is not known.
    package var standsIn: Bool
    /// The tokens of names for which nothing was found where the words put it.
    package var missed: [Range<Int>]
  }

  /// Returns the answer to a question, nil when no place is named.
  package func answer(
    _ mentions: [Mention], in text: NormalizedText, within area: Int? = nil
  ) throws -> Answer? {
    var all = mentions
    RelationFinder(gazetteer: gazetteer, text: text, isQuestion: true).find(&all)
    guard let reading = QuestionChain(gazetteer: gazetteer, text: text, seats: seats).link(&all)
    else {
      return nil
    }
    PlaceChooser(
      gazetteer: gazetteer, geodesic: shapes.geodesic, seats: seats, weights: weights,
      names: names, day: nil, area: area, isQuestion: true
    ).choose(&all, in: text)
    let holders = all[reading.target].containers
    let isNamed = all[reading.target].entity != nil && all[reading.target].relation == nil
    let isGround = isNamed && all[reading.target].entity.map(isFeature) ?? false
    if !isNamed || isGround {
      // `X, Najaf`: the unknown X, or the ground near X, lies in the governorate, not in the city.
      // A quarter that is not known lies in the city.
      let names = all[reading.target].names
      let isQuarter =
        all[reading.target].typeHint == "quarter"
        || (!names.isEmpty && names.allSatisfy { gazetteer.entities[$0.entity].type == "quarter" })
      for holder in holders where all[holder].typeHint == nil && all[holder].relation == nil {
        if isQuarter, all[holder].place?.type == "city" || all[holder].place?.type == "town" {
          continue
        }
        guard let unit = coarsestUnit(all[holder]) else { continue }
        all[holder].entity = unit
        all[holder].place = self.names.summary(of: unit)
      }
    }
    let geometry = RelationGeometry(gazetteer: gazetteer, shapes: shapes, cache: cache)
    for index in all.indices where all[index].entity != nil {
      try geometry.place(index, in: &all)
    }
    flagGlosses(&all)
    let missed = all.filter { $0.entity == nil && !$0.names.isEmpty }.map(\.tokens)
    let units = holders.flatMap { self.units(named: all[$0]) }
    if all[reading.target].entity != nil {
      var mention = all[reading.target]
      if mention.relation.map({ $0.kind != .gloss }) ?? false {
        for holder in holders { try cut(&mention, to: all[holder]) }
        if let check = reading.check { try cut(feature: &mention, to: all[check]) }
      } else if let check = reading.check {
        try cut(feature: &mention, to: all[check])
      } else if isGround {
        for holder in holders where all[holder].relation == nil {
          try cut(feature: &mention, to: all[holder])
        }
      }
      return Answer(mention: mention, units: units, standsIn: false, missed: missed)
    }
    guard all[reading.target].flags.contains("unknown_place") else {
      return Answer(mention: all[reading.target], units: units, standsIn: false, missed: missed)
    }
    // A place that is not known lies where the words around it say.
    if let check = reading.check, all[check].entity != nil, all[check].area != nil {
      var mention = all[check]
      mention.flags += all[reading.target].flags
      for holder in holders { try cut(&mention, to: all[holder]) }
      return Answer(mention: mention, units: units, standsIn: true, missed: missed)
    }
    guard let holder = holders.first(where: { all[$0].entity != nil }) else {
      return Answer(mention: all[reading.target], units: units, standsIn: false, missed: missed)
    }
    var mention = all[holder]
    mention.flags += all[reading.target].flags
    mention.flags.append("area_of_container")
    mention.candidates = all[reading.target].candidates
    if mention.point != nil {
      // The town that is named is not the place that is asked for.
      mention.point = nil
      mention.precision = .near
    }
    return Answer(mention: mention, units: units, standsIn: true, missed: missed)
  }

  /// The unit that words name around a place, or the district of the town that they name.
  private func units(named holder: Mention) -> [Int] {
    guard let entity = holder.entity else { return [] }
    if gazetteer.entities[entity].isUnit { return [entity] }
    guard holder.names.contains(where: { $0.entity == entity && $0.tier == .exact }) else {
      return []
    }
    return seats.units(ofSeat: entity, level: "adm2", in: gazetteer).filter {
      // Not one that was made out of it lately.
      gazetteer.entities[$0].validFrom == nil
    }
  }

  /// The coarsest unit among the candidates of a mention, nil when it can be none.
  private func coarsestUnit(_ mention: Mention) -> Int? {
    let units = mention.candidates.map(\.entity).filter { gazetteer.entities[$0].isUnit }
    // A unit that always was before one that was made out of it.
    let old = units.filter { gazetteer.entities[$0].validFrom == nil }
    return (old.isEmpty ? units : old).min {
      gazetteer.entities[$0].level < gazetteer.entities[$1].level
    }
  }

  /// Cuts the area of a relation to a unit that the words name, or to the part of it, when they meet.
  private func cut(_ mention: inout Mention, to holder: Mention) throws {
    guard let area = mention.area, let entity = holder.entity, gazetteer.entities[entity].isUnit,
      mention.precision != .place, let outline = holder.area
    else { return }
    let both = try shapes.intersection(area, outline)
    guard !both.isEmpty else { return }
    let radius = try shapes.radiusKm(of: both)
    // Where they hardly meet one of the two is wrong: the relation is what was said more closely.
    guard let before = mention.radiusKm, radius > 0.3 * before || mention.relation?.kind == .border
    else { return }
    mention.area = both
    mention.radiusKm = radius
    if mention.precision == .region, radius <= 25 { mention.precision = .near }
    if let point = mention.point, try !shapes.covers(both, point) {
      mention.point = try shapes.pointOnSurface(both)
    }
  }

  /// The part of a river, road or ridge that a relation or a unit tells of: `the Tigris south of
  /// Mosul`, `the Hamrin Mountains, Khanaqin`.
  private func cut(feature mention: inout Mention, to check: Mention) throws {
    guard mention.precision == .feature || mention.precision == .region, let area = mention.area,
      let part = check.area
    else { return }
    let relation = check.relation
    guard relation != nil || check.entity.map({ gazetteer.entities[$0].isUnit }) ?? false else {
      return
    }
    let both = try shapes.intersection(area, part)
    guard !both.isEmpty else { return }
    mention.area = both
    mention.radiusKm = try shapes.radiusKm(of: both)
    mention.relation = relation ?? mention.relation
  }

  /// Whether an entity is ground without a point: a ridge, a river, a plain.
  private func isFeature(_ entity: Int) -> Bool {
    let precision = RelationGeometry.precision(of: gazetteer.entities[entity])
    return precision == .feature || precision == .region
  }
}
