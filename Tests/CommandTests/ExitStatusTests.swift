import TestSupport
import Testing

/// The exit codes, after sysexits.h.
@Suite struct `Exit status` {
  struct Case: Sendable, CustomTestStringConvertible {
    var status: Int32
    var arguments: [String]
    /// Words that the message must have.
    var says: String
    var testDescription: String { "\(status): marsad " + arguments.joined(separator: " ") }
  }

  static let cases: [Case] = [
    Case(status: 0, arguments: ["--help"], says: ""),
    Case(status: 0, arguments: ["--version"], says: ""),
    Case(status: 0, arguments: ["locate", "Khanaqin"], says: ""),
    Case(status: 0, arguments: ["locate", "no such place anywhere"], says: ""),
    Case(status: 0, arguments: ["reverse", "45.39,34.35"], says: ""),
    Case(status: 64, arguments: ["bogus"], says: "bogus"),
    Case(status: 64, arguments: ["locate"], says: "question"),
    Case(status: 64, arguments: ["map"], says: "input"),
    Case(status: 64, arguments: ["map", "seeds", "--min-confidence", "2"], says: "0 to 1"),
    Case(status: 64, arguments: ["parse", "--threads", "0"], says: "threads"),
    Case(status: 64, arguments: ["parse", "--published", "2020"], says: "YYYY-MM-DD"),
    Case(status: 64, arguments: ["parse", "--published", "2021-02-29"], says: "YYYY-MM-DD"),
    Case(status: 64, arguments: ["parse", "--no-such-option"], says: "no-such-option"),
    Case(status: 64, arguments: ["reverse", "200,95"], says: "200,95"),
    Case(status: 64, arguments: ["reverse", "45.39"], says: "longitude"),
    Case(status: 64, arguments: ["explain"], says: "id"),
    Case(status: 65, arguments: ["locate", "--in", "Nowhereland", "Kirkuk"], says: "Nowhereland"),
    Case(status: 65, arguments: ["cql2", "killed >"], says: "expression:1:9: error: [Q001]"),
    Case(status: 66, arguments: ["parse", "missing.txt"], says: "missing.txt"),
    Case(status: 66, arguments: ["parse", "seeds", "missing"], says: "missing"),
    Case(status: 66, arguments: ["map", "missing", "-o", "/nowhere/out"], says: "missing"),
    Case(status: 64, arguments: ["gazetteer", "import"], says: "inputs"),
    Case(
      status: 64, arguments: ["gazetteer", "import", "README.md", "--source", "-"], says: "source"),
    Case(
      status: 65, arguments: ["gazetteer", "import", "README.md", "-o", "none", "--dry-run"],
      says: "README.md:1:1: error: [I001]"),
    Case(
      status: 66, arguments: ["gazetteer", "import", "missing.tsv", "-o", "none"],
      says: "missing.tsv"),
    Case(status: 66, arguments: ["explain", "ev-0", "--in", "missing"], says: "missing"),
    Case(status: 66, arguments: ["locate", "Kirkuk", "--gazetteer", "missing"], says: "missing"),
    Case(status: 73, arguments: ["parse", "seeds", "-o", "README.md/x.jsonl"], says: "README.md"),
    Case(status: 73, arguments: ["parse", "seeds", "-o", "seeds"], says: "seeds"),
    Case(status: 73, arguments: ["map", "seeds", "-o", "Makefile/out"], says: "Makefile"),
    Case(status: 73, arguments: ["map", "seeds", "-o", "Makefile"], says: "Makefile"),
  ]

  @Test(arguments: cases)
  func `is what the readme says`(_ example: Case) {
    let result = Marsad.run(example.arguments)
    #expect(result.status == example.status, "\(result.errors)")
    if example.status != 0 {
      #expect(result.output.isEmpty, "an error is no data")
      #expect(result.errors.lowercased().contains(example.says.lowercased()), "\(result.errors)")
    }
  }

  @Test func `a folder that is no gazetteer is bad data and each file is named`() {
    let folder = TemporaryDirectory()
    let result = Marsad.run("locate", "Kirkuk", "--gazetteer", folder.path)
    #expect(result.status == 65)
    #expect(result.errors.contains("\(folder.path)/places.tsv: error: [F001]"))
  }

  @Test func `without any gazetteer the program says where it looked`() {
    let folder = TemporaryDirectory()
    // Not through `Marsad`: no variable names a folder here.
    let result = Program.marsad.run(["locate", "Kirkuk"], in: folder.path)
    #expect(result.status == 66)
    for place in ["--gazetteer", "MARSAD_GAZETTEER", "share/marsad/gazetteer", "./gazetteer"] {
      #expect(result.errors.contains(place), "\(result.errors)")
    }
  }

  static let pipes = [
    ["parse", "seeds"], ["locate", "Khanaqin"], ["reverse", "45.39,34.35"], ["gazetteer", "stats"],
    ["gazetteer", "search", "Khanaqin"], ["gazetteer", "check"], ["--version"], ["--help"],
    ["map", "--help"], ["help", "gazetteer", "check"],
  ]

  @Test(arguments: pipes)
  func `a closed pipe ends the program quietly with 141`(_ arguments: [String]) {
    let result = Program.marsad.runIntoClosedPipe(
      arguments, environment: Marsad.knowledge, in: Repository.root)
    #expect(result.status == 141)
    #expect(!result.errors.contains("rror"), "\(result.errors)")
  }

  @Test func `rejected documents do not fail a run, strict mode does`() {
    let input = Marsad.line("a", Marsad.report) + "\nbroken\n" + Marsad.line("b", "Kirkuk") + "\n"
    let lenient = Marsad.run("parse", "-", input: input)
    #expect(lenient.status == 0)
    #expect(lenient.lines.count == 3)
    let strict = Marsad.run("parse", "-", "--strict", input: input)
    #expect(strict.status == 65)
    #expect(strict.errors.contains("<stdin>:2:1: error: [R007]"))
    #expect(strict.errorLines.count == 1, "told once: \(strict.errors)")
    #expect(!strict.output.contains(#""id":"b""#), "nothing is read after the first bad document")
  }
}
