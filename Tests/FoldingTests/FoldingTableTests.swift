import Folding
import Testing

@Suite struct `Folding table` {
  static let same: [FoldingCase] = [
    // Alef and hamza
    FoldingCase("alef with hamza above", "أحمد", "احمد"),
    FoldingCase("alef with hamza below", "إربيل", "اربيل"),
    FoldingCase("alef with madda", "آمرلي", "امرلي"),
    FoldingCase("alef wasla", "ٱلموصل", "الموصل"),
    FoldingCase("alef and combining hamza", "ا\u{0654}ربيل", "اربيل"),
    FoldingCase("waw with hamza", "مؤسسة", "موسسة"),
    FoldingCase("yeh with hamza", "دائرة", "دايرة"),
    FoldingCase("final hamza after alef", "جلولاء", "جلولا"),
    FoldingCase("final hamza after alef, a city", "سامراء", "سامرا"),
    FoldingCase("final hamza after waw", "هدوء", "هدو"),
    FoldingCase("final hamza after yeh", "بريء", "بري"),
    FoldingCase("final hamza with tanwin", "بناءً", "بناء"),
    FoldingCase("final hamza with tanwin and a false alef", "مساءاً", "مساءً"),
    FoldingCase("final hamza with a vowel", "كربلاءِ", "كربلا"),
    // Yeh
    FoldingCase("alef maksura", "الموصلى", "الموصلي"),
    FoldingCase("Farsi yeh", "سلێمانی", "سلێماني"),
    FoldingCase("yeh barree", "علے", "علي"),
    // Heh
    FoldingCase("teh marbuta", "الفلوجة", "الفلوجه"),
    FoldingCase("Sorani ae", "کەلار", "کهلار"),
    FoldingCase("heh doachashmee", "ھەولێر", "هەولێر"),
    FoldingCase("legacy Sorani: heh and joiner", "پێشمه\u{200C}رگه\u{200C}", "پێشمەرگە"),
    FoldingCase("legacy Sorani that lost its joiner", "پێشمهرگه", "پێشمەرگە"),
    FoldingCase("legacy Sorani in Arabic letters", "كوردستاني", "کوردستانی"),
    // Kaf
    FoldingCase("keheh", "کرکوک", "كركوك"),
    FoldingCase("swash kaf", "ڪركوك", "كركوك"),
    // What is deleted
    FoldingCase("tatweel", "بغـــداد", "بغداد"),
    FoldingCase("vowels", "بَغْدَاد", "بغداد"),
    FoldingCase("shadda and damma", "مُحَمَّد", "محمد"),
    FoldingCase("tanwin of kasra", "بابٍ", "باب"),
    FoldingCase("superscript alef", "الرحمٰن", "الرحمن"),
    FoldingCase("tanwin on alef", "شمالاً", "شمالا"),
    FoldingCase("tanwin before alef", "شمالًا", "شمالا"),
    FoldingCase("zero-width non-joiner", "مي\u{200C}خواهم", "ميخواهم"),
    FoldingCase("zero-width joiner", "بغ\u{200D}داد", "بغداد"),
    FoldingCase("direction marks", "\u{202B}بغداد\u{202C}\u{200F}", "بغداد"),
    FoldingCase("isolates", "\u{2067}بغداد\u{2069}", "بغداد"),
    FoldingCase("Arabic letter mark", "\u{061C}بغداد", "بغداد"),
    FoldingCase("byte order mark", "\u{FEFF}بغداد", "بغداد"),
    FoldingCase("soft hyphen", "Bagh\u{00AD}dad", "Baghdad"),
    // Presentation forms
    FoldingCase("lam-alef ligature", "ا\u{FEFB}نبار", "الانبار"),
    FoldingCase("ligature of Allah", "عبد\u{FDF2}", "عبدالله"),
    FoldingCase("isolated and final forms", "\u{FE8F}\u{FEAA}", "بد"),
    FoldingCase("presentation form of teh marbuta", "ناحي\u{FE94}", "ناحية"),
    FoldingCase("presentation form of keheh", "\u{FB8E}لار", "کلار"),
    // Digits
    FoldingCase("Arabic digits", "٢٠١٩", "2019"),
    FoldingCase("extended Arabic digits", "۲۰۱۹", "2019"),
    FoldingCase("Arabic decimal separator", "١٢٫٥", "12.5"),
    FoldingCase("Arabic thousands separator", "١٢٬٥٠٠", "12500"),
    FoldingCase("comma as thousands separator", "12,500", "12500"),
    // Spaces
    FoldingCase("no-break space", "تل\u{00A0}عفر", "تل عفر"),
    FoldingCase("narrow no-break space", "تل\u{202F}عفر", "تل عفر"),
    FoldingCase("thin space", "تل\u{2009}عفر", "تل عفر"),
    // Latin
    FoldingCase("case", "KIRKUK", "kirkuk"),
    FoldingCase("macron", "Dīwānīyah", "Diwaniyah"),
    FoldingCase("dot below", "Ḩadīthah", "Hadithah"),
    FoldingCase("cedilla", "Qaḑā'", "Qada'"),
    FoldingCase("combining accents", "Dia\u{0304}la\u{0301}", "diala"),
    FoldingCase("turned comma as ayn", "Ba\u{2018}qūbah", "Baqubah"),
    FoldingCase("modifier letter as ayn", "Ba\u{02BF}qubah", "Baqubah"),
    FoldingCase("apostrophe as ayn", "Ba'qubah", "Baqubah"),
    FoldingCase("curly apostrophe as hamza", "Samarra\u{2019}ah", "Samarraah"),
    FoldingCase("sharp s", "Straße", "strasse"),
    FoldingCase("Kurdish Latin", "Şengal", "Sengal"),
    FoldingCase("dotless i", "Altın", "Altin"),
  ]

  @Test(arguments: same) func `these have one key`(case entry: FoldingCase) {
    #expect(Folder.key(entry.left) == Folder.key(entry.right))
  }

  static let different: [FoldingCase] = [
    FoldingCase("hamza inside a word", "قراءة", "قراة"),
    FoldingCase("final hamza after a consonant", "بدء", "بد"),
    FoldingCase("two letters keep their hamza", "ماء", "م"),
    FoldingCase("Sorani vowel carrier at the start", "ئازادی", "یازادی"),
    FoldingCase("gaf and kaf", "گەرمیان", "كەرمیان"),
    FoldingCase("peh and beh", "پێنجوێن", "بێنجوێن"),
    FoldingCase("the Sorani o and waw", "کۆیە", "کویە"),
    FoldingCase("qaf and kaf", "قره", "كره"),
    FoldingCase("genitive s is not the name", "Mosul's", "Mosuls"),
    FoldingCase("teh marbuta and teh", "بلدة", "بلدت"),
    FoldingCase("two words and one", "تل عفر", "تلعفر"),
  ]

  @Test(arguments: different) func `these have two keys`(case entry: FoldingCase) {
    #expect(Folder.key(entry.left) != Folder.key(entry.right))
  }

  static let sameLoosely: [FoldingCase] = [
    FoldingCase("gaf", "گەرمیان", "كهرميان"),
    FoldingCase("peh", "پێنجوێن", "بينجوين"),
    FoldingCase("cheh", "چەمچەماڵ", "جهمجهمال"),
    FoldingCase("veh", "ڤیان", "فيان"),
    FoldingCase("jeh", "ژاڵە", "زاله"),
    FoldingCase("reh with small v", "ڕانیە", "رانيه"),
    FoldingCase("lam with small v", "خاڵ", "خال"),
    FoldingCase("oe", "کۆیە", "كويه"),
    FoldingCase("yeh with small v", "هەولێر", "ههولير"),
  ]

  @Test(arguments: sameLoosely) func `these have one loose key`(case entry: FoldingCase) {
    #expect(Folder.key(entry.left) != Folder.key(entry.right))
    #expect(Folder.looseKey(entry.left) == Folder.looseKey(entry.right))
  }

  @Test func `a loose key is nil when it says nothing new`() {
    #expect(Folder.table.looseKey(Array("بغداد".utf8)) == nil)
    #expect(Folder.table.looseKey(Array("Kirkuk".utf8)) == nil)
    #expect(Folder.table.looseKey([]) == nil)
  }

  @Test func `an empty table folds ASCII case only`() {
    let tokenizer = Tokenizer(table: FoldingTable())
    var buffer = TokenBuffer()
    tokenizer.tokenize(Array("KIRKUK أ".utf8).span, into: &buffer)
    #expect(buffer.keys == Array("kirkukأ".utf8))
  }
}
