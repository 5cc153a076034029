import Files
import Model
import Testing
import TestSupport

@testable import ReadDocuments

@Suite struct CSVInputTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let input: String
    let texts: [String]
    var findings: [String] = []
    var testDescription: String { name }
  }

  static let cases: [Case] = [
    Case(name: "plain", input: "id,text\n1,a\n2,b\n", texts: ["a", "b"]),
    Case(name: "no last line end", input: "id,text\n1,a", texts: ["a"]),
    Case(name: "CR LF", input: "id,text\r\n1,a\r\n2,\"b\"\r\n", texts: ["a", "b"]),
    Case(
      name: "mark, blanks and case in the header", input: "\u{FEFF}ID, Text \n1,a\n", texts: ["a"]),
    Case(
      name: "quotes", input: "text,id\n\"a,\"\"b\"\"\r\nc\",1\n\"\",2\n\"d\",3\n",
      texts: ["a,\"b\"\r\nc", "d"],
      findings: [":4:1: error: [R004] the document has no text"]),
    Case(
      name: "a quote in a bare cell", input: "id,text\n1,5\" gun \"x\"\n",
      texts: ["5\" gun \"x\""]),
    Case(name: "a CR inside a bare cell", input: "id,text\n1,a\rb\n", texts: ["a\rb"]),
    Case(name: "blank lines", input: "\nid,text\n\n1,a\n\r\n2,b\n\n", texts: ["a", "b"]),
    Case(name: "one column", input: "text\na\n\"b\"\n", texts: ["a", "b"]),
    Case(
      name: "too few cells", input: "id,text\n1\n2,b\n", texts: ["b"],
      findings: [":2:1: error: [R016] the row has 1 cells, the header 2"]),
    Case(
      name: "after a closing quote", input: "id,text\n1,\"\u{62e}\"x,\n2,b\n", texts: ["b"],
      findings: [
        ":2:6: error: [R015] the cell goes on after its closing quote; a quote inside a cell is "
          + "written twice"
      ]),
    Case(
      name: "a quote that is not closed", input: "id,text\n1,a\n2,\"b\n3,c\n", texts: ["a"],
      findings: [
        ":3:3: error: [R015] the quote that opens this cell is never closed; nothing after it "
          + "could be read"
      ]),
    Case(
      name: "no text column", input: "id;text\n1;a\n", texts: [],
      findings: [
        ":1:1: error: [R017] the header names no column `text`; cells are separated by commas"
      ]),
    Case(
      name: "a column twice", input: "id,text,text\n1,a,b\n", texts: [],
      findings: [":1:9: error: [R017] column text is named twice"]),
    Case(
      name: "empty", input: "", texts: [],
      findings: ["error: [R017] there is no header; the first row names the columns"]),
    Case(
      name: "only a header", input: "id,text\n", texts: [],
      findings: ["warning: [R021] the file holds no documents"]),
  ]

  @Test(arguments: cases)
  func `CSV files are read`(_ example: Case) throws {
    let items = try Reading.file("a.csv", example.input)
    #expect(items.compactMap(\.document?.text) == example.texts)
    #expect(items.flatMap(\.messages) == example.findings)
  }

  @Test func `columns give the fields`() throws {
    let input = "url,title,other,date,text,sitename,id,lang\nU,T,x,2020-07-22T23:00:00Z,a,S,7,ku\n"
    let item = try #require(try Reading.file("a.csv", input).first)
    let document = try #require(item.document)
    #expect(document.id == "7")
    #expect(document.title == "T")
    #expect(document.url == "U")
    #expect(document.source == "S")
    #expect(document.language == "ku")
    #expect(document.published?.description == "2020-07-23")
    #expect(item.origin?.line == 2)
  }

  @Test func `a bad byte is told where it stands in the file`() throws {
    let bytes =
      Array("id,text\n1,a\n2,\"b\"\"\n".utf8) + [0xC3] + Array("\"\n3,c\n".utf8)
    let (folder, reading) = try Reading.file("a.csv", bytes)
    #expect(reading.documents.map(\.text) == ["a", "c"])
    #expect(reading.findings(in: folder) == ["a.csv:4:1: error: [R003] byte 0xC3 is not UTF-8"])
  }

  @Test func `a row beyond the limit is told and the next one is read`() throws {
    let long = String(repeating: "x", count: 5000)
    let items = try Reading.file(
      "a.csv", "id,text\n1,a\n2,\"\(long)\"\n3,c\n", defaults: ReadDefaults(documentLimit: 1000))
    #expect(items.compactMap(\.document?.text) == ["a", "c"])
    #expect(
      items.flatMap(\.messages) == [
        ":3:1: error: [R006] the row has 5005 bytes, more than the limit of 1000"
      ])
  }

  /// What is written with quotes comes back, whatever it is.
  @Test(arguments: 0..<200)
  func `quoted cells come back as they were`(_ seed: Int) throws {
    var random = SplitMix64(seed: seed)
    var expected: [[String]] = []
    var bytes: [UInt8] = []
    for _ in 0..<Int(1 + random.next() % 5) {
      var row: [String] = []
      for cell in 0..<3 {
        let content = random.bytes(Int(random.next() % 6), of: "a\",\r\n ")
        row.append(String(decoding: content, as: UTF8.self))
        if cell > 0 { bytes.append(0x2C) }
        bytes.append(0x22)
        for byte in content { bytes += byte == 0x22 ? [0x22, 0x22] : [byte] }
        bytes.append(0x22)
      }
      expected.append(row)
      bytes += random.next() % 2 == 0 ? [0x0A] : [0x0D, 0x0A]
    }
    var reader = CSVRecordReader(
      ByteStream(bytes: bytes, name: "x", pieceSize: 1 + Int(random.next() % 7)), path: "x",
      limit: 1000)
    var found: [[String]] = []
    while let event = try reader.next() {
      guard case .record(let record) = event else {
        Issue.record("a finding in a good file")
        return
      }
      found.append(record.cells.indices.map { record.string($0) })
    }
    #expect(found == expected)
  }

  @Test(arguments: 0..<200)
  func `random bytes never trap`(_ seed: Int) throws {
    var random = SplitMix64(seed: seed)
    _ = try Reading.file("a.csv", random.bytes(Int(random.next() % 100)))
    let alike =
      Array("id,text\n".utf8) + random.bytes(Int(random.next() % 60), of: "a\",\r\n\u{62e}")
    _ = try Reading.file("a.csv", alike)
    _ = try Reading.file("a.csv", alike, defaults: ReadDefaults(documentLimit: 12))
  }
}
