import Testing
import TestSupport

@testable import Files

@Suite struct GzipTests {
  // printf 'hello\nworld\n' | gzip -9n
  static let packed: [UInt8] = [
    0x1F, 0x8B, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x02, 0x03, 0xCB, 0x48, 0xCD, 0xC9, 0xC9,
    0xE7, 0x2A, 0xCF, 0x2F, 0xCA, 0x49, 0xE1, 0x02, 0x00, 0xFF, 0x5D, 0xC5, 0xC4, 0x0C, 0x00,
    0x00, 0x00,
  ]
  static let unpacked = Array("hello\nworld\n".utf8)
  // head -c 100000 /dev/zero | gzip -9n
  static let zeros: [UInt8] = [
    0x1F, 0x8B, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x02, 0x03, 0xED, 0xC1, 0x31, 0x01, 0x00,
    0x00, 0x00, 0xC2, 0xA0, 0xF5, 0x4F, 0x6D, 0x0D, 0x0F, 0xA0, 0x00, 0x00, 0x00, 0x00, 0x00,
    0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00,
    0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00,
    0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00,
    0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00,
    0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00,
    0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00,
    0x00, 0x80, 0x57, 0x03, 0x7D, 0x95, 0x11, 0xD4, 0xA0, 0x86, 0x01, 0x00,
  ]

  private func all(_ bytes: [UInt8], pieceSize: Int = 4096, limit: Int = 1 << 20) throws -> [UInt8]
  {
    try ByteStream(bytes: bytes, name: "x.gz", pieceSize: pieceSize).readAll(limit: limit)
  }

  @Test func `data in memory is expanded`() throws {
    #expect(Gzip.isGzip(GzipTests.packed))
    #expect(try Gzip.inflate(GzipTests.packed, path: "x") == GzipTests.unpacked)
    #expect(try Gzip.inflate(GzipTests.packed, path: "x", limit: 12) == GzipTests.unpacked)
    #expect(try Gzip.inflate(GzipTests.zeros, path: "x").count == 100_000)
  }

  @Test(arguments: [1, 2, 3, 10, 1000])
  func `a stream is expanded in any pieces`(_ pieceSize: Int) throws {
    #expect(try all(GzipTests.packed, pieceSize: pieceSize) == GzipTests.unpacked)
    let two = GzipTests.packed + GzipTests.packed
    #expect(try all(two, pieceSize: pieceSize) == GzipTests.unpacked + GzipTests.unpacked)
    let padded = GzipTests.packed + [0, 0, 0, 0]
    #expect(try all(padded, pieceSize: pieceSize) == GzipTests.unpacked)
    #expect(try all(Array("plain".utf8), pieceSize: pieceSize) == Array("plain".utf8))
    #expect(try all([0x1F], pieceSize: pieceSize) == [0x1F])
  }

  private func code(_ body: () throws -> Void) -> FileErrorCode? {
    do {
      try body()
      return nil
    } catch {
      return (error as? FileError)?.code
    }
  }

  @Test(arguments: [1, 1000])
  func `damage is told`(_ pieceSize: Int) {
    var damaged = GzipTests.packed
    damaged[damaged.count - 6] ^= 1
    #expect(code { _ = try all(damaged, pieceSize: pieceSize) } == .gzipDamaged)
    for length in 2..<GzipTests.packed.count {
      let cut = Array(GzipTests.packed[..<length])
      #expect(code { _ = try all(cut, pieceSize: pieceSize) } == .gzipDamaged, "\(length)")
      #expect(code { _ = try Gzip.inflate(cut, path: "x") } == .gzipDamaged, "\(length)")
    }
    let trailing = GzipTests.packed + Array("more".utf8)
    #expect(code { _ = try all(trailing, pieceSize: pieceSize) } == .gzipDamaged)
    let padded = GzipTests.packed + [0, 0] + GzipTests.packed
    #expect(code { _ = try all(padded, pieceSize: pieceSize) } == .gzipDamaged)
  }

  @Test func `lines before the damage are read`() throws {
    var damaged = GzipTests.packed
    damaged[damaged.count - 6] ^= 1
    var reader = LineReader(ByteStream(bytes: damaged, name: "x.gz"))
    #expect(try reader.next() == .bytes(Array("hello".utf8), number: 1))
    #expect(try reader.next() == .bytes(Array("world".utf8), number: 2))
    #expect(code { _ = try reader.next() } == .gzipDamaged)
    #expect(try reader.next() == nil)
  }

  @Test func `what is named gz must be gzip`() {
    for bytes in [[], Array("text".utf8), [0x1F]] as [[UInt8]] {
      let stream = ByteStream(bytes: bytes, name: "x.gz", mustBeGzip: true)
      #expect(code { _ = try stream.readAll(limit: 100) } == .notGzip)
    }
    #expect(code { _ = try Gzip.inflate(Array("text".utf8), path: "x") } == .notGzip)
  }

  @Test func `a bomb is refused`() {
    #expect(
      code { _ = try Gzip.inflate(GzipTests.zeros, path: "x", limit: 1000) } == .gzipExpandsTooMuch)
    #expect(code { _ = try all(GzipTests.zeros, limit: 1000) } == .gzipExpandsTooMuch)
    #expect(
      code {
        let inflater = try GzipInflater(path: "x", ratioMatters: 10_000)
        var used = 0
        var output: [UInt8] = []
        try inflater.inflate(GzipTests.zeros, from: &used, into: &output, room: 1 << 20)
      } == .gzipExpandsTooMuch)
  }

  @Test(arguments: 0..<200)
  func `random bytes never trap`(_ seed: Int) {
    var random = SplitMix64(seed: seed)
    _ = try? all([0x1F, 0x8B, 8] + random.bytes(Int(random.next() % 100)))
    var changed = GzipTests.packed
    for _ in 0..<3 {
      changed[Int(random.next() % UInt64(changed.count))] = UInt8(truncatingIfNeeded: random.next())
    }
    _ = try? all(changed, pieceSize: 1 + Int(random.next() % 8))
  }
}
