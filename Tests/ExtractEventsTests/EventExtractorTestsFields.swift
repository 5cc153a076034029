/// Sentences for one field each; published on Thursday 2021-03-11 unless said.
enum EventExtractorTestsFields {
  static let dates: [EventCase] = [
    .init(
      "انفجرت عبوة ناسفة في داقوق ليلة أمس.",
      "Remote explosive/landmine/IED; date=2021-03-10; time=night"),
    .init(
      "انفجرت عبوة ناسفة في داقوق الخميس، ما أدى إلى إصابة جندي.",
      "Remote explosive/landmine/IED; date=2021-03-11; basis=relative"),
    .init(
      "A bomb exploded in Daquq on March 3, wounding a soldier.",
      "Remote explosive/landmine/IED; date=2021-03-03; basis=stated"),
    .init(
      "A bomb exploded in Daquq last Friday, wounding a soldier.",
      "Remote explosive/landmine/IED; date=2021-03-05"),
    .init(
      "A bomb exploded in Daquq early on Thursday.",
      "Remote explosive/landmine/IED; date=2021-03-11; flag.date_disclosed=false"),
    .init(
      "قال مصدر أمني اليوم الخميس إن عبوة ناسفة انفجرت في داقوق.",
      "Remote explosive/landmine/IED; date=<=2021-03-11; basis=disclosed; flag.date_disclosed=true"),
    .init(
      "أعلنت خلية الإعلام الأمني، يوم الأربعاء، اعتقال ثلاثة إرهابيين في قضاء الحويجة.",
      "Arrests; date=<=2021-03-10; basis=disclosed"),
    .init(
      "انفجرت عبوة ناسفة في داقوق ما أسفر عن إصابة شرطي.",
      "Remote explosive/landmine/IED; date=<=2021-03-11; basis=inferred; flag.date_inferred=true"),
    .init(
      "انفجرت عبوة ناسفة في داقوق يوم الثلاثاء الماضي.",
      "Remote explosive/landmine/IED; date=2021-03-09; basis=relative"),
    .init(
      "انفجرت عبوة ناسفة في داقوق فجر اليوم.",
      "Remote explosive/landmine/IED; date=2021-03-11; time=dawn"),
    .init(
      "انفجرت عبوة ناسفة في داقوق يوم 3 آذار 2021.",
      "Remote explosive/landmine/IED; date=2021-03-03; basis=stated"),
    .init(
      "اغتال مسلحون مختار قرية بشير أول أمس.", "Attack; date=2021-03-09; actor2=CIV_MUKHTAR"),
    .init(
      "قال مصدر أمني اليوم الخميس إن مسلحين هاجموا نقطة للجيش في داقوق أمس الأربعاء.",
      "Armed clash; date=2021-03-10"),
    .init(
      "A roadside bomb exploded in Daquq on Monday, police said on Wednesday.",
      "Remote explosive/landmine/IED; date=2021-03-08"),
    .init(
      "Police said on Wednesday that three suspects were arrested in Hawija.",
      "Arrests; date=<=2021-03-10; basis=disclosed"),
    .init(
      "انسحبت قوات البيشمركة من خانقين في تشرين الأول 2017.",
      "Non-violent transfer of territory; date=2017-10-01/2017-10-31; realis=historical"),
    .init(
      "دوێنێ چوارشەممە بۆمبێک لە داقوق تەقییەوە.",
      "Remote explosive/landmine/IED; date=2021-03-10"),
  ]

  static let harm: [EventCase] = [
    .init(
      "اغتال مسلحون مجهولون محامياً وسط البصرة، أمس الأربعاء.", "Attack; killed=1; injured=-"),
    .init(
      "نجا قائممقام الدبس من محاولة اغتيال بعبوة ناسفة، أمس الأربعاء.",
      "Remote explosive/landmine/IED; killed=-"),
    .init(
      "A rocket attack on Balad on Wednesday caused no casualties.",
      "Shelling/artillery/missile attack; killed=0; injured=0"),
    .init(
      "قتل جنديان وأصيب ثلاثة آخرون بانفجار عبوة ناسفة في داقوق، أمس الأربعاء.",
      "Remote explosive/landmine/IED; killed=2; injured=3"),
    .init(
      "أسفر انفجار سيارة مفخخة في تلعفر أمس عن مقتل خمسة أشخاص بينهم طفلان وإصابة 12 آخرين.",
      "Remote explosive/landmine/IED; killed=5; injured=12"),
    .init(
      "سقطت قذيفتا هاون في ناحية بهرز أمس الأربعاء من دون خسائر بشرية.",
      "Shelling/artillery/missile attack; killed=0; injured=0"),
    .init(
      "قتل ما لا يقل عن أربعة مدنيين في قصف على قضاء زاخو أمس الأربعاء.",
      "Shelling/artillery/missile attack; killed=4+"),
    .init(
      "ارتفعت حصيلة تفجير تلعفر إلى ثمانية قتلى و17 جريحاً.",
      "Remote explosive/landmine/IED; killed=8; injured=17; toll=true"),
    .init(
      "دمرت القوات ست عجلات وضبطت خمسة صواريخ في جزيرة سامراء أمس الأربعاء.",
      "Disrupted weapons use; killed=-; injured=-"),
    .init(
      "Two soldiers were killed and three wounded when a bomb exploded in Daquq on Wednesday.",
      "Remote explosive/landmine/IED; killed=2; injured=3"),
    .init(
      "At least five people, including two children, were killed in a car bombing in Tal Afar on Wednesday.",
      "Remote explosive/landmine/IED; killed=5+"),
  ]

  static let actors: [EventCase] = [
    .init(
      "هوجمت نقطة للبيشمركة قرب كفري من قبل مسلحي داعش، أمس الأربعاء.",
      "Armed clash; actor1=ISIS; actor2=KRG_PESHMERGA"),
    .init(
      "مقتل شرطي في هجوم لداعش غربي كركوك، أمس الأربعاء.",
      "Armed clash; actor1=ISIS; actor2=IRQ_POLICE; killed=1"),
    .init(
      "تبنى تنظيم داعش تفجير سيارة مفخخة استهدف دورية للجيش في تلعفر، أمس الأربعاء.",
      "Remote explosive/landmine/IED; actor1=ISIS; actor2=IRQ_ARMY"),
    .init(
      "قصفت المدفعية التركية قرى في ناحية كاني ماسي، أمس الأربعاء.",
      "Shelling/artillery/missile attack; actor1=TUR_MIL"),
    .init(
      "قتل أربعة من عناصر داعش بضربة جوية للتحالف الدولي في جبال حمرين، أمس الأربعاء.",
      "Air/drone strike; actor1=COALITION; actor2=ISIS; killed=4"),
    .init(
      "The army killed four Islamic State militants south of Daquq on Wednesday.",
      "Armed clash; actor1=IRQ_ARMY; actor2=ISIS; killed=4"),
    .init(
      "Four soldiers were killed in an ambush by Islamic State near Rutba on Wednesday.",
      "Armed clash; actor1=ISIS; actor2=IRQ_ARMY; killed=4"),
    .init(
      "قتلت القوات الأمنية خمسة إرهابيين في وادي الشاي جنوبي كركوك، أمس الأربعاء.",
      "Armed clash; actor1=IRQ_SECURITY; killed=5"),
    .init(
      "هاجم عناصر داعش نقطة للحشد الشعبي في ناحية العظيم، أمس الأربعاء.",
      "Armed clash; actor1=ISIS; actor2=IRQ_PMF"),
    .init(
      "تعرضت قوة من البيشمركة لهجوم من قبل داعش قرب طوز خورماتو، أمس الأربعاء.",
      "Armed clash; actor1=ISIS; actor2=KRG_PESHMERGA"),
    .init(
      "خطف مسلحون مجهولون صحفياً في أربيل، أمس الأربعاء.",
      "Abduction/forced disappearance; actor1=UNKNOWN_GUNMEN; actor2=JOURNALIST"),
    .init(
      "اعتقل جهاز مكافحة الإرهاب قيادياً في داعش بقضاء الفلوجة، أمس الأربعاء.",
      "Arrests; actor1=IRQ_CTS; actor2=ISIS"),
    .init(
      "Islamic State militants attacked a Peshmerga post near Kifri on Wednesday.",
      "Armed clash; actor1=ISIS; actor2=KRG_PESHMERGA"),
    .init(
      "A Peshmerga post near Kifri was attacked by Islamic State militants on Wednesday.",
      "Armed clash; actor1=ISIS; actor2=KRG_PESHMERGA"),
    .init(
      "A police officer was killed by unknown gunmen in Daquq on Wednesday.",
      "Armed clash; actor1=UNKNOWN_GUNMEN; actor2=IRQ_POLICE; killed=1"),
    .init(
      "هاجم مسلحون مجهولون نقطة للجيش في داقوق أمس الأربعاء، واتهمت السلطات تنظيم داعش بالوقوف وراء الهجوم.",
      "Armed clash; actor1=UNKNOWN_GUNMEN; attributed=ISIS"),
  ]

  static let places: [EventCase] = [
    .init(
      "شفق نيوز/ انفجرت عبوة ناسفة، أمس الأربعاء، على دورية للجيش في أطراف ناحية جلولاء شمال شرق ديالى.",
      "Remote explosive/landmine/IED; place=iq-adm3-jalawla; relation=outskirts"),
    .init(
      "قتل جندي، أمس الأربعاء، بهجوم لداعش شمال قضاء المقدادية (35 كم شمال شرق بعقوبة).",
      "Armed clash; place=iq-adm2-muqdadiya"),
    .init(
      "Gunmen from Hawija attacked a checkpoint in Daquq on Wednesday.",
      "Armed clash; place=iq-daquq"),
    .init(
      "The wounded from Wednesday's bombing in Tal Afar were taken to a hospital in Duhok.",
      "Remote explosive/landmine/IED; place=iq-tal-afar"),
    .init(
      "قتل مدني بانفجار لغم في جلولاء (75 كم شمال شرق بعقوبة)، أمس الأربعاء.",
      "Remote explosive/landmine/IED; place=iq-jalawla; precision=place; point=yes"),
    .init(
      "قال مدير ناحية العظيم إن مسلحين هاجموا نقطة للجيش أمس الأربعاء.",
      "Armed clash; place=-; point=no; area=no"),
    .init(
      "ذكر قائد شرطة كركوك أن مسلحين هاجموا منزلاً في داقوق أمس الأربعاء.",
      "Attack; place=iq-daquq"),
    .init(
      "اعتقلت قوات الأسايش، أمس الأربعاء، أربعة متهمين في كلار وكفري ودربندخان.",
      "Arrests; place=iq-kalar,iq-kifri,iq-darbandikhan; point=no; area=yes; flag.multiple_places=true"
    ),
    .init(
      "انفجرت عبوة ناسفة في قرية الهارونية التابعة لقضاء المقدادية بمحافظة ديالى، أمس الأربعاء.",
      "Remote explosive/landmine/IED; place=iq-harouniya; precision=place"),
    .init(
      "وصلت القوة إلى داقوق صباح أمس الأربعاء. وانفجرت عبوة ناسفة على الرتل وأصيب جندي.",
      "Remote explosive/landmine/IED; place=iq-daquq; injured=1"),
    .init(
      "تساقطت الأمطار على مدينة السليمانية أمس.\nواغتال مسلحون محامياً، أمس الأربعاء.",
      "Attack; place=-; point=no"),
    .init(
      "انفجرت عبوة على بعد 12 كم جنوب داقوق، أمس الأربعاء.",
      "Remote explosive/landmine/IED; place=iq-daquq; relation=distance_bearing; precision=near"),
    .init(
      "هاجم مسلحون نقطة للجيش بين داقوق وطوز خورماتو، أمس الأربعاء.",
      "Armed clash; relation=between; point=no; area=yes"),
    .init(
      "انفجرت عبوة على طريق كركوك - تكريت، أمس الأربعاء.",
      "Remote explosive/landmine/IED; relation=road; precision=feature; point=no"),
    .init(
      "تعرضت محافظة ديالى لقصف بقذائف الهاون، أمس الأربعاء.",
      "Shelling/artillery/missile attack; place=iq-adm1-diyala; precision=adm1; point=no; area=yes"),
    .init(
      "اتهمت تركيا حزب العمال بمهاجمة نقطة للجيش التركي في العمادية أمس الأربعاء.",
      "Armed clash; place=iq-amadiya"),
    .init(
      "قایمقامی خانەقین ڕایگەیاند دوێنێ بۆمبێک لە جەلەولا تەقییەوە.",
      "Remote explosive/landmine/IED; place=iq-jalawla"),
  ]

  static let counts: [EventCase] = [
    .init(
      "أعلنت وزارة الصحة تسجيل إصابات جديدة بفيروس كورونا في كركوك، أمس الأربعاء.", ""),
    .init("هاجم النائب الحكومة في تصريح أدلى به في كركوك، أمس الأربعاء.", ""),
    .init("Three people died in a traffic accident on the Kirkuk road on Wednesday.", ""),
    .init(
      "هاجم مسلحو داعش نقطة للشرطة في داقوق أمس الأربعاء. وأسفر الهجوم عن مقتل شرطيين.",
      "Armed clash; killed=2; place=iq-daquq"),
    .init(
      "انفجرت عبوة ناسفة في تلعفر أمس الأربعاء. وأدى الانفجار إلى إصابة ثلاثة مدنيين.",
      "Remote explosive/landmine/IED; injured=3"),
    .init(
      "قتل ثلاثة مدنيين وأصيب خمسة في هجوم بعبوة ناسفة في المقدادية، أمس الأربعاء.",
      "Remote explosive/landmine/IED; killed=3; injured=5"),
    .init(
      "انفجرت عبوة ناسفة في داقوق أمس الأربعاء، فيما اعتقلت الشرطة متهماً في الحويجة.",
      "Remote explosive/landmine/IED; place=iq-daquq || Arrests; place=iq-hawija"),
    .init(
      "قتل شرطي بهجوم مسلح في بعقوبة أمس الأربعاء. وفي حادث منفصل، أصيب مدني بانفجار لغم في مندلي.",
      "Armed clash; place=iq-baqubah; killed=1 || Remote explosive/landmine/IED; place=iq-mandali; injured=1"
    ),
    .init(
      "Gunmen attacked a police post in Daquq on Wednesday. The attack left two officers dead.",
      "Armed clash; killed=2; place=iq-daquq"),
    .init(
      "A bomb exploded in Daquq on Wednesday, while police arrested a suspect in Hawija.",
      "Remote explosive/landmine/IED; place=iq-daquq || Arrests; place=iq-hawija"),
    .init(
      "يرى خبراء أن ضعف التنسيق بين القوات الاتحادية والبيشمركة يترك فراغات أمنية في المناطق المتنازع عليها. ويعتمد السكان في خانقين وجلولاء على الزراعة، ويطالبون بزيادة أعداد القوات.",
      ""),
    .init(
      "Experts say the disputed areas around Khanaqin suffer from a security vacuum. Farmers in Makhmur depend on rain and ask for more police.",
      ""),
    .init("افتتح وزير التربية مدرسة جديدة في قضاء داقوق، أمس الأربعاء.", ""),
    .init("فاز فريق أربيل على فريق دهوك بهدفين في مباراة أمس الأربعاء.", ""),
    .init("انفجر إطار شاحنة على طريق بغداد - كركوك أمس الأربعاء من دون إصابات.", ""),
  ]
}
