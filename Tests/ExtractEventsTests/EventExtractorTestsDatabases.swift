/// Summaries of one incident as databases and agencies write them; published on Thursday 2021-03-11.
enum EventExtractorTestsDatabases {
  /// Two acts of a sentence, claims, and what a fight led to.
  static let acts: [EventCase] = [
    .init(
      "Militants shelled Daquq and ambushed soldiers near Hawija on 3 March 2021.",
      "Shelling/artillery/missile attack; place=iq-daquq; date=2021-03-03 || Armed clash; place=iq-hawija; date=2021-03-03"
    ),
    .init(
      "Gunmen killed a mukhtar in Daquq and bombed the house of a teacher in Hawija on 3 March 2021.",
      "Attack; killed=1; date=2021-03-03 || Remote explosive/landmine/IED; killed=-; date=2021-03-03"
    ),
    .init(
      "IS militants burned crops in Daquq and kidnapped two farmers near Hawija on 3 March 2021.",
      "Looting/property destruction; actor1=ISIS; date=2021-03-03 || Abduction/forced disappearance; actor1=ISIS"
    ),
    .init(
      "Gunmen shot dead a teacher in Taji on 3 March 2021. On 5 March, the Islamic State claimed the killing.",
      "Attack; date=2021-03-03; killed=1; actor1=ISIS"),
    .init(
      "IS militants killed three policemen and burned two vehicles in an attack near Hawija on 3 March 2021.",
      "Armed clash; killed=3"),
    .init(
      "Troops moved into a protest camp in Hawija on 3 March 2021. Twenty people were killed in the clashes that followed.",
      "Excessive force against protesters; killed=20"),
    .init(
      "A gas cylinder exploded in a restaurant in Erbil on 3 March 2021. One person was killed and 29 were injured.",
      ""),
    .init(
      "A car bomb in western Mosul killed three people on 3 March 2021, in the first attack since the city was retaken from IS.",
      "Remote explosive/landmine/IED; killed=3; actor2=CIVILIANS"),
    .init(
      "March 3 marks six years since Islamic State overran Mosul.",
      ""),
    .init(
      "Ten people were killed when bombs went off in Baquba, 65 km northeast of Baghdad, on 3 March 2021. A second blast hit those who had rushed to the scene. In all 43 people died and 57 were wounded.",
      "Remote explosive/landmine/IED; killed=43; injured=57"),
    .init(
      "US special forces freed hostages in a raid near Hawija on 3 March 2021. A US soldier was killed; about 20 IS fighters died.",
      "Armed clash; killed=21"),
    .init(
      "Masked men abducted a councillor of Qara Tapa on 3 March 2021. His body was dumped near Daquq.",
      "Abduction/forced disappearance; killed=1"),
    .init(
      "Thousands marched through Kufa on 3 March 2021 in protest at the burning of a book in Stockholm.",
      "Peaceful protest; date=2021-03-03; place=iq-kufa"),
  ]

  /// Victims by name, counts by side, limbs, and nobody.
  static let victims: [EventCase] = [
    .init(
      "Gunmen shot dead Reham Yacoub, a doctor, in Basra on 3 March 2021.",
      "Attack; killed=1"),
    .init(
      "Gunmen killed Jane Roe and her two sons in Taji on 3 March 2021.",
      "Attack; killed=3"),
    .init(
      "Officials put the dead at 28 soldiers and 37 insurgents after fighting near Hawija on 3 March 2021.",
      "Armed clash; killed=65"),
    .init(
      "Two suicide bombers detonated their vests in Baghdad on 3 March 2021. 32 civilians, in addition to the two assailants, were killed.",
      "Suicide bomb; killed=34"),
    .init(
      "A shell hit a house in Taji on 3 March 2021: two dead, a journalist and a passer-by, and ten wounded.",
      "Shelling/artillery/missile attack; killed=2; injured=10"),
    .init(
      "A boy stepped on a landmine near Shalamcheh on 3 March 2021 and lost his left leg.",
      "Remote explosive/landmine/IED; injured=1; killed=-"),
    .init(
      "A grenade was thrown at a shop in Taji on 3 March 2021, hurting nobody.",
      "Grenade; killed=0; injured=0"),
    .init(
      "Militiamen raided a village near Hawija on 3 March 2021, hacking to death 46 people.",
      "Attack; killed=46"),
    .init(
      "A mine planted by IS killed three children in Baaj on 3 March 2021.",
      "Remote explosive/landmine/IED; killed=3"),
    .init(
      "Police used water cannon against teachers demanding pay in Kut on 3 March 2021.",
      "Protest with intervention; date=2021-03-03"),
    .init(
      "A drone hit a car near Sidakan on 3 March 2021, killing two battalion commanders and their driver.",
      "Air/drone strike; killed=3"),
  ]

  /// Who did it and to whom, in English summaries.
  static let parties: [EventCase] = [
    .init(
      "The town of Baiji was retaken on 3 March 2021, the army said.",
      "Government regains territory; actor1=IRQ_ARMY; actor2=-"),
    .init(
      "The town of Baiji was overrun on 3 March 2021, the army said.",
      "Non-state actor overtakes territory; actor1=-; actor2=-"),
    .init(
      "Counter-terrorism troops raised the flag over Ramadi on 3 March 2021, sealing the recapture of the city.",
      "Government regains territory; actor1=IRQ_CTS"),
    .init(
      "Iraqi forces, backed by the Hashd al-Shaabi, took most of Tal Afar on 3 March 2021.",
      "Government regains territory; actor1=IRQ_FORCES"),
    .init(
      "A lecturer, an expert on armed groups, was shot dead in Zayouna on 3 March 2021 by two men on a motorcycle.",
      "Attack; killed=1"),
    .init(
      "Armed men attacked protesters in Baghdad on 3 March 2021, killing 25.",
      "Excessive force against protesters; killed=25"),
    .init(
      "A mob set fire to the house of a teacher in Kut on 3 March 2021.",
      "Mob violence; actor1=RIOTERS"),
    .init(
      "A drone struck a vehicle carrying members of the PKK near Sinjar on 3 March 2021, and a bystander was hurt.",
      "Air/drone strike; actor2=PKK"),
    .init(
      "Missiles hit a villa in Erbil on 3 March 2021, injuring two. The Revolutionary Guards said they had targeted a base.",
      "Shelling/artillery/missile attack; actor1=IRN_IRGC"),
    .init(
      "Demonstrators stormed the offices of the Badr Organization in Basra on 3 March 2021 and set them on fire.",
      "Violent demonstration; actor1=RIOTERS"),
  ]

  /// Parts of towns and what lies beside a river.
  static let grounds: [EventCase] = [
    .init(
      "A grenade was thrown at a shop in Kirkuk's Hurriya district on 3 March 2021.",
      "Grenade; place=iq-kirkuk"),
    .init(
      "A bomb exploded in the Hurriya district of Baghdad on 3 March 2021.",
      "Remote explosive/landmine/IED; place=iq-hurriya-baghdad"),
    .init(
      "A body was found in the Diyala river near Baqubah on 3 March 2021.",
      "Attack; place=iq-baqubah"),
  ]

  /// Several means, and the words for them.
  static let means: [EventCase] = [
    .init(
      "IS men threw grenades and fired at a tribal Hashd post near Taji on 3 March 2021.",
      "Armed clash; actor1=ISIS; actor2=IRQ_TRIBAL_HASHD"),
    .init(
      "An American drone fired missiles at two cars near Qaim on 3 March 2021.",
      "Air/drone strike"),
    .init(
      "Two rockets came down on a house in Taji on 3 March 2021.",
      "Shelling/artillery/missile attack"),
    .init(
      "A bomber drove his car into a checkpoint of the army in Qaim on 3 March 2021, killing four.",
      "Suicide bomb; killed=4"),
    .init(
      "Masked men stopped a bus near Nukhayb on 3 March 2021 and shot 22 men in the back of the head.",
      "Attack; killed=22"),
    .init(
      "No one was hurt when a bomb went off in Kut on 3 March 2021.",
      "Remote explosive/landmine/IED; killed=0; injured=0"),
    .init(
      "Controlled detonations of old ammunition were heard in Erbil on 3 March 2021.",
      ""),
    .init(
      "A car bomb destroyed a restaurant in Kut on 3 March 2021.",
      "Remote explosive/landmine/IED"),
    .init(
      "A truck blew up in Taji on 3 March 2021, killing nine. IS said an Iraqi had carried it out.",
      "Remote explosive/landmine/IED; killed=9"),
    .init(
      "An explosive vest was detonated by a bomber in Taji on 3 March 2021, killing nine.",
      "Suicide bomb; killed=9"),
    .init(
      "Three explosive drones were used in an attempt on the life of a judge in Taji on 3 March 2021.",
      "Air/drone strike"),
    .init(
      "IS fighters sprayed a cafe with gunfire before one of them drove a car bomb into a post near Taji on 3 March 2021.",
      "Attack; actor1=ISIS"),
  ]

  /// Many ways to tell one thing, and what only sounds like it.
  static let ways: [EventCase] = [
    .init(
      "Militants clubbed four farmers to death near Taji on 3 March 2021.",
      "Attack; killed=4"),
    .init(
      "Militants put to death nine villagers in Taji on 3 March 2021.",
      "Attack; killed=9"),
    .init(
      "A teacher was nabbed by armed men at his door in Taji on 3 March 2021.",
      "Abduction/forced disappearance; actor1=UNKNOWN_GUNMEN"),
    .init(
      "A hunter lost both legs to a landmine near Taji on 3 March 2021.",
      "Remote explosive/landmine/IED; injured=1"),
    .init(
      "A convoy drove over a roadside charge near Taji on 3 March 2021.",
      "Remote explosive/landmine/IED; date=2021-03-03"),
    .init(
      "A sound bomb was tossed at a restaurant in Taji on 3 March 2021. Nobody was hurt.",
      "Grenade; killed=0; injured=0"),
    .init(
      "Riot police hurled sound bombs at a crowd in Basra on 3 March 2021.",
      "Protest with intervention"),
    .init(
      "Forty mortar rounds filled with a chemical agent fell on Makhmur on 3 March 2021.",
      "Chemical weapon; date=2021-03-03"),
    .init(
      "A glide bomb flattened a house in Taji on 3 March 2021.",
      "Air/drone strike"),
    .init(
      "Iraqi forces regained Hawija on 3 March 2021.",
      "Government regains territory; actor1=IRQ_FORCES"),
    .init(
      "Demonstrators broke through police lines in Baghdad on 3 March 2021 and entered the parliament.",
      "Violent demonstration; actor1=RIOTERS"),
    .init(
      "Crowds from two districts hurled rocks at each other in Kirkuk on 3 March 2021.",
      "Mob violence; place=iq-kirkuk"),
    .init(
      "A crowd burned a consulate in Najaf on 3 March 2021.",
      "Violent demonstration; actor1=RIOTERS"),
    .init(
      "Thousands poured onto the streets of Basra on 3 March 2021, calling for the governor to go.",
      "Peaceful protest; place=iq-basra"),
    .init(
      "Thousands of pilgrims poured onto the streets of Karbala on 3 March 2021.",
      ""),
    .init(
      "Police dragged away a dozen activists who had glued themselves to a road in Basra on 3 March 2021.",
      "Protest with intervention"),
    .init(
      "Rwandan troops shot dead two traders in Taji on 3 March 2021.",
      "Attack; killed=2; actor1=FOREIGN_FORCES"),
    .init(
      "Dozens of graduates gathered in front of the ministry in Baghdad on 3 March 2021.",
      "Peaceful protest; date=2021-03-03"),
    .init(
      "Kataib Hezbollah announced a pause in attacks on American bases on 3 March 2021.",
      ""),
    .init(
      "The court heard how the accused shot dead a teacher in Taji on 3 March 2021.",
      ""),
    .init(
      "The army withdrew from Taji on 3 March 2021 without a shot.",
      "Non-violent transfer of territory"),
    .init(
      "Police detained nine people at a march for wages in Taji on 3 March 2021.",
      "Protest with intervention"),
  ]
}
