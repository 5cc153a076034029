import Files
import TestSupport
import Testing

@Suite struct `Evaluate` {
  /// The head of a development set: enough to compare, quick to read.
  static let set = Array(
    (Repository.read("development/events-en.jsonl") ?? []).split(separator: 0x0A).prefix(20)
      .joined(separator: [0x0A]))

  /// The predictions of the set, made once.
  static let predictions: [UInt8] = {
    let folder = TemporaryDirectory()
    let documents = Marsad.run("evaluate", folder.write("g.jsonl", set), "--documents")
    return Marsad.run(["parse", "-"], input: documents.bytes).bytes
  }()

  private let folder = TemporaryDirectory()
  private let gold: String

  init() { gold = folder.write("events-en.jsonl", Self.set) }

  @Test func `the documents of a set have nothing of its annotation`() throws {
    let result = Marsad.run("evaluate", gold, "--documents")
    #expect(result.status == 0)
    let values = try Marsad.values(result)
    #expect(values.count == 20)
    let keys: Set = ["id", "published", "source", "title", "lang", "text"]
    for value in values {
      let own = Set((value.members ?? []).map(\.key))
      #expect(own.contains("text") && own.isSubset(of: keys))
    }
  }

  @Test func `figures are a table and the same in JSON`() throws {
    let table = Marsad.run(["evaluate", gold, "-"], input: Self.predictions)
    #expect(table.status == 0)
    #expect(table.errors.isEmpty)
    let json = Marsad.run(
      ["evaluate", gold, "-", "--format", "json"], input: Self.predictions)
    let value = try JSONReader.parse(json.bytes)
    let groups = try #require(value["groups"]?.elements)
    #expect(groups.map { $0["name"]?.string } == ["all", "en", "events-en.jsonl"])
    let killed = try #require(groups.first?["figures"]?["killed"])
    let cells = try #require(table.lines.first { $0.hasPrefix("killed ") })
      .split(separator: " ").map { String($0) }
    #expect(cells[2] == killed["right"]?.integer.map { "\($0)" })
    #expect(cells[3] == killed["of"]?.integer.map { "\($0)" })
    #expect(value["differences"] == nil)
  }

  @Test func `differences are listed when asked for`() throws {
    // No actor is right, however good the reading is.
    let predictions = String(decoding: Self.predictions, as: UTF8.self)
      .replacing("\"actor1\":\"", with: "\"actor1\":\"NOT_")
    let json = Marsad.run(
      ["evaluate", gold, "-", "--format", "json", "--differences"], input: Array(predictions.utf8))
    let value = try JSONReader.parse(json.bytes)
    let figures = try #require(value["groups"]?.elements?.first?["figures"])
    let listed = try #require(value["differences"]?.elements)
    var all = 0
    for measure in ["date", "killed", "actor1", "statement_not_drawn"] {
      let wrong =
        (figures[measure]?["of"]?.integer ?? 0) - (figures[measure]?["right"]?.integer ?? 0)
      #expect(listed.count { $0["measure"]?.string == measure } == wrong, "\(measure)")
      all += wrong
    }
    #expect(all > 0)
  }

  @Test func `predictions may be a file, and those without gold are told`() throws {
    let other = #"{"id":"other","mentions":[],"events":[],"statements":[]}"#
    let path = folder.write("p.jsonl", Self.predictions + Array((other + "\n").utf8))
    let result = Marsad.run("evaluate", gold, path)
    #expect(result.status == 0)
    #expect(result.errors.contains("warning: [E010] 1 documents"))
  }

  @Test func `a figure below its floor ends with 1`() {
    let high = folder.write("floors.json", #"{"en":{"joint":0.1},"ar":{"joint":0}}"#)
    let low = folder.write("low.json", #"{"en":{"joint":0.1}}"#)
    let missed = Marsad.run(
      ["evaluate", gold, "-", "--floors", high], input: Self.predictions)
    #expect(missed.status == 1)
    #expect(missed.errors.contains("below the floor: ar: joint "))
    #expect(missed.errorLines.count == 1)
    #expect(missed.output.contains("joint"))
    let held = Marsad.run(["evaluate", gold, "-", "--floors", low], input: Self.predictions)
    #expect(held.status == 0)
  }

  @Test func `what is wrong is said with its place`() {
    let bad = folder.write("g.jsonl", "\n{}\n")
    let wrong = Marsad.run("evaluate", bad, "-")
    #expect(wrong.status == 65)
    #expect(wrong.errors.contains("\(bad):2: error: [E002] a document: id is missing"))
    let missing = Marsad.run("evaluate", gold, "-")
    #expect(missing.status == 65)
    #expect(missing.errors.contains("[E006]"))
    #expect(Marsad.run("evaluate", folder.path("none"), "-").status == 66)
    #expect(Marsad.run("evaluate", gold, folder.path("none")).status == 66)
    #expect(Marsad.run("evaluate", gold).status == 64)
    let texts = folder.write("t.json", #"{"file":"t.txt","document":{"lang":"en"},"mentions":[]}"#)
    let documents = Marsad.run("evaluate", texts, "--documents")
    #expect(documents.status == 65)
    #expect(documents.errors.contains("[E008]"))
    #expect(documents.errors.contains("t.txt"))
  }
}

/// The same figures by a second program that shares no line with this one.
@Suite struct `Evaluate beside the script` {
  static let python = Program(path: "/usr/bin/python3")
  static let canRun =
    Repository.shared("gold") != nil && Repository.shared("seeds") != nil
    && python.run(["-c", "pass"]).status == 0

  /// The rows that both have: the script's name, ours.
  static let rows = [
    ("mentions recall", "mentions"), ("role", "role"), ("role and kind", "role_and_kind"),
    ("literal place within 5 km", "place_5_km"), ("events found", "events"),
    ("event type", "sub_event_type"), ("date", "date"), ("killed", "killed"),
    ("injured", "injured"), ("actor1", "actor1"), ("actor2", "actor2"),
    ("statements not drawn", "statement_not_drawn"), ("no surplus event", "no_surplus_event"),
  ]

  @Test(.enabled(if: canRun, "the annotated set or python3 is not there"))
  func `agrees on the annotated set`() throws {
    let gold = try #require(Repository.shared("gold"))
    let texts = try #require(Repository.shared("seeds"))
    let documents = Marsad.run("evaluate", gold, "--documents", "--texts", texts)
    let parsed = Marsad.run(["parse", "-"], input: documents.bytes)
    let ours = Marsad.run(
      ["evaluate", gold, "-", "--texts", texts, "--format", "json"], input: parsed.bytes)
    let groups = try #require(try JSONReader.parse(ours.bytes)["groups"]?.elements)
    let script = Self.python.run(
      [
        Repository.root + "/Tools/evaluate.py", "--marsad", Program.marsad.path, "--gold", gold,
        "--texts", texts, "--gazetteer", Repository.gazetteer,
      ], environment: Marsad.knowledge, in: Repository.root)
    #expect(script.status == 0, "\(script.errors)")
    let parts = script.output.split(separator: "sentences\n", maxSplits: 1).map { String($0) }
    try #require(parts.count == 2)
    for (part, files) in zip(parts, [["seed_000.json", "seed_004.json"], ["sentences.json"]]) {
      var compared = 0
      for (name, measure) in Self.rows {
        guard let row = part.split(separator: "\n").first(where: { $0.hasPrefix("  \(name)  ") })
        else { continue }
        let counts = row.split(separator: " ").last
        var right = 0
        var total = 0
        for group in groups where files.contains(group["name"]?.string ?? "") {
          let figure = group["figures"]?[measure]
          right += figure?["right"]?.integer ?? 0
          total += (figure?["of"] ?? figure?["gold"])?.integer ?? 0
        }
        #expect(counts.map { String($0) } == "\(right)/\(total)", "\(files) \(name)")
        compared += 1
      }
      #expect(compared >= 11)
    }
  }
}
