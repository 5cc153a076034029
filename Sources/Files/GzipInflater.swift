import CZlib

/// Expands gzip data piece by piece, one or more members after each other, checksums included.
///
/// A class, because zlib keeps a pointer back to its `z_stream`: the address must not move. Not
/// Sendable: one thread at a time.
@safe
final class GzipInflater {
  /// Beyond this many bytes the ratio is looked at: small files may compress as well as they like.
  private let ratioMatters: Int
  /// News text compresses 3 to 20 times; deflate itself can reach 1032.
  private static let ratioLimit = 250

  private let stream: UnsafeMutablePointer<z_stream>
  /// Where zlib writes; from here bytes go to the caller's array, which then needs no zeros first.
  private let expanded: UnsafeMutablePointer<UInt8>
  private static let stepSize = 64 << 10
  private let path: String
  private var isInsideMember = true
  private var hasFinishedMember = false
  private var isPadding = false
  private var consumed = 0
  private var produced = 0

  init(path: String, ratioMatters: Int = 64 << 20) throws(FileError) {
    self.path = path
    self.ratioMatters = ratioMatters
    unsafe stream = .allocate(capacity: 1)
    unsafe stream.initialize(to: z_stream())
    unsafe expanded = .allocate(capacity: GzipInflater.stepSize)
    // 15: the largest window; + 16: gzip and nothing else, with the checksum checked.
    let result = unsafe inflateInit2_(
      stream, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    guard result == Z_OK else {
      throw FileError(.gzipDamaged, path: path, "inflateInit2: zlib reports \(result)")
    }
  }

  deinit {
    unsafe inflateEnd(stream)
    unsafe stream.deallocate()
    unsafe expanded.deallocate()
  }

  /// Whether the data may end here.
  var isComplete: Bool { hasFinishedMember && !isInsideMember }

  /// Expands input from `start` on, appending at most `room` bytes to `output`.
  ///
  /// Returns when the input is used up or the room is; moves `start` past what was used. Throws
  /// F008 (damaged) or F009 (a bomb); what was expanded before is then in `output`.
  func inflate(
    _ input: [UInt8], from start: inout Int, into output: inout [UInt8], room: Int
  ) throws(FileError) {
    var left = room
    while left > 0 {
      if !isInsideMember {
        try beginMember(input, from: &start)
      }
      if start == input.count { return }
      let wanted = min(left, GzipInflater.stepSize)
      let result = step(input, &start, &output, wanted, &left)
      switch result {
      case Z_OK, Z_BUF_ERROR: break
      case Z_STREAM_END:
        isInsideMember = false
        hasFinishedMember = true
      default: throw damage()
      }
      if produced > ratioMatters, produced / consumed > GzipInflater.ratioLimit {
        throw FileError(
          .gzipExpandsTooMuch, path: path,
          "it expands more than \(GzipInflater.ratioLimit) times; unpack it yourself if it is real")
      }
    }
  }

  /// After a member: another one, or padding with zeros (tapes), or something that is wrong.
  private func beginMember(_ input: [UInt8], from start: inout Int) throws(FileError) {
    while start < input.count {
      if input[start] == 0 {
        isPadding = true
        start += 1
      } else if input[start] == 0x1F, !isPadding {
        unsafe inflateReset(stream)
        isInsideMember = true
        return
      } else {
        throw FileError(.gzipDamaged, path: path, "there are bytes after the end of the gzip data")
      }
    }
  }

  private func step(
    _ input: [UInt8], _ start: inout Int, _ output: inout [UInt8], _ wanted: Int,
    _ left: inout Int
  ) -> Int32 {
    var result = Z_OK
    var used = 0
    unsafe input.withUnsafeBufferPointer { source in
      guard let from = source.baseAddress else { return }
      // zlib counts in 32 bits.
      let offered = min(source.count - start, Int(Int32.max))
      unsafe stream.pointee.next_in = UnsafeMutablePointer(mutating: from + start)
      unsafe stream.pointee.avail_in = UInt32(offered)
      unsafe stream.pointee.next_out = expanded
      unsafe stream.pointee.avail_out = UInt32(wanted)
      result = unsafe CZlib.inflate(stream, Z_NO_FLUSH)
      used = unsafe offered - Int(stream.pointee.avail_in)
    }
    let made = unsafe wanted - Int(stream.pointee.avail_out)
    unsafe output.append(contentsOf: UnsafeBufferPointer(start: expanded, count: made))
    start += used
    consumed += used
    produced += made
    left -= made
    return result
  }

  private func damage() -> FileError {
    let words = unsafe stream.pointee.msg.map { unsafe String(cString: $0) } ?? "no message"
    return FileError(.gzipDamaged, path: path, "inflate: \(words)")
  }
}
