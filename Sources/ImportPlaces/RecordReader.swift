import Model

/// Makes places of records: rows of a table with a header, properties of a feature.
struct RecordReader {
  /// A record's values by column in lower case.
  typealias Record = [String: String]

  static func value(_ record: Record, _ columns: [String]) -> String? {
    for column in columns {
      if let value = record[column], !value.isEmpty { return value }
    }
    return nil
  }

  /// Whether a header names what a table of places needs.
  static func isHeader(_ cells: [String]) -> Bool {
    let columns = Set(cells.map { $0.lowercased() })
    let hasName = ColumnNames.names.contains { columns.contains($0.column) }
    return hasName && !columns.isDisjoint(with: ColumnNames.longitude)
      && !columns.isDisjoint(with: ColumnNames.latitude)
  }

  /// The position that a record states, nil when it states none that is in range.
  static func position(_ record: Record) -> Position? {
    guard let longitude = value(record, ColumnNames.longitude).flatMap(Double.init),
      let latitude = value(record, ColumnNames.latitude).flatMap(Double.init)
    else { return nil }
    return try? Position(longitude: longitude, latitude: latitude)
  }

  /// Returns the place of a record at a position.
  static func place(
    _ record: Record, _ position: Position, _ path: String, _ line: Int
  ) -> ImportedPlace {
    let code = value(record, ColumnNames.code) ?? ""
    var place = ImportedPlace(
      id: value(record, ColumnNames.id), scheme: "", code: code, position: position,
      names: names(record), path: path, line: line)
    // A class, or a class and a code with a point between: the words of GeoNames.
    let isGeoNames = code.contains(".") || code.utf8.count == 1
    place.scheme = isGeoNames ? "geonames" : "kind"
    place.population = value(record, ColumnNames.population).flatMap(Int.init)
    place.accuracyMeters = value(record, ColumnNames.accuracy).flatMap(Int.init)
    place.radiusKm = value(record, ColumnNames.radius).flatMap(Double.init)
    place.rank = value(record, ColumnNames.rank).flatMap(Int.init)
    place.unit = value(record, ColumnNames.unit)
    return place
  }

  /// The names that a record gives, in the order of `ColumnNames.names`.
  static func names(_ record: Record) -> [ImportedName] {
    var result: [ImportedName] = []
    for (column, language, isMain) in ColumnNames.names {
      guard let cell = record[column], !cell.isEmpty else { continue }
      var isFirst = true
      for part in cell.split(whereSeparator: { $0 == "|" || $0 == ";" }) {
        let form = String(part)
        result.append(
          ImportedName(
            form: form, language: language.isEmpty ? ScriptLanguage.of(form) : language,
            isMain: isMain && isFirst))
        isFirst = false
      }
    }
    return result
  }
}
