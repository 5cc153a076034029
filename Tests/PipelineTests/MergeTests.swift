import EmitLayers
import Files
import Model
import Pipeline
import ReadDocuments
import StoreEvents
import TestSupport
import Testing

/// Stores as inputs, and reports that are taken out.
extension `Adding to a folder` {
  /// Cut into three folders, one of them of other reports still; the threshold keeps some events out.
  @Test(arguments: 0..<2)
  func `merges stores into what one run over all reports gives`(_ seed: Int) throws {
    var random = SplitMix64(seed: seed)
    let inputs = Self.inputs.shuffled(using: &random)
    let folder = TemporaryDirectory()
    let bad = folder.write("bad.txt", [0x61, 0xFF])
    let confidence = seed % 2 == 0 ? 400 : 950
    try map(inputs[..<5] + [bad], to: folder.path("a"), minimumConfidence: confidence)
    // Two that both have.
    try map(Array(inputs[3..<9]), to: folder.path("b"), minimumConfidence: confidence)
    let findings = try map(
      [folder.path("a/events.gpkg"), folder.path("b/events.gpkg")] + inputs[9...],
      to: folder.path("merged"), minimumConfidence: confidence)
    let told = findings.filter { $0.path?.hasSuffix(".gpkg") == true }
    #expect(told.count == (try documents(of: Array(inputs[3..<5])).count) && !told.isEmpty)
    for finding in told {
      #expect(finding.code == "M001" && finding.severity == .note)
      #expect(finding.path?.hasSuffix("b/events.gpkg") == true)
    }
    try map(
      inputs[..<5] + [bad] + inputs[5...], to: folder.path("once"), minimumConfidence: confidence)
    try expectEqual(folder, "merged", "once")
    // Into a folder that has some of it already.
    try map(
      [folder.path("b/events.gpkg")] + inputs[9...], to: folder.path("a"), append: true,
      minimumConfidence: confidence)
    try expectEqual(folder, "a", "once")
  }

  @Test func `takes the later text of a report that two stores have`() throws {
    let folder = TemporaryDirectory()
    let correction = folder.write("correction.jsonl", Self.correction)
    try map(Self.inputs, to: folder.path("a"))
    try map([correction], to: folder.path("b"))
    let stores = ["a/events.gpkg", "b/events.gpkg"].map(folder.path)
    let findings = try map(stores, to: folder.path("merged"))
    #expect(findings.map(\.code) == ["M002"])
    #expect(findings.first?.severity == .warning && findings.first?.path == stores[1])
    try map(Self.inputs + [correction], to: folder.path("once"))
    try expectEqual(folder, "merged", "once")
    // The other way round the first text is the later one.
    try map(stores.reversed(), to: folder.path("reversed"))
    try map([correction] + Self.inputs, to: folder.path("once-reversed"))
    try expectEqual(folder, "reversed", "once-reversed")
  }

  @Test func `merges nothing but stores that keep their reports`() throws {
    let folder = TemporaryDirectory()
    folder.write("text.gpkg", "no store")
    let error = #expect(throws: StoreError.self) {
      try map([folder.path("text.gpkg")], to: folder.path("out"))
    }
    #expect(error?.code == .notGeoPackage)
    #expect(Repository.names(in: folder.path("out")) == [], "nothing is half-written")
    #expect(throws: ReadError.self) { try map([folder.path("none.gpkg")], to: folder.path("out")) }
  }

  /// Reports that were linked with it stand as if it had never come; its input is not told of either.
  @Test(arguments: 0..<3)
  func `takes reports out as if they had never been read`(_ seed: Int) throws {
    var random = SplitMix64(seed: seed)
    let folder = TemporaryDirectory()
    let inputs = Self.inputs.filter { $0.hasSuffix(".txt") }.shuffled(using: &random)
    try map(inputs, to: folder.path("runs"))
    let before = try Self.dump(folder.path("runs/events.gpkg"))
    // The first report and the one that is linked with it; then any three.
    let gone =
      seed == 0
      ? ["sample-01"] : try documents(of: inputs).shuffled(using: &random).prefix(3).map(\.id)
    try map([], to: folder.path("runs"), append: true, remove: gone)
    let left = try documents(of: inputs).filter { !gone.contains($0.id) }.map(\.input)
    #expect(left.count == inputs.count - gone.count)
    try map(left, to: folder.path("once"))
    try expectEqual(folder, "runs", "once")
    #expect(try Self.dump(folder.path("runs/events.gpkg")) != before)
    // And back again.
    let back = inputs.filter { !left.contains($0) }
    try map(back, to: folder.path("runs"), append: true)
    try map(left + back, to: folder.path("all"))
    try expectEqual(folder, "runs", "all")
  }

  @Test func `keeps an input that gave other reports, and adds what came with the removal`() throws
  {
    let folder = TemporaryDirectory()
    let both = folder.write(
      "both.jsonl",
      """
      {"id":"one","published":"2021-03-10","text":"Two soldiers were killed in an attack near Kifri."}
      {"id":"two","published":"2021-03-10","text":"A bomb exploded in Khanaqin on Tuesday."}

      """)
    let kept = folder.write(
      "kept/both.jsonl",
      """
      {"id":"two","published":"2021-03-10","text":"A bomb exploded in Khanaqin on Tuesday."}

      """)
    try map([both], to: folder.path("runs"))
    try map(Self.inputs, to: folder.path("runs"), append: true, remove: ["one"])
    try map([kept] + Self.inputs, to: folder.path("once"))
    try expectEqual(folder, "runs", "once")
  }

  @Test func `changes nothing when a report to take out is not there`() throws {
    let folder = TemporaryDirectory()
    try map(Array(Self.inputs.prefix(2)), to: folder.path("runs"))
    let before = folder.read("runs/events.gpkg")
    let error = #expect(throws: StoreError.self) {
      try map(
        [Self.inputs[4]], to: folder.path("runs"), append: true, remove: ["sample-01", "none"])
    }
    #expect(error?.code == .noSuchDocument && error?.detail.contains("no document none") == true)
    #expect(folder.read("runs/events.gpkg") == before)
  }

  /// The ids of the documents of files, one in each.
  private func documents(of inputs: [String]) throws -> [(id: String, input: String)] {
    var found: [(id: String, input: String)] = []
    try DocumentReader().read(inputs.map { .path($0) }) { item in
      guard case .document(let document, let origin) = item else { return }
      found.append((document.id, origin.path))
    }
    return found
  }
}
