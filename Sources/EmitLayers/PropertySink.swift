import Model

/// Takes the properties of an event one after the other: as values for tables and layers, or as
/// bytes at once.
///
/// Names stand in the source and have nothing to escape.
protocol PropertySink {
  mutating func text(_ name: String, _ value: String?)
  mutating func texts(_ name: String, _ value: [String])
  mutating func integer(_ name: String, _ value: Int?)
  mutating func real(_ name: String, _ value: Double?, decimals: Int)
  mutating func reals(_ name: String, _ value: [Double], decimals: Int)
  mutating func boolean(_ name: String, _ value: Bool?)
  mutating func date(_ name: String, _ value: CivilDate?)
  /// A list or an object, which `write` writes as one value.
  mutating func json(_ name: String, _ write: (inout JSONBytes) -> Void)
}

extension PropertySink {
  /// The group "disputed" of the table in `docs/fields.md`.
  mutating func addDisputed(_ tags: TerritoryTags) {
    texts("territory_ids", tags.territories.map(\.id))
    texts("territory_names", tags.territories.map(\.name))
    reals("territory_shares", tags.territories.map(\.share), decimals: TagJSON.shareDecimals)
    real("territory_share", tags.territoryShare, decimals: TagJSON.shareDecimals)
    text("territory_status", tags.status.rawValue)
    real("territory_wider_share", tags.widerShare, decimals: TagJSON.shareDecimals)
    boolean("near_boundary", tags.nearBoundary)
    text("boundary_version", tags.boundaryVersion)
  }
}

extension JSONBytes: PropertySink {
  mutating func text(_ name: String, _ value: String?) {
    key(property: name)
    string(value)
  }

  mutating func texts(_ name: String, _ value: [String]) {
    key(property: name)
    strings(value)
  }

  mutating func integer(_ name: String, _ value: Int?) {
    key(property: name)
    int(value)
  }

  mutating func real(_ name: String, _ value: Double?, decimals: Int) {
    key(property: name)
    double(value, decimals: decimals)
  }

  mutating func reals(_ name: String, _ value: [Double], decimals: Int) {
    key(property: name)
    beginArray()
    for number in value { double(number, decimals: decimals) }
    endArray()
  }

  mutating func boolean(_ name: String, _ value: Bool?) {
    key(property: name)
    if let value { bool(value) } else { null() }
  }

  mutating func date(_ name: String, _ value: CivilDate?) {
    key(property: name)
    day(value)
  }

  mutating func json(_ name: String, _ write: (inout JSONBytes) -> Void) {
    key(property: name)
    write(&self)
  }
}
