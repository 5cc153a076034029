import TestSupport
import Testing

@Suite struct `Help` {
  static let commands = [
    ["map"], ["parse"], ["locate"], ["reverse"], ["explain"], ["gazetteer"],
    ["gazetteer", "check"], ["gazetteer", "search"], ["gazetteer", "stats"],
  ]

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
    for command in ["map", "parse", "locate", "reverse", "explain", "gazetteer"] {
      #expect(result.lines.contains { $0.hasPrefix("  \(command) ") }, "\(command)")
    }
  }

  @Test(arguments: [["parse"], ["map"], ["locate"], ["reverse"], ["gazetteer", "check"]])
  func `names the options that every command has`(_ command: [String]) {
    let output = Marsad.run(command + ["--help"]).output
    for option in ["--gazetteer", "--overlay", "-q", "-v"] {
      #expect(output.contains(option), "\(option)")
    }
  }
}
