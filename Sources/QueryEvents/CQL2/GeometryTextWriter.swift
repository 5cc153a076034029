/// Writes geometries as well-known text, and boxes.
enum GeometryTextWriter {
  private typealias Vertex = GeometryLiteral.Vertex

  static func write(_ literal: GeometryLiteral, to text: inout String) {
    switch literal {
    case .point(let vertex):
      head("POINT", literal, &text)
      text += "(" + position(vertex) + ")"
    case .lineString(let line):
      head("LINESTRING", literal, &text)
      text += positions(line)
    case .polygon(let rings):
      head("POLYGON", literal, &text)
      text += list(rings, positions)
    case .multiPoint(let points):
      head("MULTIPOINT", literal, &text)
      text += list(points) { "(" + position($0) + ")" }
    case .multiLineString(let lines):
      head("MULTILINESTRING", literal, &text)
      text += list(lines, positions)
    case .multiPolygon(let polygons):
      head("MULTIPOLYGON", literal, &text)
      text += list(polygons) { list($0, positions) }
    case .collection(let parts):
      // Each member says for itself whether it has heights.
      text += "GEOMETRYCOLLECTION "
      text += list(parts) { part in
        var inner = ""
        write(part, to: &inner)
        return inner
      }
    case .box(let box):
      text += "BBOX(" + numbers(box).joined(separator: ", ") + ")"
    }
  }

  /// The numbers of a box in the order of both encodings.
  static func numbers(_ box: BoxLiteral) -> [String] {
    let numbers: [Double] =
      if let heights = box.heights {
        [box.west, box.south, heights.low, box.east, box.north, heights.high]
      } else {
        [box.west, box.south, box.east, box.north]
      }
    return numbers.map(FilterLiterals.number)
  }

  private static func head(_ name: String, _ literal: GeometryLiteral, _ text: inout String) {
    text += name + (literal.hasHeights ? " Z " : " ")
  }

  private static func list<Element>(
    _ parts: [Element], _ write: (Element) -> String
  ) -> String {
    "(" + parts.map(write).joined(separator: ", ") + ")"
  }

  private static func positions(_ vertices: [Vertex]) -> String { list(vertices, position) }

  private static func position(_ vertex: Vertex) -> String {
    ([vertex.x, vertex.y] + (vertex.z.map { [$0] } ?? [])).map(FilterLiterals.number)
      .joined(separator: " ")
  }
}
