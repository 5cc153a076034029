import Files
import TestSupport
import Testing

/// `marsad gazetteer import` as a user runs it.
@Suite struct `Import into an overlay` {
  private let folder = TemporaryDirectory()

  private func run(_ arguments: String...) -> Program.Result {
    Marsad.run(["gazetteer", "import"] + arguments)
  }

  private func table(_ rows: String...) -> String {
    folder.write(
      "my.tsv", (["name\tname_ar\tlon\tlat\ttype"] + rows).joined(separator: "\n") + "\n")
  }

  @Test func `what was imported is found, and the check has nothing against it`() throws {
    let input = table("Xylophoneville\tزايلوفون\t45.211\t34.311\tvillage")
    let result = run(input, "--source", "mine", "-o", folder.path("overlay"))
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.errors.isEmpty)
    #expect(result.lines.contains("1 places added, 0 known before, 2 names, 0 outlines"))
    #expect(folder.names() == ["my.tsv", "overlay"])
    for question in ["Xylophoneville", "قرية زايلوفون"] {
      let answer = try #require(
        try Marsad.values(
          Marsad.run("locate", question, "--overlay", folder.path("overlay"))
        ).first)
      #expect(answer["place"]?["name"]?.string == "Xylophoneville")
      #expect(answer["place"]?["id"]?.string?.hasPrefix("mine_") == true)
      #expect(answer["admin2"]?.string == "Khanaqin")
    }
    let check = Marsad.run("gazetteer", "check", "--overlay", folder.path("overlay"))
    #expect(check.status == 0)
    #expect(!check.output.contains(folder.path("overlay")), "\(check.output)")
  }

  @Test func `conflicts have file and line, in text and in JSON`() throws {
    let input = table("Jalawla\t\t45.203\t34.274\ttown", "Xylo\t\t45.2\t340\tvillage")
    let text = run(input, "-o", folder.path("overlay"), "--dry-run")
    #expect(text.status == 0)
    #expect(text.lines.contains { $0.hasPrefix("\(input):2:1: warning: [I012]") })
    #expect(text.lines.contains { $0.hasPrefix("\(input):3:1: warning: [I002]") })
    let json = run(input, "-o", folder.path("overlay"), "--dry-run", "--format", "json")
    let report = try #require(try Marsad.values(json).first)
    let conflicts = report["conflicts"]?.elements ?? []
    #expect(conflicts.compactMap { $0["code"]?.string } == ["I012", "I002"])
    #expect(conflicts.compactMap { $0["line"]?.integer } == [2, 3])
    // No absolute path reaches the data.
    #expect(conflicts.first?["path"]?.string == "my.tsv")
    #expect(report["dry_run"]?.bool == true)
    #expect(folder.names() == ["my.tsv"])
  }

  @Test func `the user's own overlay is the default, and is told`() throws {
    let input = table("Xylo\t\t45.211\t34.311\tvillage")
    let result = Program.marsad.run(
      ["gazetteer", "import", input],
      environment: Marsad.knowledge + ["XDG_DATA_HOME=" + folder.path("data")], in: "/")
    #expect(result.status == 0, "\(result.errors)")
    let overlay = folder.path("data/marsad/overlay")
    #expect(result.lines.contains("wrote 1 rows to \(overlay)/places.tsv"), "\(result.output)")
    let found = Program.marsad.run(
      ["locate", "Xylo"],
      environment: Marsad.knowledge + ["XDG_DATA_HOME=" + folder.path("data")], in: "/")
    #expect(try Marsad.values(found).first?["place"]?["name"]?.string == "Xylo")
  }

  @Test func `the villages that a run does not know can be filled in and imported`() throws {
    folder.write(
      "in/a.txt", "---\npublished: 2024-05-02\n---\nهاجم مسلحون قرية زايلوفون في قضاء خانقين.\n")
    let map = Marsad.run("map", folder.path("in"), "-o", folder.path("out"))
    #expect(map.status == 0, "\(map.errors)")
    let run = try JSONReader.parse(folder.read("out/run.json") ?? [])
    let village = try #require(run["unknown_places"]?.elements?.first)
    #expect(village["name"]?.string == "زايلوفون")
    #expect(village["container"]?.string == "iq-adm2-khanaqin")
    #expect(village["examples"]?.elements?.count == 1)
    let todo = folder.path("todo.tsv")
    let first = self.run(
      folder.path("out/run.json"), "--source", "villages", "-o", folder.path("overlay"),
      "--pending",
      todo)
    #expect(first.lines.contains { $0.hasPrefix("1 villages have no position yet") })
    let text = String(decoding: folder.read("todo.tsv") ?? [], as: UTF8.self)
    folder.write(
      "todo.tsv",
      text.replacing("village\t\t\t\t", with: "village\t45.211\t34.311\t2000\tXylophoneville"))
    #expect(self.run(todo, "--source", "villages", "-o", folder.path("overlay")).status == 0)
    let again = Marsad.run(
      "map", folder.path("in"), "-o", folder.path("out"), "--overlay", folder.path("overlay"))
    #expect(again.status == 0)
    let events = String(decoding: folder.read("out/events.geojson") ?? [], as: UTF8.self)
    #expect(events.contains(#""location":"Xylophoneville""#))
    let second = try JSONReader.parse(folder.read("out/run.json") ?? [])
    #expect(second["unknown_places"]?.elements?.isEmpty == true)
  }
}
