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
  /// - Throws: `FileError` when a layer is missing or is no FeatureCollection, or a point or polygon of it
  ///   lies nowhere on the earth.
  package static func read(
    _ path: String, includesHistory: Bool = false
  ) throws(FileError) -> [EventFeature] {
    guard FileStatus.of(path)?.kind == .folder else {
      return try features(path)
    }
    var events = try features(path + "/events.geojson")
    if includesHistory { events += try features(path + "/background.geojson") }
    var areas: [String: MultiPolygon] = [:]
    if FileStatus.of(path + "/event_areas.geojson") != nil {
      for area in try features(path + "/event_areas.geojson") { areas[area.id] = area.area }
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
    return try features(layer).map { TerritoryFeature($0) }
  }

  private static func features(_ path: String) throws(FileError) -> [EventFeature] {
    let bytes = try FileBytes.read(path)
    let root: JSONValue
    do throws(JSONError) {
      root = try JSONReader.parse(bytes)
    } catch {
      throw FileError(.jsonSyntax, path: path, error.description)
    }
    guard root["type"]?.string == "FeatureCollection", let values = root["features"]?.elements
    else {
      throw FileError(.notLayer, path: path, "it is no GeoJSON FeatureCollection")
    }
    var features: [EventFeature] = []
    features.reserveCapacity(values.count)
    for value in values {
      do throws(PositionError) {
        features.append(try feature(value))
      } catch {
        throw FileError(
          .notLayer, path: path,
          "feature \(features.count + 1): \(error); longitude comes first, in degrees on WGS 84")
      }
    }
    return features
  }

  private static func feature(_ value: JSONValue) throws(PositionError) -> EventFeature {
    var point: Position?
    var area: MultiPolygon?
    let coordinates = value["geometry"]?["coordinates"]
    switch value["geometry"]?["type"]?.string {
    case "Point":
      if let pair = coordinates?.numbers, pair.count >= 2 {
        point = try Position(longitude: pair[0], latitude: pair[1])
      }
    case "Polygon": if let coordinates { area = try polygons([coordinates]) }
    case "MultiPolygon": if let parts = coordinates?.elements { area = try polygons(parts) }
    default: break
    }
    var feature = EventFeature(
      properties: value["properties"] ?? .null, point: point, area: area)
    if feature.id.isEmpty { feature.id = value["id"]?.string ?? "" }
    return feature
  }

  /// The polygons, nil where one has no ground.
  private static func polygons(_ parts: [JSONValue]) throws(PositionError) -> MultiPolygon? {
    var result = MultiPolygon([])
    for part in parts {
      var rings: [[Coordinate]] = []
      for ring in part.elements ?? [] {
        var vertices: [Coordinate] = []
        for position in ring.elements ?? [] {
          guard let pair = position.numbers, pair.count >= 2 else { continue }
          vertices.append(try Position(longitude: pair[0], latitude: pair[1]).coordinate)
        }
        rings.append(vertices)
      }
      guard let first = rings.first, first.count >= 4 else { return nil }
      result.polygons.append(Polygon(rings: rings))
    }
    return result.isEmpty ? nil : result
  }
}
