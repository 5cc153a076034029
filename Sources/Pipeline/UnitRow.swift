import Gazetteer
import Model

/// An administrative unit's outline as the layer `admin_units` shows it.
struct UnitRow {
  static let columns = [
    AttributeColumn("id", .text), AttributeColumn("level", .text), AttributeColumn("name", .text),
    AttributeColumn("name_ar", .text), AttributeColumn("name_ckb", .text),
    AttributeColumn("pcode", .text), AttributeColumn("parent", .text),
    AttributeColumn("variant", .text), AttributeColumn("valid_from", .date),
    AttributeColumn("valid_to", .date), AttributeColumn("accuracy_km", .real),
    AttributeColumn("source", .text),
  ]

  let values: [AttributeValue]
  let polygons: MultiPolygon

  init(_ feature: BoundaryFeature, in gazetteer: Gazetteer) {
    func text(_ value: String?) -> AttributeValue { value.map { .text($0) } ?? .null }
    let entity = gazetteer.entityByID[feature.id]
    let unit = entity.map { gazetteer.summary(of: $0) }
    let parent = entity.map { gazetteer.entities[$0].parent } ?? -1
    polygons = feature.polygons
    values = [
      .text(feature.id), .text(feature.level.code), text(unit?.name), text(unit?.nameArabic),
      text(unit?.nameSorani), text(entity.flatMap { gazetteer.entities[$0].pcode }),
      text(parent >= 0 ? gazetteer.entities[parent].id : nil), text(feature.variant),
      text(feature.validFrom?.description), text(feature.validTo?.description),
      .real(feature.accuracyKm), text(feature.source),
    ]
  }
}
