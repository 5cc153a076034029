import Files

extension GazetteerLoader {
  /// The outlets and the codes of the coders' formats.
  ///
  /// Neither is searched for in texts.
  mutating func readCoderTables() {
    var raw: [(row: SourceRow, forms: String)] = []
    source.rows("sources.tsv", ["id", "name", "forms", "scale", "affiliation", "reliability"]) {
      row in
      let name = row.string(row.column("name"))
      raw.append(
        (
          SourceRow(
            id: row.string(row.column("id")), name: name,
            scale: row.string(row.column("scale")),
            affiliation: row.string(row.column("affiliation")),
            reliability: row.string(row.column("reliability")), keys: []),
          name + ";" + row.string(row.column("forms"))
        ))
    }
    for (row, forms) in raw {
      var row = row
      row.keys = keys(forms)
      gazetteer.sources.append(row)
    }

    var codes: [CoderCodeRow] = []
    source.rows("coder_codes.tsv", ["id", "list", "value", "code"]) { row in
      codes.append(
        CoderCodeRow(
          id: row.string(row.column("id")), list: row.string(row.column("list")),
          value: row.string(row.column("value")), code: row.string(row.column("code"))))
    }
    gazetteer.coderCodes = codes
  }
}
