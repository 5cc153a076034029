import Glibc

/// A file mapped read-only into memory: its pages are loaded when they are looked at.
///
/// For files that this program wrote itself and replaces by rename (the compiled index): a file
/// that somebody cuts short while it is mapped kills the process, as with every map.
@safe
package final class MemoryMap: @unchecked Sendable {
  // Sendable by hand: the pointer is never written through and lives as long as the object.
  private let base: UnsafeMutableRawPointer?
  /// How many bytes there are.
  package let count: Int

  /// Maps a whole file.
  ///
  /// Throws F001, F002, F004 or F011.
  package init(path: String) throws(FileError) {
    let file = try OpenFile(reading: path)
    let status = try file.status()
    guard status.kind == .file else {
      throw FileError(.notReadable, path: path, "it is not a regular file and cannot be mapped")
    }
    count = status.size
    if status.size == 0 {
      // mmap refuses a length of 0.
      unsafe base = nil
      return
    }
    let address = unsafe mmap(nil, status.size, PROT_READ, MAP_PRIVATE, file.descriptor, 0)
    guard unsafe address != MAP_FAILED, let address = unsafe address else {
      throw FileError(.mapFailed, path: path, call: "mmap", errno: errno)
    }
    unsafe base = address
  }

  deinit {
    if let base = unsafe base { unsafe munmap(base, count) }
  }

  /// The bytes, as long as the object lives.
  var buffer: UnsafeRawBufferPointer {
    unsafe UnsafeRawBufferPointer(start: base, count: count)
  }

  /// Lends the bytes for the time of the call.
  package func withBytes<Result, Failure: Error>(
    _ body: (Span<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let buffer = unsafe UnsafeRawBufferPointer(start: base, count: count)
    return try body(unsafe Span(_unsafeBytes: buffer))
  }

  /// Lends the bytes for loads of whole numbers.
  package func withRawBytes<Result, Failure: Error>(
    _ body: (RawSpan) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let buffer = unsafe UnsafeRawBufferPointer(start: base, count: count)
    return try body(unsafe RawSpan(_unsafeBytes: buffer))
  }
}
