/// Briefs of agencies and notes of databases that say more than one incident: what was before, what it answers, what
/// followed; published on Thursday 2021-03-11.
enum EventExtractorTestsBriefs {
  static let counts: [EventCase] = [
    .init(
      "A bomb went off in Taji on 3 March 2021. 58 people were killed and 78 wounded.",
      "Remote explosive/landmine/IED; killed=58; injured=78"),
    .init(
      "On 3 March 2021, a bomb went off in Taji. A total of 58 people, including two priests, were killed.",
      "Remote explosive/landmine/IED; killed=58"),
    .init(
      "On 3 March 2021, a gunman shot dead two men in Taji. A third man died in hospital.",
      "Attack; killed=3"),
    .init(
      "On 3 March 2021, a bomb killed two men and wounded five in Taji. Two of the wounded later died.",
      "Remote explosive/landmine/IED; killed=4; injured=5"),
    .init(
      "On 3 March 2021, a rocket attack killed a man in Taji and wounded nine people, one of whom died a week later.",
      "Shelling/artillery/missile attack; killed=2; injured=9"),
    .init(
      "On 3 March 2021, gunmen attacked a checkpoint in Taji, leaving nine soldiers and policemen dead.",
      "Armed clash; killed=9"),
    .init(
      "On 3 March 2021, a bomb went off in Taji; figures for the dead ranged from 52 to 64, and more than 80 were hurt.",
      "Remote explosive/landmine/IED; killed=52-64; injured=81+"),
    .init(
      "On 3 March 2021, a gunman killed 19 children in Taji before he was shot dead by guards.",
      "Attack; killed=20"),
    .init(
      "On 3 March 2021, a bomb killed an Iranian general and the deputy leader of the militia in Taji.",
      "Remote explosive/landmine/IED; killed=2"),
  ]

  static let known: [EventCase] = [
    .init(
      "On 3 March 2021, hundreds marched through Taji, demanding justice for murdered activists.",
      "Peaceful protest; killed=-"),
    .init(
      "On 3 March 2021, a journalist was released in Baghdad a week after being abducted by gunmen.",
      ""),
    .init(
      "On 3 March 2021, a suicide bomber killed 17 people in Taji, two days after bombs in Kut left 36 dead.",
      "Suicide bomb; killed=17"),
    .init(
      "On 3 March 2021, two bombs went off in Taji, killing seven; the town is a base for the offensive to retake Hatra.",
      "Remote explosive/landmine/IED; killed=7"),
    .init(
      "On 3 March 2021, troops backed by US airstrikes raided a Taliban hideout in Taji and killed four fighters.",
      "Armed clash; killed=4"),
    .init(
      "On 3 March 2021, two militias traded fire in Taji after the killing of a commander; four fighters died.",
      "Armed clash; killed=4"),
    .init(
      "On 3 March 2021, a car bomb killed nine in Hilla. Two days earlier, gunmen killed a judge in Najaf.",
      "Remote explosive/landmine/IED; date=2021-03-03 || Attack; date=2021-03-01"),
    .init(
      "On 3 March 2021, the last forces withdrew from Ramadi and Islamic State fighters seized the city.",
      "Non-state actor overtakes territory; actor1=ISIS"),
    .init(
      "On 3 March 2021, rebels attacked a school in Taji. 41 people were killed and six were abducted.",
      "Attack; killed=41"),
    .init(
      "On 3 March 2021, militants attacked a village in Taji, killing four people and abducting six.",
      "Attack; killed=4"),
    .init(
      "On 3 March 2021, five gunmen stormed a hotel in Taji; one blew himself up. 21 people were killed.",
      "Attack; killed=21"),
    .init(
      "Police found a bomb in Taji on 3 March 2021. The driver was taken into custody.",
      "Disrupted weapons use"),
  ]

  static let sides: [EventCase] = [
    .init(
      "On 3 March 2021, Boko Haram abducted nine girls in Chibok.",
      "Abduction/forced disappearance; actor1=BOKO_HARAM"),
    .init(
      "On 3 March 2021, the Nigerian air force conducted air strikes on a forest camp.",
      "Air/drone strike; actor1=NGA_MIL"),
    .init(
      "On 3 March 2021, Turkey launched air raids on PKK targets in Zap.",
      "Air/drone strike; actor1=TUR_MIL; actor2=PKK"),
    .init(
      "On 3 March 2021, a bomb went off in Taji. The interior ministry later raised the toll to 12 dead.",
      "Remote explosive/landmine/IED; killed=12; actor2=CIVILIANS"),
    .init(
      "On 3 March 2021, a mob beat a driver to death in Taji amid rioting.",
      "Mob violence; killed=1; actor2=CIV_DRIVERS"),
  ]

  static let ground: [EventCase] = [
    .init(
      "On 3 March 2021, Rutba fell to Islamic State after the army pulled out.",
      "Non-state actor overtakes territory; actor1=ISIS"),
    .init(
      "Rutba has been captured by Islamic State fighters on Monday.",
      "Non-state actor overtakes territory; actor1=ISIS"),
    .init(
      "Rutba was seized by Islamic State fighters on Monday, police said.",
      "Non-state actor overtakes territory; actor1=ISIS; actor2=-"),
    .init(
      "Islamic State fighters took Rutba on Monday.",
      "Non-state actor overtakes territory; actor1=ISIS"),
    .init(
      "The army captured Rutba from Islamic State on Monday.",
      "Government regains territory; actor1=IRQ_ARMY; actor2=ISIS"),
    // The party before a relative clause is the subject behind it.
    .init(
      "Gunmen, who came from Rutba, shelled an army base near Ramadi on Monday.",
      "Shelling/artillery/missile attack; actor1=UNKNOWN_GUNMEN; actor2=IRQ_ARMY"),
    .init(
      "The Taliban, who took Kunduz on Monday, executed four policemen there on Tuesday.",
      "Non-state actor overtakes territory; actor1=TALIBAN || Attack; killed=4; actor1=TALIBAN"),
    .init(
      "Islamic State fighters shelled Rutba and attacked an army post near Ramadi on Monday.",
      "Shelling/artillery/missile attack; actor1=ISIS || Armed clash; actor1=ISIS; actor2=IRQ_ARMY"),
    // What somebody lived through says who he is.
    .init(
      "A mayor, who survived a bombing in May, was shot dead by gunmen on Monday in Mosul.",
      "Attack; date=2021-03-08; killed=1"),
  ]

  /// The dead that a crowd came out for are those of another act.
  static let causes: [EventCase] = [
    .init(
      "خرجت احتجاجات في بعقوبة بعد مقتل شاب برصاص الشرطة.",
      "Peaceful protest; killed=-; actor1=PROTESTERS; actor2=-"),
    .init(
      "بعد مقتل شاب برصاص الشرطة، خرجت احتجاجات في بعقوبة.",
      "Peaceful protest; killed=-; actor1=PROTESTERS; actor2=-"),
    .init(
      "أطلقت الشرطة النار على المتظاهرين في الناصرية بعد إصابة ثلاثة من عناصرها، فقتلت خمسة.",
      "Excessive force against protesters; killed=5; actor1=PROTESTERS; actor2=IRQ_POLICE"),
    .init(
      "Protests erupted in Baquba after the killing of a young man by police.",
      "Peaceful protest; killed=-; actor1=PROTESTERS; actor2=-"),
  ]

  /// Arabic: words of crowds, means and tolls.
  static let families: [EventCase] = [
    .init("تقاطر الآلاف إلى ميدان التحرير في بغداد نصرة لغزة.", "Peaceful protest"),
    .init("وقف عشرات العمال أمام شركة النفط في البصرة احتجاجاً على التسريح.", "Peaceful protest"),
    .init("خريجون يقرعون الأواني أمام مبنى المحافظة في السماوة.", "Peaceful protest"),
    .init("الشرطة تبدد تجمعاً لمعلمين في أربيل بالغاز.", "Protest with intervention"),
    .init(
      "سقط أربعة محتجين بنيران الشرطة في الناصرية.",
      "Excessive force against protesters; killed=4"),
    .init(
      "أسفر استهداف مكتب لداعش في أطراف كركوك مساء الثلاثاء بطائرة مسيرة تركية عن ستة قتلى.",
      "Air/drone strike; killed=6; date=2021-03-09"),
    .init(
      "تسعة شهداء هي الحصيلة النهائية للقصف المدفعي التركي على مصيف في زاخو.",
      "Shelling/artillery/missile attack; killed=9"),
    .init("وقع قيادي بداعش في قبضة الاستخبارات في الأنبار.", "Arrests"),
    .init("وقع خمسة رعاة في قبضة داعش في السماوة.", "Abduction/forced disappearance"),
  ]

  static let nothing: [String] = [
    "هزت انفجارات ضواحي بغداد صباح الثلاثاء، وتبين أنها ناجمة عن تمرين تعبوي.",
    "مدرب برشلونة يفتح النار على الحكم.",
    "القضاء يبرئ متهما بقتل متظاهرين.",
    "The cup was taken by Erbil on Monday.",
    "A drone captured Kirkuk in stunning pictures on Monday.",
    "The dinar has fallen to a record low in Rutba.",
    "Police captured Mosul resident Ali on Monday.",
  ]
}
