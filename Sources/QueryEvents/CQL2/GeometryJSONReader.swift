/// Reads GeoJSON geometries and boxes out of a filter.
enum GeometryJSONReader {
  private typealias Vertex = GeometryLiteral.Vertex

  /// Reads a geometry whose `type` was found.
  static func read(
    _ json: PlacedJSON, _ type: PlacedJSON
  ) throws(FilterFault) -> GeometryLiteral {
    let name = try FilterJSONReader.string(type, "“type”")
    guard let kind = GeometryKind(rawValue: name) else {
      throw FilterFault(.badGeometry, at: type.offset, "“\(name)” is no geometry of GeoJSON")
    }
    if kind == .collection { return try collection(json) }
    guard let coordinates = try json.member("coordinates") else {
      throw FilterFault(.badGeometry, at: json.offset, "a \(name) has “coordinates”")
    }
    switch kind {
    case .point: return .point(try vertex(coordinates))
    case .lineString: return .lineString(try line(coordinates))
    case .polygon: return .polygon(try rings(coordinates))
    case .multiPoint: return .multiPoint(try list(coordinates, vertex))
    case .multiLineString: return .multiLineString(try list(coordinates, line))
    case .multiPolygon, .collection: return .multiPolygon(try list(coordinates, rings))
    }
  }

  private static func collection(_ json: PlacedJSON) throws(FilterFault) -> GeometryLiteral {
    guard let members = try json.member("geometries") else {
      throw FilterFault(.badGeometry, at: json.offset, "a GeometryCollection has “geometries”")
    }
    return .collection(
      try list(members) { (part) throws(FilterFault) in
        guard let type = try part.member("type") else {
          throw FilterFault(.badGeometry, at: part.offset, "a geometry has a “type”")
        }
        if case .string(GeometryKind.collection.rawValue) = type.value {
          throw FilterFault(.badGeometry, at: part.offset, "a collection holds no collection")
        }
        return try read(part, type)
      })
  }

  private static func list<Element>(
    _ json: PlacedJSON, _ element: (PlacedJSON) throws(FilterFault) -> Element
  ) throws(FilterFault) -> [Element] {
    guard case .array(let parts) = json.value, !parts.isEmpty else {
      throw FilterFault(
        .badGeometry, at: json.offset, "an array of one or more is expected, found \(json.name)")
    }
    var result: [Element] = []
    for part in parts { result.append(try element(part)) }
    return result
  }

  private static func line(_ json: PlacedJSON) throws(FilterFault) -> [Vertex] {
    let result = try list(json, vertex)
    try GeometryRules.check(line: result, at: json.offset)
    return result
  }

  private static func rings(_ json: PlacedJSON) throws(FilterFault) -> [[Vertex]] {
    try list(json) { (part) throws(FilterFault) in
      let ring = try list(part, vertex)
      try GeometryRules.check(ring: ring, at: part.offset)
      return ring
    }
  }

  private static func vertex(_ json: PlacedJSON) throws(FilterFault) -> Vertex {
    let numbers = try numbers(json)
    guard numbers.count == 2 || numbers.count == 3 else {
      throw FilterFault(
        .badGeometry, at: json.offset, "a position of \(numbers.count) numbers; it has 2 or 3")
    }
    for (index, number) in numbers.enumerated() {
      try GeometryRules.check(number.value, index, at: number.offset)
    }
    return Vertex(
      x: numbers[0].value, y: numbers[1].value, z: numbers.count == 3 ? numbers[2].value : nil)
  }

  private static func numbers(
    _ json: PlacedJSON
  ) throws(FilterFault) -> [(value: Double, offset: Int)] {
    try list(json) { (part) throws(FilterFault) in
      guard case .number(let number) = part.value else {
        throw FilterFault(
          .badGeometry, at: part.offset, "a number is expected, found \(part.name)")
      }
      return (number.double, part.offset)
    }
  }

  /// Reads a box of 4 or 6 numbers.
  static func box(_ json: PlacedJSON) throws(FilterFault) -> BoxLiteral {
    try GeometryRules.box(try numbers(json), at: json.offset)
  }
}
