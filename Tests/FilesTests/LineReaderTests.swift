import Glibc
import Testing
import TestSupport

@testable import Files

@Suite struct LineReaderTests {
  private func lines(
    _ bytes: [UInt8], pieceSize: Int, limit: Int = LineReader.defaultLimit
  ) throws -> [LineReader.Line] {
    var reader = LineReader(
      ByteStream(bytes: bytes, name: "x", pieceSize: pieceSize), limit: limit)
    var lines: [LineReader.Line] = []
    while let line = try reader.next() { lines.append(line) }
    return lines
  }

  private func line(_ text: String, _ number: Int) -> LineReader.Line {
    .bytes(Array(text.utf8), number: number)
  }

  @Test(arguments: [1, 2, 3, 5, 7, 100])
  func `lines do not depend on the pieces they come in`(_ pieceSize: Int) throws {
    let bytes = Array("ab\n\ncde\r\nlast".utf8)
    #expect(
      try lines(bytes, pieceSize: pieceSize)
        == [line("ab", 1), line("", 2), line("cde\r", 3), line("last", 4)])
    #expect(try lines(Array("a\n".utf8), pieceSize: pieceSize) == [line("a", 1)])
    #expect(try lines([], pieceSize: pieceSize).isEmpty)
  }

  @Test(arguments: [1, 3, 4096])
  func `a line beyond the limit is told and the next one is read`(_ pieceSize: Int) throws {
    let long = String(repeating: "x", count: 20_000)
    let bytes = Array("a\n\(long)\nb\n\(long)".utf8)
    #expect(
      try lines(bytes, pieceSize: pieceSize, limit: 1000) == [
        line("a", 1), .tooLong(number: 2, length: 20_000), line("b", 3),
        .tooLong(number: 4, length: 20_000),
      ])
    let exact = Array((String(repeating: "y", count: 1000) + "\nz\n").utf8)
    #expect(
      try lines(exact, pieceSize: pieceSize, limit: 1000)
        == [line(String(repeating: "y", count: 1000), 1), line("z", 2)])
  }

  @Test(arguments: 0..<200)
  func `lines are those of splitting`(_ seed: Int) throws {
    var random = SplitMix64(seed: seed)
    let bytes = random.bytes(Int(random.next() % 80), of: "ab\n")
    var expected = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map(Array.init)
    // What stands after the last LF is a line only if there is something.
    if expected.last?.isEmpty == true { expected.removeLast() }
    let found = try lines(bytes, pieceSize: 1 + Int(random.next() % 9))
    #expect(
      found == expected.enumerated().map { .bytes($0.element, number: $0.offset + 1) })
  }

  @Test func `a line of a pipe is given as soon as it is there, and waiting is announced`() throws {
    var ends: [Int32] = [0, 0]
    try #require(pipe(&ends) == 0)
    let (reading, writing) = (ends[0], ends[1])
    defer { close(reading) }
    var reader = LineReader(ByteStream(descriptor: reading, name: "<stdin>"))
    write(writing, "one\ntw", 6)
    var waits = 0
    #expect(try reader.next { waits += 1 } == line("one", 1))
    #expect(waits == 0)
    #expect(
      try reader.next {
        waits += 1
        write(writing, "o\n", 2)
      } == line("two", 2))
    #expect(waits == 1)
    close(writing)
    #expect(try reader.next { waits += 1 } == nil)
    #expect(waits == 1)
  }

  @Test func `what the waiting caller throws comes through`() throws {
    struct Stop: Error {}
    var ends: [Int32] = [0, 0]
    try #require(pipe(&ends) == 0)
    defer { for end in ends { close(end) } }
    var reader = LineReader(ByteStream(descriptor: ends[0], name: "<stdin>"))
    #expect(throws: Stop.self) { try reader.next { throw Stop() } }
  }
}
