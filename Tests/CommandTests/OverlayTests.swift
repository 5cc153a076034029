import Files
import TestSupport
import Testing

/// A user's own shapes in an overlay reach the answers of the program.
@Suite struct `Overlays of shapes` {
  /// A square around Jalawla, as a district's outline or a claim.
  private func square(_ properties: String) -> String {
    "{\"type\":\"FeatureCollection\",\"features\":[\n{\"type\":\"Feature\",\"properties\":{"
      + properties + "},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":"
      + "[[[45.1,34.2],[45.25,34.2],[45.25,34.35],[45.1,34.35],[45.1,34.2]]]}}\n]}\n"
  }

  private func answer(_ overlay: TemporaryDirectory? = nil) throws -> JSONValue {
    let result = Marsad.run(
      ["reverse", "45.169,34.274"] + (overlay.map { ["--overlay", $0.path] } ?? []))
    #expect(result.status == 0, "\(result.errors)")
    return try #require(try Marsad.values(result).first)
  }

  @Test func `an outline changes the units`() throws {
    let overlay = TemporaryDirectory()
    overlay.write(
      "boundaries.geojson",
      square(
        #""id":"iq-adm2-kifri","level":"adm2","variant":"mine","kind":"unit","accuracy_km":1"#))
    #expect(try answer()["admin2"]?.string == "Khanaqin")
    #expect(try answer(overlay)["admin2"]?.string == "Kifri")
    #expect(Marsad.run("gazetteer", "check", "--overlay", overlay.path, "-q").status == 0)
  }

  @Test func `a claim changes the territories`() throws {
    let overlay = TemporaryDirectory()
    let claim =
      #""id":"my-claim","name_en":"My Claim","variant":"mine","kind":"core","#
      + #""valid_from":"2009-04-22","accuracy_km":0.5"#
    overlay.write("territories.geojson", square(claim))
    let names = try answer(overlay)["territory_names"]?.elements?.compactMap(\.string)
    #expect(names?.contains("My Claim") == true, "\(String(describing: names))")
    #expect(try answer(overlay)["territory_status"]?.string == "inside")
    #expect(Marsad.run("gazetteer", "check", "--overlay", overlay.path, "-q").status == 0)
  }

  @Test func `a shape that cannot be used stops a run, with its place`() {
    let overlay = TemporaryDirectory()
    overlay.write("boundaries.geojson", "{\"type\":\"FeatureCollection\",\n\"features\":[}]}")
    let result = Marsad.run(
      "map", "seeds", "--overlay", overlay.path, "-o", overlay.path("out"))
    #expect(result.status == 65)
    #expect(
      result.errors.contains("\(overlay.path)/boundaries.geojson:2:13: error: [Z030]"),
      "\(result.errors)")
  }
}
