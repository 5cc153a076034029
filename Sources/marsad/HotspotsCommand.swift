import ArgumentParser
import Geometry
import Model
import QueryEvents

/// `marsad hotspots`: where events crowd together.
struct HotspotsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hotspots",
    abstract: "Finds where events crowd together: clusters, or hot and cold hexagons.",
    discussion: """
      Clusters by density (DBSCAN): events that have --min-events within --distance,
      and what hangs together with them. With --hex, hexagons whose surroundings have
      more or fewer events than chance would give them (Getis-Ord Gi*). Only events
      with a point take part. All flags of `marsad query` choose events.

        marsad hotspots output
        marsad hotspots output --distance 10km --min-events 3 -o clusters.geojson
        marsad hotspots output --hex 10km --band 25km --since 2021 --format csv
        marsad hotspots output --hex 10km --within Diyala -o hexagons.geojson

      The methods and their sources: docs/hotspots.md.
      """)

  @OptionGroup var question: QueryOptions
  @OptionGroup var answer: FeatureOutputOptions

  @Option(
    name: .long,
    help: ArgumentHelp(
      "How near events of a cluster are, along the ground (default: 5km).", valueName: "size"))
  var distance: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "How many events within --distance, itself counted, an event needs (default: 5).",
      valueName: "n"))
  var minEvents: Int?

  @Option(
    name: .long,
    help: ArgumentHelp("Hexagons of this width instead of clusters.", valueName: "size"))
  var hex: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Hexagons whose middles are so near count together (default: 2.5 times the width).",
      valueName: "size"))
  var band: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Hexagons are hot or cold up to this rate of false discoveries (default: 0.05).",
      valueName: "rate"))
  var fdr: Double?

  func validate() throws {
    _ = try hexagons(in: nil)
    _ = try clusters()
    for (flag, isGiven) in [("--band", band != nil), ("--fdr", fdr != nil)]
    where isGiven && hex == nil {
      throw ValidationError("\(flag) belongs to --hex")
    }
    for (flag, isGiven) in [("--distance", distance != nil), ("--min-events", minEvents != nil)]
    where isGiven && hex != nil {
      throw ValidationError("\(flag) belongs to clusters; --hex finds hexagons instead")
    }
  }

  private func hexagons(in area: MultiPolygon?) throws -> CellSettings? {
    guard let hex else { return nil }
    if let fdr, !(fdr > 0 && fdr < 1) {
      throw ValidationError("--fdr is \(fdr); a rate between 0 and 1 is expected")
    }
    do {
      return try CellSettings(
        size: CellSize(parsing: hex), band: band.map { try CellSize(parsing: $0) },
        rate: fdr ?? CellSettings.standardRate, area: area)
    } catch let error as GroupingError {
      throw ValidationError("--hex \(hex)\(band.map { " --band \($0)" } ?? ""): \(error.message)")
    }
  }

  private func clusters() throws -> ClusterSettings {
    var settings = ClusterSettings.standard
    if let distance {
      do {
        settings.kilometers = try CellSize(parsing: distance).meters / 1000
      } catch {
        throw ValidationError("--distance: \(error.message)")
      }
      guard ClusterSettings.kilometerRange.contains(settings.kilometers) else {
        throw ValidationError("--distance is \(distance); 1m to 1000km is expected")
      }
    }
    if let minEvents {
      guard minEvents > 0 else {
        throw ValidationError("--min-events is \(minEvents); 1 or more is expected")
      }
      settings.leastEvents = minEvents
    }
    return settings
  }

  func run() throws {
    let query = try QuestionBuilder(question).query()
    let opener = LayerOpener(path: question.store, layer: question.layer)
    try opener.check(output: answer.output)
    let sources = try opener.sources(includeHistorical: question.includeHistorical)
    let runner = try QueryRunner(
      sources: sources, areas: query.certainty == .point ? nil : try opener.areas(), query: query,
      output: HotspotEvents.columnsRead(of: sources[0].columns))
    var collector = HotspotEvents.Collector(columns: runner.columns)
    _ = try runner.run { feature in
      collector.add(feature)
      return true
    }
    let events = collector.events()
    if !question.common.quiet {
      StandardError.print(
        "\(events.count) events have a point and take part; \(events.withoutPoint) have none")
    }
    let settings = try hexagons(in: query.region?.polygons)
    let table: HotspotTable
    do {
      table =
        try settings.map { try .cells(events, $0) } ?? .clusters(events, clusters())
    } catch let error as GroupingError {
      throw Failure(status: .usage, message: error.message)
    }
    let output = FeatureOutput(
      options: answer, name: settings == nil ? "clusters" : "hexagons", columns: table.columns,
      holdsPointsOnly: false)
    try output.write { add in
      for row in table.rows { try add(row) }
    }
  }
}
