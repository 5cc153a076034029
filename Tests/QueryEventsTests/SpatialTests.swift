import Geometry
import Model
import QueryEvents
import Testing

@Suite struct `Spatial predicates` {
  /// Shapes on a small grid, worked out by hand.
  static let cases: [(left: String, right: String, true: String)] = [
    ("POINT(1 1)", "POINT(1 1)", "equals within contains intersects"),
    ("POINT(1 1)", "POINT(1 2)", "disjoint"),
    ("POINT(1 1)", "LINESTRING(0 0, 2 2)", "within intersects"),
    ("POINT(0 0)", "LINESTRING(0 0, 2 2)", "touches intersects"),
    ("LINESTRING(0 0, 2 2)", "LINESTRING(0 2, 2 0)", "crosses intersects"),
    ("LINESTRING(0 0, 2 2)", "LINESTRING(1 1, 3 3)", "overlaps intersects"),
    ("LINESTRING(0 0, 2 2)", "LINESTRING(2 2, 1 1, 0 0)", "equals within contains intersects"),
    ("LINESTRING(-1 1, 5 1)", "BBOX(0,0,4,4)", "crosses intersects"),
    ("BBOX(0,0,4,4)", "LINESTRING(0 0, 4 0)", "touches intersects"),
    ("BBOX(0,0,4,4)", "POINT(1 1)", "contains intersects"),
    ("BBOX(0,0,4,4)", "POINT(4 1)", "touches intersects"),
    ("BBOX(0,0,4,4)", "BBOX(4,0,8,4)", "touches intersects"),
    ("BBOX(0,0,4,4)", "BBOX(2,2,6,6)", "overlaps intersects"),
    ("BBOX(1,1,2,2)", "BBOX(0,0,4,4)", "within intersects"),
    ("BBOX(0,0,4,4)", "POLYGON((0 0,4 0,4 4,0 4,0 0))", "equals within contains intersects"),
    ("BBOX(1,1,2,2)", "POLYGON((0 0,4 0,4 4,0 4,0 0),(1 1,1 2,2 2,2 1,1 1))", "touches intersects"),
    ("MULTIPOINT((0 0),(1 1))", "BBOX(0,0,4,4)", "within intersects"),
    ("MULTIPOINT((-1 0),(1 1))", "BBOX(0,0,4,4)", "crosses intersects"),
    ("MULTIPOINT((0 0),(1 1))", "MULTIPOINT((1 1),(2 2))", "overlaps intersects"),
    ("MULTILINESTRING((0 0,1 1),(5 5,6 6))", "BBOX(5,5,7,7)", "crosses intersects"),
    (
      "MULTIPOLYGON(((0 0,1 0,1 1,0 0)),((5 5,6 5,6 6,5 5)))", "POINT(9 9)", "disjoint"
    ),
    ("POINT Z (1 1 50)", "POINT(1 1)", "equals within contains intersects"),
    ("BBOX(1,1,1,1)", "POINT(1 1)", "equals within contains intersects"),
    ("BBOX(0,1,2,1)", "POINT(1 1)", "contains intersects"),
    // Over the antimeridian: a narrow box, not the rest of the world
    ("BBOX(150,-90,-150,90)", "POINT(0 0)", "disjoint"),
    ("BBOX(150,-90,-150,90)", "POINT(170 10)", "contains intersects"),
    ("BBOX(150,-90,-150,90)", "POINT(-170 10)", "contains intersects"),
    ("BBOX(150,-90,-150,90)", "POINT(180 10)", "touches intersects"),
    ("BBOX(-179,0,179,1)", "POINT(180 0.5)", "disjoint"),
    ("GEOMETRYCOLLECTION(POINT(1 1), POINT(2 2))", "BBOX(0,0,4,4)", "within intersects"),
  ]

  @Test(arguments: cases)
  func `hold where they hold by hand`(_ left: String, _ right: String, _ expected: String) throws {
    let holding = Set(expected.split(separator: " ").map(String.init))
    let schema = FilterSchema(["a": .geometry, "b": .geometry])
    let row = Row(["a": try shape(left), "b": try shape(right)])
    for predicate in SpatialPredicate.allCases {
      let name = "S_" + predicate.rawValue.uppercased()
      // Literals on either side, both sides, and none.
      for text in [
        "\(name)(\(left), \(right))", "\(name)(a, \(right))", "\(name)(\(left), b)",
        "\(name)(a, b)",
      ] {
        let evaluator = try FilterEvaluator(try Filter(text: text), schema: schema)
        #expect(try evaluator.truth(row) == holding.contains(predicate.rawValue), "\(text)")
      }
    }
  }

  private func shape(_ text: String) throws -> FilterValue {
    let filter = try Filter(text: "\(text) IS NULL")
    guard case .isNull(let operand) = filter.expression.node,
      case .geometry(let literal) = operand.node
    else { return .null }
    return .geometry(literal.shape)
  }

  @Test func `of nothing are unknown`() throws {
    #expect(try Ask.truth("S_WITHIN(nowhere, area)") == nil)
    #expect(try Ask.truth("NOT S_DISJOINT(nowhere, POINT(1 1))") == nil)
    #expect(try Ask.truth("S_WITHIN(g, area)") == true)
  }

  @Test func `of a geometry without positions are false, and disjoint true`() throws {
    let row = Row(["g": .geometry(.points([]))])
    #expect(try Ask.truth("S_INTERSECTS(g, BBOX(0,0,1,1))", row) == false)
    #expect(try Ask.truth("S_DISJOINT(g, BBOX(0,0,1,1))", row) == true)
  }
}
