import EmitLayers
import Files
import Model
import TestSupport
import Testing

@testable import CompareEvents

@Suite struct `A comparison` {
  struct Case: Sendable, CustomTestStringConvertible {
    var field: ComparedField
    var ours, theirs: EventFeature
    var agrees: Bool?
    var testDescription: String { "\(field) \(agrees.map(String.init) ?? "open")" }
  }

  @Test(arguments: [
    Case(field: .date, ours: Codings.event("a"), theirs: Codings.event("b"), agrees: true),
    Case(
      field: .date, ours: Codings.event("a", day: 2), theirs: Codings.event("b", day: 0, to: 6),
      agrees: true),
    Case(
      field: .date, ours: Codings.event("a", day: 2), theirs: Codings.event("b", day: 3),
      agrees: false),
    Case(
      field: .date, ours: Codings.event("a", day: nil, to: 9), theirs: Codings.event("b", day: 3),
      agrees: true),
    Case(
      field: .killed, ours: Codings.event("a", killed: "2", most: "4"),
      theirs: Codings.event("b", killed: "4", most: "null"), agrees: true),
    Case(
      field: .killed, ours: Codings.event("a", killed: "2", most: "3"),
      theirs: Codings.event("b", killed: "4", most: "null"), agrees: false),
    Case(
      field: .killed, ours: Codings.event("a", killed: "null", most: "null"),
      theirs: Codings.event("b"), agrees: nil),
    Case(
      field: .actorTypes, ours: Codings.event("a", inters: ["1", "2"]),
      theirs: Codings.event("b", inters: ["2", "1"]), agrees: true),
    Case(
      field: .actorTypes, ours: Codings.event("a", inters: ["1", "null"]),
      theirs: Codings.event("b", inters: ["2", "1"]), agrees: nil),
    Case(
      field: .actorTypes, ours: Codings.event("a", inters: ["3", "1"]),
      theirs: Codings.event("b", inters: ["2", "1"]), agrees: false),
    Case(
      field: .admin1, ours: Codings.event("a", admin: "\"DIYALA\""), theirs: Codings.event("b"),
      agrees: true),
    Case(
      field: .admin1, ours: Codings.event("a", admin: "null"), theirs: Codings.event("b"),
      agrees: nil),
    Case(
      field: .subEventType, ours: Codings.event("a", sub: "Attack"), theirs: Codings.event("b"),
      agrees: false),
  ])
  func `tells agreement from difference, and both from what one leaves open`(
    _ trial: Case
  ) {
    #expect(trial.field.agrees(trial.ours, trial.theirs) == trial.agrees)
    #expect(trial.field.agrees(trial.theirs, trial.ours) == trial.agrees)
  }

  private func sample() throws -> EventComparison {
    try Codings.compare(
      [
        Codings.event("a", killed: "1", most: "1", admin: "null"), Codings.event("lone", day: 99),
        Codings.event("nowhere", longitude: nil),
      ],
      [
        Codings.event("b", longitude: 45.01, type: "Violence against civilians", sub: "Attack"),
        Codings.event("other", day: 50),
      ])
  }

  @Test func `has a row for every event of both, once`() throws {
    let comparison = try sample()
    let rows = comparison.rows
    #expect(rows.allSatisfy { $0.count == EventComparison.columns.count })
    #expect(rows.map { $0[0] } == ["matched", "only_ours", "only_ours", "only_theirs"])
    #expect(rows.map { $0[1] } == ["a", "lone", "nowhere", nil])
    #expect(rows.map { $0[2] } == ["b", nil, nil, "other"])
    #expect(rows[0][5] == "0.924")
    #expect(rows[0][6] == "event_type; sub_event_type; killed")
    #expect(comparison.incomparable.ours == 1 && comparison.incomparable.theirs == 0)
    let fields = comparison.agreement
    #expect(fields.allSatisfy { $0.agree + $0.differ + $0.unknown == 1 })
    #expect(fields.first { $0.field == .admin1 }?.unknown == 1)
    #expect(fields.first { $0.field == .killed }?.differ == 1)
    #expect(comparison.text.contains("1 matched, 2 only ours, 1 only theirs"))
  }

  @Test func `writes layers, the table and the counts`() throws {
    let folder = TemporaryDirectory()
    let comparison = try sample()
    try comparison.write(to: folder.path("out"), CSVWriter())
    #expect(
      Repository.names(in: folder.path("out")) == [
        "comparison.csv", "comparison.json", "matched.geojson", "only_ours.geojson",
        "only_theirs.geojson",
      ])
    func features(_ name: String) throws -> [JSONValue] {
      try JSONReader.parse(folder.read("out/\(name).geojson") ?? [])["features"]?.elements ?? []
    }
    #expect(try features("only_ours").map { $0["id"]?.string } == ["lone", "nowhere"])
    #expect(try features("only_ours")[1]["geometry"]?.isNull == true)
    // What only one has keeps all that it says.
    #expect(
      try features("only_theirs").first?["properties"]
        == .object(comparison.theirs[1].members))
    let match = try #require(try features("matched").first?["properties"])
    #expect(match["ours"]?.string == "a" && match["theirs"]?.string == "b")
    #expect(match["differences"]?.elements?.count == 3)
    #expect(match["theirs_longitude"]?.double == 45.01)
    let counts = try JSONReader.parse(folder.read("out/comparison.json") ?? [])
    #expect(counts["matched"]?.integer == 1 && counts["only_ours"]?.integer == 2)
    #expect(counts["fields"]?["killed"]?["differ"]?.integer == 1)
    #expect(counts["weights"]?["compare_least"]?.integer == 450)
    let again = TemporaryDirectory()
    try sample().write(to: again.path("out"), CSVWriter())
    for name in Repository.names(in: folder.path("out")) {
      #expect(folder.read("out/" + name) == again.read("out/" + name))
    }
  }
}
