import LinkReports
import Testing

@Suite("Copies of an agency's text are found")
struct ReportCopiesTests {
  private func words(_ range: Range<Int>) -> [UInt64] { range.map { UInt64($0) } }

  private func text(_ id: String, _ keys: [UInt64]) -> (id: String, shingles: [UInt64]) {
    (id, ReportCopies.shingles(of: keys))
  }

  @Test func `a copy with another headline and another end is a copy`() {
    let agency = words(0..<200)
    let copy = words(1000..<1008) + agency.dropLast(20)
    let texts = [
      text("c", words(300..<500)), text("b", copy), text("a", agency), text("d", agency),
    ]
    #expect(ReportCopies().groups(texts) == [[2, 1, 3], [0]])
  }

  @Test func `texts that share a paragraph are not copies`() {
    let first = words(0..<200)
    let second = words(0..<60) + words(500..<640)
    #expect(ReportCopies().groups([text("a", first), text("b", second)]) == [[0], [1]])
  }

  @Test func `short and empty texts`() {
    let texts = [text("a", [1, 2]), text("b", [1, 2]), text("c", []), text("d", [])]
    #expect(ReportCopies().groups(texts) == [[0, 1], [2], [3]])
  }

  @Test func `a sketch is sorted and bounded`() {
    let sketch = ReportCopies.shingles(of: words(0..<1000))
    #expect(sketch.count == ReportCopies.kept)
    #expect(sketch == sketch.sorted())
  }
}
