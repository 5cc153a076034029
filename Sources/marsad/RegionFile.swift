import Geometry
import Model
import QueryEvents

/// The polygons of a file, as one region.
enum RegionFile {
  /// Returns the union of all polygons of a GeoJSON file, or of a GeoPackage's only layer of polygons.
  /// - Throws: `Failure` when it holds none.
  static func polygons(of path: String) throws -> MultiPolygon {
    var parts: [MultiPolygon] = []
    for source in try LayerOpener(path: path, layer: nil).sources(includeHistorical: false) {
      try source.scan(FeatureScan(columns: [])) { feature in
        if case .polygons(let polygons) = feature.geometry { parts.append(polygons) }
        return true
      }
    }
    if parts.isEmpty {
      throw Failure(status: .badData, message: "--within \(path): the file holds no polygon")
    }
    return parts.count == 1 ? parts[0] : try GeometryEngine().union(parts)
  }
}
