/// Finds the line on which each feature of a GeoJSON collection begins, for findings.
enum FeatureLines {
  /// Returns one line number for each object of the array `features`.
  ///
  /// The bytes are JSON that has been read before; linear in them.
  static func find(_ bytes: [UInt8]) -> [Int] {
    var lines: [Int] = []
    var line = 1
    var depth = 0
    var isInside = false
    var key: Range<Int>?
    var index = 0
    while index < bytes.count {
      switch bytes[index] {
      case 0x0A: line += 1
      case UInt8(ascii: "\""):
        let start = index + 1
        index += 1
        while index < bytes.count, bytes[index] != UInt8(ascii: "\"") {
          if bytes[index] == UInt8(ascii: "\\") { index += 1 }
          index += 1
        }
        if depth == 1 { key = start..<min(index, bytes.count) }
      case UInt8(ascii: "{"):
        if depth == 2, isInside { lines.append(line) }
        depth += 1
      case UInt8(ascii: "["):
        if depth == 1, let key { isInside = bytes[key].elementsEqual("features".utf8) }
        depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        depth -= 1
        if depth == 1 { isInside = false }
      default: break
      }
      index += 1
    }
    return lines
  }
}
