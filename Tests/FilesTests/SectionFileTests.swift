import TestSupport
import Testing

@testable import Files

@Suite struct `Section file` {
  private let folder = TemporaryDirectory()

  private static func bytes(version: UInt32 = 3, key: UInt64 = 77) -> [UInt8] {
    var writer = SectionFileWriter()
    writer.add(1, [UInt8](0..<5))
    writer.add(7, [Int32](-20..<20))
    writer.add(2, [Double]())
    writer.add(9, [1.5, -0.0, .infinity])
    return writer.bytes(version: version, key: key)
  }

  private static func fault(_ bytes: [UInt8]) -> SectionFile.Fault? {
    do throws(SectionFile.Fault) {
      _ = try SectionFile(bytes, version: 3, key: 77)
      return nil
    } catch {
      return error
    }
  }

  @Test func `arrays come back, from memory and from disk`() throws {
    let path = folder.write("index", Self.bytes())
    let files = [
      SectionFile(made: Self.bytes()),
      try #require(try SectionFile.open(path, version: 3, key: 77)),
    ]
    for file in files {
      #expect(Array(file.array(1, of: UInt8.self)) == [0, 1, 2, 3, 4])
      #expect(Array(file.array(7, of: Int32.self)) == Array(-20..<20))
      #expect(file.array(2, of: Double.self).isEmpty)
      #expect(
        file.array(9, of: Double.self).map(\.bitPattern)
          == [1.5, -0.0, .infinity].map(\.bitPattern))
      #expect(file.array(3, of: UInt64.self).isEmpty)
    }
  }

  @Test func `random arrays of any length come back`() {
    var random = SplitMix64(seed: 1)
    for size in [1, 7, 8, 63, 64, 65, 1000] {
      var writer = SectionFileWriter()
      let bytes = random.bytes(size)
      let numbers = (0..<size).map { _ in UInt64.random(in: 0 ... .max, using: &random) }
      writer.add(1, bytes)
      writer.add(2, numbers)
      let file = SectionFile(made: writer.bytes(version: 1, key: random.next()))
      #expect(Array(file.array(1, of: UInt8.self)) == bytes)
      #expect(Array(file.array(2, of: UInt64.self)) == numbers)
    }
  }

  @Test func `each byte that changes is a fault`() {
    let bytes = Self.bytes()
    var accepted: [Int] = []
    for index in bytes.indices {
      for change in [UInt8(1), 0x80, 0xFF] {
        var changed = bytes
        changed[index] ^= change
        if Self.fault(changed) == nil { accepted.append(index) }
      }
    }
    #expect(Self.fault(bytes) == nil)
    #expect(accepted.isEmpty)
  }

  @Test func `each other length is a fault`() {
    let bytes = Self.bytes()
    #expect(bytes.indices.allSatisfy { Self.fault(Array(bytes.prefix($0))) != nil })
    #expect(Self.fault(bytes + [0]) != nil)
    #expect(Self.fault(bytes + bytes) != nil)
  }

  @Test func `another version or content is a fault that says so`() {
    #expect(Self.fault(Self.bytes(version: 2))?.description.contains("another version") == true)
    #expect(Self.fault(Self.bytes(key: 78))?.description.contains("another content") == true)
  }

  @Test func `a file that is not there is none, one that is no file is a fault`() throws {
    #expect(try SectionFile.open(folder.path("none"), version: 3, key: 77).map { _ in 1 } == nil)
    #expect(throws: SectionFile.Fault.self) {
      try SectionFile.open(folder.path, version: 3, key: 77)
    }
    let empty = folder.write("empty", "")
    #expect(throws: SectionFile.Fault.self) { try SectionFile.open(empty, version: 3, key: 77) }
  }

  @Test func `text and bytes of a flat array`() {
    var writer = SectionFileWriter()
    writer.add(1, Array("قره تبه".utf8))
    let bytes = SectionFile(made: writer.bytes(version: 1, key: 1)).array(1, of: UInt8.self)
    #expect(bytes.text(0..<6) == "قره")
    #expect(bytes.text(6..<6) == "")
    let word = Array("xتبه".utf8)
    let span = word.span
    let answers = [
      bytes.holds(span, 1..<7, at: 7), bytes.holds(span, 0..<6, at: 7),
      bytes.holds(span, 3..<3, at: 13),
    ]
    #expect(answers == [true, false, true])
    #expect(FlatArray<UInt8>().text(0..<0) == "")
  }
}
