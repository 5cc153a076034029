package import Model

/// Polygons with a box around each run of their vertices, so that what is far from a question is passed
/// over a run at a time.
package struct RunOutline: Sendable {
  /// A ring without the vertex that closes it.
  struct Ring: Sendable {
    var vertices: [Coordinate]
    /// Around each `runLength` vertices.
    var runs: [BoundingBox]
    var box: BoundingBox
    /// 1 for an exterior, -1 for a hole.
    var sign: Double

    init?(_ vertices: [Coordinate], sign: Double) {
      let runs = stride(from: 0, to: vertices.count, by: RunOutline.runLength).compactMap {
        BoundingBox(enclosing: vertices[$0..<min($0 + RunOutline.runLength, vertices.count)])
      }
      guard let first = runs.first else { return nil }
      self.vertices = vertices
      self.runs = runs
      self.sign = sign
      box = runs.dropFirst().reduce(first) { $0.union($1) }
    }
  }

  static let runLength = 32

  let rings: [Ring]

  /// Takes over polygons; rings of fewer than three corners are left out.
  ///
  /// Linear in the vertices.
  package init(_ area: MultiPolygon) {
    rings = area.polygons.flatMap { polygon in
      polygon.rings.enumerated().compactMap { number, ring in
        ring.count > 3 ? Ring(Array(ring.dropLast()), sign: number == 0 ? 1 : -1) : nil
      }
    }
  }

  private init(rings: [Ring]) {
    self.rings = rings
  }

  /// Returns what shares the same ground with anything inside a box, with fewer vertices.
  ///
  /// Linear in the runs and the vertices of those that meet the box.
  func shortened(to box: BoundingBox) -> RunOutline {
    var vertices: [Coordinate] = []
    return RunOutline(
      rings: rings.compactMap { ring in
        guard ring.box.intersects(box) else { return nil }
        ring.shorten(to: box, minus: Coordinate(0, 0), into: &vertices)
        return Ring(vertices, sign: ring.sign)
      })
  }
}

extension RunOutline.Ring {
  /// A side of a box beyond which all of a run lies.
  private enum Beyond { case left, right, below, above }

  /// Writes the vertices, counted from an origin, with neighboring runs that lie beyond the same side of a
  /// box reduced to their first and last: the way between stays beyond it, so that the ground shared
  /// with anything inside the box is the same.
  func shorten(
    to box: BoundingBox, minus origin: Coordinate, into result: inout [Coordinate]
  ) {
    result.removeAll(keepingCapacity: true)
    var side: Beyond?
    var last = 0
    func append(_ index: Int, to result: inout [Coordinate]) {
      result.append(Coordinate(vertices[index].x - origin.x, vertices[index].y - origin.y))
    }
    for (number, run) in runs.enumerated() {
      let start = number * RunOutline.runLength
      let end = min(start + RunOutline.runLength, vertices.count)
      if let side, isBeyond(side, run, box) {
        last = end - 1
        continue
      }
      if side != nil { append(last, to: &result) }
      side = beyond(run, box)
      if side == nil {
        for index in start..<end { append(index, to: &result) }
      } else {
        append(start, to: &result)
        last = end - 1
      }
    }
    if side != nil { append(last, to: &result) }
  }

  private func beyond(_ run: BoundingBox, _ box: BoundingBox) -> Beyond? {
    if run.maxX < box.minX { return .left }
    if run.minX > box.maxX { return .right }
    if run.maxY < box.minY { return .below }
    if run.minY > box.maxY { return .above }
    return nil
  }

  private func isBeyond(_ side: Beyond, _ run: BoundingBox, _ box: BoundingBox) -> Bool {
    switch side {
    case .left: run.maxX < box.minX
    case .right: run.minX > box.maxX
    case .below: run.maxY < box.minY
    case .above: run.minY > box.maxY
    }
  }
}
