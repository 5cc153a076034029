/// Summaries of one incident as lists of incidents write them, and the Sorani and Arabic sentences that
/// showed the same; published on Thursday 2021-03-11.
enum EventExtractorTestsSummaries {
  static let counts: [EventCase] = [
    .init(
      "On 3 March 2021, a bomb went off in Taji. Nine people, two of them policemen, were killed.",
      "Remote explosive/landmine/IED; killed=9"),
    .init(
      "On 3 March 2021, a bomb in Taji killed a baker, his wife and their two sons.",
      "Remote explosive/landmine/IED; killed=4"),
    .init(
      "On 3 March 2021, a suicide bomber killed himself and three guards in Taji.",
      "Suicide bomb; killed=4"),
    .init(
      "On 3 March 2021, a suicide bomber blew himself up in Taji, killing three guards besides himself.",
      "Suicide bomb; killed=4"),
    .init(
      "On 3 March 2021, gunmen broke into a shop in Taji and shot him dead along with his two brothers.",
      "Attack; killed=3"),
    .init(
      "On 3 March 2021, a bomb wounded a five-year-old in Taji.",
      "Remote explosive/landmine/IED; injured=1"),
    .init(
      "On 3 March 2021, gunmen kidnapped three herders in Taji. Two of them were later found dead.",
      "Abduction/forced disappearance; killed=2"),
    .init(
      "On 3 March 2021, gunmen kidnapped three herders in Taji. Last year, ten herders were killed in the desert.",
      "Abduction/forced disappearance; killed=-"),
    .init(
      "On 3 March 2021, at least 15 supporters of Shiite cleric Moqtada al-Sadr were shot dead in Taji.",
      "Attack; killed=15+"),
    .init(
      "On 3 March 2021, a bomb killed a donkey in Taji.", "Remote explosive/landmine/IED; killed=-"),
    .init(
      "On 3 March 2021, no fewer than 12 people were wounded by a bomb in Taji.",
      "Remote explosive/landmine/IED; injured=12+"),
    .init(
      "انفجرت عبوة ناسفة في التاجي أمس. وقتل في الانفجار ثلاثة جنود.",
      "Remote explosive/landmine/IED; killed=3"),
    .init(
      "أعدم تنظيم داعش رميا بالرصاص خمسة مدنيين في القائم أمس.", "Attack; killed=5; actor1=ISIS"),
    .init(
      "دوێنێ لە کەرکووک چەکدارێک تەقەی کرد و شوانێک کوژرا.",
      "Attack; killed=1; actor1=UNKNOWN_GUNMEN"),
    .init(
      "أعلن رئيس الوزراء أمس تحرير مدينة القائم من سيطرة تنظيم داعش.",
      "Government regains territory"),
    .init("دوێنێ لە داقوق داعش دوو شوان و کوڕێکیانی کوشت.", "Attack; killed=3; actor1=ISIS"),
  ]

  static let sides: [EventCase] = [
    .init(
      "On 3 March 2021, a drone strike on a convoy of Kataib Hezbollah near Qaim killed two people.",
      "Air/drone strike; actor1=-; actor2=PMF_KH"),
    .init(
      "On 3 March 2021, a rocket hit a house used by Harakat al-Nujaba in Baghdad.",
      "Shelling/artillery/missile attack; actor1=-; actor2=PMF_NUJABA"),
    .init(
      "On 3 March 2021, two clans fought in Qurna before the army intervened.",
      "Armed clash; actor1=TRIBE; actor2=TRIBE"),
    .init(
      "On 3 March 2021, gunmen took the passengers off a bus near Baquba and shot dead four of them.",
      "Attack; actor1=UNKNOWN_GUNMEN; actor2=CIVILIANS; killed=4"),
    .init(
      "On 3 March 2021, Saraya al-Salam clashed with Turkish forces near Bashiqa, leaving three militiamen dead.",
      "Armed clash; actor1=PMF_SARAYA; actor2=TUR_MIL"),
    .init("On 3 March 2021, IS shelled Makhmur.", "Shelling/artillery/missile attack; actor1=ISIS"),
    .init("لە عەمارە دوێنێ دوو عەشیرەت شەڕیان کرد.", "Armed clash; actor1=TRIBE; actor2=TRIBE"),
    .init(
      "Turkey launched air strikes on PKK positions in Amedi on 3 March 2021, killing three fighters.",
      "Air/drone strike; actor1=TUR_MIL; actor2=PKK; killed=3"),
    .init(
      "On 3 March 2021, rockets struck a base in Taji, killing two American and one British soldier.",
      "Shelling/artillery/missile attack; actor1=-; killed=3"),
    .init(
      "انفجرت عبوتان استهدفتا رتلا للجيش في القائم أمس.",
      "Remote explosive/landmine/IED; actor1=-; actor2=IRQ_ARMY"),
    .init(
      "DUHOK, Kurdistan Region - Turkish warplanes bombed orchards in Amedi on Sunday.",
      "Air/drone strike; actor1=TUR_MIL; actor2=-"),
    .init(
      "On 3 March 2021, a drone hit a house near Erbil, the capital of the Kurdistan Region.",
      "Air/drone strike; actor1=-; actor2=-"),
    .init(
      "A drone hit an orchard near Taji on Monday, the Kurdistan Region Security Council said.",
      "Air/drone strike; actor1=-; actor2=-"),
    .init(
      "Turkish jets struck an orchard near Kani Masi on Monday, the mayor of Kani Masi told reporters.",
      "Air/drone strike; actor1=TUR_MIL; actor2=-"),
    .init(
      "Iran's Revolutionary Guards said they fired ballistic missiles at a house near Erbil on Monday.",
      "Shelling/artillery/missile attack; actor1=IRN_IRGC"),
    .init(
      "قتل سبعة أشخاص بينهم أربعة من عناصر الأمن أمس عندما فجر انتحاري سيارته قرب القائم على الحدود العراقية السورية.",
      "Suicide bomb; killed=7; actor1=UNKNOWN_ARMED; actor2=IRQ_SECURITY"),
  ]

  static let one: [EventCase] = [
    .init(
      "On 3 March 2021, the army retook Bashir from Islamic State. The operation cost the lives of six soldiers.",
      "Government regains territory; killed=6"),
    .init(
      "On 3 March 2021, security forces killed two militants and arrested four others in Hawija.",
      "Armed clash; killed=2"),
    .init(
      "On 3 March 2021, gunmen kidnapped five shepherds near Hatra; three of them were found dead the next day.",
      "Abduction/forced disappearance; killed=3"),
    .init(
      "On 3 March 2021, residents of Sidakan protested against Turkish shelling.",
      "Peaceful protest"),
    .init(
      "On 3 March 2021, demonstrators demanding water clashed with police in Kut.",
      "Violent demonstration; date=2021-03-03"),
    .init("On 3 March 2021, a man killed his wife and two children in Kut.", ""),
    .init("دوو برا لەسەر زەوی یەکتریان کوشت لە کەلار.", ""),
  ]
}
