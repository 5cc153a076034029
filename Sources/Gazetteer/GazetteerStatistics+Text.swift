extension GazetteerStatistics {
  /// The numbers as aligned tables for people.
  package var text: String {
    let total = types.reduce(0) { $0 + $1.count }
    let names = languages.reduce(0) { $0 + $1.names }
    var lines = ["\(total) entities (\(total - places) units), \(names) names", ""]
    lines += table(
      ["type", "entities"], types.map { [$0.label, "\($0.count)"] })
    lines += table(
      ["language", "entities", "names", "derived"],
      languages.map { [$0.language, "\($0.entities)", "\($0.names)", "\($0.derived)"] })
    let labels = GazetteerStatistics.accuracyLabels
    lines += table(
      ["accuracy", "places"], zip(labels, accuracy).map { [$0, "\($1)"] })
    lines += unitTable("governorate", governorates)
    lines += unitTable("disputed area", disputed)
    lines += table(
      ["table", "rows", "by language"],
      lexicons.map { lexicon in
        [
          lexicon.file, "\(lexicon.rows)",
          lexicon.languages.map { "\($0.label) \($0.count)" }.joined(separator: ", "),
        ]
      })
    return lines.dropLast().joined(separator: "\n") + "\n"
  }

  /// What the classes of accuracy are called, finest first.
  package static var accuracyLabels: [String] {
    func label(_ meters: Int) -> String {
      meters < 1000 ? "\(meters) m" : "\(meters / 1000) km"
    }
    return accuracyClasses.map { "<=\(label($0))" }
      + [">\(label(accuracyClasses[accuracyClasses.count - 1]))"]
  }

  private func unitTable(_ title: String, _ units: [Unit]) -> [String] {
    table(
      [title, "kind", "places", "towns", "villages", "ar", "en", "ckb", "derived ckb"]
        + GazetteerStatistics.accuracyLabels,
      units.map { unit in
        [unit.name, unit.kind]
          + [
            unit.places, unit.towns, unit.villages, unit.arabic, unit.english, unit.sorani,
            unit.derivedSorani,
          ].map(String.init) + unit.accuracy.map(String.init)
      })
  }

  /// Lines of a table, numbers to the right, with an empty line after it.
  private func table(_ head: [String], _ rows: [[String]]) -> [String] {
    func width(_ text: String) -> Int { text.unicodeScalars.count }
    var widths = head.map(width)
    for row in rows {
      for (column, cell) in row.enumerated() { widths[column] = max(widths[column], width(cell)) }
    }
    func line(_ cells: [String]) -> String {
      var result = ""
      for (column, cell) in cells.enumerated() {
        let blanks = String(repeating: " ", count: widths[column] - width(cell))
        let isNumber = rows.contains { Int($0[column]) != nil }
        result += (column == 0 ? "" : "  ") + (isNumber ? blanks + cell : cell + blanks)
      }
      while result.last == " " { result.removeLast() }
      return result
    }
    return [line(head)] + rows.map { line($0) } + [""]
  }
}
