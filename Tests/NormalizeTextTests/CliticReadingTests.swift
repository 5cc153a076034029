import Gazetteer
import Model
import Testing

/// Which part of a word is the name, as the source spells it.
@Suite struct `Clitic readings` {
  struct Case: Sendable, CustomTestStringConvertible {
    var word: String
    var names: [String]
    var language: String

    init(_ word: String, _ names: [String], _ language: String = "ar") {
      self.word = word
      self.names = names
      self.language = language
    }

    var testDescription: String { "\(word) holds \(names)" }
  }

  static let cases: [Case] = [
    // Arabic: what is taken off
    Case("بالموصل", ["الموصل"]),
    Case("للموصل", ["موصل"]),
    Case("والموصل", ["الموصل"]),
    Case("وبالموصل", ["الموصل"]),
    Case("فالموصل", ["الموصل"]),
    Case("وخانقين", ["خانقين"]),
    Case("بخانقين", ["خانقين"]),
    Case("لخانقين", ["خانقين"]),
    Case("وبخانقين", ["خانقين"]),
    Case("ولخانقين", ["خانقين"]),
    Case("كالقائم", ["القائم"]),
    Case("بكركوك", ["كركوك"]),
    Case("وكركوك", ["كركوك"]),
    Case("وبغداد", ["بغداد"]),
    Case("ببغداد", ["بغداد"]),
    Case("وَخَانَقِين", ["خَانَقِين"]),
    Case("بـخانقين", ["خانقين"]),
    // Arabic: what stays
    Case("واسط", ["واسط"]),
    Case("بلدروز", ["بلدروز"]),
    Case("بعقوبة", ["بعقوبة"]),
    Case("بغداد", ["بغداد"]),
    Case("كركوك", ["كركوك"]),
    Case("كلار", ["كلار"]),
    Case("سنجار", ["سنجار"]),
    Case("سامراء", ["سامراء"]),
    Case("بوسط", []),
    Case("بلدة", []),
    Case("ولد", []),
    // Several words: the clitic stands on the first
    Case("وطوز خورماتو", ["طوز خورماتو", "طوز", "خورماتو"]),
    Case("بصلاح الدين", ["صلاح الدين"]),
    // Sorani: suffixes and glued prepositions
    Case("کەرکووکیان", ["کەرکووکیان"], "ckb"),
    Case("لەکەرکوک", ["کەرکوک"], "ckb"),
    Case("کەرکووکدا", ["کەرکووکدا"], "ckb"),
    Case("خانەقینی", ["خانەقینی"], "ckb"),
    Case("سلێمانی", ["سلێمانی"], "ckb"),
    Case("هەولێر", ["هەولێر"], "ckb"),
    Case("بەغدا", ["بەغدا"], "ckb"),
  ]

  @Test(arguments: cases) func `leave the name`(case entry: Case) {
    let text = RealGazetteer.text(entry.word, language: entry.language)
    #expect(text.spans(.name) == entry.names)
  }

  @Test func `keep the cost of what was taken off`() throws {
    func cost(_ word: String) throws -> Int16 {
      let text = RealGazetteer.text(word, language: "ar")
      return try #require(text.matches.first { $0.table == .name }).cost
    }
    #expect(try cost("خانقين") == 0)
    #expect(try cost("وخانقين") == 50)
    #expect(try cost("وبخانقين") == 80)
    #expect(try cost("كالقائم") == 300)
  }

  @Test func `say which clitics were taken off`() throws {
    func clitics(_ word: String) throws -> Clitics {
      let text = RealGazetteer.text(word, language: "ar")
      return try #require(text.matches.first { $0.table == .name }).clitics
    }
    #expect(try clitics("بخانقين") == [.preposition, .withPreposition])
    #expect(try clitics("وخانقين") == .conjunction)
    #expect(try clitics("للموصل") == [.preposition, .toPreposition])
    #expect(try clitics("ولخانقين") == [.conjunction, .preposition, .toPreposition])
  }

  @Test func `an office behind its preposition is an organisation and no place`() {
    let text = RealGazetteer.text("تقرير للبنتاغون", language: "ar")
    #expect(text.spans(.block).contains("بنتاغون"))
    #expect(text.spans(.name).isEmpty)
  }

  @Test func `the militia behind its conjunction is an actor`() {
    let text = RealGazetteer.text("الجيش والحشد", language: "ar")
    #expect(text.spans(.actor).contains("الحشد"))
  }

  static let latin: [Case] = [
    Case("Mosul", ["Mosul"], "en"), Case("mosul", [], "en"), Case("MOSUL", ["MOSUL"], "en"),
    Case("Mosul's", ["Mosul"], "en"), Case("al-Hawija", ["Hawija"], "en"),
    Case("Tuz Khurmatu", ["Tuz Khurmatu", "Tuz", "Khurmatu"], "en"),
    Case("Ba‘qūbah", ["Ba‘qūbah"], "en"),
  ]

  @Test(arguments: latin) func `Latin names begin with a capital`(case entry: Case) {
    let text = RealGazetteer.text("in \(entry.word) today", language: "en")
    #expect(text.spans(.name) == entry.names)
  }

  @Test func `people who ask need no capitals`() {
    let text = RealGazetteer.text("mosul", language: "en", requiresCapitals: false)
    #expect(text.spans(.name) == ["mosul"])
  }
}
