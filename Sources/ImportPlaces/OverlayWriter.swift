import Files
import Model

/// Puts the rows of an import into the files of an overlay.
struct OverlayWriter {
  private let settings: ImportSettings

  init(_ settings: ImportSettings) {
    self.settings = settings
  }

  private static let placeColumns = [
    "pid", "type", "lon", "lat", "accuracy_m", "unit", "radius_km", "rank", "valid_from",
    "valid_to",
    "replaced_by", "source",
  ]
  private static let nameColumns = [
    "nid", "ref", "form", "lang", "script", "status", "weight", "valid_from", "valid_to",
  ]
  private static let neededOfPlaces = Set(placeColumns.prefix(8))
  private static let neededOfNames: Set = ["nid", "ref", "form", "lang", "status", "weight"]

  /// Writes the files that hold rows, each beside its place and all renamed at the end.
  ///
  /// Rows of this import that are there from an earlier run are replaced, all others stay.
  /// - Returns: The files with the number of their new rows.
  func write(_ rows: OverlayRows) throws -> [(file: String, rows: Int)] {
    func table(_ name: String, _ columns: [String], _ needed: Set<String>) throws -> OverlayTable {
      try OverlayTable(
        path: settings.overlay + "/" + name, columns: columns, needed: needed,
        prefix: settings.prefix)
    }
    var places = try table("places.tsv", Self.placeColumns, Self.neededOfPlaces)
    var landmarks = try table("landmarks.tsv", Self.placeColumns, Self.neededOfPlaces)
    var names = try table("names.tsv", Self.nameColumns, Self.neededOfNames)
    var landmarkNames = try table("landmark_names.tsv", Self.nameColumns, Self.neededOfNames)
    for row in rows.places {
      if row.isSettlement { try places.add(cells(row)) } else { try landmarks.add(cells(row)) }
    }
    for row in rows.names {
      if row.isSettlement { try names.add(cells(row)) } else { try landmarkNames.add(cells(row)) }
    }
    var shapes = try OverlayShapes(
      path: settings.overlay + "/boundaries.geojson", source: settings.source)
    for row in rows.outlines { shapes.add(row) }

    var files: [(path: String, bytes: [UInt8], rows: Int)] = []
    for table in [places, landmarks, names, landmarkNames] where table.isNeeded {
      files.append((table.path, table.bytes, table.added.count))
    }
    if shapes.isNeeded { files.append((shapes.path, shapes.bytes, shapes.added.count)) }
    if !settings.isDryRun { try commit(files) }
    return files.map { (OutputFolder.lastName(of: $0.path), $0.rows) }
  }

  private func commit(_ files: [(path: String, bytes: [UInt8], rows: Int)]) throws {
    if files.isEmpty { return }
    try OutputFolder.create(settings.overlay)
    // All bytes first: a full disk leaves the overlay as it was.
    let staged = try files.map { file in
      let staged = try AtomicFile(path: file.path)
      try staged.write(file.bytes)
      return staged
    }
    for file in staged { try file.commit() }
  }

  private func cells(_ row: PlaceRow) -> [String: String] {
    [
      "pid": row.id, "type": row.type, "lon": degrees(row.position.longitude),
      "lat": degrees(row.position.latitude), "accuracy_m": "\(row.accuracyMeters)",
      "unit": row.unit, "radius_km": number(row.radiusKm), "rank": "\(row.rank)",
      "source": settings.source,
    ]
  }

  private func cells(_ row: NameOut) -> [String: String] {
    [
      "nid": row.id, "ref": row.reference, "form": row.form, "lang": row.language,
      "script": row.form.utf8.contains { $0 >= 0xD8 && $0 <= 0xDB } ? "arab" : "latn",
      "status": row.status, "weight": "\(row.weight)",
    ]
  }

  /// Three decimals, about 100 m: finer than places are known.
  private func degrees(_ value: Double) -> String { number((value * 1000).rounded() / 1000) }

  private func number(_ value: Double) -> String {
    value == value.rounded() ? "\(Int(value))" : "\(value)"
  }
}
