/// English words of one family, and who is counted; published on Thursday 2021-03-11.
enum EventExtractorTestsFamilies {
  /// Words that are sought in the whole sentence, behind the clause of the verb.
  static let sentences: [EventCase] = [
    .init(
      "Rebels fell upon an army convoy near Taji on Monday.", "Armed clash; date=2021-03-08"),
    .init(
      "Rebels marched into the town of Taji on Monday after the army fled.",
      "Non-state actor overtakes territory"),
    .init(
      "IS fighters overran an army outpost near Taji on Monday.", "Armed clash; actor1=ISIS"),
    .init("IS fighters overran the town of Taji on Monday.", "Non-state actor overtakes territory"),
    .init(
      "A teacher was bundled into a white car by masked men in Taji on Monday.",
      "Abduction/forced disappearance"),
    .init("The guest was bundled into a taxi in Taji on Monday.", ""),
    .init(
      "Hundreds of teachers thronged the square in Taji on Monday over unpaid salaries.",
      "Peaceful protest"),
    .init("Hundreds of fans thronged the square in Taji on Monday to celebrate the cup win.", ""),
    .init(
      "Relatives of a dead patient beat two doctors in a hospital in Taji on Monday.",
      "Mob violence"),
    .init(
      "Residents blocked the main road in Taji with blazing tyres on Monday, angry at blackouts.",
      "Violent demonstration"),
  ]

  /// Who stands beside the subject and who says what they are.
  static let parties: [EventCase] = [
    .init(
      "A drone hit a pickup in Taji on Monday and two people described by officials as PKK cadres were killed.",
      "Air/drone strike; killed=2; actor2=PKK"),
    .init(
      "Somali troops backed by clan militia recaptured Taji from al-Shabaab on Monday.",
      "Government regains territory"),
    .init("Russia captured the town of Taji on Monday.", "Government regains territory"),
    .init("A corporal was shot dead by gunmen in Taji on Monday.", "Armed clash; killed=1"),
    .init(
      "Gunmen massacred villagers in Taji on Monday. Thirty-eight people were killed.",
      "Attack; killed=38"),
  ]

  /// Accidents, animals and courts tell no event, and what they are about does.
  static let nothing: [EventCase] = [
    .init("Nine people were killed in Taji on Monday when their jeep fell into a gorge.", ""),
    .init("Three miners were killed when a tunnel collapsed in Taji on Monday.", ""),
    .init("A hunter shot dead a wild boar near Taji on Monday.", ""),
    .init("The court on Monday cleared two officers of shooting a protester in Taji.", ""),
    .init("Hackers attacked the website of a bank in Taji on Monday.", ""),
  ]
}
