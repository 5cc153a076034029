import Gazetteer
import Model
import NormalizeText
import Testing

@testable import ExtractEvents

/// The date expressions of short sentences, over the real gazetteer.
///
/// A case of the tables is a line `published | text` and below it, for each expression in order, a
/// line `= words = days precision basis [part of the day] [flags] [span] [future]`; days `-` are nil.
@Suite struct TemporalReaderTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var published: CivilDate?
    var text: String
    var expected: [String] = []
    var testDescription: String { text }
  }

  /// The gazetteer of this repository, read once.
  static let gazetteer: Result<Gazetteer, GazetteerError> = {
    let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    return Result { () throws(GazetteerError) in
      try GazetteerLoader.load(directory: "/\(root)/gazetteer")
    }
  }()

  static func cases(_ table: String) -> [Case] {
    var result: [Case] = []
    for line in table.split(separator: "\n") {
      if line.hasPrefix("  = ") {
        result[result.count - 1].expected.append(String(line.dropFirst(4)))
      } else if let bar = line.firstIndex(of: "|") {
        let day = line[..<bar].filter { $0 != " " }
        let text = line[line.index(bar, offsetBy: 2)...]
        result.append(Case(published: CivilDate(iso: Array(day.utf8)), text: String(text)))
      }
    }
    return result
  }

  static func check(_ example: Case, _ location: SourceLocation = #_sourceLocation) throws {
    let gazetteer = try gazetteer.get()
    var normalizer = TextNormalizer(gazetteer: gazetteer)
    let text = normalizer.normalize(
      Document(id: "test", text: example.text, published: example.published))
    let found = TemporalReader(gazetteer: gazetteer).expressions(
      in: text, published: example.published)
    #expect(
      found.map { line($0, text) } == example.expected, sourceLocation: location)
    for expression in found {
      #expect(!expression.rule.isEmpty, sourceLocation: location)
      #expect(text.span(expression.tokens) == expression.span, sourceLocation: location)
    }
    for (left, right) in zip(found, found.dropFirst()) {
      #expect(left.tokens.upperBound <= right.tokens.lowerBound, sourceLocation: location)
    }
  }

  private static func line(_ found: DateExpression, _ text: NormalizedText) -> String {
    var parts = [text.text(found.span), "="]
    if let start = found.start, let end = found.end {
      parts.append(start == end ? start.description : "\(start)..\(end)")
    } else {
      parts.append("-")
    }
    parts += [found.precision.rawValue, found.basis.rawValue]
    if let time = found.timeOfDay { parts.append(time) }
    parts += found.flags
    if found.isSpan { parts.append("span") }
    if found.isFuture { parts.append("future") }
    return parts.joined(separator: " ")
  }

  @Test(arguments: cases(weekdays))
  func `A weekday is the latest such day, or as its modifier says`(example: Case) throws {
    try Self.check(example)
  }

  @Test(arguments: cases(relativeDays))
  func `Words like today count from the publication or from the day in the text`(example: Case)
    throws
  {
    try Self.check(example)
  }

  @Test(arguments: cases(calendarDates))
  func `A calendar date is one expression and wins over its weekday`(example: Case) throws {
    try Self.check(example)
  }

  @Test(arguments: cases(months))
  func `Months, years and seasons without a year are the latest ones`(example: Case) throws {
    try Self.check(example)
  }

  @Test(arguments: cases(ranges))
  func `Two dates make a range and a reach back makes a span`(example: Case) throws {
    try Self.check(example)
  }

  @Test(arguments: cases(hijri))
  func `A Hijri date is three days wide`(example: Case) throws {
    try Self.check(example)
  }

  @Test(arguments: cases(named))
  func `A named event keeps its days unless the words say another year`(example: Case) throws {
    try Self.check(example)
  }

  @Test(arguments: cases(traps))
  func `Words that look like dates are none`(example: Case) throws {
    try Self.check(example)
  }

  @Test(arguments: cases(dayparts))
  func `A part of the day alone has no day`(example: Case) throws {
    try Self.check(example)
  }

  @Test(arguments: cases(english))
  func `English reports`(example: Case) throws {
    try Self.check(example)
  }

  @Test(arguments: cases(sorani))
  func `Sorani reports`(example: Case) throws {
    try Self.check(example)
  }

  @Test func `A text without dates and an empty text give nothing`() throws {
    try Self.check(Case(published: nil, text: ""))
    try Self.check(Case(published: CivilDate(year: 2021, month: 9, day: 1), text: "- / . 5"))
  }

  @Test(arguments: ["عام", "يوم", "شهر", "في بغداد أيام", "سێ ساڵ", "ساڵی", "day", "the year"])
  func `A text may end with any word of time`(text: String) throws {
    try Self.check(Case(published: CivilDate(year: 2021, month: 9, day: 1), text: text))
  }

  @Test func `A text that is cut after any word is read, and nothing behind the cut`() throws {
    let gazetteer = try Self.gazetteer.get()
    var normalizer = TextNormalizer(gazetteer: gazetteer)
    let reader = TemporalReader(gazetteer: gazetteer)
    let published = CivilDate(year: 2021, month: 9, day: 1)
    for example in Self.cases(Self.ranges + Self.calendarDates + Self.sorani + Self.english) {
      let words = example.text.split(separator: " ")
      for count in words.indices {
        let cut = words[...count].joined(separator: " ")
        let text = normalizer.normalize(Document(id: "test", text: cut))
        let found = reader.expressions(in: text, published: published)
        #expect(found.allSatisfy { $0.tokens.upperBound <= text.tokens.count }, "\(cut)")
      }
    }
  }

  @Test func `The same text gives the same expressions twice`() throws {
    let gazetteer = try Self.gazetteer.get()
    var normalizer = TextNormalizer(gazetteer: gazetteer)
    let reader = TemporalReader(gazetteer: gazetteer)
    let published = CivilDate(year: 2021, month: 9, day: 1)
    for example in Self.cases(Self.ranges + Self.calendarDates) {
      let text = normalizer.normalize(Document(id: "test", text: example.text))
      #expect(
        reader.expressions(in: text, published: published)
          == reader.expressions(in: text, published: published))
    }
  }

  /// Days counted one by one from 19 July 622, years and months by their lengths.
  @Test(arguments: [
    (1, 1, 1, "0622-07-19"), (61, 1, 10, "0680-10-13"), (1300, 1, 1, "1882-11-12"),
    (1400, 1, 1, "1979-11-21"), (1421, 12, 29, "2001-03-25"), (1435, 8, 12, "2014-06-11"),
    (1442, 9, 1, "2021-04-13"), (1443, 1, 10, "2021-08-19"), (1445, 10, 1, "2024-04-10"),
    (1445, 12, 30, "2024-07-07"), (1446, 1, 1, "2024-07-08"), (1500, 12, 29, "2077-11-16"),
  ])
  func `Hijri dates are those of the tabular calendar`(
    year: Int, month: Int, day: Int, iso: String
  ) {
    let date = HijriCalendar.civil(year: year, month: month, day: day)
    #expect(date?.description == iso)
    if let date { #expect(HijriCalendar.year(of: date) == year) }
  }

  @Test func `Hijri months are one after another without a gap`() {
    var previous: CivilDate?
    for year in 1340...1460 {
      for month in 1...12 {
        let days = HijriCalendar.month(month, year: year)
        if let previous { #expect(days?.start == previous.adding(days: 1)) }
        #expect(HijriCalendar.civil(year: year, month: month, day: 31) == nil)
        previous = days?.end
      }
    }
  }

  @Test func `Weeks run from Sunday to Saturday and months keep their last day`() {
    let day = CivilDate(year: 2020, month: 3, day: 31)
    #expect(day.map { CalendarArithmetic.week(of: $0).start.weekday } == 0)
    #expect(day.map { CalendarArithmetic.week(of: $0).length } == 6)
    #expect(
      day.flatMap { CalendarArithmetic.adding(months: -1, to: $0) }?.description == "2020-02-29")
    #expect(
      day.flatMap { CalendarArithmetic.adding(months: -13, to: $0) }?.description == "2019-02-28")
    #expect(CalendarArithmetic.season(3, 2019)?.end.description == "2020-02-29")
  }
}
