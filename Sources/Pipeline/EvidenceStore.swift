package import Files

/// Finds the line of an event in `evidence.jsonl`.
package struct EvidenceStore {
  private let path: String

  /// - Parameter folder: The folder that `map` wrote.
  package init(folder: String) {
    path = folder + "/evidence.jsonl"
  }

  /// Returns the evidence of the event with this id, or of the event that has it as a member.
  /// - Throws: `FileError` when the folder has no evidence.
  package func evidence(of id: String) throws -> JSONValue? {
    var lines = LineReader(try ByteStream(path: path))
    let needle = Array(id.utf8)
    while let line = try lines.next() {
      guard case .bytes(let bytes, _) = line, Self.contains(bytes, needle) else { continue }
      let value = try JSONReader.parse(bytes)
      if value["id"]?.string == id { return value }
      let isMember = value["members"]?.elements?.contains { $0["id"]?.string == id } ?? false
      if isMember { return value }
    }
    return nil
  }

  /// Whether a line holds the bytes: most lines need not be parsed.
  ///
  /// Linear.
  private static func contains(_ bytes: [UInt8], _ needle: [UInt8]) -> Bool {
    guard !needle.isEmpty, bytes.count >= needle.count else { return false }
    for start in 0...(bytes.count - needle.count)
    where bytes[start] == needle[0] && bytes[start..<(start + needle.count)].elementsEqual(needle) {
      return true
    }
    return false
  }
}
