import FoundationEssentials
import GRDB
import Geometry
import Model

/// The five functions that the triggers of a GeoPackage's R-tree call (OGC 12-128r17, annex F.3).
enum SpatialFunctions {
  static func add(to database: Database) {
    database.add(
      function: DatabaseFunction("ST_IsEmpty", argumentCount: 1, pure: true) { arguments in
        guard let blob = Data.fromDatabaseValue(arguments[0]) else { return nil }
        return try GeometryBlob.bounds(Array(blob)) == nil
      })
    let edges: [(String, @Sendable (BoundingBox) -> Double)] = [
      ("ST_MinX", { $0.minX }), ("ST_MaxX", { $0.maxX }), ("ST_MinY", { $0.minY }),
      ("ST_MaxY", { $0.maxY }),
    ]
    for (name, edge) in edges {
      database.add(
        function: DatabaseFunction(name, argumentCount: 1, pure: true) { arguments in
          guard let blob = Data.fromDatabaseValue(arguments[0]) else { return nil }
          return try GeometryBlob.bounds(Array(blob)).map(edge)
        })
    }
  }
}
