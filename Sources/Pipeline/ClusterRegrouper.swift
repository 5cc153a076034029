import LinkReports
import Model
import ReviewEvents

/// Puts together and takes apart what coders say, after the linker has decided.
struct ClusterRegrouper {
  let linker: ReportLinker
  let events: [Event]

  /// Returns the clusters with the verbs `merge` and `split` carried out in the order of the
  /// corrections; ids that are no event of this run change nothing.
  func regroup(_ clusters: [LinkedEvent], _ corrections: [Correction]) -> [LinkedEvent] {
    let changes = corrections.filter { $0.verb == .merge || $0.verb == .split }
    if changes.isEmpty { return clusters }
    var members: [Int: [Int]] = [:]
    var clusterOfID: [String: Int] = [:]
    for (number, cluster) in clusters.enumerated() {
      members[number] = cluster.members
      for index in cluster.members { clusterOfID[events[index].id] = number }
    }
    var next = clusters.count
    var touched: Set<Int> = []
    for change in changes {
      guard let own = clusterOfID[change.id] else { continue }
      if change.verb == .merge {
        for id in change.others {
          guard let other = clusterOfID[id], other != own else { continue }
          for index in members[other] ?? [] { clusterOfID[events[index].id] = own }
          members[own, default: []] += members[other] ?? []
          members[other] = nil
          touched.insert(own)
        }
      } else {
        let all = members[own] ?? []
        let parting = all.filter { index in
          let id = events[index].id
          return change.others.isEmpty ? id != change.id : change.others.contains(id)
        }
        // Somebody stays: an event that all have left would be none.
        if parting.isEmpty || parting.count == all.count { continue }
        members[own] = all.filter { !parting.contains($0) }
        touched.insert(own)
        for index in parting {
          members[next] = [index]
          clusterOfID[events[index].id] = next
          touched.insert(next)
          next += 1
        }
      }
    }
    var result: [LinkedEvent] = []
    for number in members.keys.sorted() {
      guard let group = members[number] else { continue }
      if touched.contains(number) {
        result.append(linker.cluster(group, of: events))
      } else {
        result.append(clusters[number])
      }
    }
    return withoutOwnDuplicates(result)
  }

  /// An event is no possible duplicate of what it now is or of what is gone.
  private func withoutOwnDuplicates(_ clusters: [LinkedEvent]) -> [LinkedEvent] {
    let holders = clusters.reduce(into: [String: String]()) { holders, cluster in
      for index in cluster.members { holders[events[index].id] = cluster.event.id }
    }
    return clusters.map { cluster in
      var cluster = cluster
      let twin = cluster.event.possibleDuplicateOf.flatMap { holders[$0] }
      cluster.event.possibleDuplicateOf = twin == cluster.event.id ? nil : twin
      return cluster
    }
  }
}
