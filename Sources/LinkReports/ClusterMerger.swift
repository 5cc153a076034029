import Model

/// Makes one event of the reports of a cluster; what each report says stays in its own record.
struct ClusterMerger {
  let weights: LinkWeights

  /// Flags that come with the place, and with the date: those of the member that gave it.
  private static let placeFlags: Set = [
    "ambiguous_place", "area_of_container", "gazetteer_conflict", "gloss_ok", "admin_conflict",
    "member_outside_sector", "multiple_places", "no_distance_stated", "straight_line_road",
    "unknown_place", "unresolved", "outside_validity", "boundary_date_assumed",
  ]
  private static let dateFlags: Set = [
    "date_disclosed", "date_inferred", "date_upper_bound", "impossible_date", "weekday_conflict",
  ]

  /// Merges members in the order of their reporting; the first gives id, quote and source.
  func merge(_ members: [Event]) -> Event {
    var event = members[0]
    event.memberIDs = unique(members.flatMap { $0.memberIDs.isEmpty ? [$0.id] : $0.memberIDs })
    event.reportIDs = unique(
      members.flatMap { $0.reportIDs.isEmpty ? [$0.documentID] : $0.reportIDs })
    if members.count == 1 { return event }
    mergeWhat(members, &event)
    mergeActors(members, &event)
    event.harm = HarmMerger(members: members).merge()
    event.isTollUpdate = members.contains(where: \.isTollUpdate)
    let place = best(members) { placeRank($0, members) }
    takePlace(of: place, &event)
    var days: [CivilDate: Int] = [:]
    for case let day? in members.map(\.date.start) { days[day, default: 0] += 1 }
    let date = best(members) { dateRank($0, days) }
    takeDate(of: date, members, &event)
    event.flags = flags(members, place: place, date: date, event)
    mergeConfidence(members, &event)
    return event
  }

  /// The member with the lowest rank, the first of equals.
  private func best<Rank>(
    _ members: [Event], _ rank: (Event) -> Rank, by precedes: (Rank, Rank) -> Bool
  ) -> Event {
    var best = (event: members[0], rank: rank(members[0]))
    for member in members.dropFirst() {
      let own = rank(member)
      if precedes(own, best.rank) { best = (member, own) }
    }
    return best.event
  }

  private func best(_ members: [Event], _ rank: (Event) -> (Int, Double)) -> Event {
    best(members, rank) { $0 < $1 }
  }

  /// The means beat a word that tells none; a known target beats a guess.
  private func mergeWhat(_ members: [Event], _ event: inout Event) {
    let chosen = best(members) { member in
      let isGeneric = member.subEventType == "Attack" || member.subEventType == "Armed clash"
      let rank =
        member.subEventType == nil
        ? 3 : !isGeneric ? 0 : member.flags.contains("target_unknown") ? 2 : 1
      return (rank, 0)
    }
    event.eventType = chosen.eventType
    event.subEventType = chosen.subEventType
    event.disorderType = chosen.disorderType
    event.family = chosen.family
    event.ploverType = chosen.ploverType
    event.ploverMode = chosen.ploverMode
    event.civilianTargeting = members.contains(where: \.civilianTargeting)
    event.attribution = members.lazy.compactMap(\.attribution).first
    if members.contains(where: { $0.realis == .asserted }) { event.realis = .asserted }
  }

  private func mergeActors(_ members: [Event], _ event: inout Event) {
    event.actor1 = actor(members.map(\.actor1), not: nil)
    event.actor2 = actor(members.map(\.actor2), not: event.actor1.code)
    event.actorConfidence = members.compactMap(\.actorConfidence).max()
  }

  /// The first that is named, somebody known before somebody unknown.
  private func actor(_ actors: [EventActor], not other: String?) -> EventActor {
    // Sides that a report tells the other way round are not two actors.
    let named = actors.filter { $0.code != nil && $0.code != other }
    let known =
      named.first { !ActorKinship.isUnknown($0.code) && $0.basis != .inferred }
      ?? named.first { !ActorKinship.isUnknown($0.code) }
    var result = known ?? named.first ?? actors[0]
    if named.isEmpty, result.code != nil { result = EventActor() }
    result.attributed = result.attributed ?? actors.lazy.compactMap(\.attributed).first
    result.associates = unique(named.flatMap(\.associates)).filter { $0 != result.code }
    return result
  }

  /// The finest place, but never the bare name of a town where another report says `near` it: a point
  /// is not more precise than the words.
  private func placeRank(_ event: Event, _ members: [Event]) -> (Int, Double) {
    let isOutdone =
      !leavesBase(event)
      && members.contains { other in
        leavesBase(other) && !other.places.isEmpty
          && other.places.map(\.id) == event.places.map(\.id)
      }
    return (event.precision.rank + (isOutdone ? 100 : 0), event.radiusKm ?? .infinity)
  }

  private func leavesBase(_ event: Event) -> Bool {
    event.relation.flatMap(Relation.Kind.init(rawValue:))?.leavesBase ?? false
  }

  private func takePlace(of member: Event, _ event: inout Event) {
    event.places = member.places
    event.location = member.location
    event.locationArabic = member.locationArabic
    event.locationSorani = member.locationSorani
    event.precision = member.precision
    event.point = member.point
    event.pointIsComputed = member.pointIsComputed
    event.area = member.area
    event.radiusKm = member.radiusKm
    event.relation = member.relation
    event.tags = member.tags
    event.placeConfidence = member.placeConfidence
  }

  /// A day, then windows by their length, then bounds; of several days the one that most reports tell.
  private func dateRank(_ event: Event, _ days: [CivilDate: Int]) -> (Int, Double) {
    guard let end = event.date.end ?? event.date.start else { return (5, 0) }
    guard let start = event.date.start else {
      return (event.date.basis == .disclosed ? 3 : 4, 0)
    }
    if start == end { return (0, -Double(days[start] ?? 0)) }
    return (1, Double(end.dayNumber - start.dayNumber))
  }

  private func takeDate(of member: Event, _ members: [Event], _ event: inout Event) {
    event.date = member.date
    event.dateConfidence = member.dateConfidence
    if event.date.timeOfDay == nil {
      let others = members.lazy.filter {
        $0.date.start == nil || $0.date.start == member.date.start
      }
      event.date.timeOfDay = others.compactMap(\.date.timeOfDay).first
    }
  }

  private func flags(_ members: [Event], place: Event, date: Event, _ event: Event) -> [String] {
    var flags: [String] = []
    for member in members {
      for flag in member.flags {
        let isPlaceFlag =
          Self.placeFlags.contains(flag) || flag.hasPrefix("gloss_distance_mismatch")
        if isPlaceFlag || Self.dateFlags.contains(flag) { continue }
        if flag == "target_unknown", !ActorKinship.isUnknown(event.actor2.code) { continue }
        flags.append(flag)
      }
    }
    flags += place.flags.filter {
      Self.placeFlags.contains($0) || $0.hasPrefix("gloss_distance_mismatch")
    }
    flags += date.flags.filter(Self.dateFlags.contains)
    return unique(flags)
  }

  /// The surest report, and a little for each further outlet.
  private func mergeConfidence(_ members: [Event], _ event: inout Event) {
    let surest = best(members) { (-$0.confidence, 0) }
    let sources = Set(members.map { $0.source ?? $0.documentID }).count
    let bonus = min(
      weights.sourceBonus * (sources - 1), weights.sourceBonusMost,
      max(0, 1000 - surest.confidence))
    event.confidence = surest.confidence + bonus
    event.confidenceTerms = surest.confidenceTerms
    if bonus > 0 { event.confidenceTerms.append(ConfidenceTerm("independent_reports", bonus)) }
  }

  private func unique(_ strings: [String]) -> [String] {
    var seen: Set<String> = []
    return strings.filter { seen.insert($0).inserted }
  }
}
