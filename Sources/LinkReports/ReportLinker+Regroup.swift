package import Model

extension ReportLinker {
  /// Makes one event of members that a coder put together, whatever their scores are.
  ///
  /// - Parameters:
  ///   - members: Indexes into `events`, any order, at least one.
  ///   - events: The events that were linked.
  package func cluster(_ members: [Int], of events: [Event]) -> LinkedEvent {
    let ordered = members.sorted { LinkOrder.isReported(events[$0], before: events[$1]) }
    return LinkedEvent(
      event: ClusterMerger(weights: weights).merge(ordered.map { events[$0] }), members: ordered,
      why: [])
  }
}
