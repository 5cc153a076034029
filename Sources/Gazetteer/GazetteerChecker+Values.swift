import Files
import Model

extension GazetteerChecker {
  /// Holds each column against its rule, and the periods of the tables that have one.
  mutating func checkValues() {
    let families = Set(gazetteer.acled.map(\.family)).union(["any"])
    let subTypes = Set(gazetteer.acled.map(\.subEventType))
    for table in GazetteerCheckerRule.tables {
      let rules = GazetteerCheckerRule.all.filter { $0.table == table }
      if rules.isEmpty { continue }
      let explained = explainedWords(table)
      rows(table) { run, row in
        for rule in rules {
          guard let cell = row.column(rule.column) else { continue }
          if case .word = rule.content, explained.contains(row.string(cell)) { continue }
          run.check(&row, cell, rule.content, families, subTypes)
        }
        if table == "block.tsv" { run.checkNote(&row) }
        if table == "named_events.tsv" { run.checkPeriod(&row, "from", "to") }
        if table == "actors.tsv" || table == "actor_codes.tsv" { run.checkPeriod(&row) }
      }
    }
  }

  /// The words that the comments of a table explain (`oneof: one, only before a noun`): a kind that
  /// the code has learnt is documented there, and known from then on.
  private func explainedWords(_ table: String) -> Set<String> {
    guard let bytes = try? FileBytes.read(directory + "/" + table) else { return [] }
    var words: Set<String> = []
    for line in bytes.split(separator: 0x0A) where line.first == 0x23 {
      var word: [UInt8] = []
      var isAfterBlank = false
      for byte in line {
        let isLetter = (97...122).contains(byte) || byte == 0x5F || byte == 0x2D
        if isLetter, !isAfterBlank {
          word.append(byte)
          continue
        }
        // A colon, a comma, a point or a bar ends a word, and so does a bracket after a blank.
        switch byte {
        case 0x3A, 0x2C, 0x2E, 0x7C, 0x28: words.insert(String(decoding: word, as: UTF8.self))
        case 0x20 where !isAfterBlank:
          isAfterBlank = true
          continue
        default: break
        }
        word = isLetter ? [byte] : []
        isAfterBlank = false
      }
    }
    words.remove("")
    return words
  }

  private mutating func check(
    _ row: inout TSVReader, _ cell: Int, _ content: GazetteerCheckerRule.Content,
    _ families: Set<String>, _ subTypes: Set<String>
  ) {
    let isEmpty = row.isEmpty(cell)
    switch content {
    case .word(let words):
      let word = row.string(cell)
      if !words.contains(word) {
        let list = words.filter { !$0.isEmpty }.sorted().joined(separator: ", ")
        row.report(
          .unknownValue, "\(row.columns[cell]) is \(isEmpty ? "empty" : word); known are \(list)",
          cell: cell)
      }
    case .number(let range): checkNumber(&row, cell, range)
    case .optionalNumber(let range): if !isEmpty { checkNumber(&row, cell, range) }
    case .subEventType:
      let name = row.string(cell)
      if !isEmpty, !subTypes.contains(name) {
        row.report(.unknownSubEventType, "\(name) is no ACLED sub-event type", cell: cell)
      }
    case .actorCode:
      let code = row.string(cell)
      if !isEmpty, gazetteer.actorCodes[code] == nil {
        row.report(.unknownActorCode, "\(code) is not in actor_codes.tsv", cell: cell)
      }
    case .entity: checkReferences(&row, row.columns[cell])
    case .families:
      for family in row.string(cell).split(separator: ";") where !families.contains(String(family))
      {
        row.report(
          .unknownValue, "\(family) is no family of acled.tsv, and not any", cell: cell)
      }
    case .form:
      if isEmpty {
        row.report(.emptyCell, "the row has no form", cell: cell)
      } else if key(row.string(cell)).isEmpty {
        row.report(
          .deadForm, "the form has no letter and no digit: no text is searched for it", cell: cell)
      }
    }
  }

  private func checkNumber(_ row: inout TSVReader, _ cell: Int, _ range: ClosedRange<Double>) {
    if let value = row.double(cell), range.contains(value) { return }
    row.report(
      .badNumber,
      "\(row.columns[cell]) is no number from \(short(range.lowerBound)) to "
        + "\(short(range.upperBound))", cell: cell)
  }

  private func short(_ value: Double) -> String {
    Int(exactly: value).map(String.init) ?? "\(value)"
  }

  /// `in:PID` of a note, where a facility stands, is a place or a unit.
  private func checkNote(_ row: inout TSVReader) {
    let cell = row.column("note")
    for part in row.string(cell).split(separator: ";") where part.hasPrefix("in:") {
      let id = String(part.dropFirst(3))
      if gazetteer.entityByID[id] == nil {
        row.report(.unknownReference, "\(id) is neither a place nor a unit", cell: cell)
      }
    }
  }
}
