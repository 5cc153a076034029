import Files
import Model
import ReadDocuments
import TestSupport
import Testing

@testable import EmitLayers

@Suite struct `Comma-separated values` {
  static let cells: [(cell: String?, written: String)] = [
    (nil, ""), ("", ""), ("a", "a"), ("a b", "a b"), (" a", "\" a\""), ("a ", "\"a \""),
    ("a,b", "\"a,b\""), ("a\"b", "\"a\"\"b\""), ("\"", "\"\"\"\""), ("a\nb", "\"a\nb\""),
    ("a\r\nb", "\"a\r\nb\""), ("=1+1", "=1+1"), ("خانقين، ديالى", "خانقين، ديالى"), ("a;b", "a;b"),
  ]

  @Test(arguments: cells)
  func `quotes what must be quoted`(_ cell: String?, _ written: String) {
    let record = CSVWriter().record([cell, "x"])
    #expect(String(decoding: record, as: UTF8.self) == written + ",x\n")
  }

  static let guarded: [(cell: String, written: String)] = [
    ("=1+1", "'=1+1"), ("+1+1", "'+1+1"), ("-1+1", "'-1+1"), ("@SUM(A1)", "'@SUM(A1)"),
    ("\t=1", "'\t=1"), ("\r=1", "\"'\r=1\""), ("\n=1", "\"'\n=1\""), ("  =1", "'  =1"),
    ("=HYPERLINK(\"x\",\"y\")", "\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\""),
    ("＝1", "'＝1"), ("－1", "'－1"), ("＋1", "'＋1"), ("＠x", "'＠x"),
    ("-", "'-"), ("+", "'+"), ("-1.", "'-1."), ("--1", "'--1"), ("-1.5.2", "'-1.5.2"),
    // What no spreadsheet runs stays as it is.
    ("-1", "-1"), ("-1.5", "-1.5"), ("+12", "+12"), ("1-2", "1-2"), ("a=b", "a=b"), ("'x", "'x"),
    ("（x）", "（x）"),
  ]

  @Test(arguments: guarded)
  func `for spreadsheets no cell runs as a formula`(_ cell: String, _ written: String) {
    let writer = CSVWriter(isForSpreadsheets: true)
    let record = writer.record([cell, "x"])
    #expect(Array(record) == Array((written + ",x\r\n").utf8))
    #expect(writer.header(["id"]) == [0xEF, 0xBB, 0xBF] + Array("id\r\n".utf8))
  }

  @Test func `a record of one empty cell is no blank line`() {
    #expect(CSVWriter().record([nil]) == Array("\"\"\n".utf8))
    #expect(CSVWriter().record([""]) == Array("\"\"\n".utf8))
  }

  @Test func `what is written is read back, whatever the cells hold`() throws {
    var random = SplitMix64(seed: 7)
    let pieces = ["a", ",", "\"", "\n", "\r\n", " ", "ب", "=", "", "😀", ";", "\t"]
    for _ in 0..<300 {
      let width = Int(random.next() % 4) + 2
      let rows = (0..<3).map { _ in
        (0..<width).map { _ in
          (0..<Int(random.next() % 5)).map { _ in pieces[Int(random.next() % UInt64(pieces.count))]
          }
          .joined()
        }
      }
      let bytes = rows.flatMap { CSVWriter().record($0) }
      var reader = CSVRecordReader(
        ByteStream(bytes: bytes, name: "x"), path: "x", limit: 1 << 20)
      var read: [[String]] = []
      while let item = try reader.next() {
        guard case .record(let record) = item else {
          Issue.record("\(rows)")
          return
        }
        read.append(record.cells.indices.map(record.string))
      }
      #expect(read == rows)
    }
  }
}

@Suite struct `A table of events` {
  @Test func `has every property and the point`() {
    #expect(EventTable.columns == EventProperties.schema.map(\.name) + ["longitude", "latitude"])
    let row = EventTable.row(EmittedEvent(Samples.record).feature)
    #expect(row.count == EventTable.columns.count)
    #expect(Array(row.suffix(2)) == ["45.391", "34.348"])
  }

  @Test func `has the cells that the properties have, read off the layer`() throws {
    let properties = EventProperties(Samples.event, quote: Samples.record.quote)
    let feature = EmittedEvent(Samples.record).feature
    for property in properties.properties {
      #expect(feature.cell(property.name) == property.value.cell, "\(property.name)")
    }
    #expect(feature.cell("flags") == "x; admin_conflict")
    #expect(feature.cell("territory_shares") == "1")
    #expect(
      feature.cell("admin_shares")
        == #"[{"id":"iq-adm1-diyala","name":"Diyala","pcode":"IQG10","share":0.97}]"#)
    #expect(feature.cell("nothing") == nil)
  }

  @Test func `is the same from the layer on disk`() throws {
    let folder = TemporaryDirectory()
    let layers = try LayerFolder(path: folder.path, disclaimer: nil)
    var told = Samples.record
    told.event.realis = .historical
    told.event.id = "ev-old"
    var area = Samples.record
    area.event.id = "ev-area"
    area.event.point = nil
    let records = [Samples.record, area, told]
    for record in records { try layers.add(EmittedEvent(record)) }
    try layers.finish(
      citation: "", report: RunReport(programVersion: "1", gazetteerHash: ""))
    let read = try EventLayerReader.read(folder.path)
    #expect(read.map(\.id) == [Samples.event.id, "ev-area"])
    #expect(
      read.map { EventTable.row($0) }
        == records.prefix(2).map {
          EventTable.row(EmittedEvent($0).feature)
        })
    #expect(read.map { $0.area?.bounds } == [Samples.area.bounds, Samples.area.bounds])
    #expect(
      try EventLayerReader.read(folder.path, includesHistory: true).map(\.id)
        == [Samples.event.id, "ev-area", "ev-old"])
    let one = try EventLayerReader.read(folder.path("event_areas.geojson"))
    #expect(one.map(\.id) == [Samples.event.id, "ev-area"])
    #expect(one.allSatisfy { $0.area != nil && $0.point == nil })
  }

  private static func layer(_ geometry: String) -> String {
    #"{"type":"FeatureCollection","features":[{"type":"Feature","properties":{},"geometry":"#
      + geometry + "}]}"
  }

  @Test(arguments: [
    ("{", FileErrorCode.jsonSyntax), ("[]", .notLayer), (#"{"type":"Feature"}"#, .notLayer),
    (layer(#"{"type":"Point","coordinates":[34,145]}"#), .notLayer),
    (layer(#"{"type":"Polygon","coordinates":[[[1e300,1],[2,1],[2,2],[1e300,1]]]}"#), .notLayer),
  ])
  func `is refused for what is no layer`(_ text: String, _ code: FileErrorCode) {
    let folder = TemporaryDirectory()
    let path = folder.write("events.geojson", text)
    let error = #expect(throws: FileError.self) { try EventLayerReader.read(path) }
    #expect(error?.code == code)
    #expect(error?.path == path)
    let missing = #expect(throws: FileError.self) {
      try EventLayerReader.read(folder.path("none"))
    }
    #expect(missing?.code == .notFound)
  }
}
