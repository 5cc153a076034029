import Files
import Glibc
import Model
import ReadDocuments
import Testing
import TestSupport

@Suite struct DocumentReaderTests {
  private let folder = TemporaryDirectory()

  // printf '{"text":"packed"}\n' | gzip -9n
  static let packedLine: [UInt8] = [
    0x1F, 0x8B, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x02, 0x03, 0xAB, 0x56, 0x2A, 0x49, 0xAD,
    0x28, 0x51, 0xB2, 0x52, 0x2A, 0x48, 0x4C, 0xCE, 0x4E, 0x4D, 0x51, 0xAA, 0xE5, 0x02, 0x00,
    0x80, 0x9E, 0x5D, 0x95, 0x12, 0x00, 0x00, 0x00,
  ]

  @Test func `a folder is read in byte order of the paths`() throws {
    folder.write("b.jsonl", "{\"text\":\"b1\"}\n{\"text\":\"b2\"}\n")
    folder.write("a/z.txt", "z")
    folder.write("a/B.md", "B")
    folder.write("a.csv", "text\nc\n")
    folder.write("\u{62e}.json", "[{\"text\":\"last\"}]")
    folder.write("c.html", "<p>h</p>")
    folder.write("d.jsonl.gz", DocumentReaderTests.packedLine)
    folder.write("photo.jpg", "x")
    folder.write("a/notes.pdf", "x")
    folder.write(".hidden.txt", "x")
    let reading = try Reading([.path(folder.path)])
    #expect(
      reading.documents.map(\.text) == ["c", "B", "z", "b1", "b2", "h", "packed", "last"])
    #expect(
      reading.findings(in: folder) == [
        "\(folder.path): note: [R022] 2 files of other types were passed over, the first: "
          + "a/notes.pdf"
      ])
    let first = reading.items.first?.origin
    #expect(first == ReadOrigin(path: folder.path("a.csv"), line: 2))
  }

  @Test func `a folder without documents is told`() throws {
    let reading = try Reading([.path(folder.path)])
    #expect(reading.items.flatMap(\.messages).map { $0.prefix(13) } == ["error: [R021]"])
  }

  @Test func `a missing input ends the run before anything is read`() throws {
    let good = folder.write("a.txt", "a")
    let missing = folder.path("none.txt")
    var count = 0
    let error = try #require(throws: ReadError.self) {
      try DocumentReader().read([.path(good), .path(missing)]) { _ in count += 1 }
    }
    #expect(count == 0)
    #expect(error.kind == .notFound)
    #expect(error.description == "\(missing): error: [R001] No such file or directory")
  }

  @Test func `a bad document does not end the run, unless it is strict`() throws {
    let inputs = [folder.write("a.txt", [0xFF]), folder.write("b.txt", "b")].map {
      DocumentInput.path($0)
    }
    let reading = try Reading(inputs)
    #expect(reading.documents.map(\.text) == ["b"])
    #expect(reading.items.count == 2)
    var items: [ReadItem] = []
    let error = try #require(throws: ReadError.self) {
      try DocumentReader(defaults: ReadDefaults(strict: true)).read(inputs) { items.append($0) }
    }
    #expect(error.kind == .badData)
    #expect(error.diagnostic.code == "R003")
    #expect(items.count == 1)
  }

  @Test(arguments: ["report.pdf", "report", "report.gz", ".txt/x", "a.docx.gz"])
  func `a file of another type is told with the types that are read`(_ name: String) throws {
    let path = folder.write(name, "words")
    let item = try #require(try Reading([.path(path)]).items.first)
    #expect(
      item.messages == [
        "error: [R005] files of this type are not read; read are .txt, .md, .jsonl, .ndjson, "
          + ".json, .csv, .html, .htm, and .gz of these"
      ])
  }

  @Test func `packed files are read, and damaged ones are told`() throws {
    let packed = DocumentReaderTests.packedLine
    let cut = Array(packed.dropLast(9))
    let paths = [
      folder.write("a.jsonl.gz", packed), folder.write("b.NDJSON.GZ", packed),
      folder.write("c.jsonl", packed), folder.write("d.jsonl.gz", cut),
      folder.write("e.jsonl.gz", "{\"text\":\"plain\"}"), folder.write("f.txt.gz", packed),
    ]
    let reading = try Reading(paths.map { .path($0) })
    // Of the cut one the line was complete, so it is read before the damage is told.
    #expect(
      reading.documents.map(\.text)
        == ["packed", "packed", "packed", "packed", "{\"text\":\"packed\"}\n"])
    #expect(
      reading.findings(in: folder) == [
        "d.jsonl.gz: error: [R019] the gzip data ends early",
        "e.jsonl.gz: error: [R019] the file holds no gzip data",
      ])
  }

  @Test func `a file that may not be read is told and the next one is read`() throws {
    let closed = folder.write("a.txt", "a")
    chmod(closed, 0)
    // Root may read everything.
    if getuid() == 0 { return }
    let reading = try Reading([.path(closed), .path(folder.write("b.txt", "b"))])
    #expect(reading.documents.count == 1)
    #expect(
      reading.findings(in: folder) == ["a.txt: error: [R002] open: Permission denied"])
  }

  @Test func `what the caller throws comes through as it is`() throws {
    let path = folder.write("a.jsonl", "{\"text\":\"a\"}\n{\"text\":\"b\"}\n")
    // An error of the file room from the caller's own output is not taken for an input's.
    let own = FileError(.writeFailed, path: "out", "full")
    var count = 0
    let error = try #require(throws: FileError.self) {
      try DocumentReader().read([.path(path)]) { _ in
        count += 1
        throw own
      }
    }
    #expect(error == own)
    #expect(count == 1)
  }

  @Test func `a pipe without a telling name is read as lines`() throws {
    let path = folder.path("pipe")
    try #require(mkfifo(path, 0o600) == 0)
    // Open for both, so that neither end waits for the other.
    let descriptor = open(path, O_RDWR)
    write(descriptor, "{\"text\":\"a\"}\n", 13)
    struct Enough: Error {}
    var texts: [String] = []
    var waits = 0
    #expect(throws: Enough.self) {
      try DocumentReader().read(
        [.path(path)],
        beforeWaiting: {
          waits += 1
          if waits == 2 { throw Enough() }
          write(descriptor, "{\"text\":\"b\"}\n", 13)
        },
        { texts += [$0.document?.text ?? "-"] })
    }
    close(descriptor)
    #expect(texts == ["a", "b"])
  }

  @Test func `arguments name inputs`() {
    #expect(DocumentInput(argument: "-") == .standardInput)
    #expect(DocumentInput(argument: "./-") == .path("./-"))
  }

  @Test func `codes are unique and explained`() {
    let codes = ReadErrorCode.allCases
    #expect(Set(codes.map(\.rawValue)).count == codes.count)
    #expect(codes.allSatisfy { !$0.summary.isEmpty })
  }
}
