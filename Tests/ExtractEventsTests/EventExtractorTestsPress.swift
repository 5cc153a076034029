/// Leads in the manner of agencies, every field at once; published on Thursday 2021-03-11.
enum EventExtractorTestsPress {
  static let arabic: [EventCase] = [
    .init(
      "شفق نيوز/ كشف مصدر أمني، اليوم الخميس، عن مقتل عنصرين من الحشد الشعبي بهجوم لداعش شرق صلاح الدين.",
      "Armed clash; actor1=ISIS; actor2=IRQ_PMF; killed=2; place=iq-adm1-salah-al-din; point=no"),
    .init(
      "وقال المصدر إن مسلحين مجهولين فتحوا النار على مدني في ناحية أبي صيدا، أمس، ما أدى إلى مقتله في الحال.",
      "Attack; actor1=UNKNOWN_GUNMEN; killed=1; date=2021-03-10"),
    .init(
      "أفاد مصدر أمني بمقتل مدني بهجوم مسلح في بعقوبة، أمس الأربعاء.",
      "Attack; killed=1; place=iq-baqubah; targeting=true"),
    .init(
      "نفذت قوة من جهاز مكافحة الإرهاب إنزالاً جوياً في وادي الشاي، أمس، أسفر عن مقتل ثلاثة إرهابيين.",
      "Armed clash; actor1=IRQ_CTS; killed=3; place=iq-wadi-al-shay"),
    .init(
      "أعلنت مديرية الاستخبارات العسكرية ضبط 15 عبوة ناسفة و20 صاروخاً في قضاء القائم، أمس الأربعاء.",
      "Disrupted weapons use; killed=-; injured=-; place=iq-adm2-qaim"),
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
      "اقتحم متظاهرون مبنى المحافظة في الكوت وأحرقوا أجزاء منه، أمس الأربعاء.",
      "Violent demonstration; place=iq-kut"),
    .init(
      "اندلع نزاع عشائري مسلح بين عشيرتين في قضاء الإصلاح، أمس الأربعاء، أسفر عن مقتل شخصين.",
      "Armed clash; killed=2"),
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
      "Iraqi F-16s bombed an Islamic State hideout in Wadi al-Shay on Wednesday, killing four militants.",
      "Air/drone strike; actor2=ISIS; killed=4; place=iq-wadi-al-shay"),
    .init(
      "Turkey's military said on Thursday that its forces had killed three PKK fighters near Amadiya on Wednesday.",
      "Armed clash; actor1=TUR_MIL; actor2=PKK; killed=3; date=2021-03-10; place=iq-amadiya"),
    .init(
      "Peshmerga and Iraqi army units exchanged fire near Makhmur on Wednesday.",
      "Armed clash; place=iq-makhmur"),
    .init(
      "Two policemen killed in Kirkuk bombing on Wednesday.",
      "Remote explosive/landmine/IED; killed=2; actor2=IRQ_POLICE; place=iq-kirkuk"),
    .init(
      "سەرچاوەیەکی ئەمنی ڕایگەیاند، دوێنێ بەهۆی تەقینەوەی بۆمبێکەوە لە نزیک داقوق سەربازێک کوژرا و دووی دیکە بریندار بوون.",
      "Remote explosive/landmine/IED; killed=1; injured=2; place=iq-daquq; date=2021-03-10"),
    .init(
      "دوێنێ درۆنێکی تورکیا ئۆتۆمبێلێکی لە شەنگال کردە ئامانج.",
      "Air/drone strike; actor1=TUR_MIL; place=iq-sinjar"),
    .init(
      "دوێنێ مووشەکێک لە نزیک فڕۆکەخانەی نێودەوڵەتی هەولێر کەوتە خوارەوە، بەبێ زیانی گیانی.",
      "Shelling/artillery/missile attack; killed=0; place=iq-erbil-airport"),
    .init(
      "دوێنێ فڕۆکە جەنگییەکان حەشارگەیەکی داعشیان لە زنجیرە چیاکانی حەمرین بۆردومان کرد.",
      "Air/drone strike; actor2=ISIS; date=2021-03-10"),
  ]
}
