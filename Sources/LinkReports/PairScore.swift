/// The points of two reports, and what speaks against their being one event.
struct PairScore {
  /// What contradicts: one keeps a pair from merging, two from being flagged.
  struct Doubts: OptionSet {
    let rawValue: UInt16

    // Strong.
    static let harm = Doubts(rawValue: 1)
    static let actors = Doubts(rawValue: 2)
    static let means = Doubts(rawValue: 4)
    static let otherDay = Doubts(rawValue: 8)
    static let undated = Doubts(rawValue: 16)
    // Weak: two of them keep a pair from merging, three from being flagged.
    static let harmNear = Doubts(rawValue: 32)
    static let actorsUnlike = Doubts(rawValue: 64)
    static let type = Doubts(rawValue: 128)
    static let neighbor = Doubts(rawValue: 256)
    static let stale = Doubts(rawValue: 512)
    static let nothingShared = Doubts(rawValue: 1024)
    static let coarse = Doubts(rawValue: 2048)
    static let seat = Doubts(rawValue: 4096)

    static let named: [(Doubts, String)] = [
      (.harm, "harm contradicts"), (.actors, "actors contradict"), (.means, "other means"),
      (.otherDay, "another day"), (.undated, "no date"), (.harmNear, "harm differs"),
      (.actorsUnlike, "actors differ"), (.type, "type differs"), (.neighbor, "another name nearby"),
      (.stale, "published days later"), (.nothingShared, "no shared victims or actors"),
      (.coarse, "coarse place"), (.seat, "the seat or its district"),
    ]

    var strong: Int { Int((rawValue & 31).nonzeroBitCount) }
    var weak: Int { Int((rawValue & ~31).nonzeroBitCount) }
  }

  var place = 0
  var date = 0
  var harm = 0
  var actors = 0
  var type = 0
  /// For copies of one text.
  var copy = 0
  var doubts: Doubts = []
  /// Whether the exact counts of victims outweigh a weak doubt.
  var isFingerprint = false

  /// The points without the doubts.
  var sum: Int { min(100, place + date + harm + actors + type + copy) }

  /// The points with the doubts: below `merge` with some, nil with many.
  func total(merge: Int) -> Int? {
    let strong = doubts.strong
    // Copies agree in their words, whatever was read in them.
    let weak = copy > 0 ? 0 : max(0, doubts.weak - (isFingerprint ? 1 : 0))
    if strong > 1 || weak > 2 || (strong == 1 && weak > 1) { return nil }
    return strong == 1 || weak > 1 ? min(sum, merge - 1) : sum
  }

  /// The points in words.
  func text(_ total: Int) -> String {
    var text = "\(total): place \(place), date \(date), harm \(harm)"
    text += ", actors \(actors), type \(type)"
    if copy > 0 { text += ", copy \(copy)" }
    for (doubt, name) in Doubts.named where doubts.contains(doubt) { text += ", " + name }
    return text
  }
}
