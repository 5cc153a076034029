/// The tables that hold places, and those that hold their names, in the order of reading.
enum PlaceTables {
  /// Settlements of Iraq, everything else, and the towns of other countries.
  static let places = ["places.tsv", "landmarks.tsv", "abroad.tsv"]
  /// Forms of the rows of `places` and of units.
  static let names = ["names.tsv", "landmark_names.tsv", "abroad_names.tsv"]
  /// A gazetteer of one country does without the towns of others.
  static let optional: Set = ["abroad.tsv", "abroad_names.tsv"]
}
