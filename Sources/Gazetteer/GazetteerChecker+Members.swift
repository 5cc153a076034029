import Files
import Model

extension GazetteerChecker {
  /// Checks the members that the reader makes values of: ids, days, accuracies, rings.
  mutating func checkMembers(_ path: String, _ broken: [Diagnostic]) {
    guard let bytes = try? FileBytes.read(path), let root = try? JSONReader.parse(bytes),
      let features = root["features"]?.elements
    else { return }
    // The opening line, a line for each feature, the closing line.
    let lines = bytes.count { $0 == 0x0A } + (bytes.last == 0x0A ? 0 : 1)
    if lines != features.count + 2 {
      report(
        .severalLines,
        "\(features.count) features stand in \(lines) lines; with one a line and one before and "
          + "after, the lines of findings would be right", path: path, line: 1)
    }
    let unreadable = Set(broken.compactMap(\.line))
    var known: [String: Int] = [:]
    for (index, feature) in features.enumerated() {
      let line = index + 2
      let properties = feature["properties"]
      let id = properties?["id"]?.string ?? feature["id"]?.string ?? ""
      let version = id + "@" + (properties?["variant"]?.string ?? "")
      if unreadable.contains(line) {
        explain(feature, id, path, line)
      } else if let first = known[version] {
        report(
          .duplicateID, "\(version) is drawn twice, first on line \(first)", path: path,
          line: line)
      } else {
        known[version] = line
      }
      checkDays(properties, path, line)
      let accuracy = properties?["accuracy_km"]?.double
      if accuracy == nil || !(accuracy ?? 0 > 0) {
        report(
          .badAccuracy, "accuracy_km of \(id) is no positive number", path: path, line: line)
      }
      if let unit = properties?["unit"]?.string, gazetteer.entityByID[unit] == nil {
        report(
          .unknownShape, "\(unit), the unit of \(id), is not in units.tsv", path: path,
          line: line)
      }
      if let territory = properties?["union_of_territory"]?.string,
        !["core", "wider"].contains(territory)
      {
        report(
          .unknownValue, "union_of_territory is \(territory); known are core, wider", path: path,
          line: line)
      }
    }
  }

  private mutating func checkDays(_ properties: JSONValue?, _ path: String, _ line: Int) {
    var days: [CivilDate?] = []
    for key in ["valid_from", "valid_to"] {
      let value = properties?[key]
      let day = value?.string.flatMap { CivilDate(iso: Array($0.utf8)) }
      days.append(day)
      if day == nil, let value, !value.isNull {
        report(.badDay, "\(key) is no day; write YYYY-MM-DD or null", path: path, line: line)
      }
    }
    if let from = days[0], let to = days[1], to <= from {
      report(
        .periodReversed, "the period ends on \(to) and begins on \(from)", path: path, line: line)
    }
  }

  /// Says what is wrong with a feature that the reader refused.
  private mutating func explain(_ feature: JSONValue, _ id: String, _ path: String, _ line: Int) {
    let rings = GazetteerChecker.rings(feature["geometry"])
    for (number, ring) in rings.enumerated() {
      let owner = "ring \(number + 1) of \(id)"
      let positions = ring.elements?.compactMap(\.numbers) ?? []
      if positions.count != ring.elements?.count || positions.contains(where: { $0.count < 2 }) {
        report(.badRing, "\(owner) holds no list of positions", path: path, line: line)
      } else if positions.count < 4 {
        report(
          .badRing, "\(owner) has \(positions.count) positions; a closed ring has 4 or more",
          path: path, line: line)
      } else if positions.first != positions.last {
        report(
          .badRing, "\(owner) is not closed: the last position must be the first", path: path,
          line: line)
      } else if let bad = positions.first(where: {
        !(-180...180).contains($0[0]) || !(-90...90).contains($0[1])
      }) {
        report(
          .badRing, "\(owner) has the position \(bad[0]) \(bad[1]); longitude comes first",
          path: path, line: line)
      } else {
        continue
      }
      return
    }
    report(
      .unreadableFeature, "the feature lacks an id or a kind, or its geometry cannot be read",
      path: path, line: line)
  }

  private static func rings(_ geometry: JSONValue?) -> [JSONValue] {
    let coordinates = geometry?["coordinates"]?.elements ?? []
    switch geometry?["type"]?.string {
    case "Polygon": return coordinates
    case "MultiPolygon": return coordinates.flatMap { $0.elements ?? [] }
    default: return []
    }
  }
}
