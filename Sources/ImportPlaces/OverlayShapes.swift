import EmitLayers
import Files
import Model

/// `boundaries.geojson` of the overlay with the outlines of this import replaced and all others kept.
struct OverlayShapes {
  let path: String
  private let source: String
  private var kept: [String] = []
  private(set) var isNeeded: Bool
  private(set) var added: [[UInt8]] = []

  /// - Throws: `ImportError` when the file has not one feature a line.
  init(path: String, source: String) throws {
    self.path = path
    self.source = source
    isNeeded = FileStatus.of(path) != nil
    guard isNeeded else { return }
    let bytes = try FileBytes.read(path)
    let all = (try? JSONReader.parse(bytes))?["features"]?.elements?.count
    var seen = 0
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: true).dropFirst() {
      var text = line
      while let last = text.last, last == 0x2C || last == 0x20 || last == 0x0D { text.removeLast() }
      if text.first == UInt8(ascii: "]") { break }
      guard let feature = try? JSONReader.parse(Array(text)), feature["properties"] != nil else {
        throw Self.otherLayout(path)
      }
      seen += 1
      if feature["properties"]?["imported"]?.string == source { continue }
      kept.append(String(decoding: text, as: UTF8.self))
    }
    // What was not seen would be lost.
    if seen != all { throw Self.otherLayout(path) }
  }

  private static func otherLayout(_ path: String) -> ImportError {
    ImportError(
      finding: ImportCode.unreadableOverlay.finding(
        "outlines are added to a file with one feature a line only; rewrite it so, or move it to an "
          + "overlay of its own", path: path, line: 1))
  }

  mutating func add(_ row: OutlineRow) {
    var json = JSONBytes(capacity: 4096)
    json.beginObject()
    func member(_ key: String, _ value: String?) {
      json.key(named: key)
      json.string(value)
    }
    member("type", "Feature")
    member("id", row.unit + "@" + row.variant)
    json.key("properties")
    json.beginObject()
    member("id", row.unit)
    member("level", row.level)
    member("variant", row.variant)
    member("kind", "unit")
    member("basis", nil)
    member("claimed_by", nil)
    member("valid_from", nil)
    member("valid_to", nil)
    json.key("accuracy_km")
    json.double(row.accuracyKm, decimals: 1)
    member("source", source)
    member("imported", source)
    json.endObject()
    json.key("geometry")
    json.polygons(row.polygons)
    json.endObject()
    added.append(json.bytes)
    isNeeded = true
  }

  var bytes: [UInt8] {
    var result = Array(#"{"type":"FeatureCollection","name":"boundaries","features":["#.utf8)
    var isFirst = true
    for feature in kept.map({ Array($0.utf8) }) + added {
      result += isFirst ? [0x0A] : [0x2C, 0x0A]
      result += feature
      isFirst = false
    }
    return result + Array("\n]}\n".utf8)
  }
}
