import Files
import Model

/// Where the properties of a filter stand in a feature, and of what types they are.
struct FilterLayout {
  /// The geometry of any layer can be called by this name, as in GeoJSON.
  static let geometry = "geometry"

  let geometryName: String?
  let columns: [AttributeColumn]
  let places: [String: Int]

  init(columns: [AttributeColumn], geometryName: String?) {
    self.columns = columns
    self.geometryName = geometryName
    var places: [String: Int] = [:]
    for (index, column) in columns.enumerated() where places[column.name] == nil {
      places[column.name] = index
    }
    self.places = places
  }

  /// The types of all properties of a layer.
  var schema: FilterSchema {
    var types: [String: FilterType] = [:]
    for column in columns { types[column.name] = Self.type(of: column) }
    if let geometryName {
      types[geometryName] = .geometry
      types[Self.geometry] = types[Self.geometry] ?? .geometry
    }
    return FilterSchema(types)
  }

  /// The columns that SQL compares as the evaluator does.
  var sqlColumns: [String: SQLColumn] {
    var result: [String: SQLColumn] = [:]
    for column in columns {
      if let storage = Self.storage(of: column) {
        result[column.name] = SQLColumn(column.name, storage)
      }
    }
    return result
  }

  private static func type(of column: AttributeColumn) -> FilterType {
    if column.isJSON { return .array }
    return switch column.kind {
    case .boolean: .boolean
    case .integer, .real: .number
    case .text: .text
    case .date: .date
    case .instant: .timestamp
    case .bytes: .any
    }
  }

  private static func storage(of column: AttributeColumn) -> SQLColumn.Storage? {
    if column.isJSON { return nil }
    return switch column.kind {
    case .boolean: .boolean
    case .integer: .integer
    case .real: .real
    case .text: .text
    case .date: .date
    case .instant, .bytes: nil
    }
  }

  func value(_ value: AttributeValue, at place: Int) -> FilterValue {
    switch value {
    case .null, .bytes: return .null
    case .boolean(let flag): return .boolean(flag)
    case .integer(let number): return .integer(number)
    case .real(let number): return .real(number)
    case .text(let text):
      let column = columns[place]
      if column.isJSON { return Self.json(text) }
      switch column.kind {
      case .date: return CivilDate(iso: Array(text.utf8)).map(FilterValue.date) ?? .null
      case .instant: return Timestamp(iso: text).map(FilterValue.timestamp) ?? .null
      default: return .text(text)
      }
    }
  }

  /// A list, or what is written alone; objects are of no type that a filter knows.
  private static func json(_ text: String) -> FilterValue {
    guard let value = try? JSONReader.parse(Array(text.utf8)) else { return .null }
    return member(value)
  }

  private static func member(_ value: JSONValue) -> FilterValue {
    switch value {
    case .null, .object: .null
    case .bool(let flag): .boolean(flag)
    case .string(let text): .text(text)
    case .number(let number, let digits): Int(digits).map(FilterValue.integer) ?? .real(number)
    case .numbers(let numbers): .array(numbers.map(FilterValue.real))
    case .array(let values): .array(values.map(member))
    }
  }
}
