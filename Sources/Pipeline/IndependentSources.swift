import LinkReports
import Model

/// Counts the sources of an event that did not copy from one another.
struct IndependentSources {
  /// The copy group of each document.
  private var groupOfDocument: [String: Int] = [:]
  /// The same without the texts that are no copies.
  private(set) var copies: [String: Int] = [:]

  /// Groups the texts by their sketches; linear in the texts.
  init(_ sketches: [(id: String, shingles: [UInt64])]) {
    guard sketches.count > 1 else { return }
    for (number, group) in ReportCopies().groups(sketches).enumerated() {
      for index in group {
        groupOfDocument[sketches[index].id] = number
        if group.count > 1 { copies[sketches[index].id] = number }
      }
    }
  }

  /// How many of the reports' sources are independent, at least 1.
  ///
  /// Reports of one outlet are one source, copies of one text too, and those that name no outlet count
  /// together: nothing says that they are not the same.
  func count(of events: [Event]) -> Int {
    var parents: [String: String] = [:]
    func root(_ key: String) -> String {
      var key = key
      while let parent = parents[key], parent != key { key = parent }
      return key
    }
    for event in events {
      let source = "source:" + (event.source ?? "")
      let copy = groupOfDocument[event.documentID].map { "copies:\($0)" } ?? source
      for key in [source, copy] where parents[key] == nil { parents[key] = key }
      let (first, second) = (root(source), root(copy))
      if first != second { parents[max(first, second)] = min(first, second) }
    }
    return max(1, parents.keys.count { parents[$0] == $0 })
  }
}
