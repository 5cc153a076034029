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

  /// Reads a territory of a layer.
  package init(_ feature: EventFeature) {
    self.init(
      id: feature.id, variant: feature.text("variant") ?? "", kind: feature.text("kind") ?? "",
      name: feature.text("name"), nameArabic: feature.text("name_ar"),
      nameSorani: feature.text("name_ckb"), polygons: feature.area ?? MultiPolygon([]),
      basis: feature.text("basis"), claimedBy: feature.text("claimed_by"),
      validFrom: feature.day("valid_from"), validTo: feature.day("valid_to"),
      accuracyKm: feature.double("accuracy_km") ?? 0, source: feature.text("source") ?? "",
      disclaimer: feature.text("disclaimer"))
  }

  /// The version that the polygon belongs to, such as `2009-04-22/cod-2019`.
  package var version: String {
    (validFrom.map { "\($0)/" } ?? "") + variant
  }

  /// One polygon of one version: the id of the territory alone occurs once a variant.
  var featureID: String { "\(id)@\(version)" }

  /// The properties, in the order of the layer.
  package var values: [Property] {
    [
      .text("id", id), .text("name", name), .text("name_ar", nameArabic),
      .text("name_ckb", nameSorani), .text("kind", kind), .text("variant", variant),
      .text("version", version), .text("basis", basis), .text("claimed_by", claimedBy),
      .date("valid_from", validFrom), .date("valid_to", validTo),
      .real("accuracy_km", accuracyKm, decimals: 3), .text("source", source),
      .text("disclaimer", disclaimer),
    ]
  }

  /// The names and kinds of all properties.
  package static let columns = PropertyObject.columns(
    TerritoryFeature(
      id: "", variant: "", kind: "", name: nil, nameArabic: nil, nameSorani: nil,
      polygons: MultiPolygon([]), basis: nil, claimedBy: nil, validFrom: nil, validTo: nil,
      accuracyKm: 0, source: "", disclaimer: nil
    ).values)

  var properties: [UInt8] {
    PropertyObject.json(Self.columns, values.map(\.value))
  }
}
