import Model

/// Units and territories as properties: of events, of `locate`'s answers and of mentions.
enum TagJSON {
  /// Decimals of a share.
  static let shareDecimals = 4

  /// The parts of an area in the units that it touches, as a list of objects.
  static func adminShares(_ tags: TerritoryTags) -> [UInt8] {
    objects(tags.adminShares) { json, share in
      json.unit(share.id, share.name, share.pcode)
      json.key("share")
      json.double(share.share, decimals: shareDecimals)
    }
  }

  /// The other governorates that count the district as theirs, as a list of objects.
  static func adminAlternates(_ tags: TerritoryTags) -> [UInt8] {
    objects(tags.adminAlternates) { json, other in
      json.unit(other.id, other.name, other.pcode)
      json.key("unit")
      json.string(other.unit)
      json.key("source")
      json.string(other.source)
    }
  }

  private static func objects<Element>(
    _ elements: [Element], _ members: (inout JSONBytes, Element) -> Void
  ) -> [UInt8] {
    var json = JSONBytes()
    json.beginArray()
    for element in elements {
      json.beginObject()
      members(&json, element)
      json.endObject()
    }
    json.endArray()
    return json.bytes
  }

  /// The group "disputed" of the table in `docs/fields.md`.
  static func disputed(_ tags: TerritoryTags) -> [Property] {
    func real(_ value: Double?) -> PropertyValue {
      value.map { .double($0, decimals: shareDecimals) } ?? .null
    }
    return [
      Property("territory_ids", .texts, .strings(tags.territories.map(\.id))),
      Property("territory_names", .texts, .strings(tags.territories.map(\.name))),
      Property(
        "territory_shares", .reals,
        .doubles(tags.territories.map(\.share), decimals: shareDecimals)),
      Property("territory_share", .real, real(tags.territoryShare)),
      Property("territory_status", .text, .string(tags.status.rawValue)),
      Property("territory_wider_share", .real, real(tags.widerShare)),
      Property("near_boundary", .boolean, tags.nearBoundary.map { .bool($0) } ?? .null),
      Property("boundary_version", .text, tags.boundaryVersion.map { .string($0) } ?? .null),
    ]
  }

  /// The texts without those that stood before.
  static func distinct(_ texts: [String]) -> [String] {
    var seen: Set<String> = []
    return texts.filter { seen.insert($0).inserted }
  }
}

extension JSONBytes {
  /// What tells a unit, as members of the object that is open.
  fileprivate mutating func unit(_ id: String, _ name: String, _ pcode: String?) {
    key("id")
    string(id)
    key("name")
    string(name)
    key("pcode")
    string(pcode)
  }
}
