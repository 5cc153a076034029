import Gazetteer
import ImportPlaces
import Model
import TestSupport
import Testing

/// What is known is recognized, what is not is added, what is doubtful is told.
@Suite struct `Merging an import` {
  private static let header = "id\tname\tname_ar\tlon\tlat\ttype\n"

  @Test func `a known place gets the names that are new and keeps its position`() throws {
    let trial = Import()
    let report = try trial.run([
      ("t.tsv", Self.header + "1\tXylola\tجلولاء\t45.175\t34.28\ttown\n")
    ])
    #expect(report.added == 0)
    #expect(report.merged == 1)
    #expect(trial.names == ["iq-jalawla en Xylola"])
    #expect(trial.bytes("places.tsv") == nil)
    #expect(Import.codes(report) == [])
  }

  @Test func `a known town three kilometers off is told and kept where it is`() throws {
    let trial = Import()
    let report = try trial.run([
      ("t.tsv", Self.header + "1\tJalawla\t\t45.203\t34.274\ttown\n")
    ])
    #expect(report.merged == 1)
    #expect(Import.codes(report) == ["I012"])
    #expect(report.findings.first?.line == 2)
    #expect(trial.bytes("names.tsv") == nil)
  }

  @Test func `the same name far away is another place`() throws {
    let trial = Import()
    let report = try trial.run([
      ("t.tsv", Self.header + "1\tJalawla\t\t43.1\t32.9\tvillage\n")
    ])
    #expect(report.added == 1)
    #expect(Import.codes(report) == [])
    // A bare name means the town.
    #expect(trial.rows("names.tsv").map { $0[6] } == ["300"])
  }

  @Test func `a place twice in the source is one, and near ones of one name are told`() throws {
    let trial = Import()
    let report = try trial.run([
      (
        "t.tsv",
        Self.header
          + "1\tXylo\tزايلو\t45.2\t34.3\tvillage\n2\tXylo\tزايلوة\t45.202\t34.302\tvillage\n"
          + "3\tXylo\t\t45.23\t34.3\tvillage\n"
      )
    ])
    #expect(report.added == 2)
    #expect(report.merged == 1)
    #expect(Import.codes(report) == ["I013", "I010"])
    #expect(
      trial.names == [
        "test_1 ar زايلو", "test_1 en Xylo", "test_1 ar زايلوة", "test_3 en Xylo",
      ])
    #expect(
      trial.rows("names.tsv").map { $0[0] } == [
        "test_n-1-1", "test_n-1-2", "test_n-2-1", "test_n-3-1",
      ])
  }

  @Test func `another name at a known position is told`() throws {
    let trial = Import()
    let report = try trial.run([
      ("t.tsv", Self.header + "1\tXylo\t\t45.169\t34.274\tvillage\n")
    ])
    #expect(report.added == 1)
    #expect(Import.codes(report) == ["I011"])
  }

  @Test func `outside Iraq nothing is added`() throws {
    let trial = Import()
    let report = try trial.run([("t.tsv", Self.header + "1\tXylo\t\t51.4\t35.7\ttown\n")])
    #expect(report.added == 0)
    #expect(report.passedOver.map(\.text) == ["a place outside Iraq"])
    #expect(report.passedOver.map(\.line) == [2])
  }

  @Test func `a name in other letters is none`() throws {
    let trial = Import()
    let report = try trial.run([("t.tsv", Self.header + "1\tЗайло\t\t45.2\t34.3\tvillage\n")])
    #expect(Import.codes(report) == ["I003"])
    #expect(report.added == 0)
  }

  @Test func `a row with one of our ids replaces ours`() throws {
    let trial = Import()
    let report = try trial.run([
      ("t.tsv", Self.header + "iq-jalawla\tJalawla\t\t45.2\t34.25\ttown\n")
    ])
    #expect(report.added == 1)
    #expect(trial.rows("places.tsv").map { $0[0] } == ["iq-jalawla"])
    let gazetteer = Import.load([trial.overlay])
    let place = gazetteer.entities[try #require(gazetteer.entityByID["iq-jalawla"])]
    #expect(place.position?.longitude == 45.2)
  }

  @Test(arguments: [
    "radius_km\tinf", "radius_km\t1e300", "radius_km\tnan", "radius_km\t-1", "accuracy_m\t0",
    "accuracy_m\t-9223372036854775808", "rank\t99999",
  ])
  func `numbers that no place has are told and not taken`(column: String) throws {
    let trial = Import()
    let parts = column.split(separator: "\t")
    let report = try trial.run([
      (
        "t.tsv",
        "id\tname\tlon\tlat\ttype\t\(parts[0])\n1\tXylo\t45.201\t34.301\tvillage\t\(parts[1])\n"
      )
    ])
    #expect(Import.codes(report) == ["I004"])
    #expect(report.added == 1)
    #expect(try trial.findings() == [])
  }

  @Test func `whole minutes of arc are less accurate`() throws {
    let trial = Import()
    try trial.run([
      ("t.tsv", Self.header + "1\tXylo\t\t45.2\t34.3\tvillage\n2\tYlo\t\t45.211\t34.311\tvillage\n")
    ])
    #expect(trial.rows("places.tsv").map { $0[4] } == ["1900", "300"])
  }

  @Test func `a unit that is stated and not the one on the ground is told`() throws {
    let trial = Import()
    let report = try trial.run([
      (
        "t.tsv",
        "name\tlon\tlat\ttype\tunit\nXylo\t45.211\t34.311\tvillage\tiq-adm2-khanaqin\n"
          + "Ylo\t45.25\t34.35\tvillage\tKirkuk\nZylo\t45.28\t34.38\tvillage\tNowhereland\n"
      )
    ])
    #expect(Import.codes(report) == ["I014", "I014"])
    #expect(report.findings.map(\.line) == [3, 4])
    #expect(report.added == 3)
  }
}
