/// Acts of force and protests as newspapers of other countries tell them; published on Thursday 2021-03-11.
enum EventExtractorTestsAbroad {
  static let arabic: [EventCase] = [
    // Fights and ground that changes hands, in towns that no gazetteer of Iraq has.
    .init("اقتتل فصيلان مسلحان في مدينة حدودية طوال الليل.", "Armed clash"),
    .init(
      "احتلت حركة الشباب بلدة ساحلية بعد أن فرت منها القوات الحكومية.",
      "Non-state actor overtakes territory"),
    .init("استعاد الجيش السوري بلدة حدودية بعد طرد المسلحين منها.", "Government regains territory"),
    .init(
      "سقطت مدينة النهر في أيدي المتمردين بعد انسحاب الجيش.", "Non-state actor overtakes territory"),
    .init("اندلع نزاع مسلح بين قبيلتين وأودى بحياة 34 شخصا.", "Armed clash; killed=34"),
    // A verb that leaves the act to the noun behind it.
    .init("تعرضت قافلة إغاثة لكمين شرق البلاد.", "Attack"),
    .init("تعرضت البلدة لقصف عنيف.", "Shelling/artillery/missile attack"),
    // An armed doer makes a word of harm an attack.
    .init("قتلت قوات الاحتلال شابا على حاجز.", "Attack"),
    .init("نحر مسلحون أحد عشر عاملا.", "Attack"),
    .init("انهال عناصر الأمن بالضرب على مراسل.", "Attack"),
    .init("دهس مستوطن فلسطينيا بمركبته.", "Attack"),
    .init("اعتدى حشد غاضب بالضرب على رجل حتى الموت.", "Mob violence"),
    .init("أعمال شغب طائفية في ولاية هندية توقع عشرين قتيلا.", "Mob violence; killed=20"),
    // What crowds say, carry, fill and block.
    .init("طالب متظاهرون في عدن بتوفير الكهرباء.", "Peaceful protest"),
    .init("رفع المشاركون في الوقفة لافتات تطالب بإلغاء الاتفاقية.", "Peaceful protest"),
    .init("غصت الساحات بالمحتجين مجددا.", "Peaceful protest"),
    .init("مزارعون يسدون الطرق بالجرارات.", "Peaceful protest"),
    .init("أقدم شبان على غلق الطريق مطالبين بالتشغيل.", "Peaceful protest"),
    .init("أوقف عمال المناجم العمل احتجاجا على تدني الأجور.", "Peaceful protest"),
    .init("احتجاجات في فرنسا ضد القانون الجديد.", "Peaceful protest"),
    // Those who only look on do not intervene.
    .init("تظاهر المئات في الرباط ولم تتدخل الشرطة.", "Peaceful protest"),
    .init("تظاهر المئات في الرباط وسط انتشار كثيف لقوات الأمن.", "Peaceful protest"),
    .init("تظاهر المئات في الرباط وفرقتهم الشرطة بعد ساعة.", "Protest with intervention"),
    .init(
      "أطلقت الشرطة غازا مسيلا للدموع على مشاركين في مسيرة في بغداد.", "Protest with intervention"),
    .init("أشعل حشد غاضب النار في رجل اتهم بالسرقة في لاغوس.", "Mob violence"),
    .init("اندلع شجار بالعصي بين مشجعي فريقين في القاهرة.", "Mob violence"),
    .init("رشقة صاروخية من غزة باتجاه عسقلان.", "Shelling/artillery/missile attack"),
    .init("هاجم رعاة مسلحون قرى للمزارعين في بلاتو وقتلوا عشرة.", "Attack; killed=10"),
    .init("هجوم قتل فيه ضابط وعشرة جنود في سيناء.", "Armed clash; killed=11"),
    .init(
      "أعلنت قوات الدعم السريع استيلاءها على مدينة الفاشر.", "Non-state actor overtakes territory"),
    // What a crowd speaks of is elsewhere, and the adjective of a place is no party.
    .init(
      "تظاهر الآلاف في بيروت احتجاجا على الحصار المفروض على غزة.",
      "Peaceful protest; place=lb-beirut"),
    .init(
      "احتشد محتجون أمام القنصلية في البصرة تنديدا بقصف دهوك.",
      "Peaceful protest; place=iq-basra"),
    .init(
      "قتل ثلاثة مدنيين بانفجار قرب الجامعة اللبنانية.",
      "Remote explosive/landmine/IED; killed=3; actor1=-"),
    .init(
      "قتل ثلاثة مدنيين بهجوم مسلح في العاصمة العراقية.",
      "Attack; killed=3; actor1=UNKNOWN_GUNMEN; place=iq-baghdad"),
  ]

  /// Figures of speech, accidents, plans, memories.
  static let nothing: [String] = [
    "انفجرت أسطوانة غاز في مطعم بالمدينة وأصيب ثلاثة من العاملين.",
    "لقي تلميذ مصرعه إثر سقوط جدار مدرسة.",
    "استعاد اللاعب عرشه في باريس بعد معركة من خمس مجموعات.",
    "انتزع مرشح اليمين مدينة ليون في الجولة الثانية من الانتخابات.",
    "شن الكاتب هجوما عنيفا على وزير الثقافة.",
    "الجيش يحتل المركز الثاني في الدوري العسكري.",
    "يستعيد معرض في رام الله حكاية مجزرة دير ياسين بريشة رسام.",
    "أمطر لاعبو الزوراء مرمى الجوية بالقذائف في المباراة.",
    "هجوم كاسح شنه نائب على وزير الكهرباء تحت قبة البرلمان.",
    "لم يعثر خبراء المتفجرات على شيء داخل الحقيبة.",
    "خطاب ألقاه القائد أمام قوات الجيش في بغداد.",
    "المسلحون فقدوا القدرة على شن هجمات كبيرة.",
    "عاد عشرات النازحين إلى قراهم بعد سنوات من تحريرها من داعش.",
    "قاطع رئيس الكتلة الجلسة احتجاجا على الموازنة.",
    "يضمن الدستور الجديد حق التظاهر السلمي والإضراب.",
    "لقي القرار رفضا واسعا من طلاب الجامعات.",
    "خرج الآلاف إلى الشوارع احتفالا بالفوز.",
    "ارتدى آلاف المشجعين قمصانا بيضاء تضامنا مع اللاعب المصاب.",
    "نقابة الصيادلة تدرس الإضراب إذا لم تستجب الوزارة.",
  ]
}
