import Files
import Pipeline
import TestSupport
import Testing

@Suite struct `Looking up evidence` {
  private let folder = TemporaryDirectory()

  private func find(_ id: String, limit: Int = LineReader.defaultLimit) throws -> JSONValue? {
    try EvidenceStore(folder: folder.path, limit: limit).evidence(of: id)
  }

  private func error(_ id: String, limit: Int = LineReader.defaultLimit) -> FileError? {
    #expect(throws: FileError.self) { try find(id, limit: limit) }
  }

  @Test func `an event is found by its id and by a member`() throws {
    folder.write(
      "evidence.jsonl",
      """
      {"id":"ev-1","members":[{"id":"ev-1"},{"id":"ev-3"}]}
      {"id":"ev-2","note":"ev-4"}

      """)
    #expect(try find("ev-1")?["members"]?.elements?.count == 2)
    #expect(try find("ev-3")?["id"]?.string == "ev-1")
    #expect(try find("ev-2")?["note"]?.string == "ev-4")
    // It occurs, and not as an id.
    #expect(try find("ev-4") == nil)
    #expect(try find("ev-5") == nil)
  }

  @Test func `a line that is too long to be read is told where the event is in no other`() throws {
    let long = String(repeating: "x", count: 200)
    folder.write(
      "evidence.jsonl",
      "{\"id\":\"ev-1\"}\n{\"id\":\"ev-2\",\"quote\":\"\(long)\"}\n{\"id\":\"ev-3\"}\n")
    for id in ["ev-1", "ev-3"] { #expect(try find(id, limit: 100)?["id"]?.string == id) }
    let error = error("ev-2", limit: 100)
    #expect(error?.code == .tooLarge)
    #expect(error?.detail.hasPrefix("line 2 has 224 bytes") == true, "\(error?.detail ?? "")")
    #expect(try find("ev-2")?["id"]?.string == "ev-2")
  }

  @Test func `a line that is no JSON is told by its number`() throws {
    folder.write("evidence.jsonl", "{\"id\":\"ev-1\"}\n{\"id\":\"ev-2\",}\n")
    #expect(try find("ev-1") != nil)
    let error = error("ev-2")
    #expect(error?.code == .jsonSyntax)
    #expect(error?.detail.hasPrefix("line 2, column 14: ") == true, "\(error?.detail ?? "")")
  }

  @Test func `a folder without evidence says so`() {
    #expect(error("ev-1")?.code == .notFound)
  }
}
