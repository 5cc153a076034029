import EmitLayers
import ImportEvents
import Model
import TestSupport

/// Exports made up for the tests: none of the incidents happened.
enum Exports {
  static let columns = [
    "event_id_cnty", "event_date", "year", "time_precision", "event_type", "sub_event_type",
    "actor1", "assoc_actor_1", "inter1", "actor2", "assoc_actor_2", "inter2",
    "civilian_targeting", "country", "admin1", "location", "latitude", "longitude",
    "geo_precision", "source", "notes", "fatalities", "timestamp",
  ]

  /// A good row by column, changed.
  static func row(_ changes: [String: String] = [:]) -> [String: String] {
    [
      "event_id_cnty": "IRQ900001", "event_date": "06 March 2019", "year": "2019",
      "time_precision": "1", "event_type": "Battles", "sub_event_type": "Armed clash",
      "actor1": "Made-up Group", "assoc_actor_1": "One; Two", "inter1": "2",
      "actor2": "Made-up Army", "assoc_actor_2": "", "inter2": "1", "civilian_targeting": "",
      "country": "Iraq", "admin1": "Diyala", "location": "Khanaqin", "latitude": "34.348",
      "longitude": "45.391", "geo_precision": "1", "source": "Paper A; Paper B",
      "notes": "Made up, for a test.", "fatalities": "3", "timestamp": "1552000000",
    ].merging(changes) { $1 }
  }

  static func text(_ rows: [[String: String]], columns: [String] = columns) -> String {
    let writer = CSVWriter()
    let bytes =
      writer.header(columns) + rows.flatMap { row in writer.record(columns.map { row[$0] }) }
    return String(decoding: bytes, as: UTF8.self)
  }

  static let codes: CoderCodes = {
    var codes = CoderCodes()
    let types = [
      "State forces", "Rebel group", "Political militia", "Identity militia", "Rioters",
      "Protesters", "Civilians", "External/Other forces",
    ]
    for (index, type) in types.enumerated() {
      codes.add(list: "inter", value: String(index + 1), code: type)
    }
    codes.add(list: "inter_form", value: "2", code: "Rebel groups")
    let months = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September",
      "October", "November", "December",
    ]
    for (index, month) in months.enumerated() {
      codes.add(list: "month", value: String(index + 1), code: month)
    }
    codes.add(list: "targeting", value: "true", code: "Civilian targeting")
    return codes
  }()

  static let types = [
    ACLEDType(
      eventType: "Battles", subEventType: "Armed clash", disorderType: "Political violence",
      family: "attack"),
    ACLEDType(
      eventType: "Violence against civilians", subEventType: "Attack",
      disorderType: "Political violence", family: "attack"),
  ]

  /// What an export gives, with its findings as `line:column code`.
  static func read(
    _ text: String
  ) throws -> (result: ACLEDExportReader.Result, findings: [String]) {
    let folder = TemporaryDirectory()
    let path = folder.write("export.csv", text)
    var findings: [String] = []
    let result = try ACLEDExportReader(codes: codes, types: types, weekDays: 3).read(path) {
      findings.append("\($0.line ?? 0):\($0.column ?? 0) \($0.code)")
    }
    return (result, findings)
  }

  static func one(_ changes: [String: String] = [:]) throws -> ACLEDRecord? {
    try read(text([row(changes)])).result.records.first
  }
}
