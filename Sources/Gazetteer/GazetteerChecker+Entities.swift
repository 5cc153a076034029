import Files
import Model

extension GazetteerChecker {
  /// Ids are there, well formed and used once in a folder; those of places and units in one space.
  mutating func checkIDs() {
    let entities = ["units.tsv"] + PlaceTables.places
    for folder in [directory] + overlays {
      var known: [String: String] = [:]
      for table in entities { checkIDs(folder + "/" + table, &known) }
      for table in GazetteerCheckerRule.tables where !entities.contains(table) {
        known.removeAll(keepingCapacity: true)
        checkIDs(folder + "/" + table, &known)
      }
    }
  }

  private mutating func checkIDs(_ path: String, _ known: inout [String: String]) {
    guard let bytes = try? FileBytes.read(path) else { return }
    var row = TSVReader(bytes, path: path)
    guard let column = TableSource.idColumn(row) else { return }
    while row.next() {
      let id = row.string(column)
      if id.isEmpty {
        row.report(.emptyCell, "the row has no id", cell: column)
      } else if let first = known[id] {
        row.report(.duplicateID, "the id \(id) is used twice, first at \(first)", cell: column)
      } else {
        known[id] = "\(path):\(row.line)"
        let isPlain = id.utf8.allSatisfy { byte in
          (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
            || byte == 0x2D || byte == 0x5F
        }
        if !isPlain {
          row.report(
            .badID, "the id \(id) has other characters than letters, digits, - and _",
            cell: column)
        }
      }
    }
    findings += row.diagnostics
  }

  /// Levels, parents, seats, periods and outlines of the units.
  mutating func checkUnits() {
    var ownerOfPcode: [String: String] = [:]
    rows("units.tsv") { run, row in
      guard let index = run.entity(of: row, row.column("uid")) else { return }
      let unit = run.gazetteer.entities[index]
      run.checkPeriod(&row)
      run.checkParent(of: unit, &row)
      run.checkSeat(of: index, &row)
      run.checkReferences(&row, "succeeds")
      if let pcode = unit.pcode {
        if let owner = ownerOfPcode[pcode] {
          row.report(
            .duplicatePcode, "\(owner) has the P-code \(pcode) too", cell: row.column("pcode"))
        }
        ownerOfPcode[pcode] = unit.id
      }
      let drawn = run.gazetteer.shapes.boundaries().unitByID
      // A unit that took another's place may keep its outline.
      if drawn[unit.id] == nil,
        !GazetteerChecker.predecessors(row).contains(where: drawn.keys.contains)
      {
        row.report(.noOutline, "boundaries.geojson has no outline of \(unit.id)")
      }
      run.checkEnglishName(of: unit, &row)
    }
  }

  /// The entity that a row made, nil when the row was refused or another row replaced it.
  func entity(of row: TSVReader, _ column: Int?) -> Int? {
    guard let index = gazetteer.entityByID[row.string(column)],
      gazetteer.entities[index].line == row.line,
      gazetteer.path(of: gazetteer.entities[index]) == row.path
    else { return nil }
    return index
  }

  private func checkParent(of unit: Entity, _ row: inout TSVReader) {
    let cell = row.column("parent")
    let parent = row.string(cell)
    if parent.isEmpty {
      if unit.level != .country {
        row.report(.wrongParent, "a unit of level \(unit.level.code) needs a parent", cell: cell)
      }
      return
    }
    // An unknown parent is a finding of the loader's.
    guard let index = gazetteer.entityByID[parent] else {
      row.report(.unknownParent, "the unit \(parent) is not in units.tsv", cell: cell)
      return
    }
    let level = gazetteer.entities[index].level
    let wanted = Entity.Level(rawValue: unit.level.rawValue - 1) ?? .none
    guard level != wanted || wanted == .none else { return }
    let found = level == .none ? "a place" : level.code
    row.report(
      .wrongParent,
      wanted == .none
        ? "a country has no parent"
        : "\(parent) is \(found); the parent of an \(unit.level.code) unit is \(wanted.code)",
      cell: cell)
  }

  private func checkSeat(of index: Int, _ row: inout TSVReader) {
    let cell = row.column("seat")
    let seat = row.string(cell)
    if seat.isEmpty {
      row.report(.noSeat, "the unit names no seat", cell: cell)
      return
    }
    guard let place = gazetteer.entityByID[seat], !gazetteer.entities[place].isUnit else {
      row.report(.unknownSeat, "the seat \(seat) is not in places.tsv", cell: cell)
      return
    }
    let predecessors = GazetteerChecker.predecessors(row).compactMap { gazetteer.entityByID[$0] }
    if !([index] + predecessors).contains(where: { gazetteer.isWithin(place, $0) }) {
      row.report(
        .seatElsewhere,
        "the seat \(seat) lies in \(parentID(of: place) ?? "no unit"), not in \(row.string(0))",
        cell: cell)
    }
  }

  /// The units that a row says it took the place of.
  private static func predecessors(_ row: TSVReader) -> [String] {
    row.string(row.column("succeeds")).split(separator: ";").map(String.init)
  }

  func parentID(of entity: Int) -> String? {
    let parent = gazetteer.entities[entity].parent
    return parent >= 0 ? gazetteer.entities[parent].id : nil
  }

  /// Ids, parted by semicolons, of a cell that refers to places or units.
  func checkReferences(_ row: inout TSVReader, _ column: String) {
    let cell = row.column(column)
    for id in row.string(cell).split(separator: ";") where gazetteer.entityByID[String(id)] == nil {
      row.report(.unknownReference, "\(id) is neither a place nor a unit", cell: cell)
    }
  }

  /// Days that are days and a period that does not end before it begins.
  func checkPeriod(
    _ row: inout TSVReader, _ fromColumn: String = "valid_from", _ toColumn: String = "valid_to"
  ) {
    var days: [CivilDate?] = []
    for column in [fromColumn, toColumn] {
      let day = GazetteerLoader.date(row, row.column(column))
      days.append(day)
      if day == nil, !row.isEmpty(row.column(column)) {
        row.report(
          .badDay, "\(row.string(row.column(column))) is no day; write YYYY-MM-DD",
          cell: row.column(column))
      }
    }
    if let from = days[0], let to = days[1], to <= from {
      row.report(
        .periodReversed, "the period ends on \(to) and begins on \(from); the end is exclusive",
        cell: row.column(toColumn))
    }
  }

  func checkEnglishName(of entity: Entity, _ row: inout TSVReader) {
    if entity.nameEnglish < 0 {
      row.report(
        .noEnglishName, "\(entity.id) has no English name; the output would show its id")
    }
  }
}
