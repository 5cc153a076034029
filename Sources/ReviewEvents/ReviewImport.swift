import Files
package import Model

/// Turns a sheet that a coder worked in into corrections.
package struct ReviewImport {
  private let rules: CorrectionRules

  package init(rules: CorrectionRules) { self.rules = rules }

  /// What a sheet says.
  package struct Result: Sendable {
    /// All corrections of the folder, those of the sheet taken in.
    package var corrections: [Correction]
    /// How many the sheet made, changed or took away.
    package var changes = 0
    package var warnings: [Diagnostic] = []
  }

  /// Reads a sheet and takes it into the corrections of a folder.
  /// - Throws: `ReviewError` with every row and column that is wrong; `FileError`.
  package func read(_ path: String, folder: String) throws -> Result {
    let sheet = try Sheet(try FileBytes.read(path), path: path)
    let existing = try CorrectionFile.readAsWritten(folder + "/corrections.jsonl")
    let layer = try ReviewLayer(folder: folder)
    var reading = SheetReading(sheet: sheet, rules: rules)
    try reading.checkColumns()
    var byID = Dictionary(
      existing.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var order = existing.map(\.id)
    var seen: [String: Int] = [:]
    var result = Result(corrections: [])
    for row in sheet.rows {
      guard let correction = reading.correction(row, existing: { byID[$0] }) else { continue }
      if let other = seen.updateValue(row.number, forKey: correction.id) {
        reading.fail(.badTable, "row \(other) is about the same event", row, "id")
        continue
      }
      for id in [correction.id] + correction.others
      where layer.holders[id] == nil && byID[id] == nil && correction.verb != .add {
        result.warnings.append(
          Diagnostic(
            .warning, ReviewCode.unknownEvent.rawValue,
            "\(id) is no event of \(folder); the correction is kept and waits for it", path: path,
            line: row.number, column: 1))
      }
      if byID[correction.id] == correction { continue }
      if byID[correction.id] == nil {
        if correction.isEmpty { continue }
        order.append(correction.id)
      }
      byID[correction.id] = correction
      result.changes += 1
    }
    if !reading.errors.isEmpty { throw ReviewError(reading.errors) }
    result.warnings = reading.warnings + result.warnings
    result.corrections = order.compactMap { byID[$0] }.filter { !$0.isEmpty }
    return result
  }
}

/// Reads the rows of one sheet.
struct SheetReading {
  let sheet: Sheet
  let rules: CorrectionRules
  private(set) var errors: [Diagnostic] = []
  private(set) var warnings: [Diagnostic] = []

  init(sheet: Sheet, rules: CorrectionRules) {
    self.sheet = sheet
    self.rules = rules
  }

  mutating func checkColumns() throws(ReviewError) {
    for name in ["id", ReviewSheet.verb, ReviewSheet.exported] where !sheet.columns.contains(name) {
      throw ReviewError(
        .badTable, "the column \(name) is missing; export the sheet again", path: sheet.path,
        line: 1)
    }
    for (index, name) in sheet.columns.enumerated() {
      let isKnown =
        ["id", ReviewSheet.verb, ReviewSheet.others, ReviewSheet.exported].contains(name)
        || CorrectionField(rawValue: name) != nil || ReviewSheet.context.contains(name)
        || CoderNote.isOwn(name)
      if isKnown { continue }
      warnings.append(
        Diagnostic(
          .warning, ReviewCode.unknownColumn.rawValue,
          "the column \(name) is not read; columns of your own begin with user_",
          path: sheet.path, line: 1, column: index + 1))
    }
  }

  mutating func fail(
    _ code: ReviewCode, _ message: String, _ row: Sheet.Row, _ column: String
  ) {
    errors.append(
      Diagnostic(
        .error, code.rawValue, message, path: sheet.path, line: row.number,
        column: (sheet.columns.firstIndex(of: column) ?? 0) + 1))
  }

  /// The correction of a row; nil when it has errors.
  mutating func correction(
    _ row: Sheet.Row, existing: (String) -> Correction?
  ) -> Correction? {
    var cells: [String: String] = [:]
    for (name, cell) in zip(sheet.columns, row.cells) { cells[name] = SheetCells.plain(cell) }
    let before = exported(row, cells)
    let count = errors.count
    let id = cells["id"] ?? ""
    let verbText = Self.trimmed(cells[ReviewSheet.verb] ?? "")
    let verb = CorrectionVerb(rawValue: verbText)
    if verb == nil, !verbText.isEmpty {
      fail(
        .badVerb, "the verb is none of \(CorrectionVerb.listed)", row, ReviewSheet.verb)
      return nil
    }
    if id.isEmpty, verb != .add {
      fail(.badTable, "the row has no id; a new event has the verb add", row, "id")
      return nil
    }
    var correction = existing(id) ?? Correction(id: id)
    func isChanged(_ name: String) -> Bool {
      guard sheet.columns.contains(name) else { return false }
      return !Self.isSame(cells[name] ?? "", before[name] ?? "")
    }
    for field in CorrectionField.allCases where isChanged(field.rawValue) {
      do throws(CorrectionRules.Refusal) {
        correction.values[field] = try rules.value(
          field, of: Self.trimmed(cells[field.rawValue] ?? ""), decimalComma: sheet.hasSemicolons)
      } catch {
        fail(.badValue, error.message, row, field.rawValue)
      }
    }
    for name in ReviewSheet.context where isChanged(name) {
      fail(
        .readOnly, "\(name) follows from other columns and is not corrected itself", row, name)
    }
    if isChanged(ReviewSheet.others) {
      correction.others = (cells[ReviewSheet.others] ?? "").split { $0 == ";" || $0 == " " }
        .map { String($0) }
    }
    for name in sheet.columns where CoderNote.isOwn(name) && isChanged(name) {
      correction.notes.removeAll { $0.name == name }
      let text = cells[name] ?? ""
      if !text.isEmpty { correction.notes.append(CoderNote(name: name, text: text)) }
    }
    if isChanged(ReviewSheet.verb) {
      correction.verb = verb
      // What was taken back has no values either.
      if verb == nil, before[ReviewSheet.verb] != nil {
        correction.values = [:]
        correction.others = []
      }
    }
    if correction.verb == nil, !correction.values.isEmpty { correction.verb = .correct }
    if correction.id.isEmpty { correction.id = newID(correction) }
    if errors.count == count {
      do throws(CorrectionRules.Refusal) {
        try rules.check(correction)
        try rules.check(withOtherEnds(correction, cells))
      } catch {
        fail(.badValue, error.message, row, ReviewSheet.verb)
      }
    }
    return errors.count == count ? correction : nil
  }

  /// A correction with the other ends of its ranges, as the row shows them, so that one end that passes
  /// the other is told while the sheet is at hand.
  private func withOtherEnds(_ correction: Correction, _ cells: [String: String]) -> Correction {
    var whole = correction
    // A day that begins elsewhere ends there too, so a date_start is given alone.
    let pairs: [(CorrectionField, CorrectionField)] = [
      (.killedMinimum, .killedMaximum), (.killedMaximum, .killedMinimum),
      (.injuredMinimum, .injuredMaximum), (.injuredMaximum, .injuredMinimum),
      (.dateEnd, .dateStart),
    ]
    for (given, other) in pairs
    where correction.values[given] != nil && correction.values[other] == nil {
      let cell = Self.trimmed(cells[other.rawValue] ?? "")
      whole.values[other] = try? rules.value(
        other, of: cell, decimalComma: sheet.hasSemicolons)
    }
    return whole
  }

  private mutating func exported(
    _ row: Sheet.Row, _ cells: [String: String]
  ) -> [String: String] {
    let text = cells[ReviewSheet.exported] ?? ""
    if text.isEmpty {
      if !(cells["id"] ?? "").isEmpty {
        fail(
          .badTable, "exported_values is empty; only a new event, without an id, has none", row,
          ReviewSheet.exported)
      }
      return [:]
    }
    guard let members = (try? JSONReader.parse(Array(text.utf8)))?.members else {
      fail(
        .badTable, "exported_values is not as it was exported", row, ReviewSheet.exported)
      return [:]
    }
    return Dictionary(
      members.map { ($0.key, $0.value.string ?? "") }, uniquingKeysWith: { $1 })
  }

  /// The id of an event that a coder adds: a hash of what is said of it.
  private func newID(_ correction: Correction) -> String {
    "ev-" + ContentHash.hex64(CorrectionFile.json(correction))
  }

  /// Whether a cell says what was exported: blanks, the digits of numbers and the way in which a
  /// spreadsheet writes days do not matter.
  static func isSame(_ cell: String, _ exported: String) -> Bool {
    let (first, second) = (trimmed(cell), trimmed(exported))
    if first == second { return true }
    // Line breaks in cells are the spreadsheet's.
    if first.replacing("\r\n", with: "\n") == second.replacing("\r\n", with: "\n") { return true }
    if let one = Double(first.replacing(",", with: ".")), let other = Double(second) {
      return one == other
    }
    guard CivilDate(iso: Array(second.utf8)) != nil, CivilDate(iso: Array(first.utf8)) == nil
    else { return false }
    let numbers = first.split { !("0"..."9").contains($0) }.compactMap { Int($0) }
    let wanted = second.split(separator: "-").compactMap { Int($0) }
    return numbers.count == 3 && numbers.sorted() == wanted.sorted()
  }

  private static func trimmed(_ text: String) -> String {
    var scalars = text.unicodeScalars[...]
    while let first = scalars.first, first == " " || first == "\u{A0}" { scalars.removeFirst() }
    while let last = scalars.last, last == " " || last == "\u{A0}" { scalars.removeLast() }
    return String(scalars)
  }
}
