import Files
import Gazetteer
import Geometry
import Model
import TestSupport
import Testing

/// The reference material beside the clone, which is not ours and no part of the project.
enum Reference {
  static let isHere = Repository.shared("reference") != nil
  static let reason: Comment =
    "there is no ../shared/reference beside this clone (MARSAD_SHARED names another place)"

  /// A feature of a GeoJSON file of polygons.
  struct Feature {
    var properties: JSONValue
    var polygons: MultiPolygon

    func text(_ key: String) -> String { properties[key]?.string ?? "" }
  }

  private static func bytes(_ name: String) throws -> [UInt8] {
    try FileBytes.read(try #require(Repository.shared("reference/" + name), "\(name) is missing"))
  }

  static func features(_ name: String) throws -> [Feature] {
    let root = try JSONReader.parse(bytes(name))
    return try #require(root["features"]?.elements).map { value in
      let geometry = try #require(value["geometry"])
      let parts = geometry["coordinates"]?.elements ?? []
      let polygons = geometry["type"]?.string == "Polygon" ? [geometry["coordinates"]!] : parts
      return Feature(
        properties: value["properties"] ?? .null,
        polygons: MultiPolygon(
          polygons.map { polygon in
            Polygon(
              rings: (polygon.elements ?? []).map { ring in
                (ring.elements ?? []).compactMap(\.numbers).map { Coordinate($0[0], $0[1]) }
              })
          }))
    }
  }

  /// The rows of a table as dictionaries by column.
  static func rows(_ name: String) throws -> [[String: String]] {
    var reader = TSVReader(try bytes(name), path: name)
    var result: [[String: String]] = []
    while reader.next() {
      var row: [String: String] = [:]
      for (number, column) in reader.columns.enumerated() { row[column] = reader.string(number) }
      result.append(row)
    }
    return result
  }

  /// The units of COD-AB at a level (1-3).
  static func units(_ level: Int) throws -> [Feature] {
    try features("boundaries/cod_ab/irq_adm\(level)_cso_20190603.geojson")
  }

  /// The project's own knowledge.
  static let gazetteer: Gazetteer = {
    do {
      return try GazetteerLoader.load(directory: Repository.gazetteer, scope: .places)
    } catch {
      fatalError("\(error)")
    }
  }()

  static let byPcode: [String: Int] = Dictionary(
    gazetteer.entities.indices.compactMap { index in
      gazetteer.entities[index].pcode.map { ($0, index) }
    }, uniquingKeysWith: { first, _ in first })
}

extension GeometryEngine {
  /// The common part of two areas, 0 to 1 of what both cover together.
  func agreement(_ left: MultiPolygon, _ right: MultiPolygon) throws -> Double {
    let common = try planarArea(of: try intersection(left, right))
    let sum = try planarArea(of: left) + planarArea(of: right) - common
    return sum > 0 ? common / sum : 0
  }
}
