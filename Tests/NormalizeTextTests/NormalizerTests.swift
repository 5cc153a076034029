import Gazetteer
import Model
import NormalizeText
import TestSupport
import Testing

@Suite struct `Normalized text` {
  static let report = """
    بغداد اليوم- متابعة
    قُتل ستة من عناصر الحشد الشعبي، وأصيب 31 آخرون في كمين جنوب شرقي الموصل.
    وقال مصدر لـ«شفق نيوز»: الهجوم وقع على طريق مخمور – الموصل (115 كم شمال بغداد).
    Six fighters were killed south-east of Mosul on March 6, 2019.
    """

  @Test func `covers all tokens by sentences, clauses and paragraphs in order`() {
    check(RealGazetteer.text(Self.report, title: "هجوم قرب الموصل"))
  }

  @Test(arguments: 0..<100) func `covers any text`(seed: Int) {
    var random = SplitMix64(seed: seed)
    let pieces =
      Self.report.split(separator: " ").map(String.init)
      + [".", "؟", "\n", "«", "»", "\"", "🔥", "د.", "،", "16.9.2015", "\u{200C}", "ً", "(", ")"]
    var text = ""
    for _ in 0..<Int.random(in: 0...40, using: &random) {
      text += pieces.randomElement(using: &random) ?? ""
      if Bool.random(using: &random) { text += " " }
    }
    check(RealGazetteer.text(text))
  }

  @Test func `spans are the words of the source`() {
    let text = RealGazetteer.text("قُتل جندي بالمَوصل، ١٢٫٥ كم")
    let words = text.tokens.map { text.text(SourceSpan(Int($0.start), Int($0.end))) }
    #expect(words == ["قُتل", "جندي", "بالمَوصل", "،", "١٢٫٥", "كم"])
    #expect(text.spans(.name) == ["المَوصل"])
  }

  @Test func `the same document gives the same value`() {
    var normalizer = TextNormalizer(gazetteer: RealGazetteer.gazetteer)
    let document = Document(id: "d", title: nil, text: Self.report)
    let first = normalizer.normalize(document)
    _ = normalizer.normalize(Document(id: "e", title: nil, text: "شەش کەس لە کەرکووک کوژران"))
    let second = normalizer.normalize(document)
    #expect(first.matches == second.matches)
    #expect(first.tokens == second.tokens)
    #expect(first.clauses == second.clauses)
  }

  /// The same words by other hands: what is found does not hang on how they are written.
  @Test(arguments: [
    ("قتل جندي في هيت", "قـتل جنـدي في هيـت"),
    ("قتل جندي في هيت", "قُتِل جُندي في هِيت"),
    ("سقطت صواريخ على كركوك", "سقطت صواريخ عـلى كركوك"),
    ("قتل جندي في الصينية", "قتل جندی في الصینیة"),
    ("قتل جندي قرب جبل قره جوغ", "#قتل جندي قرب #جبل_قره_جوغ"),
    ("شرطة مدينة كركوك تعتقل ثلاثة", "شرطه مدينه كركوك تعتقل ثلاثه"),
  ])
  func `finds the same readings however words are written`(_ plain: String, _ other: String) {
    func readings(_ text: String) -> [String] {
      RealGazetteer.text(text).matches.map { "\($0.first) \($0.last) \($0.table) \($0.row)" }
    }
    #expect(readings(other) == readings(plain))
  }

  @Test func `the sign in front of a sentence is a clause of its own`() {
    let text = RealGazetteer.text("🔴 خطف مسلحون صحفيا | عاجل")
    #expect(text.words(text.clauses) == ["🔴", "خطف مسلحون صحفيا |", "عاجل"])
  }

  @Test func `and with a space after it is the proclitic`() throws {
    let text = RealGazetteer.text("قتلوا جنديا و خطفوا آخر")
    let verb = try #require(text.longestMatch(.event, at: 3))
    #expect(verb.clitics.contains(.conjunction))
  }

  @Test func `no reading goes over the end of a sentence`() {
    let text = RealGazetteer.text("وصل إلى جبل\nقره جوغ. الجيش! العراقي")
    for match in text.matches {
      #expect(
        text.sentenceOfToken[Int(match.first)] == text.sentenceOfToken[Int(match.last) - 1])
    }
  }

  @Test func `knows which tables begin at a token`() {
    let text = RealGazetteer.text(Self.report)
    for token in text.tokens.indices {
      for table in LexiconTable.allCases {
        let begins = text.matches(at: token).contains { $0.table == table }
        #expect(text.begins(LexiconTables(table), at: token) == begins)
      }
    }
    #expect(!text.begins(.name, at: text.tokens.count))
  }

  private func check(_ text: NormalizedText) {
    let count = text.tokens.count
    for ranges in [text.sentences, text.clauses, text.paragraphs] {
      #expect(ranges.flatMap { Array($0) } == Array(0..<count))
    }
    for (tables, ranges) in [
      (text.sentenceOfToken, text.sentences), (text.clauseOfToken, text.clauses),
      (text.paragraphOfToken, text.paragraphs),
    ] {
      #expect(tables.count == count)
      for (number, range) in ranges.enumerated() {
        #expect(range.allSatisfy { tables[$0] == Int32(number) })
      }
    }
    #expect(text.matchOffsets.count == count + 1)
    for match in text.matches {
      #expect(match.first < match.last && Int(match.last) <= count)
      let tokens = text.span(match.tokens)
      #expect(Int(match.start) >= tokens.start && Int(match.end) == tokens.end)
      #expect(match.start < match.end)
      let bytes = text.source[match.span.start..<match.span.end]
      #expect(String(validating: bytes, as: UTF8.self) != nil)
    }
    for token in 0..<count {
      #expect(text.matches(at: token).allSatisfy { $0.first == Int32(token) })
    }
  }
}
