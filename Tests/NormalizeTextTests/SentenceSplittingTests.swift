import Model
import Testing

@Suite struct `Sentence splitting` {
  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    var text: String
    var parts: [String]

    init(_ name: String, _ text: String, _ parts: [String]) {
      self.name = name
      self.text = text
      self.parts = parts
    }

    var testDescription: String { name }
  }

  static let sentences: [Case] = [
    Case("nothing", "", []),
    Case("one without an end", "قال مصدر", ["قال مصدر"]),
    Case("two", "قال مصدر. قتل جندي.", ["قال مصدر.", "قتل جندي."]),
    Case("an Arabic question mark", "من قتل؟ لا نعلم", ["من قتل؟", "لا نعلم"]),
    Case("an exclamation mark", "Stop! He ran.", ["Stop!", "He ran."]),
    Case("an ellipsis", "قال… ثم خرج", ["قال…", "ثم خرج"]),
    Case("three points", "قال... ثم خرج", ["قال...", "ثم خرج"]),
    Case("a doctor", "قال د. أحمد إن الوضع مستقر.", ["قال د. أحمد إن الوضع مستقر."]),
    Case("a professor", "حضر أ. محمد الجبوري.", ["حضر أ. محمد الجبوري."]),
    Case("a kilometer", "على بعد 12 كم. جنوب كركوك.", ["على بعد 12 كم. جنوب كركوك."]),
    Case("a kilometer at the end", "على بعد 12 كم.", ["على بعد 12 كم."]),
    Case("a decimal number", "نحو 12.5 كم شمال.", ["نحو 12.5 كم شمال."]),
    Case(
      "a date with points", "في 16.9.2015 قتل جندي. ثم عاد.",
      ["في 16.9.2015 قتل جندي.", "ثم عاد."]),
    Case("a year at the end", "منذ عام 2017. ثم عاد.", ["منذ عام 2017.", "ثم عاد."]),
    Case("a quotation's end", "«انتهى الأمر.» ثم خرج.", ["«انتهى الأمر.»", "ثم خرج."]),
    Case("an English quotation", "“It is over.” He left.", ["“It is over.”", "He left."]),
    Case("initials", "A. B. Smith said so. He left.", ["A. B. Smith said so.", "He left."]),
    Case(
      "an English title", "Gen. Ahmed and Dr. Ali met. They left.",
      [
        "Gen. Ahmed and Dr. Ali met.", "They left.",
      ]),
    Case("a web address", "موقع shafaq.com قال ذلك.", ["موقع shafaq.com قال ذلك."]),
    Case("a line feed", "عنوان\nقال مصدر", ["عنوان", "قال مصدر"]),
    Case("a Sorani full stop", "تەواو بوو. ڕۆیشت.", ["تەواو بوو.", "ڕۆیشت."]),
    Case("an Urdu full stop", "تەواو بوو۔ ڕۆیشت", ["تەواو بوو۔", "ڕۆیشت"]),
  ]

  @Test(arguments: sentences) func `ends where people end`(case entry: Case) {
    let text = RealGazetteer.text(entry.text)
    #expect(text.words(text.sentences) == entry.parts)
  }

  @Test func `an abbreviation behind a conjunction ends nothing`() {
    let text = RealGazetteer.text("حضر د. محمد ود. علي.")
    #expect(text.sentences.count == 1)
  }

  static let clauses: [Case] = [
    Case(
      "a comma", "قتل جندي في كركوك، وأصيب آخر", ["قتل جندي في كركوك،", "وأصيب آخر"]),
    Case("a semicolon", "He left; she stayed", ["He left;", "she stayed"]),
    Case(
      "but", "قتل جندي لكن المهاجمين فروا", ["قتل جندي", "لكن المهاجمين فروا"]),
    Case(
      "while", "قتل جندي فيما أصيب آخر", ["قتل جندي", "فيما أصيب آخر"]),
    Case("a result is no break", "انفجار أسفر عن مقتل جندي", ["انفجار أسفر عن مقتل جندي"]),
    Case("a colon", "قال المصدر: قتل جندي", ["قال المصدر:", "قتل جندي"]),
  ]

  @Test(arguments: clauses) func `clauses end at commas and at the words that open one`(
    case entry: Case
  ) {
    let text = RealGazetteer.text(entry.text)
    #expect(text.words(text.clauses) == entry.parts)
  }

  static let quotes: [Case] = [
    Case("guillemets", "قال «انتهى الأمر» وخرج", ["«انتهى الأمر»"]),
    Case("straight marks", "قال \"انتهى الأمر\" وخرج", ["\"انتهى الأمر\""]),
    Case("curly marks", "He said “it is over” and left", ["“it is over”"]),
    Case("an unpaired mark", "قال «انتهى الأمر", []),
    Case("a mark of another paragraph", "قال \"انتهى\nالأمر\" وخرج", []),
    Case("two", "\"a\" and \"b\"", ["\"a\"", "\"b\""]),
  ]

  @Test(arguments: quotes) func `quotations lie between a pair of marks`(case entry: Case) {
    let text = RealGazetteer.text(entry.text)
    #expect(text.words(text.quotes) == entry.parts)
  }

  @Test func `paragraphs end at line feeds, the title is one`() {
    let text = RealGazetteer.text("الأول. ثان\n\nالثالث", title: "عنوان")
    #expect(text.words(text.paragraphs) == ["عنوان", "الأول. ثان", "الثالث"])
    #expect(text.textStart == "عنوان\n".utf8.count)
    #expect(text.part(at: 0) == .title)
    #expect(text.part(at: text.textStart) == .text)
  }
}
