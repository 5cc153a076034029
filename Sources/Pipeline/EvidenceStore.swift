package import Files

/// Finds the line of an event in `evidence.jsonl`.
package struct EvidenceStore {
  private let path: String
  private let limit: Int

  /// - Parameters:
  ///   - folder: The folder that `map` wrote.
  ///   - limit: The bytes of the longest line that is read.
  package init(folder: String, limit: Int = LineReader.defaultLimit) {
    path = folder + "/evidence.jsonl"
    self.limit = limit
  }

  /// Returns the evidence of the event with this id, or of the event that has it as a member.
  /// - Throws: `FileError` when the folder has no evidence, for a line that may be the event's and is no
  ///   JSON, and for one that is too long to be read when no other is the event's.
  package func evidence(of id: String) throws -> JSONValue? {
    var lines = LineReader(try ByteStream(path: path), limit: limit)
    let needle = Array(id.utf8)
    var unread: FileError?
    while let line = try lines.next() {
      switch line {
      case .tooLong(let number, let length):
        unread =
          unread
          ?? FileError(
            .tooLarge, path: path,
            "line \(number) has \(length) bytes and is not read, the limit is \(limit): the event may "
              + "stand there")
      case .bytes(let bytes, let number) where Self.contains(bytes, needle):
        let value = try parsed(bytes, number)
        if value["id"]?.string == id { return value }
        let isMember = value["members"]?.elements?.contains { $0["id"]?.string == id } ?? false
        if isMember { return value }
      case .bytes: break
      }
    }
    if let unread { throw unread }
    return nil
  }

  private func parsed(_ bytes: [UInt8], _ number: Int) throws(FileError) -> JSONValue {
    do throws(JSONError) {
      return try JSONReader.parse(bytes)
    } catch {
      throw FileError(
        .jsonSyntax, path: path,
        "line \(number), column \(error.column): \(error.message); map the reports anew")
    }
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
