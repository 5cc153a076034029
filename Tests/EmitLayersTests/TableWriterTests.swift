import Model
import Testing

@testable import EmitLayers

@Suite struct `Tables and reports` {
  @Test func `columns are aligned and right-to-left cells isolated`() {
    var table = TableWriter(columns: ["place", "n", "name"], alignments: [.left, .right])
    table.add(["Khanaqin", "3", "خانقين"])
    table.add(["北京", "12", nil])
    table.add(["a\tb"])
    #expect(
      String(decoding: table.bytes(), as: UTF8.self) == """
        place      n  name
        Khanaqin   3  \u{2068}خانقين\u{2069}
        北京      12  -
        a b

        """)
  }

  static let widths: [(text: String, width: Int)] = [
    ("", 0), ("abc", 3), ("خانقين", 6), ("قُتل", 3), ("e\u{301}", 1), ("北京", 4),
    ("\u{1F600}", 2), ("\u{200F}\u{2068}", 0), ("\u{FF01}", 2), ("é", 1),
  ]

  @Test(arguments: widths)
  func `display width`(text: String, width: Int) {
    #expect(DisplayWidth.of(text) == width)
  }

  @Test func `run.json is one member a line`() {
    var report = RunReport(programVersion: "1.0", gazetteerHash: "abc")
    report.knowledge = [("places.tsv", "aa"), ("overlay-1/names.tsv", "bb")]
    report.boundaryVersions = ["cod-2019"]
    report.corrections = RunReport.Corrections(
      contentHash: "cc", applied: 2, unmatched: ["ev-1"])
    report.geosVersion = "3.11.1"
    report.projVersion = "9.1.1"
    report.settings = [Property("min_confidence", .real, .double(0.4, decimals: 3))]
    report.inputs = [
      RunReport.Input(name: "/home/me/seeds", documents: 2, rejected: 1),
      RunReport.Input(name: "b.txt", documents: 1, rejected: 0, contentHash: "ff"),
    ]
    report.counts = [RunReport.Count("events", 3)]
    report.rejected = [Diagnostic(.error, "R003", "no UTF-8", path: "b.txt", line: 1)]
    report.unknownPlaces = [
      RunReport.UnknownPlace(name: "b", container: nil, count: 1, examples: ["d1"]),
      RunReport.UnknownPlace(name: "c", container: "iq-adm3-x", count: 2, examples: ["d1", "d2"]),
      RunReport.UnknownPlace(name: "a", container: nil, count: 1, examples: ["d2"]),
    ]
    #expect(
      String(decoding: RunReportWriter.bytes(report), as: UTF8.self) == """
        {
        "program":"marsad",
        "version":"1.0",
        "gazetteer_hash":"abc",
        "knowledge":[
        {"file":"places.tsv","content_hash":"aa"},
        {"file":"overlay-1/names.tsv","content_hash":"bb"}
        ],
        "boundary_versions":["cod-2019"],
        "geos_version":"3.11.1",
        "proj_version":"9.1.1",
        "settings":{"min_confidence":0.4},
        "inputs":[
        {"name":"seeds","documents":2,"rejected":1,"content_hash":null},
        {"name":"b.txt","documents":1,"rejected":0,"content_hash":"ff"}
        ],
        "corrections_hash":"cc",
        "corrections_applied":2,
        "corrections_unmatched":["ev-1"],
        "counts":{"events":3},
        "rejected":[
        {"severity":"error","code":"R003","message":"no UTF-8","path":"b.txt","line":1,"column":null}
        ],
        "unknown_places":[
        {"name":"c","container":"iq-adm3-x","count":2,"examples":["d1","d2"]},
        {"name":"a","container":null,"count":1,"examples":["d2"]},
        {"name":"b","container":null,"count":1,"examples":["d1"]}
        ]
        }

        """)
  }

  @Test func `the citation names program, knowledge and sources`() {
    let text = CitationWriter.text(
      programVersion: "1.0", gazetteerHash: "abc", boundaryVersions: ["cod-2019"],
      sources: [
        CitedSource(
          title: "OCHA COD-AB Iraq", version: "2019", licence: "CC BY 3.0 IGO",
          use: "outlines of units", url: "https://data.humdata.org")
      ])
    #expect(
      text == """
        Program: marsad 1.0
        Gazetteer: content hash abc
        Boundaries: cod-2019

        Sources:
        - OCHA COD-AB Iraq, 2019 (CC BY 3.0 IGO): outlines of units
          https://data.humdata.org

        A territory is a published claim, not a line of control. The reports behind each event are
        named in its properties (source, url, published); cite them for what they say.

        """)
  }
}
