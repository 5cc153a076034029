package import Model

/// What an HTML map draws below the events.
package struct MapGround: Sendable {
  /// A border with a neighbor, and where the neighbor's name stands.
  package struct Border: Sendable {
    package var name: String
    package var lines: MultiLine
    package var label: Position?

    package init(name: String, lines: MultiLine, label: Position?) {
      self.name = name
      self.lines = lines
      self.label = label
    }
  }

  package struct Town: Sendable {
    package var name: String
    package var position: Position
    /// 0 for the seat of a governorate, more for what there is room for only when one looks closely.
    package var rank: Int

    package init(name: String, position: Position, rank: Int) {
      self.name = name
      self.position = position
      self.rank = rank
    }
  }

  /// The governorates.
  package var outlines: [MultiPolygon] = []
  /// The countries around.
  package var neighbors: [MultiPolygon] = []
  package var borders: [Border] = []
  package var towns: [Town] = []
  /// The published claims, every variant: of each territory the first is filled.
  package var territories: [TerritoryFeature] = []
  /// Where the outlines come from.
  package var sources: [String] = []

  package init() {}

  /// Sources of outlines and claims, each once, in their order.
  var citedSources: [String] {
    var seen: Set<String> = []
    return (sources + territories.map(\.source)).filter {
      !$0.isEmpty && seen.insert($0).inserted
    }
  }
}
