import Files
import Model

extension GazetteerLoader {
  /// What a question about a place needs besides names: numbers, type words, small words, weights.
  mutating func readPlaceWords() {
    var numbers: [NumberRow] = []
    source.rows("numbers.tsv", ["id", "form", "lang", "value", "kind", "op"]) { row in
      numbers.append(
        NumberRow(
          id: row.string(row.column("id")), form: row.string(row.column("form")),
          language: row.string(row.column("lang")), value: row.integer(row.column("value")),
          kind: row.string(row.column("kind")), operation: row.string(row.column("op"))))
    }
    for (index, row) in numbers.enumerated() { insert(row.form, table: .number, row: index) }
    gazetteer.numbers = numbers
    gazetteer.functionWords = clauseRows("function_words.tsv", .functionWord)
    readPlaceTriggers()
    var weights = WeightTable()
    source.rows("weights.tsv", ["term", "value"]) { row in
      weights.values[row.string(row.column("term"))] = row.integer(row.column("value"))
    }
    gazetteer.weights = weights
  }

  mutating func readQuantities() {
    var casualties: [CasualtyRow] = []
    source.rows("casualty.tsv", ["id", "frame", "lang", "field", "slot", "side_cue"]) { row in
      casualties.append(
        CasualtyRow(
          id: row.string(row.column("id")), form: row.string(row.column("frame")),
          language: row.string(row.column("lang")), field: row.string(row.column("field")),
          slot: row.string(row.column("slot")), sideCue: row.string(row.column("side_cue"))))
    }
    for (index, row) in casualties.enumerated() { insert(row.form, table: .casualty, row: index) }
    gazetteer.casualties = casualties

    var times: [TimeRow] = []
    source.rows(
      "time.tsv", ["id", "form", "lang", "kind", "value", "anchor", "precision", "needs"]
    ) { row in
      times.append(
        TimeRow(
          id: row.string(row.column("id")), form: row.string(row.column("form")),
          language: row.string(row.column("lang")), kind: row.string(row.column("kind")),
          value: row.string(row.column("value")), anchor: row.string(row.column("anchor")),
          precision: row.string(row.column("precision")), needs: row.string(row.column("needs"))))
    }
    for (index, row) in times.enumerated() { insert(row.form, table: .time, row: index) }
    gazetteer.times = times

    var named: [NamedEventRow] = []
    source.rows("named_events.tsv", ["id", "form", "lang", "from", "to"]) { row in
      named.append(
        NamedEventRow(
          id: row.string(row.column("id")), form: row.string(row.column("form")),
          from: GazetteerLoader.date(row, row.column("from")),
          to: GazetteerLoader.date(row, row.column("to"))))
    }
    for (index, row) in named.enumerated() { insert(row.form, table: .namedEvent, row: index) }
    gazetteer.namedEvents = named
  }

  mutating func readDiscourse() {
    readRealis()

    var reporting: [ReportingRow] = []
    source.rows("reporting.tsv", ["id", "form", "lang", "kind", "confidence"]) { row in
      reporting.append(
        ReportingRow(
          id: row.string(row.column("id")), form: row.string(row.column("form")),
          language: row.string(row.column("lang")), kind: row.string(row.column("kind")),
          confidence: row.integer(row.column("confidence")) ?? 0))
    }
    for (index, row) in reporting.enumerated() {
      let perfect = row.language == "ar" ? gazetteer.clitics.perfectEndings : []
      let isVerb = !row.form.contains(" ") && row.form.unicodeScalars.count <= 5
      insert(row.form, table: .reporting, row: index, endings: isVerb ? perfect : [])
    }
    gazetteer.reporting = reporting
    gazetteer.clauses = clauseRows("clauses.tsv", .clause)
  }

  /// Forms are plain words, `word {perf}`, `word {imperf}` or `word … word`; a prefix (`-` at the
  /// end) is a matter of the matcher and has no form of its own.
  private mutating func readRealis() {
    var rows: [RealisRow] = []
    source.rows("realis.tsv", ["id", "form", "lang", "value", "scope"]) { row in
      rows.append(
        RealisRow(
          id: row.string(row.column("id")), form: row.string(row.column("form")),
          language: row.string(row.column("lang")), value: row.string(row.column("value")),
          scope: row.string(row.column("scope")), following: .anything, second: []))
    }
    for (index, row) in rows.enumerated() where !row.form.hasSuffix("-") {
      var form = row.form
      for (mark, following) in [
        (" {perf}", RealisRow.Following.perfect), (" {imperf}", .imperfect),
      ] where form.hasSuffix(mark) {
        rows[index].following = following
        form.removeLast(mark.count)
      }
      if let gap = form.firstIndex(of: "\u{2026}") {
        rows[index].second = [key(String(form[form.index(after: gap)...]))]
        form = String(form[..<gap])
      }
      insert(form, table: .realis, row: index)
    }
    gazetteer.realis = rows
  }

  private mutating func clauseRows(_ name: String, _ table: LexiconTable) -> [ClauseRow] {
    var rows: [ClauseRow] = []
    source.rows(name, ["id", "form", "lang", "kind"]) { row in
      rows.append(
        ClauseRow(
          id: row.string(row.column("id")), form: row.string(row.column("form")),
          language: row.string(row.column("lang")), kind: row.string(row.column("kind"))))
    }
    for (index, row) in rows.enumerated() { insert(row.form, table: table, row: index) }
    return rows
  }

  private mutating func readPlaceTriggers() {
    var triggers: [PlaceTriggerRow] = []
    source.rows("triggers_place.tsv", ["id", "form", "lang", "type", "number", "licence"]) { row in
      triggers.append(
        PlaceTriggerRow(
          id: row.string(row.column("id")), form: row.string(row.column("form")),
          language: row.string(row.column("lang")), type: row.string(row.column("type")),
          number: row.string(row.column("number")),
          licence: row.double(row.column("licence")) ?? 0))
    }
    for (index, row) in triggers.enumerated() { insert(row.form, table: .placeTrigger, row: index) }
    gazetteer.placeTriggers = triggers
  }

  mutating func readPlaceLexicons() {
    readBlocks()

    var demonyms: [DemonymRow] = []
    source.rows("demonyms.tsv", ["id", "form", "lang", "ref", "kind"]) { row in
      demonyms.append(
        DemonymRow(
          id: row.string(row.column("id")), form: row.string(row.column("form")),
          language: row.string(row.column("lang")), reference: row.string(row.column("ref")),
          kind: row.string(row.column("kind"))))
    }
    for (index, row) in demonyms.enumerated() { insert(row.form, table: .demonym, row: index) }
    gazetteer.demonyms = demonyms

    var anaphors: [PlaceAnaphorRow] = []
    source.rows("place_anaphors.tsv", ["id", "form", "lang", "kind"]) { row in
      anaphors.append(
        PlaceAnaphorRow(
          id: row.string(row.column("id")), form: row.string(row.column("form")),
          language: row.string(row.column("lang")), kind: row.string(row.column("kind"))))
    }
    for (index, row) in anaphors.enumerated() { insert(row.form, table: .placeAnaphor, row: index) }
    gazetteer.placeAnaphors = anaphors
  }

  private mutating func readBlocks() {
    var blocks: [(BlockRow, scope: String, note: String)] = []
    source.rows("block.tsv", ["id", "form", "lang", "kind", "scope", "note"]) { row in
      blocks.append(
        (
          BlockRow(
            id: row.string(row.column("id")), form: row.string(row.column("form")),
            language: row.string(row.column("lang")), kind: row.string(row.column("kind")),
            with: [], part: nil,
            namesNoPlace: row.holds(row.column("note"), "no_place")),
          row.string(row.column("scope")), row.string(row.column("note"))
        ))
    }
    for (index, entry) in blocks.enumerated() {
      var row = entry.0
      if entry.scope.hasPrefix("with:") {
        row.with = FoldedWords(keys(String(entry.scope.dropFirst(5))))
      }
      if let part = entry.note.split(separator: ";").first(where: { $0.hasPrefix("part:") }) {
        row.part = key(String(part.dropFirst(5)))
      }
      insert(row.form, table: .block, row: index)
      gazetteer.blocks.append(row)
    }

    var ambiguous: [(AmbiguousRow, requires: String, blocks: String)] = []
    let byID = gazetteer.entityByID
    source.rows(
      "ambig.tsv", ["id", "form", "policy", "requires", "blocks", "default_pid", "note"]
    ) { row in
      let note = row.string(row.column("note"))
      let exact = note.split(separator: ";").first { $0.hasPrefix("exact:") }
      ambiguous.append(
        (
          AmbiguousRow(
            id: row.string(row.column("id")), form: row.string(row.column("form")),
            policy: row.string(row.column("policy")), requires: [], blocks: [],
            defaultEntity: byID[row.string(row.column("default_pid"))] ?? -1,
            exact: exact.map { String($0.dropFirst(6)) }),
          row.string(row.column("requires")), row.string(row.column("blocks"))
        ))
    }
    for (index, entry) in ambiguous.enumerated() {
      var row = entry.0
      row.requires = FoldedWords(keys(entry.requires))
      row.blocks = FoldedWords(keys(entry.blocks))
      insert(row.form, table: .ambiguous, row: index)
      gazetteer.ambiguous.append(row)
    }
  }

  mutating func readRelations() {
    gazetteer.directions = bearings("directions.tsv", .direction)
    gazetteer.distanceUnits = bearings("distance_units.tsv", .relationWord)
    var raw:
      [(
        id: String, pattern: String, language: String, kind: String, tolerance: String,
        geometry: String, line: Int
      )] = []
    source.rows("relations.tsv", ["id", "pattern", "lang", "rel", "az_tol", "geometry"]) { row in
      raw.append(
        (
          row.string(row.column("id")), row.string(row.column("pattern")),
          row.string(row.column("lang")), row.string(row.column("rel")),
          row.string(row.column("az_tol")), row.string(row.column("geometry")), row.line
        ))
    }
    for entry in raw {
      guard let kind = Relation.Kind(rawValue: entry.kind), let pattern = pattern(entry.pattern)
      else {
        source.diagnostics.append(
          Diagnostic(
            .error, "Z022", "the relation is not known or the pattern lacks {P}",
            path: source.directory + "/relations.tsv", line: entry.line, column: 1))
        continue
      }
      if case .word(let word)? = pattern.before.last {
        gazetteer.relationWords.insert(word)
      }
      let tolerances = entry.tolerance.split(separator: "|").compactMap { Double($0) }
      gazetteer.relations.append(
        RelationRow(
          id: entry.id, language: entry.language, kind: kind, before: pattern.before,
          between: pattern.between, after: pattern.after, hasSecondPlace: pattern.hasSecond,
          tolerance: tolerances.first ?? 180,
          intermediateTolerance: tolerances.last ?? 180, geometry: entry.geometry))
    }
  }

  private mutating func bearings(_ name: String, _ table: LexiconTable) -> [DirectionRow] {
    var rows: [DirectionRow] = []
    source.rows(name, ["id", "form", "lang", "value"]) { row in
      rows.append(
        DirectionRow(
          id: row.string(row.column("id")), form: row.string(row.column("form")),
          language: row.string(row.column("lang")),
          bearing: row.double(row.column("value")) ?? 0))
    }
    for (index, row) in rows.enumerated() { insert(row.form, table: table, row: index) }
    return rows
  }

  private mutating func pattern(
    _ text: String
  ) -> (
    before: [RelationRow.Element], between: [RelationRow.Element], after: [RelationRow.Element],
    hasSecond: Bool
  )? {
    var parts: [[RelationRow.Element]] = [[]]
    for word in text.split(separator: " ") {
      switch word {
      case "{P}", "{P2}": parts.append([])
      case "{N}": parts[parts.count - 1].append(.number)
      case "{U}": parts[parts.count - 1].append(.unit)
      case "{D}": parts[parts.count - 1].append(.direction)
      default:
        let folded = key(String(word))
        // A hyphen makes two words of one.
        for part in (folded.isEmpty ? String(word) : folded).split(separator: " ") {
          parts[parts.count - 1].append(.word(Array(part.utf8)))
        }
      }
    }
    switch parts.count {
    case 2: return (parts[0], [], parts[1], false)
    case 3: return (parts[0], parts[1], parts[2], true)
    default: return nil
    }
  }
}
