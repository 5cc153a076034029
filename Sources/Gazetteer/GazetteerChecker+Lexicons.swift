import Files
import Folding
import Model

extension GazetteerChecker {
  /// Types, modes and examples of the triggers.
  mutating func checkEvents() {
    var typeOfSub: [String: String] = [:]
    for row in gazetteer.acled { typeOfSub[row.subEventType] = row.eventType }
    let plover = ploverPairs()
    var index: [String: Int32] = [:]
    for (number, event) in gazetteer.events.enumerated() { index[event.id] = Int32(number) }
    var matcher = gazetteer.makeMatcher()
    rows("events.tsv") { run, row in
      let sub = row.string(row.column("acled_sub"))
      let type = row.string(row.column("acled_type"))
      if let wanted = typeOfSub[sub], wanted != type {
        row.report(
          .otherEventType, "\(sub) is a sub-event type of \(wanted), not of \(type)",
          cell: row.column("acled_type"))
      }
      let kind = row.string(row.column("plover"))
      let mode = row.string(row.column("mode"))
      if !kind.isEmpty || !mode.isEmpty, !plover.contains("\(kind)\t\(mode)") {
        let isType = plover.contains("\(kind)\t")
        row.report(
          .unknownPlover,
          isType ? "\(kind) has no mode \(mode)" : "\(kind) is no type of plover.tsv",
          cell: row.column(isType ? "mode" : "plover"))
      }
      if let number = index[row.string(row.column("eid"))] {
        run.checkExample(&row, number, &matcher)
        for (name, isCounterExample) in [("ex", false), ("neg", true)] {
          guard let cell = row.column(name) else { continue }
          run.examples.append(
            TriggerExample(
              row: number, isCounterExample: isCounterExample, text: row.string(cell),
              path: row.path, line: row.line, column: row.columnNumber(of: cell)))
        }
      }
    }
  }

  private mutating func ploverPairs() -> Set<String> {
    var pairs: Set<String> = []
    rows("plover.tsv") { _, row in
      pairs.insert("\(row.string(row.column("type")))\t\(row.string(row.column("mode")))")
    }
    return pairs
  }

  /// The example, read as a report is, holds a reading of the row.
  private func checkExample(
    _ row: inout TSVReader, _ number: Int32, _ matcher: inout PhraseMatcher
  ) {
    let cell = row.column("ex")
    guard let example = row.optionalString(cell) else { return }
    var text = NormalizedText(
      source: Array(example.utf8), textStart: 0, language: row.string(row.column("lang")))
    var buffer = TokenBuffer()
    tokenizer.tokenize(text.source.span, into: &buffer)
    text.tokens = buffer.tokens
    text.keys = buffer.keys
    matcher.match(&text)
    if !text.matches.contains(where: { $0.table == .event && $0.row == number }) {
      row.report(
        .exampleLacksForm,
        "the example does not hold \u{201C}\(row.string(row.column("form")))\u{201D}", cell: cell)
    }
  }

  /// Rows of a lexicon that say the same of the same folded form in the same language.
  mutating func checkForms() {
    let names = Set(PlaceTables.names)
    // What may differ between two rows that mean the same.
    let incidental: Set<String> = ["id", "eid", "aid", "ex", "neg", "example", "note", "weight"]
    for table in GazetteerCheckerRule.tables where !names.contains(table) {
      var seen: [String: (id: String, path: String)] = [:]
      rows(table) { run, row in
        guard let cell = row.column("form") ?? row.column("frame") ?? row.column("pattern") else {
          return
        }
        var meaning = run.key(row.string(cell), punctuation: true)
        for column in row.columns.indices
        where column != cell && !incidental.contains(row.columns[column]) {
          meaning += "\t" + row.string(column)
        }
        let id = row.string(TableSource.idColumn(row))
        if let first = seen[meaning], first.path == row.path {
          row.report(
            .duplicateForm, "the form folds to the same key as \(first.id) and means the same",
            cell: cell)
        } else {
          seen[meaning] = (id, row.path)
        }
      }
    }
  }

  /// Words that keep their first letters although a proclitic and a known name would make them up.
  mutating func checkNoStrip() {
    let prefixes = gazetteer.clitics.arabicPrefixes
    rows("clitics.tsv") { run, row in
      guard row.holds(row.column("pos"), "no_strip"), row.holds(row.column("lang"), "ar") else {
        return
      }
      let cell = row.column("form")
      let word = Array(run.key(row.string(cell)).utf8)
      if LexiconTable.allCases.contains(where: {
        !run.gazetteer.trie.rows(ofWord: word, table: $0).isEmpty
      }) {
        return
      }
      for prefix in prefixes where word.starts(with: prefix.key) {
        let rest = Array(word.dropFirst(prefix.key.count))
        guard rest.count >= 6, run.gazetteer.hasSingleWordName(rest) else { continue }
        row.report(
          .hiddenByNoStrip,
          "the word is \(String(decoding: prefix.key, as: UTF8.self)) and the name "
            + String(decoding: rest, as: UTF8.self), cell: cell)
        break
      }
    }
  }
}
