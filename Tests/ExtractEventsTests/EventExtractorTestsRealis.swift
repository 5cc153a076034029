/// Sentences whose act did not happen, is not one act, or is only talked about.
enum EventExtractorTestsRealis {
  static let statements: [StatementCase] = [
    .init("لم تتعرض مدينة داقوق إلى أي هجوم أمس الأربعاء.", "هجوم", "negated"),
    .init("وكان داعش قد سيطر على المدينة قبل سنوات.", "سيطر", "historical/aggregate"),
    .init("هیچ هێرشێک لە داقوق نەکرا.", "هێرشێک", "negated"),
    .init("The governor urged residents to stay calm.", "urged", "reported_speech"),
    .init("كادت العبوة أن تنفجر على الدورية في داقوق أمس.", "تنفجر", "hypothetical/foiled/negated"),
    .init("لا صحة لأنباء قصف قضاء زاخو أمس.", "قصف", "negated"),
    .init("لن تنسحب القوات من قضاء مخمور.", "تنسحب", "negated"),
    .init("كان يمكن أن يقع هجوم على كركوك.", "هجوم", "hypothetical"),
    .init("خشية تعرض كركوك لهجوم، شددت القوات إجراءاتها.", "هجوم", "hypothetical"),
    .init("Police denied reports of clashes in Daquq on Wednesday.", "clashes", "negated"),
    .init("Soldiers have not withdrawn from Makhmur.", "withdrawn", "negated"),
    // negated
    .init("نفت قيادة الشرطة وقوع انفجار في كركوك أمس الأربعاء.", "انفجار", "negated"),
    .init("فند مصدر أمني أنباء اختطاف مدنيين في خانقين.", "اختطاف", "negated"),
    .init("أكد المحافظ عدم وقوع أي اشتباك في كفري.", "اشتباك", "negated"),
    .init(
      "The ministry denied that gunmen had attacked Daquq on Wednesday.", "attacked", "negated"),
    .init("There was no attack in Kirkuk on Wednesday, police said.", "attack", "negated"),
    .init("وەزارەت ڕەتی کردەوە تەقینەوە لە کەرکووک ڕوویدابێت.", "تەقینەوە", "negated"),
    // told of the past
    .init(
      "A mass grave holding the remains of 70 people killed by ISIS was uncovered in Daquq on Wednesday.",
      "killed", "historical"),
    // planned
    .init(
      "من المقرر أن تنطلق عملية عسكرية في حوض العظيم الأسبوع المقبل.", "عملية عسكرية",
      "planned/hypothetical"),
    .init(
      "ستنسحب القوات الأميركية من قاعدة القيارة الشهر المقبل.", "ستنسحب", "planned/hypothetical"),
    .init(
      "يعتزم معلمون التظاهر في السليمانية يوم الأحد المقبل.", "التظاهر", "planned/hypothetical"),
    .init(
      "Teachers plan to protest in Sulaymaniyah next Sunday.", "protest", "planned/hypothetical"),
    .init("Troops will withdraw from Makhmur next week.", "withdraw", "planned/hypothetical"),
    // hypothetical
    .init("حذر نائب من هجمات محتملة لداعش على كركوك.", "هجمات", "hypothetical/generic"),
    .init("لو انسحب الجيش من مخمور لسيطر داعش عليها.", "انسحب", "hypothetical"),
    .init("هدد فصيل مسلح باستهداف السفارة الأميركية في بغداد.", "استهداف", "hypothetical/planned"),
    .init("تدرب المسلحون لتنفيذ هجمات في ديالى.", "هجمات", "hypothetical/generic"),
    .init("Militants could attack Kirkuk if the army leaves.", "attack", "hypothetical"),
    .init("The MP warned of a possible attack on Daquq.", "attack", "hypothetical"),
    // foiled
    .init(
      "أحبطت الشرطة هجوماً لداعش على نقطة تفتيش في المقدادية أمس الأربعاء.", "هجوم",
      "foiled/negated/hypothetical", events: 1),
    .init(
      "Police foiled a suicide attack in Baqubah on Wednesday.", "attack",
      "foiled/negated/hypothetical", events: 1),
    // generic
    .init("تتزايد وتيرة الهجمات في حوض حمرين.", "الهجمات", "generic/aggregate"),
    .init("Attacks on farmers are increasing in Diyala.", "Attacks", "generic/aggregate"),
    // aggregate
    .init("شهدت ديالى 30 هجوماً خلال الأشهر الستة الماضية.", "هجوم", "aggregate/generic"),
    .init("قتل عشرات المدنيين في المحافظة منذ عام 2014.", "قتل", "aggregate/generic/historical"),
    .init(
      "Islamic State has carried out dozens of attacks in Diyala since 2017.", "attacks",
      "aggregate/generic"),
    // historical
    .init("يذكر أن المدينة تعرضت لهجوم في وقت سابق.", "هجوم", "historical"),
    .init("The town had been seized by Islamic State years ago.", "seized", "historical/aggregate"),
    // speech
    .init("دعا محافظ كركوك إلى التهدئة.", "دعا", "reported_speech"),
    .init("طالب النائب بفتح تحقيق في الحادث.", "طالب", "reported_speech"),
  ]
}
