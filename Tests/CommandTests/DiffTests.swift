import Files
import TestSupport
import Testing

@Suite struct `Diff` {
  private let folder = TemporaryDirectory()

  private func map(_ name: String, _ lines: [String], _ more: String...) {
    let result = Marsad.run(
      ["map", "-", "-q", "-o", folder.path(name)] + more,
      input: Array(lines.joined(separator: "\n").utf8))
    #expect(result.status == 0, "\(result.errors)")
  }

  private func line(_ id: String, _ text: String) -> String {
    #"{"id":"\#(id)","published":"2021-03-09","source":"Sample","text":"\#(text)"}"#
  }

  private var bomb: String {
    line("a", "Two policemen were killed on Monday when a roadside bomb exploded in Khanaqin.")
  }
  private var raid: String {
    line("b", "Gunmen kidnapped a farmer in Hawija on Sunday, a security source said.")
  }

  @Test func `equal runs end with 0, also when asked`() throws {
    map("a", [bomb])
    map("b", [bomb])
    let result = Marsad.run("diff", folder.path("a"), folder.path("b"), "--exit-code")
    #expect(result.status == 0)
    #expect(result.output == "0 added, 0 removed, 0 changed (0 moved), 1 the same\n")
    #expect(result.errors.isEmpty)
  }

  @Test func `a document more is an event more, by the document`() throws {
    map("a", [bomb])
    map("b", [bomb, raid])
    let arguments = ["diff", folder.path("a"), folder.path("b")]
    let json = try JSONReader.parse(Marsad.run(arguments + ["--format", "json"]).bytes)
    #expect(json["counts"]?["added"]?.integer == 1)
    #expect(json["counts"]?["unchanged"]?.integer == 1)
    let added = try #require(json["added"]?.elements?.first)
    #expect(added["causes"]?.elements?.compactMap(\.string) == ["document"])
    #expect(added["properties"]?["sub_event_type"]?.string == "Abduction/forced disappearance")
    #expect(Marsad.run(arguments).status == 0)
    let asked = Marsad.run(arguments + ["--exit-code", "-q"])
    #expect(asked.status == 1)
    #expect(asked.output.isEmpty)
  }

  @Test func `a place of an overlay moves an event, by the gazetteer`() throws {
    map("a", [bomb])
    let overlay = TemporaryDirectory()
    let places = try #require(Repository.read("gazetteer/places.tsv"))
    let rows = String(decoding: places, as: UTF8.self).split(separator: "\n")
    let header = try #require(rows.first).split(separator: "\t", omittingEmptySubsequences: false)
    let row = try #require(rows.first { $0.hasPrefix("iq-khanaqin\t") })
    var cells = row.split(separator: "\t", omittingEmptySubsequences: false).map { String($0) }
    let latitude = try #require(header.firstIndex(of: "lat"))
    let before = try #require(Double(cells[latitude]))
    cells[latitude] = "\(before + 0.01)"
    overlay.write(
      "places.tsv", header.joined(separator: "\t") + "\n" + cells.joined(separator: "\t") + "\n")
    map("b", [bomb], "--overlay", overlay.path)
    let arguments = ["diff", folder.path("a"), folder.path("b")]
    let json = try JSONReader.parse(Marsad.run(arguments + ["--format", "json"]).bytes)
    let changed = try #require(json["changed"]?.elements?.first)
    let moved = try #require(changed["moved_km"]?.double)
    // A hundredth of a degree of latitude at 34 degrees north is 1.109 km.
    #expect(abs(moved - 1.109) < 0.001)
    let point = try #require(
      changed["fields"]?.elements?.first { $0["field"]?.string == "point" })
    #expect(point["causes"]?.elements?.compactMap(\.string) == ["gazetteer"])
    let runs = try #require(json["runs"]?.elements)
    #expect(runs.contains { $0["what"]?.string == "overlay-1/places.tsv" })
    let table = Marsad.run(arguments)
    #expect(table.lines.contains { $0.hasPrefix("moved") && $0.contains("1.109 km") })
  }

  @Test func `what is no folder of layers is said`() {
    map("a", [bomb])
    #expect(Marsad.run("diff", folder.path("a"), folder.path("none")).status == 66)
    folder.write("c/events.geojson", "{}")
    let other = Marsad.run("diff", folder.path("a"), folder.path("c"))
    #expect(other.status == 65)
    #expect(other.errors.contains("[O002]"))
    map("d", [bomb], "--public")
    let open = Marsad.run("diff", folder.path("a"), folder.path("d"))
    #expect(open.status == 0)
    #expect(open.errors.contains("warning: [O003]"))
  }
}
