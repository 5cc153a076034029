import Model

@testable import ExtractEvents

extension HarmCase {
  static let sorani: [HarmCase] = [
    HarmCase(
      "ئەمڕۆ چوارشەممە، دوو پێشمەرگە لە هێرشێکی چەکدارانی داعش لە نزیک قەرەتەپە شەهید بوون و سێی دیکەش بریندار بوون.",
      "killed 2 KRG_PESHMERGA; injured 3 KRG_PESHMERGA"),
    HarmCase(
      "به\u{200C}هۆی ته\u{200C}قینه\u{200C}وه\u{200C}ی مینێكه\u{200C}وه\u{200C} له\u{200C} گوندێكی سنووری قه\u{200C}زای خانه\u{200C}قین، شوانێك كوژرا.",
      "killed 1 CIV_HERDERS"),
    HarmCase("دوو کوژراو و سێ برینداری لێکەوتەوە.", "killed 2; injured 3"),
    HarmCase("شوانێك كوژرا.", "killed 1 CIV_HERDERS"),
    HarmCase("شوانێک کوژرا", "killed 1 CIV_HERDERS"),
    HarmCase(
      "دوو هاووڵاتی کوژران و چواری دیکە بریندار بوون",
      "killed 2 CIVILIANS; injured 4 CIVILIANS"),
    HarmCase("سێ چەکداری داعش کوژران", "killed 3 ISIS"),
    HarmCase("پێنج هاووڵاتی بوونەتە قوربانی", "killed 5 CIVILIANS"),
    HarmCase("سێ خوێندکار رەوانەی نەخۆشخانە کران", "injured 3 CIV_STUDENTS"),
    HarmCase("کۆڵبەرێک گیانی سپارد", "killed 1 CIVILIANS"),
    HarmCase("هێزەکانی پێشمەرگە سێ چەکداری داعشیان کوشت", "killed 3 ISIS active"),
    HarmCase(
      "لە تەقینەوەی بۆمبێکدا دوو سەرباز کوژران و پێنج بریندار بوون",
      "killed 2 IRQ_ARMY; injured 5 IRQ_ARMY"),
    HarmCase("ئەفسەرێکی پۆلیس شەهید بوو", "killed 1 IRQ_POLICE"),
    HarmCase("پێنج کەس کوژران، لەنێویاندا ژنێک و دوو منداڵ", "killed 5; killed 3 CIVILIANS subset"),
    HarmCase("لانیکەم ١٠ کەس کوژران", "killed 10+ at_least"),
    HarmCase("زیاتر لە بیست کەس بریندار بوون", "injured 21+ more_than"),
    HarmCase("نزیکەی ٣٠ کەس گیانیان لەدەستدا", "killed 30 about"),
    HarmCase("هێرشەکە هیچ زیانێکی گیانی لێنەکەوتەوە", "zero 0"),
    HarmCase("هیچ زیانێکی گیانی نەبووە", "zero 0"),
    HarmCase("بەبێ زیانی گیانی", "zero 0"),
    HarmCase("تەرمی سێ هاووڵاتی دۆزرایەوە", "killed 3 CIVILIANS bodies"),
    HarmCase("تەرمێک دۆزرایەوە", "killed 1 bodies"),
    HarmCase(
      "بووە هۆی کوژرانی سێ سەرباز و برینداربوونی پێنج کەسی دیکە",
      "killed 3 IRQ_ARMY; injured 5"),
    HarmCase("ژمارەی قوربانییان گەیشتە ١٢ کوژراو و ٢٥ بریندار", "killed 12 toll; injured 25 toll"),
    HarmCase("بیست و پێنج چەکدار کوژران", "killed 25 UNKNOWN_GUNMEN"),
    HarmCase("بۆردوومانی تورکیا دوو گەریلای پەکەکە شەهید کرد", "killed 2 PKK active"),
    HarmCase("دەیان کەس بریندار بوون", "injured 20+ vague"),
    HarmCase("دوو یان سێ چەکدار کوژران", "killed 2-3 range UNKNOWN_GUNMEN"),
    HarmCase("چەکدارانی داعش دوو پێشمەرگەیان شەهید کرد", "killed 2 KRG_PESHMERGA active"),
    HarmCase("مامۆستایەک تیرۆرکرا", "killed 1 CIV_TEACHERS"),
    HarmCase("لە هێرشەکەدا ئەفسەرێک و دوو سەرباز کوژران", "killed 3 IRQ_SECURITY"),
    HarmCase("ئەو چەکدارە دوو کەسی کوشت", "killed 2 active"),
    HarmCase("شەهیدبوونی پێشمەرگەیەک", "killed 1 KRG_PESHMERGA"),
    HarmCase(
      "پێشمەرگەیەک شەهید بوو و دووانی دیکە بریندار بوون",
      "killed 1 KRG_PESHMERGA; injured 2 KRG_PESHMERGA"),
    HarmCase("سێ ئۆتۆمبێل سووتان و کەسێک بریندار بوو", "injured 1"),
    HarmCase(
      "فەرماندەیەکی پێشمەرگە لە تەقینەوەی بۆمبێکی چێنراو شەهید بوو",
      "killed 1 KRG_PESHMERGA"),
    HarmCase("سوپای تورکیا ڕایگەیاند ١٠ گەریلای کوشتووە", "killed 10 PKK active"),
    HarmCase(
      "لە ئەنجامی هێرشەکەدا چوار پۆلیس کوژران و شەش هاووڵاتی بریندار بوون",
      "killed 4 IRQ_POLICE; injured 6 CIVILIANS"),
    HarmCase("تەقینەوەکە سێ کوژراو و حەوت برینداری لێکەوتەوە", "killed 3; injured 7"),
    HarmCase("داعش هێرشی کردە سەر گوندێک و سێ هاووڵاتی کوشت", "killed 3 CIVILIANS active"),
    HarmCase("دوو کەس لە ڕووداوێکی هاتوچۆدا گیانیان لەدەستدا", "killed 2"),
    HarmCase("پێنج چەکداری داعش لە بۆردوومانێکدا کوژران", "killed 5 ISIS"),
    HarmCase("لە کەرکووک پۆلیسێک بریندار بوو", "injured 1 IRQ_POLICE"),
    HarmCase("فڕۆکەیەکی بێفڕۆکەوان ئۆتۆمبێلێکی کردە ئامانج و دوو کەس بوونە قوربانی", "killed 2"),
    HarmCase("بەهۆی تەقینەوەکەوە هیچ کەسێک بریندار نەبوو", "injured 0"),
    HarmCase(
      "سێ پۆلیس شەهید بوون و دووانیان بریندار بوون",
      "killed 3 IRQ_POLICE; injured 2 IRQ_POLICE"),
    HarmCase(
      "بۆمبێک چوار جووتیاری کردە ئامانج، سێیان کوژران و یەکێکیان بریندار بوو",
      "killed 3 CIV_FARMERS; injured 1 CIV_FARMERS"),
    HarmCase(
      "پێنج سەرباز کوژران و ١٢ی تر بریندار بوون",
      "killed 5 IRQ_ARMY; injured 12 IRQ_ARMY"),
    HarmCase(
      "مامۆستایەک و کوڕەکەی لە تەقینەوەکەدا کوژران",
      "killed 2 CIV_TEACHERS"),
    HarmCase(
      "ئەفسەرەکە لەگەڵ سێ پاسەوان کوژران",
      "killed 4 IRQ_SECURITY"),
    HarmCase(
      "شوانێک بە تەقەی چەند چەکدارێک بریندار بوو",
      "injured 1 CIV_HERDERS"),
    HarmCase(
      "ئەفسەرێکی سوپا و شۆفێرەکەی بریندار بوون",
      "injured 2 IRQ_ARMY"),
    HarmCase(
      "چوار کەسی یەک خێزان گیانیان لەدەستدا",
      "killed 4"),
    HarmCase(
      "حەوت کەس لەوانە دوو پۆلیس و سێ جووتیار کوژران",
      "killed 5 IRQ_POLICE subset; killed 7"),
    HarmCase(
      "شەڕیان کرد لەگەڵ چەکدارانی داعش و پێنج چەکداریان کوشت",
      "killed 5 UNKNOWN_GUNMEN"),
    HarmCase(
      "دوو چەکدار تەقەیان لە دوکاندارێک کرد و کوشتیان",
      "killed 1 CIVILIANS"),
    HarmCase(
      "تەقەیان لە پۆلیسێک کرد و گیانی لەدەستدا",
      "killed 1 IRQ_POLICE"),
    HarmCase("درۆنێک فەرماندەیەکی پەکەکەی کوشت", "killed 1 PKK"),
    HarmCase("ژنێک و منداڵێک بریندار بوون", "injured 2 CIVILIANS"),
    // Hospital, wounds and what a bullet hit.
    HarmCase("دوو پۆلیس ڕەوانەی نەخۆشخانەی فریاکەوتنی شارەکە کران", "injured 2 IRQ_POLICE"),
    HarmCase("سێ کەس لە نەخۆشخانە چارەسەریان بۆ دەکرێت", "injured 3"),
    HarmCase("٧ کەس گیانیان لەدەستداوە و ١٥ کەسیش لە نەخۆشخانەن", "killed 7; injured 15"),
    HarmCase("دوو کرێکار برینیان سووکە", "injured 2 CIV_WORKERS"),
    HarmCase("پزیشکان دەڵێن دوو گوللە بەر قاچی کەوتووە", "injured 1"),
    HarmCase("دوو کەس بریندار بوون و باری تەندروستییان جێگیرە", "injured 2"),
    HarmCase("باری تەندروستییان جێگیرە", ""),
    // One whom only a preposition names.
    HarmCase("مینێک بە شوانێکدا تەقییەوە و یەکسەر مرد", "killed 1 CIV_HERDERS"),
    HarmCase("مینێک بە جووتیارێکدا تەقییەوە و قاچی پەڕی", "injured 1 CIV_FARMERS"),
    HarmCase(
      "کەسێک هێرشی کردە سەر سێ هاووڵاتی و بریندارى کردن", "injured 3 CIVILIANS"),
    // Fates and the third of a party.
    HarmCase(
      "دوو پێشمەرگە شەهید بوون و سێیەمیش برینداربوو",
      "killed 2 KRG_PESHMERGA; injured 1 KRG_PESHMERGA"),
    // A list that says who they were.
    HarmCase("سێ کەس، ژنێک و دوو منداڵ، کوژران", "killed 3"),
    // Whom a verb between parts from the dead.
    HarmCase(
      "خۆکوژێک خۆی بە کۆمەڵێک زیارەتکاردا تەقاندەوە و بیست کەس کوژران", "killed 20"),
    HarmCase("گیانیان لەدەستداو بیست کەس بریندار بوون", "injured 20"),
    HarmCase("وێنەی ژنە کوژراوەکانیان هەڵگرت", ""),
    HarmCase("کەس نەکوژراوە", "killed 0"),
  ]
}
