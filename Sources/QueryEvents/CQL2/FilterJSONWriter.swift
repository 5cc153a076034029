import Geometry

/// Writes a filter in the JSON encoding, without blanks, the operator before its arguments.
enum FilterJSONWriter {
  /// Returns the JSON of a filter.
  ///
  /// Linear in its size.
  static func text(_ expression: FilterExpression) -> String {
    var text = ""
    write(expression, to: &text)
    return text
  }

  private static func write(_ expression: FilterExpression, to text: inout String) {
    switch expression.node {
    case .and(let parts): operation("and", parts, &text)
    case .or(let parts): operation("or", parts, &text)
    case .not(let operand): operation("not", [operand], &text)
    case .compare(let comparison, let left, let right):
      operation(comparison.rawValue, [left, right], &text)
    case .like(let value, let pattern): operation("like", [value, pattern], &text)
    case .between(let value, let low, let high): operation("between", [value, low, high], &text)
    case .isIn(let value, let list):
      text += #"{"op":"in","args":["#
      write(value, to: &text)
      text += ","
      array(list, &text)
      text += "]}"
    case .isNull(let operand): operation("isNull", [operand], &text)
    case .spatial(let predicate, let left, let right):
      operation(predicate.filterName, [left, right], &text)
    case .temporal(let relation, let left, let right):
      operation(relation.rawValue, [left, right], &text)
    case .array(let relation, let left, let right):
      operation(relation.rawValue, [left, right], &text)
    case .arithmetic(let operator_, let left, let right):
      operation(operator_.rawValue, [left, right], &text)
    case .caseInsensitive(let operand): operation("casei", [operand], &text)
    case .accentInsensitive(let operand): operation("accenti", [operand], &text)
    case .call(let name, let parts): operation(name, parts, &text)
    case .property(let name): text += #"{"property":\#(FilterLiterals.json(name))}"#
    case .list(let parts): array(parts, &text)
    case .text(let value): text += FilterLiterals.json(value)
    case .number(let number): text += FilterLiterals.number(number)
    case .boolean(let flag): text += flag ? "true" : "false"
    case .date(let day): text += #"{"date":"\#(day)"}"#
    case .timestamp(let instant): text += #"{"timestamp":"\#(instant)"}"#
    case .interval(let start, let end):
      text += #"{"interval":["#
      intervalEnd(start, &text)
      text += ","
      intervalEnd(end, &text)
      text += "]}"
    case .geometry(let literal): GeometryJSONWriter.write(literal, to: &text)
    }
  }

  private static func operation(
    _ name: String, _ parts: [FilterExpression], _ text: inout String
  ) {
    text += #"{"op":\#(FilterLiterals.json(name)),"args":"#
    array(parts, &text)
    text += "}"
  }

  private static func array(_ parts: [FilterExpression], _ text: inout String) {
    text += "["
    for (index, part) in parts.enumerated() {
      if index > 0 { text += "," }
      write(part, to: &text)
    }
    text += "]"
  }

  private static func intervalEnd(_ end: FilterExpression?, _ text: inout String) {
    switch end?.node {
    case nil: text += #""..""#
    case .date(let day): text += "\"\(day)\""
    case .timestamp(let instant): text += "\"\(instant)\""
    default: if let end { write(end, to: &text) }
    }
  }
}

/// Writes geometries as GeoJSON, and boxes.
enum GeometryJSONWriter {
  private typealias Vertex = GeometryLiteral.Vertex

  static func write(_ literal: GeometryLiteral, to text: inout String) {
    switch literal {
    case .point(let vertex): geometry(.point, position(vertex), &text)
    case .lineString(let line): geometry(.lineString, positions(line), &text)
    case .polygon(let rings): geometry(.polygon, list(rings, positions), &text)
    case .multiPoint(let points): geometry(.multiPoint, positions(points), &text)
    case .multiLineString(let lines): geometry(.multiLineString, list(lines, positions), &text)
    case .multiPolygon(let polygons):
      geometry(.multiPolygon, list(polygons) { list($0, positions) }, &text)
    case .collection(let parts):
      text += #"{"type":"GeometryCollection","geometries":"#
      text += list(parts) { part in
        var inner = ""
        write(part, to: &inner)
        return inner
      }
      text += "}"
    case .box(let box):
      text += #"{"bbox":["# + GeometryTextWriter.numbers(box).joined(separator: ",") + "]}"
    }
  }

  private static func geometry(_ kind: GeometryKind, _ coordinates: String, _ text: inout String) {
    text += #"{"type":"\#(kind.rawValue)","coordinates":"# + coordinates + "}"
  }

  private static func list<Element>(
    _ parts: [Element], _ write: (Element) -> String
  ) -> String {
    "[" + parts.map(write).joined(separator: ",") + "]"
  }

  private static func positions(_ vertices: [Vertex]) -> String { list(vertices, position) }

  private static func position(_ vertex: Vertex) -> String {
    list([vertex.x, vertex.y] + (vertex.z.map { [$0] } ?? []), FilterLiterals.number)
  }
}
