/// Sorani as newsrooms write it; published on Thursday 2021-03-11.
enum EventExtractorTestsSorani {
  static let events: [EventCase] = [
    // The thing that begins the clause does it; behind an ezafe stands its owner.
    .init(
      "بۆمبێکی چێنراو هێزێکی حەشدی شەعبی لە سامەڕا کردە ئامانج.",
      "Remote explosive/landmine/IED; actor2=IRQ_PMF"),
    .init("درۆنێکی تورکیا ئۆتۆمبێلێکی لە شنگال پێکا.", "Air/drone strike; actor1=TUR_MIL"),
    // Whose an attack is, over words of time.
    .init(
      "دوو هاووڵاتی لە هێرشی مووشەکیی دوێنێی سوپای پاسداران بۆ سەر هەولێر کوژران.",
      "Shelling/artillery/missile attack; actor1=IRN_IRGC; actor2=CIVILIANS; killed=2"),
    // What a crowd came out for.
    .init(
      "لە ناڕەزایەتی بە کوشتنی دوو کۆڵبەر، خەڵکی بانە دوکانەکانیان داخست.",
      "Peaceful protest; killed=-"),
    .init("سەدان کەس لە هەولێر دژی هێرشەکانی تورکیا خۆپیشاندانیان کرد.", "Peaceful protest"),
    .init(
      "دەیان ژن لەبەردەم دادگای هەولێر وەستان و وێنەی ژنە کوژراوەکانیان هەڵگرت، داوای سزایان کرد.",
      "Peaceful protest; killed=-"),
    // A condition that is not good denies no event.
    .init(
      "تەقە لە گەنجێک کرا لە هەولێر و بریندار بوو، باری تەندروستی جێگیر نییە.",
      "Attack; injured=1"),
    .init("ناکۆکی نێوان دوو هۆز لە شێخان گەیشتە تەقەکردن لە یەکتر.", "Armed clash"),
    .init("گەنجێک لە بازاڕی کەلار چەقۆی لێدرا.", "Attack"),
    .init(
      "هێزێکی ئەمنی پەلاماری ماڵی ڕۆژنامەنووسێکی دا و قۆڵبەستی کرد لە هەولێر.", "Arrests"),
    .init("فڕۆکەکان گوندێکیان لە ئامێدی بۆردوومان کردو گەڕانەوە.", "Air/drone strike"),
  ]

  /// Commemorations, fires of Newroz, wars of prices, collisions, sums of a year.
  static let nothing: [String] = [
    "هەڵەبجە یادی ٣٧ ساڵەی کیمیابارانکردنی شارەکە دەکاتەوە کە زیاتر لە ٥ هەزار کەسی تێدا شەهید بوو.",
    "خەڵکی ئاکرێ ئاگری نەورۆزیان لە لوتکەی چیا داگیرساند.",
    "نرخی زێڕ شەڕی لەگەڵ دۆلار دەست پێ کردووە.",
    "گرانی هێرشی کردووەتە سەر سفرەی هەژاران.",
    "ئەو گۆرانییە دڵی ملیۆنان کەسی داگیر کرد.",
    "دوو ئۆتۆمبێل بەریەککەوتن لە ڕێگای مەسیف و پێنج کەس بریندار بوون.",
    "لەم ساڵدا ٩٨ کۆڵبەر بە تەقەی هێزەکانی سنوور کوژراون یان بریندار بوون.",
    "باری تەندروستی هونەرمەندەکە جێگیرە.",
    "گەشتیاران لە شەقڵاوە چادریان هەڵداوە.",
  ]
}
