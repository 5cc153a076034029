import Model

/// The events as a table: every property in the order of `EventProperties`, and the point.
package enum EventTable {
  private static let names = EventProperties.schema.map(\.name)

  /// The columns, `longitude` and `latitude` (degrees, WGS 84) last.
  package static let columns = names + ["longitude", "latitude"]

  /// The cells of an event.
  package static func row(_ event: EventFeature) -> [String?] {
    names.map { event.cell($0) } + Self.position(event.point)
  }

  static func position(_ point: Position?) -> [String?] {
    [
      point.map { DecimalDigits.text($0.longitude, decimals: 7) },
      point.map { DecimalDigits.text($0.latitude, decimals: 7) },
    ]
  }
}
