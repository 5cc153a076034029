import Files
import Model

extension GazetteerChecker {
  /// Outlets whose reach nobody has stated a source for, or that share a name; codes of nothing.
  mutating func checkCoderTables() {
    var owners: [String: String] = [:]
    rows("sources.tsv") { run, row in
      let id = row.string(row.column("id"))
      if !row.isEmpty(row.column("scale")), row.isEmpty(row.column("source")) {
        row.report(
          .emptyCell, "a scale is a fact: `source` says where it is stated",
          cell: row.column("source") ?? row.column("scale"))
      }
      let column = row.column("forms")
      let forms =
        [row.string(row.column("name"))]
        + row.string(column).split(separator: ";").map(String.init)
      for (index, form) in forms.enumerated() {
        let cell = index == 0 ? row.column("name") : column
        let key = run.key(form)
        if key.isEmpty { continue }
        if let owner = owners[key], owner != id {
          row.report(.duplicateForm, "\(form) is a name of \(owner) too", cell: cell)
        }
        owners[key] = id
      }
    }
    var values: Set<String> = []
    rows("coder_codes.tsv") { run, row in
      let list = row.string(row.column("list"))
      let value = row.string(row.column("value"))
      for name in ["value", "code"] where row.isEmpty(row.column(name)) {
        row.report(.emptyCell, "the row has no \(name)", cell: row.column(name))
      }
      if CoderCodeRow.listsOfCountries.contains(list), run.gazetteer.entityByID[value] == nil {
        row.report(
          .unknownReference, "\(value) is neither a place nor a unit", cell: row.column("value"))
      }
      // A value may have several forms, and go with several families.
      if list == "inter_form" || list == "compatible" { return }
      if !values.insert(list + "\t" + value).inserted {
        row.report(
          .duplicateForm, "the list \(list) has a code for \(value) already",
          cell: row.column("value"))
      }
    }
  }
}
