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
    // A toll of protests and a fire in another city are not one event.
    ArticleCase(
      title: "ارتفاع حصيلة احتجاجات الناصرية",
      text: """
        ارتفعت حصيلة ضحايا الاحتجاجات في الناصرية إلى 25 قتيلاً، فيما أحرق محتجون القنصلية الإيرانية في النجف مساء الأربعاء.
        """,
      published: "2019-11-28",
      events: [
        "Excessive force against protesters iq-nasiriyah - 25 -",
        "Violent demonstration iq-najaf 2019-11-27 - -",
      ]),
    // The valley that the lead names, not the direction of the headline.
    ArticleCase(
      title: "مقتل جنديين بهجوم لداعش جنوبي كركوك",
      text: """
        قال مصدر أمني إن جنديين قتلا فجر الأربعاء بهجوم شنه عناصر تنظيم داعش على نقطة للجيش في وادي الشاي جنوبي المحافظة.
        """,
      published: "2021-05-05",
      events: ["Armed clash iq-wadi-al-shay 2021-05-05 2 -"]),
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

  /// Classes of language that only whole articles show.
  static let classes: [ArticleCase] = [
    // An earlier toll is replaced.
    ArticleCase(
      title: "ارتفاع حصيلة انفجار سوق تلعفر إلى ستة قتلى",
      text: """
        السومرية نيوز/ نينوى

        أعلن مصدر طبي، اليوم الأحد، ارتفاع حصيلة انفجار الدراجة المفخخة في سوق وسط تلعفر إلى ستة قتلى وعشرة جرحى.

        وكان مصدر في الشرطة قد أفاد في وقت سابق بأن دراجة مفخخة انفجرت صباحاً قرب السوق في تلعفر، ما أسفر عن مقتل أربعة أشخاص وإصابة 12.
        """,
      published: "2021-05-02",
      events: ["Remote explosive/landmine/IED iq-tal-afar - 6 10"]),
    // What an act is done with is no act beside it.
    ArticleCase(
      title: "No electricity in parts of Diyala",
      text: """
        Militants blew up two electricity pylons near Khan Bani Saad with explosive charges on Sunday.
        """,
      published: "2021-05-02",
      events: ["Remote explosive/landmine/IED iq-khan-bani-saad 2021-05-02 - -"]),
    // Each sentence a paragraph: nobody was hurt in what the one above tells.
    ArticleCase(
      title: "Rockets land inside Balad air base",
      text: """
        Two rockets landed inside Balad air base on Sunday.

        There were no casualties, the army said.

        No group claimed responsibility.
        """,
      published: "2021-05-02",
      events: ["Shelling/artillery/missile attack iq-balad-base 2021-05-02 0 0"]),
    // A round-up's headline and lead only add up what follows.
    ArticleCase(
      title: "هجمات في ديالى وكركوك تخلف خمسة قتلى",
      text: """
        قتل خمسة أشخاص، اليوم الأحد، في حوادث متفرقة شهدتها محافظتا ديالى وكركوك.

        ففي ديالى، قتل ثلاثة مزارعين بانفجار عبوة ناسفة في كنعان.

        وفي كركوك، قتل مسلحون شرطيين اثنين في داقوق.
        """,
      published: "2021-05-02",
      events: [
        "Remote explosive/landmine/IED iq-kanaan 2021-05-02 3 -",
        "Armed clash iq-daquq 2021-05-02 2 -",
      ]),
    // Figures of a month are no events.
    ArticleCase(
      title: "إحصائية: 70 قتيلاً بأعمال عنف خلال نيسان",
      text: """
        أعلن مرصد، اليوم الأحد، أن 70 عراقياً سقطوا بين قتيل وجريح جراء أعمال العنف خلال شهر نيسان الماضي.

        وجاءت ديالى أولاً بـ12 هجوماً، تلتها كركوك بـ9 هجمات.

        وقتل 15 شخصاً بالعبوات الناسفة.
        """,
      published: "2021-05-02",
      events: []),
    // The lead below a dateline, and a day told by taking the event up.
    ArticleCase(
      title: "نزاع عشائري شمالي البصرة يوقع ثلاثة قتلى",
      text: """
        السومرية نيوز/ البصرة

        قتل ثلاثة أشخاص بنزاع بين عشيرتين في قضاء القرنة، بحسب مصدر أمني.

        وأوضح المصدر أن النزاع اندلع مساء السبت بسبب أرض زراعية.
        """,
      published: "2021-05-02",
      events: ["Armed clash iq-adm2-qurna 2021-05-01 3 -"]),
    // A bomb during an operation was where the operation is.
    ArticleCase(
      title: "الحشد: انطلاق عملية أمنية في أطراف سامراء",
      text: """
        أعلن الحشد الشعبي، اليوم الأحد، انطلاق عملية أمنية لتفتيش أطراف قضاء سامراء.

        وانفجرت عبوة على القوة أثناء التقدم فأصيب مقاتلان.
        """,
      published: "2021-05-02",
      events: ["Remote explosive/landmine/IED iq-adm2-samarra - - 2"]),
    // A sum in English, and a month that is over is background.
    ArticleCase(
      title: "Bombings across Iraq kill six",
      text: """
        A series of bombings killed six people across Iraq on Sunday, police said.

        In Baquba, a car bomb near a market killed four people.

        In Tikrit, a roadside bomb killed two policemen.

        In March, a suicide bomber killed 11 people in Hilla.
        """,
      published: "2021-05-02",
      events: [
        "Remote explosive/landmine/IED iq-baqubah 2021-05-02 4 -",
        "Remote explosive/landmine/IED iq-tikrit 2021-05-02 2 -",
      ]),
    // The attackers' next act, a hospital, an earlier toll.
    ArticleCase(
      title: "Militants kill three policemen at checkpoint near Hawija",
      text: """
        Islamic State militants attacked a police checkpoint near Hawija late on Saturday, killing three policemen, a police source said on Sunday.

        The attackers set off a roadside bomb as reinforcements arrived and fled toward the Hamrin hills.

        Two wounded policemen were taken to a hospital in Kirkuk, a doctor there said. Police had earlier put the toll at two.
        """,
      published: "2021-05-02",
      events: ["Armed clash iq-hawija 2021-05-01 3 2"]),
    // What media told and the army denies.
    ArticleCase(
      title: "Army denies attack on village near Jalawla",
      text: """
        The Iraqi army on Sunday denied that militants had attacked a village near Jalawla.

        Local media had reported that the militants killed two farmers.
        """,
      published: "2021-05-02",
      events: []),
    // The strikes were elsewhere than the headline's country; the toll of a war.
    ArticleCase(
      title: "Turkish jets strike PKK targets in Iraq",
      text: """
        Turkish jets struck Kurdistan Workers' Party (PKK) positions in northern Iraq, killing four militants, the defense ministry said on Sunday.

        The strikes on Saturday hit shelters in the Metina area.

        More than 40,000 people have been killed since the group took up arms in 1984.
        """,
      published: "2021-05-02",
      events: ["Air/drone strike iq-metina-mountain 2021-05-01 4 -"]),
    // A dateline in Sorani, and a habit.
    ArticleCase(
      title: "چەکداران لە خورماتوو پەلاماری پێشمەرگەیان دا",
      text: """
        هەولێر- شەوی ڕابردوو چەکدارانی داعش هێرشیان کردە سەر خاڵێکی پێشمەرگە لە نزیک دووزخورماتوو و دوو پێشمەرگە شەهید بوون.

        داعش ناوە ناوە لەو ناوچانە هێرش دەکات.
        """,
      published: "2021-05-02",
      events: ["Armed clash iq-tuz 2021-05-01 2 -"]),
  ]

  @Test(arguments: cases + classes) func `tells each event once`(_ example: ArticleCase) throws {
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
