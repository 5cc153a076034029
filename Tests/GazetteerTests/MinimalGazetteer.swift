import Gazetteer
import Model
import TestSupport

/// A whole gazetteer folder of a few rows, for one test to change and to read.
///
/// One governorate of two square districts, 44-45 and 45-46 degrees east, 33-35 north.
struct MinimalGazetteer {
  /// The lines of each table below its header.
  var tables: [String: [String]] = [
    "units.tsv": [
      "iq\tadm0\t\t\tiq-west\t\t\t\tt", "iq-adm1-a\tadm1\tA1\tiq\tiq-west\t\t\t\tt",
      "iq-adm2-w\tadm2\tA101\tiq-adm1-a\tiq-west\t\t\t\tt",
      "iq-adm2-e\tadm2\tA102\tiq-adm1-a\tiq-east\t\t\t\tt",
    ],
    "places.tsv": [
      "iq-west\ttown\t44.5\t34.0\t300\tiq-adm2-w\t2\t700\t\t\t\tt",
      "iq-east\ttown\t45.5\t34.125\t300\tiq-adm2-e\t2\t600\t\t\t\tt",
    ],
    "names.tsv": [
      "n1\tiq\tIraq\ten\tlatn\tofficial\t1000\t\t", "n2\tiq\tالعراق\tar\tarab\tofficial\t1000\t\t",
      "n3\tiq-adm1-a\tAlpha\ten\tlatn\tofficial\t1000\t\t",
      "n4\tiq-adm2-w\tWest\ten\tlatn\tofficial\t1000\t\t",
      "n5\tiq-adm2-e\tEast\ten\tlatn\tofficial\t1000\t\t",
      "n6\tiq-west\tWestern Town\ten\tlatn\tofficial\t1000\t\t",
      "n7\tiq-west\tخانقين\tar\tarab\tofficial\t1000\t\t",
      "n8\tiq-east\tEastern Town\ten\tlatn\tofficial\t1000\t\t",
    ],
    "acled.tsv": ["Battles\tArmed clash\tPolitical violence\t1\tattack"],
    "plover.tsv": ["ASSAULT\t\tx", "ASSAULT\tfirearms\tx"],
    "actor_codes.tsv": ["ISIS\tIslamic State\t\t\t2\tnonstate_armed\t\t\t\t\t"],
    "events.tsv": [
      "e1\tاشتباكات\tar\tnoun\tBattles\tArmed clash\tASSAULT\tfirearms\t850\t\t\tB\tاندلعت اشتباكات\t"
    ],
    "fold.tsv": ["f1\tU+0629\tU+0647\tstrict\t*\tteh marbuta"],
    "weights.tsv": ["base_trigger\t500\tx"],
  ]

  /// The features of `boundaries.geojson`, one a line.
  var outlines = [
    outline(
      "iq", "adm0", [[44, 33], [45, 33], [46, 33], [46, 35], [45, 35], [44, 35], [44, 33]]),
    outline(
      "iq-adm1-a", "adm1",
      [[44, 33], [45, 33], [46, 33], [46, 35], [45, 35], [44, 35], [44, 33]]),
    outline("iq-adm2-w", "adm2", [[44, 33], [45, 33], [45, 35], [44, 35], [44, 33]]),
    outline("iq-adm2-e", "adm2", [[45, 33], [46, 33], [46, 35], [45, 35], [45, 33]]),
  ]
  var territories: [String] = []
  var features: [String] = []

  static func outline(_ id: String, _ level: String, _ ring: [[Double]]) -> String {
    let positions = ring.map { "[\($0[0]),\($0[1])]" }.joined(separator: ",")
    return #"{"type":"Feature","id":"\#(id)@v","properties":{"id":"\#(id)","level":"\#(level)","#
      + #""variant":"v","kind":"unit","valid_from":null,"valid_to":null,"accuracy_km":2,"#
      + #""source":"t"},"geometry":{"type":"Polygon","coordinates":[[\#(positions)]]}}"#
  }

  static let headers: [String: String] = [
    "acled.tsv": "event_type sub_event_type disorder_type political_violence family",
    "actor_codes.tsv":
      "code name_en name_ar name_ckb inter class parent valid_from valid_to forces_of in_region",
    "actors.tsv": "aid code form lang parent valid_from valid_to anaphor block_after",
    "ambig.tsv": "id form policy requires blocks default_pid note",
    "block.tsv": "id form lang kind code scope note",
    "casualty.tsv": "id frame lang field slot side_cue example",
    "clauses.tsv": "id form lang kind",
    "coder_codes.tsv": "id list value code note",
    "clitics.tsv": "id lang form side pos cost needs",
    "demonyms.tsv": "id form lang ref kind",
    "directions.tsv": "id form lang value",
    "distance_units.tsv": "id form lang value",
    "event_anaphors.tsv": "id form lang families",
    "events.tsv":
      "eid form lang pos acled_type acled_sub plover mode weight needs excludes roles ex neg",
    "first_names.tsv": "id form lang",
    "fold.tsv": "id from to key lang note",
    "function_words.tsv": "id form lang kind",
    "letters.tsv": "id script from at sound note",
    "landmark_names.tsv": "nid ref form lang script status weight valid_from valid_to",
    "landmarks.tsv":
      "pid type lon lat accuracy_m unit radius_km rank valid_from valid_to replaced_by source",
    "named_events.tsv": "id form lang from to place note",
    "names.tsv": "nid ref form lang script status weight valid_from valid_to",
    "numbers.tsv": "id form lang value kind op",
    "persons.tsv": "id form lang number gender class code",
    "place_anaphors.tsv": "id form lang kind note",
    "places.tsv":
      "pid type lon lat accuracy_m unit radius_km rank valid_from valid_to replaced_by source",
    "plover.tsv": "type mode note",
    "realis.tsv": "id form lang value scope weight",
    "region_units.tsv": "id region unit",
    "relations.tsv": "id pattern lang rel az_tol geometry example",
    "reporting.tsv": "id form lang kind confidence dates_speech",
    "sources.tsv": "id name forms scale affiliation reliability source",
    "time.tsv": "id form lang kind value anchor precision needs",
    "titles.tsv": "id form lang kind",
    "triggers_place.tsv": "id form lang type number licence",
    "units.tsv": "uid level pcode parent seat valid_from valid_to succeeds source",
    "weapons.tsv": "id form lang weapon acled_sub",
    "weights.tsv": "term value note",
  ]

  /// Writes the folder; every table gets its header, so that row 1 stands on line 2.
  func write() -> TemporaryDirectory {
    let folder = TemporaryDirectory()
    for (table, header) in Self.headers {
      let head = header.split(separator: " ").joined(separator: "\t")
      folder.write(table, ([head] + (tables[table] ?? [])).joined(separator: "\n") + "\n")
    }
    for (name, features) in [
      ("boundaries", outlines), ("territories", territories), ("features", self.features),
    ] {
      folder.write(
        name + ".geojson",
        #"{"type":"FeatureCollection","features":["# + "\n" + features.joined(separator: ",\n")
          + (features.isEmpty ? "" : "\n") + "]}\n")
    }
    return folder
  }

  /// Writes an overlay of some tables.
  static func overlay(_ tables: [String: [String]]) -> TemporaryDirectory {
    let folder = TemporaryDirectory()
    for (table, rows) in tables {
      let head = (headers[table] ?? "").split(separator: " ").joined(separator: "\t")
      folder.write(table, ([head] + rows).joined(separator: "\n") + "\n")
    }
    return folder
  }

  /// The findings of the checker as `name:line:column code`.
  func findings() throws -> [String] {
    let folder = write()
    return try GazetteerChecker(directory: folder.path, overlays: []).check().map {
      Self.short($0)
    }
  }

  /// The errors of the loader in the same form.
  func loadErrors() -> [String] {
    let folder = write()
    do {
      _ = try GazetteerLoader.load(directory: folder.path)
      return []
    } catch {
      return error.findings.map { Self.short($0) }
    }
  }

  static func short(_ finding: Diagnostic) -> String {
    let name = finding.path?.split(separator: "/").last.map(String.init) ?? ""
    return "\(name):\(finding.line ?? 0):\(finding.column ?? 0) \(finding.code)"
  }
}
