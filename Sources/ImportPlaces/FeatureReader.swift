import Files
import Model

/// Reads GeoJSON: places as points, outlines of units as polygons.
///
/// Known are the properties of OCHA's common operational datasets (`ADM2_PCODE`), of Who's On First
/// (`wof:placetype`, `placetype`), of OpenStreetMap extracts (tags as properties or under `tags`), and
/// those of `ColumnNames`.
enum FeatureReader {
  static func read(
    _ root: JSONValue, _ bytes: [UInt8], _ path: String, into data: inout ImportedData
  )
    -> Int
  {
    guard let features = root["features"]?.elements else {
      read(root, path, 1, &data)
      return 1
    }
    let lines = FeatureLines.find(bytes)
    for (index, feature) in features.enumerated() {
      read(feature, path, index < lines.count ? lines[index] : 1, &data)
    }
    return features.count
  }

  /// Reads one feature.
  static func read(_ feature: JSONValue, _ path: String, _ line: Int, _ data: inout ImportedData) {
    let record = record(feature)
    guard let geometry = feature["geometry"], let type = geometry["type"]?.string,
      let coordinates = geometry["coordinates"]
    else {
      data.findings.append(
        ImportCode.noPosition.finding("the feature has no geometry", path: path, line: line))
      return
    }
    switch type {
    case "Point":
      guard let pair = coordinates.numbers, pair.count >= 2,
        let position = try? Position(longitude: pair[0], latitude: pair[1])
      else {
        data.findings.append(
          ImportCode.noPosition.finding(
            "the point is not [longitude,latitude] in range", path: path, line: line))
        return
      }
      data.places.append(RecordReader.place(record, position, path, line))
    case "Polygon", "MultiPolygon":
      area(record, type, coordinates, path, line, &data)
    default:
      data.passedOver.add("a geometry of type \(type)", path: path, line: line)
    }
  }

  private static func area(
    _ record: RecordReader.Record, _ type: String, _ coordinates: JSONValue, _ path: String,
    _ line: Int, _ data: inout ImportedData
  ) {
    guard let polygons = polygons(type, coordinates) else {
      data.findings.append(
        ImportCode.badOutline.finding(
          "a ring has fewer than 4 positions, is not closed or is out of range", path: path,
          line: line))
      return
    }
    if let outline = outline(record, polygons, path, line) {
      data.outlines.append(outline)
      return
    }
    // A town drawn as an area: its label position, where the source states one.
    guard let position = label(record) else {
      data.passedOver.add(
        "an area that is no unit and states no position", path: path, line: line)
      return
    }
    data.places.append(RecordReader.place(record, position, path, line))
  }

  private static func label(_ record: RecordReader.Record) -> Position? {
    for (longitude, latitude) in [
      ("lbl:longitude", "lbl:latitude"), ("geom:longitude", "geom:latitude"),
    ] {
      if let x = record[longitude].flatMap(Double.init),
        let y = record[latitude].flatMap(Double.init),
        let position = try? Position(longitude: x, latitude: y)
      {
        return position
      }
    }
    return RecordReader.position(record)
  }

  /// The unit's outline that a record describes, nil when it is of something else.
  private static func outline(
    _ record: RecordReader.Record, _ polygons: MultiPolygon, _ path: String, _ line: Int
  ) -> ImportedOutline? {
    var outline = ImportedOutline(level: "", polygons: polygons, path: path, line: line)
    outline.state = RecordReader.value(record, ColumnNames.state)
    // The finest level that the dataset names is the feature's own.
    for level in (0...3).reversed() {
      guard let pcode = record["adm\(level)_pcode"] else { continue }
      outline.level = "adm\(level)"
      outline.pcode = pcode
      return outline
    }
    switch record["wof:placetype"] ?? record["placetype"] {
    case "country": outline.level = "adm0"
    case "region": outline.level = "adm1"
    case "county": outline.level = "adm2"
    case "localadmin": outline.level = "adm3"
    default:
      // OpenStreetMap's levels of Iraq: 2 country, 4 governorate, 6 district, 8 sub-district.
      switch record["admin_level"] {
      case "2": outline.level = "adm0"
      case "4": outline.level = "adm1"
      case "6": outline.level = "adm2"
      case "8": outline.level = "adm3"
      default: return nil
      }
    }
    outline.names = RecordReader.names(record).map(\.form)
    return outline
  }

  /// Properties as text, keys in lower case; lists are joined by `|`, tags and ids taken in.
  private static func record(_ feature: JSONValue) -> RecordReader.Record {
    var record: RecordReader.Record = [:]
    func add(_ key: String, _ value: JSONValue) {
      let text: String
      switch value {
      case .string(let string): text = string
      case .number(_, let raw): text = raw
      case .array(let values): text = values.compactMap(\.string).joined(separator: "|")
      default: return
      }
      if !text.isEmpty { record[key.lowercased()] = text }
    }
    if let id = feature["id"] { add("id", id) }
    for member in feature["properties"]?.members ?? [] {
      if member.key == "tags" || member.key == "alltags" {
        for tag in member.value.members ?? [] { add(tag.key, tag.value) }
      } else {
        add(member.key, member.value)
      }
    }
    return record
  }

  private static func polygons(_ type: String, _ coordinates: JSONValue) -> MultiPolygon? {
    let parts = type == "Polygon" ? [coordinates] : coordinates.elements ?? []
    var polygons: [Polygon] = []
    for part in parts {
      var rings: [[Coordinate]] = []
      for ring in part.elements ?? [] {
        var positions: [Coordinate] = []
        for position in ring.elements ?? [] {
          guard let pair = position.numbers, pair.count >= 2, (-180...180).contains(pair[0]),
            (-90...90).contains(pair[1])
          else { return nil }
          positions.append(Coordinate(pair[0], pair[1]))
        }
        guard positions.count >= 4, positions.first == positions.last else { return nil }
        rings.append(positions)
      }
      if rings.isEmpty { return nil }
      polygons.append(Polygon(rings: rings))
    }
    return polygons.isEmpty ? nil : MultiPolygon(polygons)
  }
}
