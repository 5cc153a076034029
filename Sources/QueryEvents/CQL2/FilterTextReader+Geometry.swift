/// Well-known text and boxes.
extension FilterTextReader {
  private typealias Vertex = GeometryLiteral.Vertex

  /// Reads a geometry when its name and a parenthesis stand here: `POINT (`, `POINT Z (`, `POINTZ (`.
  mutating func geometry(_ word: String, at offset: Int) throws(FilterFault) -> GeometryLiteral? {
    var kind = GeometryKind.byWord[word]
    var hasHeight = false
    var length = 1
    if kind != nil {
      if isWord("z", 1), isSymbol("(", 2) {
        hasHeight = true
        length = 2
      }
    } else if word.hasSuffix("z") {
      kind = GeometryKind.byWord[String(word.dropLast())]
      hasHeight = true
    }
    guard let kind, isSymbol("(", length) else { return nil }
    index += length
    return try geometry(kind, hasHeight: hasHeight)
  }

  private mutating func geometry(
    _ kind: GeometryKind, hasHeight: Bool
  ) throws(FilterFault) -> GeometryLiteral {
    switch kind {
    case .point:
      try expect("(")
      let point = try vertex(hasHeight)
      try expect(")")
      return .point(point)
    case .lineString: return .lineString(try line(hasHeight))
    case .polygon: return .polygon(try rings(hasHeight))
    case .multiPoint:
      var points: [Vertex] = []
      try expect("(")
      repeat {
        guard take("(") else { throw expected("“(” around each point of a MULTIPOINT") }
        points.append(try vertex(hasHeight))
        try expect(")")
      } while take(",")
      try expect(")")
      return .multiPoint(points)
    case .multiLineString:
      var lines: [[Vertex]] = []
      try expect("(")
      repeat { lines.append(try line(hasHeight)) } while take(",")
      try expect(")")
      return .multiLineString(lines)
    case .multiPolygon:
      var polygons: [[[Vertex]]] = []
      try expect("(")
      repeat { polygons.append(try rings(hasHeight)) } while take(",")
      try expect(")")
      return .multiPolygon(polygons)
    case .collection: return try collection()
    }
  }

  private mutating func collection() throws(FilterFault) -> GeometryLiteral {
    var parts: [GeometryLiteral] = []
    try expect("(")
    repeat {
      guard case .name(let name) = token.kind,
        GeometryKind.byWord[name.lowercasedASCII] != .collection,
        let part = try geometry(name.lowercasedASCII, at: token.offset)
      else { throw expected("a geometry that is no collection") }
      parts.append(part)
    } while take(",")
    try expect(")")
    return .collection(parts)
  }

  private mutating func positions(_ hasHeight: Bool) throws(FilterFault) -> [Vertex] {
    var result: [Vertex] = []
    try expect("(")
    repeat { result.append(try vertex(hasHeight)) } while take(",")
    try expect(")")
    return result
  }

  private mutating func line(_ hasHeight: Bool) throws(FilterFault) -> [Vertex] {
    let offset = token.offset
    let result = try positions(hasHeight)
    try GeometryRules.check(line: result, at: offset)
    return result
  }

  private mutating func rings(_ hasHeight: Bool) throws(FilterFault) -> [[Vertex]] {
    var result: [[Vertex]] = []
    try expect("(")
    repeat {
      let offset = token.offset
      let ring = try positions(hasHeight)
      try GeometryRules.check(ring: ring, at: offset)
      result.append(ring)
    } while take(",")
    try expect(")")
    return result
  }

  private mutating func vertex(_ hasHeight: Bool) throws(FilterFault) -> Vertex {
    let x = try coordinate(0)
    let y = try coordinate(1)
    let isMore =
      switch token.kind {
      case .number, .symbol("-"), .symbol("+"): true
      default: false
      }
    guard hasHeight || isMore else { return Vertex(x: x, y: y, z: nil) }
    return Vertex(x: x, y: y, z: try coordinate(2))
  }

  private mutating func coordinate(_ which: Int) throws(FilterFault) -> Double {
    let offset = token.offset
    let value = try signedNumber()
    try GeometryRules.check(value, which, at: offset)
    return value
  }

  private mutating func signedNumber() throws(FilterFault) -> Double {
    let offset = token.offset
    let isNegative = take("-")
    if !isNegative { _ = take("+") }
    guard case .number(let digits) = token.kind else { throw expected("a number") }
    index += 1
    return try number((isNegative ? "-" : "") + digits, offset).double
  }

  /// Reads what follows BBOX.
  mutating func box() throws(FilterFault) -> BoxLiteral {
    let offset = token.offset
    var numbers: [(value: Double, offset: Int)] = []
    try expect("(")
    repeat {
      let offset = token.offset
      numbers.append((try signedNumber(), offset))
    } while take(",")
    try expect(")")
    return try GeometryRules.box(numbers, at: offset)
  }
}
