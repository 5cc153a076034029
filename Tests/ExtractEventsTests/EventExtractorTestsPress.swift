/// Leads in the manner of agencies, every field at once; published on Thursday 2021-03-11.
enum EventExtractorTestsPress {
  static let arabic: [EventCase] = [
    .init(
      "استهدفت طائرة مسيرة تركية عجلة تقل عناصر من حزب العمال الكردستاني في سنجار، أمس.",
      "Air/drone strike; actor1=TUR_MIL; actor2=PKK; place=iq-sinjar"),
    .init(
      "استهدفت عبوة ناسفة رتلاً للتحالف الدولي في الديوانية، أمس الأربعاء.",
      "Remote explosive/landmine/IED; actor1=-; actor2=COALITION"),
    .init(
      "نصب الحشد العشائري كميناً لعناصر داعش قرب الحويجة، أمس الأربعاء.",
      "Armed clash; actor1=IRQ_TRIBAL_HASHD; actor2=ISIS"),
    .init(
      "نقل جرحى التفجير الذي وقع في تلعفر أمس الأربعاء إلى مستشفى في دهوك.",
      "Remote explosive/landmine/IED; place=iq-tal-afar"),
    .init(
      "أعلنت مديرية الاستخبارات العسكرية ضبط 15 عبوة ناسفة و20 صاروخاً في قضاء القائم، أمس الأربعاء.",
      "Disrupted weapons use; killed=-; injured=-; place=iq-adm2-qaim"),
    .init(
      "قال قائممقام خانقين إن عبوة انفجرت في قرية قرب مندلي أمس الأربعاء.",
      "Remote explosive/landmine/IED; place=iq-mandali; relation=near"),
    .init(
      "ألقى مجهولون قنبلة يدوية على منزل ضابط في الناصرية، أمس الأربعاء.",
      "Grenade; place=iq-nasiriyah"),
    .init("قتل ثلاثة أشخاص بحادث سير على طريق كركوك - بغداد، أمس الأربعاء.", ""),
    .init(
      "أفاد مصدر أمني بمقتل مدني بهجوم مسلح في بعقوبة، أمس الأربعاء.",
      "Attack; killed=1; place=iq-baqubah; targeting=true"),
    .init(
      "صدت قوات الحشد الشعبي تعرضاً لداعش في أطراف ناحية جلولاء فجر أمس.",
      "Armed clash; place=iq-adm3-jalawla; relation=outskirts; time=dawn"),
    .init(
      "انفجرت عبوة لاصقة بسيارة موظف في وزارة الدفاع بمنطقة الدورة جنوبي بغداد، أمس.",
      "Remote explosive/landmine/IED; date=2021-03-10"),
    .init(
      "تجدد القصف المدفعي التركي على قرى ناحية باطوفا، أمس الأربعاء.",
      "Shelling/artillery/missile attack; actor1=TUR_MIL"),
    .init(
      "أطلق مسلحون النار على سيارة مدنية في قضاء الدبس، أمس الأربعاء، فأصابوا سائقها.",
      "Attack; injured=1; place=iq-adm2-dibis"),
    .init(
      "أغلق متظاهرون طريقاً يؤدي إلى حقل نفطي في البصرة، أمس الأربعاء، للمطالبة بالتعيين.",
      "Peaceful protest; plover=PROTEST; place=iq-basra"),
    .init(
      "أعلنت خلية الإعلام الأمني إلقاء القبض على إرهابيين اثنين في قضاء الشرقاط، أمس الأربعاء.",
      "Arrests; place=iq-adm2-shirqat"),
    .init(
      "استشهد مقاتل من البيشمركة وأصيب اثنان آخران في هجوم لإرهابيي داعش قرب كولجو، أمس الأربعاء.",
      "Armed clash; actor1=ISIS; actor2=KRG_PESHMERGA; killed=1; injured=2"),
    .init(
      "بغداد اليوم - ديالى\nانفجرت عبوة ناسفة، أمس الأربعاء، على دورية للجيش في قضاء بلدروز ما أدى إلى إصابة ضابط وجنديين.",
      "Remote explosive/landmine/IED; place=iq-adm2-baladruz; injured=3; actor2=IRQ_ARMY"),
    .init(
      "أصدر تنظيم داعش بياناً تبنى فيه هجوماً على نقطة للشرطة الاتحادية في ناحية الرشاد، أمس الأربعاء.",
      "Armed clash; actor1=ISIS; actor2=IRQ_FEDPOL; place=iq-adm3-rashad"),
  ]

  static let others: [EventCase] = [
    .init(
      "Turkish warplanes struck villages along the border with Turkey on Wednesday.",
      "Air/drone strike; actor1=TUR_MIL; actor2=-; relation=border"),
    .init(
      "سەرچاوەیەکی ئەمنی ڕایگەیاند، دوێنێ بەهۆی تەقینەوەی بۆمبێکەوە لە نزیک داقوق سەربازێک کوژرا و دووی دیکە بریندار بوون.",
      "Remote explosive/landmine/IED; killed=1; injured=2; date=2021-03-10; place=iq-daquq"),
    .init(
      "At least two Iraqi soldiers were killed and five others wounded when Islamic State militants attacked an army checkpoint in the Hamrin Mountains late on Wednesday, security sources said.",
      "Armed clash; actor1=ISIS; actor2=IRQ_ARMY; killed=2+; injured=5; date=2021-03-10; place=iq-hamrin-mountains"
    ),
    .init(
      "Katyusha rockets hit the Green Zone in Baghdad on Wednesday night, causing damage but no casualties.",
      "Shelling/artillery/missile attack; killed=0; injured=0; date=2021-03-10"),
    .init(
      "An improvised explosive device targeted a coalition supply convoy near Samawah on Wednesday.",
      "Remote explosive/landmine/IED; actor2=COALITION; place=iq-samawah; relation=near"),
    .init(
      "The body of a man with gunshot wounds was found in Baqubah on Wednesday.",
      "Attack; killed=1; place=iq-baqubah"),
    .init(
      "Peshmerga and Iraqi army units exchanged fire near Makhmur on Wednesday.",
      "Armed clash; place=iq-makhmur"),
    .init(
      "Two policemen killed in Kirkuk bombing on Wednesday.",
      "Remote explosive/landmine/IED; killed=2; actor2=IRQ_POLICE; place=iq-kirkuk"),
    .init(
      "دوێنێ درۆنێکی تورکیا ئۆتۆمبێلێکی لە شەنگال کردە ئامانج.",
      "Air/drone strike; actor1=TUR_MIL; place=iq-sinjar"),
    .init(
      "دوێنێ مووشەکێک لە نزیک فڕۆکەخانەی نێودەوڵەتی هەولێر کەوتە خوارەوە، بەبێ زیانی گیانی.",
      "Shelling/artillery/missile attack; killed=0; place=iq-erbil-airport"),
  ]
}
