import Files
import TestSupport
import Testing

@Suite struct `marsad hotspots` {
  static let store = "docs/sample"

  @Test func `finds the clusters of a store and says who takes part`() throws {
    let result = Marsad.run(
      "hotspots", Self.store, "--distance", "30km", "--min-events", "3", "--format", "geojson")
    #expect(result.status == 0)
    let line = try #require(result.errorLines.first)
    let numbers = line.split(separator: " ").compactMap { Int($0) }
    #expect(numbers.count == 2, "\(line)")
    let layer = try JSONReader.parse(result.bytes)
    let features = try #require(layer["features"]?.elements)
    let events = features.compactMap { $0["properties"]?["events"]?.integer }
    #expect(events.reduce(0, +) == numbers[0])
    // The rows of a query that counts points.
    let all = try #require(
      Int(Marsad.run("query", Self.store, "--format", "count").output.filter { $0 != "\n" }))
    #expect(numbers[0] + numbers[1] == all)
    let clusters = features.filter { $0["properties"]?["cluster"]?.integer != nil }
    #expect(!clusters.isEmpty)
    for (index, cluster) in clusters.enumerated() {
      #expect(cluster["properties"]?["cluster"]?.integer == index + 1)
      #expect(cluster["geometry"]?["type"]?.string?.hasSuffix("Polygon") == true)
    }
  }

  @Test func `counts in hexagons of a unit, and can be asked like a query`() throws {
    let result = Marsad.run(
      "hotspots", Self.store, "--hex", "20km", "--within", "Diyala", "--format", "csv")
    #expect(result.status == 0)
    #expect(
      result.lines.first?.hasPrefix("hex,events,killed_min,killed_max,killed_open,") == true)
    #expect(result.lines.dropFirst().allSatisfy { $0.hasPrefix("hex:20km:") })
    let events = result.lines.dropFirst().compactMap { Int($0.split(separator: ",")[1]) }
    let asked = Marsad.run("query", Self.store, "--within", "Diyala", "--format", "count")
    #expect(events.reduce(0, +) == Int(asked.output.filter { $0 != "\n" }))
  }

  @Test(arguments: [
    (["--hex", "10"], "no size"), (["--hex", "10km", "--band", "x"], "no size"),
    (["--hex", "10km", "--band", "3000km"], "too wide"),
    (["--hex", "10km", "--fdr", "1.5"], "--fdr"), (["--band", "10km"], "belongs to --hex"),
    (["--fdr", "0.1"], "belongs to --hex"), (["--distance", "2000km"], "--distance"),
    (["--distance", "5"], "--distance"), (["--min-events", "0"], "--min-events"),
    (["--hex", "10km", "--min-events", "3"], "belongs to clusters"),
  ])
  func `refuses what makes no sense`(_ flags: [String], _ word: String) {
    let result = Marsad.run(["hotspots", Self.store] + flags)
    #expect(result.status == 64)
    #expect(result.errors.contains(word), "\(result.errors)")
    #expect(result.bytes.isEmpty)
  }

  @Test func `says which cells are too many`() {
    let result = Marsad.run("hotspots", Self.store, "--hex", "20m")
    #expect(result.status == 64)
    #expect(result.errors.contains("larger cells") || result.errors.contains("too fine"))
  }
}
