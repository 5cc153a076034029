/// How an account is told: crowds, claims, settings, what comes later, plans in the grammar.
enum EventExtractorTestsAccounts {
  static let crowds: [EventCase] = [
    .init(
      "On Monday, police opened fire on a demonstration in Nasiriyah, killing three protesters.",
      "Excessive force against protesters; actor1=PROTESTERS; actor2=IRQ_POLICE; killed=3"),
    .init(
      "Demonstrators stormed the provincial council building in Basra on Monday and set it on fire.",
      "Violent demonstration; place=iq-basra"),
    .init(
      "أضرم متظاهرون غاضبون النار في مبنى مجلس المحافظة في الديوانية، أمس الأربعاء، ونهبوا محتوياته.",
      "Violent demonstration; place=iq-diwaniyah"),
  ]

  static let claims: [EventCase] = [
    .init(
      "Gunmen killed two policemen in Kirkuk on Monday. The Islamic State claimed responsibility for the attack.",
      "Armed clash; actor1=ISIS; killed=2"),
    .init(
      "Gunmen killed two policemen in Kirkuk on Monday. No group has claimed responsibility for the attack.",
      "Armed clash; actor1=UNKNOWN_GUNMEN; killed=2"),
  ]

  static let settings: [EventCase] = [
    .init(
      "The Iraqi army recaptured Hawija on Monday after two days of clashes with Islamic State fighters.",
      "Government regains territory; actor1=IRQ_ARMY; place=iq-hawija"),
    .init(
      "سيطر تنظيم داعش، أمس الأربعاء، على ناحية العظيم بعد انسحاب القوات منها.",
      "Non-state actor overtakes territory; actor1=ISIS; place=iq-adm3-udhaim"),
    .init(
      "Gunmen in army uniforms abducted two farmers near Khalis on Monday.",
      "Abduction/forced disappearance; actor1=UNKNOWN_GUNMEN; actor2=CIV_FARMERS"),
  ]

  static let later: [EventCase] = [
    .init(
      "Turkish artillery shelled a village near Amadiya on Monday. No casualties were reported.",
      "Shelling/artillery/missile attack; killed=0; injured=0"),
    .init(
      "A roadside bomb exploded near a police patrol in Baquba on Monday. The blast killed one policeman.",
      "Remote explosive/landmine/IED; killed=1"),
    .init(
      "انفجرت عبوة ناسفة في منزل مزارع شمال بعقوبة أمس الأربعاء ما أدى إلى مقتله في الحال.",
      "Remote explosive/landmine/IED; killed=1"),
    .init(
      "هاجم عناصر داعش نقطة للحشد الشعبي قرب جلولاء أمس الأربعاء وقتلوا اثنين منهم.",
      "Armed clash; actor1=ISIS; actor2=IRQ_PMF; killed=2"),
    .init(
      "هاجم مسلحون دورية للشرطة في كفري أمس الأربعاء وأصابوا شرطياً. وطوقت قوة أمنية المكان وباشرت عملية بحث عن المنفذين.",
      "Armed clash; injured=1"),
  ]

  /// What stands beside an event and is none of it.
  static let besides: [EventCase] = [
    .init(
      "Police in Kirkuk said that two guards were killed when militants attacked an oil well at the Bai Hassan field on Monday.",
      "Attack; actor1=UNKNOWN_ARMED; killed=2"),
    .init(
      "A bomb in a parked car killed two people in Baghdad on Monday, police and hospital sources said.",
      "Remote explosive/landmine/IED; killed=2; actor2=CIVILIANS"),
    .init(
      "عثرت قوة أمنية على جثث خمسة رجال مجهولي الهوية في الموصل يوم الاثنين.",
      "Attack; killed=5; actor2=CIVILIANS"),
    .init(
      "A vehicle bomb killed 24 police officers in Hilla on Monday. The group said the attack was revenge for the death of its leader.",
      "Remote explosive/landmine/IED; killed=24"),
    .init(
      "A gunfight in Majar al-Kabir left two people dead on Monday. Police deployed reinforcements and arrested six men.",
      "Armed clash; killed=2"),
    .init(
      "A suicide bomber attacked a mosque in Baquba on Monday, killing five people. A second device was found and defused.",
      "Suicide bomb; killed=5"),
    .init(
      "On 14 April 2019, Islamic State militants planted an IED that detonated on a tractor near Imam Wais village. The farmer was killed.",
      "Remote explosive/landmine/IED; actor1=ISIS; actor2=CIV_FARMERS; killed=1"),
    .init(
      "Militants attacked two villages near Khanaqin on Monday, burning houses and killing a farmer.",
      "Attack; actor2=CIV_FARMERS; killed=1"),
    .init(
      "Clashes erupted on Monday between two rival clans in Sadr City before security forces separated them.",
      "Armed clash; actor1=TRIBE"),
    .init(
      "Police said that gunmen had attacked a house in Khalis on Monday, killing six people.",
      "Attack; killed=6"),
    .init(
      "On 17 January 2020, the federal police launched a search operation in Wadi al-Shay, defusing seven explosive devices. No casualties were reported.",
      "Disrupted weapons use; killed=0; injured=0"),
    .init(
      "اغتال مسلحون مجهولون، مساء أمس، ضابطاً في بغداد.",
      "Armed clash; actor1=UNKNOWN_GUNMEN; killed=1"),
    .init(
      "ألقت الشرطة القبض على مطلوب في الحويجة، أمس الأربعاء، وضبطت بحوزته أسلحة.",
      "Arrests; actor1=IRQ_POLICE"),
    .init(
      "أسفرت عملية أمنية في الأنبار، أمس الأربعاء، عن ضبط 20 عبوة ناسفة.",
      "Disrupted weapons use"),
  ]

  static let statements: [StatementCase] = [
    .init("قد يشن تنظيم داعش هجوماً على خانقين.", "هجوماً", "hypothetical"),
    .init("Security forces came to arrest a suspect in Kirkuk.", "arrest", "hypothetical"),
  ]
}
