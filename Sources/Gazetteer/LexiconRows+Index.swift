import Model

// The members of each row in the order in which the index has them. A new member is added in
// `blank` and in `transfer`, and `IndexSection.version` goes up.

extension ACLEDRow: IndexedRow {
  static var blank: ACLEDRow {
    ACLEDRow(eventType: "", subEventType: "", disorderType: "", family: "")
  }

  mutating func transfer(with coder: inout some RowCoder) {
    coder.transfer(&eventType)
    coder.transfer(&subEventType)
    coder.transfer(&disorderType)
    coder.transfer(&family)
  }
}

extension EventValues: IndexedRow {
  static var blank: EventValues { EventValues() }

  /// The members of a row.
  init(_ row: EventRow) {
    self.init(
      id: row.id, form: row.form, language: row.language, position: row.position,
      eventType: row.eventType, subEventType: row.subEventType, plover: row.plover, mode: row.mode,
      weight: row.weight, needs: row.needs, needWords: row.needWords, excludes: row.excludes,
      roles: row.roles, family: row.family, second: row.second)
  }

  mutating func transfer(with coder: inout some RowCoder) {
    coder.transfer(&id)
    coder.transfer(&form)
    coder.transfer(&language)
    coder.transfer(&position)
    coder.transfer(&eventType)
    coder.transfer(&subEventType)
    coder.transfer(&plover)
    coder.transfer(&mode)
    coder.transfer(&weight)
    coder.transfer(&needs, as: { $0.map(\.rawValue) }, from: { $0.compactMap(EventRow.Need.init) })
    {
      $0.transfer(&$1)
    }
    coder.transfer(&needWords)
    coder.transfer(&excludes)
    coder.transfer(&roles, as: { String($0) }, from: \.unicodeScalars.first) { $0.transfer(&$1) }
    coder.transfer(&family)
    coder.transfer(&second)
  }
}

extension EventAnaphorRow: IndexedRow {
  static var blank: EventAnaphorRow { EventAnaphorRow(id: "", form: "", families: []) }

  mutating func transfer(with coder: inout some RowCoder) {
    coder.transfer(&id)
    coder.transfer(&form)
    coder.transfer(&families)
  }
}

extension ActorCodeRow: IndexedRow {
  static var blank: ActorCodeRow {
    ActorCodeRow(code: "", nameEnglish: "", inter: nil, kind: "", parent: "")
  }

  mutating func transfer(with coder: inout some RowCoder) {
    coder.transfer(&code)
    coder.transfer(&nameEnglish)
    coder.transfer(&inter)
    coder.transfer(&kind)
    coder.transfer(&parent)
  }
}

extension ActorRow: IndexedRow {
  static var blank: ActorRow {
    ActorRow(id: "", code: "", form: "", language: "", blockAfter: [])
  }

  mutating func transfer(with coder: inout some RowCoder) {
    coder.transfer(&id)
    coder.transfer(&code)
    coder.transfer(&form)
    coder.transfer(&language)
    coder.transfer(&blockAfter)
  }
}

extension PersonRow: IndexedRow {
  static var blank: PersonRow {
    PersonRow(id: "", form: "", language: "", number: "", kind: "", code: "")
  }

  mutating func transfer(with coder: inout some RowCoder) {
    coder.transfer(&id)
    coder.transfer(&form)
    coder.transfer(&language)
    coder.transfer(&number)
    coder.transfer(&kind)
    coder.transfer(&code)
  }
}

extension NumberRow: IndexedRow {
  static var blank: NumberRow {
    NumberRow(id: "", form: "", language: "", value: nil, kind: "", operation: "")
  }

  mutating func transfer(with coder: inout some RowCoder) {
    coder.transfer(&id)
    coder.transfer(&form)
    coder.transfer(&language)
    coder.transfer(&value)
    coder.transfer(&kind)
    coder.transfer(&operation)
  }
}

extension CasualtyRow: IndexedRow {
  static var blank: CasualtyRow {
    CasualtyRow(id: "", form: "", language: "", field: "", slot: "", sideCue: "")
  }

  mutating func transfer(with coder: inout some RowCoder) {
    coder.transfer(&id)
    coder.transfer(&form)
    coder.transfer(&language)
    coder.transfer(&field)
    coder.transfer(&slot)
    coder.transfer(&sideCue)
  }
}

extension TimeRow: IndexedRow {
  static var blank: TimeRow {
    TimeRow(
      id: "", form: "", language: "", kind: "", value: "", anchor: "", precision: "", needs: "")
  }

  mutating func transfer(with coder: inout some RowCoder) {
    coder.transfer(&id)
    coder.transfer(&form)
    coder.transfer(&language)
    coder.transfer(&kind)
    coder.transfer(&value)
    coder.transfer(&anchor)
    coder.transfer(&precision)
    coder.transfer(&needs)
  }
}

extension NamedEventRow: IndexedRow {
  static var blank: NamedEventRow { NamedEventRow(id: "", form: "", from: nil, to: nil) }

  mutating func transfer(with coder: inout some RowCoder) {
    coder.transfer(&id)
    coder.transfer(&form)
    coder.transfer(&from)
    coder.transfer(&to)
  }
}

extension RealisRow: IndexedRow {
  static var blank: RealisRow {
    RealisRow(
      id: "", form: "", language: "", value: "", scope: "", following: .anything, second: [])
  }

  mutating func transfer(with coder: inout some RowCoder) {
    coder.transfer(&id)
    coder.transfer(&form)
    coder.transfer(&language)
    coder.transfer(&value)
    coder.transfer(&scope)
    coder.transfer(&following, as: \.rawValue, from: { Following(rawValue: $0) }) {
      $0.transfer(&$1)
    }
    coder.transfer(&second)
  }
}

extension ReportingRow: IndexedRow {
  static var blank: ReportingRow {
    ReportingRow(id: "", form: "", language: "", kind: "", confidence: 0)
  }

  mutating func transfer(with coder: inout some RowCoder) {
    coder.transfer(&id)
    coder.transfer(&form)
    coder.transfer(&language)
    coder.transfer(&kind)
    coder.transfer(&confidence)
  }
}

extension ClauseRow: IndexedRow {
  static var blank: ClauseRow { ClauseRow(id: "", form: "", language: "", kind: "") }

  mutating func transfer(with coder: inout some RowCoder) {
    coder.transfer(&id)
    coder.transfer(&form)
    coder.transfer(&language)
    coder.transfer(&kind)
  }
}

extension WeaponRow: IndexedRow {
  static var blank: WeaponRow {
    WeaponRow(id: "", form: "", language: "", weapon: "", subEventType: "")
  }

  mutating func transfer(with coder: inout some RowCoder) {
    coder.transfer(&id)
    coder.transfer(&form)
    coder.transfer(&language)
    coder.transfer(&weapon)
    coder.transfer(&subEventType)
  }
}

extension TitleRow: IndexedRow {
  static var blank: TitleRow { TitleRow(id: "", form: "", language: "", kind: "") }

  mutating func transfer(with coder: inout some RowCoder) {
    coder.transfer(&id)
    coder.transfer(&form)
    coder.transfer(&language)
    coder.transfer(&kind)
  }
}
