package import Geometry
import Model

/// Writes a FeatureCollection (RFC 7946) piece by piece, one feature a line.
///
/// Degrees on WGS 84, longitude first, at most 7 decimals, rings wound by the right-hand rule, no
/// `crs`. Memory does not grow with the features: `bbox` stands at the end, when it is known. A
/// collection without any geometry has none.
///
/// ```swift
/// var writer = GeoJSONWriter(name: "events")
/// try file.write(writer.begin())
/// try file.write(writer.feature(id: "ev-1", geometry: .point(point), properties: json))
/// try file.write(writer.end())
/// ```
package struct GeoJSONWriter: Sendable {
  private let name: String
  private let members: [Property]
  private var bounds: BoundingBox?
  /// How many features were written.
  package private(set) var count = 0

  /// Makes a writer.
  /// - Parameters:
  ///   - name: The layer's name (a foreign member that GDAL and QGIS read).
  ///   - members: More foreign members, such as a disclaimer.
  package init(name: String, members: [Property] = []) {
    self.name = name
    self.members = members
  }

  /// Returns everything before the first feature.
  package func begin() -> [UInt8] {
    var json = JSONBytes()
    json.beginObject()
    json.key("type")
    json.string("FeatureCollection")
    json.key("name")
    json.string(name)
    for member in members {
      json.key(named: member.name)
      member.value.write(to: &json)
    }
    json.key("features")
    json.beginArray()
    json.endLine()
    return json.bytes
  }

  /// Returns a feature with the comma and line break that belong before it.
  /// - Parameters:
  ///   - id: Stable from run to run.
  ///   - geometry: Degrees; nil writes a null geometry.
  ///   - properties: A JSON object.
  package mutating func feature(
    id: String, geometry: Shape?, properties: [UInt8]
  ) -> [UInt8] {
    separator(before: geometry)
      + GeoJSONWriter.feature(id: id, geometry: geometry, properties: properties)
  }

  /// Counts a feature that the caller writes, and returns the comma and line break that belong before it.
  mutating func separator(before geometry: Shape?) -> [UInt8] {
    if let box = geometry?.bounds { bounds = bounds?.union(box) ?? box }
    count += 1
    return count > 1 ? [UInt8(ascii: ","), UInt8(ascii: "\n")] : []
  }

  /// Returns everything after the last feature.
  package func end() -> [UInt8] {
    var bytes: [UInt8] = count > 0 ? [UInt8(ascii: "\n")] : []
    bytes.append(UInt8(ascii: "]"))
    if let bounds {
      var json = JSONBytes()
      json.beginArray()
      for edge in [bounds.minX, bounds.minY, bounds.maxX, bounds.maxY] { json.degrees(edge) }
      json.endArray()
      bytes += ",\"bbox\":".utf8
      bytes += json.bytes
    }
    bytes += "}\n".utf8
    return bytes
  }

  /// Returns one feature by itself, as a line of GeoJSON lines holds it (without line feed).
  package static func feature(
    id: String, geometry: Shape?, properties: [UInt8]
  ) -> [UInt8] {
    var json = JSONBytes(capacity: properties.count + 256)
    json.beginObject()
    json.key("type")
    json.string("Feature")
    json.key("id")
    json.string(id)
    json.key("geometry")
    json.geometry(geometry)
    json.key("properties")
    json.raw(properties)
    json.endObject()
    return json.bytes
  }
}
