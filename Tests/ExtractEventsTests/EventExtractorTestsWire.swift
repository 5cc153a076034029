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
    "The group, which has killed thousands of people, still has cells in Diyala.",
    "Violence killed at least 76 people in Iraq last month, according to the UN mission.",
    "The opposition launched a scathing attack on the budget on Wednesday.",
    "شەڕی نرخەکان لە بازاڕەکانی سلێمانی توند بووە.",
  ]
}
