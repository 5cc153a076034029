import QueryEvents
import TestSupport
import Testing

@Suite struct `Documentation of filters` {
  @Test func `lists every code of an error once`() throws {
    let text = String(decoding: try #require(Repository.read("docs/errors.md")), as: UTF8.self)
    let codes =
      FilterError.Code.allCases.map(\.rawValue) + GeoJSONError.Code.allCases.map(\.rawValue)
    #expect(Set(codes).count == codes.count)
    for code in codes {
      #expect(text.split(separator: "\n").count { $0.hasPrefix("| \(code) |") } == 1, "\(code)")
    }
  }

  @Test func `lists every function as it is`() throws {
    let text = String(decoding: try #require(Repository.read("docs/cql2.md")), as: UTF8.self)
    let functions = FilterFunctions.standard.all
    let rows = text.split(separator: "\n").filter { $0.hasPrefix("| `") && $0.contains("(") }
    #expect(
      rows.map(String.init)
        == functions.map { "| `\($0.signature)` | \($0.result.rawValue) | \($0.summary) |" })
  }

  @Test func `names every predicate`() throws {
    let text = String(decoding: try #require(Repository.read("docs/cql2.md")), as: UTF8.self)
    let names = TemporalRelation.allCases.map(\.rawValue) + ArrayRelation.allCases.map(\.rawValue)
    for name in names { #expect(text.contains("`\(name.uppercased())`"), "\(name)") }
  }
}
