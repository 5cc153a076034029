package import Files
import Model

/// Reads events from a folder of layers, or from one GeoJSON file.
package enum EventLayerReader {
  /// Returns the events of a folder (`events.geojson` with the areas of `event_areas.geojson`) or of a
  /// file.
  ///
  /// Whole in memory; linear in the bytes.
  /// - Parameters:
  ///   - path: A folder that `marsad map` or `marsad import` wrote, or a FeatureCollection.
  ///   - includesHistory: Takes `background.geojson` of a folder too.
  /// - Throws: `FileError` when a layer is missing or is no FeatureCollection.
  package static func read(
    _ path: String, includesHistory: Bool = false
  ) throws(FileError) -> [EventFeature] {
    guard FileStatus.of(path)?.kind == .folder else {
      return try features(path).map(feature)
    }
    var events = try features(path + "/events.geojson").map(feature)
    if includesHistory { events += try features(path + "/background.geojson").map(feature) }
    var areas: [String: MultiPolygon] = [:]
    if FileStatus.of(path + "/event_areas.geojson") != nil {
      for value in try features(path + "/event_areas.geojson") {
        let area = feature(value)
        areas[area.id] = area.area
      }
    }
    for index in events.indices where events[index].area == nil {
      events[index].area = areas[events[index].id]
    }
    return events
  }

  /// Returns the published claims of a folder (`territories.geojson`), none when it has none.
  /// - Throws: `FileError` when the file is no FeatureCollection.
  package static func territories(_ path: String) throws(FileError) -> [TerritoryFeature] {
    let layer = path + "/territories.geojson"
    if FileStatus.of(layer) == nil { return [] }
    return try features(layer).map { TerritoryFeature(feature($0)) }
  }

  private static func features(_ path: String) throws(FileError) -> [JSONValue] {
    let bytes = try FileBytes.read(path)
    let root: JSONValue
    do throws(JSONError) {
      root = try JSONReader.parse(bytes)
    } catch {
      throw FileError(.jsonSyntax, path: path, error.description)
    }
    guard root["type"]?.string == "FeatureCollection", let features = root["features"]?.elements
    else {
      throw FileError(.jsonSyntax, path: path, "it is no GeoJSON FeatureCollection")
    }
    return features
  }

  private static func feature(_ value: JSONValue) -> EventFeature {
    var point: Position?
    var area: MultiPolygon?
    let coordinates = value["geometry"]?["coordinates"]
    switch value["geometry"]?["type"]?.string {
    case "Point":
      if let pair = coordinates?.numbers, pair.count >= 2 {
        point = try? Position(longitude: pair[0], latitude: pair[1])
      }
    case "Polygon": area = coordinates.flatMap { polygons([$0]) }
    case "MultiPolygon": area = coordinates?.elements.flatMap(polygons)
    default: break
    }
    var feature = EventFeature(
      properties: value["properties"] ?? .null, point: point, area: area)
    if feature.id.isEmpty { feature.id = value["id"]?.string ?? "" }
    return feature
  }

  private static func polygons(_ parts: [JSONValue]) -> MultiPolygon? {
    var result = MultiPolygon([])
    for part in parts {
      let rings = (part.elements ?? []).map { ring in
        (ring.elements ?? []).compactMap { position -> Coordinate? in
          guard let pair = position.numbers, pair.count >= 2 else { return nil }
          return Coordinate(pair[0], pair[1])
        }
      }
      guard let first = rings.first, first.count >= 4 else { return nil }
      result.polygons.append(Polygon(rings: rings))
    }
    return result.isEmpty ? nil : result
  }
}
