import Files
import TestSupport
import Testing

/// What cannot be read is said with its place, and the run goes on.
@Suite struct `Bad input` {
  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    var file: String
    var bytes: [UInt8]
    /// What the diagnostic begins with, the path left out.
    var says: String
    var testDescription: String { name }
  }

  static let cases: [Case] = [
    Case(name: "empty file", file: "b.txt", bytes: [], says: ": error: [R004]"),
    Case(name: "blanks only", file: "b.txt", bytes: Array(" \n\n".utf8), says: ": error: [R004]"),
    Case(
      name: "a byte that is not UTF-8", file: "b.txt",
      bytes: Array("Khanaqin\nbad ".utf8) + [0xFF] + Array(" byte".utf8),
      says: ":2:5: error: [R003]"),
    Case(
      name: "a cut character at the end", file: "b.txt", bytes: Array("bomb ".utf8) + [0xD8],
      says: ":1:6: error: [R003]"),
    Case(
      name: "a line of JSON that breaks off", file: "b.jsonl",
      bytes: Array(#"{"id":"a","text":"Kirk"#.utf8), says: ":1:"),
    Case(
      name: "a line that is no object", file: "b.jsonl", bytes: Array("[1]".utf8),
      says: ":1:1: error: [R008]"),
    Case(
      name: "JSON nested 200,000 deep", file: "b.jsonl",
      bytes: Array(#"{"id":"a","text":"#.utf8) + [UInt8](repeating: 0x5B, count: 200_000),
      says: ":1:81: error: [R007]"),
    Case(
      name: "JSON document nested 200,000 deep", file: "b.json",
      bytes: [UInt8](repeating: 0x5B, count: 200_000), says: ":1:66: error: [R007]"),
    Case(
      name: "objects nested 100,000 deep", file: "b.json",
      bytes: (0..<100_000).flatMap { _ in Array(#"{"a":"#.utf8) }, says: ":1:"),
    Case(
      name: "a type that is not read", file: "b.pdf", bytes: Array("%PDF".utf8),
      says: ": error: [R005]"),
    Case(
      name: "gzip that is none", file: "b.txt.gz", bytes: Array("not gzip at all".utf8),
      says: ": error: [R019]"),
  ]

  @Test(arguments: cases)
  func `is reported with its place and the run goes on`(_ example: Case) throws {
    let folder = TemporaryDirectory()
    folder.write("a.txt", Marsad.report)
    folder.write(example.file, example.bytes)
    folder.write("c.txt", "Kirkuk")
    let result = Marsad.run("parse", "a.txt", example.file, "c.txt", in: folder.path)
    #expect(result.status == 0)
    let first = try #require(result.errorLines.first)
    #expect(first.hasPrefix(example.file + example.says), "\(first)")
    #expect(Marsad.isDiagnostic(first), "\(first)")
    let values = try Marsad.values(result)
    let errors = values.filter { $0["error"] != nil }
    #expect(!errors.isEmpty, "the document has its line, with the error")
    #expect(values.count - errors.count == 2, "the documents before and after are read")
    let strict = Marsad.run("parse", "--strict", example.file, in: folder.path)
    #expect(strict.status == 65)
  }

  @Test func `a broken line costs that line only`() throws {
    let input = [
      Marsad.line("a", Marsad.report), #"{"id":"b","text":"#, Marsad.line("c", "Kirkuk"), "",
      #"{"id":"d"}"#, Marsad.line("e", "Mosul"),
    ]
    let result = Marsad.run("parse", input: input.joined(separator: "\n"))
    #expect(result.status == 0)
    let values = try Marsad.values(result)
    #expect(values.filter { $0["error"] == nil }.map { $0["id"]?.string } == ["a", "c", "e"])
    #expect(values.count == 5)
    #expect(result.errors.contains("<stdin>:2:18: error: [R007]"))
    #expect(result.errors.contains("<stdin>:5:"))
  }

  @Test(arguments: ["txt", "jsonl", "json", "csv", "html", "md", "txt.gz", "json.gz"], 0..<3)
  func `random bytes never end the program`(_ type: String, _ seed: Int) throws {
    let folder = TemporaryDirectory()
    var random = SplitMix64(seed: seed)
    let alphabet = #"{}[]",:\ ntfu0123e-<>/=&;#!-"# + "\n\t'abp"
    folder.write("x." + type, seed == 0 ? random.bytes(4000) : random.bytes(4000, of: alphabet))
    let result = Marsad.run("parse", "x." + type, in: folder.path)
    #expect(result.status == 0, "\(result.errors)")
    _ = try Marsad.values(result)
    for line in result.errorLines { #expect(Marsad.isDiagnostic(line), "\(line)") }
  }

  @Test func `a line of 70 MB is refused with its number and the next is read`() throws {
    let folder = TemporaryDirectory()
    let long = Array(#"{"id":"b","text":""#.utf8) + [UInt8](repeating: 0x78, count: 70 << 20)
    let end = #""}"# + "\n" + Marsad.line("c", "Kirkuk") + "\n"
    folder.write(
      "long.jsonl", Array((Marsad.line("a", "Mosul") + "\n").utf8) + long + Array(end.utf8))
    let result = Marsad.run("parse", "long.jsonl", in: folder.path)
    #expect(result.status == 0)
    #expect(result.errors.hasPrefix("long.jsonl:2:1: error: [R006]"), "\(result.errors)")
    let values = try Marsad.values(result)
    #expect(values.map { $0["id"]?.string } == ["a", nil, "c"])
  }

  @Test func `map lists what it rejected`() throws {
    let folder = TemporaryDirectory()
    folder.write("in/a.txt", Marsad.report)
    folder.write("in/b.txt", [0xFF])
    let result = Marsad.run("map", "in", "-o", "out", in: folder.path)
    #expect(result.status == 0)
    #expect(result.output.isEmpty)
    #expect(result.errorLines.first.map(Marsad.isDiagnostic) == true)
    let run = try JSONReader.parse(try #require(folder.read("out/run.json")))
    #expect(run["counts"]?["documents"]?.integer == 1)
    #expect(run["counts"]?["rejected"]?.integer == 1)
    let rejected = try #require(run["rejected"]?.elements)
    #expect(rejected.count == 1)
    #expect(rejected.first?["code"]?.string == "R003")
    #expect(rejected.first?["path"]?.string == "in/b.txt")
  }
}
