import Model

@testable import ExtractEvents

extension HarmCase {
  static let english: [HarmCase] = [
    HarmCase(
      "A roadside bomb exploded 12 kilometres south of Tuz Khurmatu, causing no casualties.",
      "zero 0"),
    HarmCase(
      "At least 11 soldiers, including an officer, were killed in Udhaim early Friday.",
      "killed 1 IRQ_SECURITY subset; killed 11+ at_least IRQ_ARMY"),
    HarmCase("No one was hurt in the attack.", "zero 0"),
    HarmCase(
      "The attack killed at least six, including two policemen, and wounded ten.",
      "killed 6+ at_least; killed 2 IRQ_POLICE subset; injured 10"),
    HarmCase(
      "Three soldiers were killed and five others wounded in the blast.",
      "killed 3 IRQ_ARMY; injured 5 IRQ_ARMY"),
    HarmCase("The blast left 4 dead and 7 wounded.", "killed 4; injured 7"),
    HarmCase("The bombing claimed the lives of four civilians.", "killed 4 CIVILIANS"),
    HarmCase("A bomb wounded six people on Monday.", "injured 6"),
    HarmCase("Iraqi forces killed five IS militants near Hawija.", "killed 5 ISIS active"),
    HarmCase("The death toll rose to 12.", "killed 12 toll"),
    HarmCase(
      "A suicide bomber killed 12 people and wounded 25 in Baghdad.",
      "killed 12 active; injured 25"),
    HarmCase("Two policemen and a civilian were killed in the attack.", "killed 3 IRQ_POLICE"),
    HarmCase(
      "An officer was killed and three others were injured.",
      "killed 1 IRQ_SECURITY; injured 3 IRQ_SECURITY"),
    HarmCase(
      "Five militants were killed in an airstrike carried out by three jets.",
      "killed 5 UNKNOWN_ARMED"),
    HarmCase("Turkish warplanes killed four PKK fighters.", "killed 4 PKK active"),
    HarmCase("Gunmen shot dead a village mukhtar in Diyala.", "killed 1 CIV_MUKHTAR active"),
    HarmCase(
      "The blast killed a soldier and wounded two policemen.",
      "killed 1 IRQ_ARMY; injured 2 IRQ_POLICE"),
    HarmCase("killing two soldiers, a policeman and three civilians", "killed 6 IRQ_ARMY"),
    HarmCase("killed two soldiers, an official said", "killed 2 IRQ_ARMY"),
    HarmCase(
      "Twenty-five people were wounded, two of them seriously.",
      "injured 25; injured 2 subset"),
    HarmCase(
      "The attack left dozens dead and hundreds wounded.",
      "killed 24+ vague; injured 200+ vague"),
    HarmCase(
      "More than 30 people died and scores were injured.",
      "killed 31+ more_than; injured 40+ vague"),
    HarmCase("No casualties were reported.", "zero 0"),
    HarmCase("There were no immediate reports of casualties.", "zero 0"),
    HarmCase("No group claimed responsibility for the attack that killed five.", "killed 5"),
    HarmCase("The bodies of seven people were found near Hawija.", "killed 7 bodies"),
    HarmCase("Police found a body in the river.", "killed 1 bodies"),
    HarmCase("Two bodies were found in Mosul.", "killed 2 bodies"),
    HarmCase(
      "casualties were reported in the attack, causing casualties among civilians",
      "casualties 1+ vague"),
    HarmCase(
      "Three soldiers killed, two wounded in Kirkuk attack",
      "killed 3 IRQ_ARMY; injured 2 IRQ_ARMY"),
    HarmCase(
      "ISIS killed three Peshmerga fighters and wounded two others in an attack",
      "killed 3 KRG_PESHMERGA active; injured 2 KRG_PESHMERGA"),
    HarmCase("The PKK said it killed 15 Turkish soldiers", "killed 15 TUR_MIL active"),
    HarmCase("killing between 10 and 15 people", "killed 10-15 range"),
    HarmCase("The attack killed as many as 20 people", "killed 1-20 at_most"),
    HarmCase("Ahmed, 25, was killed in the attack", ""),
    HarmCase("a 25-year-old man was killed", "killed 1 CIVILIANS"),
    HarmCase(
      "A roadside bomb hit a convoy of three vehicles, wounding a driver.",
      "injured 1 CIV_DRIVERS"),
    HarmCase("In 2017, ISIS militants attacked the village.", ""),
    HarmCase(
      "A bomb exploded near the house of an army officer killing his wife and injuring two of his children",
      "killed 1 CIVILIANS; injured 2 CIVILIANS"),
    HarmCase(
      "At least one person was killed and several others were wounded",
      "killed 1+ at_least; injured 3+ vague"),
    HarmCase("the death toll from the bombing rose to 45", "killed 45 toll"),
    HarmCase(
      "The death toll has risen to 45 dead and 100 wounded.",
      "killed 45 toll; injured 100 toll"),
    HarmCase(
      "Eight Iraqi soldiers were killed and 11 others, including two officers, were wounded.",
      "killed 8 IRQ_ARMY; injured 2 IRQ_SECURITY subset; injured 11 IRQ_ARMY"),
    HarmCase("An estimated 200 people were killed or wounded", "pooled 200 about"),
    HarmCase("Five people were killed and wounded in the explosion", "pooled 5"),
    HarmCase("Iraqi security forces killed a militant in Anbar", "killed 1 UNKNOWN_ARMED active"),
    HarmCase("half a dozen soldiers were injured", "injured 6 IRQ_ARMY"),
    HarmCase("The death of two soldiers", "killed 2 IRQ_ARMY"),
    HarmCase("a man died of his wounds", "killed 1 CIVILIANS"),
    HarmCase("The army did not suffer any casualties.", "zero 0"),
    HarmCase("Nobody was killed", "killed 0"),
    HarmCase("killing all six on board", "killed 6"),
    HarmCase("nine dead in an attack", "killed 9"),
    HarmCase("The villagers buried three victims", "casualties 3"),
    HarmCase(
      "militants who killed hundreds of Yazidis in 2014",
      "killed 200+ vague CIV_YAZIDI active"),
    HarmCase("The three wounded soldiers were taken to hospital", "injured 3 IRQ_ARMY"),
    HarmCase("a second soldier was wounded", "injured 1 IRQ_ARMY"),
    HarmCase("four people, three of whom were women, were killed", "killed 3 subset; killed 4"),
    HarmCase("two bus drivers were killed", "killed 2 CIV_DRIVERS"),
    HarmCase(
      "three houses and two cars were damaged and a civilian was wounded",
      "injured 1 CIVILIANS"),
    HarmCase("The explosion killed two and destroyed three vehicles.", "killed 2"),
    HarmCase("Two Iraqi army soldiers and a member of the PMF were killed", "killed 3 IRQ_ARMY"),
    HarmCase("Three members of the Popular Mobilization Forces were injured", "injured 3 IRQ_PMF"),
    HarmCase("Clashes between Peshmerga and ISIS killed seven on both sides", "killed 7"),
    HarmCase(
      "One Peshmerga was killed and another wounded",
      "killed 1 KRG_PESHMERGA; injured 1 KRG_PESHMERGA"),
    HarmCase("A Peshmerga fighter was killed.", "killed 1 KRG_PESHMERGA"),
    HarmCase("a Turkish soldier died", "killed 1 TUR_MIL"),
    HarmCase("Officials said 13 were dead", "killed 13"),
    HarmCase("Twelve were killed and 20 injured", "killed 12; injured 20"),
    HarmCase("dozens of casualties", "casualties 24+ vague"),
    HarmCase("The attack caused casualties.", "casualties 1+ vague"),
    HarmCase("shelling without causing casualties", "zero 0"),
    HarmCase("Mortar shells landed near the base; there were no casualties.", "zero 0"),
    HarmCase("several people were killed", "killed 3+ vague"),
    HarmCase("an unknown number of people were killed", "killed 1+ vague"),
    HarmCase("two hundred and fifty people were killed", "killed 250"),
    HarmCase("1,200 people were killed since 2014", "killed 1200"),
    HarmCase("Over 1200 civilians have been killed", "killed 1201+ more_than CIVILIANS"),
    HarmCase("the killing of three Yazidis", "killed 3 CIV_YAZIDI"),
    HarmCase("martyred two Peshmerga", "killed 2 KRG_PESHMERGA"),
    HarmCase(
      "A Peshmerga was martyred and two others were wounded",
      "killed 1 KRG_PESHMERGA; injured 2 KRG_PESHMERGA"),
    HarmCase(
      "security forces killed 3 terrorists and arrested 5 others",
      "killed 3 UNKNOWN_ARMED active"),
    HarmCase("Two brothers were shot dead", "killed 2 CIVILIANS"),
    HarmCase("gunmen killed a man and his son", "killed 2 CIVILIANS active"),
    HarmCase(
      "gunmen killed two brothers, one of them a police officer",
      "killed 2 CIVILIANS active; killed 1 IRQ_POLICE subset"),
    HarmCase(
      "killing at least 3 and wounding more than 10",
      "killed 3+ at_least; injured 11+ more_than"),
    HarmCase("The wounded were taken to hospital", ""),
    HarmCase("a couple was killed", "killed 2"),
    HarmCase(
      "unidentified gunmen opened fire on a civilian car, killing the driver and wounding a passenger",
      "killed 1 CIV_DRIVERS; injured 1 CIVILIANS"),
    HarmCase(
      "The car bomb killed five policemen and four civilians, and wounded 20 others.",
      "killed 9 IRQ_POLICE; injured 20 IRQ_POLICE"),
    HarmCase("fire killed 5 sheep", ""),
    HarmCase("a mass grave containing the remains of 50 people", "killed 50 bodies"),
    HarmCase("12 killed, 30 injured in Baghdad bombing", "killed 12; injured 30"),
    HarmCase("Iraq: 5 dead, 12 wounded in blast", "killed 5; injured 12"),
    HarmCase(
      "The attack left at least three security personnel dead, local police said.",
      "killed 3+ at_least IRQ_SECURITY"),
    HarmCase(
      "Islamic State militants attacked a checkpoint, killing four federal policemen and wounding three others, a security source said on Sunday.",
      "killed 4 IRQ_FEDPOL; injured 3 IRQ_FEDPOL"),
    HarmCase(
      "Two Peshmerga fighters were killed and another was injured when ISIS attacked their post.",
      "killed 2 KRG_PESHMERGA; injured 1 KRG_PESHMERGA"),
    HarmCase(
      "The explosion resulted in the death of one soldier and the injury of two others.",
      "killed 1 IRQ_ARMY; injured 2 IRQ_ARMY"),
    HarmCase("An IED killed a shepherd near Kifri.", "killed 1 CIV_HERDERS"),
    HarmCase("Unknown gunmen assassinated an activist in Basra.", "killed 1 CIV_ACTIVISTS active"),
    HarmCase(
      "A Turkish drone strike killed three members of the Sinjar Resistance Units.",
      "killed 3 YBS active"),
    HarmCase("The bodies of three men were discovered.", "killed 3 CIVILIANS bodies"),
    HarmCase("The strike did not cause casualties.", "zero 0"),
    HarmCase(
      "at least 20 ISIS militants have been killed in the past week",
      "killed 20+ at_least ISIS"),
    HarmCase("Security forces arrested five suspects and seized 20 rockets.", ""),
    HarmCase(
      "The mayor said that 15 houses were burned and one woman was injured.",
      "injured 1 CIVILIANS"),
    HarmCase("Five Katyusha rockets landed; no injuries were reported.", "zero 0"),
    HarmCase("Police say the death toll could rise.", ""),
    HarmCase("Reports say that between 5 and 7 people died", "killed 5-7 range"),
    HarmCase("The wounded soldier died later", "killed 1 IRQ_ARMY"),
    HarmCase("six more were hurt", "injured 6"),
    HarmCase("Iraq's parliament has 329 members", ""),
    HarmCase(
      "At least 30 shoppers, in addition to the bomber, were killed",
      "killed 31+ at_least CIVILIANS"),
    HarmCase(
      "Six workers, as well as the attacker, died in the blast",
      "killed 7 CIV_WORKERS"),
    HarmCase(
      "At least 20 worshippers and guards were killed",
      "killed 20+ at_least CIVILIANS"),
    HarmCase(
      "Two nurses of a private clinic were injured",
      "injured 2 CIV_MEDICAL"),
    HarmCase(
      "Five workers from a construction company were killed",
      "killed 5 CIV_WORKERS"),
    HarmCase(
      "Two soldiers were killed and a fourth was wounded",
      "killed 2 IRQ_ARMY; injured 1 IRQ_ARMY"),
    HarmCase(
      "The mine killed two farmers and wounded a third.",
      "killed 2 CIV_FARMERS; injured 1 CIV_FARMERS"),
    HarmCase(
      "A bomb went off under the car of a judge, killing him and his driver",
      "killed 2 CIV_LAWYERS"),
    HarmCase(
      "Gunmen stormed the house of a teacher, killing her and two neighbours",
      "killed 3 CIV_TEACHERS"),
    HarmCase(
      "The attacker blew himself up, killing himself and three policemen",
      "killed 4"),
    HarmCase("He and a bodyguard were killed", "killed 2"),
    HarmCase("He and his brother were killed instantly", "killed 2 CIVILIANS"),
    HarmCase("He was killed and a guard was wounded", "killed 1; injured 1"),
    HarmCase(
      "Gunmen broke into the house of a teacher and killed her together with her sister and two sons",
      "killed 4 CIV_TEACHERS"),
    HarmCase(
      "Gunmen shot dead an activist and physician in Basra", "killed 1 CIV_ACTIVISTS active"),
    HarmCase(
      "Two gunmen on a motorcycle assassinated a well-known haberdasher", "killed 1"),
    HarmCase("Two Kurdish women journalists were killed", "killed 2 JOURNALIST"),
    HarmCase("25 people were killed in addition to the bomber", "killed 26"),
    HarmCase("A teacher and a student were killed", "killed 2 CIV_TEACHERS"),
    HarmCase("A man and woman were killed", "killed 2 CIVILIANS"),
    HarmCase(
      "Guards fired shots in the air and two prisoners were injured", "injured 2 DETAINEES"),
    HarmCase(
      "Gunmen killed her brother",
      "killed 1 CIVILIANS active"),
    HarmCase(
      "Eight villagers, among them a young couple and their son, were killed",
      "killed 2 CIVILIANS subset; killed 8 CIVILIANS"),
    HarmCase(
      "A 12-year-old girl was wounded by shrapnel",
      "injured 1 CIVILIANS"),
    HarmCase(
      "killing three of the militia's fighters",
      "killed 3 PMF_FACTIONS"),
    HarmCase(
      "Policemen killed a would-be car bomber",
      "killed 1 UNKNOWN_ARMED active"),
    HarmCase(
      "Militants shot a shepherd dead in the hills; the body was left on the road",
      "killed 1 CIV_HERDERS"),
    HarmCase(
      "Salim Barzan, a shop owner, was shot dead outside his home",
      "killed 1 CIVILIANS"),
    HarmCase(
      "Militants beat a baker to death in the village",
      "killed 1 CIVILIANS"),
    HarmCase(
      "A court sentenced two men to death",
      ""),
    HarmCase(
      "In addition to the bomber, 28 people were killed and 60 were injured",
      "killed 29 UNKNOWN_ARMED; injured 60 UNKNOWN_ARMED"),
    HarmCase(
      "There was no information on casualties.",
      ""),
    HarmCase(
      "No details about injuries were given",
      ""),
    HarmCase(
      "No reports of casualties were received.",
      "zero 0"),
    HarmCase(
      "Neither attack caused casualties",
      "zero 0"),
    HarmCase(
      "A farmer and his two sons were wounded by a mine",
      "injured 3 CIV_FARMERS"),
    HarmCase(
      "A woman and her three daughters were killed",
      "killed 4 CIVILIANS"),
    HarmCase(
      "Four soldiers were wounded; one lost his leg.",
      "injured 4 IRQ_ARMY; injured 1 subset"),
    HarmCase(
      "Two policemen were killed and four soldiers injured when militants stormed the field",
      "killed 2 IRQ_POLICE; injured 4 IRQ_ARMY"),
    HarmCase(
      "The bodies of six men kidnapped last week were found",
      "killed 6 CIVILIANS bodies"),
    HarmCase(
      "She died on the way to hospital.",
      "killed 1"),
    HarmCase(
      "Hala Nazim, a harpist, was shot dead at her door",
      "killed 1"),
    HarmCase(
      "Bandits hacked a farmer and his brother to death in Taji.",
      "killed 2 CIV_FARMERS"),
    HarmCase(
      "Security forces fired on the crowd, leaving 14 of them dead and 120 injured.",
      "killed 14; injured 120"),
    HarmCase(
      "An airstrike killed 165 people, 27 women and 19 children among them.",
      "killed 165; killed 46 CIVILIANS subset"),
    HarmCase(
      "Eleven people, seven attackers and four guards, died in the fight.",
      "killed 11"),
    HarmCase(
      "Marchers hurled stones at officers, nine of whom were hurt.",
      "injured 9"),
    HarmCase(
      "They attacked a station, killing two policemen and freeing an unknown number of suspects.",
      "killed 2 IRQ_POLICE"),
    HarmCase(
      "A mob beat to death and burned two men.",
      "killed 2 CIVILIANS active"),
    HarmCase(
      "The death toll from the bombing at a mosque within the Police Lines compound in the city of Peshawar climbed to 100.",
      "killed 100 toll"),
  ]
}
