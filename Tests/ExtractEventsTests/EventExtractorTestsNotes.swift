/// Notes of two and three sentences about one incident, as databases write them; published on Thursday
/// 2021-03-11.
enum EventExtractorTestsNotes {
  /// A toll counts all: what was told before it is a part.
  static let tolls: [EventCase] = [
    .init(
      "On 3 March 2021, a bomb exploded in Taji. Doctors put the death toll at 12 and the number of wounded at 40.",
      "Remote explosive/landmine/IED; killed=12; injured=40"),
    .init(
      "On 3 March 2021, a bomb in Taji killed nine. Two of the wounded died later, raising the toll to eleven.",
      "Remote explosive/landmine/IED; killed=11"),
    .init(
      "Three more people died after a blast in Taji on Monday, bringing the death toll to ten.",
      "Remote explosive/landmine/IED; killed=10"),
    .init(
      "The death toll from Monday's bombing in Taji stood at 12, with 30 wounded.",
      "Remote explosive/landmine/IED; killed=12; injured=30"),
    .init(
      "The number of people killed in Monday's bombing in a northern Taji market has risen to 12.",
      "Remote explosive/landmine/IED; killed=12"),
    .init(
      "On 3 March 2021, a blast in Taji caused an unknown number of casualties.",
      "Remote explosive/landmine/IED; killed=-; injured=-"),
    .init(
      "IED attack on an army Humvee in Taji, 3 March 2021: four soldiers KIA, two WIA.",
      "Remote explosive/landmine/IED; killed=4; injured=2"),
    .init(
      "On 3 March 2021, a teacher was shot dead in Taji, the third teacher to be killed in a year.",
      "Attack; killed=1"),
    .init(
      "On 3 March 2021, a rocket in Taji killed a US civilian worker.",
      "Shelling/artillery/missile attack; killed=1"),
    .init(
      "On 3 March 2021, militants in Taji lined up and shot eight policemen.", "Attack; killed=8"),
  ]

  /// What went before, what came after and who only looked on is no event of its own.
  static let single: [EventCase] = [
    .init(
      "On 3 March 2021, Islamic State fighters attacked an army post in Taji. The militants withdrew after an hour.",
      "Armed clash; actor1=ISIS"),
    .init(
      "On 3 March 2021, gunmen raided a village in Taji, killed two men and withdrew.",
      "Attack; killed=2"),
    .init(
      "On 3 March 2021, residents of Taji blocked the highway in protest. It was reopened following talks with officials.",
      "Peaceful protest"),
    .init(
      "On 3 March 2021, gunmen killed four herders in Taji, having abducted them two days earlier.",
      "Attack; killed=4; date=2021-03-03"),
    .init(
      "On 3 March 2021, gunmen abducted a baker in Taji and executed him.",
      "Abduction/forced disappearance; killed=1"),
    .init(
      "On 3 March 2021, robbers looted a shop in Taji and killed the owner.", "Attack; killed=1"),
    .init(
      "A tribal feud flared up in Taji on 3 March 2021. Two men were wounded.",
      "Armed clash; injured=2; date=2021-03-03"),
    .init(
      "Militants shot dead two men accused of spying in Taji on 3 March 2021.",
      "Attack; killed=2; date=2021-03-03"),
    .init(
      "On 3 March 2021, militants stormed Taji and seized a district before being driven out by the army.",
      "Armed clash"),
    .init(
      "On 3 March 2021, ten people were shot dead by security forces during protests in Taji, with dozens wounded.",
      "Excessive force against protesters; killed=10; actor1=PROTESTERS"),
    .init(
      "On 3 March 2021, hundreds marched through Taji. Riot police dispersed them with tear gas.",
      "Protest with intervention"),
    .init(
      "On 3 March 2021, hundreds marched through Taji; security forces looked on.",
      "Peaceful protest; actor2=-"),
    .init(
      "On 3 March 2021, US jets struck Islamic State positions in Taji with 500-pound bombs, in the first American strikes of the year.",
      "Air/drone strike; actor1=USA_MIL; actor2=ISIS"),
    .init(
      "On 3 March 2021, gunmen attacked a checkpoint in Taji. Six soldiers were killed in the attack.",
      "Armed clash; killed=6; actor2=IRQ_ARMY"),
    .init(
      "On 3 March 2021, a woman was shot dead in an honor killing in Taji. Two men have been arrested.",
      ""),
    .init(
      "On 3 March 2021, the parliament in Baghdad approved a cabinet after five months of protests.",
      ""),
    .init(
      "On 3 March 2021, the road to Taji was reopened, a week after it was closed because of fighting.",
      ""),
    .init(
      "On 3 March 2021, a cleric in Baghdad told his followers to prepare for mass demonstrations.",
      ""),
  ]

  /// The same in Arabic and Sorani.
  static let others: [EventCase] = [
    .init(
      "هاجم مسلحون من تنظيم داعش نقطة للجيش في التاجي أمس. وقتل ثلاثة جنود في الهجوم قبل أن ينسحب المسلحون باتجاه سامراء.",
      "Armed clash; killed=3; actor1=ISIS; actor2=IRQ_ARMY"),
    .init(
      "انفجرت سيارة مفخخة في التاجي أمس وأوقعت سبعة قتلى، ثم توفي اثنان من الجرحى لترتفع الحصيلة إلى تسعة قتلى.",
      "Remote explosive/landmine/IED; killed=9; injured=-"),
    .init(
      "قال ضابط إن عدد قتلى الانفجار الذي هز التاجي أمس ارتفع إلى 11 وعدد الجرحى إلى 40.",
      "Remote explosive/landmine/IED; killed=11; injured=40"),
    .init(
      "سيطر مسلحون على قرية قرب التاجي أمس قبل أن تطردهم قوات الجيش منها.", "Armed clash"),
    .init(
      "خرج العشرات في مسيرة في الكوت أمس، واكتفت القوات الأمنية بمراقبتها.",
      "Peaceful protest; actor2=-"),
    .init("سطا مسلحون على متجر في التاجي أمس وقتلوا صاحبه.", "Attack; killed=1"),
    .init("أعيد أمس فتح طريق التاجي بعد أسبوع على إغلاقه بسبب المعارك.", ""),
    .init(
      "داعش دوو شوانی لە داقوق ڕفاند و دواتر کوشتیانن، ئەوە دوێنێ ڕوویدا.",
      "Abduction/forced disappearance; date=2021-03-10; actor1=ISIS"),
    .init("پۆلیسی کەرکووک دوو کەسی بە تۆمەتی دزیکردن دەستگیر کرد.", ""),
  ]
}
