import Files
import Model

/// Reads `boundaries.geojson`, `territories.geojson` and `features.geojson`.
package enum BoundaryReader {
  /// Returns all shapes of a folder with those of its overlays; what cannot be read is a diagnostic.
  ///
  /// A feature of an overlay replaces the one of the same id and variant, one with the status `deleted`
  /// removes it, any other is added. An overlay need not have the files. Linear in the files.
  package static func read(directory: String, overlays: [String] = []) -> Boundaries {
    var result = Boundaries()
    let folders = [directory] + overlays
    result.units = merged("boundaries.geojson", folders, &result.diagnostics)
    result.territories = merged("territories.geojson", folders, &result.diagnostics)
    result.features = merged("features.geojson", folders, &result.diagnostics)
    result.index()
    return result
  }

  /// The features of a file's name in all folders.
  private static func merged(
    _ name: String, _ folders: [String], _ diagnostics: inout [Diagnostic]
  ) -> [BoundaryFeature] {
    struct Version: Hashable {
      var id: String
      var variant: String
    }
    var result: [BoundaryFeature] = []
    for (folder, path) in folders.enumerated() {
      let added = features(path + "/" + name, folder, &diagnostics)
      if folder == 0 {
        result = added.map(\.feature)
        continue
      }
      if added.isEmpty { continue }
      var known: [Version: Int] = [:]
      for (number, feature) in result.enumerated() where feature.folder < folder {
        known[Version(id: feature.id, variant: feature.variant)] = number
      }
      var removed: Set<Int> = []
      for (feature, isDeleted) in added {
        let place = known[Version(id: feature.id, variant: feature.variant)]
        if isDeleted {
          if let place { removed.insert(place) }
        } else if let place {
          result[place] = feature
        } else {
          result.append(feature)
        }
      }
      if !removed.isEmpty {
        result = result.indices.filter { !removed.contains($0) }.map { result[$0] }
      }
    }
    return result
  }

  private static func features(
    _ path: String, _ folder: Int, _ diagnostics: inout [Diagnostic]
  ) -> [(feature: BoundaryFeature, isDeleted: Bool)] {
    let bytes: [UInt8]
    let root: JSONValue
    do {
      bytes = try FileBytes.read(path)
    } catch {
      if folder > 0, error.kind == .notFound { return [] }
      diagnostics.append(Diagnostic(.error, error.code.rawValue, error.detail, path: path))
      return []
    }
    do {
      root = try JSONReader.parse(bytes)
    } catch {
      diagnostics.append(
        Diagnostic(
          .error, "Z030", error.message, path: path, line: error.line,
          column: error.column))
      return []
    }
    guard let list = root["features"]?.elements else {
      diagnostics.append(
        Diagnostic(.error, "Z031", "the file is no FeatureCollection", path: path, line: 1))
      return []
    }
    var result: [(feature: BoundaryFeature, isDeleted: Bool)] = []
    result.reserveCapacity(list.count)
    for (index, value) in list.enumerated() {
      // One feature a line after the opening line: the position of a finding.
      let line = index + 2
      guard let feature = feature(value, line, path, folder) else {
        diagnostics.append(
          Diagnostic(
            .error, "Z032", "the feature lacks an id or a kind, or its geometry cannot be read",
            path: path, line: line, column: 1))
        continue
      }
      result.append((feature, value["properties"]?["status"]?.string == "deleted"))
    }
    return result
  }

  private static func feature(
    _ value: JSONValue, _ line: Int, _ path: String, _ folder: Int
  ) -> BoundaryFeature? {
    let properties = value["properties"]
    guard let id = properties?["id"]?.string ?? value["id"]?.string,
      let kind = properties?["kind"]?.string.flatMap({ BoundaryFeature.Kind(rawValue: $0) })
    else { return nil }
    var polygons = MultiPolygon([])
    var lines = MultiLine([])
    if let geometry = value["geometry"], case .object = geometry {
      guard read(geometry, &polygons, &lines) else { return nil }
    }
    func day(_ key: String) -> CivilDate? {
      properties?[key]?.string.flatMap { CivilDate(iso: Array($0.utf8)) }
    }
    return BoundaryFeature(
      id: id, kind: kind, variant: properties?["variant"]?.string ?? "",
      level: properties?["level"]?.string.flatMap { Entity.Level($0) } ?? .none,
      nameEnglish: properties?["name_en"]?.string, nameArabic: properties?["name_ar"]?.string,
      nameSorani: properties?["name_ckb"]?.string, polygons: polygons, lines: lines,
      unionOf: properties?["union_of"]?.elements?.compactMap(\.string) ?? [],
      unionOfTerritory: properties?["union_of_territory"]?.string,
      validFrom: day("valid_from"), validTo: day("valid_to"),
      accuracyKm: properties?["accuracy_km"]?.double ?? 2,
      basis: properties?["basis"]?.string, claimedBy: properties?["claimed_by"]?.string,
      source: properties?["source"]?.string ?? "",
      disclaimer: properties?["disclaimer"]?.string, line: line, file: path, folder: folder)
  }

  /// Reads a GeoJSON geometry of lines or polygons.
  ///
  /// Returns false for any other.
  private static func read(
    _ geometry: JSONValue, _ polygons: inout MultiPolygon, _ lines: inout MultiLine
  ) -> Bool {
    guard let type = geometry["type"]?.string, let coordinates = geometry["coordinates"] else {
      return false
    }
    switch type {
    case "Polygon":
      guard let rings = rings(coordinates) else { return false }
      polygons.polygons = [Polygon(rings: rings)]
    case "MultiPolygon":
      for part in coordinates.elements ?? [] {
        guard let rings = rings(part) else { return false }
        polygons.polygons.append(Polygon(rings: rings))
      }
    case "LineString":
      guard let line = positions(coordinates) else { return false }
      lines.lines = [line]
    case "MultiLineString":
      for part in coordinates.elements ?? [] {
        guard let line = positions(part) else { return false }
        lines.lines.append(line)
      }
    default: return false
    }
    return true
  }

  private static func rings(_ value: JSONValue) -> [[Coordinate]]? {
    guard let parts = value.elements, !parts.isEmpty else { return nil }
    var result: [[Coordinate]] = []
    for part in parts {
      guard let ring = positions(part), ring.count >= 4, ring.first == ring.last else {
        return nil
      }
      result.append(ring)
    }
    return result
  }

  private static func positions(_ value: JSONValue) -> [Coordinate]? {
    guard case .array(let parts) = value else { return nil }
    var result: [Coordinate] = []
    result.reserveCapacity(parts.count)
    for part in parts {
      guard let pair = part.numbers, pair.count >= 2, (-180...180).contains(pair[0]),
        (-90...90).contains(pair[1])
      else { return nil }
      result.append(Coordinate(pair[0], pair[1]))
    }
    return result
  }
}
