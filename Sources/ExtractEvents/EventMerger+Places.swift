import Gazetteer
import Model

/// Whether two tellings can be of one place.
extension EventMerger {
  func placesAgree(_ first: EventDraft, _ second: EventDraft) -> Bool {
    // A place taken over from the paragraph is none of its own.
    if second.placeRule == "same_paragraph" || second.placeRule == PlaceAttacher.speakersPlace {
      return true
    }
    // `A second blast hit those who had rushed to the scene`: a place that only takes up one told before.
    if text.language == "en", second.placeRule == "anaphor",
      second.sentence == (first.mergedSentences.max() ?? first.sentence) + 1
    {
      return true
    }
    // What the lead says of the headline's place; events told after it are others.
    if isLeadOf(first, second) {
      for mine in first.places {
        for other in second.places
        where lexicon.canBeHeadlines(mentions[other], headline: mentions[mine]) {
          return true
        }
      }
    }
    let mine = first.places.compactMap { mentions[$0].entity }
    let other = second.places.compactMap { mentions[$0].entity }
    if mine.isEmpty, !other.isEmpty, !isOfHeadline(first), !second.main.isDefinite,
      text.paragraphOfToken[first.main.tokens.lowerBound]
        != text.paragraphOfToken[second.main.tokens.lowerBound]
    {
      // Another paragraph, with a place of its own.
      return false
    }
    if mine.isEmpty || other.isEmpty { return true }
    return mine.contains { a in
      other.contains { b in
        a == b || lexicon.gazetteer.isWithin(a, b) || lexicon.gazetteer.isWithin(b, a)
          || lexicon.gazetteer.entities[b].level == .country
          || lexicon.gazetteer.isSeatOf(a, b) || lexicon.gazetteer.isSeatOf(b, a)
          || isQuarter(a, of: b) || isQuarter(b, of: a)
          || (second.main.isDefinite && lexicon.isPlace(b, inDistrictOf: a))
          || (["riot", "protest"].contains(first.family) && isSite(b, of: a))
          || isOnGround(second, first)
      }
    }
  }

  private static let settlements: Set = ["city", "town", "village"]

  /// `clashes in the city`, and further down `on the bridge`: a spot of the town.
  func isSite(_ place: Int, of town: Int) -> Bool {
    let entity = lexicon.gazetteer.entities[place]
    return !entity.isUnit && !Self.settlements.contains(entity.type)
      && lexicon.isPlace(place, inDistrictOf: town)
  }

  /// `killed three militants in the Hamrin hills`, and further down `clashed with the militants near X`: the same
  /// militants, near a town at the foot of the hills.
  private func isOnGround(_ later: EventDraft, _ earlier: EventDraft) -> Bool {
    guard later.family == "attack", earlier.places.count == 1, let place = later.places.first,
      mentions[earlier.places[0]].precision == .feature,
      [later.actor1, later.actor2].contains(where: { side in
        side?.rule.hasSuffix(ActorFinder.anaphor) == true && side?.kind == "nonstate_armed"
          && [earlier.actor1?.code, earlier.actor2?.code].contains(side?.code)
      })
    else { return false }
    return lexicon.isBeside(mentions[place], ground: mentions[earlier.places[0]])
  }

  /// Whether a quarter or village lies in a unit whose seat is the town.
  private func isQuarter(_ place: Int, of town: Int) -> Bool {
    let entities = lexicon.gazetteer.entities
    guard !entities[place].isUnit, !entities[town].isUnit else { return false }
    var unit = entities[place].parent
    var steps = 0
    // A village belongs to the seat of its sub-district; a quarter to its city, which may be larger.
    let isQuarter = entities[place].type == "quarter"
    while unit >= 0, steps < 4, isQuarter || entities[unit].level == .adm3 {
      if lexicon.gazetteer.isSeatOf(town, unit) { return true }
      unit = entities[unit].parent
      steps += 1
    }
    return false
  }
}
