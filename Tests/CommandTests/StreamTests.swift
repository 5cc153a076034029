import Files
import TestSupport
import Testing

/// Data on standard output, everything else on standard error, lines as soon as they are complete.
@Suite struct `Streams` {
  @Test func `parse writes one object a line, in input order, and nothing else`() throws {
    let input = (0..<20).map { Marsad.line("d\($0)", Marsad.report) }.joined(separator: "\n")
    let result = Marsad.run("parse", "-", input: input)
    #expect(result.status == 0)
    #expect(result.errors.isEmpty)
    let values = try Marsad.values(result)
    #expect(values.map { $0["id"]?.string } == (0..<20).map { "d\($0)" })
    #expect(result.output.hasSuffix("}\n"))
  }

  @Test func `parse reads standard input when nothing is named`() {
    let input = Marsad.line("a", Marsad.report) + "\n"
    let named = Marsad.run("parse", "-", input: input)
    let silent = Marsad.run("parse", input: input)
    #expect(named.bytes == silent.bytes)
    #expect(!named.bytes.isEmpty)
  }

  @Test func `parse writes to a file as it does to standard output`() {
    let folder = TemporaryDirectory()
    let shown = Marsad.run("parse", "seeds")
    let written = Marsad.run("parse", "seeds", "-o", folder.path("out.jsonl"))
    #expect(written.output.isEmpty)
    #expect(folder.read("out.jsonl") == shown.bytes)
    #expect(folder.names() == ["out.jsonl"])
  }

  @Test func `an answer comes before the next question is asked`() throws {
    let talk = Conversation(
      Program.marsad, ["parse", "-"], environment: Marsad.knowledge, in: Repository.root)
    for number in 0..<3 {
      talk.say(Marsad.line("d\(number)", Marsad.report))
      let answer = try #require(talk.hear(), "no answer to line \(number)")
      #expect(answer.hasPrefix(#"{"id":"d\#(number)""#))
    }
    talk.say("broken")
    let error = try #require(talk.hear())
    #expect(error.contains(#""code":"R007""#))
    #expect(talk.finish() == 0)
  }

  @Test func `locate in batch mode answers line by line`() throws {
    let talk = Conversation(
      Program.marsad, ["locate", "--batch"], environment: Marsad.knowledge, in: Repository.root)
    for name in ["Khanaqin", "Kirkuk", "zzzz"] {
      talk.say(#"{"id":"\#(name)","text":"\#(name)"}"#)
      let answer = try #require(talk.hear(), "no answer to \(name)")
      #expect(answer.hasPrefix(#"{"id":"\#(name)""#))
    }
    #expect(talk.finish() == 0)
  }

  @Test func `parse gives the same bytes on any number of threads and on every run`() {
    let runs = [
      ["--threads", "1"], ["--threads", "2"], ["--threads", "2"], ["--threads", "5"], [],
    ]
    let results = runs.map { Marsad.run(["parse", "seeds"] + $0) }
    for result in results {
      #expect(result.status == 0)
      #expect(result.bytes == results[0].bytes)
    }
  }

  @Test func `no absolute path reaches the output`() {
    let folder = TemporaryDirectory()
    folder.write("in/a.txt", Marsad.report)
    folder.write("in/b.txt", [0xFF])
    let result = Marsad.run("parse", folder.path("in"))
    #expect(result.lines.count == 2)
    #expect(!result.output.contains(folder.path))
    #expect(result.errors.contains("\(folder.path("in/b.txt")):1:1: error:"))
  }

  @Test func `timings and settings go to standard error, on demand`() {
    let quiet = Marsad.run("locate", "Khanaqin")
    let verbose = Marsad.run("locate", "Khanaqin", "-v")
    #expect(quiet.errors.isEmpty)
    #expect(verbose.errors.contains("read in"))
    #expect(quiet.bytes == verbose.bytes)
  }

  @Test func `the title and the text are echoed when asked for`() throws {
    let input = #"{"id":"a","title":"Blast","text":"A bomb exploded in Khanaqin."}"#
    let plain = try #require(try Marsad.values(Marsad.run("parse", input: input)).first)
    #expect(plain["title"] == nil && plain["text"] == nil)
    let echo = try #require(
      try Marsad.values(Marsad.run("parse", "--with-text", input: input)).first)
    #expect(echo["title"]?.string == "Blast")
    #expect(echo["text"]?.string == "A bomb exploded in Khanaqin.")
  }
}
