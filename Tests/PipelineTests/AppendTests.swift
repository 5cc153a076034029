import EmitLayers
import Files
import Model
import Pipeline
import ReadDocuments
import StoreEvents
import TestSupport
import Testing

@Suite struct `Adding to a folder` {
  /// Maps inputs and returns what was found about them.
  @discardableResult
  func map(
    _ inputs: [String], to output: String, append: Bool = false, remove: [String] = [],
    minimumConfidence: Int = 400
  ) throws -> [Diagnostic] {
    var settings = MapSettings(
      output: output, defaults: ReadDefaults(), threads: 2, programVersion: "1")
    settings.appends = append
    settings.removes = remove
    settings.minimumConfidence = minimumConfidence
    var findings: [Diagnostic] = []
    _ = try MapRunner(gazetteer: World.gazetteer, settings: settings).run(
      inputs.map { .path($0) }, report: { findings.append($0) }, progress: { _ in })
    return findings
  }

  /// Every row of every table, in the order of tables and keys.
  static func dump(_ path: String) throws -> [String] {
    let reader = try GeoPackageReader(path: path)
    var lines: [String] = []
    for layer in try reader.layers() {
      lines.append("\(layer)")
      try reader.forEach(of: layer) { feature in
        lines.append("\(layer.name) \(feature)")
        return true
      }
    }
    return lines
  }

  func expectEqual(
    _ folder: TemporaryDirectory, _ first: String, _ second: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let names = Repository.names(in: folder.path(first))
    #expect(names == Repository.names(in: folder.path(second)), sourceLocation: sourceLocation)
    #expect(names.count == 11, sourceLocation: sourceLocation)
    for name in names where name != "events.gpkg" {
      #expect(
        folder.read("\(first)/\(name)") == folder.read("\(second)/\(name)"), "\(name)",
        sourceLocation: sourceLocation)
    }
    let one = try Self.dump(folder.path("\(first)/events.gpkg"))
    let other = try Self.dump(folder.path("\(second)/events.gpkg"))
    // The outlines alone are more than four hundred.
    #expect(one.count > 600, sourceLocation: sourceLocation)
    for (left, right) in zip(one, other) where left != right {
      Issue.record(
        "\(left.prefix(600))\n\(right.prefix(600))", sourceLocation: sourceLocation)
      return
    }
    #expect(one.count == other.count, sourceLocation: sourceLocation)
  }

  static let inputs = Repository.names(in: Repository.seeds).map {
    Repository.seeds + "/" + $0
  }

  /// In any order and in any number of runs; the threshold is high enough to keep some events out.
  @Test(arguments: 0..<2)
  func `gives what one run over everything gives`(_ seed: Int) throws {
    var random = SplitMix64(seed: seed)
    let inputs = Self.inputs.shuffled(using: &random)
    let cuts = [0, Int.random(in: 1..<6, using: &random), Int.random(in: 6..<12, using: &random)]
    let folder = TemporaryDirectory()
    let confidence = seed % 2 == 0 ? 400 : 950
    for (number, cut) in cuts.enumerated() {
      let end = number + 1 < cuts.count ? cuts[number + 1] : inputs.count
      try map(
        Array(inputs[cut..<end]), to: folder.path("runs"), append: true,
        minimumConfidence: confidence)
    }
    try map(inputs, to: folder.path("once"), minimumConfidence: confidence)
    try expectEqual(folder, "runs", "once")
  }

  @Test func `changes nothing when everything is here already`() throws {
    let folder = TemporaryDirectory()
    try map(Self.inputs, to: folder.path("once"))
    try map(Self.inputs, to: folder.path("twice"))
    let findings = try map(Self.inputs, to: folder.path("twice"), append: true)
    #expect(findings.filter { $0.code == "M001" }.count == 15)
    #expect(findings.allSatisfy { $0.severity == .note })
    try expectEqual(folder, "once", "twice")
  }

  static let correction = """
    {"id":"sample-01","published":"2021-03-10","source":"Desk","text":"Correction: \
    Three soldiers were killed on Tuesday in an armed attack near Kifri, a source said."}

    """

  /// The report as the evidence names it.
  private static func earlierReport() throws -> Regex<Substring> {
    try Regex(#""document":"sample-01","content_hash":"[^"]*","source":"وكالة نموذج""#)
  }

  @Test func `replaces a document whose text changed, and says so`() throws {
    let folder = TemporaryDirectory()
    let correction = folder.write("correction.jsonl", Self.correction)
    try map(Self.inputs, to: folder.path("runs"))
    let before = try Self.dump(folder.path("runs/events.gpkg"))
    let earlier = String(decoding: folder.read("runs/evidence.jsonl") ?? [], as: UTF8.self)
    let report = try Self.earlierReport()
    #expect(earlier.contains(report))
    let findings = try map([correction], to: folder.path("runs"), append: true)
    #expect(findings.filter { $0.code == "M002" }.count == 1)
    let once = try map(Self.inputs + [correction], to: folder.path("once"))
    #expect(once.filter { $0.code == "M002" }.count == 1)
    try expectEqual(folder, "runs", "once")
    let after = try Self.dump(folder.path("runs/events.gpkg"))
    #expect(before != after)
    let events = String(decoding: folder.read("runs/events.geojson") ?? [], as: UTF8.self)
    #expect(events.contains("Correction: Three soldiers"))
    // The report that was linked with the earlier text stands alone again.
    let old = String(decoding: folder.read("runs/evidence.jsonl") ?? [], as: UTF8.self)
    #expect(!old.isEmpty && !old.contains(report))
    let features = try JSONReader.parse(folder.read("runs/events.geojson") ?? [])["features"]
    let update = features?.elements?.compactMap { $0["properties"] }.first {
      ($0["report_ids"]?.elements ?? []).contains { $0.string == "sample-02" }
    }
    #expect(update?["reports"]?.integer == 1)
  }

  @Test func `keeps what was rejected`() throws {
    let folder = TemporaryDirectory()
    let bad = folder.write("bad.txt", [0x61, 0xFF])
    try map([bad, Self.inputs[0]], to: folder.path("runs"))
    try map(Array(Self.inputs.dropFirst()), to: folder.path("runs"), append: true)
    try map([bad] + Self.inputs, to: folder.path("once"))
    try expectEqual(folder, "runs", "once")
    let run = try JSONReader.parse(folder.read("runs/run.json") ?? [])
    #expect(run["counts"]?["rejected"]?.integer == 1)
    #expect(run["rejected"]?.elements?.first?["code"]?.string == "R003")
  }

  @Test func `says when the earlier reports were read by another program`() throws {
    let folder = TemporaryDirectory()
    try World.map(Self.inputs[0], to: folder.path("runs"), version: "0")
    let findings = try map([Self.inputs[1]], to: folder.path("runs"), append: true)
    #expect(findings.filter { $0.code == "M003" }.count == 1)
  }
}
