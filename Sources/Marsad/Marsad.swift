import EmitLayers
import Gazetteer
public import Model
import Pipeline

/// marsad as a library: reports in, JSON out, as the command's `parse` and `locate` write it.
///
/// ```swift
/// let marsad = try Marsad(gazetteer: "gazetteer")
/// let line = try marsad.parse(Document(id: "1", text: report, published: day))
/// let answer = try marsad.locate("12 km south of Kirkuk")
/// ```
///
/// Not Sendable: it holds GEOS and PROJ contexts. Make one for each thread.
public final class Marsad {
  private let analyzer: DocumentAnalyzer
  private let locator: Locator
  private let writer = ParseLineWriter()

  /// Reads the folder of knowledge.
  /// - Parameters:
  ///   - gazetteer: The folder; nil looks where the command looks.
  ///   - overlays: Folders with additions and corrections.
  /// - Throws: when the folder is missing or has errors, or GEOS or PROJ cannot be set up.
  public init(gazetteer: String? = nil, overlays: [String] = []) throws {
    let loaded = try KnowledgeLocation(directory: gazetteer, overlays: overlays).load()
    analyzer = try DocumentAnalyzer(gazetteer: loaded)
    locator = try Locator(gazetteer: loaded)
  }

  /// Returns what a document tells as one JSON object: the line that `marsad parse` writes, without its line feed.
  public func parse(_ document: Document) throws -> String {
    let result = try analyzer.analyze(document)
    return Self.text(
      writer.line(
        document: document, text: result.text, mentions: result.mentions, events: result.events,
        statements: result.statements, diagnostics: document.diagnostics))
  }

  /// Returns where a name, a phrase or `longitude,latitude` is, as one JSON object.
  public func locate(_ question: String) throws -> String {
    Self.text(try locator.locate(question).line())
  }

  /// Returns what is at a position, as one JSON object.
  public func reverse(_ position: Position) throws -> String {
    Self.text(try locator.reverse(position).line())
  }

  private static func text(_ line: [UInt8]) -> String {
    String(decoding: line.last == 0x0A ? line.dropLast() : line[...], as: UTF8.self)
  }
}
