/// Loads whole files, never more than a limit.
package enum FileBytes {
  /// 1 GiB: far above every file of knowledge, far below what would bring a machine to its knees.
  package static let defaultLimit = 1 << 30

  /// Returns the bytes of a file.
  ///
  /// Throws F001 (not found), F002 (not readable, a folder), F003 (larger than `limit`) or F004.
  /// Files without a size (`/proc`, pipes) are read to their end under the same limit.
  package static func read(
    _ path: String, limit: Int = defaultLimit
  ) throws(FileError) -> [UInt8] {
    let file = try OpenFile(reading: path)
    let status = try file.status()
    if status.kind == .folder {
      throw FileError(.notReadable, path: path, "it is a folder, not a file")
    }
    if status.size > limit { throw tooLarge(path, limit: limit) }

    // One byte more than stated, so that the read that finds the end needs no second buffer.
    var capacity = min(max(status.size, 0), limit) + 1
    var bytes: [UInt8] = []
    while true {
      let received = try append(from: file, to: &bytes, count: capacity)
      if bytes.count > limit { throw tooLarge(path, limit: limit) }
      if received < capacity { return bytes }
      capacity = max(64 << 10, min(bytes.count, limit - bytes.count + 1))
    }
  }

  /// Returns the first bytes of a file, fewer when it has no more.
  ///
  /// Throws F001, F002 or F004.
  package static func prefix(of path: String, count: Int) throws(FileError) -> [UInt8] {
    let file = try OpenFile(reading: path)
    var bytes: [UInt8] = []
    _ = try append(from: file, to: &bytes, count: count)
    return bytes
  }

  /// Reads until `count` bytes have been appended or the file ends; returns how many were.
  private static func append(
    from file: borrowing OpenFile, to bytes: inout [UInt8], count: Int
  ) throws(FileError) -> Int {
    let piece: [UInt8]
    do {
      piece = try unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
        initialized = 0
        while initialized < count, let base = buffer.baseAddress {
          let received = try unsafe file.read(into: base + initialized, count: count - initialized)
          if received == 0 { break }
          initialized += received
        }
      }
    } catch let error as FileError {
      throw error
    } catch {
      throw FileError(.readFailed, path: file.path, "\(error)")
    }
    if bytes.isEmpty { bytes = piece } else { bytes += piece }
    return piece.count
  }

  static func tooLarge(_ path: String, limit: Int) -> FileError {
    FileError(.tooLarge, path: path, "it is larger than the limit of \(limit) bytes")
  }
}
