import GRDB
import Geometry
import Model
import TestSupport
import Testing

@testable import StoreEvents

@Suite struct `The reports behind a store` {
  private let folder = TemporaryDirectory()

  static let layout = StoreLayout(
    event: [AttributeColumn("id", .text)],
    mention: [AttributeColumn("id", .text), AttributeColumn("document", .text)],
    territory: [AttributeColumn("id", .text)], unit: [AttributeColumn("id", .text)],
    statement: [AttributeColumn("document", .text), AttributeColumn("rule", .text)])

  static var run: StoredRun {
    var run = StoredRun()
    run.inputs = ["b.txt", "a.txt"]
    run.rejected = [Diagnostic(.error, "R003", "a byte", path: "b.txt", line: 2, column: 7)]
    var document = StoredDocument(id: "d-1", contentHash: "abc", input: "b.txt")
    document.published = CivilDate(year: 2024, month: 3, day: 1)
    document.source = "Outlet"
    document.language = "ar"
    document.sketch = [1, .max, 0x0102_0304_0506_0708]
    document.unknownPlaces = [StoredDocument.UnknownPlace(name: "عين", container: nil)]
    document.events = [
      StoredEvent(
        event: FullEvent.event, quote: FullEvent.quote, evidence: Array(#"{"killed":[]}"#.utf8),
        places: Array("[]".utf8), values: [.text("ev-1")])
    ]
    document.mentions = [
      StoredRow(geometry: .point(Samples.exact), values: [.text("mn-1"), .text("d-1")]),
      StoredRow(geometry: nil, values: [.text("mn-2"), .text("d-1")]),
    ]
    document.statements = [StoredRow(values: [.text("d-1"), .text("r-1")])]
    run.documents = [document, StoredDocument(id: "d-0", contentHash: "", input: "a.txt")]
    return run
  }

  private func seal(isPublic: Bool = false) -> StoreSeal {
    StoreSeal(
      layout: Self.layout.fingerprint, programVersion: "1.2", gazetteerHash: "abc",
      isPublic: isPublic)
  }

  private func write(_ seal: StoreSeal) throws -> String {
    let path = folder.path("events.gpkg")
    let run = Self.run
    try GeoPackage.create(at: path, named: path, day: nil) { store in
      let mentions = try store.add(Self.layout.mentions)
      let statements = try store.add(Self.layout.statements)
      for document in run.documents {
        for row in document.mentions { try mentions.add(geometry: row.geometry, row.values) }
        for row in document.statements { try statements.add(row.values) }
      }
      let reports = ReportStore(layout: Self.layout)
      try reports.write(run, to: store)
      try reports.write(seal, to: store)
    }
    return path
  }

  private func code(_ path: String) -> StoreError.Code? {
    do {
      _ = try ReportStore(layout: Self.layout).read(path)
      return nil
    } catch { return (error as? StoreError)?.code }
  }

  @Test func `are read as they were written`() throws {
    let read = try ReportStore(layout: Self.layout).read(try write(seal()))
    var expected = Self.run
    for index in expected.documents.indices {
      for event in expected.documents[index].events.indices {
        expected.documents[index].events[event].values = []
      }
    }
    #expect(FullEvent.text(read.run) == FullEvent.text(expected))
    #expect(read.seal == seal())
  }

  /// The one before all that there are: reports had neither an address nor a sketch, mentions no document
  /// but one, and nobody wrote down what was rejected.
  private static let history = StoreHistory([
    StoreHistory.Version(number: -1, eventBytes: EventBytes.version - 1),
    StoreHistory.Version(number: 0, eventBytes: EventBytes.version),
    StoreHistory.Version(
      number: StoreSeal.currentVersion, eventBytes: EventBytes.version,
      additions: [
        .table("rejected"), .name("reports", before: "documents"),
        .column("url", of: "reports", before: .null),
        .column("sketch", of: "reports", before: .bytes([])),
        .column("document", of: "mentions", before: .text("d-1")),
      ]),
  ])

  private func writeEarlier(version: Int) throws -> String {
    let path = try write(seal())
    try Samples.edit(path) {
      try $0.execute(
        sql: """
          DROP TABLE rejected;
          ALTER TABLE reports DROP COLUMN url;
          ALTER TABLE reports DROP COLUMN sketch;
          ALTER TABLE reports RENAME TO documents;
          UPDATE gpkg_contents SET table_name = 'documents' WHERE table_name = 'reports';
          ALTER TABLE mentions DROP COLUMN document;
          UPDATE marsad_schema SET value = '\(version)' WHERE key = 'version';
          UPDATE marsad_schema SET value = 'another' WHERE key = 'layout';
          """)
    }
    return path
  }

  @Test func `are read of an earlier version as if it had what came later`() throws {
    let path = try writeEarlier(version: 0)
    let before = TemporaryDirectory.read(path)
    let read = try ReportStore(layout: Self.layout, history: Self.history).read(path)
    var expected = Self.run
    expected.rejected = []
    for index in expected.documents.indices {
      expected.documents[index].url = nil
      expected.documents[index].sketch = []
      for event in expected.documents[index].events.indices {
        expected.documents[index].events[event].values = []
      }
    }
    #expect(FullEvent.text(read.run) == FullEvent.text(expected))
    #expect(read.seal.version == 0)
    #expect(TemporaryDirectory.read(path) == before, "it is written anew, not changed")
  }

  /// Without a row of the history, or with events of a form that is not known any more.
  @Test(arguments: [(-1, history), (-2, history), (0, .ours)])
  func `are refused of a version that nobody can read any more`(
    _ version: Int, _ history: StoreHistory
  ) throws {
    let path = try writeEarlier(version: version)
    let error = #expect(throws: StoreError.self) {
      try ReportStore(layout: Self.layout, history: history).read(path)
    }
    #expect(error?.code == .otherLayout)
  }

  /// A question needs no reports: a store of a newer program answers it.
  @Test func `of a newer version stay closed, but its layers can be read`() throws {
    var newer = seal()
    newer.version = StoreSeal.currentVersion + 1
    newer.layout = "another"
    let path = try write(newer)
    #expect(code(path) == .newer)
    let reader = try GeoPackageReader(path: path)
    #expect(try reader.seal().version == newer.version)
    #expect(try reader.count(of: try reader.layer("mentions")) == 2)
  }

  @Test func `the history ends with what is written`() throws {
    let last = try #require(StoreHistory.ours.versions.last)
    #expect(last.number == StoreSeal.currentVersion && last.eventBytes == EventBytes.version)
    let numbers = StoreHistory.ours.versions.map(\.number)
    #expect(numbers == numbers.sorted() && Set(numbers).count == numbers.count)
  }

  @Test func `are not added to a store with other columns`() throws {
    let path = try write(seal())
    let other = StoreLayout(
      event: [AttributeColumn("id", .text), AttributeColumn("more", .text)], mention: [],
      territory: [], unit: [], statement: [])
    let error = #expect(throws: StoreError.self) { try ReportStore(layout: other).read(path) }
    #expect(error?.code == .otherLayout)
    #expect(error?.detail.contains("marsad 1.2") == true)
  }

  @Test func `are not asked of a store that was published`() throws {
    #expect(code(try write(seal(isPublic: true))) == .withoutReports)
  }

  @Test func `are not added to a GeoPackage of somebody else`() throws {
    #expect(code(try Samples.store(in: folder, "other.gpkg")) == .foreign)
  }

  @Test(arguments: [
    "UPDATE report_events SET record = X'00'", "UPDATE report_events SET record = NULL",
    "UPDATE reports SET id = 'd-2'", "UPDATE reports SET sketch = X'00'",
    "UPDATE mentions SET document = 'd-9'", "UPDATE rejected SET severity = 'x'",
  ])
  func `are refused when a row is not as it was written`(_ sql: String) throws {
    let path = try write(seal())
    try Samples.edit(path) { try $0.execute(sql: sql) }
    #expect(code(path) == .damaged)
  }
}
