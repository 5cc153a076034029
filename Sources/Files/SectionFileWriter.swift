/// Puts arrays of numbers into the bytes of a `SectionFile`.
package struct SectionFileWriter {
  /// The checked head of a file, before the table of sections.
  struct Header {
    /// `MARSADIX`.
    static let magic: UInt64 = 0x5849_4441_5352_414D
    /// Reads as another number on a machine of the other byte order.
    static let byteOrder: UInt32 = 0x0102_0304
    static let size = 64
    static let entrySize = 32

    /// Where the parts stand.
    static let orderAt = 8
    static let versionAt = 12
    static let keyAt = 16
    static let sizeAt = 24
    static let countAt = 32
    static let checksumAt = 56

    /// The size of the head with a table of so many sections.
    static func size(sections: Int) -> Int { padded(size + sections * entrySize) }

    /// The next multiple of the block.
    static func padded(_ size: Int) -> Int {
      (size + SectionChecksum.block - 1) / SectionChecksum.block * SectionChecksum.block
    }
  }

  private var sections: [(id: UInt32, offset: Int, count: Int)] = []
  private var body: [UInt8] = []

  package init() {}

  /// Adds a section; ids are not repeated.
  package mutating func add<Element: BitwiseCopyable>(_ id: UInt32, _ elements: [Element]) {
    precondition(!sections.contains { $0.id == id }, "a section that is there already")
    let offset = body.count
    unsafe elements.withUnsafeBytes { unsafe body.append(contentsOf: $0) }
    sections.append((id, offset, body.count - offset))
    body.append(contentsOf: repeatElement(0, count: Header.padded(body.count) - body.count))
  }

  /// Returns the file.
  /// - Parameters:
  ///   - version: Of the layout: another one is not read.
  ///   - key: Says what the content was made of.
  package func bytes(version: UInt32, key: UInt64) -> [UInt8] {
    let start = Header.size(sections: sections.count)
    var result = [UInt8](repeating: 0, count: start)
    result.reserveCapacity(start + body.count)
    result.append(contentsOf: body)
    func put<Value: FixedWidthInteger>(_ value: Value, _ offset: Int) {
      unsafe withUnsafeBytes(of: value) { source in
        for unsafe(index, byte) in unsafe source.enumerated() { result[offset + index] = byte }
      }
    }
    put(Header.magic, 0)
    put(Header.byteOrder, Header.orderAt)
    put(version, Header.versionAt)
    put(key, Header.keyAt)
    put(UInt64(result.count), Header.sizeAt)
    put(UInt32(sections.count), Header.countAt)
    for (index, section) in sections.enumerated() {
      let entry = Header.size + index * Header.entrySize
      let range = start + section.offset..<start + section.offset + Header.padded(section.count)
      put(section.id, entry)
      put(UInt64(start + section.offset), entry + 8)
      put(UInt64(section.count), entry + 16)
      put(Self.checksum(result, range), entry + 24)
    }
    put(Self.checksum(result, 0..<start), Header.checksumAt)
    return result
  }

  private static func checksum(_ bytes: [UInt8], _ range: Range<Int>) -> UInt64 {
    unsafe bytes.withUnsafeBytes { unsafe SectionChecksum.of(.init(rebasing: $0[range])) }
  }
}
