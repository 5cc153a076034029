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
}

extension RunOutline.Ring {
  /// A side of a box beyond which all of a run lies.
  private enum Beyond { case left, right, below, above }

  /// Calls with the vertices in order, with neighboring runs that lie beyond the same side of a box reduced
  /// to their first and last: the way between stays beyond it, so that the ground shared with anything
  /// inside the box is the same.
  @inline(__always)
  func forEachVertex(near box: BoundingBox, _ body: (Coordinate) -> Void) {
    var side: Beyond?
    var last = 0
    for (number, run) in runs.enumerated() {
      let start = number * RunOutline.runLength
      let end = min(start + RunOutline.runLength, vertices.count)
      if let side, isBeyond(side, run, box) {
        last = end - 1
        continue
      }
      if side != nil { body(vertices[last]) }
      side = beyond(run, box)
      if side == nil {
        for index in start..<end { body(vertices[index]) }
      } else {
        body(vertices[start])
        last = end - 1
      }
    }
    if side != nil { body(vertices[last]) }
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
