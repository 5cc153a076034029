import Model

/// Outlines as the page keeps them, half as long as degrees.
///
/// Each ring is a list of steps, longitude and latitude by turns, in 0.00001 degrees (a meter), the
/// first from zero.
enum PageShape {
  private static let step = 1e5

  /// Appends an area as a list of polygons, each a list of rings; a ring of which nothing is left on
  /// this grid is dropped, with an exterior its polygon.
  ///
  /// The grid of the layers comes first, so that the page is the same whether it is made of an event
  /// or of a layer.
  /// - Returns: Whether anything is left.
  @discardableResult
  static func append(_ area: MultiPolygon, to json: inout JSONBytes) -> Bool {
    var isLeft = false
    json.beginArray()
    for rings in DegreeGrid.rings(of: area) {
      let steps = rings.map { self.steps($0) }
      guard let exterior = steps.first, exterior.count >= 8 else { continue }
      isLeft = true
      json.beginArray()
      for ring in steps where ring.count >= 8 { append(ring, to: &json) }
      json.endArray()
    }
    json.endArray()
    return isLeft
  }

  /// Appends lines as a list of them.
  static func append(_ lines: MultiLine, to json: inout JSONBytes) {
    json.beginArray()
    for line in lines.lines {
      let steps = self.steps(line)
      if steps.count >= 4 { append(steps, to: &json) }
    }
    json.endArray()
  }

  private static func append(_ steps: [Int], to json: inout JSONBytes) {
    json.beginArray()
    for step in steps { json.int(step) }
    json.endArray()
  }

  /// The steps of a line, without those that lead nowhere.
  private static func steps(_ line: [Coordinate]) -> [Int] {
    var steps: [Int] = []
    var (x, y) = (0, 0)
    for vertex in line {
      let snapped = DegreeGrid.snapped(vertex)
      let next = (Int((snapped.x * step).rounded()), Int((snapped.y * step).rounded()))
      if !steps.isEmpty, next == (x, y) { continue }
      steps += [next.0 - x, next.1 - y]
      (x, y) = next
    }
    return steps
  }
}
