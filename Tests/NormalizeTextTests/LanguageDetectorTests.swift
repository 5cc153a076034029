import NormalizeText
import Testing

@Suite struct `Language detection` {
  static let cases: [(text: String, language: String)] = [
    ("", "ar"),
    ("12 / 2017", "ar"),
    ("قتل ستة من عناصر الحشد الشعبي وأصيب 31 آخرون", "ar"),
    ("Six members of the Popular Mobilization Forces were killed", "en"),
    ("شەش چەکداری حەشدی شەعبی کوژران و ٣١ کەسی دیکە بریندار بوون", "ckb"),
    // Legacy coding: heh and zero-width non-joiner for the vowel
    ("شه\u{200C}ش چه\u{200C}کداری حه\u{200C}شدی شه\u{200C}عبی کوژران", "ckb"),
    // One Kurdish name in an Arabic text does not make it Sorani
    ("قال مصدر أمني في قضاء خانقين إن اشتباكات اندلعت قرب ڕانیة بين الجيش ومسلحين", "ar"),
    ("The Kurdish name of Khanaqin is خانەقین", "en"),
    ("نقلت وكالة Reuters عن مصدر قوله", "ar"),
  ]

  @Test(arguments: cases) func `by the letters`(text: String, language: String) {
    #expect(LanguageDetector.language(of: Array(text.utf8)) == language)
  }
}
