package import EmitLayers
import Files
import Geometry
import Model
import StoreEvents

/// What a picture is made of, read from a store, from a folder of layers or from a GeoJSON file.
package struct PictureInput {
  package private(set) var events: [EventSummary] = []
  package private(set) var territories: [TerritoryFeature] = []
  package private(set) var units: [SVGMap.Unit] = []
  /// Which program, knowledge and sources are behind it, a line each.
  package private(set) var sources: [String] = []

  /// Reads the events, and for a map what lies below them.
  ///
  /// A folder is read from its `events.gpkg`, which has the outlines too; where there is none, from its GeoJSON layers.
  /// - Parameters:
  ///   - path: A GeoPackage, a folder or a FeatureCollection.
  ///   - includesHistory: Takes events told as background too, of a store or a folder.
  ///   - forMap: Reads areas, territories, outlines and sources.
  /// - Throws: `StoreError` and `FileError`.
  package init(path: String, includesHistory: Bool, forMap: Bool) throws {
    let folder: String
    switch try LayerPlace(path) {
    case .store(let store):
      try read(store: store, includesHistory, forMap)
      folder = OutputFolder.parent(of: store)
    case .folder(let path):
      try read(layers: path, includesHistory, forMap)
      folder = path
    case .file(let path):
      try read(layers: path, includesHistory, false)
      folder = OutputFolder.parent(of: path)
    }
    guard forMap else { return }
    let citation = folder + "/CITATION.txt"
    if FileStatus.of(citation) != nil {
      let text = String(decoding: try FileBytes.read(citation), as: UTF8.self)
      sources = Self.lines(ofCitation: text)
    } else {
      addLayerSources()
    }
  }

  /// Leaves out all events but those of these ids; nil keeps all.
  package mutating func keep(_ ids: Set<String>?) {
    if let ids { events.removeAll { !ids.contains($0.id) } }
  }

  private mutating func read(
    store path: String, _ includesHistory: Bool, _ forMap: Bool
  ) throws {
    let reader = try GeoPackageReader(path: path)
    let names = Set(try reader.layers().map(\.name))
    try add(reader, "events")
    if includesHistory { try add(reader, "background") }
    guard forMap else { return }
    if names.contains("event_areas") {
      var areas: [String: MultiPolygon] = [:]
      try rows(reader, "event_areas", ["id"]) { row, shape in
        if case .polygons(let area)? = shape, let id = row["id"] { areas[id] = area }
      }
      for index in events.indices where events[index].area == nil {
        events[index].area = areas[events[index].id]
      }
    }
    territories = try StoreLayers(path: path).territories()
    if names.contains("admin_units") {
      let columns = ["level", "name", "name_ar", "name_ckb", "source"]
      try rows(reader, "admin_units", columns) { row, shape in
        guard let level = row["level"], ["adm0", "adm1"].contains(level),
          case .polygons(let polygons)? = shape
        else { return }
        units.append(
          SVGMap.Unit(
            level: level, names: Self.names { row[$0] }, polygons: polygons,
            source: row["source"]))
      }
    }
    if names.contains("marsad_schema"), let seal = try? reader.seal() {
      sources.append(
        "Program: marsad \(seal.programVersion); gazetteer: content hash \(seal.gazetteerHash)")
    }
  }

  private mutating func add(_ reader: GeoPackageReader, _ name: String) throws {
    let layer = try reader.layer(name)
    let wanted = Set(EventSummary.columns)
    let columns = layer.columns.filter { wanted.contains($0.name) }
    let summaries = EventSummary.Reader(columns: columns)
    try reader.forEach(of: layer, columns: columns.map(\.name)) { row in
      events.append(
        summaries.event(
          Feature(id: .number(row.id), geometry: row.geometry, values: row.values)))
      return true
    }
  }

  /// Hands out the texts of the columns that a layer has, by name.
  private func rows(
    _ reader: GeoPackageReader, _ name: String, _ columns: [String],
    _ body: ([String: String], Shape?) throws -> Void
  ) throws {
    let layer = try reader.layer(name)
    let known = columns.filter { name in layer.columns.contains { $0.name == name } }
    try reader.forEach(of: layer, columns: known) { row in
      var texts: [String: String] = [:]
      for (name, value) in zip(known, row.values) {
        if case .text(let text) = value { texts[name] = text }
      }
      try body(texts, row.geometry)
      return true
    }
  }

  private mutating func read(
    layers path: String, _ includesHistory: Bool, _ forMap: Bool
  ) throws {
    events = try EventLayerReader.read(path, includesHistory: includesHistory)
      .map(EventSummary.init)
    if forMap { territories = try EventLayerReader.territories(path) }
  }

  private static func names(_ text: (String) -> String?) -> SVGMap.Names {
    SVGMap.Names(latin: text("name"), arabic: text("name_ar"), sorani: text("name_ckb"))
  }

  /// The program and the sources of `CITATION.txt`, each on one line.
  private static func lines(ofCitation text: String) -> [String] {
    let lines = text.split(separator: "\n").map(String.init)
    let head = lines.prefix { !$0.hasPrefix("Sources:") && !$0.hasPrefix("A territory") }
    let sources = lines.filter { $0.hasPrefix("- ") }.map { String($0.dropFirst(2)) }
    return [head.joined(separator: ". ") + "."]
      + (sources.isEmpty ? [] : ["Sources: " + sources.joined(separator: " · ")])
  }

  /// What the layers themselves say of their sources.
  private mutating func addLayerSources() {
    var seen: Set<String> = []
    let claims = territories.map(\.source).filter {
      !$0.isEmpty && seen.insert($0).inserted
    }
    if !claims.isEmpty { sources.append("Territories: " + claims.joined(separator: " · ")) }
    let outlines = units.compactMap(\.source).filter { seen.insert($0).inserted }
    if !outlines.isEmpty { sources.append("Outlines: " + outlines.joined(separator: " · ")) }
  }
}
