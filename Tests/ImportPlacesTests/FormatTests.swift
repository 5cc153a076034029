import Files
import ImportPlaces
import Model
import TestSupport
import Testing

/// Each format that is read, by a few invented rows near Jalawla.
@Suite struct `Formats of an import` {
  /// A row of GeoNames.
  private func geonames(
    _ id: Int, _ name: String, _ alternates: String, _ latitude: Double, _ longitude: Double,
    _ code: String, people: Int = 0
  ) -> String {
    let kind = code.split(separator: ".").map(String.init)
    return [
      "\(id)", name, name, alternates, "\(latitude)", "\(longitude)", kind[0], kind[1], "IQ", "",
      "10",
      "", "", "", "\(people)", "", "50", "Asia/Baghdad", "2024-01-01",
    ].joined(separator: "\t")
  }

  @Test func `GeoNames with alternate names`() throws {
    let trial = Import()
    let report = try trial.run([
      (
        "IQ.txt",
        geonames(901, "Xylo One", "زايلو الاولى,Xyloone", 34.301, 45.201, "P.PPL") + "\n"
          + geonames(902, "Xylo Town", "", 34.351, 45.251, "P.PPL", people: 6000) + "\n"
          + geonames(903, "Xylo Old", "", 34.36, 45.26, "P.PPLW") + "\n"
          + geonames(904, "Xylo Peak", "", 34.361, 45.261, "T.MT") + "\n"
      ),
      (
        "alternate.txt",
        "1\t902\tar\tزايلو\t1\t\t\t\n2\t902\tckb\tزایلۆ\t\t\t\t\n3\t902\tru\tЗайло\t\t\t\t\n"
          + "4\t902\tar\tزايلو العتيقة\t\t\t\t1\n"
      ),
    ])
    #expect(report.added == 2)
    #expect(report.inputs.map(\.rows) == [4, 4])
    let places = trial.rows("places.tsv")
    #expect(places.map { $0[0] } == ["test_901", "test_902"])
    #expect(places.map { $0[1] } == ["village", "town"])
    #expect(places[0][2...5] == ["45.201", "34.301", "300", "iq-adm3-markaz-khanaqin"])
    #expect(
      trial.names == [
        "test_901 en Xylo One", "test_901 ar زايلو الاولى", "test_901 en Xyloone",
        "test_902 en Xylo Town", "test_902 ar زايلو", "test_902 ckb زایلۆ",
      ])
    #expect(report.passedOver.map(\.count) == [1, 1])
    #expect(try trial.findings() == [])
  }

  @Test func `landmarks where they are asked for`() throws {
    var trial = Import()
    trial.change = { $0.takesLandmarks = true }
    let row = geonames(905, "Xylo Peak", "", 34.361, 45.261, "T.MT")
    #expect(try trial.run([("IQ.txt", row)]).added == 1)
    #expect(trial.rows("landmarks.tsv").map { $0[1] } == ["mountain"])
    #expect(trial.rows("landmark_names.tsv").map { $0[2] } == ["Xylo Peak"])
    #expect(trial.bytes("places.tsv") == nil)
  }

  private func point(_ properties: String, _ longitude: Double, _ latitude: Double) -> String {
    #"{"type":"Feature","properties":{\#(properties)},"geometry":{"type":"Point","coordinates":"#
      + "[\(longitude),\(latitude)]}}"
  }

  private func collection(_ features: String...) -> String {
    "{\"type\":\"FeatureCollection\",\"features\":[\n" + features.joined(separator: ",\n") + "\n]}"
  }

  @Test func `Who's On First`() throws {
    let trial = Import()
    try trial.run([
      (
        "wof.geojson",
        collection(
          point(
            #""wof:id":77,"wof:placetype":"locality","wof:name":"Xylo Two","#
              + #""name:ara_x_preferred":["زايلو الثانية"],"name:eng_x_variant":["Xylotwo"]"#,
            45.21, 34.31))
      )
    ])
    #expect(trial.rows("places.tsv").map { $0[0] } == ["test_77"])
    #expect(
      trial.names == [
        "test_77 en Xylo Two", "test_77 ar زايلو الثانية", "test_77 en Xylotwo",
      ])
  }

  @Test func `an extract of OpenStreetMap`() throws {
    let trial = Import()
    let report = try trial.run([
      (
        "osm.geojson",
        collection(
          point(
            #""@id":"node/12","place":"hamlet","name":"قرية زايلو الثالثة","name:en":"Xylo Three""#,
            45.22, 34.32),
          point(#""@id":"node/13","amenity":"cafe","name":"Xylo Cafe""#, 45.22, 34.32))
      )
    ])
    #expect(trial.rows("places.tsv").map { $0[0] } == ["test_node-12"])
    // The type word is no part of the name.
    #expect(trial.names == ["test_node-12 en Xylo Three", "test_node-12 ar زايلو الثالثة"])
    #expect(report.passedOver.first?.text.contains("without a type") == true)
  }

  @Test func `a feature a line`() throws {
    let trial = Import()
    let line = point(#""id":"a","type":"village","name":"Xylo Four""#, 45.23, 34.33)
    let other = point(#""id":"b","type":"village","name":"Xylo Five""#, 45.26, 34.36)
    #expect(try trial.run([("my.geojsonl", line + "\n" + other + "\n")]).added == 2)
  }

  @Test func `a table with commas, quotes and other names of columns`() throws {
    let trial = Import()
    let report = try trial.run([
      (
        "my.csv",
        "\u{FEFF}Name,Latitude,Longitude,Type,name_ar,note\r\n"
          + "\"Xylo, the Six\",34.34,45.24,village,زايلو السادسة,\"two\nlines\"\r\n"
          + "Xylo Seven,34.3,4524,village,,\r\nshort,row\r\n"
      )
    ])
    #expect(report.added == 1)
    #expect(Import.codes(report) == ["I002", "I004"])
    #expect(report.findings.map(\.line) == [4, 5])
    #expect(trial.names.first?.hasSuffix("ar زايلو السادسة") == true)
  }

  @Test func `packed by gzip`() throws {
    // printf 'name\tlon\tlat\ttype\nXylo Eight\t45.25\t34.35\tvillage\n' | gzip -9n
    let packed: [UInt8] = [
      0x1f, 0x8b, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x02, 0x03,
    ]
    let trial = Import()
    let path = trial.folder.path("broken.tsv.gz")
    trial.folder.write("broken.tsv.gz", packed)
    let settings = ImportSettings(inputs: [path], overlay: trial.overlay, source: "test")
    let error = #expect(throws: FileError.self) {
      try PlaceImport(gazetteer: Import.gazetteer, shapes: Import.shapes, settings: settings).run()
    }
    #expect(error?.code == .gzipDamaged)
  }

  static let wrong: [(name: String, text: String, line: Int)] = [
    ("page.html", "<html><body>no table</body></html>", 1),
    ("names.tsv", "name\ttype\nXylo\tvillage\n", 1),
    ("cut.geojson", "{\"type\":\"FeatureCollection\",\n\"features\":[", 2),
    ("other.json", "{\"a\":1}", 1),
  ]

  @Test(arguments: wrong)
  func `what is none of them is an error with its place`(name: String, text: String, line: Int)
    throws
  {
    let trial = Import()
    let error = #expect(throws: ImportError.self) { try trial.run([(name, text)]) }
    #expect(error?.finding.code == "I001")
    #expect(error?.finding.path == trial.folder.path(name))
    #expect(error?.finding.line == line)
    #expect(trial.bytes("places.tsv") == nil)
  }
}
