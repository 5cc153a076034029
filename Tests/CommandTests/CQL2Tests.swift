import Files
import TestSupport
import Testing

@Suite struct `CQL2` {
  @Test func `text becomes JSON, and JSON text`() {
    let json = #"{"op":">","args":[{"property":"killed_min"},2]}"#
    #expect(Marsad.run("cql2", "killed_min>2").output == json + "\n")
    #expect(Marsad.run("cql2", json).output == "killed_min > 2\n")
    #expect(Marsad.run("cql2", json, "--to", "json").output == json + "\n")
    #expect(Marsad.run("cql2", "killed_min>2", "--to", "text").output == "killed_min > 2\n")
    #expect(Marsad.run("cql2", "-", input: " \(json)\n").output == "killed_min > 2\n")
  }

  struct Case: Sendable, CustomTestStringConvertible {
    var status: Int32
    var arguments: [String]
    var says: String
    var testDescription: String { arguments.joined(separator: " ") }
  }

  static let failures: [Case] = [
    Case(status: 65, arguments: ["a = "], says: "expression:1:5: error: [Q001] "),
    Case(status: 65, arguments: ["a = 1\n AND b ="], says: "expression:2:9: error: [Q001] "),
    Case(
      status: 65, arguments: [#"{"op":"AND","args":[]}"#], says: "expression:1:7: error: [Q021] "),
    Case(
      status: 65, arguments: ["b = 1", "--properties", "a"],
      says: "expression:1:1: error: [Q030] "),
    Case(
      status: 65, arguments: ["f(a) = 1", "--properties", "a"],
      says: "expression:1:1: error: [Q031] "),
    Case(
      status: 65, arguments: ["a = 'x'", "--properties", "a=number"],
      says: "expression:1:5: error: [Q033] "),
    Case(
      status: 65, arguments: ["S_INTERSECTS(g, POINT(90 180))"],
      says: "expression:1:26: error: [Q009] "),
    Case(
      status: 65, arguments: [String(repeating: "(", count: 100_000)],
      says: "expression:1:211: error: [Q004] "),
    Case(status: 64, arguments: [], says: "Error: Missing expected argument"),
    Case(status: 64, arguments: ["a = 1", "--to", "xml"], says: "Error: The value 'xml'"),
    Case(
      status: 64, arguments: ["a = 1", "--properties", "a=colour"],
      says: "Error: --properties a=colour"),
  ]

  @Test(arguments: failures) func `errors have a place and a status`(_ example: Case) {
    let result = Marsad.run(["cql2"] + example.arguments)
    #expect(result.status == example.status)
    #expect(result.output.isEmpty)
    #expect(result.errors.hasPrefix(example.says), "\(result.errors)")
    if example.status == 65 {
      #expect(result.errorLines.count == 1)
      #expect(Marsad.isDiagnostic(result.errorLines.first ?? ""), "\(result.errors)")
    }
  }

  @Test func `bytes that are not UTF-8 are refused with their place`() {
    let result = Marsad.run(["cql2", "-"], input: Array("a =\n 'ا".utf8) + [0xFF, 0x27])
    #expect(result.status == 65)
    #expect(result.errors.hasPrefix("expression:2:4: error: [Q012] byte 0xFF"))
  }

  @Test func `functions of other programs are converted with a warning`() {
    let result = Marsad.run("cql2", "avg(n) < Foo(1)")
    #expect(result.status == 0)
    #expect(result.lines.count == 1)
    #expect(result.errorLines.count == 2)
    #expect(result.errors.hasPrefix("expression:1:1: warning: [Q031] "))
    #expect(Marsad.run("cql2", "avg(n) < 1", "-q").errors.isEmpty)
    #expect(Marsad.run("cql2", "abs(n) < 1").errors.isEmpty)
  }

  /// The guide's blocks: commands after `$ `, and what they print.
  @Test func `guide shows what the program prints`() throws {
    let guide = String(decoding: try #require(Repository.read("docs/cql2.md")), as: UTF8.self)
    var count = 0
    for block in guide.split(separator: "```console\n").dropFirst() {
      let text = block.prefix(upTo: try #require(block.firstRange(of: "```")).lowerBound)
      for example in ("\n" + text).split(separator: "\n$ ") {
        let lines = example.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
        let expected = lines.count > 1 ? String(lines[1]) : ""
        let shell = "marsad() { \"$PROGRAM\" \"$@\"; }; exec 2>&1; \(lines[0])"
        let result = Program(path: "/bin/sh").run(
          ["-c", shell], environment: Marsad.knowledge + ["PROGRAM=" + Program.marsad.path],
          in: Repository.root)
        let printed = result.output.last == "\n" ? String(result.output.dropLast()) : result.output
        let shown = expected.last == "\n" ? String(expected.dropLast()) : expected
        #expect(printed == shown, "\(lines[0])")
        #expect(result.status == (shown.contains(": error: [") ? 65 : 0))
        count += 1
      }
    }
    #expect(count > 20)
  }
}
