import Files
import QueryEvents
import TestSupport
import Testing

/// The example filters of OGC 21-065r2 beside the clone, in both encodings.
@Suite(.enabled(if: Reference.isHere, Reference.reason))
struct `Example filters of the standard` {
  /// The file names without their endings, sorted.
  static func names(_ encoding: String, _ ending: String) -> [String] {
    guard let folder = Repository.shared("reference/cql2/examples/" + encoding) else { return [] }
    return Repository.names(in: folder).filter { $0.hasSuffix(ending) }
      .map { String($0.dropLast(ending.count)) }
  }

  static let texts = names("text", ".txt")
  static let jsons = names("json", ".json")

  private func read(_ name: String) throws -> String {
    let path = try #require(Repository.shared("reference/cql2/examples/" + name), "\(name)")
    return String(decoding: try FileBytes.read(path), as: UTF8.self)
  }

  /// A JSON value in which 1 and 1.0 are one and the order of keys does not count.
  private func normalized(_ json: String) throws -> String {
    func text(_ value: JSONValue) -> String {
      switch value {
      case .object(let members):
        "{" + members.map { $0.key + ":" + text($0.value) }.sorted().joined(separator: ",") + "}"
      case .array, .numbers:
        "[" + (value.elements ?? []).map(text).joined(separator: ",") + "]"
      case .number(let number, _): "\(number + 0)"
      case .string(let string): "'" + string + "'"
      case .bool(let flag): "\(flag)"
      case .null: "null"
      }
    }
    return text(try JSONReader.parse(Array(json.utf8)))
  }

  @Test func `are there`() {
    #expect(Self.texts.count > 50)
    #expect(Self.jsons.count > 50)
  }

  @Test(arguments: texts)
  func `in text become their twin in JSON`(_ name: String) throws {
    let filter = try Filter(text: try read("text/\(name).txt"))
    let twin = try read("json/\(name.split(separator: "-")[0]).json")
    #expect(try normalized(filter.json) == normalized(twin))
    #expect(try Filter(json: twin) == filter)
  }

  @Test(arguments: texts)
  func `in text come back from both encodings`(_ name: String) throws {
    let filter = try Filter(text: try read("text/\(name).txt"))
    #expect(try Filter(text: filter.text) == filter, "\(filter.text)")
    #expect(try Filter(json: filter.json) == filter, "\(filter.json)")
    #expect(try Filter(text: filter.text).text == filter.text)
  }

  @Test(arguments: jsons)
  func `in JSON come back from both encodings`(_ name: String) throws {
    let json = try read("json/\(name).json")
    let filter = try Filter(json: json)
    #expect(try normalized(filter.json) == normalized(json))
    #expect(try Filter(text: filter.text) == filter, "\(filter.text)")
    #expect(try Filter(json: filter.json) == filter, "\(filter.json)")
  }
}
