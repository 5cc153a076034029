import Model

/// Reads the two tables of GeoNames: places (19 columns) and alternate names (8 or 10 columns).
///
/// <https://download.geonames.org/export/dump/readme.txt> names the columns. Both tables of one
/// country may be named alike: the number of columns tells them apart.
enum GeoNamesReader {
  static func isPlaces(_ cells: [String]) -> Bool {
    cells.count == 19 && Int(cells[0]) != nil && Double(cells[4]) != nil
  }

  static func isAlternates(_ cells: [String]) -> Bool {
    (8...10).contains(cells.count) && Int(cells[0]) != nil && Int(cells[1]) != nil
  }

  static func readPlaces(_ table: DelimitedTable, _ path: String, into data: inout ImportedData) {
    for row in table.rows {
      let cells = row.cells
      guard isPlaces(cells), let latitude = Double(cells[4]), let longitude = Double(cells[5]),
        let position = try? Position(longitude: longitude, latitude: latitude)
      else {
        data.findings.append(
          ImportCode.badRow.finding(
            "the row has \(cells.count) cells; a row of GeoNames has 19, with latitude and "
              + "longitude in the fifth and sixth", path: path, line: row.line))
        continue
      }
      var place = ImportedPlace(
        id: cells[0], scheme: "geonames", code: cells[6] + "." + cells[7], position: position,
        population: Int(cells[14]), path: path, line: row.line)
      // The plain form first: it is what people type.
      for form in [cells[2], cells[1]] where !form.isEmpty {
        place.names.append(ImportedName(form: form, language: "en", isMain: true))
      }
      for form in cells[3].split(separator: ",") {
        let form = String(form)
        place.names.append(
          ImportedName(form: form, language: ScriptLanguage.of(form), isMain: false))
      }
      data.places.append(place)
    }
  }

  static func readAlternates(
    _ table: DelimitedTable, _ path: String, into data: inout ImportedData
  ) {
    for row in table.rows {
      let cells = row.cells
      guard isAlternates(cells) else {
        data.findings.append(
          ImportCode.badRow.finding(
            "the row has \(cells.count) cells; one of alternate names has 8 or 10", path: path,
            line: row.line))
        continue
      }
      guard let language = ScriptLanguage.known(cells[2]) else { continue }
      // Historic and colloquial names are marked in the seventh and eighth column.
      if cells[6] == "1" || cells[7] == "1" { continue }
      data.alternates[cells[1], default: []].append(
        ImportedName(form: cells[3], language: language, isMain: cells[4] == "1"))
    }
  }
}
