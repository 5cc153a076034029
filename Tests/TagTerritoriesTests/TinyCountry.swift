import Model
import TestSupport

@testable import Gazetteer

/// A country of squares: two governorates side by side, two districts each, one sub-district each,
/// and a strip of disputed ground in the middle, drawn by two variants.
///
/// ```
/// lon 43      44      45      46      47
/// lat 34 ┌───────┬───────┬───────┬───────┐
///        │ a-one │ a-two │ b-one │ b-two │
/// lat 33 └───────┴───────┴───────┴───────┘
/// ```
/// Core `t-east` is b-one in both variants; `t-west` is the east half of a-two in variant x and a
/// tenth less in variant y. `t-wide` (wider) is the west half of b-two.
struct TinyCountry {
  let folder = TemporaryDirectory()
  let overlay = TemporaryDirectory()
  let gazetteer: Gazetteer

  static func square(_ west: Double, _ south: Double, _ east: Double, _ north: Double)
    -> MultiPolygon
  {
    MultiPolygon([
      Polygon(rings: [
        [
          Coordinate(west, south), Coordinate(east, south), Coordinate(east, north),
          Coordinate(west, north), Coordinate(west, south),
        ]
      ])
    ])
  }

  static let units: [(id: String, level: String, parent: String?, west: Double, east: Double)] = [
    ("land", "adm0", nil, 43, 47),
    ("a", "adm1", "land", 43, 45), ("b", "adm1", "land", 45, 47),
    ("a-one", "adm2", "a", 43, 44), ("a-two", "adm2", "a", 44, 45),
    ("b-one", "adm2", "b", 45, 46), ("b-two", "adm2", "b", 46, 47),
    ("a-one-sub", "adm3", "a-one", 43, 44), ("a-two-sub", "adm3", "a-two", 44, 45),
    ("b-one-sub", "adm3", "b-one", 45, 46), ("b-two-sub", "adm3", "b-two", 46, 47),
  ]

  /// Territories as `(id, kind, variant, west, east, from, to, accuracy)`.
  typealias Claim = (
    id: String, kind: String, variant: String, west: Double, east: Double, from: String?,
    to: String?, accuracyKm: Double
  )

  static let claims: [Claim] = [
    ("t-east", "core", "x", 45, 46, "2009-04-22", nil, 10),
    ("t-east", "core", "y", 45, 46, "2009-04-22", nil, 10),
    ("t-west", "core", "x", 44.5, 45, "2009-04-22", nil, 5),
    ("t-west", "core", "y", 44.6, 45, "2009-04-22", nil, 5),
    ("t-wide", "wider", "x", 46, 46.5, "2009-04-22", nil, 5),
    ("t-wide", "wider", "y", 46, 46.5, "2009-04-22", nil, 5),
  ]

  /// Units that an overlay draws, as those of the country.
  typealias Outline = (id: String, level: String, west: Double, east: Double)

  init(
    claims: [Claim] = TinyCountry.claims, redrawn: [Outline] = [], claimed: [Claim] = []
  ) {
    var boundaries: [String] = []
    var gazetteer = GazetteerTables()
    for unit in TinyCountry.units {
      boundaries.append(
        TinyCountry.feature(
          unit.id, "unit", unit.level, "test-1", unit.west, unit.east, nil, nil, 3))
      gazetteer.entityByID[unit.id] = gazetteer.entities.count
      gazetteer.entities.append(
        EntityRecord(
          id: unit.id, type: unit.level, level: Entity.Level(unit.level) ?? .none, position: nil,
          accuracyMeters: 0, radiusKm: 0, rank: 500, pcode: "P-\(unit.id)",
          parent: unit.parent.flatMap { gazetteer.entityByID[$0] } ?? -1, validFrom: nil,
          validTo: nil, seat: -1, source: "test", nameEnglish: -1, nameArabic: -1,
          nameSorani: -1, line: 0, file: ""))
    }
    let territories = claims.map {
      TinyCountry.feature(
        $0.id, $0.kind, nil, $0.variant, $0.west, $0.east, $0.from, $0.to, $0.accuracyKm)
    }
    folder.write("boundaries.geojson", TinyCountry.collection(boundaries))
    folder.write("territories.geojson", TinyCountry.collection(territories))
    folder.write("features.geojson", TinyCountry.collection([]))
    overlay.write(
      "boundaries.geojson",
      TinyCountry.collection(
        redrawn.map {
          TinyCountry.feature(
            $0.id, "unit", $0.level, "mine", $0.west, $0.east, nil, nil, 0.1)
        }))
    overlay.write(
      "territories.geojson",
      TinyCountry.collection(
        claimed.map {
          TinyCountry.feature(
            $0.id, $0.kind, nil, $0.variant, $0.west, $0.east, $0.from, $0.to, $0.accuracyKm)
        }))
    gazetteer.shapes = BoundaryStore(directory: folder.path, overlays: [overlay.path])
    self.gazetteer = Gazetteer(gazetteer)
  }

  /// The units of one of the districts.
  func admin(_ id: String) -> AdminUnits {
    gazetteer.entityByID[id].map { gazetteer.admin(of: $0) } ?? AdminUnits()
  }

  private static func collection(_ features: [String]) -> String {
    "{\"type\":\"FeatureCollection\",\"features\":[\n" + features.joined(separator: ",\n") + "\n]}"
  }

  private static func feature(
    _ id: String, _ kind: String, _ level: String?, _ variant: String, _ west: Double,
    _ east: Double, _ from: String?, _ to: String?, _ accuracyKm: Double
  ) -> String {
    func quoted(_ text: String?) -> String { text.map { "\"\($0)\"" } ?? "null" }
    return """
      {"type":"Feature","properties":{"id":"\(id)","name_en":"Name \(id)","kind":"\(kind)",\
      "level":\(quoted(level)),"variant":"\(variant)","valid_from":\(quoted(from)),\
      "valid_to":\(quoted(to)),"accuracy_km":\(accuracyKm),"source":"test"},"geometry":\
      {"type":"Polygon","coordinates":[[[\(west),33],[\(east),33],[\(east),34],[\(west),34],\
      [\(west),33]]]}}
      """
  }
}
