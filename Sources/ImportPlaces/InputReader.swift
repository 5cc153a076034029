import Files
import Model

/// Reads the inputs of an import, each by what it holds.
struct InputReader {
  /// - Throws: `FileError` for a file that cannot be read, `ImportError` for one that is no format
  ///   known here.
  func read(_ paths: [String]) throws -> ImportedData {
    var data = ImportedData()
    for path in paths {
      let rows = try read(path, into: &data)
      data.inputs.append((path, rows))
    }
    attachAlternates(&data)
    return data
  }

  private func read(_ path: String, into data: inout ImportedData) throws -> Int {
    let bytes = try SourceBytes.read(path)
    if let bad = UTF8Check.firstInvalid(in: bytes.span) {
      let place = TextPosition(of: bad, in: bytes.span)
      throw ImportError(
        finding: ImportCode.unknownFormat.finding(
          "the byte is not UTF-8; convert the file (iconv -t UTF-8)", path: path,
          line: place.line, column: place.column))
    }
    let start = bytes.first { $0 > 0x20 && $0 < 0x80 }
    if start == UInt8(ascii: "{") { return try readJSON(bytes, path, into: &data) }
    return try readTable(bytes, path, into: &data)
  }

  private func readJSON(_ bytes: [UInt8], _ path: String, into data: inout ImportedData) throws
    -> Int
  {
    let root: JSONValue
    do {
      root = try JSONReader.parse(bytes)
    } catch {
      // One feature a line (RFC 8142), with or without record separators.
      if error.line > 1, let count = readSequence(bytes, path, into: &data) { return count }
      throw ImportError(
        finding: ImportCode.unknownFormat.finding(
          error.message, path: path, line: error.line, column: error.column))
    }
    if let list = root["unknown_places"]?.elements {
      for row in list {
        guard let name = row["name"]?.string else { continue }
        let examples = row["examples"]?.elements?.compactMap(\.string) ?? []
        data.pending.append(
          PendingVillage(
            name: name, container: row["container"]?.string ?? "",
            count: row["count"]?.integer ?? 1, examples: examples.joined(separator: " | ")))
      }
      return list.count
    }
    guard root["features"] != nil || root["type"]?.string == "Feature" else {
      throw unknown(
        path, "the JSON is neither GeoJSON nor a run.json of `marsad map`")
    }
    return FeatureReader.read(root, bytes, path, into: &data)
  }

  private func readSequence(_ bytes: [UInt8], _ path: String, into data: inout ImportedData) -> Int?
  {
    var features: [(value: JSONValue, line: Int)] = []
    var line = 0
    for raw in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      line += 1
      let text = raw.first == 0x1E ? raw.dropFirst() : raw
      if text.allSatisfy({ $0 <= 0x20 }) { continue }
      guard let value = try? JSONReader.parse(Array(text)), value["type"]?.string == "Feature"
      else {
        return nil
      }
      features.append((value, line))
    }
    for (value, line) in features { FeatureReader.read(value, path, line, &data) }
    return features.count
  }

  private func readTable(_ bytes: [UInt8], _ path: String, into data: inout ImportedData) throws
    -> Int
  {
    let firstLine = bytes.prefix { $0 != 0x0A }
    let hasTabs = firstLine.contains(0x09)
    let table = DelimitedTable(bytes, separator: hasTabs ? 0x09 : UInt8(ascii: ","))
    guard let first = table.rows.first?.cells else { return 0 }
    if GeoNamesReader.isPlaces(first) {
      GeoNamesReader.readPlaces(table, path, into: &data)
      return table.rows.count
    }
    if GeoNamesReader.isAlternates(first) {
      GeoNamesReader.readAlternates(table, path, into: &data)
      return table.rows.count
    }
    guard RecordReader.isHeader(first) else {
      throw unknown(
        path,
        "the first line names no columns for a name, a longitude and a latitude, and the file is no "
          + "table of GeoNames")
    }
    TableReader.read(table, path, into: &data)
    return table.rows.count - 1
  }

  private func unknown(_ path: String, _ message: String) -> ImportError {
    ImportError(finding: ImportCode.unknownFormat.finding(message, path: path, line: 1))
  }

  private func attachAlternates(_ data: inout ImportedData) {
    if data.alternates.isEmpty { return }
    for index in data.places.indices {
      guard let id = data.places[index].id, let names = data.alternates[id] else { continue }
      data.places[index].names += names
    }
  }
}
