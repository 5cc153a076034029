/// One sentence or more for each sub-event type, in press style; published on a Thursday.
enum EventExtractorTestsTypes {
  static let arabic: [EventCase] = [
    .init(
      "أعدم تنظيم داعش خمسة مدنيين في ناحية الرياض جنوب غربي كركوك، أمس الأربعاء.",
      "Attack; actor1=ISIS; killed=5; place=iq-adm3-riyadh"),
    .init(
      "عثرت الشرطة على جثة مجهولة الهوية في قضاء الخالص، أمس الأربعاء.",
      "Attack; killed=1; place=iq-adm2-khalis"),
    .init(
      "اندلعت اشتباكات بين قوات البيشمركة ومسلحي داعش شمال كفري، أمس الأربعاء.",
      "Armed clash; type=Battles; date=2021-03-10"),
    .init(
      "تعرضت نقطة للجيش العراقي إلى هجوم شنه عناصر داعش جنوبي داقوق مساء أمس.",
      "Armed clash; actor1=ISIS; actor2=IRQ_ARMY; place=iq-daquq"),
    .init(
      "قصف تنظيم داعش ناحية تازة خورماتو بقذائف تحمل غاز الخردل أمس الأربعاء.",
      "Chemical weapon; type=Explosions/Remote violence; actor1=ISIS"),
    .init(
      "نفذت طائرات التحالف الدولي غارة جوية على كهف لداعش في جبال حمرين فجر اليوم.",
      "Air/drone strike; actor1=COALITION; actor2=ISIS; date=2021-03-11"),
    .init(
      "فجر انتحاري يرتدي حزاماً ناسفاً نفسه وسط سوق في بغداد، أمس الأربعاء، ما أدى إلى مقتل تسعة أشخاص.",
      "Suicide bomb; killed=9; date=2021-03-10"),
    .init(
      "سقطت ثلاثة صواريخ كاتيوشا في محيط مطار بغداد الدولي مساء أمس الأربعاء.",
      "Shelling/artillery/missile attack; killed=-"),
    .init(
      "أصيب مدنيان بسقوط قذائف هاون على قرية بشير، أمس الأربعاء.",
      "Shelling/artillery/missile attack; injured=2; place=iq-bashir"),
    .init(
      "قتل راعي غنم بانفجار لغم أرضي من مخلفات داعش في مندلي، أمس الأربعاء.",
      "Remote explosive/landmine/IED; killed=1; place=iq-mandali"),
    .init(
      "تظاهر مئات الخريجين أمام مبنى شركة نفط الشمال في كركوك، أمس الأربعاء.",
      "Peaceful protest; type=Protests; place=iq-kirkuk"),
    .init(
      "فرقت قوات مكافحة الشغب تظاهرة للخريجين وسط الناصرية بالغاز المسيل للدموع، أمس الأربعاء.",
      "Protest with intervention; place=iq-nasiriyah"),
    .init(
      "اعتقلت الشرطة الاتحادية متهماً بالإرهاب في قضاء الحويجة، أمس الأربعاء.",
      "Arrests; actor1=IRQ_FEDPOL; place=iq-adm2-hawija"),
    .init(
      "ألقت قوات الأسايش القبض على مروج مخدرات في كلار، أمس الأربعاء.",
      "Arrests; actor1=KRG_ASAYISH; place=iq-kalar"),
    .init(
      "ضبطت قوة من الحشد الشعبي كدساً للعتاد في قضاء بيجي، أمس الأربعاء.",
      "Disrupted weapons use; actor1=IRQ_PMF; place=iq-adm2-baiji"),
    .init(
      "فككت الفرق الهندسية ثلاث عبوات ناسفة في ناحية جلولاء، أمس الأربعاء.",
      "Disrupted weapons use; killed=-"),
    .init(
      "أحرق مسلحو داعش حقول الحنطة في قرى قضاء مخمور، أمس الأربعاء.",
      "Looting/property destruction; actor1=ISIS; place=iq-adm2-makhmur"),
    .init(
      "انسحبت قوات البيشمركة من ناحية سركران، أمس الأربعاء، وتسلم الجيش مواقعها.",
      "Non-violent transfer of territory; actor1=KRG_PESHMERGA"),
    .init(
      "فرضت السلطات حظراً للتجوال في قضاء الرفاعي، أمس الأربعاء.", "Other; place=iq-adm2-rifai"),
    .init(
      "اغتصب مسلحون امرأة في قرية قرب الحويجة، أمس الأربعاء.",
      "Sexual violence; type=Violence against civilians"),
    .init(
      "اغتال مسلحون مجهولون ناشطاً مدنياً وسط العمارة، أمس الأربعاء.",
      "Attack; type=Violence against civilians; actor1=UNKNOWN_GUNMEN; targeting=true"),
    .init(
      "اختطف مسلحون مجهولون ثلاثة مزارعين جنوبي داقوق، أمس الأربعاء.",
      "Abduction/forced disappearance; actor1=UNKNOWN_GUNMEN; killed=-; place=iq-daquq"),
  ]

  static let english: [EventCase] = [
    .init(
      "Peshmerga forces clashed with Islamic State militants near Kifri on Wednesday.",
      "Armed clash; date=2021-03-10; place=iq-kifri"),
    .init(
      "Iraqi troops recaptured the town of Hawija from Islamic State on Wednesday.",
      "Government regains territory; place=iq-hawija"),
    .init(
      "Islamic State fighters seized the town of Rutba on Wednesday.",
      "Non-state actor overtakes territory; actor1=ISIS; place=iq-rutba"),
    .init(
      "Islamic State fired shells filled with mustard gas at Taza Khurmatu on Wednesday.",
      "Chemical weapon; actor1=ISIS"),
    .init(
      "A Turkish drone struck a car in Sinjar on Wednesday, killing two people.",
      "Air/drone strike; actor1=TUR_MIL; killed=2; place=iq-sinjar"),
    .init(
      "A suicide bomber blew himself up at a market in Baghdad on Wednesday, killing nine people.",
      "Suicide bomb; killed=9"),
    .init(
      "Three rockets landed near Balad on Wednesday.",
      "Shelling/artillery/missile attack; place=iq-balad"),
    .init(
      "A roadside bomb wounded two soldiers in Tarmiyah on Wednesday.",
      "Remote explosive/landmine/IED; injured=2; actor2=IRQ_ARMY"),
    .init(
      "A man threw a hand grenade at a house in Nasiriyah on Wednesday.",
      "Grenade; place=iq-nasiriyah"),
    .init(
      "Hundreds of graduates protested outside the oil company in Kirkuk on Wednesday.",
      "Peaceful protest; place=iq-kirkuk"),
    .init(
      "Riot police used tear gas to disperse protesters in Nasiriyah on Wednesday.",
      "Protest with intervention; place=iq-nasiriyah"),
    .init(
      "Security forces opened fire on protesters in Nasiriyah on Wednesday, killing three.",
      "Excessive force against protesters; killed=3"),
    .init(
      "Baghdad and Erbil signed an agreement on the administration of Sinjar on Wednesday.",
      "Agreement"),
    .init(
      "Federal police arrested three suspects in Hawija on Wednesday.",
      "Arrests; actor1=IRQ_FEDPOL; place=iq-hawija"),
    .init(
      "Army engineers defused three bombs in Jalawla on Wednesday.",
      "Disrupted weapons use; place=iq-jalawla"),
    .init(
      "The Turkish army established a new military base near Amadiya on Wednesday.",
      "Headquarters or base established; actor1=TUR_MIL"),
    .init(
      "Islamic State militants torched wheat fields in Makhmur on Wednesday.",
      "Looting/property destruction; actor1=ISIS; place=iq-makhmur"),
    .init(
      "Peshmerga forces withdrew from Makhmur on Wednesday.",
      "Non-violent transfer of territory; actor1=KRG_PESHMERGA; place=iq-makhmur"),
    .init("Gunmen raped a woman near Hawija on Wednesday.", "Sexual violence"),
    .init(
      "Unknown gunmen shot dead an activist in Amarah on Wednesday.",
      "Attack; killed=1; targeting=true; place=iq-amarah"),
    .init(
      "Gunmen took two drivers hostage in Daquq on Wednesday.",
      "Abduction/forced disappearance; actor1=UNKNOWN_GUNMEN; place=iq-daquq"),
    .init(
      "Counter-terrorism troops backed by helicopters raided an ISIS hideout in Daquq on Wednesday, killing two.",
      "Armed clash; actor1=IRQ_CTS; actor2=ISIS; killed=2"),
    .init(
      "Two clans exchanged fire in Daquq on Wednesday.", "Armed clash; actor1=TRIBE; actor2=TRIBE"),
    .init(
      "Jets destroyed a tunnel of ISIS near Daquq on Wednesday.", "Air/drone strike; actor2=ISIS"),
    .init(
      "Army retook Daquq from ISIS on Wednesday after a two-day offensive.",
      "Government regains territory; actor1=IRQ_ARMY; actor2=ISIS"),
    .init(
      "On 10 March 2021, gunmen killed two men in Daquq, in revenge for a bombing the day before.",
      "Attack; date=2021-03-10; killed=2"),
    .init(
      "ISIS fighters executed two herders in Daquq on Wednesday whom they had abducted a week ago.",
      "Attack; actor1=ISIS; date=2021-03-10"),
    .init(
      "A car bomb exploded in Daquq on Wednesday. Nine people were killed.",
      "Remote explosive/landmine/IED; killed=9; actor2=CIVILIANS; targeting=true"),
    .init(
      "A car bomb exploded near a base in Daquq on Wednesday. Nine people were killed.",
      "Remote explosive/landmine/IED; killed=9; actor2=-"),
    .init(
      "A Turkish drone strike in Amadiya on Wednesday killed two people.",
      "Air/drone strike; killed=2; actor1=TUR_MIL; actor2=-"),
    .init(
      "Gunmen looted homes in Daquq on Wednesday after Peshmerga forces had left.",
      "Looting/property destruction; actor1=UNKNOWN_GUNMEN; actor2=-"),
    .init(
      "A crowd of PMF supporters stormed a party office in Daquq on Wednesday.",
      "Violent demonstration; actor1=RIOTERS; actor2=-"),
    .init(
      "According to Turkey, 19 PKK members were killed in Amadiya on Wednesday.",
      "Armed clash; killed=19; place=iq-amadiya"),
    .init(
      "Gunmen kidnapped three farmers south of Daquq on Wednesday.",
      "Abduction/forced disappearance; killed=-; place=iq-daquq"),
  ]

  static let sorani: [EventCase] = [
    .init(
      "دوێنێ فەرمانبەران لەبەردەم پارێزگای کەرکووک وەستان و داوای مووچە دەکەن.", "Peaceful protest"),
    .init(
      "دوێنێ دەرچووان لە بەسرە دەروازەی کۆمپانیایەکیان داخست و هێزەکان دەستوەردانیان نەکرد.",
      "Peaceful protest"),
    .init(
      "دوێنێ دوو عەشیرەت لە بەسرە بە چەکی قورس بەرەنگاری یەکتر بوونەوە و دوو کەس کوژران.",
      "Armed clash; killed=2"),
    .init(
      "دوێنێ چەکدارانی داعش دوو شوانیان لە نزیک داقوق لەگەڵ خۆیاندا برد.",
      "Abduction/forced disappearance; actor1=ISIS"),
    .init("دوێنێ گوندەکانی سیدەکان بەر تۆپباران گرتەوە.", "Shelling/artillery/missile attack"),
    .init(
      "دوێنێ چەکدارانی داعش هێرشیان کردە سەر بنکەیەکی پێشمەرگە لە نزیک کفری.",
      "Armed clash; actor1=ISIS; actor2=KRG_PESHMERGA; date=2021-03-10"),
    .init("دوێنێ بۆمبێک لە ناحیەی جەلەولا تەقییەوە.", "Remote explosive/landmine/IED; killed=-"),
    .init(
      "دوێنێ فڕۆکەکانی تورکیا چیای قەندیلیان بۆردومان کرد.", "Air/drone strike; actor1=TUR_MIL"),
    .init(
      "دوێنێ دوو هاوەن لە ناحیەی تازە کەوتنە خوارەوە.", "Shelling/artillery/missile attack"),
    .init(
      "دوێنێ مامۆستایان لە سلێمانی خۆپیشاندانیان کرد.", "Peaceful protest; place=iq-sulaymaniyah"),
    .init(
      "هێزەکانی ئاسایش دوێنێ لە کەلار دوو کەسیان بە تۆمەتی تیرۆر دەستگیر کرد.",
      "Arrests; actor1=KRG_ASAYISH; place=iq-kalar"),
    .init(
      "دوێنێ هێزەکانی ئاسایش لە کەلار دوو تۆمەتباریان دەستگیر کرد.",
      "Arrests; actor1=KRG_ASAYISH; place=iq-kalar"),
    .init(
      "دوێنێ چەکدارانی نەناسراو جووتیارێکیان لە نزیک داقوق ڕفاند.",
      "Abduction/forced disappearance; place=iq-daquq"),
    .init(
      "دوێنێ هێزەکانی پێشمەرگە لە مەخموور کشانەوە.",
      "Non-violent transfer of territory; actor1=KRG_PESHMERGA"),
    .init(
      "دوێنێ هێزە ئەمنییەکان بۆمبێکیان لە خانەقین پووچەڵ کردەوە.",
      "Disrupted weapons use; place=iq-khanaqin"),
    .init(
      "دوێنێ چەکدارانی داعش کێڵگەی گەنمیان لە مەخموور سووتاند.",
      "Looting/property destruction; actor1=ISIS"),
  ]
}
