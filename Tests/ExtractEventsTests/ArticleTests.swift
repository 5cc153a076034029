import Model
import Testing

@testable import ExtractEvents

/// Whole reports with a headline, as agencies send them, and the events that they tell: sub-event type, place, and
/// the numbers of killed and injured.
struct ArticleCase: Sendable, CustomTestStringConvertible {
  var title: String
  var text: String
  var published: String
  var events: [String]
  var testDescription: String { title }
}

@Suite struct `A report of several paragraphs` {
  static let cases: [ArticleCase] = [
    ArticleCase(
      title: "مقتل ثلاثة من البيشمركة وإصابة خمسة بهجوم لداعش قرب كفري",
      text: """
        أفاد مصدر أمني، اليوم الأحد، بمقتل ثلاثة من قوات البيشمركة وإصابة خمسة آخرين في هجوم شنه عناصر تنظيم داعش على \
        نقطة أمنية قرب قرية كولجو التابعة لقضاء كفري.

        وقال المصدر إن الهجوم وقع ليلة السبت، مبيناً أن قوات البيشمركة ردت ما أسفر عن مقتل اثنين من المهاجمين.

        واعتقلت الشرطة أربعة مطلوبين في بعقوبة.
        """,
      published: "2021-05-02",
      events: [
        "Armed clash iq-kullajo 2021-05-01 5 5", "Arrests iq-baqubah - - -",
      ]),
    ArticleCase(
      title: "خمسة قتلى بقصف تركي على قرية في دهوك",
      text: """
        قال مسؤول محلي إن طائرات حربية تركية قصفت، فجر اليوم الخميس، سيارة مدنية قرب قرية ديرلوك ما أسفر عن مقتل خمسة أشخاص.

        وفي سنجار، قتل عنصران من وحدات مقاومة سنجار بغارة لطائرة مسيرة مساء الأربعاء.
        """,
      published: "2021-05-06",
      events: [
        "Air/drone strike iq-dereluk 2021-05-06 5 -", "Air/drone strike iq-sinjar 2021-05-05 2 -",
      ]),
    ArticleCase(
      title: "Gunmen kill five in village raid north of Baghdad, officials say",
      text: """
        Suspected Islamic State militants killed at least five people, including two policemen, in a raid on the village of \
        Zaghaniya, about 10 km northeast of Baqubah, police said on Thursday.

        The attackers stormed a house late on Wednesday and set fire to two vehicles. Seven others were wounded, a medic at \
        Baqubah hospital said.

        In a separate incident, hundreds of people protested in the southern city of Nasiriyah over power cuts.
        """,
      published: "2021-05-06",
      events: [
        "Armed clash iq-zaghaniya 2021-05-05 5 7", "Peaceful protest iq-nasiriyah - - -",
      ]),
  ]

  @Test(arguments: cases) func `tells each event once`(_ example: ArticleCase) throws {
    // The headline may be a field of its own or the first line.
    let result = try Extraction.run(example.title + "\n\n" + example.text, example.published)
    let told = result.events.filter { $0.realis == .asserted }.map { event in
      let place = event.places.first?.id ?? "-"
      let day = event.date.start.map { "\($0)" } ?? "-"
      let killed = event.harm.killed.minimum.map { "\($0)" } ?? "-"
      let injured = event.harm.injured.minimum.map { "\($0)" } ?? "-"
      return "\(event.subEventType ?? "-") \(place) \(day) \(killed) \(injured)"
    }
    #expect(told == example.events)
  }
}
