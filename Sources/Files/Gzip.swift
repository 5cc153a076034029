/// Expands gzip data that is already in memory.
package enum Gzip {
  /// Whether bytes begin as gzip data does.
  ///
  /// No text does: 0x8B cannot follow 0x1F in UTF-8.
  package static func isGzip(_ bytes: [UInt8]) -> Bool {
    bytes.count >= 2 && bytes[0] == 0x1F && bytes[1] == 0x8B
  }

  /// Returns the expanded bytes, at most `limit` of them.
  ///
  /// Throws F007 (not gzip), F008 (damaged or cut off) or F009 (larger than `limit`, or a bomb).
  package static func inflate(
    _ bytes: [UInt8], path: String, limit: Int = FileBytes.defaultLimit
  ) throws(FileError) -> [UInt8] {
    if !isGzip(bytes) { throw notGzip(path) }
    let inflater = try GzipInflater(path: path)
    var output: [UInt8] = []
    var used = 0
    // Room for one byte more than allowed shows whether there is one.
    try inflater.inflate(bytes, from: &used, into: &output, room: limit + 1)
    if output.count > limit { throw expandsTooMuch(path, limit: limit) }
    if !inflater.isComplete {
      throw FileError(.gzipDamaged, path: path, "the gzip data ends early")
    }
    return output
  }

  static func notGzip(_ path: String) -> FileError {
    FileError(.notGzip, path: path, "the file holds no gzip data")
  }

  static func expandsTooMuch(_ path: String, limit: Int) -> FileError {
    FileError(
      .gzipExpandsTooMuch, path: path, "it expands to more than the limit of \(limit) bytes")
  }
}
