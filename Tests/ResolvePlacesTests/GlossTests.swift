import Gazetteer
import Model
import Testing

/// A town with a distance in brackets, and what the check says.
struct GlossCase: Sendable, CustomTestStringConvertible {
  var text: String
  var place: String
  var flag: String
  var testDescription: String { text }

  init(_ text: String, _ place: String, _ flag: String) {
    self.text = text
    self.place = place
    self.flag = flag
  }
}

@Suite("distances in brackets")
struct GlossTests {
  static let conflict = "gazetteer_conflict"
  static let road = "gloss_distance_mismatch:road_distance_plausible"

  static let cases: [GlossCase] = [
    .init("قتل مدني في جلولاء (75 كم شمال شرق بعقوبة).", "iq-jalawla", "gloss_ok"),
    .init("قتل مدني في خانقين (130 كم شمال شرق بعقوبة).", "iq-khanaqin", road),
    .init("قتل مدني في داقوق (200 كم غرب كركوك).", "iq-daquq", conflict),
    .init("قتل مدني في داقوق (40 كم جنوب كركوك).", "iq-daquq", "gloss_ok"),
    .init("قتل مدني في قره تبه (110 كم شمال بعقوبة).", "iq-qaratapa-diyala", road),
    .init("A farmer was killed in Daquq (40 km south of Kirkuk).", "iq-daquq", "gloss_ok"),
    .init("A farmer was killed in Daquq (150 km north of Kirkuk).", "iq-daquq", conflict),
    .init("جووتیارێک لە داقوق (40 کم باشووری کەرکووک) کوژرا.", "iq-daquq", "gloss_ok"),
  ]

  @Test(arguments: cases) func `the gloss checks and never moves`(_ example: GlossCase) throws {
    let mentions = try Resolution.mentions(example.text)
    let town = try #require(mentions.first)
    #expect(town.place?.id == example.place)
    #expect(town.flags.contains(example.flag))
    let entity = try #require(town.entity.map { Resolution.gazetteer.entities[$0] })
    #expect(town.point == entity.position)
    #expect(town.precision == .place)
    #expect(mentions.last?.kind == .referenceBase)
  }

  @Test func `only one verdict is flagged`() throws {
    for example in Self.cases {
      let flags = try #require(try Resolution.mentions(example.text).first?.flags)
      let verdicts = flags.filter { ["gloss_ok", Self.road, Self.conflict].contains($0) }
      #expect(verdicts == [example.flag])
    }
  }
}
