import EmitLayers
import Files
import Gazetteer
import Model
import Pipeline
import ReadDocuments
import TestSupport
import Testing

/// The project's knowledge and sample reports, each read once for all tests.
enum World {
  static let gazetteer: Gazetteer = {
    do { return try GazetteerLoader.load(directory: Repository.gazetteer) } catch {
      fatalError("\(error)")
    }
  }()

  /// The documents of a file or a folder, which must all be readable.
  static func documents(_ path: String, published: CivilDate? = nil) throws -> [Document] {
    var documents: [Document] = []
    try DocumentReader(defaults: ReadDefaults(published: published, strict: true))
      .read([.path(path)]) { item in
        if case .document(let document, _) = item { documents.append(document) }
      }
    return documents
  }

  static let seeds: [Document] = {
    do { return try documents(Repository.seeds) } catch { fatalError("\(error)") }
  }()

  /// The two articles with their days of publication; none in a clone that stands alone.
  static let articles: [Document] = {
    guard let folder = Repository.shared("seeds") else { return [] }
    let days = ["000_": "2020-07-22", "004_": "2019-03-10"]
    var found: [Document] = []
    for name in Repository.names(in: folder) where name.hasSuffix(".txt") {
      guard let day = days[String(name.prefix(4))] else { continue }
      do {
        found += try documents(
          folder + "/" + name, published: CivilDate(iso: Array(day.utf8)))
      } catch { fatalError("\(error)") }
    }
    return found
  }()

  /// A document and what `parse` says of it.
  struct Reading: Sendable, CustomTestStringConvertible {
    var document: Document
    var value: JSONValue
    var testDescription: String { document.id }

    func list(_ key: String) -> [JSONValue] { value[key]?.elements ?? [] }
  }

  /// What `parse` says of the seeds, and of the articles where they are.
  static let readings: [Reading] = {
    do {
      let analyzer = try DocumentAnalyzer(gazetteer: gazetteer)
      return try (seeds + articles).map { document in
        let line = World.line(try analyzer.analyze(document))
        return Reading(document: document, value: try JSONReader.parse(line))
      }
    } catch { fatalError("\(error)") }
  }()

  static func line(_ result: AnalyzedDocument) -> [UInt8] {
    ParseLineWriter().line(
      document: result.document, text: result.text, mentions: result.mentions,
      events: result.events, statements: result.statements,
      diagnostics: result.document.diagnostics)
  }

  /// Maps documents into a folder, as the command does, and returns what it counted.
  @discardableResult
  static func map(
    _ input: String, to output: String, threads: Int = 2, version: String = "0",
    change: (inout MapSettings) -> Void = { _ in }
  ) throws -> MapSummary {
    var settings = MapSettings(
      output: output, defaults: ReadDefaults(), threads: threads, programVersion: version)
    change(&settings)
    return try MapRunner(gazetteer: gazetteer, settings: settings).run(
      [.path(input)], report: { _ in }, progress: { _ in })
  }
}
