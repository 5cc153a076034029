import Model
import Testing

/// Names of quarters and villages are shared by cities and countries: the words around say whose they
/// are, and no place of the name elsewhere is taken for them.
@Suite("quarters and villages follow the words around them")
struct OtherCityTests {
  @Test(arguments: cities) func `a quarter lies in the city named with it`(
    _ example: PlaceCase
  ) throws {
    #expect(try Resolution.ids(example.text) == example.ids)
  }

  static let cities: [PlaceCase] = [
    .init("قتل مدني في حي المعلمين بالديوانية.", "? iq-diwaniyah"),
    .init("قتل مدني في حي المعلمين بالفلوجة.", "iq-muallimin-fallujah iq-fallujah"),
    .init("انفجرت عبوة في حي الحسين بمدينة كربلاء.", "? iq-karbala"),
    .init("قتلت امرأة في حي الوحدة وسط الموصل.", "iq-wahda-mosul iq-mosul"),
    .init(
      "انفجرت عبوتان في حي الجامعة وحي الإعلام ببغداد.",
      "iq-jamia-baghdad iq-ilam-baghdad iq-baghdad"),
    .init("قتل جندي في قرية ابو غزيل التابعة لناحية الرشاد.", "? iq-adm3-rashad"),
    .init("اندلع حريق في قرية البو عجيل شرق تكريت.", "iq-albu-ajil iq-tikrit"),
  ]

  @Test(arguments: villages) func `a village of a told district may be a town`(
    _ example: PlaceCase
  ) throws {
    #expect(try Resolution.ids(example.text) == example.ids)
  }

  static let villages: [PlaceCase] = [
    .init(
      "Jets struck Amedi district near the village of Kani Masi.", "iq-adm2-amadiya iq-kani-masi"),
    // Nothing told puts it there: the village of the name.
    .init(
      "Gunmen attacked the village of Kani Masi.", "iq-kani-masi-al-kabirah-khanaqin"),
  ]

  @Test func `an unknown quarter has the ground of its city`() throws {
    let mentions = try Resolution.mentions("قتل مدني في حي المعلمين بالديوانية.")
    let quarter = try #require(mentions.first)
    #expect(quarter.flags.contains("unknown_place"))
    #expect(quarter.flags.contains("area_of_container"))
    #expect(quarter.area == mentions.last?.area)
    #expect(quarter.point == nil)
  }

  @Test(arguments: abroad) func `a text about another country names no village of Iraq`(
    _ example: PlaceCase
  ) throws {
    #expect(try Resolution.ids(example.text) == example.ids)
  }

  static let abroad: [PlaceCase] = [
    .init("وقع انفجار في حي النصر بمدينة دمشق.", "? sy-damascus"),
    .init("سيطرت الفصائل على قرى العزيزية والرشادية في ريف حلب.", "? sy-aleppo"),
    .init("قال الجيش اللبناني إن مسلحين دخلوا قرية السلام.", "?"),
    .init("Gunmen attacked a mosque in the Karrada district of Damascus.", "sy-damascus"),
    // Turkey and Iran have forces in Iraq: their adjective alone says nothing of where.
    .init("قصفت مسيرة تركية قرية البو عجيل.", "iq-albu-ajil"),
    // A town of Iraq without doubt: the text tells of both countries.
    .init("عاد من دمشق إلى قرية البو عجيل في تكريت.", "sy-damascus iq-albu-ajil iq-tikrit"),
  ]

  @Test(arguments: words) func `buildings and definite words name no village`(
    _ example: PlaceCase
  ) throws {
    #expect(try Resolution.ids(example.text) == example.ids)
  }

  static let words: [PlaceCase] = [
    .init("افتتح الوزير مستشفى الحرية التعليمي.", ""),
    .init("أنشأت القوات ثكنة جديدة على القمة.", ""),
    .init("تجمع المحتجون في ساحة النور.", ""),
    .init("أغلقت المنافذ أمام المحاصيل.", ""),
    .init("تدور الأحداث في حي شعبي قديم.", ""),
    .init("انفجرت عبوة جنوبي العاصمة بغداد.", "iq-baghdad"),
    .init("اندلع حريق في قرية عرب اماري.", "iq-arab-amari-baladruz"),
    .init("انفجرت عبوة بالحويجة.", "iq-hawija"),
    .init("قتل اثنان في سيد صادق قرب حلبجة.", "iq-sayyid-sadiq iq-halabja"),
    .init("خرجت مسيرة من المدينة شمالي البصرة نحو القرنة.", "iq-madinah iq-basra iq-qurna"),
  ]
}
