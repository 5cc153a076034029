import Gazetteer
import Model

/// The words before a name, read backward along the trees of `RelationPatterns`.
extension RelationParser {
  /// Where a pattern is anchored: the mention, the token behind its words before the name.
  struct Place {
    var index: Int
    var start: Int
    var order: Int
    var saysWhere: Bool
  }

  /// A way back through the words before a name.
  struct Walk {
    var place: Place
    /// The token that the words read so far begin at.
    var position: Int
    var state = State()
    /// The node that is already read as a letter glued to the name.
    var skipped: Int?
  }

  /// The longest reading; of equals the first pattern of the file, then the first place.
  struct Best {
    var reading: Reading?
    var pattern = 0
    var order = 0

    mutating func take(_ other: Reading, _ pattern: Int, _ order: Int) {
      if let reading {
        guard
          (-other.length, pattern, order) < (-reading.length, self.pattern, self.order)
        else { return }
      }
      reading = other
      self.pattern = pattern
      self.order = order
    }
  }

  /// The patterns that end at a node, and those that go on before it.
  func read(_ node: Int, _ walk: Walk, _ mentions: [Mention], _ best: inout Best) {
    finish(node, walk, mentions, &best)
    readBefore(node, walk, mentions, &best)
  }

  func readBefore(
    _ node: Int, _ walk: Walk, _ mentions: [Mention], _ best: inout Best
  ) {
    guard walk.position > 0 else { return }
    let patterns = gazetteer.relationPatterns
    let skipped = walk.skipped
    var next = walk
    next.skipped = nil
    next.position -= 1
    patterns.eachWord(before: node, as: text.key(walk.position - 1)) { child, goesOn in
      guard child != skipped else { return }
      if goesOn {
        read(child, next, mentions, &best)
      } else {
        finish(child, next, mentions, &best)
      }
    }
    func goOn(_ child: Int, from first: Int, _ say: (inout State) -> Void) {
      var other = next
      other.position = first
      say(&other.state)
      read(child, other, mentions, &best)
    }
    if let child = patterns.number(before: node), let value = number(endingAt: walk.position) {
      goOn(child, from: value.start) { $0.distance = ($0.distance ?? 1) * value.value }
    }
    if let child = patterns.unit(before: node),
      let match = longest(.relationWord, endingAt: walk.position)
    {
      goOn(child, from: Int(match.first)) {
        $0.distance = gazetteer.distanceUnits[Int(match.row)].bearing
      }
    }
    if let child = patterns.direction(before: node),
      let match = longest(.direction, endingAt: walk.position)
    {
      goOn(child, from: Int(match.first)) {
        $0.bearing = gazetteer.directions[Int(match.row)].bearing
      }
    }
  }

  /// Reads what patterns ask behind the name, their words before it read.
  func finish(_ node: Int, _ walk: Walk, _ mentions: [Mention], _ best: inout Best) {
    let place = walk.place
    let name = mentions[place.index].tokens.upperBound
    let head = max(name, mentions[place.index].head?.upperBound ?? 0)
    let hasSecondPlace = secondPlace(after: place.index, in: mentions) != nil
    gazetteer.relationPatterns.eachEnd(at: node) { end in
      // Most patterns of a node fall by the word behind the name.
      if end.hasSecondPlace, !hasSecondPlace { return }
      guard end.mayGoOn(with: name, of: text) || head > name && end.mayGoOn(with: head, of: text)
      else { return }
      let row = gazetteer.relations[end.pattern]
      if place.saysWhere, row.isBareDirection { return }
      if let reading = match(row, walk, mentions) {
        best.take(reading, end.pattern, place.order)
      }
    }
  }
}
