/// Relations between times as SQL, where all ends are days: those sort as their texts do.
struct SQLTimes {
  let lowering: SQLLowering

  /// An end of a span.
  private enum End {
    case past
    case future
    case day(SQLFragment)
  }

  private struct Span {
    var start: End
    var end: End
    /// What must be true for the span to be known; without it the relation is unknown.
    var guards: [SQLFragment]
  }

  /// A condition, or one that is decided already.
  private enum Piece {
    case known(Bool)
    case sql(SQLFragment)
  }

  /// Returns the relation as SQL, or nil.
  func condition(
    _ relation: TemporalRelation, _ left: FilterExpression, _ right: FilterExpression
  ) -> SQLFragment? {
    guard let first = span(left), let second = span(right),
      let formula = formula(relation, first, second)
    else { return nil }
    let guards = first.guards + second.guards
    if guards.isEmpty { return formula }
    return SQLFragment.chain(guards, "AND").flatMap {
      .join([$0, formula], separator: " THEN ", opening: "(CASE WHEN ", closing: " END)")
    }
  }

  private func span(_ expression: FilterExpression) -> Span? {
    if case .interval(let start, let end) = expression.node {
      guard let first = start.map(day) ?? .some(.past), let last = end.map(day) ?? .some(.future)
      else { return nil }
      var guards: [SQLFragment] = []
      let isStated = [start, end].allSatisfy { $0.map { !isProperty($0) } ?? true }
      switch (first, last) {
      case _ where isStated: break
      case (.day(let first), .day(let last)):
        guard let inOrder = SQLFragment.binary(first, "<=", last) else { return nil }
        guards = [inOrder]
      case (.day(let only), _), (_, .day(let only)):
        guard let isThere = Self.isThere(only) else { return nil }
        guards = [isThere]
      default: break
      }
      return Span(start: first, end: last, guards: guards)
    }
    guard case .day(let only)? = day(expression) else { return nil }
    var guards: [SQLFragment] = []
    if isProperty(expression) {
      guard let isThere = Self.isThere(only) else { return nil }
      guards = [isThere]
    }
    return Span(start: .day(only), end: .day(only), guards: guards)
  }

  private func isProperty(_ expression: FilterExpression) -> Bool {
    if case .property = expression.node { true } else { false }
  }

  private func day(_ expression: FilterExpression) -> End? {
    guard let operand = lowering.operand(expression), operand.type == .date else { return nil }
    return .day(operand.fragment)
  }

  private static func isThere(_ fragment: SQLFragment) -> SQLFragment? {
    .join([fragment], separator: "", closing: " IS NOT NULL)")
  }

  private func formula(_ relation: TemporalRelation, _ first: Span, _ second: Span) -> SQLFragment?
  {
    func starts(_ word: ComparisonOperator) -> Piece? { compare(first.start, word, second.start) }
    func ends(_ word: ComparisonOperator) -> Piece? { compare(first.end, word, second.end) }
    func startToEnd(_ word: ComparisonOperator) -> Piece? {
      compare(first.start, word, second.end)
    }
    func endToStart(_ word: ComparisonOperator) -> Piece? {
      compare(first.end, word, second.start)
    }
    return switch relation {
    case .after: all([startToEnd(.greater)])
    case .before: all([endToStart(.less)])
    case .disjoint:
      all([startToEnd(.lessOrEqual), endToStart(.greaterOrEqual)]).flatMap {
        .join([$0], separator: "", opening: "(NOT ")
      }
    case .intersects: all([startToEnd(.lessOrEqual), endToStart(.greaterOrEqual)])
    case .equals: all([starts(.equal), ends(.equal)])
    case .contains: all([starts(.less), ends(.greater)])
    case .during: all([starts(.greater), ends(.less)])
    case .finishedBy: all([starts(.less), ends(.equal)])
    case .finishes: all([starts(.greater), ends(.equal)])
    case .meets: all([endToStart(.equal)])
    case .metBy: all([startToEnd(.equal)])
    case .overlappedBy: all([starts(.greater), startToEnd(.less), ends(.greater)])
    case .overlaps: all([starts(.less), endToStart(.greater), ends(.less)])
    case .startedBy: all([starts(.equal), ends(.greater)])
    case .starts: all([starts(.equal), ends(.less)])
    }
  }

  private func all(_ pieces: [Piece?]) -> SQLFragment? {
    var fragments: [SQLFragment] = []
    for piece in pieces {
      switch piece {
      case nil: return nil
      case .known(true): continue
      case .known(false): return SQLFragment(text: "0")
      case .sql(let fragment): fragments.append(fragment)
      }
    }
    return fragments.isEmpty ? SQLFragment(text: "1") : .chain(fragments, "AND")
  }

  private func compare(_ left: End, _ word: ComparisonOperator, _ right: End) -> Piece? {
    switch (left, right) {
    case (.past, .past), (.future, .future): .known(word.holds(0))
    case (.past, _), (_, .future): .known(word.holds(-1))
    case (.future, _), (_, .past): .known(word.holds(1))
    case (.day(let first), .day(let second)):
      SQLFragment.binary(first, word.rawValue, second).map(Piece.sql)
    }
  }
}
