import Files
import Model

extension GazetteerLoader {
  mutating func readEventLexicons() {
    var acled: [ACLEDRow] = []
    source.rows("acled.tsv", ["event_type", "sub_event_type", "disorder_type", "family"]) { row in
      acled.append(
        ACLEDRow(
          eventType: row.string(row.column("event_type")),
          subEventType: row.string(row.column("sub_event_type")),
          disorderType: row.string(row.column("disorder_type")),
          family: row.string(row.column("family"))))
    }
    gazetteer.acled = acled

    var raw: [(row: EventValues, needs: String, excludes: String)] = []
    source.rows(
      "events.tsv",
      [
        "eid", "form", "lang", "pos", "acled_type", "acled_sub", "plover", "mode", "weight",
        "needs", "excludes", "roles",
      ]
    ) { row in
      let sub = row.string(row.column("acled_sub"))
      let known = acled.first { $0.subEventType == sub }
      if !sub.isEmpty, known == nil {
        row.report(
          .error, "Z020", "\(sub) is no ACLED sub-event type", cell: row.column("acled_sub"))
        return
      }
      raw.append(
        (
          EventValues(
            id: row.string(row.column("eid")), form: row.string(row.column("form")),
            language: row.string(row.column("lang")), position: row.string(row.column("pos")),
            eventType: row.string(row.column("acled_type")), subEventType: sub,
            plover: row.string(row.column("plover")), mode: row.string(row.column("mode")),
            weight: row.integer(row.column("weight")) ?? 0,
            roles: row.string(row.column("roles")).unicodeScalars.first ?? "I",
            family: known?.family ?? ""),
          row.string(row.column("needs")), row.string(row.column("excludes"))
        ))
    }
    for (index, entry) in raw.enumerated() {
      var event = entry.row
      // Folding would take `actorx2` apart.
      let parts = entry.needs.split(separator: ";").map(String.init)
      event.needs = parts.compactMap(EventRow.Need.init)
      let words = parts.filter { EventRow.Need(rawValue: $0) == nil }
      event.needWords = FoldedWords(keys(words.joined(separator: ";")))
      event.excludes = FoldedWords(keys(entry.excludes))
      var form = event.form
      if let gap = form.firstIndex(of: "\u{2026}") {
        event.second = [key(String(form[form.index(after: gap)...]))]
        form = String(form[..<gap])
      }
      insert(form, table: .event, row: index, endings: endings(of: event))
      if event.language == "ar", event.position == "imperfect" {
        insertImperfects(form, row: index)
      }
      gazetteer.events.append(EventRow(event))
    }

    var anaphors: [EventAnaphorRow] = []
    source.rows("event_anaphors.tsv", ["id", "form", "families"]) { row in
      anaphors.append(
        EventAnaphorRow(
          id: row.string(row.column("id")), form: row.string(row.column("form")),
          families: row.string(row.column("families")).split(separator: ";").map(String.init)))
    }
    for (index, row) in anaphors.enumerated() {
      insert(row.form, table: .eventAnaphor, row: index)
    }
    gazetteer.eventAnaphors = anaphors

    var weapons: [WeaponRow] = []
    source.rows("weapons.tsv", ["id", "form", "lang", "weapon", "acled_sub"]) { row in
      weapons.append(
        WeaponRow(
          id: row.string(row.column("id")), form: row.string(row.column("form")),
          language: row.string(row.column("lang")), weapon: row.string(row.column("weapon")),
          subEventType: row.string(row.column("acled_sub"))))
    }
    for (index, row) in weapons.enumerated() { insert(row.form, table: .weapon, row: index) }
    gazetteer.weapons = weapons
  }

  /// The endings of an Arabic verb in the perfect.
  private func endings(of row: EventValues) -> [String] {
    guard row.language == "ar", row.position == "verb" || row.position == "passive" else {
      return []
    }
    return gazetteer.clitics.perfectEndings
  }

  /// The other persons of an imperfect given as "he".
  private mutating func insertImperfects(_ form: String, row: Int) {
    var words = form.split(separator: " ", maxSplits: 1).map(String.init)
    guard let first = words.first else { return }
    let stem = String(String.UnicodeScalarView(first.unicodeScalars.dropFirst()))
    for pattern in gazetteer.clitics.imperfectPatterns {
      words[0] = pattern.split(separator: "{stem}", omittingEmptySubsequences: false)
        .joined(separator: stem)
      insert(words.joined(separator: " "), table: .event, row: row)
    }
  }

  mutating func readPeople() {
    var codes: [String: ActorCodeRow] = [:]
    var forces: [String: String] = [:]
    var gazetteerRegional: [String: String] = [:]
    source.rows("actor_codes.tsv", ["code", "name_en", "inter", "class", "parent"]) { row in
      let code = row.string(row.column("code"))
      if codes[code] != nil {
        row.report(.error, "Z010", "the code \(code) is used twice", cell: row.column("code"))
      }
      codes[code] = ActorCodeRow(
        code: code, nameEnglish: row.string(row.column("name_en")),
        inter: row.integer(row.column("inter")), kind: row.string(row.column("class")),
        parent: row.string(row.column("parent")))
      if let country = row.optionalString(row.column("forces_of")) {
        forces[country] = code
      }
      if let regional = row.optionalString(row.column("in_region")) {
        gazetteerRegional[code] = regional
      }
    }
    gazetteer.actorCodes = codes
    gazetteer.foreignForces = forces
    gazetteer.regionalCodes = gazetteerRegional
    var regional: [Int] = []
    let byID = gazetteer.entityByID
    source.rows("region_units.tsv", ["region", "unit"]) { row in
      if let unit = byID[row.string(row.column("unit"))] { regional.append(unit) }
    }
    gazetteer.regionalUnits = regional

    var actors: [(ActorRow, anaphor: String, blockAfter: String)] = []
    source.rows("actors.tsv", ["aid", "code", "form", "lang", "anaphor", "block_after"]) { row in
      let code = row.string(row.column("code"))
      if codes[code] == nil {
        row.report(
          .error, "Z021", "\(code) is not in actor_codes.tsv", cell: row.column("code"))
        return
      }
      actors.append(
        (
          ActorRow(
            id: row.string(row.column("aid")), code: code, form: row.string(row.column("form")),
            language: row.string(row.column("lang")), blockAfter: []),
          row.string(row.column("anaphor")), row.string(row.column("block_after"))
        ))
    }
    var seen: Set<String> = []
    for (index, entry) in actors.enumerated() {
      var row = entry.0
      row.blockAfter = FoldedWords(keys(entry.blockAfter))
      insert(row.form, table: .actor, row: index)
      gazetteer.actors.append(row)
      for form in entry.anaphor.split(separator: ";").map(String.init)
      where seen.insert(row.code + "\t" + form).inserted {
        var anaphor = row
        anaphor.form = form
        insert(form, table: .actorAnaphor, row: gazetteer.actorAnaphors.count)
        gazetteer.actorAnaphors.append(anaphor)
      }
    }

    var persons: [PersonRow] = []
    source.rows("persons.tsv", ["id", "form", "lang", "number", "class", "code"]) { row in
      persons.append(
        PersonRow(
          id: row.string(row.column("id")), form: row.string(row.column("form")),
          language: row.string(row.column("lang")), number: row.string(row.column("number")),
          kind: row.string(row.column("class")), code: row.string(row.column("code"))))
    }
    for (index, row) in persons.enumerated() { insert(row.form, table: .person, row: index) }
    gazetteer.persons = persons
    gazetteer.firstNames = titles("first_names.tsv", .firstName)
    gazetteer.titles = titles("titles.tsv", .title)
  }

  private mutating func titles(_ name: String, _ table: LexiconTable) -> [TitleRow] {
    var rows: [TitleRow] = []
    source.rows(name, ["id", "form", "lang"]) { row in
      rows.append(
        TitleRow(
          id: row.string(row.column("id")), form: row.string(row.column("form")),
          language: row.string(row.column("lang")), kind: row.string(row.column("kind"))))
    }
    for (index, row) in rows.enumerated() { insert(row.form, table: table, row: index) }
    return rows
  }
}
