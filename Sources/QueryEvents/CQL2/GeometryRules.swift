/// What both readers ask of a geometry: possible positions, closed rings.
enum GeometryRules {
  /// Checks a number of a position: 0 is the longitude, 1 the latitude, 2 the height.
  static func check(_ value: Double, _ index: Int, at offset: Int) throws(FilterFault) {
    let limit: Double
    switch index {
    case 0: limit = 180
    case 1: limit = 90
    default: return
    }
    guard abs(value) <= limit else {
      throw FilterFault(
        .impossibleCoordinate, at: offset,
        "\(index == 0 ? "longitude" : "latitude") \(value) is outside -\(Int(limit))…\(Int(limit))"
          + (index == 1 ? "; longitude stands first" : ""))
    }
  }

  /// Checks that a line has two positions.
  static func check(
    line: [GeometryLiteral.Vertex], at offset: Int
  ) throws(FilterFault) {
    guard line.count >= 2 else {
      throw FilterFault(.badGeometry, at: offset, "a line has two positions or more")
    }
  }

  /// Checks that a ring has four positions and ends where it begins.
  static func check(
    ring: [GeometryLiteral.Vertex], at offset: Int
  ) throws(FilterFault) {
    guard ring.count >= 4 else {
      throw FilterFault(
        .badGeometry, at: offset, "a ring of \(ring.count) positions; four are the least")
    }
    guard let first = ring.first, let last = ring.last, first.x == last.x, first.y == last.y else {
      throw FilterFault(
        .badGeometry, at: offset, "a ring is not closed: repeat its first position at its end")
    }
  }

  /// Makes a box of 4 or 6 numbers: west, south, (low), east, north, (high).
  static func box(
    _ numbers: [(value: Double, offset: Int)], at offset: Int
  ) throws(FilterFault) -> BoxLiteral {
    guard numbers.count == 4 || numbers.count == 6 else {
      throw FilterFault(
        .badGeometry, at: offset,
        "a box of \(numbers.count) numbers; it has 4 (west, south, east, north) or 6 with heights")
    }
    let half = numbers.count / 2
    for (index, number) in numbers.enumerated() {
      try check(number.value, index % half, at: number.offset)
    }
    let box = BoxLiteral(
      west: numbers[0].value, south: numbers[1].value, east: numbers[half].value,
      north: numbers[half + 1].value,
      heights: half == 3 ? .init(low: numbers[2].value, high: numbers[5].value) : nil)
    guard box.south <= box.north else {
      throw FilterFault(
        .badGeometry, at: numbers[half + 1].offset, "the north of a box is south of its south")
    }
    if let heights = box.heights, heights.low > heights.high {
      throw FilterFault(
        .badGeometry, at: numbers[5].offset, "the greatest height of a box is below its least")
    }
    return box
  }
}
