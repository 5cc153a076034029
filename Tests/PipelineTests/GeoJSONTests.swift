import Files
import TestSupport
import Testing

/// RFC 7946, to the letter, of every layer.
@Suite struct `Every layer is RFC 7946` {
  static let layers = ["events", "event_areas", "background", "mentions", "territories"]

  private func bytes(_ layer: String) throws -> [UInt8] {
    try #require(`The sample layers`.made[layer + ".geojson"])
  }

  private func collection(_ layer: String) throws -> JSONValue {
    try JSONReader.parse(try bytes(layer))
  }

  /// The exterior and interior rings of a polygon or of each part of a multipolygon.
  private func polygons(_ geometry: JSONValue) -> [[[[Double]]]] {
    func ring(_ value: JSONValue) -> [[Double]] { (value.elements ?? []).compactMap(\.numbers) }
    func polygon(_ value: JSONValue) -> [[[Double]]] { (value.elements ?? []).map(ring) }
    guard let coordinates = geometry["coordinates"] else { return [] }
    switch geometry["type"]?.string {
    case "Polygon": return [polygon(coordinates)]
    case "MultiPolygon": return (coordinates.elements ?? []).map(polygon)
    default: return []
    }
  }

  private func positions(_ geometry: JSONValue) -> [[Double]] {
    if geometry["type"]?.string == "Point" { return [geometry["coordinates"]?.numbers ?? []] }
    return polygons(geometry).flatMap { $0.flatMap { $0 } }
  }

  /// Twice the signed area of a ring: positive when it runs against the clock.
  private func turn(_ ring: [[Double]]) -> Double {
    zip(ring, ring.dropFirst()).reduce(0) { $0 + $1.0[0] * $1.1[1] - $1.1[0] * $1.0[1] }
  }

  @Test(arguments: layers)
  func `the collection and its features have the members that they must have`(_ layer: String)
    throws
  {
    let collection = try collection(layer)
    #expect(collection["type"]?.string == "FeatureCollection")
    #expect(collection["crs"] == nil)
    for member in ["coordinates", "geometries", "geometry", "properties"] {
      #expect(collection[member] == nil, "\(member)")
    }
    let features = try #require(collection["features"]?.elements)
    #expect(!features.isEmpty)
    for feature in features {
      #expect(feature["type"]?.string == "Feature")
      #expect(feature["geometry"] != nil && feature["properties"] != nil)
      #expect(feature["crs"] == nil && feature["features"] == nil)
      let keys = (feature["properties"]?.members ?? []).map(\.key)
      #expect(Set(keys).count == keys.count, "no key twice")
    }
  }

  @Test(arguments: layers)
  func `ids are texts, each of one feature`(_ layer: String) throws {
    let features = try #require(try collection(layer)["features"]?.elements)
    let ids = features.compactMap { $0["id"]?.string }
    #expect(ids.count == features.count)
    #expect(Set(ids).count == ids.count)
  }

  @Test(arguments: layers)
  func `the bounding box is that of the features, west, south, east, north`(_ layer: String) throws
  {
    let collection = try collection(layer)
    let box = try #require(collection["bbox"]?.numbers)
    let all = (collection["features"]?.elements ?? []).compactMap { $0["geometry"] }
      .flatMap(positions)
    let longitudes = all.map { $0[0] }
    let latitudes = all.map { $0[1] }
    #expect(box == [longitudes.min(), latitudes.min(), longitudes.max(), latitudes.max()])
  }

  @Test(arguments: layers)
  func `longitude comes first, two numbers a position`(_ layer: String) throws {
    for feature in try #require(try collection(layer)["features"]?.elements) {
      guard let geometry = feature["geometry"], !geometry.isNull else { continue }
      #expect(["Point", "Polygon", "MultiPolygon"].contains(geometry["type"]?.string))
      for position in positions(geometry) {
        // Everything in the samples lies in Iraq, where longitudes are above 38 and latitudes below.
        let isInside =
          position.count == 2 && (38.0...49).contains(position[0])
          && (28.5...37.9).contains(position[1])
        #expect(isInside, "\(feature["id"]?.string ?? "") \(position)")
        if !isInside { return }
      }
    }
  }

  @Test(arguments: layers)
  func `rings are closed, exteriors run against the clock and holes with it`(_ layer: String) throws
  {
    for feature in try #require(try collection(layer)["features"]?.elements) {
      guard let geometry = feature["geometry"] else { continue }
      for polygon in polygons(geometry) {
        for (index, ring) in polygon.enumerated() {
          #expect(ring.count >= 4)
          #expect(ring.first == ring.last)
          let turn = turn(ring)
          #expect(index == 0 ? turn > 0 : turn < 0, "\(feature["id"]?.string ?? "") ring \(index)")
        }
      }
    }
  }

  @Test(arguments: layers)
  func `no coordinate has more than 7 decimals`(_ layer: String) throws {
    let text = try bytes(layer)
    for mark in [#""coordinates":"#, #""bbox":"#] {
      let mark = Array(mark.utf8)
      var start = 0
      while let found = text.firstIndex(of: mark, from: start) {
        var index = found + mark.count
        var depth = 0
        var decimals = -1
        repeat {
          switch text[index] {
          case UInt8(ascii: "["): depth += 1
          case UInt8(ascii: "]"):
            depth -= 1
            decimals = -1
          case UInt8(ascii: ","): decimals = -1
          case UInt8(ascii: "."): decimals = 0
          case UInt8(ascii: "e"), UInt8(ascii: "E"): Issue.record("an exponent at byte \(index)")
          default: if decimals >= 0 { decimals += 1 }
          }
          if decimals > 7 {
            Issue.record("more than 7 decimals at byte \(index)")
            return
          }
          index += 1
        } while depth > 0
        start = index
      }
    }
  }

  @Test func `events with a point have it in their area and areas belong to events`() throws {
    let events = try #require(try collection("events")["features"]?.elements)
    let ids = Set(events.compactMap { $0["id"]?.string })
    for area in try #require(try collection("event_areas")["features"]?.elements) {
      #expect(ids.contains(area["id"]?.string ?? ""))
      #expect(area["geometry"]?.isNull == false)
    }
  }
}

extension [UInt8] {
  /// The first place at or after an offset where these bytes stand.
  fileprivate func firstIndex(of pattern: [UInt8], from start: Int) -> Int? {
    guard count >= pattern.count else { return nil }
    var index = start
    while index <= count - pattern.count {
      if self[index] == pattern[0], self[index..<(index + pattern.count)].elementsEqual(pattern) {
        return index
      }
      index += 1
    }
    return nil
  }
}
