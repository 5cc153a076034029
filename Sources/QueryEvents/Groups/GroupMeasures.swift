/// What is counted of the events of a group: how many, how much harm, from when to when.
///
/// Adding is associative but for the rounding of fractions; whole events stay whole.
package struct GroupMeasures: Sendable, Hashable {
  /// How many events; fractions when events are apportioned.
  package var events = 0.0
  package var killed = HarmSum()
  package var injured = HarmSum()
  /// The first possible day of all, as it is written, nil when no event has a date.
  package var firstDate: String?
  /// The last possible day of all.
  package var lastDate: String?

  package init() {}

  /// Adds a part of what another has, 1 for all of it; its dates count however small the part.
  package mutating func add(_ other: GroupMeasures, part: Double = 1) {
    events += other.events * part
    killed.add(other.killed, part)
    injured.add(other.injured, part)
    if let date = other.firstDate, firstDate.map({ date < $0 }) ?? true { firstDate = date }
    if let date = other.lastDate, lastDate.map({ $0 < date }) ?? true { lastDate = date }
  }
}

/// Sums of a minimum and a maximum over events, which never take null for 0.
package struct HarmSum: Sendable, Hashable {
  /// The sum of the minima that are given.
  package var least = 0.0
  /// How many events give a minimum.
  package var withLeast = 0.0
  /// The sum of the maxima that are given.
  package var most = 0.0
  /// How many events give a maximum.
  package var withMost = 0.0
  /// How many events give a minimum and no maximum: they are open upwards, and so is the sum.
  package var open = 0.0
  /// How many events give neither.
  package var unknown = 0.0

  package init() {}

  /// Makes the sum of one event.
  init(least: Double?, most: Double?) {
    if let least {
      self.least = least
      withLeast = 1
      if most == nil { open = 1 }
    }
    if let most {
      self.most = most
      withMost = 1
    }
    if least == nil, most == nil { unknown = 1 }
  }

  mutating func add(_ other: HarmSum, _ part: Double) {
    least += other.least * part
    withLeast += other.withLeast * part
    most += other.most * part
    withMost += other.withMost * part
    open += other.open * part
    unknown += other.unknown * part
  }

  /// The minimum of the group, nil when no event gives one.
  package var minimum: Double? { withLeast > 0 ? least : nil }

  /// The maximum of the group, nil when no event gives one or when one is open upwards: null stands
  /// for the same as in an event.
  package var maximum: Double? { withMost > 0 && open == 0 ? most : nil }
}
