import Files

/// The bytes of an input, unpacked where they are packed.
enum SourceBytes {
  /// - Throws: `FileError` as `FileBytes.read` and `Gzip.inflate` do.
  static func read(_ path: String) throws(FileError) -> [UInt8] {
    let bytes = try FileBytes.read(path)
    return Gzip.isGzip(bytes) ? try Gzip.inflate(bytes, path: path) : bytes
  }
}
