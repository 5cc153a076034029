/// Which columns of a user's table, or properties of a feature, mean what.
///
/// Names are compared in lower case; the first that is there counts.
enum ColumnNames {
  static let longitude = ["lon", "longitude", "lng", "long", "x", "point_x"]
  static let latitude = ["lat", "latitude", "y", "point_y"]
  static let id = ["id", "pid", "geonameid", "wof:id", "wof_id", "osm_id", "@id", "fid", "code"]
  static let code = [
    "fcode", "feature_code", "type", "kind", "place", "wof:placetype", "placetype",
  ]
  static let population = ["population", "pop", "wof:population", "gn:population"]
  static let accuracy = ["accuracy_m", "accuracy"]
  static let radius = ["radius_km"]
  static let rank = ["rank"]
  static let unit = ["unit", "container"]
  static let country = ["country", "country_code", "wof:country", "iso:country"]
  static let state = ["validon", "valid_on", "date"]
  static let count = ["count"]
  static let examples = ["examples"]

  /// Columns of names with their language (`""`: told by the letters) and whether they are the name.
  static let names: [(column: String, language: String, isMain: Bool)] = [
    ("name_ar", "ar", true), ("ar", "ar", true), ("name:ar", "ar", true),
    ("alt_arabic_script", "", false), ("names_ar", "ar", false),
    ("name_ckb", "ckb", true), ("ckb", "ckb", true), ("name:ckb", "ckb", true),
    ("alt_sorani_script", "ckb", false), ("names_ckb", "ckb", false),
    ("name_en", "en", true), ("en", "en", true), ("name:en", "en", true),
    ("asciiname", "en", false),
    ("name_ku", "ku", true), ("ku", "ku", true), ("ku_latn", "ku", true), ("name:ku", "ku", true),
    ("names_kur", "ku", false),
    ("name", "", true), ("int_name", "en", false), ("official_name", "", false),
    ("alt_name", "", false), ("alt_name:ar", "ar", false), ("alt_name:en", "en", false),
    ("alt_latin", "en", false), ("latn_variants", "en", false), ("name_local", "", false),
    ("wof:name", "", true),
    ("name:eng_x_preferred", "en", true), ("name:eng_x_variant", "en", false),
    ("name:ara_x_preferred", "ar", true), ("name:ara_x_variant", "ar", false),
    ("name:ckb_x_preferred", "ckb", true), ("name:ckb_x_variant", "ckb", false),
    ("name:kur_x_preferred", "ku", true), ("name:kur_x_variant", "ku", false),
  ]
}
