/// Sentences with the long subordinate clauses of Arabic agencies, and Sorani ones like them; published on Thursday
/// 2021-03-11.
enum EventExtractorTestsNewswire {
  static let cases: [EventCase] = [
    // Folded, "and they looted" is a Sorani "was not".
    .init(
      "اقتحم عناصر من قوات الدعم السريع قرية قرب الخرطوم واعتدوا بالضرب على سكانها ونهبوا محالها.",
      "Attack; actor1=SDN_RSF; actor2=CIVILIANS"),
    // Whose the drone is thought to be says nothing of whether it struck.
    .init(
      "استهدفت طائرة مسيرة يرجح أنها تابعة للتحالف الدولي دراجة نارية قرب سرمدا، أمس الأربعاء.",
      "Air/drone strike"),
    // Who the gunmen are thought to be is who they are.
    .init(
      "أطلق مسلحون يعتقد أنهم من داعش النار على خمسة عمال قرب الرطبة، أمس الأربعاء.",
      "Attack; actor1=ISIS; actor2=CIV_WORKERS"),
    // A burial tells the killing where it says when that was.
    .init(
      "شيع أهالي قرية قرب القامشلي جثامين ثلاثة من أبنائها قتلوا فجر اليوم بنيران مسيرة تركية.",
      "Air/drone strike; killed=3; date=2021-03-11; realis=asserted"),
    // Death of wounds is the news, and what gave them its cause.
    .init(
      "توفي متأثرا بجراحه في إسطنبول قائد ميداني كان قد أصيب بانفجار عبوة ناسفة في مدينة الباب.",
      "Remote explosive/landmine/IED"),
    // Machine guns beside rockets: two sides fight.
    .init(
      "تعرض رتل للجيش النيجري إلى هجوم عنيف بالأسلحة الرشاشة والقذائف الصاروخية قرب تكريت.",
      "Armed clash"),
    // Bystanders blow nobody up.
    .init(
      "فجر انتحاري يرتدي حزاما ناسفا نفسه وسط تجمع لطلبة المدارس الدينية في كابل، أمس الأربعاء.",
      "Suicide bomb; actor1=UNKNOWN_ARMED; actor2=CIV_STUDENTS"),
    // A rank is no end of the list.
    .init(
      "قتل ضابط برتبة عقيد وثلاثة من مرافقيه في كمين شمالي تكريت، أمس الأربعاء.",
      "Armed clash; killed=4"),
    // The means is a word that no lexicon need know.
    .init(
      "قتل ثلاثة عمال وأصيب الرابع بشظايا في انفجار عبوة قرب تكريت، أمس الأربعاء.",
      "Remote explosive/landmine/IED; killed=3; injured=1"),
    .init(
      "أقدم متظاهرون في الناصرية على اقتحام مقر المجلس المحلي وتحطيم محتوياته.",
      "Violent demonstration; actor1=RIOTERS"),
    .init(
      "قطع محتجون طريق المطار في بغداد بالإطارات المشتعلة تنديدا بانقطاع الكهرباء.",
      "Violent demonstration"),
    // A call, and what came of it.
    .init(
      "دعا خطباء إلى النفير فخرج آلاف المصلين في مسيرة حاشدة وسط عمان.", "Peaceful protest"),
    // An anniversary is what they took to the streets for.
    .init(
      "تظاهر الآلاف وسط بغداد أمس الأربعاء إحياء للذكرى الثالثة لاحتجاجات تشرين.",
      "Peaceful protest; date=2021-03-10"),
    // So is the trial that they call for.
    .init("خرجت نساء المكلا في وقفة تطالب بمحاكمة قاتل طفلة.", "Peaceful protest"),
    .init("سقط شاب قتيلا برصاص مسلحين في بغداد، أمس الأربعاء.", "Attack; killed=1"),
    // Whoever speaks stands before the verb in Sorani.
    .init(
      "سەرچاوەیەک ڕاگەیاند کە داعش هێرشی کردە سەر سەنگەرێکی پێشمەرگە لە داقوق.",
      "Armed clash; actor1=ISIS; actor2=KRG_PESHMERGA"),
    // From whom it was taken.
    .init(
      "هێزە عێراقییەکان ناوەندی قەزای حەویجەیان لە داعش کۆنترۆڵ کردەوە.",
      "Government regains territory; actor1=IRQ_FORCES; actor2=ISIS"),
    .init(
      "لە شەڕێکی عەشایەریدا لە بەسرە دوو کەس کوژران.",
      "Armed clash; actor1=TRIBE; actor2=TRIBE; killed=2"),
  ]

  static let nothing: [String] = [
    // Of one who is known already.
    "شيع الآلاف جثمان النائب الذي اغتيل أول أمس.",
    "قتل شاب شقيقه بعد مشادة بينهما في قرية قرب الحلة، أمس الأربعاء.",

    "خاض الجيش العثماني في جناق قلعة واحدة من أشرس معارك الحرب العالمية الأولى.",
    "أعلنت إيران انسحابها من المفاوضات احتجاجا على تصريحات الوسيط الأوروبي.",
    "تدرس نقابة المعلمين تنظيم اعتصام مفتوح إذا لم تحول الرواتب.",
    "توقف القتال في جبهات مأرب لليوم الثالث بفضل المساعي الأممية.",
  ]
}
