import Model

/// A place or an administrative unit while the tables are being read.
struct EntityRecord: Sendable {
  var id: String
  /// `city`, `ridge` … of a place; `adm1` … of a unit.
  var type: String
  /// `.none` for a place.
  var level: Entity.Level
  var position: Position?
  var accuracyMeters: Int
  var radiusKm: Double
  /// 0-1000: how likely the news means it when nothing else decides.
  var rank: Int
  var pcode: String?
  /// The entity of the unit that holds it, -1 when none.
  var parent: Int
  var validFrom: CivilDate?
  var validTo: CivilDate?
  /// The seat of a unit, -1 when none.
  var seat: Int
  var source: String
  /// The rows of `names` that show it, -1 when none.
  var nameEnglish: Int32
  var nameArabic: Int32
  var nameSorani: Int32
  var line: Int
  var file: String
}
