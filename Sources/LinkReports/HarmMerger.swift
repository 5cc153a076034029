import Model

/// Makes one count of victims of several reports' (`docs/linking.md`).
///
/// The newest toll marked as an update wins. Without one, reports that agree give the narrowest range
/// that all allow, and reports that do not the range over all. An outlet's later count replaces its
/// earlier ones. What a report does not say, the others fill in.
struct HarmMerger {
  /// In the order of their reporting.
  let members: [Event]

  func merge() -> Harm {
    let counting = members.filter { isStated($0.harm) }
    guard let first = counting.first else { return members[0].harm }
    let update = counting.last(where: \.isTollUpdate)
    let current = latestOfEachSource(counting)
    var result = update?.harm ?? Harm()
    let fields: [WritableKeyPath<Harm, Harm.Count>] = [
      \.killed, \.injured, \.casualties, \.killedActor1, \.killedActor2, \.killedCivilians,
    ]
    for field in fields where !result[keyPath: field].isStated {
      result[keyPath: field] = range(current.map { $0.harm[keyPath: field] })
    }
    let origin = update ?? current.first { $0.harm.killed == result.killed } ?? first
    result.pooled = current.allSatisfy(\.harm.pooled) || (update?.harm.pooled ?? false)
    let isAsCounted =
      origin.harm.killed == result.killed || origin.harm.injured == result.injured
    result.qualifier = isAsCounted ? origin.harm.qualifier : nil
    return result
  }

  private func isStated(_ harm: Harm) -> Bool {
    harm.killed.isStated || harm.injured.isStated || harm.casualties.isStated
  }

  /// Drops the counts that the same outlet replaced on a later day.
  private func latestOfEachSource(_ events: [Event]) -> [Event] {
    var latest: [String: CivilDate] = [:]
    for event in events {
      guard let source = event.source, let day = event.published else { continue }
      latest[source] = max(day, latest[source] ?? day)
    }
    return events.filter { event in
      guard let source = event.source, let day = event.published else { return true }
      return latest[source] == day
    }
  }

  private func range(_ counts: [Harm.Count]) -> Harm.Count {
    let stated = counts.filter(\.isStated)
    guard let first = stated.first else { return Harm.Count() }
    let highestLow = stated.compactMap(\.minimum).max()
    let lowestHigh = stated.compactMap(\.maximum).min()
    if (highestLow ?? 0) <= (lowestHigh ?? .max) {
      return Harm.Count(highestLow, lowestHigh)
    }
    let lows = stated.map(\.minimum)
    let highs = stated.map(\.maximum)
    let low = lows.contains(nil) ? nil : lows.compactMap { $0 }.min() ?? first.minimum
    let high = highs.contains(nil) ? nil : highs.compactMap { $0 }.max() ?? first.maximum
    return Harm.Count(low, high)
  }
}
