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

  static let statements: [StatementCase] = [
    .init("قد يشن تنظيم داعش هجوماً على خانقين.", "هجوماً", "hypothetical"),
    .init("Security forces came to arrest a suspect in Kirkuk.", "arrest", "hypothetical"),
  ]
}
