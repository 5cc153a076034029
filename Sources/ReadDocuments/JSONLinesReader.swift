internal import Files
internal import Model

/// Reads one JSON document a line, as lines arrive.
///
/// A bad line is a failure, the next one is read.
struct JSONLinesReader {
  let path: String
  let defaults: ReadDefaults

  /// Hands out an item for each line that is not blank; returns how many.
  func read(
    _ stream: ByteStream, beforeWaiting: () throws -> Void, _ deliver: (ReadItem) throws -> Void
  ) throws -> Int {
    var lines = LineReader(stream, limit: defaults.documentLimit)
    var count = 0
    while let line = try lines.next(beforeWaiting: beforeWaiting) {
      switch line {
      case .tooLong(let number, let length):
        count += 1
        try deliver(.failure(id: nil, tooLong(number, length)))
      case .bytes(let bytes, let number):
        if JSONLinesReader.isBlank(bytes, number) { continue }
        count += 1
        let documents = JSONDocuments(
          origin: ReadOrigin(path: path, line: number), defaults: defaults)
        try deliver(documents.item(bytes, at: TextPosition(line: number)))
      }
    }
    return count
  }

  /// Blanks only, or on the first line a byte order mark and blanks.
  private static func isBlank(_ bytes: [UInt8], _ number: Int) -> Bool {
    let start = number == 1 ? UTF8Check.byteOrderMarkLength(bytes.span) : 0
    return bytes[start...].allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
  }

  private func tooLong(_ line: Int, _ length: Int) -> Diagnostic {
    Diagnostic(
      .error, .tooLarge,
      "the line has \(length) bytes, more than the limit of \(defaults.documentLimit)",
      path: path, at: TextPosition(line: line))
  }
}
