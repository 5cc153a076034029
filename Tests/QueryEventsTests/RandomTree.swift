import Geometry
import Model
import TestSupport

@testable import QueryEvents

/// Makes filters of every kind of expression, valid by grammar and types.
struct RandomTree {
  var random: SplitMix64

  init(seed: Int) { random = SplitMix64(seed: seed) }

  private mutating func below(_ count: Int) -> Int { Int.random(in: 0..<count, using: &random) }

  private mutating func many(
    _ range: ClosedRange<Int>, _ make: (inout RandomTree) -> FilterExpression
  ) -> [FilterExpression] {
    var result: [FilterExpression] = []
    for _ in 0..<Int.random(in: range, using: &random) { result.append(make(&self)) }
    return result
  }

  private func expression(_ node: FilterNode) -> FilterExpression { FilterExpression(node, at: 0) }

  mutating func condition(_ depth: Int) -> FilterExpression {
    let node: FilterNode
    switch below(depth > 0 ? 15 : 2) {
    case 0: node = .boolean(below(2) == 0)
    case 1: node = .call(name(), many(0...2) { $0.argument(depth - 1) })
    case 2: node = .and(many(2...3) { $0.condition(depth - 1) })
    case 3: node = .or(many(2...3) { $0.condition(depth - 1) })
    case 4, 5: node = .not(condition(depth - 1))
    case 6:
      let comparison = ComparisonOperator.allCases[below(6)]
      node =
        below(2) == 0
        ? .compare(comparison, number(depth - 1), number(depth - 1))
        : .compare(comparison, text(depth - 1), text(depth - 1))
    case 7: node = .like(text(depth - 1), pattern: pattern(2))
    case 8:
      node = .between(number(depth - 1), low: number(depth - 1), high: number(depth - 1))
    case 9: node = .isIn(number(depth - 1), many(1...3) { $0.number(depth - 1) })
    case 10: node = .isNull(operand(depth - 1))
    case 11: node = .spatial(SpatialPredicate.allCases[below(8)], geometry(), geometry())
    case 12: node = .temporal(TemporalRelation.allCases[below(15)], interval(), interval())
    case 13: node = .array(ArrayRelation.allCases[below(4)], list(depth - 1), list(depth - 1))
    default: node = .compare(.equal, instant(), expression(.property(name())))
    }
    return expression(node)
  }

  private mutating func argument(_ depth: Int) -> FilterExpression {
    below(7) == 0 ? list(depth) : operand(depth)
  }

  /// Anything but an array, of which nobody asks whether it is null.
  private mutating func operand(_ depth: Int) -> FilterExpression {
    switch below(6) {
    case 0: condition(depth)
    case 1: number(depth)
    case 2: text(depth)
    case 3: geometry()
    case 4: interval()
    default: instant()
    }
  }

  private mutating func list(_ depth: Int) -> FilterExpression {
    if below(3) == 0 { return expression(.property(name())) }
    return expression(.list(many(0...(depth > 0 ? 3 : 0)) { $0.argument(depth - 1) }))
  }

  private mutating func name() -> String {
    ["a", "b_1", "eo:x.y", "and", "Date", "point", "نص", "a b", "\"", "1a", "é\u{301}"][below(2)]
  }

  private mutating func property() -> FilterExpression {
    let names = [
      "a", "and", "Date", "point", "a b", "\"q\"", "1a", "نص", "x.y:z", "e\u{301}", "NULL",
    ]
    return expression(.property(names[below(names.count)]))
  }

  private mutating func number(_ depth: Int) -> FilterExpression {
    switch below(depth > 0 ? 6 : 3) {
    case 0: property()
    case 1: expression(.number(.integer(below(2000) - 1000)))
    case 2: expression(.number(.real(Double(below(2000) - 1000) * [1e-9, 0.37, 1e12][below(3)])))
    default:
      expression(
        .arithmetic(ArithmeticOperator.allCases[below(7)], number(depth - 1), number(depth - 1)))
    }
  }

  private mutating func string() -> String {
    let parts = ["a", "'", "\\", "\"", "%", "_", "n", "t", "\n", "\u{0}", "ß", "ك", "😀", " "]
    return (0..<below(6)).map { _ in parts[below(parts.count)] }.joined()
  }

  private mutating func text(_ depth: Int) -> FilterExpression {
    switch below(depth > 0 ? 4 : 2) {
    case 0: property()
    case 1: expression(.text(string()))
    case 2: expression(.caseInsensitive(text(depth - 1)))
    default: expression(.accentInsensitive(text(depth - 1)))
    }
  }

  private mutating func pattern(_ depth: Int) -> FilterExpression {
    switch below(depth > 0 ? 3 : 1) {
    case 0: expression(.text(string()))
    case 1: expression(.caseInsensitive(pattern(depth - 1)))
    default: expression(.accentInsensitive(pattern(depth - 1)))
    }
  }

  private mutating func instant() -> FilterExpression {
    let day = CivilDate(dayNumber: below(40_000))
    if below(2) == 0 { return expression(.date(day)) }
    let fraction = ["", ".5", ".000000000000000001"][below(3)]
    return expression(
      Timestamp(iso: "\(day)T01:02:0\(below(10))\(fraction)Z").map(FilterNode.timestamp)!)
  }

  private mutating func interval() -> FilterExpression {
    var ends: [FilterExpression?] = []
    for _ in 0..<2 { ends.append([nil, property()][below(2)]) }
    if ends[0] == nil { ends[1] = below(2) == 0 ? instant() : nil }
    return expression(.interval(ends[0], ends[1]))
  }

  private mutating func geometry() -> FilterExpression {
    if below(3) == 0 { return property() }
    return expression(.geometry(literal(below(8))))
  }

  private mutating func literal(_ kind: Int) -> GeometryLiteral {
    let isHigh = below(3) == 0
    func vertex(_ tree: inout RandomTree) -> GeometryLiteral.Vertex {
      .init(
        x: Double(tree.below(360_001) - 180_000) / 1000,
        y: Double(tree.below(180_001) - 90_000) / 1000,
        z: isHigh ? Double(tree.below(9000)) : nil)
    }
    func line(_ tree: inout RandomTree) -> [GeometryLiteral.Vertex] {
      (0..<(2 + tree.below(3))).map { _ in vertex(&tree) }
    }
    func ring(_ tree: inout RandomTree) -> [GeometryLiteral.Vertex] {
      let open = (0..<(3 + tree.below(3))).map { _ in vertex(&tree) }
      return open + [open[0]]
    }
    switch kind {
    case 0: return .point(vertex(&self))
    case 1: return .lineString(line(&self))
    case 2: return .polygon((0..<(1 + below(2))).map { _ in ring(&self) })
    case 3: return .multiPoint(line(&self))
    case 4: return .multiLineString((0..<(1 + below(2))).map { _ in line(&self) })
    case 5: return .multiPolygon((0..<(1 + below(2))).map { _ in [ring(&self)] })
    case 6: return .collection((0..<(1 + below(3))).map { _ in literal(below(6)) })
    default:
      return .box(
        BoxLiteral(
          west: Double(below(361) - 180), south: Double(below(90) - 90),
          east: Double(below(361) - 180), north: Double(below(91)),
          heights: isHigh ? .init(low: 1, high: 2.5) : nil))
    }
  }
}
