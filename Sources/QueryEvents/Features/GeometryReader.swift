import Files
import Geometry
import Model

/// Reads GeoJSON geometries at a cursor: positions possible, rings closed, nesting as the type says.
struct GeometryReader {
  /// Whether shapes are made, or only checked.
  var makesShapes: Bool
  /// Whether an object's members are found before they are read, as a key that is there twice asks.
  var isCareful: Bool

  /// How far rounding may have carried a coordinate over the edge of the map, in degrees: 0.1 m.
  ///
  /// Widely used data have 180.00000000000003. Such a one is put on the edge.
  static let slack = 1e-6

  /// Reads a geometry or null; nil for null and for one without a position, or where none is made.
  func shape(
    _ cursor: inout JSONCursor, _ bytes: Span<UInt8>
  ) throws(GeoJSONFault) -> Shape? {
    switch cursor.peek(bytes) {
    case UInt8(ascii: "{"):
      return isCareful ? try carefulShape(&cursor, bytes) : try quickShape(&cursor, bytes)
    case UInt8(ascii: "n"):
      _ = try cursor.word(bytes)
      return nil
    default:
      throw GeoJSONFault(
        .badGeometry, at: cursor.index, "a geometry is an object with a “type”, or null")
    }
  }

  // MARK: Objects

  /// Reads members as they come; gives up on one that stands there twice.
  private func quickShape(
    _ cursor: inout JSONCursor, _ bytes: Span<UInt8>
  ) throws(GeoJSONFault) -> Shape? {
    let start = cursor.index
    var type: GeoJSONType?
    var result: Shape?
    var isRead = false
    // What came before the type.
    var waiting: (coordinates: Int?, geometries: Int?) = (nil, nil)
    try cursor.enter(bytes)
    var goesOn = !cursor.leavesEmpty(UInt8(ascii: "}"), bytes)
    while goesOn {
      let key = try cursor.key(bytes)
      switch GeoJSONMember(key, bytes) {
      case .type:
        guard type == nil else { throw Self.twice(key) }
        type = try Self.type(&cursor, bytes)
      case .coordinates:
        if let type, type != .geometryCollection {
          guard !isRead else { throw Self.twice(key) }
          isRead = true
          result = try coordinates(type, &cursor, bytes)
        } else {
          guard waiting.coordinates == nil else { throw Self.twice(key) }
          waiting.coordinates = cursor.index
          try cursor.skipValue(bytes)
        }
      case .geometries:
        if type == .geometryCollection {
          guard !isRead else { throw Self.twice(key) }
          isRead = true
          result = try geometries(&cursor, bytes)
        } else {
          guard waiting.geometries == nil else { throw Self.twice(key) }
          waiting.geometries = cursor.index
          try cursor.skipValue(bytes)
        }
      case .crs: try ReferenceSystem.check(&cursor, bytes)
      default: try cursor.skipValue(bytes)
      }
      goesOn = try cursor.nextMember(bytes)
    }
    guard let type else { throw Self.withoutType(start) }
    if isRead { return result }
    let offset = type == .geometryCollection ? waiting.geometries : waiting.coordinates
    return try body(type, at: offset, of: start, cursor, bytes)
  }

  /// Finds the members first.
  private func carefulShape(
    _ cursor: inout JSONCursor, _ bytes: Span<UInt8>
  ) throws(GeoJSONFault) -> Shape? {
    let start = cursor.index
    let members = try ObjectMembers(&cursor, bytes)
    var part = cursor
    if let crs = members.crs {
      part.index = crs
      try ReferenceSystem.check(&part, bytes)
    }
    guard let place = members.type else { throw Self.withoutType(start) }
    part.index = place
    let type = try Self.type(&part, bytes)
    let offset = type == .geometryCollection ? members.geometries : members.coordinates
    return try body(type, at: offset, of: start, cursor, bytes)
  }

  /// Reads the coordinates or geometries that stand at an offset, after the whole object was passed.
  private func body(
    _ type: GeoJSONType, at offset: Int?, of start: Int, _ cursor: JSONCursor,
    _ bytes: Span<UInt8>
  ) throws(GeoJSONFault) -> Shape? {
    guard let offset else {
      let member = type == .geometryCollection ? "geometries" : "coordinates"
      throw GeoJSONFault(.badGeometry, at: start, "a \(type.name) has “\(member)”")
    }
    // A cursor of its own: that of the object has passed this place.
    var part = cursor
    part.index = offset
    return type == .geometryCollection
      ? try geometries(&part, bytes) : try coordinates(type, &part, bytes)
  }

  private static func type(
    _ cursor: inout JSONCursor, _ bytes: Span<UInt8>
  ) throws(GeoJSONFault) -> GeoJSONType {
    let start = cursor.index
    guard cursor.peek(bytes) == UInt8(ascii: "\""),
      let type = GeoJSONType(try cursor.string(bytes), bytes), type != .feature,
      type != .featureCollection
    else {
      throw GeoJSONFault(
        .badGeometry, at: start,
        "the type of a geometry is Point, MultiPoint, LineString, MultiLineString, Polygon, "
          + "MultiPolygon or GeometryCollection")
    }
    return type
  }

  private static func twice(_ key: JSONCursor.Text) -> GeoJSONFault {
    GeoJSONFault(.badGeometry, at: key.range.lowerBound - 1, "a member stands there twice")
  }

  private static func withoutType(_ offset: Int) -> GeoJSONFault {
    GeoJSONFault(.badGeometry, at: offset, "a geometry has a “type”")
  }

  // MARK: Coordinates

  private func geometries(
    _ cursor: inout JSONCursor, _ bytes: Span<UInt8>
  ) throws(GeoJSONFault) -> Shape? {
    var shapes: [Shape] = []
    guard try open(&cursor, bytes, "“geometries” is an array of geometries") else { return nil }
    repeat {
      guard cursor.peek(bytes) == UInt8(ascii: "{") else {
        throw GeoJSONFault(
          .badGeometry, at: cursor.index, "a GeometryCollection holds geometries and nothing else")
      }
      if let shape = try shape(&cursor, bytes) { shapes.append(shape) }
    } while try cursor.nextElement(bytes)
    return shapes.isEmpty ? nil : .collection(shapes)
  }

  private func coordinates(
    _ type: GeoJSONType, _ cursor: inout JSONCursor, _ bytes: Span<UInt8>
  ) throws(GeoJSONFault) -> Shape? {
    if cursor.peek(bytes) == UInt8(ascii: "n") {
      _ = try cursor.word(bytes)
      return nil
    }
    switch type {
    case .point:
      return try position(&cursor, bytes).map { .point($0) }
    case .multiPoint:
      let points = try positions(&cursor, bytes)
      return points.isEmpty ? nil : .points(points)
    case .lineString:
      let line = try self.line(&cursor, bytes)
      return line.isEmpty ? nil : .lines(MultiLine([line]))
    case .multiLineString:
      var lines: [[Coordinate]] = []
      guard try open(&cursor, bytes, "an array of lines is expected") else { return nil }
      repeat {
        let line = try self.line(&cursor, bytes)
        if !line.isEmpty { lines.append(line) }
      } while try cursor.nextElement(bytes)
      return lines.isEmpty ? nil : .lines(MultiLine(lines))
    case .polygon:
      let rings = try self.rings(&cursor, bytes)
      return rings.isEmpty ? nil : .polygons(MultiPolygon([Polygon(rings: rings)]))
    default:
      var polygons: [Polygon] = []
      guard try open(&cursor, bytes, "an array of polygons is expected") else { return nil }
      repeat {
        let rings = try self.rings(&cursor, bytes)
        if !rings.isEmpty { polygons.append(Polygon(rings: rings)) }
      } while try cursor.nextElement(bytes)
      return polygons.isEmpty ? nil : .polygons(MultiPolygon(polygons))
    }
  }

  private func line(
    _ cursor: inout JSONCursor, _ bytes: Span<UInt8>
  ) throws(GeoJSONFault) -> [Coordinate] {
    let start = cursor.index
    var ends = Ends()
    let line = try positions(&cursor, bytes, &ends)
    if ends.count == 1 {
      throw GeoJSONFault(.badRing, at: start, "a line has two positions or more")
    }
    return line
  }

  private func rings(
    _ cursor: inout JSONCursor, _ bytes: Span<UInt8>
  ) throws(GeoJSONFault) -> [[Coordinate]] {
    var rings: [[Coordinate]] = []
    guard try open(&cursor, bytes, "an array of rings is expected") else { return rings }
    repeat {
      let start = cursor.index
      var ends = Ends()
      let ring = try positions(&cursor, bytes, &ends)
      guard ends.count >= 4 else {
        throw GeoJSONFault(
          .badRing, at: start, "a ring of \(ends.count) positions; four are the least")
      }
      guard ends.first == ends.last else {
        throw GeoJSONFault(
          .badRing, at: start, "a ring is not closed: repeat its first position at its end")
      }
      if makesShapes { rings.append(ring) }
    } while try cursor.nextElement(bytes)
    return rings
  }

  /// What a check of a line or ring needs of it.
  private struct Ends {
    var count = 0
    var first = Coordinate(0, 0)
    var last = Coordinate(0, 0)
  }

  private func positions(
    _ cursor: inout JSONCursor, _ bytes: Span<UInt8>
  ) throws(GeoJSONFault) -> [Coordinate] {
    var points: [Coordinate] = []
    guard try open(&cursor, bytes, "an array of positions is expected") else { return points }
    repeat {
      if let point = try position(&cursor, bytes), makesShapes { points.append(point) }
    } while try cursor.nextElement(bytes)
    return points
  }

  private func positions(
    _ cursor: inout JSONCursor, _ bytes: Span<UInt8>, _ ends: inout Ends
  ) throws(GeoJSONFault) -> [Coordinate] {
    var points: [Coordinate] = []
    guard try open(&cursor, bytes, "an array of positions is expected") else { return points }
    repeat {
      let start = cursor.index
      guard let point = try position(&cursor, bytes) else {
        throw GeoJSONFault(.badGeometry, at: start, "a position of a line has two numbers or more")
      }
      if ends.count == 0 { ends.first = point }
      ends.last = point
      ends.count += 1
      if makesShapes { points.append(point) }
    } while try cursor.nextElement(bytes)
    return points
  }

  /// Reads two numbers and passes what follows them: altitude, measure; nil for an empty array.
  private func position(
    _ cursor: inout JSONCursor, _ bytes: Span<UInt8>
  ) throws(GeoJSONFault) -> Coordinate? {
    guard try open(&cursor, bytes, "a position is an array of numbers, longitude first") else {
      return nil
    }
    let longitude = try number(&cursor, bytes, limit: 180)
    guard try cursor.nextElement(bytes) else {
      throw GeoJSONFault(
        .badGeometry, at: cursor.index - 1,
        "a position of one number; longitude and latitude are two")
    }
    let latitude = try number(&cursor, bytes, limit: 90)
    while try cursor.nextElement(bytes) {
      try Self.checkNumber(cursor, bytes)
      _ = try cursor.number(bytes)
    }
    return Coordinate(longitude, latitude)
  }

  private static func checkNumber(
    _ cursor: JSONCursor, _ bytes: Span<UInt8>
  ) throws(GeoJSONFault) {
    let first = cursor.peek(bytes)
    guard first &- 0x30 < 10 || first == UInt8(ascii: "-") else {
      throw GeoJSONFault(
        .badGeometry, at: cursor.index, "a position is an array of numbers, longitude first")
    }
  }

  private func number(
    _ cursor: inout JSONCursor, _ bytes: Span<UInt8>, limit: Double
  ) throws(GeoJSONFault) -> Double {
    try Self.checkNumber(cursor, bytes)
    let start = cursor.index
    guard let value = NumberScanner.scan(bytes, &cursor.index, bytes.count) else {
      throw GeoJSONFault(.badNumber, at: cursor.index)
    }
    if value.magnitude <= limit { return value }
    guard value.isFinite else { throw GeoJSONFault(.numberTooLarge, at: start) }
    if value.magnitude <= limit + Self.slack { return value < 0 ? -limit : limit }
    throw Self.outOfRange(value, limit, at: start)
  }

  private static func outOfRange(
    _ value: Double, _ limit: Double, at offset: Int
  ) -> GeoJSONFault {
    let isLongitude = limit == 180
    let advice =
      isLongitude
      ? "degrees are expected (WGS 84): reproject to EPSG:4326 if these are meters"
      : "longitude stands first: the two may be exchanged, or these are meters"
    return GeoJSONFault(
      .impossiblePosition, at: offset,
      "\(isLongitude ? "longitude" : "latitude") \(value) is outside -\(Int(limit))…\(Int(limit)); "
        + advice)
  }

  /// Enters an array; false when it is empty and was left again.
  @inline(__always)
  private func open(
    _ cursor: inout JSONCursor, _ bytes: Span<UInt8>, _ what: StaticString
  ) throws(GeoJSONFault) -> Bool {
    guard cursor.peek(bytes) == UInt8(ascii: "[") else {
      throw GeoJSONFault(.badGeometry, at: cursor.index, what.description)
    }
    try cursor.enter(bytes)
    return !cursor.leavesEmpty(UInt8(ascii: "]"), bytes)
  }
}
