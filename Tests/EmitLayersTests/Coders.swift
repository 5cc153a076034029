import Model

@testable import EmitLayers

/// Knowledge of a few rows for the coders' formats: one district with its seat, two outlets.
struct FewCodes: CoderKnowledge {
  var codes: CoderCodes = {
    var codes = CoderCodes()
    for (list, value, code) in [
      ("month", "3", "March"), ("month", "2", "February"), ("scale", "local", "Subnational"),
      ("scale", "national", "National"), ("scale", "international", "International"),
      ("targeting", "true", "Civilian targeting"), ("iso", "Iraq", "368"),
      ("acled_region", "Iraq", "Middle East"), ("gwno", "Iraq", "645"),
      ("ucdp_region", "Iraq", "Middle East"),
    ] {
      codes.add(list: list, value: value, code: code)
    }
    return codes
  }()

  func actorName(_ code: String) -> String? { ["ISIS": "Islamic State"][code] }

  func source(_ name: String) -> SourceFacts? {
    switch name {
    case "Big": SourceFacts(scale: "international", affiliation: "", reliability: "")
    case "Town": SourceFacts(scale: "local", affiliation: "", reliability: "B")
    case "Open": SourceFacts(scale: "", affiliation: "", reliability: "")
    default: nil
    }
  }

  func seat(ofUnitWithPcode pcode: String) -> Position? {
    pcode == "IQG10Q05" ? Samples.position(45.391, 34.348) : nil
  }

  func position(ofPlace id: String) -> Position? {
    id == "iq-khanaqin" ? Samples.position(45.391, 34.348) : nil
  }

  func units(at position: Position) throws -> AdminUnits {
    var units = Samples.admin
    units.admin3 = AdminUnits.Unit(id: "iq-adm3-markaz", name: "Markaz", pcode: nil)
    return units
  }
}

/// The sample event, changed.
enum Coded {
  static func feature(_ change: (inout Event) -> Void = { _ in }) -> EventFeature {
    var record = Samples.record
    change(&record.event)
    return EmittedEvent(record).feature
  }

  /// The cells of a row by column.
  static func acled(_ change: (inout Event) -> Void = { _ in }) throws -> [String: String] {
    cells(ACLEDTable.columns, try ACLEDTable(FewCodes()).row(feature(change)))
  }

  static func ged(_ change: (inout Event) -> Void = { _ in }) throws -> [String: String] {
    cells(GEDTable.columns, try GEDTable(FewCodes()).row(feature(change)))
  }

  private static func cells(_ columns: [String], _ row: [String?]?) -> [String: String] {
    guard let row else { return [:] }
    return Dictionary(uniqueKeysWithValues: zip(columns, row.map { $0 ?? "" }))
  }
}
