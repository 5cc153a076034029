import Model
import Testing

@Suite("names of places in Arabic")
struct ArabicNameTests {
  @Test(arguments: words) func `names that are words need a licence`(_ example: MentionCase) {
    #expect(Recognition.written(example.text) == example.mentions)
  }

  static let words: [MentionCase] = [
    .init("سقطت قذيفة على بعقوبة.", "بعقوبة"),
    .init("شن المسلحون هجوماً على كركوك.", "كركوك"),
    .init("انتشر حرس الحدود على الحدود مع سوريا.", "سوريا"),
    .init("قال علي محمد إن قريته هادئة.", ""),
    .init("عاد الهدوء إلى هيت وراوة وعنه.", "هيت | راوة | عنه"),
    .init("اعتقل متهم في منطقة الشعب شرقي بغداد.", "الشعب | بغداد"),
    .init("قال إن الشعب يريد الخدمات.", ""),
    .init("أحرز المنتخب النصر في آخر دقيقة.", ""),
    .init("اندلع حريق في قضاء المدينة شمالي البصرة.", "المدينة | البصرة"),
    .init("نصبت سيطرة في ناحية الوجيهية.", "الوجيهية"),
    .init("طالب أهالي كفري بالماء.", "كفري"),
    .init("خلف الانفجار في داقوق أضراراً مادية.", "داقوق"),
    .init("أغلقت المدارس يوم الجمعة في كركوك.", "كركوك"),
    .init("اختلط البدو والحضر في سوق الماشية.", ""),
    .init("هاجم مسلحون نقطة في قضاء الحضر.", "الحضر"),
    .init("قال إن الوضع القائم لا يبشر بخير.", ""),
    .init("انفجرت عبوة في مدينة القائم.", "القائم"),
    .init("أقسم بالله العظيم أن يقول الحق.", ""),
    .init("تلا آيات من القرآن العظيم.", ""),
    .init("نزحت عائلات من ناحية العظيم.", "العظيم"),
    .init("كان للعشائر الدور الأبرز في المصالحة.", ""),
    .init("انفجرت عبوة في قضاء الدور.", "الدور"),
    .init("دعا الخطيب إلى السلام والعدل والحرية.", ""),
    .init("اغتال مجهولون محامياً في حي السلام ببغداد.", "حي السلام | بغداد"),
    .init("طالب المحتجون بالكرامة والخبز.", ""),
    .init("سقطت قذيفة في ناحية الكرمة شرقي الفلوجة.", "الكرمة | الفلوجة"),
    .init("اقتحمت القوة منزلاً في قضاء بلد.", "بلد"),
    .init("يعيش في بلد يعاني الفقر.", ""),
    .init("سئل عنه فلم يجب.", ""),
    .init("عاد النازحون إلى قضاء عنه غربي الأنبار.", "عنه | الأنبار"),
    .init("انفجرت عبوة في هيت غربي الأنبار.", "هيت | الأنبار"),
    .init("داهمت القوة ناحية الرشاد جنوب غربي كركوك.", "الرشاد | كركوك"),
    .init("قرأ الخبر في المنطقة.", "المنطقة"),
    .init("ساءت أوضاع البلد الاقتصادية.", "البلد"),
    .init("سيطرت القوات على ناحية الزاب.", "الزاب"),
    .init("اعتقل متهم في ناحية العباسي.", "العباسي"),
    .init("غرق صبي في نهر ديالى.", "نهر ديالى"),
    .init("وصل الوفد إلى الرياض.", "الرياض"),
    .init("عرض في المسرح عمل جديد بعنوان بابل.", ""),
    .init("وأدى دور البطولة الفنان صالح.", ""),
    .init("غلب اللون الرمادي على لوحات المعرض.", ""),
    .init("يعد الموصل الكهربائي من أهم أجزاء المحركات.", ""),
    .init("صعد سهم شركة بغداد للمشروبات الغازية.", "بغداد=organisation"),
    .init("شهدت الكوت أمطارا غزيرة.", "الكوت"),
    .init("ارتفعت أسعار الكوت الإيراني في الأسواق.", "الإيراني=nisba"),
    .init("هاجمت جماعة بوكو حرام حي السلام بعد الظهر.", "السلام"),
    .init("تواصل القصف على أحياء المدينة.", "المدينة"),
    .init("أقيم المعرض في سلسلة بشرية طويلة.", ""),
    .init("سمع دوي إطلاق نار قرب القصر الرئاسي.", ""),
  ]

  @Test(arguments: clitics) func `proclitics and letters that only look like them`(
    _ example: MentionCase
  ) {
    #expect(Recognition.written(example.text) == example.mentions)
  }

  static let clitics: [MentionCase] = [
    .init("انفجرت عبوة بالموصل.", "الموصل"),
    .init("عاد النازحون للموصل.", "موصل"),
    .init("قتل جندي بكركوك.", "كركوك"),
    .init("أرسلت تعزيزات لهيت ولراوة.", "هيت | راوة"),
    .init("قطعت الطرق في كركوك وبعقوبة.", "كركوك | بعقوبة"),
    .init("هطلت الأمطار في واسط وبابل.", "واسط | بابل"),
    .init("انتشرت القوات في كلار وكفري.", "كلار | كفري"),
    .init("أغلقت المحال في بيجي وبلدروز.", "بيجي | بلدروز"),
    .init("نقل الجرحى من سامراء وسنجار.", "سامراء | سنجار"),
    .init("وصلت القوة إلى الفلوجة فالرمادي.", "الفلوجة | الرمادي"),
    .init("اشتبكت القوات معهم في جلولا.", "جلولا"),
    .init("شهدت الانبار هدوءاً.", "الانبار"),
    .init("أُغلقتْ مداخلُ كَرْكُوك.", "كَرْكُوك"),
  ]

  @Test(arguments: phrases) func `lists, containers, longest names and unknown villages`(
    _ example: MentionCase
  ) {
    #expect(Recognition.written(example.text) == example.mentions)
  }

  static let phrases: [MentionCase] = [
    .init("سارت الدورية على سفوح جبال حمرين.", "جبال حمرين"),
    .init("نفذت عمليات دهم في قضاءي داقوق والدبس.", "داقوق | الدبس"),
    .init("تقع القرى بين خانقين وجلولاء وقره تبه.", "خانقين | جلولاء | قره تبه"),
    .init("سقطت قذيفة قرب مطار بغداد الدولي.", "مطار بغداد الدولي"),
    .init("هبطت الطائرة في مطار كركوك الدولي.", "مطار كركوك الدولي"),
    .init("اندلع حريق في جبل سنجار.", "جبل سنجار"),
    .init("انخفضت مناسيب بحيرة حمرين.", "بحيرة حمرين"),
    .init("هاجم مسلحون قرية البو دهام التابعة لقضاء الحويجة.", "البو دهام | الحويجة"),
    .init("احترق بستان في قرية الهارونية بقضاء المقدادية.", "الهارونية | المقدادية"),
    .init("توجه الوفد إلى ناحية جلولاء بمحافظة ديالى.", "جلولاء | ديالى"),
    .init("أغلق معبر إبراهيم الخليل.", "معبر إبراهيم الخليل"),
    .init("قدم الطلبة امتحاناتهم وسط أجواء هادئة.", ""),
    .init("ارتفع سعر صرف الدولار في الأسواق المحلية.", ""),
    .init("صوت البرلمان على الموازنة بعد نقاش طويل.", ""),
  ]

  @Test func `a list and its members`() {
    let text = Recognition.normalize("انتشرت القوات في كلار وكفري وداقوق.")
    let mentions = Recognition.mentions(in: text)
    #expect(mentions.count == 3)
    #expect(mentions.allSatisfy { $0.list != nil && $0.list == mentions[0].list })
    #expect(mentions.allSatisfy { $0.containers.isEmpty })
  }

  @Test(arguments: [
    "احترق بستان في قرية الهارونية التابعة لقضاء المقدادية في محافظة ديالى.",
    "احترق بستان في قرية الهارونية بقضاء المقدادية، ضمن محافظة ديالى.",
  ])
  func `a chain of containers`(_ source: String) {
    let mentions = Recognition.mentions(in: Recognition.normalize(source))
    #expect(mentions.map(\.containers) == [[1, 2], [2], []])
  }

  @Test func `a type word says the level`() {
    let text = Recognition.normalize(
      "في محافظة كركوك، وفي قضاء داقوق، وفي ناحية ليلان، وفي قرية بشير.")
    #expect(Recognition.mentions(in: text).map(\.typeHint) == ["adm1", "adm2", "adm3", "village"])
  }

  @Test func `an unknown village is said to be unknown`() {
    let text = Recognition.normalize("هاجم مسلحون قرية البو دهام شمالي تكريت.")
    let mentions = Recognition.mentions(in: text)
    #expect(mentions.first?.names.isEmpty == true)
    #expect(mentions.first?.flags == ["unknown_place"])
  }

  @Test(arguments: [
    "انفجرت عبوة في داقوق. وأغلقت القوات المدينة.",
    "انفجرت عبوة في داقوق، فيما طوقت الشرطة المدينة.",
  ])
  func `a definite phrase stands for the place before it`(_ source: String) {
    let mentions = Recognition.mentions(in: Recognition.normalize(source))
    #expect(mentions.count == 2)
    #expect(mentions.last?.antecedents == [0])
  }

  @Test func `spans slice to their words and never overlap`() {
    for example in ArabicRoleTests.persons + Self.words + Self.clitics + Self.phrases {
      let text = Recognition.normalize(example.text)
      let mentions = Recognition.mentions(in: text)
      for (first, second) in zip(mentions, mentions.dropFirst()) {
        #expect(first.span.end <= second.span.start)
      }
    }
  }

  @Test func `two runs are equal`() {
    for example in Self.words + Self.phrases {
      let text = Recognition.normalize(example.text)
      #expect(Recognition.mentions(in: text) == Recognition.mentions(in: text))
    }
  }
}
