import Model

/// Meridians and parallels of a map, and where they meet its frame.
struct Graticule {
  /// A line of equal longitude or latitude, in pixels.
  struct Line {
    var label: String
    var vertices: [Coordinate]
    /// Where it crosses the bottom (a meridian) or the left edge (a parallel).
    var tick: Coordinate?
  }

  let meridians: [Line]
  let parallels: [Line]

  /// Makes the lines of a window: about six on each side, at round degrees.
  init(_ frame: MapFrame) {
    let reach = frame.reach
    let box = frame.box
    let step = Self.step(min(reach.maxX - reach.minX, reach.maxY - reach.minY))
    meridians = Self.multiples(of: step, from: reach.minX, to: reach.maxX).map { longitude in
      let line = Self.line(frame, reach.minY, reach.maxY) { Coordinate(longitude, $0) }
      return Line(
        label: Self.label(longitude, step, "E", "W"), vertices: line,
        tick: Self.crossing(line, at: box.maxY, byY: true).flatMap {
          $0 > box.minX + 1 && $0 < box.maxX - 1 ? Coordinate($0, box.maxY) : nil
        })
    }
    parallels = Self.multiples(of: step, from: reach.minY, to: reach.maxY).map { latitude in
      let line = Self.line(frame, reach.minX, reach.maxX) { Coordinate($0, latitude) }
      return Line(
        label: Self.label(latitude, step, "N", "S"), vertices: line,
        tick: Self.crossing(line, at: box.minX, byY: false).flatMap {
          $0 > box.minY + 1 && $0 < box.maxY - 1 ? Coordinate(box.minX, $0) : nil
        })
    }
  }

  private static func step(_ span: Double) -> Double {
    let steps = [0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20]
    return steps.first { span / $0 <= 7 } ?? 30
  }

  private static func multiples(of step: Double, from: Double, to: Double) -> [Double] {
    let first = Int((from / step).rounded(.up))
    let last = Int((to / step).rounded(.down))
    return first <= last ? (first...last).map { Double($0) * step } : []
  }

  private static func line(
    _ frame: MapFrame, _ from: Double, _ to: Double, _ position: (Double) -> Coordinate
  ) -> [Coordinate] {
    let steps = 32
    return (0...steps).compactMap { step in
      frame.pixel(position(from + (to - from) * Double(step) / Double(steps)))
    }
  }

  /// Where a line crosses a horizontal (`byY`) or a vertical edge: the other coordinate.
  private static func crossing(_ line: [Coordinate], at edge: Double, byY: Bool) -> Double? {
    for (start, end) in zip(line, line.dropFirst()) {
      let (a, b) = byY ? (start.y, end.y) : (start.x, end.x)
      guard a != b, (a - edge) * (b - edge) <= 0 else { continue }
      let part = (edge - a) / (b - a)
      return byY ? start.x + (end.x - start.x) * part : start.y + (end.y - start.y) * part
    }
    return nil
  }

  private static func label(
    _ degrees: Double, _ step: Double, _ positive: String, _ negative: String
  ) -> String {
    let number = DecimalDigits.text(abs(degrees), decimals: step < 0.1 ? 2 : step < 1 ? 1 : 0)
    if number == "0" { return "0°" }
    return number + "°" + (degrees > 0 ? positive : negative)
  }
}
