import GRDB
import Model

/// The groups of rows that were met.
///
/// Called for every row: what a row needs is in flat lists, and nothing in them has to be counted by reference.
struct RowCounter: Sendable {
  private enum Step {
    case range, first, last
  }

  private let keys: Int
  private let measures: [RowMeasure]
  /// What is done with the columns behind the keys.
  private let steps: [Step]
  private let rangesOfGroup: Int
  private let textsOfGroup: Int
  private var places: [[UInt64]: Int] = [:]
  private var titles: [[AttributeValue]] = []
  private var counts: [Int] = []
  private var ranges: [RangeSum] = []
  private var texts: [[UInt8]?] = []
  private var key: [UInt64] = []

  init(keys: Int, measures: [RowMeasure]) {
    self.keys = keys
    self.measures = measures
    steps = measures.compactMap { measure in
      switch measure {
      case .count: nil
      case .range: .range
      case .first: .first
      case .last: .last
      }
    }
    rangesOfGroup = steps.count { $0 == .range }
    textsOfGroup = steps.count - rangesOfGroup
  }

  /// Sums of one pair of numbers.
  private struct RangeSum {
    var least = 0.0
    var withLeast = 0
    var most = 0.0
    var withMost = 0
    var known = 0

    mutating func add(_ least: Double?, _ most: Double?) {
      if let least {
        self.least += least
        withLeast += 1
      }
      if let most {
        self.most += most
        withMost += 1
      }
      if least != nil || most != nil { known += 1 }
    }

    mutating func add(_ other: RangeSum) {
      least += other.least
      withLeast += other.withLeast
      most += other.most
      withMost += other.withMost
      known += other.known
    }
  }

  mutating func add(_ statement: GRDB.Statement) {
    key.removeAll(keepingCapacity: true)
    for column in 0..<keys { statement.append(column, to: &key) }
    let group =
      places[key] ?? start(key, titles: (0..<keys).map { statement.value($0, as: .bytes) })
    counts[group] += 1
    var column = keys
    var (range, text) = (group * rangesOfGroup, group * textsOfGroup)
    for step in steps {
      switch step {
      case .range:
        ranges[range].add(statement.number(column), statement.number(column + 1))
        column += 2
        range += 1
      case .first, .last:
        let isNew =
          step == .first
          ? statement.isText(column, before: texts[text])
          : statement.isText(column, after: texts[text])
        if isNew { texts[text] = statement.bytes(column) }
        column += 1
        text += 1
      }
    }
  }

  /// Adds what another counter met behind the rows of this one.
  mutating func add(_ other: RowCounter) {
    let groups = other.places.sorted { $0.value < $1.value }
    for (key, theirs) in groups {
      let group = places[key] ?? start(key, titles: other.titles[theirs])
      counts[group] += other.counts[theirs]
      for index in 0..<rangesOfGroup {
        ranges[group * rangesOfGroup + index].add(other.ranges[theirs * rangesOfGroup + index])
      }
      var text = 0
      for step in steps where step != .range {
        let (mine, its) = (group * textsOfGroup + text, theirs * textsOfGroup + text)
        text += 1
        guard let new = other.texts[its] else { continue }
        guard let old = texts[mine] else {
          texts[mine] = new
          continue
        }
        let isNew =
          step == .first ? new.lexicographicallyPrecedes(old) : old.lexicographicallyPrecedes(new)
        if isNew { texts[mine] = new }
      }
    }
  }

  private mutating func start(_ key: [UInt64], titles values: [AttributeValue]) -> Int {
    let group = counts.count
    places[key] = group
    titles.append(values)
    counts.append(0)
    ranges += Array(repeating: RangeSum(), count: rangesOfGroup)
    texts += Array(repeating: nil, count: textsOfGroup)
    return group
  }

  var rows: [[AttributeValue]] {
    counts.indices.map { group in
      var (range, text) = (group * rangesOfGroup, group * textsOfGroup)
      return titles[group]
        + measures.flatMap { measure -> [AttributeValue] in
          switch measure {
          case .count: return [.integer(counts[group])]
          case .range:
            defer { range += 1 }
            let sum = ranges[range]
            return [
              .real(sum.least), .integer(sum.withLeast), .real(sum.most), .integer(sum.withMost),
              .integer(sum.known),
            ]
          case .first, .last:
            defer { text += 1 }
            return [texts[text].map { .text(String(decoding: $0, as: UTF8.self)) } ?? .null]
          }
        }
    }
  }
}
