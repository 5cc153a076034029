package import Geometry
package import Model

extension JSONBytes {
  /// A position as `[longitude,latitude]`.
  package mutating func coordinates(_ coordinate: Coordinate) {
    beginArray()
    degrees(coordinate.x)
    degrees(coordinate.y)
    endArray()
  }

  /// A position as `[longitude,latitude]`, or null.
  package mutating func position(_ position: Position?) {
    if let position { coordinates(position.coordinate) } else { null() }
  }

  /// A GeoJSON geometry, or null.
  package mutating func polygons(_ polygons: MultiPolygon?) {
    guard let polygons, !polygons.isEmpty else { return null() }
    outline(polygons) { $0.geometry(.polygons(polygons)) }
  }

  /// A GeoJSON geometry (RFC 7946): exterior rings counter-clockwise, holes clockwise, 7 decimals.
  ///
  /// What rounding leaves of a ring or a line is written; a ring that shrinks to a line is left out,
  /// and a geometry of which nothing is left is null.
  package mutating func geometry(_ shape: Shape?) {
    guard let shape, !shape.isEmpty else { return null() }
    switch shape {
    case .point(let point):
      typed("Point") { $0.coordinates(point) }
    case .points(let points):
      typed("MultiPoint") { json in
        json.beginArray()
        for point in points { json.coordinates(point) }
        json.endArray()
      }
    case .lines(let lines):
      let kept = lines.lines.map(DegreeGrid.distinct).filter { $0.count >= 2 }
      if kept.isEmpty { return null() }
      typed(kept.count == 1 ? "LineString" : "MultiLineString") { json in
        json.nested(kept.count == 1 ? nil : kept) { $0.line($1) }
        if kept.count == 1 { json.line(kept[0]) }
      }
    case .polygons(let polygons):
      let kept = DegreeGrid.rings(of: polygons)
      if kept.isEmpty { return null() }
      typed(kept.count == 1 ? "Polygon" : "MultiPolygon") { json in
        json.nested(kept.count == 1 ? nil : kept) { json, rings in
          json.nested(rings) { $0.line($1) }
        }
        if kept.count == 1 { json.nested(kept[0]) { $0.line($1) } }
      }
    case .collection(let shapes):
      beginObject()
      key("type")
      string("GeometryCollection")
      key("geometries")
      beginArray()
      for shape in shapes where !shape.isEmpty { geometry(shape) }
      endArray()
      endObject()
    }
  }

  private mutating func typed(_ type: String, _ coordinates: (inout JSONBytes) -> Void) {
    beginObject()
    key("type")
    string(type)
    key("coordinates")
    coordinates(&self)
    endObject()
  }

  private mutating func nested<Part>(
    _ parts: [Part]?, _ write: (inout JSONBytes, Part) -> Void
  ) {
    guard let parts else { return }
    beginArray()
    for part in parts { write(&self, part) }
    endArray()
  }

  private mutating func line(_ line: [Coordinate]) {
    beginArray()
    for coordinate in line { coordinates(coordinate) }
    endArray()
  }
}
