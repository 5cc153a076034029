import Files
import Model

extension GazetteerLoader {
  mutating func readEntities() {
    var parents: [String] = []
    var seats: [String] = []
    var entities: [EntityRecord] = []
    var byID: [String: Int] = [:]

    func add(
      _ entity: EntityRecord, parent: String, seat: String, _ row: inout TSVReader, _ cell: Int?
    ) {
      if let known = byID[entity.id] {
        // An overlay's row replaces the row of the same id, in whichever table that stands.
        if GazetteerLoader.folder(of: entities[known].file)
          == GazetteerLoader.folder(of: entity.file)
        {
          row.report(.error, "Z010", "the id \(entity.id) is used twice", cell: cell)
          return
        }
        entities[known] = entity
        parents[known] = parent
        seats[known] = seat
        return
      }
      byID[entity.id] = entities.count
      entities.append(entity)
      parents.append(parent)
      seats.append(seat)
    }

    source.rows("units.tsv", ["uid", "level", "pcode", "parent", "seat"]) { row in
      let cell = row.column("uid")
      guard let level = Entity.Level(row.string(row.column("level"))) else {
        row.report(
          .error, "Z011", "the level is not adm0, adm1, adm2 or adm3", cell: row.column("level"))
        return
      }
      let entity = EntityRecord(
        id: row.string(cell), type: level.code, level: level, position: nil, accuracyMeters: 0,
        radiusKm: 0, rank: level == .adm1 ? 800 : level == .country ? 900 : 500,
        pcode: row.optionalString(row.column("pcode")), parent: -1,
        validFrom: GazetteerLoader.date(row, row.column("valid_from")),
        validTo: GazetteerLoader.date(row, row.column("valid_to")), seat: -1,
        source: row.string(row.column("source")), nameEnglish: -1, nameArabic: -1, nameSorani: -1,
        line: row.line, file: row.path)
      add(
        entity, parent: row.string(row.column("parent")), seat: row.string(row.column("seat")),
        &row, cell)
    }
    for table in PlaceTables.places {
      var columns = PlaceColumns()
      source.rows(
        table, ["pid", "type", "lon", "lat", "accuracy_m", "unit", "radius_km", "rank"],
        isOptional: PlaceTables.optional.contains(table)
      ) { row in
        columns.find(in: row)
        guard let longitude = row.double(columns.longitude),
          let latitude = row.double(columns.latitude),
          let position = try? Position(longitude: longitude, latitude: latitude)
        else {
          row.report(
            .error, "Z012", "longitude or latitude is not a number in range",
            cell: columns.longitude)
          return
        }
        let entity = EntityRecord(
          id: row.string(columns.id), type: row.string(columns.type), level: .none,
          position: position, accuracyMeters: row.integer(columns.accuracy) ?? 1000,
          radiusKm: row.double(columns.radius) ?? 1, rank: row.integer(columns.rank) ?? 100,
          pcode: nil, parent: -1, validFrom: GazetteerLoader.date(row, columns.validFrom),
          validTo: GazetteerLoader.date(row, columns.validTo), seat: -1,
          source: row.string(columns.source), nameEnglish: -1, nameArabic: -1, nameSorani: -1,
          line: row.line, file: row.path)
        add(entity, parent: row.string(columns.unit), seat: "", &row, columns.id)
      }
    }
    for index in entities.indices {
      if !parents[index].isEmpty {
        if let parent = byID[parents[index]] {
          entities[index].parent = parent
        } else {
          source.diagnostics.append(
            Diagnostic(
              .error, "Z013", "the unit \(parents[index]) is not in units.tsv",
              path: entities[index].file, line: entities[index].line, column: 1))
        }
      }
      if let seat = byID[seats[index]] {
        entities[index].seat = seat
        entities[index].position = entities[seat].position
      }
    }
    gazetteer.entities = entities
    gazetteer.entityByID = byID
  }

  /// Reads which units lie in a region, or in a second governorate.
  mutating func readRegions() {
    var pairs: [Int] = []
    var sources: [String] = []
    let byID = gazetteer.entityByID
    source.rows("region_units.tsv", ["region", "unit"], isOptional: true) { row in
      if let region = byID[row.string(row.column("region"))],
        let unit = byID[row.string(row.column("unit"))]
      {
        pairs += [region, unit]
        sources.append(row.string(row.column("source")))
      }
    }
    gazetteer.regionPairs = pairs
    gazetteer.regionSources = sources
  }

  /// The day in a column, nil when the cell is empty or no day.
  static func date(_ row: TSVReader, _ column: Int?) -> CivilDate? {
    let range = row.cell(column)
    return range.isEmpty ? nil : CivilDate(iso: row.bytes[range])
  }

  /// The path of a file's folder.
  private static func folder(of path: String) -> Substring {
    path[..<(path.lastIndex(of: "/") ?? path.startIndex)]
  }

  mutating func readNames() {
    var rows: [NameRow] = []
    rows.reserveCapacity(24_000)
    var bytes: [UInt8] = []
    var ids = ReferenceTable(gazetteer.entityByID)
    let deleted = source.deleted
    /// The files and the first row of each.
    var files: [(path: String, first: Int)] = []
    for table in PlaceTables.names {
      var columns = NameColumns()
      source.rows(
        table, ["nid", "ref", "form", "lang", "status", "weight"],
        isOptional: PlaceTables.optional.contains(table)
      ) { row in
        if files.last?.path != row.path {
          files.append((row.path, rows.count))
          columns = NameColumns(row)
        }
        guard let entity = ids.entity(row, columns.reference) else {
          let reference = row.string(columns.reference)
          if deleted.contains(reference) { return }
          row.report(
            .error, "Z014", "the name belongs to \(reference), which is neither a place nor a unit",
            cell: columns.reference)
          return
        }
        guard let status = GazetteerLoader.status(row, columns.status) else {
          row.report(.error, "Z015", "the status is not known", cell: columns.status)
          return
        }
        let id = GazetteerLoader.append(row, columns.id, to: &bytes)
        let form = GazetteerLoader.append(row, columns.form, to: &bytes)
        rows.append(
          NameRow(
            entity: Int32(entity), line: Int32(row.line),
            weight: Int16(clamping: row.integer(columns.weight) ?? 500), status: status,
            languageCode: GazetteerLoader.language(row, columns.language), idRange: id,
            formRange: form))
      }
    }

    for (index, row) in rows.enumerated() {
      let range = Int(row.formRange.lowerBound)..<Int(row.formRange.upperBound)
      if !insert(bytes.span.extracting(range), table: .name, row: index) {
        source.diagnostics.append(
          Diagnostic(
            .error, "Z016", "nothing is left of the name to look for",
            path: files.last { $0.first <= index }?.path, line: Int(row.line), column: 1))
      }
      show(row, Int32(index), rows)
    }
    gazetteer.names = rows
    gazetteer.nameBytes = bytes
  }

  private static func append(
    _ row: TSVReader, _ column: Int?, to bytes: inout [UInt8]
  ) -> Range<Int32> {
    let start = Int32(bytes.count)
    bytes += row.bytes[row.cell(column)]
    return start..<Int32(bytes.count)
  }

  private static func status(_ row: TSVReader, _ column: Int?) -> NameRow.Status? {
    guard let first = row.cell(column).first else { return nil }
    switch row.bytes[first] {
    case UInt8(ascii: "o"):
      return row.holds(column, "official") ? .official : row.holds(column, "old") ? .old : nil
    case UInt8(ascii: "v"): return row.holds(column, "variant") ? .variant : nil
    case UInt8(ascii: "m"): return row.holds(column, "misspelling") ? .misspelling : nil
    case UInt8(ascii: "d"): return row.holds(column, "derived") ? .derived : nil
    default: return nil
    }
  }

  private static func language(_ row: TSVReader, _ column: Int?) -> NameRow.Language {
    if row.holds(column, "ar") { return .arabic }
    if row.holds(column, "ckb") { return .sorani }
    return row.holds(column, "en") ? .english : .other
  }

  /// Keeps a name as the one to show when it is the best of its language so far.
  private mutating func show(_ row: NameRow, _ index: Int32, _ rows: [NameRow]) {
    func isBetter(than shown: Int32) -> Bool {
      guard shown >= 0 else { return true }
      let other = rows[Int(shown)]
      return (other.status.rawValue, -other.weight) > (row.status.rawValue, -row.weight)
    }
    let entity = Int(row.entity)
    switch row.languageCode {
    case .english:
      if isBetter(than: gazetteer.entities[entity].nameEnglish) {
        gazetteer.entities[entity].nameEnglish = index
      }
    case .arabic:
      if isBetter(than: gazetteer.entities[entity].nameArabic) {
        gazetteer.entities[entity].nameArabic = index
      }
    case .sorani:
      if isBetter(than: gazetteer.entities[entity].nameSorani) {
        gazetteer.entities[entity].nameSorani = index
      }
    case .other: break
    }
  }
}

/// Finds entities by the id in a cell, remembering the last: rows of one place follow each other.
private struct ReferenceTable {
  private let byID: [String: Int]
  private var last: [UInt8] = []
  private var lastEntity: Int?

  init(_ byID: [String: Int]) {
    self.byID = byID
  }

  mutating func entity(_ row: TSVReader, _ column: Int?) -> Int? {
    let cell = row.bytes[row.cell(column)]
    if lastEntity != nil, cell.elementsEqual(last) { return lastEntity }
    last = Array(cell)
    lastEntity = byID[row.string(column)]
    return lastEntity
  }
}

/// Where the columns of a table of names are, looked up once a file.
private struct NameColumns {
  var id: Int?
  var reference: Int?
  var form: Int?
  var language: Int?
  var status: Int?
  var weight: Int?

  init() {}

  init(_ row: TSVReader) {
    id = row.column("nid")
    reference = row.column("ref")
    form = row.column("form")
    language = row.column("lang")
    status = row.column("status")
    weight = row.column("weight")
  }
}

/// Where the columns of a table of places are, looked up once a file.
private struct PlaceColumns {
  private var path = ""
  var id: Int?
  var type: Int?
  var longitude: Int?
  var latitude: Int?
  var accuracy: Int?
  var unit: Int?
  var radius: Int?
  var rank: Int?
  var validFrom: Int?
  var validTo: Int?
  var source: Int?

  mutating func find(in row: TSVReader) {
    if row.path == path { return }
    path = row.path
    id = row.column("pid")
    type = row.column("type")
    longitude = row.column("lon")
    latitude = row.column("lat")
    accuracy = row.column("accuracy_m")
    unit = row.column("unit")
    radius = row.column("radius_km")
    rank = row.column("rank")
    validFrom = row.column("valid_from")
    validTo = row.column("valid_to")
    source = row.column("source")
  }
}
