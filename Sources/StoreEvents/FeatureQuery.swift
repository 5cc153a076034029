import FoundationEssentials
import GRDB
import Geometry
import Model

/// The SQL that reads rows of a layer, and what becomes of a row.
struct FeatureQuery {
  let layer: LayerDescription
  let columns: [AttributeColumn]
  let box: BoundingBox?
  var condition: RowCondition?
  let withGeometry: Bool
  var byKey = false

  /// A box needs the geometry where no index has it.
  private var readsGeometry: Bool {
    layer.geometryColumn != nil && (withGeometry || (box != nil && !layer.hasSpatialIndex))
  }

  private var usesIndex: Bool { box != nil && layer.hasSpatialIndex }

  /// The key of a row in SQL, and where its rows come from.
  ///
  /// The rows of a view without a number of its own are counted in its order, before any is left out.
  private var source: (key: String, table: String) {
    let table = SQLName.quoted(layer.name)
    switch layer.keyColumn {
    case "rowid"?: return ("rowid", table)
    case let name?: return (SQLName.quoted(name), table)
    case nil:
      var name = "number"
      let taken = Set(
        (layer.columns.map(\.name) + [layer.geometryColumn ?? ""]).map { $0.lowercased() })
      while taken.contains(name) { name += "_" }
      return (name, "(SELECT row_number() OVER () AS \(name), * FROM \(table))")
    }
  }

  var sql: String {
    let (key, table) = source
    var names = [key]
    if readsGeometry, let column = layer.geometryColumn { names.append(SQLName.quoted(column)) }
    names += columns.map { SQLName.quoted($0.name) }
    let sql = "SELECT \(names.joined(separator: ", ")) FROM \(table)"
    if byKey { return sql + " WHERE \(key) = ? LIMIT 1" }
    var conditions: [String] = []
    if usesIndex, let column = layer.geometryColumn {
      let index = SQLName.quoted("rtree_\(layer.name)_\(column)")
      conditions.append(
        "\(key) IN (SELECT id FROM \(index)"
          + " WHERE minx <= ? AND maxx >= ? AND miny <= ? AND maxy >= ?)")
    }
    if let condition { conditions.append("(\(condition.text))") }
    let filter = conditions.isEmpty ? "" : " WHERE " + conditions.joined(separator: " AND ")
    return sql + filter + (layer.keyColumn == nil ? "" : " ORDER BY \(key)")
  }

  var arguments: StatementArguments {
    var values: [DatabaseValue] = []
    if usesIndex, let box {
      values = [box.maxX, box.minX, box.maxY, box.minY].map(\.databaseValue)
    }
    return StatementArguments(values + (condition?.bindings ?? []).map(\.databaseValue))
  }

  /// Returns the feature of a statement's current row, nil when it lies outside of the box.
  func feature(_ row: GRDB.Statement, path: String) throws -> StoredFeature? {
    guard let id = row.integer(0) else {
      throw StoreError(
        .damaged, path: path, "table \(layer.name): the key of a row is no whole number")
    }
    var geometry: Shape?
    if readsGeometry {
      if row.isNull(1) {
        if box != nil { return nil }
      } else {
        do throws(GeometryError) {
          // What is no BLOB is refused below, as bytes without a header.
          let bytes = row.bytes(1)
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
      }
    }
    let first = readsGeometry ? 2 : 1
    var values: [AttributeValue] = []
    values.reserveCapacity(columns.count)
    for (place, column) in columns.enumerated() {
      values.append(row.value(first + place, as: column.kind))
    }
    return StoredFeature(id: id, geometry: geometry, values: values)
  }
}

extension AttributeValue {
  /// The value as SQLite keeps it.
  var databaseValue: DatabaseValue {
    switch self {
    case .null: .null
    case .boolean(let value): value.databaseValue
    case .integer(let number): number.databaseValue
    case .real(let number): number.databaseValue
    case .text(let text): text.databaseValue
    case .bytes(let bytes): Data(bytes).databaseValue
    }
  }
}
