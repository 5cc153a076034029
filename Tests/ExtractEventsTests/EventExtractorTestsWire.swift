/// Sentences of agencies about any country, and what they tell besides events; published on Thursday 2021-03-11.
enum EventExtractorTestsWire {
  static let arabic: [EventCase] = [
    // A bound behind the harm noun.
    .init(
      "فجر انتحاري نفسه وسط حشد في كابول ما ادى الى سقوط عشرين قتيلا على الاقل.",
      "Suicide bomb; killed=20+"),
    // People told by their nationality alone.
    .init(
      "قال متحدث إن فلسطينيين قتلا في هجوم مسلح في بغداد، أمس الأربعاء.", "Attack; killed=2"),
    .init(
      "استشهدت فلسطينية بقصف مدفعي في بغداد، أمس الأربعاء.",
      "Shelling/artillery/missile attack; killed=1"),
    // Soldiers of another country are its own.
    .init(
      "هاجم مسلحون قافلة للجيش الهندي، أمس الأربعاء، وقتلوا ثلاثة جنود.",
      "Armed clash; actor2=IND_MIL; killed=3"),
    // One of those who were fired at.
    .init(
      "أطلق مسلحون النار على سيارة يستقلها أربعة شبان في الموصل فقتل أحدهم، أمس الأربعاء.",
      "Attack; killed=1"),
    // Who raided is told beside: the killing is the news.
    .init(
      "قتل ثلاثة قرويين على أيدي مسلحين الذين داهموا قريتهم قرب الحويجة.", "Attack; killed=3"),
    // Live fire that wounds a crowd.
    .init(
      "إصابة أربعة متظاهرين برصاص قوات الأمن في الناصرية، أمس الأربعاء.",
      "Excessive force against protesters; injured=4"),
    .init(
      "جرح أربعة متظاهرين برصاص قناصة في الناصرية، أمس الأربعاء.",
      "Excessive force against protesters; injured=4"),
    // Stones against gas.
    .init(
      "رشق متظاهرون قوات مكافحة الشغب بالحجارة قرب جسر السنك فردت بالقنابل الدخانية.",
      "Violent demonstration"),
    // A finite verb of happening before the plural.
    .init("شهدت مدينة السليمانية تظاهرات لموظفي الدوائر.", "Peaceful protest"),
    .init("أحرق متظاهرون العلم الأمريكي أمام السفارة في بغداد.", "Peaceful protest"),
    // The finer of two dates.
    .init(
      "قتل مسلحون ثلاثة مدنيين في جلولاء قبل أسبوعين، في 24 من شباط.",
      "Attack; killed=3; date=2021-02-24"),
    // Nobody says who they were.
    .init(
      "ارتفعت حصيلة تفجير سوق المقدادية إلى ١٢ قتيلاً و٢٥ جريحاً.",
      "Remote explosive/landmine/IED; killed=12; injured=25; actor2=-"),
    // An aircraft without a pilot denies no harm.
    .init(
      "استهدفت طائرة أمريكية بدون طيار منزلا في بغداد، أمس الأربعاء، فقتلت تسعة أشخاص.",
      "Air/drone strike; killed=9; actor1=USA_MIL; actor2=-"),
    .init(
      "الخميس قبل الماضي هاجم مسلحون نقطة تفتيش في بلد.", "Armed clash; date=2021-02-25"),
    // The one behind the preposition was fired at; where he works is no side.
    .init(
      "أطلق مسلحون النار على موظف في وزارة النفط في البصرة فأردوه قتيلا.",
      "Attack; killed=1; actor1=UNKNOWN_GUNMEN; actor2=CIV_OFFICIAL"),
    // The town, not the government.
    .init(
      "طعن رجل 12 شخصا بسكين في مدرسة بمدينة بكين، أمس الأربعاء.", "Attack"),
    // A crowd that the words name by what it is.
    .init("وقف بحارة أمام الميناء في البصرة مطالبين بصرف رواتبهم.", "Peaceful protest"),
    // An accident that a crowd is angry about.
    .init("خرج آلاف الصرب إلى الشوارع في بلغراد بعد انهيار سقف محطة.", "Peaceful protest"),
    // What became of a protest, told behind it.
    .init(
      "تظاهر المئات في البصرة، أمس الأربعاء. وتطورت التظاهرة إلى صدام مع قوات مكافحة الشغب.",
      "Violent demonstration"),
    // The singular alone counts one.
    .init(
      "أسفر الهجوم المسلح في بغداد، أمس الأربعاء، عن سقوط قتيل وجريحين.",
      "Attack; killed=1; injured=2"),
    // One of the wounded who died later.
    .init(
      "أصيب ثلاثة مدنيين في انفجار عبوة ناسفة في كركوك، أمس الأربعاء. وتوفي أحد الجرحى في المستشفى.",
      "Remote explosive/landmine/IED; killed=1; injured=2"),
    // A toll without its noun.
    .init(
      "هاجم مسلحون سوقا في ديالى، أمس الأربعاء، فقتلوا ستة. ووصل العدد لاحقا إلى 12.",
      "Attack; killed=12"),
    // The number before what it counts.
    .init(
      "ارتفع إلى خمسة عدد قتلى الانفجار في كركوك.",
      "Remote explosive/landmine/IED; killed=5"),
    // A fight that an agreement ended.
    .init(
      "توصلت عشيرتان في الرفاعي إلى صلح، أمس الأربعاء، بعد نزاع مسلح أوقع ستة قتلى.",
      "Agreement"),
    // A raid and the fight that followed it.
    .init(
      "داهمت قوة من الجيش مخبأ لداعش في كركوك، أمس الأربعاء. وقتل ثمانية مسلحين في تبادل لإطلاق النار أعقب المداهمة.",
      "Armed clash; killed=8; actor1=IRQ_ARMY; actor2=ISIS; date=2021-03-10"),
    // A verb whose second part stands behind its doer.
    .init(
      "قضت القوات العراقية على أربعة مسلحين في كركوك، أمس الأربعاء.",
      "Armed clash; killed=4"),
    // A plural with its owner and its number.
    .init(
      "مقتل امرأة وأطفالها الأربعة بقصف مدفعي في العظيم، أمس الأربعاء.",
      "Shelling/artillery/missile attack; killed=5"),
    // Somebody's life is taken.
    .init(
      "أطلق مسلحون النار على ثلاثة رعاة في داقوق ما أودى بحياتهم، أمس الأربعاء.",
      "Attack; killed=3"),
    // One of two shells did it.
    .init(
      "سقطت قذيفتان على حي في داقوق فقتلت إحداهما طفلا، أمس الأربعاء.",
      "Shelling/artillery/missile attack; killed=1"),
    // Who stands behind `and` is not quoted.
    .init(
      "قتل مسؤول وسائقه بهجوم مسلح في كركوك، أمس الأربعاء.",
      "Attack; killed=2"),
    // `during` is no number.
    .init(
      "قتل ضابط أثناء خروجه من منزله برصاص مسلحين في كركوك، أمس الأربعاء.",
      "Armed clash; killed=1"),
    // Two shepherds, in the construct.
    .init(
      "قضى راعيا أغنام بانفجار لغم في الحضر، أمس الأربعاء.",
      "Remote explosive/landmine/IED; killed=2"),
    // Who was killed on the spot was named before.
    .init(
      "سقط صاروخ على مزارع في داقوق فقتل على الفور، أمس الأربعاء.",
      "Shelling/artillery/missile attack; killed=1"),
    // The wounded who died are in the toll.
    .init(
      "قتل ستة أشخاص في تفجير ببعقوبة، أمس الأربعاء. وارتفع عدد القتلى إلى تسعة بعد وفاة ثلاثة من الجرحى.",
      "Remote explosive/landmine/IED; killed=9"),
    // Tuesday is no three.
    .init(
      "ارتفعت حصيلة الاشتباكات بين عشيرتين في العمارة يومي الاثنين والثلاثاء إلى 55 قتيلا و146 جريحا.",
      "Armed clash; killed=55; injured=146"),
    // Damage to things alone.
    .init(
      "ألقى مجهولون رمانة يدوية على دار في الناصرية، أمس الأربعاء، واقتصرت الأضرار على الماديات.",
      "Grenade; killed=0; injured=0"),
    // After midnight it is the second day.
    .init(
      "قتل شاب برصاص مجهولين في الناصرية بعد منتصف ليل السبت/الأحد.",
      "Attack; killed=1; date=2021-03-07"),
    // A day and a month behind the word for the date.
    .init(
      "انفجرت عبوة ناسفة في بعقوبة بتاريخ 5-3 وأصيب جندي.",
      "Remote explosive/landmine/IED; injured=1; date=2021-03-05"),
    // The place of a dateline is not that of the blast.
    .init(
      "بغداد - قتل جنديان إثر تفجير عبوة ناسفة بمدرعة جنوب بعقوبة، أمس الأربعاء.",
      "Remote explosive/landmine/IED; killed=2; place=iq-baqubah; relation=bearing"),
    // What the gas was meant for makes it no plan.
    .init(
      "تجمع آلاف المحتجين في بغداد، أمس الأربعاء، وأطلقت الشرطة الغاز المسيل للدموع لمنعهم من بلوغ الجسر.",
      "Protest with intervention"),
    // A protest at a trial.
    .init(
      "نفذ صحفيون وقفة أمام مقر نقابتهم في بغداد، أمس الأربعاء، رفضا لمحاكمة زملائهم.",
      "Peaceful protest"),
    // Bombs from the air.
    .init(
      "ألقت طائرة مجهولة قنابل على نقطة للحشد في القائم، أمس الأربعاء.",
      "Air/drone strike"),
    // A building that falls by a strike.
    .init(
      "انهار مبنى في القائم جراء غارة أمريكية ما أدى إلى مقتل سبعة أشخاص، أمس الأربعاء.",
      "Air/drone strike; killed=7"),
    // A crowd of a nationality.
    .init(
      "تجمع نحو ثلاثة آلاف عراقي أمام السفارة في بغداد، أمس الأربعاء.",
      "Peaceful protest"),
    // Burning tires.
    .init(
      "أشعل شبان غاضبون الإطارات وسط الناصرية، أمس الأربعاء.",
      "Violent demonstration"),
  ]

  static let others: [EventCase] = [
    .init(
      "The army said on Wednesday it had killed six militants in Mosul.",
      "Armed clash; killed=6; actor1=IRQ_ARMY"),
    .init(
      "Two roadside bombs exploded in Daquq on Wednesday. No injuries were reported.",
      "Remote explosive/landmine/IED; killed=0; injured=0"),
    .init(
      "Demonstrators in Nasiriyah threw stones at police on Wednesday; police fired tear gas.",
      "Violent demonstration"),
    .init(
      "Two Islamic State members wearing suicide vests were killed by the army in Mosul on Wednesday.",
      "Armed clash; killed=2; actor1=IRQ_ARMY; actor2=ISIS"),
    .init(
      "On Wednesday, an IED destroyed three electricity pylons near Kirkuk.",
      "Remote explosive/landmine/IED"),
    .init(
      "A protester was shot dead by unidentified gunmen in Baghdad on Wednesday.",
      "Attack; killed=1; actor1=UNKNOWN_GUNMEN"),
    .init(
      "Militants attacked the wells of the Khabbaz field in Kirkuk province using IEDs on Wednesday.",
      "Remote explosive/landmine/IED"),
    .init(
      "Gunmen kidnapped seven men near Daquq on Wednesday. Their bodies were later found.",
      "Abduction/forced disappearance"),
    .init(
      "دوێنێ لە هێرشێکی داعشدا لە داقوق دە هاووڵاتی و پێشمەرگە کوژران.", "Attack; killed=10"),
    .init(
      "دوێنێ لە نێوان هێزێکی سوپا و چەکدارانی داعش لە داقوق پێکدادان ڕوویدا و چوار چەکدار کوژران.",
      "Armed clash; killed=4"),
    .init(
      "دوێنێ لە شەڕێکدا پێنج چەکداری داعش لە داقوق کوژران.", "Armed clash; killed=5"),
    .init(
      "دوێنێ فڕۆکەیەکی بێفڕۆکەوانی سوپای تورکیا لە سیدەکان ئۆتۆمبێلێکی کردە ئامانج.",
      "Air/drone strike; actor1=TUR_MIL"),
  ]

  /// Figures of speech, references, tolls of months, words of states.
  static let nothing: [String] = [
    "وافقت الداخلية على طلب تنظيم مسيرة مؤيدة لفلسطين.",
    "ألغت النقابة وقفة كانت مقررة أمام الوزارة.",
    "احتجت سوريا لدى الأمم المتحدة على الغارة الإسرائيلية.",
    "اعتبر محلل أن الضربات الجوية وحدها لا تكفي لهزيمة التنظيم.",
    "تتواصل حرب أسعار طاحنة بين شركات الاتصالات في بغداد.",
    "وزعت منظمة دولية مساعدات على النازحين من معارك الموصل.",
    "انهار مبنى قديم في الموصل ما أدى إلى مقتل سبعة أشخاص.",
    "تدرب عناصر الدفاع المدني على إخلاء جرحى هجوم افتراضي بسيارة مفخخة في بغداد.",
    "أعلنت البلدية قطع الشارع لأعمال الصيانة في الكرادة.",
    "شيع المئات جثمان الشاب في النجف، أمس الأربعاء.",
    "The group, which has killed thousands of people, still has cells in Diyala.",
    "Violence killed at least 76 people in Iraq last month, according to the UN mission.",
    "The opposition launched a scathing attack on the budget on Wednesday.",
    "شەڕی نرخەکان لە بازاڕەکانی سلێمانی توند بووە.",
  ]
}
