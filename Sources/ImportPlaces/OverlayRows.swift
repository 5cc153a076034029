import Gazetteer
import Model

/// A row of `places.tsv` or `landmarks.tsv` to write.
struct PlaceRow {
  var id: String
  var type: String
  var position: Position
  var accuracyMeters: Int
  var unit: String
  var radiusKm: Double
  var rank: Int
  var isSettlement: Bool
}

/// A row of `names.tsv` or `landmark_names.tsv` to write.
struct NameOut {
  var id: String
  var reference: String
  var form: String
  var language: String
  var status: String
  var weight: Int
  var isSettlement: Bool
}

/// An outline to write.
struct OutlineRow {
  var unit: String
  var level: String
  var variant: String
  var accuracyKm: Double
  var polygons: MultiPolygon
}

/// All rows of an import.
struct OverlayRows {
  var places: [PlaceRow] = []
  var names: [NameOut] = []
  var outlines: [OutlineRow] = []
}
