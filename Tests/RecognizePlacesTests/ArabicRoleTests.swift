import Testing

@Suite("roles of names in Arabic")
struct ArabicRoleTests {
  @Test(arguments: outlets) func `outlets and their datelines`(_ example: MentionCase) {
    #expect(Recognition.written(example.text) == example.mentions)
  }

  static let outlets: [MentionCase] = [
    .init("شفق نيوز/ انفجرت عبوة ناسفة في قضاء داقوق.", "شفق نيوز=outlet | داقوق"),
    .init(
      "بغداد اليوم - خاص\nاندلع حريق في سوق بعقوبة.", "بغداد اليوم=outlet | بعقوبة"),
    .init("بثت قناة الجزيرة مشاهد لمعارك في بيجي.", "الجزيرة=outlet | بيجي"),
    .init("وذكرت وكالة أصوات العراق أن الحريق أخمد في كلار.", "أصوات العراق=outlet | كلار"),
    .init("نشرت نيويورك تايمز تحقيقاً عن الفلوجة.", "نيويورك تايمز=outlet | الفلوجة"),
  ]

  @Test(arguments: relatives) func `relative adjectives name no location`(_ example: MentionCase) {
    #expect(Recognition.written(example.text) == example.mentions)
  }

  static let relatives: [MentionCase] = [
    .init("وصل وزير الدفاع السعودي إلى بغداد.", "السعودي=nisba | بغداد"),
    .init("قصفت طائرات إيرانية مواقع في جبال قنديل.", "إيرانية=nisba | جبال قنديل"),
    .init("استقبلت المستشفيات الموصلية عشرات الجرحى.", "الموصلية=nisba"),
    .init("نزح مئات العراقيين من بيجي.", "العراقيين=nisba | بيجي"),
    .init("أصدر الحزب الديمقراطي الكوردستاني بياناً.", "الكوردستاني=nisba"),
    .init("تجولت دوريات أميركية وتركية قرب زاخو.", "أميركية=nisba | تركية=nisba | زاخو"),
  ]

  @Test(arguments: persons) func `names of persons are no places`(_ example: MentionCase) {
    #expect(Recognition.written(example.text) == example.mentions)
  }

  static let persons: [MentionCase] = [
    .init("توفي حسن كريم متأثراً بجروحه.", ""),
    .init("شكر سعيد جاسم رجال الإطفاء.", ""),
    .init("أصدر القاضي أحمد التكريتي أمراً بالقبض على متهم في بيجي.", "التكريتي=person | بيجي"),
    .init(
      "قال النائب محمود الموصلي إن الوضع مستقر.\nوأضاف الموصلي أن القوات انتشرت في تلعفر.",
      "الموصلي=person | الموصلي=person | تلعفر"),
    .init("أكد العميد خالد الجبوري اعتقال متهم في الشرقاط.", "الجبوري=person | الشرقاط"),
    .init("زار مقتدى الصدر عوائل الضحايا في مدينة الصدر.", "الصدر=person | مدينة الصدر"),
    .init("قال رئيس الوزراء حيدر العبادي إن المعركة انتهت.", "العبادي=person"),
  ]

  @Test(arguments: organisations) func `organisations, clubs and facilities`(
    _ example: MentionCase
  ) {
    #expect(Recognition.written(example.text) == example.mentions)
  }

  static let organisations: [MentionCase] = [
    .init("أعلنت قيادة عمليات ديالى تدمير مضافة في قضاء بلدروز.", "ديالى=organisation | بلدروز"),
    .init("أعلن البنتاغون سحب جنود من الحبانية.", "البنتاغون=organisation | الحبانية"),
    .init(
      "خسر نادي زاخو أمام نفط ميسان في مباراة الأمس.", "زاخو=organisation | ميسان=organisation"),
    .init(
      "تعادل النجف مع دهوك في مباراة بالدوري الممتاز.", "النجف=organisation | دهوك=organisation"),
    .init(
      "فاز أربيل على كربلاء بهدفين ضمن كأس العراق.",
      "أربيل=organisation | كربلاء=organisation | العراق=organisation"),
    .init("نقل الجرحى من النجف إلى كربلاء.", "النجف | كربلاء"),
    .init("تظاهر طلبة جامعة تكريت ليومين.", "تكريت=facility_name"),
    .init("تجمع المحتجون في شارع فلسطين وسط بغداد.", "فلسطين=facility_name | بغداد"),
  ]

  @Test(arguments: countries) func `a country acts or is a location`(_ example: MentionCase) {
    #expect(Recognition.written(example.text) == example.mentions)
  }

  static let countries: [MentionCase] = [
    .init("أعلنت تركيا استئناف الرحلات إلى أربيل.", "تركيا=country_actor | أربيل"),
    .init(
      "اتهمت إيران الولايات المتحدة بالتصعيد.",
      "إيران=country_actor | الولايات المتحدة=country_actor"),
    .init("عبرت الشاحنات من إيران عبر مندلي.", "إيران | مندلي"),
    .init("عقد المؤتمر في تركيا بحضور دولي.", "تركيا"),
    .init("تراجعت أعداد العمال شمال العراق.", "العراق"),
  ]

  @Test(arguments: offices) func `the area of an office, the station of a speaker`(
    _ example: MentionCase
  ) {
    #expect(Recognition.written(example.text) == example.mentions)
  }

  static let offices: [MentionCase] = [
    .init("أوضح رئيس اللجنة الأمنية في ديالى أن الطريق آمن.", "ديالى=jurisdiction"),
    .init("قال النائب عن كركوك إن الموازنة أقرت.", "كركوك=jurisdiction"),
    .init("قال مدير ناحية العظيم إن الطريق مغلق.", "العظيم=jurisdiction"),
    .init("طالب قائممقام سنجار بتعزيزات.", "سنجار=jurisdiction"),
    .init("افتتح محافظ كركوك جسراً في الحويجة.", "كركوك=jurisdiction | الحويجة"),
    .init("قال رئيس مجلس قضاء خانقين إن الأهالي عادوا.", "خانقين=jurisdiction"),
    .init("تغير العالم بعد أحداث 11 أيلول.", "أحداث 11 أيلول=idiom"),
    .init("شددت الإجراءات منذ هجمات 11 سبتمبر.", "هجمات 11 سبتمبر=idiom"),
  ]
}
