package import Model

/// A territory's polygon as `territories.geojson` shows it: whose claim, since when, from which
/// source, how accurate.
package struct TerritoryFeature: Sendable, Hashable {
  package var id: String
  package var variant: String
  /// `core` or `wider`.
  package var kind: String
  package var name: String?
  package var nameArabic: String?
  package var nameSorani: String?
  package var polygons: MultiPolygon
  package var basis: String?
  package var claimedBy: String?
  package var validFrom: CivilDate?
  package var validTo: CivilDate?
  package var accuracyKm: Double
  package var source: String
  package var disclaimer: String?

  package init(
    id: String, variant: String, kind: String, name: String?, nameArabic: String?,
    nameSorani: String?, polygons: MultiPolygon, basis: String?, claimedBy: String?,
    validFrom: CivilDate?, validTo: CivilDate?, accuracyKm: Double, source: String,
    disclaimer: String?
  ) {
    self.id = id
    self.variant = variant
    self.kind = kind
    self.name = name
    self.nameArabic = nameArabic
    self.nameSorani = nameSorani
    self.polygons = polygons
    self.basis = basis
    self.claimedBy = claimedBy
    self.validFrom = validFrom
    self.validTo = validTo
    self.accuracyKm = accuracyKm
    self.source = source
    self.disclaimer = disclaimer
  }

  /// The version that the polygon belongs to, such as `2009-04-22/cod-2019`.
  package var version: String {
    (validFrom.map { "\($0)/" } ?? "") + variant
  }

  /// One polygon of one version: the id of the territory alone occurs once a variant.
  var featureID: String { "\(id)@\(version)" }

  var properties: [UInt8] {
    var json = JSONBytes(capacity: 1024)
    json.beginObject()
    for (key, text) in [
      ("id", id), ("name", name), ("name_ar", nameArabic), ("name_ckb", nameSorani),
      ("kind", kind), ("variant", variant), ("version", version), ("basis", basis),
      ("claimed_by", claimedBy), ("valid_from", validFrom?.description),
      ("valid_to", validTo?.description),
    ] {
      json.key(key)
      json.string(text)
    }
    json.key("accuracy_km")
    json.double(accuracyKm, decimals: 3)
    json.key("source")
    json.string(source)
    json.key("disclaimer")
    json.string(disclaimer)
    json.endObject()
    return json.bytes
  }
}
