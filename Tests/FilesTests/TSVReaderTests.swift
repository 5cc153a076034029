import Model
import Testing
import TestSupport

@testable import Files

@Suite struct TSVReaderTests {
  private func rows(_ reader: inout TSVReader) -> [[String]] {
    var rows: [[String]] = []
    while reader.next() { rows.append(reader.cells.map { reader.string($0) }) }
    return rows
  }

  private func findings(_ bytes: [UInt8], required: [String] = []) -> ([[String]], [String]) {
    var reader = TSVReader(bytes, path: "t.tsv", required: required)
    let rows = rows(&reader)
    return (rows, reader.diagnostics.map(\.description))
  }

  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let input: String
    let rows: [[String]]
    var findings: [String] = []
    var testDescription: String { name }
  }

  static let cases: [Case] = [
    Case(name: "plain", input: "a\tb\n1\t2\n3\t4\n", rows: [["1", "2"], ["3", "4"]]),
    Case(name: "no last line end", input: "a\tb\n1\t2", rows: [["1", "2"]]),
    Case(
      name: "empty cells", input: "a\tb\tc\n\t\t\n1\t\t3\n", rows: [["", "", ""], ["1", "", "3"]]),
    Case(
      name: "comments and blank lines", input: "# c\n\na\tb\n#\tx\n\n1\t2\n\n", rows: [["1", "2"]]),
    Case(name: "byte order mark", input: "\u{FEFF}a\tb\n1\t2\n", rows: [["1", "2"]]),
    Case(name: "one column", input: "a\nx\ny\n", rows: [["x"], ["y"]]),
    Case(
      name: "too few and too many", input: "a\tb\n\u{62e}\n1\t2\t3\n5\t6\n", rows: [["5", "6"]],
      findings: [
        "t.tsv:2:2: error: [F024] the row has 1 cells, the header 2",
        "t.tsv:3:4: error: [F024] the row has 3 cells, the header 2",
      ]),
    Case(
      name: "carriage returns, told once", input: "a\tb\r\n1\t2\r\n\r\n3\t4\r\n",
      rows: [["1", "2"], ["3", "4"]],
      findings: [
        "t.tsv:1:4: warning: [F025] a carriage return; save the file with LF line ends (dos2unix)"
      ]),
    Case(
      name: "duplicate column", input: "a\tb\ta\n1\t2\t3\n", rows: [],
      findings: ["t.tsv:1:5: error: [F022] column a is named twice"]),
    Case(
      name: "column without a name", input: "a\t\n1\t2\n", rows: [],
      findings: ["t.tsv:1:3: error: [F022] a column has no name"]),
    Case(
      name: "no header", input: "# only\n\n", rows: [],
      findings: [
        "t.tsv:1:1: error: [F021] there is no header line; the first line names the columns"
      ]),
  ]

  @Test(arguments: cases)
  func `reads rows and tells what is wrong`(_ example: Case) {
    let (rows, findings) = findings(Array(example.input.utf8))
    #expect(rows == example.rows)
    #expect(findings == example.findings)
  }

  @Test func `a missing column is named`() {
    let (_, findings) = findings(Array("# x\na\tb\n".utf8), required: ["a", "lon"])
    #expect(
      findings == ["t.tsv:2:1: error: [F023] there is no column lon; the header names a, b"])
  }

  @Test func `a row that is not UTF-8 is told and passed over`() {
    let bytes = Array("a\tb\n\u{62e}\t".utf8) + [0xC3] + Array("\n1\t2\n".utf8) + [0xFF]
    let (rows, findings) = findings(bytes)
    #expect(rows == [["1", "2"]])
    #expect(
      findings == [
        "t.tsv:2:3: error: [F020] byte 0xC3 is not UTF-8",
        "t.tsv:4:1: error: [F020] byte 0xFF is not UTF-8",
      ])
  }

  @Test func `cells are read by column`() {
    var reader = TSVReader(Array("id\tlon\tn\tkind\nx\t44.5\t7\ttown\n".utf8), path: "t.tsv")
    let lon = reader.column("lon")
    #expect(reader.column("lat") == nil)
    let hasRow = reader.next()
    #expect(hasRow)
    #expect(reader.line == 2)
    #expect(reader.double(lon) == 44.5)
    #expect(reader.integer(reader.column("n")) == 7)
    #expect(reader.integer(lon) == nil)
    #expect(reader.holds(reader.column("kind"), "town"))
    #expect(!reader.holds(reader.column("kind"), "towns"))
    #expect(reader.isEmpty(reader.column("lat")))
    #expect(reader.optionalString(reader.column("lat")) == nil)
    #expect(reader.string(reader.column("id")) == "x")
    reader.report(.error, "G001", "no", cell: 2)
    #expect(reader.diagnostics.map(\.description) == ["t.tsv:2:8: error: [G001] no"])
    let hasMore = reader.next()
    #expect(!hasMore)
  }

  @Test func `findings are counted beyond a limit`() {
    let (_, findings) = findings(Array(("a\tb\n" + String(repeating: "x\n", count: 1500)).utf8))
    #expect(findings.count == TSVReader.findingLimit + 1)
    #expect(findings.last?.contains("500 more findings") == true)
    #expect(findings.last?.contains("error") == true)
  }

  @Test func `warnings beyond the limit are no error`() {
    var reader = TSVReader(Array(("a\n" + String(repeating: "x\n", count: 1500)).utf8), path: "t")
    while reader.next() { reader.report(.warning, "Z100", "odd") }
    #expect(reader.diagnostics.last?.message.hasPrefix("500 more findings") == true)
    #expect(reader.diagnostics.last?.severity == .warning)
  }

  /// The slow twin: splitting strings.
  @Test(arguments: 0..<200)
  func `rows are those of splitting strings`(_ seed: Int) {
    var random = SplitMix64(seed: seed)
    let body = random.bytes(Int(random.next() % 120), of: "ab#\t\t\n\n")
    let text = "p\tq\tr\n" + String(decoding: body, as: UTF8.self)
    var expected: [[String]] = []
    for line in text.split(separator: "\n").dropFirst() where !line.hasPrefix("#") {
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      if cells.count == 3 { expected.append(cells) }
    }
    var reader = TSVReader(Array(text.utf8), path: "t.tsv")
    #expect(rows(&reader) == expected)
  }

  @Test(arguments: 0..<300)
  func `random bytes never trap`(_ seed: Int) {
    var random = SplitMix64(seed: seed)
    _ = findings(random.bytes(Int(random.next() % 200)))
    _ = findings(random.bytes(Int(random.next() % 60), of: "a\t\r\n#\u{62e}"))
  }
}
