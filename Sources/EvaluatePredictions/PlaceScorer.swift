import Model

/// Scores where an event is: its places by id, the words that say so, and the distance of its point.
struct PlaceScorer {
  let knowledge: EvaluationKnowledge

  func score(
    _ gold: GoldEvent, _ found: PredictedEvent, _ document: GoldDocument,
    _ prediction: Prediction, _ fields: inout FieldScorer, _ sheet: inout ScoreSheet
  ) {
    if let ids = gold.placeIDs {
      fields.judge(
        .eventPlace, isRight: ids.sorted() == found.placeIDs.sorted(),
        isAnswered: !found.placeIDs.isEmpty || ids.isEmpty, ids.joined(separator: " "),
        found.placeIDs.joined(separator: " "), &sheet)
    }
    if let mentions = gold.locationMentions, let all = document.mentions {
      let right = isSaid(by: mentions, all, found, prediction)
      fields.judge(
        .eventPlaceWords, isRight: right, isAnswered: !found.mentions.isEmpty || mentions.isEmpty,
        words(mentions, all.map(\.words)), words(found.mentions, prediction.mentions.map(\.words)),
        &sheet)
    }
    if let position = position(gold, document) {
      let distance = found.point.map { Distance.km($0, position) }
      for (measure, radius) in Measure.eventRadii {
        sheet.judge(measure, distance.map { $0 <= radius } ?? false, isAnswered: distance != nil)
      }
    }
    if let precision = gold.precision {
      fields.judge(
        .eventPrecision, isRight: precision.value == found.precision,
        isAnswered: found.precision != Precision.unknown.rawValue, precision.value ?? "null",
        found.precision ?? "null", &sheet)
    }
    for (level, name) in gold.units {
      let value = found.units[level]
      fields.judge(
        .eventUnits, isRight: name.value == value, isAnswered: value != nil || name.value == nil,
        name.value ?? "null", value ?? "null", &sheet)
    }
  }

  /// The one position that the gold has for the event, nil for none and for several.
  private func position(_ gold: GoldEvent, _ document: GoldDocument) -> Position? {
    if let ids = gold.placeIDs { return ids.count == 1 ? knowledge.position(ids[0]) : nil }
    guard let mentions = gold.locationMentions, mentions.count == 1,
      let all = document.mentions, all.indices.contains(mentions[0])
    else { return nil }
    let mention = all[mentions[0]]
    // Near a town is not at it: how far off is not known.
    if mention.isBesideIt { return nil }
    return mention.position ?? mention.placeID.flatMap(knowledge.position)
  }

  /// Whether the event stands on the gold's mentions: each of them is one of the event's, or one that
  /// the event's are measured from, and the event has none that is neither.
  private func isSaid(
    by wanted: [Int], _ gold: [GoldMention], _ found: PredictedEvent, _ prediction: Prediction
  ) -> Bool {
    let all = prediction.mentions
    let own = found.mentions.filter(all.indices.contains)
    let wide = own + own.flatMap { all[$0].base }.filter(all.indices.contains)
    let spans = Set(wide.compactMap { all[$0].span })
    let needed = wanted.filter(gold.indices.contains)
    guard needed.allSatisfy({ spans.contains(gold[$0].span) }) else { return false }
    let bases = needed.flatMap { gold[$0].base }.filter(gold.indices.contains)
    let finer = gold.indices.filter { !Set(gold[$0].base).isDisjoint(with: needed) }
    let allowed = Set((needed + bases + finer).map { gold[$0].span })
    return own.allSatisfy { index in all[index].span.map(allowed.contains) ?? true }
  }

  private func words(_ indexes: [Int], _ words: [String]) -> String {
    indexes.filter(words.indices.contains).map { words[$0] }.joined(separator: "; ")
  }
}
