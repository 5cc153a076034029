/// How the types of two reports agree.
///
/// Which families may tell one event, and how well they agree, are rows `link_families_A_B` of
/// `weights.tsv`: two families without a row are two events.
struct TypeMatch {
  enum Answer {
    case same
    /// Two names of one thing.
    case akin
    /// One word tells the means or the side, the other does not.
    case vague
    /// Two means, two kinds of act.
    case other
    case incompatible
  }

  private let weights: LinkWeights
  private var points: [UInt64: Int] = [:]

  /// - Parameter families: The number of each family that occurs.
  init(weights: LinkWeights, families: [String: Int32]) {
    self.weights = weights
    for (first, mine) in families {
      for (second, other) in families {
        if let value = weights.families["\(first)_\(second)"] {
          points[Self.key(mine, other)] = value
          points[Self.key(other, mine)] = value
        }
      }
    }
  }

  private static func key(_ first: Int32, _ second: Int32) -> UInt64 {
    UInt64(UInt32(bitPattern: first)) << 32 | UInt64(UInt32(bitPattern: second))
  }

  /// Returns the points and whether they agree.
  func compare(_ a: EventFacts, _ b: EventFacts) -> (answer: Answer, points: Int) {
    if a.type == b.type, a.family == b.family { return (.same, weights.typeSame) }
    if a.family == b.family { return (kinship(a, b), weights.typeFamily) }
    guard let value = points[Self.key(a.family, b.family)] else { return (.incompatible, 0) }
    return (kinship(a, b), value)
  }

  private func kinship(_ a: EventFacts, _ b: EventFacts) -> Answer {
    if a.isCrowd, b.isCrowd { return .akin }
    // Who is shot at is a protester to one and a victim of an attack to another.
    if a.isCrowd || b.isCrowd { return a.isForceOnCrowd || b.isForceOnCrowd ? .vague : .other }
    if a.means == .generic, b.means == .generic { return .akin }
    if a.means == .generic || b.means == .generic { return .vague }
    // A drone that was shot down is told as its attack.
    if a.means == .distant, b.means == .intercepted { return .vague }
    if a.means == .intercepted, b.means == .distant { return .vague }
    return a.means == b.means && a.means != .other ? .akin : .other
  }
}
