import Glibc

/// A file of flat arrays, read where it lies: mapped from disk or held in memory, for good.
///
/// Everything is checked against its checksum when the file is opened, so that what is read later
/// needs no care: damage shows as an error here or not at all. What was opened stays mapped to the
/// end of the process, since nobody counts who still reads it; a process opens few of them.
@safe
package struct SectionFile: @unchecked Sendable {
  /// Why the bytes are not the file that was looked for.
  package struct Fault: Error, CustomStringConvertible {
    package let description: String
  }

  // Sendable by hand: the memory is read-only and is never freed.
  private let bytes: UnsafeRawBufferPointer
  private let sections: [UInt32: Range<Int>]

  /// Maps a file and checks it.
  /// - Returns: nil when there is no such file.
  /// - Throws: `Fault` when it is damaged, cut short, of another version or about another content.
  package static func open(
    _ path: String, version: UInt32, key: UInt64
  ) throws(Fault) -> SectionFile? {
    let map: MemoryMap
    do {
      map = try MemoryMap(path: path)
    } catch {
      if error.kind == .notFound { return nil }
      throw Fault(description: error.description)
    }
    let file = unsafe try SectionFile(map.buffer, version: version, key: key)
    // Never unmapped: the arrays have no owner.
    _ = unsafe Unmanaged.passRetained(map)
    return file
  }

  /// Copies bytes that `SectionFileWriter` made.
  package init(_ bytes: [UInt8], version: UInt32, key: UInt64) throws(Fault) {
    let copy = UnsafeMutableRawBufferPointer.allocate(
      byteCount: bytes.count, alignment: SectionChecksum.block)
    unsafe copy.copyBytes(from: bytes)
    do throws(Fault) {
      unsafe try self.init(UnsafeRawBufferPointer(copy), version: version, key: key)
    } catch {
      unsafe copy.deallocate()
      throw error
    }
  }

  /// Takes bytes that `SectionFileWriter` has just made.
  package init(made bytes: [UInt8]) {
    let version = bytes[SectionFileWriter.Header.versionAt...].prefix(4)
    let key = bytes[SectionFileWriter.Header.keyAt...].prefix(8)
    do throws(Fault) {
      try self.init(
        bytes, version: version.reversed().reduce(0) { $0 << 8 | UInt32($1) },
        key: key.reversed().reduce(0) { $0 << 8 | UInt64($1) })
    } catch {
      fatalError("the file just made cannot be read: \(error)")
    }
  }

  private init(
    _ bytes: UnsafeRawBufferPointer, version: UInt32, key: UInt64
  ) throws(Fault) {
    typealias Header = SectionFileWriter.Header
    func load<Value: FixedWidthInteger & BitwiseCopyable>(
      _ offset: Int, _ type: Value.Type
    ) -> Value {
      unsafe bytes.loadUnaligned(fromByteOffset: offset, as: type)
    }
    guard bytes.count >= Header.size, load(0, UInt64.self) == Header.magic,
      load(Header.orderAt, UInt32.self) == Header.byteOrder
    else { throw Fault(description: "it is no file of this kind") }
    guard load(Header.versionAt, UInt32.self) == version else {
      throw Fault(description: "it has the layout of another version")
    }
    guard load(Header.sizeAt, UInt64.self) == UInt64(bytes.count) else {
      throw Fault(description: "it is cut short or too long")
    }
    let count = Int(load(Header.countAt, UInt32.self))
    let start = Header.size(sections: count)
    guard count < 1024, start <= bytes.count,
      unsafe Self.checksumOfHead(bytes, start) == load(Header.checksumAt, UInt64.self)
    else { throw Fault(description: "its head is damaged") }
    guard load(Header.keyAt, UInt64.self) == key else {
      throw Fault(description: "it was made of another content")
    }
    var sections: [UInt32: Range<Int>] = [:]
    sections.reserveCapacity(count)
    for entry in stride(
      from: Header.size, to: Header.size + count * Header.entrySize, by: Header.entrySize)
    {
      let id = load(entry, UInt32.self)
      let offset = Int(load(entry + 8, UInt64.self))
      let length = Int(load(entry + 16, UInt64.self))
      let end = offset + Header.padded(length)
      guard offset >= start, end <= bytes.count,
        unsafe SectionChecksum.of(.init(rebasing: bytes[offset..<end]))
          == load(entry + 24, UInt64.self)
      else { throw Fault(description: "its section \(id) is damaged") }
      sections[id] = offset..<offset + length
    }
    self.sections = sections
    unsafe self.bytes = unsafe bytes
  }

  /// The checksum of the head as it was before the checksum was put in.
  private static func checksumOfHead(_ bytes: UnsafeRawBufferPointer, _ size: Int) -> UInt64 {
    var head = unsafe [UInt8](bytes[0..<size])
    for index in 0..<8 { head[SectionFileWriter.Header.checksumAt + index] = 0 }
    return unsafe head.withUnsafeBytes { unsafe SectionChecksum.of($0) }
  }

  /// Returns the array of a section; an empty one when there is no such section.
  package func array<Element: BitwiseCopyable & Sendable>(
    _ id: UInt32, of type: Element.Type = Element.self
  ) -> FlatArray<Element> {
    guard let range = sections[id], !range.isEmpty, let base = unsafe bytes.baseAddress else {
      return FlatArray()
    }
    return unsafe FlatArray(
      immortal: (base + range.lowerBound).assumingMemoryBound(to: type),
      count: range.count / MemoryLayout<Element>.stride)
  }
}
