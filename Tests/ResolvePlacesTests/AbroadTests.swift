import Model
import Testing

/// Towns of other countries: ten thousand that nobody chose by hand, each believed where the words and the country
/// told fit, and the capitals told by their country alone.
@Suite("towns of other countries")
struct AbroadTests {
  @Test(arguments: towns) func `a town abroad follows the country told`(
    _ example: PlaceCase
  ) throws {
    #expect(try Resolution.ids(example.text) == example.ids)
  }

  static let towns: [PlaceCase] = [
    .init("قتل شرطيان بانفجار في مدينة لاهور الباكستانية.", "pk-lahore"),
    .init("Gunmen attacked a checkpoint in Ahwar, Yemen.", "ye-ahwar cc-ye"),
    .init("Boko Haram ambushed a patrol near Damboa, Borno, Nigeria.", "ng-damboa ng-borno cc-ng"),
    // A name that is also a word, or one of persons, needs a type word or a direction.
    .init("اقتحمت قوة إسرائيلية مدينة جنين.", "ps-janin"),
    .init("توفي جنين في المستشفى.", ""),
    .init("انفجرت عبوة غربي العريش في مصر.", "eg-arish cc-eg"),
    .init("بحث الوزيران الحكومة المقبلة في لبنان.", "cc-lb"),
    .init("St. George is honored in Mosul.", "iq-mosul"),
    // A report about Iraq does not mean the town of the name elsewhere.
    .init("Gunmen attacked a checkpoint in Ahwar near Basra.", "? iq-basra"),
    .init("هاجم مسلحون قرية دوما قرب الموصل.", "? iq-mosul"),
  ]

  @Test(arguments: capitals) func `the capital is that of the country told`(
    _ example: PlaceCase
  ) throws {
    #expect(try Resolution.ids(example.text) == example.ids)
  }

  static let capitals: [PlaceCase] = [
    .init("قتل ثلاثة في العاصمة العراقية.", "iq-baghdad"),
    .init("خرج آلاف في مسيرة وسط العاصمة التونسية.", "tn-tunis"),
    .init("نزل مئات الجزائريين إلى شوارع العاصمة.", "dz-algiers"),
    .init("Three civilians were killed by an IED in the Iraqi capital.", "iq-baghdad"),
    .init("Three Syrian soldiers were killed in the capital on Monday.", "sy-damascus"),
    .init("A bomb went off in the Somali capital, Mogadishu.", "so-mogadishu"),
    .init("انفجرت عبوة في العاصمة اليمنية صنعاء.", "ye-sanaa"),
    // Two countries, and none.
    .init("Iraqi and Syrian officials met in the capital.", ""),
    .init("قتل ثلاثة في العاصمة.", ""),
    .init("Iraq abolished capital punishment for minors.", ""),
    .init("هاجم مسلحون قرية العاصمة في بلدروز.", "iq-asimah-baladruz iq-baladruz"),
  ]

  @Test func `a town holds no governorate`() throws {
    let ids = try Resolution.mentions("قرب مبنى ديوان محافظة واسط بمدينة الكوت.")
    #expect(ids.first?.containers.isEmpty == true)
  }
}
