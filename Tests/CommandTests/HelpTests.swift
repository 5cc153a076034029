import TestSupport
import Testing

@Suite struct `Help` {
  /// Every command and subcommand, as the program's own help texts name them.
  static let commands = subcommands(of: [])

  /// The commands below one, each followed by those below it.
  private static func subcommands(of command: [String]) -> [[String]] {
    let lines = Marsad.run(command + ["--help"]).output.split(
      separator: "\n", omittingEmptySubsequences: false)
    guard let heading = lines.firstIndex(of: "SUBCOMMANDS:") else { return [] }
    var found: [[String]] = []
    for line in lines[(heading + 1)...].prefix(while: { !$0.isEmpty }) {
      // A name stands two blanks in; the lines of a long description stand farther in.
      guard line.hasPrefix("  "), let first = line.dropFirst(2).first, first != " ",
        let name = line.split(separator: " ").first
      else { continue }
      let path = command + [String(name)]
      found.append(path)
      found += subcommands(of: path)
    }
    return found
  }

  @Test(arguments: [[]] + commands)
  func `is the text that is on record`(_ command: [String]) {
    let result = Marsad.run(command + ["--help"])
    Golden.check(result.output, "help/" + (["marsad"] + command).joined(separator: "-") + ".txt")
  }

  @Test func `texts on record are those of commands that exist`() {
    let known = Set(
      ([[]] + Self.commands).map { (["marsad"] + $0).joined(separator: "-") + ".txt" })
    let recorded = Repository.names(in: Repository.root + "/Tests/Goldens/help")
    #expect(recorded.filter { !known.contains($0) } == [])
    #expect(known.count > 9)
  }

  @Test(arguments: commands)
  func `shows an example of the command`(_ command: [String]) {
    let result = Marsad.run(command + ["--help"])
    #expect(result.status == 0)
    #expect(result.errors.isEmpty)
    let example = "marsad " + command.joined(separator: " ")
    let examples = result.lines.filter { $0.hasPrefix("  ") && $0.contains(example) }
    #expect(!examples.isEmpty, "\(result.output)")
  }

  @Test(arguments: commands)
  func `is the same by help and by --help`(_ command: [String]) {
    let one = Marsad.run(command + ["--help"])
    let other = Marsad.run(["help"] + command)
    #expect(one.output == other.output)
    #expect(other.status == 0)
  }

  @Test func `of the program names every command`() {
    let result = Marsad.run("--help")
    for command in [
      "map", "parse", "locate", "reverse", "explain", "cql2", "review", "diff", "evaluate",
      "render", "export", "import", "compare", "gazetteer",
    ] {
      #expect(result.lines.contains { $0.hasPrefix("  \(command) ") }, "\(command)")
    }
  }

  @Test(arguments: [
    ["parse"], ["map"], ["locate"], ["reverse"], ["render"], ["export"], ["import", "acled-csv"],
    ["compare"], ["gazetteer", "check"],
  ])
  func `names the options that every command has`(_ command: [String]) {
    let output = Marsad.run(command + ["--help"]).output
    for option in ["--gazetteer", "--overlay", "-q", "-v"] {
      #expect(output.contains(option), "\(option)")
    }
  }
}
