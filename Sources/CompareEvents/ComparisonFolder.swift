package import EmitLayers
import Files
import Geometry
import Model

extension EventComparison {
  /// The table as comma-separated values.
  package func csv(_ writer: CSVWriter) -> [UInt8] {
    writer.header(Self.columns) + rows.flatMap(writer.record)
  }

  /// Writes `matched.geojson`, `only_ours.geojson`, `only_theirs.geojson`, `comparison.csv` and, last,
  /// `comparison.json`; each appears whole or not at all.
  /// - Throws: `FileError` when the folder cannot be written.
  package func write(to folder: String, _ writer: CSVWriter) throws {
    try OutputFolder.create(folder)
    let matched = try GeoJSONFile(path: folder + "/matched.geojson", name: "matched")
    for (number, match) in matches.enumerated() {
      let event = ours[match.ours]
      // Ours is where it is; theirs stands in where ours has an area only.
      let point = event.point ?? theirs[match.theirs].point
      try matched.add(
        id: event.id, geometry: point.map { .point($0.coordinate) },
        properties: properties(number))
    }
    let layers = [
      matched, try layer(folder, "only_ours", onlyOurs.map { ours[$0] }),
      try layer(folder, "only_theirs", onlyTheirs.map { theirs[$0] }),
    ]
    for layer in layers { try layer.commit() }
    try AtomicFile.write(csv(writer), to: folder + "/comparison.csv")
    try AtomicFile.write(json, to: folder + "/comparison.json")
  }

  private func layer(
    _ folder: String, _ name: String, _ events: [EventFeature]
  ) throws -> GeoJSONFile {
    let file = try GeoJSONFile(path: "\(folder)/\(name).geojson", name: name)
    for event in events {
      var json = JSONBytes()
      json.value(.object(event.members))
      try file.add(
        id: event.id, geometry: event.point.map { .point($0.coordinate) }, properties: json.bytes)
    }
    return file
  }

  private func properties(_ number: Int) -> [UInt8] {
    let match = matches[number]
    let our = ours[match.ours]
    let their = theirs[match.theirs]
    var json = JSONBytes()
    json.beginObject()
    json.key("ours")
    json.string(our.id)
    json.key("theirs")
    json.string(their.id)
    json.key("score")
    json.double(Double(match.score) / 1000, decimals: 3)
    json.key("days")
    json.int(match.days)
    json.key("distance_km")
    json.double(match.distanceMeters / 1000, decimals: 3)
    json.key("differences")
    json.strings(differences(number).map(\.rawValue))
    for field in ComparedField.allCases {
      for (side, event) in [("ours", our), ("theirs", their)] {
        json.key(named: "\(side)_\(field.rawValue)")
        json.string(field.cell(event))
      }
    }
    for (name, value) in [
      ("theirs_longitude", their.point?.longitude), ("theirs_latitude", their.point?.latitude),
    ] {
      json.key(named: name)
      json.double(value, decimals: 7)
    }
    json.endObject()
    return json.bytes
  }
}
