import Files
import TestSupport
import Testing

@Suite struct `Explain` {
  let folder = TemporaryDirectory()

  init() {
    let result = Marsad.run("map", "seeds", "-o", folder.path("out"), "-q")
    precondition(result.status == 0, result.errors)
  }

  private func events() throws -> [JSONValue] {
    let bytes = try #require(folder.read("out/events.geojson"))
    return try #require(try JSONReader.parse(bytes)["features"]?.elements)
  }

  private func explain(_ id: String, _ more: String...) -> Program.Result {
    Marsad.run(["explain", id, "--in", folder.path("out")] + more)
  }

  @Test func `shows the words and the rules of an event`() throws {
    let event = try #require(try events().first)
    let id = try #require(event["id"]?.string)
    let result = explain(id)
    #expect(result.status == 0)
    #expect(result.errors.isEmpty)
    #expect(result.output.contains("event \(id)"))
    let trigger = try #require(event["properties"]?["trigger"]?.string)
    #expect(result.output.contains(trigger))
    #expect(result.output.contains("event_type: "))
    #expect(result.output.contains("confidence"))
  }

  @Test func `finds a linked event by any member`() throws {
    let linked = try #require(
      try events().first { ($0["properties"]?["member_ids"]?.elements?.count ?? 0) > 1 },
      "a seed updates the toll of another: one event of two reports")
    let stated = try #require(linked["properties"]?["member_ids"]?.elements)
    let members = stated.compactMap(\.string)
    let id = try #require(linked["id"]?.string)
    #expect(members.contains(id))
    let whole = explain(id)
    for member in members {
      let result = explain(member)
      #expect(result.status == 0)
      #expect(result.bytes == whole.bytes, "\(member)")
    }
  }

  @Test func `tells why reports were joined, and of a single report nothing`() throws {
    let all = try events()
    func members(_ event: JSONValue) -> [String] {
      (event["properties"]?["member_ids"]?.elements ?? []).compactMap(\.string)
    }
    let linked = try #require(all.first { members($0).count > 1 })
    let lines = explain(try #require(linked["id"]?.string)).lines.filter { $0.contains("  link: ") }
    #expect(lines.count == members(linked).count - 1)
    for line in lines {
      #expect(members(linked).count { line.contains($0) } == 2, "\(line)")
      #expect(line.contains(" = ") && line.contains("place "), "\(line)")
    }
    let single = try #require(
      all.first {
        members($0).count == 1 && $0["properties"]?["possible_duplicate_of"]?.isNull == true
      })
    #expect(!explain(try #require(single["id"]?.string)).output.contains("  link: "))
  }

  @Test func `json is one line with the values of the layer`() throws {
    for event in try events().prefix(3) {
      let id = try #require(event["id"]?.string)
      let result = explain(id, "--format", "json")
      let value = try #require(try Marsad.values(result).first)
      #expect(result.lines.count == 1)
      #expect(value["id"]?.string == id)
      for key in ["event_type", "date_end", "precision", "location"] {
        #expect(value["values"]?[key] == event["properties"]?[key], "\(key)")
      }
    }
  }

  @Test func `an unknown id says where ids are`() {
    let result = explain("ev-0000000000000000")
    #expect(result.status == 66)
    #expect(result.output.isEmpty)
    #expect(result.errors.contains("events.geojson"))
  }
}
