import Model
import Testing

/// A text and the places that its locations are.
struct PlaceCase: Sendable, CustomTestStringConvertible {
  var text: String
  var ids: String
  var published: String?
  var testDescription: String { text }

  init(_ text: String, _ ids: String, published: String? = nil) {
    self.text = text
    self.ids = ids
    self.published = published
  }
}

@Suite("which place a name means")
struct HomonymTests {
  @Test(arguments: homonyms) func `the words around decide`(_ example: PlaceCase) throws {
    let found = try Resolution.ids(example.text, published: example.published)
    #expect(found == example.ids)
  }

  static let homonyms: [PlaceCase] = [
    .init("قتل مدني في صلاح الدين.", "iq-adm1-salah-al-din"),
    .init("اندلع حريق في قرية الإصلاح التابعة لناحية جلولاء.", "iq-islah-jalawla iq-adm3-jalawla"),
    .init("اندلع حريق في ناحية الإصلاح بمحافظة ذي قار.", "iq-adm3-islah iq-adm1-dhi-qar"),
    .init("اندلع حريق في ناحية الكرمة شرقي الفلوجة.", "iq-adm3-karma iq-fallujah"),
    .init("اندلع حريق في قضاء المدينة بمحافظة البصرة.", "iq-adm2-madinah iq-adm1-basra"),
    .init("اندلع حريق في ناحية المنصورية بديالى.", "iq-adm3-mansuriya iq-adm1-diyala"),
    .init("زار الوفد دمشق ثم أنقرة.", "sy-damascus tr-ankara"),
    .init(
      "The crown prince flew from Jeddah to Riyadh with the Saudi delegation.",
      "sa-jeddah sa-riyadh"),
    .init("اندلع حريق في حي الوحدة بمدينة الموصل.", "iq-wahda-mosul iq-mosul"),
    .init("انفجرت عبوة في ناحية قره تبه بمحافظة ديالى.", "iq-adm3-qaratapa iq-adm1-diyala"),
    .init("انتشرت القوات في قره تبه وكفري.", "iq-qaratapa-diyala iq-kifri"),
    .init("انتشرت القوات بين خانقين وقره تبه.", "iq-khanaqin iq-qaratapa-diyala"),
    .init(
      "احترق حقل في قرية قره تبه التابعة لناحية الملتقى في كركوك.",
      "iq-qaratapa-kirkuk iq-adm3-multaqa iq-kirkuk"),
    .init("احترق حقل في قرية قره تبه غربي كركوك.", "iq-qaratapa-kirkuk iq-kirkuk"),
    .init("وصل ولي العهد السعودي إلى الرياض.", "sa-riyadh"),
    .init("التقى الملك سلمان الوفد في الرياض.", "sa-riyadh"),
    .init("انفجرت عبوة في الرياض غربي الحويجة.", "iq-riyadh-kirkuk iq-hawija"),
    .init("قتل شرطي في ناحية الرياض بقضاء الحويجة.", "iq-adm3-riyadh iq-adm2-hawija"),
    .init("وقع الحريق في قرية الهارونية بقضاء المقدادية.", "iq-harouniya iq-adm2-muqdadiya"),
    .init("Gunmen attacked Qara Tapa and Kifri.", "iq-qaratapa-diyala iq-kifri"),
    .init("لە قەرەتەپە و کفری هێرش کرا.", "iq-qaratapa-diyala iq-kifri"),
  ]

  @Test(arguments: units) func `a type word says unit or town`(_ example: PlaceCase) throws {
    let found = try Resolution.ids(example.text, published: example.published)
    #expect(found == example.ids)
  }

  static let units: [PlaceCase] = [
    .init("سقط صاروخ على مطار أربيل الدولي.", "iq-erbil-airport"),
    .init("قتل مدني في خانقين.", "iq-khanaqin"),
    .init("قتل مدني في مدينة خانقين.", "iq-khanaqin"),
    .init("قتل مدني في قضاء خانقين.", "iq-adm2-khanaqin"),
    .init("قتل مدني في محافظة كركوك.", "iq-adm1-kirkuk"),
    .init("قتل مدني في كركوك.", "iq-kirkuk"),
    .init("قتل مدني في ديالى.", "iq-adm1-diyala"),
    .init("قتل مدني في الأنبار.", "iq-adm1-anbar"),
    .init("قتل مدني في نينوى.", "iq-adm1-nineveh"),
    .init("قتل مدني في ناحية جلولاء.", "iq-adm3-jalawla", published: "2021-05-01"),
    .init("A civilian was killed in Kirkuk province.", "iq-adm1-kirkuk"),
    .init("A civilian was killed in Daquq district.", "iq-adm2-daquq"),
    .init("A civilian was killed in the town of Daquq.", "iq-daquq"),
    .init("هاووڵاتییەک لە قەزای مەخموور کوژرا.", "iq-adm2-makhmur"),
    .init("هاووڵاتییەک لە پارێزگای کەرکووک کوژرا.", "iq-adm1-kirkuk"),
    .init("هاووڵاتییەک لە شاری کەرکووک کوژرا.", "iq-kirkuk"),
    .init("قتل مدني في قضاء حلبجة.", "iq-adm2-halabja", published: "2021-05-01"),
    .init("قتل مدني في محافظة حلبجة.", "iq-adm1-halabja", published: "2025-06-01"),
  ]

  @Test func `a governorate is none before it was made`() throws {
    let mention = try #require(
      try Resolution.mentions("قتل مدني في محافظة حلبجة.", published: "2019-05-01").first)
    #expect(mention.place?.id != "iq-adm1-halabja")
  }

  @Test(arguments: [
    "قتل مدني في قضاء خانقين.", "قتل مدني في محافظة ديالى.", "قتل مدني في ناحية جلولاء.",
    "A civilian was killed in Daquq district.", "هاووڵاتییەک لە قەزای مەخموور کوژرا.",
  ])
  func `a unit has an area and no point`(_ source: String) throws {
    let mention = try #require(try Resolution.mentions(source).first)
    #expect(mention.point == nil)
    #expect(mention.area?.isEmpty == false)
    #expect([.adm1, .adm2, .adm3].contains(mention.precision))
  }

  @Test(arguments: [
    ("قتل مدني في خانقين.", 45.391, 34.348), ("A civilian died in Daquq.", 44.449, 35.139),
    ("هاووڵاتییەک لە کفری کوژرا.", 44.961, 34.69),
  ])
  func `a town has its own point`(_ source: String, _ longitude: Double, _ latitude: Double) throws
  {
    let mention = try #require(try Resolution.mentions(source).first)
    #expect(mention.precision == .place)
    #expect(!mention.pointIsComputed)
    #expect(mention.point == (try Position(longitude: longitude, latitude: latitude)))
  }

  @Test(arguments: [
    ("انفجرت عبوة في قرية المنصورية.", "ambiguous_place"),
    ("هاجم مسلحون قرية البو دهام في قضاء الحويجة.", "unknown_place"),
  ])
  func `doubt is said`(_ source: String, _ flag: String) throws {
    #expect(try Resolution.mentions(source).first?.flags.contains(flag) == true)
  }

  @Test func `an unknown village takes the ground of its district and no point`() throws {
    let mentions = try Resolution.mentions("هاجم مسلحون قرية البو دهام التابعة لقضاء الحويجة.")
    #expect(mentions[0].place == nil)
    #expect(mentions[0].point == nil)
    #expect(mentions[0].area == mentions[1].area)
    #expect(mentions[0].flags.contains("area_of_container"))
  }

  @Test func `candidates are sorted and give reasons`() throws {
    for example in Self.homonyms + Self.units {
      for mention in try Resolution.mentions(example.text) where !mention.candidates.isEmpty {
        let scores = mention.candidates.map(\.score)
        #expect(scores == scores.sorted(by: >))
        #expect(scores.allSatisfy { (0...1000).contains($0) })
        #expect(mention.candidates.allSatisfy { !$0.why.isEmpty })
        if let place = mention.place { #expect(mention.candidates[0].id == place.id) }
      }
    }
  }

  @Test func `homonyms stay in the list`() throws {
    let mention = try #require(try Resolution.mentions("قتل مدني في قره تبه.").first)
    let ids = Set(mention.candidates.map(\.id))
    #expect(ids.isSuperset(of: ["iq-qaratapa-diyala", "iq-qaratapa-kirkuk"]))
  }

  @Test func `two runs are equal`() throws {
    for example in Self.homonyms + Self.units {
      #expect(try Resolution.mentions(example.text) == Resolution.mentions(example.text))
    }
  }

  @Test func `an area of kirkuk and one of diyala keep their neighbors`() throws {
    let text = "انفجرت عبوة في قره تبه. وقال مصدر في كفري إن اثنين أصيبا."
    #expect(try Resolution.mentions(text).first?.place?.id == "iq-qaratapa-diyala")
  }
}
