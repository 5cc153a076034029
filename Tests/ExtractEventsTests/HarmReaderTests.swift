import Foundation
import Gazetteer
import Model
import NormalizeText
import Testing

@testable import ExtractEvents

/// One sentence with its counts, written short: `killed 3+ at_least CIVILIANS; injured 2 subset`.
///
/// Field, number (`3`, `3+` open upwards, `3-5` range), qualifier, code of the harmed, then `subset`,
/// `toll`, `active`, `bodies`.
struct HarmCase: Sendable, CustomTestStringConvertible {
  var text: String
  var frames: String

  init(_ text: String, _ frames: String) {
    self.text = text
    self.frames = frames
  }

  var testDescription: String { text }
}

@Suite("harm counts")
struct HarmReaderTests {
  private static let gazetteer: Gazetteer? = {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let folder = root.appending(path: "gazetteer").path(percentEncoded: false)
    return try? GazetteerLoader.loadWithFindings(directory: folder)
  }()

  private func read(_ sentence: String) throws -> String {
    let gazetteer = try #require(Self.gazetteer)
    var normalizer = TextNormalizer(gazetteer: gazetteer)
    let text = normalizer.normalize(Document(id: "", text: sentence))
    return HarmReader(gazetteer: gazetteer).frames(in: text).map(short).joined(separator: "; ")
  }

  private func short(_ frame: HarmFrame) -> String {
    var words = [frame.field.rawValue]
    switch (frame.minimum, frame.maximum) {
    case (let minimum?, let maximum?):
      words.append(minimum == maximum ? "\(minimum)" : "\(minimum)-\(maximum)")
    case (let minimum?, nil): words.append("\(minimum)+")
    default: words.append("?")
    }
    if let qualifier = frame.qualifier { words.append(qualifier) }
    if let code = frame.victimCode { words.append(code) }
    if frame.isSubset { words.append("subset") }
    if frame.isToll { words.append("toll") }
    if frame.hasActiveDoer { words.append("active") }
    if frame.isDiscovery { words.append("bodies") }
    return words.joined(separator: " ")
  }

  @Test(arguments: HarmCase.arabic) func `counts in Arabic`(_ sentence: HarmCase) throws {
    #expect(try read(sentence.text) == sentence.frames)
  }

  @Test(arguments: HarmCase.sorani) func `counts in Sorani`(_ sentence: HarmCase) throws {
    #expect(try read(sentence.text) == sentence.frames)
  }

  @Test(arguments: HarmCase.english) func `counts in English`(_ sentence: HarmCase) throws {
    #expect(try read(sentence.text) == sentence.frames)
  }

  @Test func `spans and tokens point at number and noun`() throws {
    let gazetteer = try #require(Self.gazetteer)
    var normalizer = TextNormalizer(gazetteer: gazetteer)
    let text = normalizer.normalize(
      Document(id: "", text: "At least 11 soldiers, including an officer, were killed in Udhaim."))
    let frames = HarmReader(gazetteer: gazetteer).frames(in: text)
    try #require(frames.count == 2)
    #expect(text.text(frames[0].span) == "an officer")
    #expect(text.text(frames[1].span) == "At least 11 soldiers")
    #expect(text.text(text.span(frames[1].word)) == "were killed")
    #expect(frames[1].victim.map { text.text(text.span($0)) } == "soldiers")
    #expect(frames[1].victimClass == "armed_state")
  }

  @Test func `the class follows the noun and is unknown for mixed lists`() throws {
    let gazetteer = try #require(Self.gazetteer)
    var normalizer = TextNormalizer(gazetteer: gazetteer)
    func classes(_ sentence: String) -> [String?] {
      let text = normalizer.normalize(Document(id: "", text: sentence))
      return HarmReader(gazetteer: gazetteer).frames(in: text).map(\.victimClass)
    }
    #expect(classes("killing two soldiers and three civilians") == ["unknown"])
    #expect(classes("five militants were killed") == ["armed_nonstate"])
    #expect(classes("four civilians were wounded") == ["civilian"])
    #expect(classes("six people were wounded") == ["unknown"])
  }

  @Test func `words without harm give nothing`() throws {
    #expect(try read("The governor met three ministers in Erbil.") == "")
    #expect(try read("") == "")
  }
}

extension HarmCase {
  static let arabic: [HarmCase] = [
    HarmCase(
      "قُتل مدنيان وأُصيبت امرأة بهجوم مسلح على قرية الإصلاح التابعة لقضاء خانقين مساء أمس الثلاثاء.",
      "killed 2 CIVILIANS; injured 1 CIVILIANS"),
    HarmCase(
      "قصفت طائرات مسيرة تركية موقعاً في جبل سنجار يوم الأحد 15 آب/ أغسطس 2021، ما أدى إلى مقتل أربعة أشخاص بينهم قيادي.",
      "killed 4; killed 1 subset"),
    HarmCase("سقط صاروخان قرب مطار أربيل الدولي فجر اليوم، ولم تسجل أي خسائر بشرية.", "zero 0"),
    HarmCase("اعتقلت قوات الأسايش خمسة من عناصر داعش في كلار وكفري وطوز خورماتو.", ""),
    HarmCase(
      "ارتفعت حصيلة تفجير سوق المقدادية إلى ١٢ قتيلاً و٢٥ جريحاً.",
      "killed 12 toll; injured 25 toll"),
    HarmCase(
      "عثرت قوة أمنية على جثث سبعة أشخاص مجهولي الهوية في منطقة صحراوية بين الحضر والبعاج.",
      "killed 7 bodies"),
    HarmCase(
      "استشهد ثلاثة من البيشمركة وجُرح اثنان آخران في هجوم لداعش على نقطة لهم قرب قره تبة (112 كم شمال شرقي بعقوبة) ليلة السبت على الأحد.",
      "killed 3 KRG_PESHMERGA; injured 2 KRG_PESHMERGA"),
    HarmCase("خطف مسلحون ثلاثة رعاة أغنام غربي ناحية العظيم قبل أن يفرجوا عن اثنين منهم.", ""),
    HarmCase("سقطت قذيفتا هاون قرب مرقد في سامراء يوم 10 محرم 1443 هـ دون إصابات.", "zero 0"),
    HarmCase(
      "وهي تحمل قوات من الحشد الشعبي، مضيفة ان أضوية المدينة كانت ما تزال تلوح خلفهم عندما تعرضت السيارات لهجوم من قبل مسلحين ادت الى استشهاد 6 أفراد وجرح 31 مقاتلاً آخرين.",
      "killed 6; injured 31"),
    HarmCase("عقيد في القسم الاستخباري قال نحن نتحدث الآن عن خلايا من خمسة أو ستة اشخاص", ""),
    HarmCase("قتلت القوات 5 إرهابيين في ديالى", "killed 5 UNKNOWN_ARMED active"),
    HarmCase("مقتل وإصابة 5 في انفجار", "pooled 5"),
    HarmCase("مقتل وإصابة خمسة جنود", "pooled 5 IRQ_ARMY"),
    HarmCase("مقتل ثلاثة وإصابة خمسة", "killed 3; injured 5"),
    HarmCase("سقوط 15 شخصا بين قتيل وجريح", "pooled 15"),
    HarmCase("سقوط قتلى وجرحى بانفجار في بغداد", "killed 1+ vague; injured 1+ vague"),
    HarmCase("العثور على جثة مجهولة الهوية في كركوك", "killed 1 bodies"),
    HarmCase("مقتل شرطيين ومدني بهجوم في ديالى", "killed 3 IRQ_POLICE"),
    HarmCase("مقتل جندي وإصابة اثنين آخرين", "killed 1 IRQ_ARMY; injured 2 IRQ_ARMY"),
    HarmCase("لم يقتل أحد في الهجوم", "killed 0"),
    HarmCase("مقتل قيادي في داعش", "killed 1 ISIS"),
    HarmCase("أكثر من 20 قتيلا وعشرات الجرحى", "killed 21+ more_than; injured 20+ vague"),
    HarmCase("تمكنت القوات الأمنية من قتل ثلاثة إرهابيين", "killed 3 UNKNOWN_ARMED active"),
    HarmCase("لقي ثلاثة مدنيين مصرعهم بحادث", "killed 3 CIVILIANS"),
    HarmCase("سقط صاروخان، ولم تسجل أي خسائر بشرية.", "zero 0"),
    HarmCase("قتيل وجريحان بهجوم في ديالى", "killed 1; injured 2"),
    HarmCase(
      "استشهد، اليوم الأربعاء، ثلاثة من عناصر الحشد الشعبي وأصيب خمسة آخرون",
      "killed 3 IRQ_PMF; injured 5 IRQ_PMF"),
    HarmCase(
      "أفاد مصدر أمني بأن ثلاثة جنود قتلوا وأصيب اثنان آخران بانفجار عبوة",
      "killed 3 IRQ_ARMY; injured 2 IRQ_ARMY"),
    HarmCase("أصيب بهجوم مسلح مدنيان في كركوك", "injured 2 CIVILIANS"),
    HarmCase("قتل مسلحون مجهولون مدنياً في الموصل", "killed 1 CIVILIANS active"),
    HarmCase("اغتال مسلحون مجهولون ضابطاً في الشرطة", "killed 1 IRQ_POLICE active"),
    HarmCase("قتل الجيش التركي ثلاثة من عناصر حزب العمال الكردستاني", "killed 3 PKK active"),
    HarmCase(
      "أسفر الهجوم عن مقتل خمسة وعشرين شخصا وإصابة مئة وعشرين آخرين",
      "killed 25; injured 120"),
    HarmCase(
      "مقتل ما لا يقل عن 10 مدنيين وإصابة نحو 30 آخرين",
      "killed 10+ at_least CIVILIANS; injured 30 about CIVILIANS"),
    HarmCase("مقتل 5 أو 6 جنود", "killed 5-6 range IRQ_ARMY"),
    HarmCase("سقوط ما بين 10 و15 قتيلا", "killed 10-15 range"),
    HarmCase("انفجار عجلتين مفخختين ومقتل مدني واحد", "killed 1 CIVILIANS"),
    HarmCase("ضبط 3 عبوات ناسفة في منزل قرب كركوك وقتل إرهابي", "killed 1 UNKNOWN_ARMED"),
    HarmCase("مقتل شاب يبلغ 25 عاما في بغداد", "killed 1 CIVILIANS"),
    HarmCase("فقدان ثلاثة رعاة في صحراء الأنبار", "missing 3 CIV_HERDERS"),
    HarmCase(
      "إصابة 5 مدنيين بينهم امرأة وطفلان",
      "injured 5 CIVILIANS; injured 3 CIVILIANS subset"),
    HarmCase("مقتل 3 كلاب", ""),
    HarmCase("انفجار عبوة ناسفة دون وقوع خسائر مادية", ""),
    HarmCase("هجوم بدون خسائر بشرية أو مادية", "zero 0"),
    HarmCase("دون أن يسفر عن سقوط ضحايا", "zero 0"),
    HarmCase("مقتل العقيد أحمد علي في هجوم", "killed 1"),
    HarmCase("نجاة ضابط من محاولة اغتيال في بغداد", ""),
    HarmCase("محاولة اغتيال ناشط في البصرة", ""),
    HarmCase("وفاة جندي متأثرا بجراحه", "killed 1 IRQ_ARMY toll"),
    HarmCase("أودى بحياة 4 أشخاص", "killed 4"),
    HarmCase(
      "توفي ثلاثة أشخاص بينهم طفل وأصيب 12 آخرون بينهم نساء",
      "killed 3; killed 1 CIVILIANS subset; injured 12; injured 2+ vague CIVILIANS subset"),
    HarmCase("لم يصب أحد بأذى", "zero 0"),
    HarmCase("قوة من البيشمركة قتلت اثنين من داعش", "killed 2 ISIS active"),
    HarmCase("ارتفاع عدد القتلى إلى 12", "killed 12 toll"),
    HarmCase("ارتفع عدد ضحايا الهجوم إلى 7 قتلى و10 جرحى", "killed 7 toll; injured 10 toll"),
    HarmCase("قتل 5 إرهابيين بضربة جوية في حمرين", "killed 5 UNKNOWN_ARMED"),
    HarmCase(
      "قُتل ضابط وأصيب ثلاثة من مرافقيه بانفجار عبوة ناسفة",
      "killed 1 IRQ_SECURITY; injured 3"),
    HarmCase("استشهد جنديان وأصيب ثالث", "killed 2 IRQ_ARMY; injured 1 IRQ_ARMY"),
    HarmCase(
      "استشهاد منتسب في الشرطة الاتحادية وإصابة آخر",
      "killed 1 IRQ_FEDPOL; injured 1 IRQ_FEDPOL"),
    HarmCase("أصيبت امرأة وطفلها بانفجار قنبلة صوتية", "injured 2 CIVILIANS"),
    HarmCase("إصابة شرطي ومدنيين اثنين", "injured 3 IRQ_POLICE"),
    HarmCase("مقتل شخصين وإصابة ثلاثة في نزاع عشائري", "killed 2; injured 3"),
    HarmCase("مقتل عنصرين من الحشد الشعبي وجرح أربعة آخرين", "killed 2 IRQ_PMF; injured 4 IRQ_PMF"),
    HarmCase("مقتل 7 من عناصر داعش بينهم قيادي بارز", "killed 7 ISIS; killed 1 subset"),
    HarmCase("انفجار سيارة مفخخة يخلف 3 قتلى و11 جريحا", "killed 3; injured 11"),
    HarmCase("أوقع الهجوم عشرات القتلى والجرحى", "pooled 20+ vague"),
    HarmCase("سقوط 30 قتيلا وجريحا", "pooled 30"),
    HarmCase("خلف الانفجار قتيلين و5 جرحى", "killed 2; injured 5"),
    HarmCase("أدى الانفجار إلى استشهاد شخص واحد وإصابة 4 آخرين بجروح", "killed 1; injured 4"),
    HarmCase("أسفر عن سقوط عدد من الضحايا", "casualties 1+ vague"),
    HarmCase("إصابة عدد من المدنيين", "injured 3+ vague CIVILIANS"),
    HarmCase("إصابة عشرات المتظاهرين بحالات اختناق", "injured 20+ vague PROTESTERS"),
    HarmCase(
      "وبلغت حصيلة الضحايا 15 قتيلا بينهم 4 أطفال",
      "killed 15 toll; killed 4 CIVILIANS subset toll"),
    HarmCase("لا يزال مصير 12 مختطفا مجهولا", "missing 12"),
    HarmCase("العثور على رفات 30 شخصا في مقبرة جماعية", "killed 30 bodies"),
    HarmCase("العثور على جثتين مجهولتي الهوية", "killed 2 bodies"),
    HarmCase("انتشال 7 جثث من تحت الأنقاض", "killed 7 bodies"),
    HarmCase("العثور على جثة شاب في نهر دجلة", "killed 1 bodies"),
    HarmCase("نقل الجثث إلى الطب العدلي", ""),
    HarmCase("قصف تركي بلا خسائر بشرية", "zero 0"),
    HarmCase("لم يسفر الهجوم عن أي إصابات", "zero 0"),
    HarmCase("لم ترد أنباء عن سقوط ضحايا", "zero 0"),
    HarmCase("ولم تعرف حصيلة الضحايا حتى الآن", ""),
    HarmCase("هاجم مسلحون نقطة تفتيش وقتلوا ثلاثة جنود", "killed 3 IRQ_ARMY"),
    HarmCase("قتلوا جميعا", ""),
    HarmCase("مسلحون يقتلون مدنيا غرب الموصل", "killed 1 CIVILIANS active"),
    HarmCase("قتل شاب على يد مسلحين مجهولين", "killed 1 CIVILIANS"),
    HarmCase("اغتيال ناشط في الناصرية", "killed 1 CIV_ACTIVISTS"),
    HarmCase("اغتيال ضابط برتبة عقيد", "killed 1 IRQ_SECURITY"),
    HarmCase("إعدام 6 مدانين بالإرهاب", "killed 6"),
    HarmCase("أصيب 25 متظاهرا و10 من القوات الأمنية", "injured 35 PROTESTERS"),
    HarmCase("قتل أكثر من 100 شخص وأصيب ما يقارب 300", "killed 101+ more_than; injured 300 about"),
    HarmCase("قتل نحو عشرين مسلحا", "killed 20 about UNKNOWN_GUNMEN"),
    HarmCase("مقتل ثلاثة جنود على الأقل", "killed 3+ at_least IRQ_ARMY"),
    HarmCase("مقتل اثنين وعشرين عنصرا من داعش", "killed 22 ISIS"),
    HarmCase("الجيش يعلن مقتل 12 إرهابيا وتدمير 3 عجلات و5 أنفاق", "killed 12 UNKNOWN_ARMED"),
    HarmCase("القبض على 5 إرهابيين", ""),
    HarmCase("حريق في مخيم للنازحين يودي بحياة طفلين", "killed 2 CIVILIANS"),
    HarmCase("غرق طفلين في نهر ديالى", "killed 2 CIVILIANS"),
    HarmCase("وفاة 5 أشخاص وإصابة 10 بحادث سير", "killed 5; injured 10"),
    HarmCase("قتل 3 وأصيب 9", "killed 3; injured 9"),
    HarmCase(
      "مقتل خمسة أشخاص، بينهم امرأتان وطفل، وإصابة 8 آخرين",
      "killed 5; killed 3 CIVILIANS subset; injured 8"),
    HarmCase("استشهاد المقاتل علي حسين من اللواء 30", "killed 1"),
    HarmCase(
      "قتل داعش 4 مدنيين بينهم مختار",
      "killed 4 CIVILIANS active; killed 1 CIV_MUKHTAR subset"),
    HarmCase("داعش يعدم 3 مدنيين", "killed 3 CIVILIANS active"),
    HarmCase("البيشمركة تقتل اثنين من داعش قرب مخمور", "killed 2 ISIS active"),
    HarmCase("شن الطيران غارة قتلت ثلاثة إرهابيين", "killed 3 UNKNOWN_ARMED"),
    HarmCase("قصف مدفعي أصاب ثلاثة مدنيين بجروح", "injured 3 CIVILIANS"),
    HarmCase("الانفجار أصاب 4 من أفراد الشرطة", "injured 4 IRQ_POLICE"),
    HarmCase("القضاء على 4 إرهابيين", "killed 4 UNKNOWN_ARMED"),
    HarmCase("تحييد 13 عنصرا من حزب العمال", "killed 13 PKK"),
    HarmCase("سقط شهيدان", "killed 2"),
    HarmCase("سقوط شهيد وجريحين من الحشد", "killed 1; injured 2 IRQ_PMF"),
    HarmCase("تفجير مزدوج يوقع 32 شهيدا و110 جرحى", "killed 32; injured 110"),
    HarmCase(
      "ارتفعت حصيلة ضحايا التفجير إلى 28 شهيدا و73 جريحا",
      "killed 28 toll; injured 73 toll"),
    HarmCase("حصيلة جديدة: 45 قتيلا و90 جريحا", "killed 45 toll; injured 90 toll"),
    HarmCase("ارتفاع حصيلة القتلى إلى 50", "killed 50 toll"),
    HarmCase("قتل جندي وأصيب ضابطان بجروح خطيرة", "killed 1 IRQ_ARMY; injured 2 IRQ_SECURITY"),
    HarmCase("مقتل 3 أطفال وامرأة ورجلين", "killed 6 CIVILIANS"),
    HarmCase("كان الجندي قد قتل في 2014", "killed 1 IRQ_ARMY"),
    HarmCase("مصدر أمني: مقتل مدني وإصابة زوجته", "killed 1 CIVILIANS; injured 1 CIVILIANS"),
    HarmCase("بعد مقتل ثلاثة من أفراد عائلته", "killed 3"),
    HarmCase("لقي 5 أشخاص حتفهم", "killed 5"),
    HarmCase("لقي شرطي مصرعه وأصيب آخر", "killed 1 IRQ_POLICE; injured 1 IRQ_POLICE"),
    HarmCase("قضى ثلاثة جنود نحبهم", "killed 3 IRQ_ARMY"),
    HarmCase("لقي القرار ترحيبا من وزير الدفاع", ""),
    HarmCase("إصابة 3 عجلات", ""),
    HarmCase("قتل ٤ وجرح ١١ شخصا", "killed 4; injured 11"),
    HarmCase("أصيب 10 أشخاص، 3 منهم بحالة خطرة", "injured 10; injured 3 subset"),
    HarmCase("استشهاد مقاتل وإصابة آخر من الحشد الشعبي", "killed 1; injured 1 IRQ_PMF"),
    HarmCase("قتل جنديان وأصيب آخرون", "killed 2 IRQ_ARMY; injured 2+ vague IRQ_ARMY"),
    HarmCase("خلف الهجوم خمسة قتلى من المدنيين", "killed 5 CIVILIANS"),
    HarmCase("أصيب طفل بجروح", "injured 1 CIVILIANS"),
    HarmCase("أصيب المواطنون بالذعر", ""),
    HarmCase("عدد الشهداء والجرحى غير معروف", ""),
    HarmCase("قتل 13 شخصا وأصيب العشرات", "killed 13; injured 20+ vague"),
    HarmCase("مصادر طبية: 3 شهداء و7 جرحى بانفجار عبوة", "killed 3; injured 7"),
    HarmCase("انفجار العبوة أدى إلى إصابته بجروح", ""),
    HarmCase("انفجار عبوتين دون خسائر", "zero 0"),
    HarmCase("تفجير منزل دون وقوع إصابات بشرية", "zero 0"),
    HarmCase("صد هجوم لداعش وقتل 5 منهم", "killed 5"),
    HarmCase("قتل وإصابة 20 إرهابيا", "pooled 20 UNKNOWN_ARMED"),
    HarmCase("مقتل وجرح ما لا يقل عن 15 مسلحا", "pooled 15+ at_least UNKNOWN_GUNMEN"),
    HarmCase("مقتل إرهابيين اثنين واعتقال ثلاثة آخرين", "killed 2 UNKNOWN_ARMED"),
    HarmCase("اعتقال قاتل ضابط", ""),
    HarmCase("جريمة قتل في بغداد", ""),
    HarmCase("العراق: قتلى وجرحى في هجوم لداعش", "killed 1+ vague; injured 1+ vague"),
    HarmCase("وقتلت القوة أحد الإرهابيين", "killed 1 UNKNOWN_ARMED active"),
    HarmCase("مقتل أحد عناصر الشرطة وإصابة اثنين", "killed 1 IRQ_POLICE; injured 2 IRQ_POLICE"),
    HarmCase("استشهد العميد أحمد حسن واثنان من مرافقيه", "killed 3"),
    HarmCase("قتل نائب ضابط", "killed 1 IRQ_ARMY"),
    HarmCase("أصيب ما بين 5 إلى 7 أشخاص", "injured 5-7 range"),
    HarmCase("أدى إلى مقتل ثلاثة أشخاص وجرح آخرين", "killed 3; injured 2+ vague"),
    HarmCase("المفتي أكد إصابة 11 من أفراد عشيرته", "injured 11 TRIBE"),
    HarmCase("أصيب خمسة من المارة", "injured 5 CIVILIANS"),
    HarmCase("وأصيب 15 بحالات اختناق", "injured 15"),
    HarmCase("لم تقع إصابات بين المدنيين", "zero 0"),
    HarmCase("لا قتلى ولا جرحى", "killed 0; injured 0"),
    HarmCase("لم يسقط قتلى أو جرحى", "zero 0"),
    HarmCase("من دون تسجيل أي إصابة", "zero 0"),
    HarmCase("الحادث لم يسفر عن قتلى", "killed 0"),
    HarmCase(
      "استهدف الهجوم نقطة للجيش وأسفر عن استشهاد ثلاثة جنود وإصابة أربعة",
      "killed 3 IRQ_ARMY; injured 4 IRQ_ARMY"),
    HarmCase("قال قائد عمليات ديالى إن 3 إرهابيين قتلوا", "killed 3 UNKNOWN_ARMED"),
    HarmCase(
      "مقتل 3 من البيشمركة وإصابة 5 آخرين بهجوم لداعش قرب كفري",
      "killed 3 KRG_PESHMERGA; injured 5 KRG_PESHMERGA"),
    HarmCase("خمسة شهداء من الحشد العشائري بهجوم لداعش في الحويجة", "killed 5 IRQ_TRIBAL_HASHD"),
    HarmCase("داعش يقتل مدنيين اثنين ويخطف ثلاثة آخرين", "killed 2 CIVILIANS active"),
    HarmCase("عجلة ملغومة تقتل ضابطا وتصيب جنديين", "killed 1 IRQ_SECURITY; injured 2 IRQ_ARMY"),
    HarmCase("انفجار عبوة ناسفة على عجلة تقل 4 جنود دون إصابات", "zero 0"),
    HarmCase("اشتباكات بين البيشمركة وداعش توقع 3 قتلى", "killed 3"),
    HarmCase("وفقد ثلاثة صيادين في بادية السماوة", "missing 3 CIV_FISHERS"),
    HarmCase("مقتل 5 دواعش بينهم انتحاريان", "killed 5 ISIS; killed 2 UNKNOWN_ARMED subset"),
    HarmCase("أعلنت خلية الإعلام الأمني مقتل ستة إرهابيين في وادي الشاي", "killed 6 UNKNOWN_ARMED"),
    HarmCase("إحباط هجوم انتحاري وقتل منفذه", "killed 1 UNKNOWN_ARMED"),
    HarmCase("قتل مختار قرية وأصيب نجله", "killed 1 CIV_MUKHTAR; injured 1 CIVILIANS"),
    HarmCase("القوات الأمنية تقتل انتحاريين اثنين", "killed 2 UNKNOWN_ARMED active"),
    HarmCase(
      "استشهد 3 مدنيين، وأصيب 4 آخرون، بقصف تركي على دهوك",
      "killed 3 CIVILIANS; injured 4 CIVILIANS"),
    HarmCase("ارتفاع عدد ضحايا حريق المستشفى إلى 92 شهيدا", "killed 92 toll"),
    HarmCase("ضحايا الحادث 3 قتلى", "killed 3"),
    HarmCase("الهجوم أودى بحياة 11 شخصا وأصاب 20", "killed 11; injured 20"),
    HarmCase("حادث مروري يودي بحياة 5 ويصيب 3", "killed 5; injured 3"),
    HarmCase("مقتل زعيم داعش في غارة أمريكية", "killed 1 ISIS"),
    HarmCase("مقتل الإرهابي أبو عمر", "killed 1 UNKNOWN_ARMED"),
    HarmCase("قصف صاروخي بـ 14 صاروخا على قاعدة عين الأسد أدى إلى إصابة شخصين", "injured 2"),
    HarmCase("في عام 2014 قتل داعش 1700 طالب في سبايكر", "killed 1700 CIV_STUDENTS active"),
    HarmCase("مقتل وإصابة العشرات", "pooled 20+ vague"),
    HarmCase("كان ينقل 12 راكبا حين انفجرت العبوة فقتل 3 منهم", "killed 3"),
    HarmCase("بلغ عدد الجرحى 25", "injured 25 toll"),
    HarmCase(
      "في ديالى قتل مدني، وفي كركوك أصيب شرطيان",
      "killed 1 CIVILIANS; injured 2 IRQ_POLICE"),
    HarmCase(
      "اعلنت مديرية الاستخبارات القاء القبض على ارهابي شارك بقتل 7 من الجنود",
      "killed 7 IRQ_ARMY"),
    HarmCase(
      "أكد مصدر في شرطة ديالى، اليوم الخميس، أن عبوة ناسفة انفجرت مستهدفة دورية للجيش في أطراف ناحية جلولاء، ما أسفر عن استشهاد ضابط برتبة ملازم وإصابة ثلاثة جنود بجروح متفاوتة.",
      "killed 1 IRQ_SECURITY; injured 3 IRQ_ARMY"),
    HarmCase(
      "وقال المصدر إن \"الحادث أسفر عن إصابة اثنين من أفراد الدورية بجروح، فيما لحقت أضرار مادية بالعجلة\"",
      "injured 2"),
    HarmCase(
      "هاجم عناصر تنظيم داعش قرية الرشاد في قضاء المقدادية، ما أسفر عن استشهاد 11 شخصا، بينهم امرأة، وإصابة ستة آخرين.",
      "killed 11; killed 1 CIVILIANS subset; injured 6"),
    HarmCase(
      "أعلنت وزارة البيشمركة استشهاد خمسة من عناصرها وجرح 4 آخرين في هجوم شنه داعش",
      "killed 5 KRG_PESH_MIN; injured 4 KRG_PESH_MIN"),
    HarmCase("وزارة الدفاع التركية تعلن تحييد 4 إرهابيين شمالي العراق", "killed 4 UNKNOWN_ARMED"),
    HarmCase(
      "قال جهاز مكافحة الإرهاب إن قواته قتلت تسعة إرهابيين واعتقلت خمسة آخرين",
      "killed 9 UNKNOWN_ARMED"),
    HarmCase(
      "بلغ عدد ضحايا التظاهرات أكثر من 500 قتيل و20 ألف جريح",
      "killed 501+ more_than toll; injured 20000 toll"),
    HarmCase("منذ بداية العام قتل 35 مدنيا", "killed 35 CIVILIANS"),
    HarmCase("القبض على المتهم بقتل زوجته", "killed 1 CIVILIANS"),
    HarmCase("شهد العام الماضي مقتل 120 مدنيا", "killed 120 CIVILIANS"),
    HarmCase("طائرة مسيرة تستهدف عجلة وتقتل ثلاثة من عناصر وحدات مقاومة سنجار", "killed 3 YBS"),
    HarmCase("إصابة راعي أغنام بانفجار لغم من مخلفات داعش", "injured 1 CIV_HERDERS"),
    HarmCase("مقتل شخص وإصابة اثنين بنزاع عشائري شرقي ديالى", "killed 1; injured 2"),
    HarmCase("انفجار عبوة يصيب مدنيا", "injured 1 CIVILIANS"),
    HarmCase("مجهولون يغتالون مدير ناحية", "killed 1 IRQ_LOCALGOV active"),
    HarmCase("استهداف منزل ضابط دون إصابات", "zero 0"),
    HarmCase("أدى القصف إلى مقتل وإصابة عدد من المدنيين", "pooled 3+ vague CIVILIANS"),
    HarmCase(
      "استشهد شرطي وأصيب خمسة آخرون بينهم ضابط بتفجير",
      "killed 1 IRQ_POLICE; injured 5 IRQ_POLICE; injured 1 IRQ_SECURITY subset"),
    HarmCase("سيارة مفخخة تقتل 4 وتصيب 12 في بغداد", "killed 4; injured 12"),
    HarmCase("ولم يسفر الحادث عن وقوع خسائر بشرية", "zero 0"),
    HarmCase("من دون أن يسفر ذلك عن أية خسائر", "zero 0"),
    HarmCase("عدم وقوع أي خسائر بشرية", "zero 0"),
    HarmCase("إصابة ضابطين اثنين وثلاثة جنود", "injured 5 IRQ_SECURITY"),
    HarmCase("مقتل عائلة كاملة", "killed 2+ vague CIVILIANS"),
  ]
}

extension HarmCase {
  static let sorani: [HarmCase] = [
    HarmCase(
      "ئەمڕۆ چوارشەممە، دوو پێشمەرگە لە هێرشێکی چەکدارانی داعش لە نزیک قەرەتەپە شەهید بوون و سێی دیکەش بریندار بوون.",
      "killed 2 KRG_PESHMERGA; injured 3 KRG_PESHMERGA"),
    HarmCase(
      "به\u{200C}هۆی ته\u{200C}قینه\u{200C}وه\u{200C}ی مینێكه\u{200C}وه\u{200C} له\u{200C} گوندێكی سنووری قه\u{200C}زای خانه\u{200C}قین، شوانێك كوژرا.",
      "killed 1 CIV_HERDERS"),
    HarmCase("دوو کوژراو و سێ برینداری لێکەوتەوە.", "killed 2; injured 3"),
    HarmCase("شوانێك كوژرا.", "killed 1 CIV_HERDERS"),
    HarmCase("شوانێک کوژرا", "killed 1 CIV_HERDERS"),
    HarmCase(
      "دوو هاووڵاتی کوژران و چواری دیکە بریندار بوون",
      "killed 2 CIVILIANS; injured 4 CIVILIANS"),
    HarmCase("سێ چەکداری داعش کوژران", "killed 3 ISIS"),
    HarmCase("هێزەکانی پێشمەرگە سێ چەکداری داعشیان کوشت", "killed 3 ISIS active"),
    HarmCase(
      "لە تەقینەوەی بۆمبێکدا دوو سەرباز کوژران و پێنج بریندار بوون",
      "killed 2 IRQ_ARMY; injured 5 IRQ_ARMY"),
    HarmCase("ئەفسەرێکی پۆلیس شەهید بوو", "killed 1 IRQ_SECURITY"),
    HarmCase("پێنج کەس کوژران، لەنێویاندا ژنێک و دوو منداڵ", "killed 5; killed 3 CIVILIANS subset"),
    HarmCase("لانیکەم ١٠ کەس کوژران", "killed 10+ at_least"),
    HarmCase("زیاتر لە بیست کەس بریندار بوون", "injured 21+ more_than"),
    HarmCase("نزیکەی ٣٠ کەس گیانیان لەدەستدا", "killed 30 about"),
    HarmCase("هێرشەکە هیچ زیانێکی گیانی لێنەکەوتەوە", "zero 0"),
    HarmCase("هیچ زیانێکی گیانی نەبووە", "zero 0"),
    HarmCase("بەبێ زیانی گیانی", "zero 0"),
    HarmCase("تەرمی سێ هاووڵاتی دۆزرایەوە", "killed 3 CIVILIANS bodies"),
    HarmCase("تەرمێک دۆزرایەوە", "killed 1 bodies"),
    HarmCase(
      "بووە هۆی کوژرانی سێ سەرباز و برینداربوونی پێنج کەسی دیکە",
      "killed 3 IRQ_ARMY; injured 5"),
    HarmCase("ژمارەی قوربانییان گەیشتە ١٢ کوژراو و ٢٥ بریندار", "killed 12 toll; injured 25 toll"),
    HarmCase("بیست و پێنج چەکدار کوژران", "killed 25 UNKNOWN_GUNMEN"),
    HarmCase("بۆردوومانی تورکیا دوو گەریلای پەکەکە شەهید کرد", "killed 2 PKK active"),
    HarmCase("دەیان کەس بریندار بوون", "injured 20+ vague"),
    HarmCase("دوو یان سێ چەکدار کوژران", "killed 2-3 range UNKNOWN_GUNMEN"),
    HarmCase("چەکدارانی داعش دوو پێشمەرگەیان شەهید کرد", "killed 2 KRG_PESHMERGA active"),
    HarmCase("مامۆستایەک تیرۆرکرا", "killed 1 CIV_TEACHERS"),
    HarmCase("لە هێرشەکەدا ئەفسەرێک و دوو سەرباز کوژران", "killed 3 IRQ_SECURITY"),
    HarmCase("ئەو چەکدارە دوو کەسی کوشت", "killed 2"),
    HarmCase("شەهیدبوونی پێشمەرگەیەک", "killed 1 KRG_PESHMERGA"),
    HarmCase(
      "پێشمەرگەیەک شەهید بوو و دووانی دیکە بریندار بوون",
      "killed 1 KRG_PESHMERGA; injured 2 KRG_PESHMERGA"),
    HarmCase("سێ ئۆتۆمبێل سووتان و کەسێک بریندار بوو", "injured 1"),
    HarmCase(
      "فەرماندەیەکی پێشمەرگە لە تەقینەوەی بۆمبێکی چێنراو شەهید بوو",
      "killed 1 KRG_PESHMERGA"),
    HarmCase("سوپای تورکیا ڕایگەیاند ١٠ گەریلای کوشتووە", "killed 10 PKK active"),
    HarmCase(
      "لە ئەنجامی هێرشەکەدا چوار پۆلیس کوژران و شەش هاووڵاتی بریندار بوون",
      "killed 4 IRQ_POLICE; injured 6 CIVILIANS"),
    HarmCase("تەقینەوەکە سێ کوژراو و حەوت برینداری لێکەوتەوە", "killed 3; injured 7"),
    HarmCase("داعش هێرشی کردە سەر گوندێک و سێ هاووڵاتی کوشت", "killed 3 CIVILIANS active"),
    HarmCase("دوو کەس لە ڕووداوێکی هاتوچۆدا گیانیان لەدەستدا", "killed 2"),
    HarmCase("پێنج چەکداری داعش لە بۆردوومانێکدا کوژران", "killed 5 ISIS"),
    HarmCase("لە کەرکووک پۆلیسێک بریندار بوو", "injured 1 IRQ_POLICE"),
    HarmCase("فڕۆکەیەکی بێفڕۆکەوان ئۆتۆمبێلێکی کردە ئامانج و دوو کەس بوونە قوربانی", "killed 2"),
    HarmCase("بەهۆی تەقینەوەکەوە هیچ کەسێک بریندار نەبوو", "injured 0"),
  ]
}

extension HarmCase {
  static let english: [HarmCase] = [
    HarmCase(
      "A roadside bomb exploded 12 kilometres south of Tuz Khurmatu, causing no casualties.",
      "zero 0"),
    HarmCase(
      "At least 11 soldiers, including an officer, were killed in Udhaim early Friday.",
      "killed 1 IRQ_SECURITY subset; killed 11+ at_least IRQ_ARMY"),
    HarmCase("No one was hurt in the attack.", "zero 0"),
    HarmCase(
      "The attack killed at least six, including two policemen, and wounded ten.",
      "killed 6+ at_least; killed 2 IRQ_POLICE subset; injured 10"),
    HarmCase(
      "Three soldiers were killed and five others wounded in the blast.",
      "killed 3 IRQ_ARMY; injured 5 IRQ_ARMY"),
    HarmCase("The blast left 4 dead and 7 wounded.", "killed 4; injured 7"),
    HarmCase("The bombing claimed the lives of four civilians.", "killed 4 CIVILIANS"),
    HarmCase("A bomb wounded six people on Monday.", "injured 6"),
    HarmCase("Iraqi forces killed five IS militants near Hawija.", "killed 5 ISIS active"),
    HarmCase("The death toll rose to 12.", "killed 12 toll"),
    HarmCase(
      "A suicide bomber killed 12 people and wounded 25 in Baghdad.",
      "killed 12 active; injured 25"),
    HarmCase("Two policemen and a civilian were killed in the attack.", "killed 3 IRQ_POLICE"),
    HarmCase(
      "An officer was killed and three others were injured.",
      "killed 1 IRQ_SECURITY; injured 3 IRQ_SECURITY"),
    HarmCase(
      "Five militants were killed in an airstrike carried out by three jets.",
      "killed 5 UNKNOWN_ARMED"),
    HarmCase("Turkish warplanes killed four PKK fighters.", "killed 4 PKK active"),
    HarmCase("Gunmen shot dead a village mukhtar in Diyala.", "killed 1 CIV_MUKHTAR active"),
    HarmCase(
      "The blast killed a soldier and wounded two policemen.",
      "killed 1 IRQ_ARMY; injured 2 IRQ_POLICE"),
    HarmCase("killing two soldiers, a policeman and three civilians", "killed 6 IRQ_ARMY"),
    HarmCase("killed two soldiers, an official said", "killed 2 IRQ_ARMY"),
    HarmCase(
      "Twenty-five people were wounded, two of them seriously.",
      "injured 25; injured 2 subset"),
    HarmCase(
      "The attack left dozens dead and hundreds wounded.",
      "killed 24+ vague; injured 200+ vague"),
    HarmCase(
      "More than 30 people died and scores were injured.",
      "killed 31+ more_than; injured 40+ vague"),
    HarmCase("No casualties were reported.", "zero 0"),
    HarmCase("There were no immediate reports of casualties.", "zero 0"),
    HarmCase("No group claimed responsibility for the attack that killed five.", "killed 5"),
    HarmCase("The bodies of seven people were found near Hawija.", "killed 7 bodies"),
    HarmCase("Police found a body in the river.", "killed 1 bodies"),
    HarmCase("Two bodies were found in Mosul.", "killed 2 bodies"),
    HarmCase(
      "casualties were reported in the attack, causing casualties among civilians",
      "casualties 1+ vague"),
    HarmCase(
      "Three soldiers killed, two wounded in Kirkuk attack",
      "killed 3 IRQ_ARMY; injured 2 IRQ_ARMY"),
    HarmCase(
      "ISIS killed three Peshmerga fighters and wounded two others in an attack",
      "killed 3 KRG_PESHMERGA active; injured 2 KRG_PESHMERGA"),
    HarmCase("The PKK said it killed 15 Turkish soldiers", "killed 15 TUR_MIL active"),
    HarmCase("killing between 10 and 15 people", "killed 10-15 range"),
    HarmCase("The attack killed as many as 20 people", "killed 1-20 at_most"),
    HarmCase("Ahmed, 25, was killed in the attack", ""),
    HarmCase("a 25-year-old man was killed", "killed 1 CIVILIANS"),
    HarmCase(
      "A roadside bomb hit a convoy of three vehicles, wounding a driver.",
      "injured 1 CIV_DRIVERS"),
    HarmCase("In 2017, ISIS militants attacked the village.", ""),
    HarmCase(
      "A bomb exploded near the house of an army officer killing his wife and injuring two of his children",
      "killed 1 CIVILIANS; injured 2 CIVILIANS"),
    HarmCase(
      "At least one person was killed and several others were wounded",
      "killed 1+ at_least; injured 3+ vague"),
    HarmCase("the death toll from the bombing rose to 45", "killed 45 toll"),
    HarmCase(
      "The death toll has risen to 45 dead and 100 wounded.",
      "killed 45 toll; injured 100 toll"),
    HarmCase(
      "Eight Iraqi soldiers were killed and 11 others, including two officers, were wounded.",
      "killed 8 IRQ_ARMY; injured 2 IRQ_SECURITY subset; injured 11 IRQ_ARMY"),
    HarmCase("An estimated 200 people were killed or wounded", "pooled 200 about"),
    HarmCase("Five people were killed and wounded in the explosion", "pooled 5"),
    HarmCase("Iraqi security forces killed a militant in Anbar", "killed 1 UNKNOWN_ARMED active"),
    HarmCase("half a dozen soldiers were injured", "injured 6 IRQ_ARMY"),
    HarmCase("The death of two soldiers", "killed 2 IRQ_ARMY"),
    HarmCase("a man died of his wounds", "killed 1 CIVILIANS toll"),
    HarmCase("The army did not suffer any casualties.", "zero 0"),
    HarmCase("Nobody was killed", "killed 0"),
    HarmCase("killing all six on board", "killed 6"),
    HarmCase("nine dead in an attack", "killed 9"),
    HarmCase("The villagers buried three victims", "casualties 3"),
    HarmCase(
      "militants who killed hundreds of Yazidis in 2014",
      "killed 200+ vague CIV_YAZIDI active"),
    HarmCase("The three wounded soldiers were taken to hospital", "injured 3 IRQ_ARMY"),
    HarmCase("a second soldier was wounded", "injured 1 IRQ_ARMY"),
    HarmCase("four people, three of whom were women, were killed", "killed 3 subset; killed 4"),
    HarmCase("two bus drivers were killed", "killed 2 CIV_DRIVERS"),
    HarmCase(
      "three houses and two cars were damaged and a civilian was wounded",
      "injured 1 CIVILIANS"),
    HarmCase("The explosion killed two and destroyed three vehicles.", "killed 2"),
    HarmCase("Two Iraqi army soldiers and a member of the PMF were killed", "killed 3 IRQ_ARMY"),
    HarmCase("Three members of the Popular Mobilization Forces were injured", "injured 3 IRQ_PMF"),
    HarmCase("Clashes between Peshmerga and ISIS killed seven on both sides", "killed 7"),
    HarmCase(
      "One Peshmerga was killed and another wounded",
      "killed 1 KRG_PESHMERGA; injured 1 KRG_PESHMERGA"),
    HarmCase("A Peshmerga fighter was killed.", "killed 1 KRG_PESHMERGA"),
    HarmCase("a Turkish soldier died", "killed 1 TUR_MIL"),
    HarmCase("Officials said 13 were dead", "killed 13"),
    HarmCase("Twelve were killed and 20 injured", "killed 12; injured 20"),
    HarmCase("dozens of casualties", "casualties 24+ vague"),
    HarmCase("The attack caused casualties.", "casualties 1+ vague"),
    HarmCase("shelling without causing casualties", "zero 0"),
    HarmCase("Mortar shells landed near the base; there were no casualties.", "zero 0"),
    HarmCase("several people were killed", "killed 3+ vague"),
    HarmCase("an unknown number of people were killed", "killed 1+ vague"),
    HarmCase("two hundred and fifty people were killed", "killed 250"),
    HarmCase("1,200 people were killed since 2014", "killed 1200"),
    HarmCase("Over 1200 civilians have been killed", "killed 1201+ more_than CIVILIANS"),
    HarmCase("the killing of three Yazidis", "killed 3 CIV_YAZIDI"),
    HarmCase("martyred two Peshmerga", "killed 2 KRG_PESHMERGA"),
    HarmCase(
      "A Peshmerga was martyred and two others were wounded",
      "killed 1 KRG_PESHMERGA; injured 2 KRG_PESHMERGA"),
    HarmCase(
      "security forces killed 3 terrorists and arrested 5 others",
      "killed 3 UNKNOWN_ARMED active"),
    HarmCase("Two brothers were shot dead", "killed 2 CIVILIANS"),
    HarmCase("gunmen killed a man and his son", "killed 2 CIVILIANS active"),
    HarmCase(
      "gunmen killed two brothers, one of them a police officer",
      "killed 2 CIVILIANS active; killed 1 IRQ_POLICE subset"),
    HarmCase(
      "killing at least 3 and wounding more than 10",
      "killed 3+ at_least; injured 11+ more_than"),
    HarmCase("The wounded were taken to hospital", ""),
    HarmCase("a couple was killed", "killed 2"),
    HarmCase(
      "unidentified gunmen opened fire on a civilian car, killing the driver and wounding a passenger",
      "killed 1 CIV_DRIVERS; injured 1 CIVILIANS"),
    HarmCase(
      "The car bomb killed five policemen and four civilians, and wounded 20 others.",
      "killed 9 IRQ_POLICE; injured 20 IRQ_POLICE"),
    HarmCase("fire killed 5 sheep", ""),
    HarmCase("a mass grave containing the remains of 50 people", "killed 50 bodies"),
    HarmCase("12 killed, 30 injured in Baghdad bombing", "killed 12; injured 30"),
    HarmCase("Iraq: 5 dead, 12 wounded in blast", "killed 5; injured 12"),
    HarmCase(
      "The attack left at least three security personnel dead, local police said.",
      "killed 3+ at_least IRQ_SECURITY"),
    HarmCase(
      "Islamic State militants attacked a checkpoint, killing four federal policemen and wounding three others, a security source said on Sunday.",
      "killed 4 IRQ_FEDPOL; injured 3 IRQ_FEDPOL"),
    HarmCase(
      "Two Peshmerga fighters were killed and another was injured when ISIS attacked their post.",
      "killed 2 KRG_PESHMERGA; injured 1 KRG_PESHMERGA"),
    HarmCase(
      "The explosion resulted in the death of one soldier and the injury of two others.",
      "killed 1 IRQ_ARMY; injured 2 IRQ_ARMY"),
    HarmCase("An IED killed a shepherd near Kifri.", "killed 1 CIV_HERDERS"),
    HarmCase("Unknown gunmen assassinated an activist in Basra.", "killed 1 CIV_ACTIVISTS active"),
    HarmCase(
      "A Turkish drone strike killed three members of the Sinjar Resistance Units.",
      "killed 3 YBS active"),
    HarmCase("The bodies of three men were discovered.", "killed 3 CIVILIANS bodies"),
    HarmCase("The strike did not cause casualties.", "zero 0"),
    HarmCase(
      "at least 20 ISIS militants have been killed in the past week",
      "killed 20+ at_least ISIS"),
    HarmCase("Security forces arrested five suspects and seized 20 rockets.", ""),
    HarmCase(
      "The mayor said that 15 houses were burned and one woman was injured.",
      "injured 1 CIVILIANS"),
    HarmCase("Five Katyusha rockets landed; no injuries were reported.", "injured 0"),
    HarmCase("Police say the death toll could rise.", ""),
    HarmCase("Reports say that between 5 and 7 people died", "killed 5-7 range"),
    HarmCase("The wounded soldier died later", "killed 1 IRQ_ARMY"),
    HarmCase("six more were hurt", "injured 6"),
    HarmCase("Iraq's parliament has 329 members", ""),
  ]
}
