import Files
import Gazetteer
import ImportPlaces
import Model
import TestSupport
import Testing

/// What an import leaves in the overlay folder.
@Suite struct `Files of an import` {
  private static let table = "id\tname\tlon\tlat\ttype\n1\tXylo\t45.201\t34.301\tvillage\n"

  @Test func `the same import again leaves the same bytes`() throws {
    let trial = Import()
    let inputs = [("t.tsv", Self.table + "2\tJalawla Xylo\t45.169\t34.274\ttown\n")]
    let first = try trial.run(inputs)
    let before = ["places.tsv", "names.tsv"].map { trial.bytes($0) }
    let second = try trial.run(inputs)
    #expect(["places.tsv", "names.tsv"].map { trial.bytes($0) } == before)
    #expect(first.json == second.json)
  }

  @Test func `rows that are no longer in the source go, those of others stay`() throws {
    let trial = Import()
    trial.folder.write(
      "overlay/places.tsv",
      "# mine\npid\ttype\tlon\tlat\taccuracy_m\tunit\tradius_km\trank\n"
        + "my-1\tvillage\t45.3\t34.4\t300\tiq-adm3-jalawla\t1\t100\n")
    trial.folder.write(
      "overlay/names.tsv",
      "nid\tref\tform\tlang\tstatus\tweight\nmy-n1\tmy-1\tMine\ten\tofficial\t500\n")
    try trial.run([("t.tsv", Self.table + "2\tYlo\t45.25\t34.35\tvillage\n")])
    #expect(trial.rows("places.tsv").map { $0[0] } == ["pid", "my-1", "test_1", "test_2"])
    try trial.run([("t.tsv", Self.table)])
    #expect(trial.rows("places.tsv").map { $0[0] } == ["pid", "my-1", "test_1"])
    #expect(trial.rows("places.tsv").map(\.count) == [8, 8, 8])
    #expect(trial.rows("names.tsv").map { $0[2] } == ["Mine", "Xylo"])
    #expect(try trial.findings() == [])
    let other = Import()
    // A word that begins another one owns nothing of it.
    let settings = ImportSettings(
      inputs: [other.folder.write("o.tsv", "id\tname\tlon\tlat\ttype\n")], overlay: trial.overlay,
      source: "tes")
    _ = try PlaceImport(
      gazetteer: Import.load([trial.overlay]), shapes: Import.shapes, settings: settings
    ).run()
    #expect(trial.rows("places.tsv").map { $0[0] } == ["pid", "my-1", "test_1"])
  }

  @Test func `a row of ours is replaced by the same import, and never one of others`() throws {
    let trial = Import()
    let inputs = [("t.tsv", Self.table + "iq-jalawla\tJalawla\t45.169\t34.274\ttown\n")]
    try trial.run(inputs)
    let before = trial.bytes("places.tsv")
    try trial.run(inputs)
    #expect(trial.bytes("places.tsv") == before)
    #expect(trial.rows("places.tsv").map { $0[0] }.sorted() == ["iq-jalawla", "test_1"])
    var other = Import()
    other.source = "other"
    other.folder.write("overlay/places.tsv", String(decoding: before ?? [], as: UTF8.self))
    other.folder.write(
      "overlay/names.tsv", String(decoding: trial.bytes("names.tsv") ?? [], as: UTF8.self))
    let error = #expect(throws: ImportError.self) { try other.run(inputs) }
    #expect(error?.finding.code == "I008")
    #expect(other.bytes("places.tsv") == before)
  }

  @Test func `outlines on one line are not overwritten`() throws {
    let trial = Import()
    let shapes = collection([district("IQG10Q01", 45.3)]).split(separator: "\n").joined()
    trial.folder.write("shapes.geojson", shapes)
    let settings = ImportSettings(
      inputs: [trial.folder.write("t.tsv", Self.table)], overlay: trial.overlay, source: "test")
    trial.folder.write("overlay/boundaries.geojson", shapes)
    let error = #expect(throws: ImportError.self) {
      try PlaceImport(gazetteer: Import.gazetteer, shapes: Import.shapes, settings: settings).run()
    }
    #expect(error?.finding.code == "I008")
    #expect(trial.bytes("boundaries.geojson") == Array(shapes.utf8))
  }

  @Test func `a dry run writes nothing and says what it would`() throws {
    var trial = Import()
    trial.change = { $0.isDryRun = true }
    let report = try trial.run([("t.tsv", Self.table)])
    #expect(report.files.map(\.file) == ["places.tsv", "names.tsv"])
    #expect(report.text.contains("would write 1 rows to"))
    #expect(!trial.folder.names().contains("overlay"))
  }

  @Test func `a table of the overlay without the columns is not touched`() throws {
    let trial = Import()
    trial.folder.write("overlay/names.tsv", "nid\tref\tform\nx\ty\tz\n")
    let settings = ImportSettings(
      inputs: [trial.folder.write("t.tsv", Self.table)], overlay: trial.overlay, source: "test")
    let error = #expect(throws: ImportError.self) {
      try PlaceImport(gazetteer: Import.gazetteer, shapes: Import.shapes, settings: settings).run()
    }
    #expect(error?.finding.code == "I008")
    #expect(error?.finding.path == trial.overlay + "/names.tsv")
    #expect(trial.bytes("places.tsv") == nil, "all or nothing")
  }

  /// A district's outline as OCHA has it, around Jalawla.
  private func district(_ pcode: String, _ east: Double) -> String {
    #"{"type":"Feature","properties":{"ADM2_EN":"X","ADM2_PCODE":"\#(pcode)","ADM1_PCODE":"IQG10","#
      + #""validOn":"2024-06-03"},"geometry":{"type":"Polygon","coordinates":[[[45,34],"#
      + "[45,34.4],[\(east),34.4],[\(east),34],[45,34]]]}}"
  }

  private func collection(_ features: [String]) -> String {
    "{\"type\":\"FeatureCollection\",\"features\":[\n" + features.joined(separator: ",\n") + "\n]}"
  }

  @Test func `outlines find their units by p-code and are turned as GeoJSON asks`() throws {
    let trial = Import()
    let report = try trial.run([
      ("b.geojson", collection([district("IQG10Q05", 45.5), district("IQG99Q01", 45.1)]))
    ])
    #expect(report.outlines == 1)
    #expect(Import.codes(report) == ["I005"])
    #expect(report.findings.map(\.line) == [3])
    let shapes = BoundaryReader.read(directory: Repository.gazetteer, overlays: [trial.overlay])
    let outline = try #require(shapes.currentUnits.first { $0.id == "iq-adm2-khanaqin" })
    #expect(outline.variant == "test-2024")
    #expect(outline.polygons.bounds?.maxX == 45.5)
    // How far the sources disagree stays what it is.
    let own = BoundaryReader.read(directory: Repository.gazetteer)
    #expect(outline.accuracyKm == own.currentUnits.first { $0.id == outline.id }?.accuracyKm)
    #expect(try trial.findings() == [])
    let before = trial.bytes("boundaries.geojson")
    try trial.run([
      ("b.geojson", collection([district("IQG10Q05", 45.5), district("IQG99Q01", 45.1)]))
    ])
    #expect(trial.bytes("boundaries.geojson") == before)
  }

  @Test func `outlines without p-codes find their units by name and ground`() throws {
    let trial = Import()
    let named =
      #"{"type":"Feature","properties":{"wof_id":1,"placetype":"county","name":"Khanaqin"},"#
      + #""geometry":{"type":"Polygon","coordinates":[[[45,34],[45.6,34],[45.6,34.6],[45,34.6],[45,34]]]}}"#
    let elsewhere = named.replacing("[45,34]", with: "[40,31]").replacing(
      "[45.6,34]", with: "[41,31]"
    )
    .replacing("[45.6,34.6]", with: "[41,32]").replacing("[45,34.6]", with: "[40,32]")
    let report = try trial.run([("w.geojson", collection([elsewhere, named]))])
    #expect(report.outlines == 1)
    #expect(Import.codes(report) == ["I006"])
    let text = String(decoding: trial.bytes("boundaries.geojson") ?? [], as: UTF8.self)
    #expect(text.contains(#""id":"iq-adm2-khanaqin@test""#))
  }

  @Test func `an outline that crosses itself is repaired and told`() throws {
    let trial = Import()
    let bow =
      #"{"type":"Feature","properties":{"ADM2_PCODE":"IQG10Q05"},"geometry":{"type":"Polygon","#
      + #""coordinates":[[[45,34],[45.5,34.5],[45.5,34],[45,34.5],[45,34]]]}}"#
    let report = try trial.run([("b.geojson", collection([bow]))])
    #expect(Import.codes(report) == ["I007"])
    #expect(report.outlines == 1)
    #expect(try trial.findings() == [])
  }

  @Test func `unknown villages become a table to fill in, and then places`() throws {
    let trial = Import()
    let run =
      #"{"unknown_places":[{"name":"زايلو","container":"iq-adm3-markaz-khanaqin","count":3,"examples":["a","b"]}]}"#
    let report = try trial.run([("run.json", run)], pending: "todo.tsv")
    #expect(report.pending == 1)
    #expect(report.added == 0)
    let todo = String(decoding: trial.folder.read("todo.tsv") ?? [], as: UTF8.self)
    let lines = todo.split(separator: "\n").map(String.init)
    #expect(
      lines == [
        "name\tcontainer\tcount\ttype\tlon\tlat\taccuracy_m\tname_en\texamples",
        "زايلو\tiq-adm3-markaz-khanaqin\t3\tvillage\t\t\t\t\ta | b",
      ])
    // Not filled in yet: still pending, no mistake.
    let again = try trial.run([("todo.tsv", todo)])
    #expect(again.pending == 1)
    #expect(Import.codes(again) == [])
    let filled = todo.replacing(
      "village\t\t\t\t", with: "village\t45.211\t34.311\t\tXylo")
    #expect(try trial.run([("todo.tsv", filled)]).added == 1)
    #expect(trial.rows("places.tsv").map { $0[5] } == ["iq-adm3-markaz-khanaqin"])
    #expect(try trial.findings() == [])
  }

  @Test func `every code is documented and its severity is that of its findings`() throws {
    let errors = String(decoding: Repository.read("docs/errors.md") ?? [], as: UTF8.self)
    for code in ImportCode.allCases {
      #expect(errors.contains("| \(code.rawValue) | \(code.summary) |"), "\(code.rawValue)")
    }
  }
}
