import FoundationEssentials
import GRDB
import Geometry
import Model

/// The SQL that reads rows of a layer, and what becomes of a row.
struct FeatureQuery {
  let layer: LayerDescription
  let columns: [AttributeColumn]
  let box: BoundingBox?
  let withGeometry: Bool
  var byKey = false

  /// A box needs the geometry where no index has it.
  private var readsGeometry: Bool {
    layer.geometryColumn != nil && (withGeometry || (box != nil && !layer.hasSpatialIndex))
  }

  private var usesIndex: Bool { box != nil && layer.hasSpatialIndex }

  var sql: String {
    // A view without a number of its own gets one in its own order.
    let key =
      switch layer.keyColumn {
      case nil: "row_number() OVER ()"
      case "rowid"?: "rowid"
      case let name?: SQLName.quoted(name)
      }
    var names = [key]
    if readsGeometry, let column = layer.geometryColumn { names.append(SQLName.quoted(column)) }
    names += columns.map { SQLName.quoted($0.name) }
    var sql = "SELECT \(names.joined(separator: ", ")) FROM \(SQLName.quoted(layer.name))"
    if byKey {
      return sql + (layer.keyColumn == nil ? " LIMIT 1 OFFSET ? - 1" : " WHERE \(key) = ?")
    }
    if usesIndex, let column = layer.geometryColumn {
      let index = SQLName.quoted("rtree_\(layer.name)_\(column)")
      sql += " WHERE \(key) IN (SELECT id FROM \(index)"
      sql += " WHERE minx <= ? AND maxx >= ? AND miny <= ? AND maxy >= ?)"
    }
    return layer.keyColumn == nil ? sql : sql + " ORDER BY \(key)"
  }

  var arguments: StatementArguments {
    guard usesIndex, let box else { return [] }
    return [box.maxX, box.minX, box.maxY, box.minY]
  }

  /// Returns the row's feature, nil when it lies outside of the box.
  func feature(_ row: Row, path: String) throws -> StoredFeature? {
    guard let id = Int.fromDatabaseValue(row[0]) else {
      throw StoreError(
        .damaged, path: path, "table \(layer.name): the key of a row is no whole number")
    }
    var geometry: Shape?
    if readsGeometry, !row.hasNull(atIndex: 1) {
      // What is no BLOB is refused below, as bytes without a header.
      let bytes = Data.fromDatabaseValue(row[1]).map { Array($0) } ?? []
      do {
        if let box {
          guard let bounds = try GeometryBlob.bounds(bytes), bounds.intersects(box) else {
            return nil
          }
        }
        if withGeometry {
          let shape = try GeometryBlob.decode(bytes)
          geometry = shape.isEmpty ? nil : shape
        }
      } catch {
        throw StoreError(
          .damaged, path: path, "table \(layer.name), row \(id): \(error.description)")
      }
    } else if readsGeometry, box != nil {
      return nil
    }
    let first = readsGeometry ? 2 : 1
    return StoredFeature(
      id: id, geometry: geometry,
      values: columns.indices.map { Self.value(row[first + $0], as: columns[$0].kind) })
  }

  /// The value as the column declares it; SQLite lets a row hold another kind, which is kept.
  static func value(_ value: DatabaseValue, as kind: AttributeKind) -> AttributeValue {
    switch value.storage {
    case .null: .null
    case .int64(let number):
      switch kind {
      case .boolean: .boolean(number != 0)
      case .real: .real(Double(number))
      default: .integer(Int(number))
      }
    case .double(let number): .real(number)
    case .string(let text): .text(text)
    case .blob(let data): .bytes(Array(data))
    }
  }
}
