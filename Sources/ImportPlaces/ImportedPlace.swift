import Model

/// A name as a source gives it.
struct ImportedName: Hashable {
  var form: String
  /// `ar`, `ckb`, `en`, `ku`.
  var language: String
  /// Whether the source calls it the name, not one of several.
  var isMain: Bool
}

/// A place as a source gives it, before it is compared with what is known.
struct ImportedPlace {
  /// What the source calls it, unique in the source; nil when it gives no id.
  var id: String?
  /// Which words `code` is taken from: `geonames`, `kind`.
  var scheme: String
  /// The source's word for what it is.
  var code: String
  var position: Position
  var names: [ImportedName] = []
  var population: Int?
  /// Whether the source has the position on whole minutes of arc.
  var accuracyMeters: Int?
  var radiusKm: Double?
  var rank: Int?
  /// The id or name of a unit, where the source names one of ours.
  var unit: String?
  var path: String
  var line: Int
}

/// The outline of a unit as a source gives it.
struct ImportedOutline {
  /// `adm0` … `adm3`.
  var level: String
  var pcode: String?
  /// Names in any language, for sources without our p-codes.
  var names: [String] = []
  var polygons: MultiPolygon
  /// The day on which the source says that it holds, as text.
  var state: String?
  var path: String
  var line: Int
}

/// All that was read of the inputs.
struct ImportedData {
  var places: [ImportedPlace] = []
  var outlines: [ImportedOutline] = []
  /// Names for places by the id of the source, from a file of its own.
  var alternates: [String: [ImportedName]] = [:]
  /// Villages that reports named and nobody has placed yet.
  var pending: [PendingVillage] = []
  var inputs: [(name: String, rows: Int)] = []
  var passedOver = PassedOver()
  var findings: [Diagnostic] = []
}

/// A village without a position: what `map` found in reports.
struct PendingVillage: Hashable {
  var name: String
  var container: String
  var count: Int
  var examples: String
}

/// What was read and left out, by reason.
struct PassedOver {
  struct Reason {
    var text: String
    var count: Int
    var path: String
    var line: Int
  }

  private(set) var reasons: [Reason] = []

  /// Counts a row; the first of each reason is remembered with its place.
  mutating func add(_ text: String, path: String, line: Int) {
    if let known = reasons.firstIndex(where: { $0.text == text }) {
      reasons[known].count += 1
    } else {
      reasons.append(Reason(text: text, count: 1, path: path, line: line))
    }
  }
}
