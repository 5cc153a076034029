import Files
import Glibc
import Model
import Pipeline
import ReadDocuments
import TestSupport
import Testing

/// Law 3: the same bytes on one core or many.
@Suite struct `The worker pool` {
  /// Reports made of sentences of the seeds, the same for the same number.
  static let documents: [Document] = {
    let sentences = World.seeds.flatMap { $0.text.split(separator: "\n").map { String($0) } }
    let titles = World.seeds.compactMap(\.title)
    return (0..<200).map { number in
      var random = SplitMix64(seed: number)
      func pick(_ list: [String]) -> String { list[Int(random.next() % UInt64(list.count))] }
      let text = (0..<Int(1 + random.next() % 4)).map { _ in pick(sentences) }
      return Document(
        id: "d\(number)", title: number % 3 == 0 ? pick(titles) : nil,
        text: text.joined(separator: "\n"), published: CivilDate(iso: Array("2023-05-16".utf8)))
    }
  }()

  static let sequential: [[UInt8]] = {
    do {
      let analyzer = try DocumentAnalyzer(gazetteer: World.gazetteer)
      return try documents.map { World.line(try analyzer.analyze($0)) }
    } catch { fatalError("\(error)") }
  }()

  @Test(arguments: [1, 2, 5])
  func `gives what one analyzer gives, in order`(_ threads: Int) throws {
    let pool = try WorkerPool(gazetteer: World.gazetteer, threads: threads)
    let lines = try pool.map(Self.documents) { World.line($0) }.map { try $0.get() }
    #expect(lines.count == Self.documents.count)
    for (number, (line, expected)) in zip(lines, Self.sequential).enumerated() {
      #expect(line == expected, "document \(number)")
    }
  }

  @Test func `an analyzer remembers nothing of the documents before`() throws {
    let analyzer = try DocumentAnalyzer(gazetteer: World.gazetteer)
    for number in Self.documents.indices.reversed().filter({ $0 % 5 == 0 }) {
      let line = World.line(try analyzer.analyze(Self.documents[number]))
      #expect(line == Self.sequential[number], "document \(number)")
    }
  }

  @Test func `the order of the reports does not change the events that they give`() throws {
    let folder = TemporaryDirectory()
    let names = Repository.names(in: Repository.seeds)
    for (index, name) in names.enumerated() {
      let bytes = try #require(Repository.read("seeds/" + name))
      folder.write("in/\(100 - index)-" + name, bytes)
    }
    try World.map(folder.path("in"), to: folder.path("reversed"))
    for layer in ["events", "event_areas", "background"] {
      let reversed = try #require(folder.read("reversed/\(layer).geojson"))
      #expect(reversed == `The sample layers`.made[layer + ".geojson"], "\(layer)")
    }
  }

  /// Law 6: a line goes out long before the last one is read.
  @Test func `parse holds one batch at a time`() throws {
    let folder = TemporaryDirectory()
    let lines = (0..<600).map { #"{"id":"d\#($0)","text":"Kirkuk"}"# }
    folder.write("in.jsonl", lines.joined(separator: "\n"))
    let runner = try ParseRunner(
      gazetteer: World.gazetteer, defaults: ReadDefaults(), threads: 2, withText: false)
    var sizes: [Int] = []
    var pending = 0
    try runner.run(
      [.path(folder.path("in.jsonl"))], report: { _ in },
      write: { _ in pending += 1 }, flush: { sizes.append(pending) })
    #expect(pending == 600)
    #expect(sizes.last == 600, "the last call is a flush")
  }

  @Test func `a writer that fails ends the run with its own error`() throws {
    struct Full: Error {}
    let runner = try ParseRunner(
      gazetteer: World.gazetteer, defaults: ReadDefaults(), threads: 2, withText: false)
    #expect(throws: Full.self) {
      try runner.run(
        [.path(Repository.seeds)], report: { _ in }, write: { _ in throw Full() }, flush: {})
    }
  }
}
