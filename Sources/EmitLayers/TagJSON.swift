import Model

/// Units and territories as properties: of events, of `locate`'s answers and of mentions.
enum TagJSON {
  /// Decimals of a share.
  static let shareDecimals = 4

  /// The parts of an area in the units that it touches, as a list of objects.
  static func adminShares(_ tags: TerritoryTags, to json: inout JSONBytes) {
    json.beginArray()
    for share in tags.adminShares {
      json.beginObject()
      json.unit(share.id, share.name, share.pcode)
      json.key("share")
      json.double(share.share, decimals: shareDecimals)
      json.endObject()
    }
    json.endArray()
  }

  /// The other governorates that count the district as theirs, as a list of objects.
  static func adminAlternates(_ tags: TerritoryTags, to json: inout JSONBytes) {
    json.beginArray()
    for other in tags.adminAlternates {
      json.beginObject()
      json.unit(other.id, other.name, other.pcode)
      json.key("unit")
      json.string(other.unit)
      json.key("source")
      json.string(other.source)
      json.endObject()
    }
    json.endArray()
  }

  /// The texts without those that stood before.
  static func distinct(_ texts: [String]) -> [String] {
    // Hardly ever more than a handful.
    if texts.count < 2 { return texts }
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
