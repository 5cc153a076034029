import Testing

@Suite("names of places in Sorani")
struct SoraniNameTests {
  @Test(arguments: roles) func `roles of names`(_ example: MentionCase) {
    #expect(Recognition.written(example.text) == example.mentions)
  }

  static let roles: [MentionCase] = [
    .init("کوردستان 24 – لە داقوق بۆمبێک تەقییەوە.", "کوردستان 24=outlet | داقوق"),
    .init("بە پێی شەفەق نیوز، لە کفری ئاگر کەوتەوە.", "شەفەق نیوز=outlet | کفری"),
    .init("فڕۆکە تورکییەکان چیای قەندیلیان بۆردومان کرد.", "تورکییەکان=nisba | چیای قەندیلیان"),
    .init("پارێزگاری کەرکووک سەردانی داقوقی کرد.", "کەرکووک=jurisdiction | داقوقی"),
    .init("قایمقامی خانەقین داوای هێزی کرد.", "خانەقین=jurisdiction"),
    .init("بەڕێوەبەری ناحیەی جەلەولا لێدوانی دا.", "جەلەولا=jurisdiction"),
    .init("عێراق هێرشەکەی مەحکوم کرد.", "عێراق=country_actor"),
    .init("لە تورکیا کۆبوونەوە کرا.", "تورکیا"),
  ]

  @Test(arguments: suffixes) func `suffixes, and letters that belong to the name`(
    _ example: MentionCase
  ) {
    #expect(Recognition.written(example.text) == example.mentions)
  }

  static let suffixes: [MentionCase] = [
    .init("لە سلێمانی خۆپیشاندان کرا.", "سلێمانی"),
    .init("لە کفری و کەلار باران باری.", "کفری | کەلار"),
    .init("لە مەندەلی ئاگر کەوتەوە.", "مەندەلی"),
    .init("لە هەولێر کۆنگرە بەسترا.", "هەولێر"),
    .init("لە هەولێردا کۆنگرە بەسترا.", "هەولێردا"),
    .init("هێزەکان گەیشتنە ڕانیە.", "ڕانیە"),
    .init("لە شاری کەرکووک بۆمبێک دۆزرایەوە.", "کەرکووک"),
    .init("لەکەرکوک بۆمبێک دۆزرایەوە.", "کەرکوک"),
    .init("لە قەزای مەخموور دوو کەس بریندار بوون.", "مەخموور"),
    .init("لە ناحیەی قەرەتەپە دوو کەس بریندار بوون.", "قەرەتەپە"),
    .init("له‌ خانه‌قین ته‌قینه‌وه‌ ڕوویدا.", "خانه‌قین"),
    .init("لە پارێزگای دیالە هێرش کرا.", "دیالە"),
    .init("لە نێوان خورماتوو و داقوق.", "خورماتوو | داقوق"),
    .init("لە قەزای شەنگال گۆڕێکی بە کۆمەڵ دۆزرایەوە.", "شەنگال"),
    .init("لە ڕۆژئاوای مووسڵ شەڕ ڕوویدا.", "مووسڵ"),
    .init("خوێندکاران تاقیکردنەوەیان کرد.", ""),
  ]
}
