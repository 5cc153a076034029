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

extension TemporalReaderTests {
  static let weekdays = """
    2021-03-10 | هجوم على قرية مساء أمس الثلاثاء.
      = مساء أمس الثلاثاء = 2021-03-09 day relative evening
    2022-01-20 | سقط صاروخان فجر اليوم، ولم تسجل خسائر.
      = فجر اليوم = 2022-01-20 day relative dawn
    2021-03-10 | قتل مدني الأربعاء.
      = الأربعاء = 2021-03-10 day relative
    2021-03-10 | قتل مدني الاربعاء الماضي.
      = الاربعاء الماضي = 2021-03-03 day relative
    2019-03-10 | قتل ستة الأربعاء الماضي في نينوى.
      = الأربعاء الماضي = 2019-03-06 day relative
    2021-09-01 | تنطلق العملية الأحد المقبل.
      = الأحد المقبل = 2021-09-05 day relative future
    2021-09-01 | تنطلق العملية الأربعاء المقبل.
      = الأربعاء المقبل = 2021-09-08 day relative future
    2021-09-01 | قتل مدني يوم الاثنين.
      = يوم الاثنين = 2021-08-30 day relative
    2021-09-01 | قتل مدني نهار الخميس.
      = نهار الخميس = 2021-08-26 day relative
    2021-09-01 | قتل مدني الثلاثاء والأربعاء.
      = الثلاثاء = 2021-08-31 day relative
      = والأربعاء = 2021-09-01 day relative
    2021-09-01 | اجتمعوا هذا الأربعاء.
      = هذا الأربعاء = 2021-09-01 day relative
    2021-09-01 | قتل مدني الأربعاء من الأسبوع الماضي.
      = الأربعاء من الأسبوع الماضي = 2021-08-25 day relative
    | قتل مدني الأربعاء.
      = الأربعاء = - unresolved relative
    | قتل مدني الأربعاء المقبل.
      = الأربعاء المقبل = - unresolved relative future
    2021-09-01 | قتل مدني صباح السبت.
      = صباح السبت = 2021-08-28 day relative morning
    2021-09-01 | قتل مدني الأربعاء مساءً.
      = الأربعاء مساءً = 2021-09-01 day relative evening
    2021-09-01 | قتل مدني الأربعاء ليلاً.
      = الأربعاء ليلاً = 2021-09-01 day relative night
    2021-09-01 | الأربعاء ظهر مسلح في القرية.
      = الأربعاء = 2021-09-01 day relative
    2021-05-02 | استشهد ثلاثة ليلة السبت على الأحد.
      = ليلة السبت على الأحد = 2021-05-01..2021-05-02 range relative night
    2021-09-01 | هجوم ليلة الجمعة - السبت.
      = ليلة الجمعة - السبت = 2021-08-27..2021-08-28 range relative night
    | هجوم ليلة السبت على الأحد.
      = ليلة السبت على الأحد = - unresolved relative night
    2021-09-01 | في ساعة متأخرة من ليل الأربعاء قتل مدني.
      = في ساعة متأخرة من ليل الأربعاء = 2021-09-01 day relative night
    2021-09-01 | قتل مدني منتصف ليل الخميس.
      = منتصف ليل الخميس = 2021-08-26 day relative night
    2021-09-01 | هجوم على نقطة تفتيش الأربعاء.
      = الأربعاء = 2021-09-01 day relative
    2021-09-01 | بين السبت والاثنين قتل مدنيان.
      = بين السبت والاثنين = 2021-08-28..2021-08-30 range relative
    2021-09-01 | يومي الأحد والاثنين قتل مدنيان.
      = يومي الأحد والاثنين = 2021-08-29..2021-08-30 range relative
    2021-09-01 | انفجار بعد صلاة الجمعة.
      = الجمعة = 2021-08-27 day relative
    """

  static let relativeDays = """
    2021-09-01 | أمس الثلاثاء قتل مدني.
      = أمس الثلاثاء = 2021-08-31 day relative
    2021-09-01 | أمس الأربعاء قتل مدني.
      = أمس الأربعاء = 2021-09-01 day relative weekday_conflict
    2021-09-01 | اليوم، الأربعاء قتل مدني.
      = اليوم، الأربعاء = 2021-09-01 day relative
    2021-09-01 | قتل مدني أول أمس.
      = أول أمس = 2021-08-30 day relative
    2021-09-01 | قتل مدني أول من أمس.
      = أول من أمس = 2021-08-30 day relative
    2021-09-01 | قتل مدني الليلة الماضية.
      = الليلة الماضية = 2021-08-31 day relative night
    2021-09-01 | قتل مدني في الساعة 10:30 من مساء يوم أمس.
      = مساء يوم أمس = 2021-08-31 day relative evening
    2021-09-01 | أمس ظهراً قتل مدني.
      = أمس ظهراً = 2021-08-31 day relative noon
    2021-09-01 | تنطلق العملية غدا.
      = غدا = 2021-09-02 day relative future
    2021-09-01 | قبل ثلاثة أيام قتل مدني.
      = قبل ثلاثة أيام = 2021-08-29 day relative
    2021-09-01 | قبل 3 أيام قتل مدني.
      = قبل 3 أيام = 2021-08-29 day relative
    2021-09-01 | قبل يومين قتل مدني.
      = قبل يومين = 2021-08-30 day relative
    2021-09-01 | قبل ساعتين قتل مدني.
      = قبل ساعتين = 2021-09-01 day relative
    2021-09-01 | قبل 10 سنوات قتل مدني.
      = قبل 10 سنوات = 2011-01-01..2011-12-31 year relative
    2020-03-31 | قبل ستة أشهر قتل مدني.
      = قبل ستة أشهر = 2019-09-01..2019-09-30 month relative
    2021-09-01 | وفي وقت سابق الأربعاء قتل مدني.
      = وفي وقت سابق الأربعاء = 2021-09-01 day relative
    2021-09-01 | وفي وقت سابق من اليوم قتل مدني.
      = وفي وقت سابق من اليوم = 2021-09-01 day relative
    2021-09-01 | أعلن في 5 آب 2021 عن عملية. وفي اليوم التالي قتل مدني.
      = 5 آب 2021 = 2021-08-05 day stated
      = اليوم التالي = 2021-08-06 day relative
    2021-09-01 | أعلن في 5 آب 2021 عن عملية. في اليوم نفسه قتل مدني.
      = 5 آب 2021 = 2021-08-05 day stated
      = في اليوم نفسه = 2021-08-05 day relative
    2021-09-01 | وفي اليوم التالي قتل مدني.
      = اليوم التالي = - unresolved relative
    | قتل مدني أمس.
      = أمس = - unresolved relative
    """

  static let calendarDates = """
    2021-08-16 | قصفت طائرات يوم الأحد 15 آب/ أغسطس 2021، ما أدى إلى مقتل أربعة.
      = يوم الأحد 15 آب/ أغسطس 2021 = 2021-08-15 day stated
    2021-09-01 | قتل مدني في 20 يوليو (تموز) 2020.
      = 20 يوليو (تموز) 2020 = 2020-07-20 day stated
    2021-09-01 | صباح الأربعاء الموافق 25 آب 2021 قتل مدني.
      = صباح الأربعاء الموافق 25 آب 2021 = 2021-08-25 day stated morning
    2021-09-01 | يوم الأحد المصادف 15/8/2021 قتل مدني.
      = يوم الأحد المصادف 15/8/2021 = 2021-08-15 day stated
    2021-09-01 | مساء يوم 5 آذار قتل مدني.
      = مساء يوم 5 آذار = 2021-03-05 day stated evening
    2021-09-01 | الخميس الماضي 26 آب قتل مدني.
      = الخميس الماضي 26 آب = 2021-08-26 day stated
    2021-09-01 | في الخامس من آذار قتل مدني.
      = الخامس من آذار = 2021-03-05 day stated
    2021-09-01 | الخامس والعشرين من تموز 2021.
      = الخامس والعشرين من تموز 2021 = 2021-07-25 day stated
    2021-09-01 | السادس عشر من تشرين الأول 2017.
      = السادس عشر من تشرين الأول 2017 = 2017-10-16 day stated
    2021-09-01 | الخامس من الشهر الجاري.
      = الخامس من الشهر الجاري = 2021-09-05 day stated future
    2021-09-01 | 5 من الشهر الماضي.
      = 5 من الشهر الماضي = 2021-08-05 day stated
    2021-09-01 | الأربعاء (25 آب) قتل مدني.
      = الأربعاء (25 آب) = 2021-08-25 day stated
    2021-09-01 | الأحد 16 آب 2021 قتل مدني.
      = الأحد 16 آب 2021 = 2021-08-16 day stated weekday_conflict
    2021-09-01 | الأحد 10 تشرين الأول تجري الانتخابات.
      = الأحد 10 تشرين الأول = 2021-10-10 day stated future
    2020-01-05 | في 28 كانون الأول قتل مدني.
      = 28 كانون الأول = 2019-12-28 day stated
    2021-09-01 | 5 آذار الماضي قتل مدني.
      = 5 آذار الماضي = 2021-03-05 day stated
    2021-09-01 | 10 تشرين الأول المقبل تجري الانتخابات.
      = 10 تشرين الأول المقبل = 2021-10-10 day stated future
    2021-09-01 | 30 شباط 2021 قتل مدني.
      = 30 شباط 2021 = - unresolved stated impossible_date
    | 5 آذار قتل مدني.
      = 5 آذار = - unresolved stated
    | 15 آب 2021 قتل مدني.
      = 15 آب 2021 = 2021-08-15 day stated
    2021-09-01 | وقع في 16/10/2017 هجوم.
      = 16/10/2017 = 2017-10-16 day stated
    2021-09-01 | وقع في 2017-10-16 هجوم.
      = 2017-10-16 = 2017-10-16 day stated
    2021-09-01 | وقع في 16.9.2015 هجوم.
      = 16.9.2015 = 2015-09-16 day stated
    2021-09-01 | وقع في ٢٠٢١/٨/١٥ هجوم.
      = ٢٠٢١/٨/١٥ = 2021-08-15 day stated
    2021-09-01 | وقع في 16 / 10 / 2017 هجوم.
      = 16 / 10 / 2017 = 2017-10-16 day stated
    2021-09-01 | الأحد 15/8 وقع هجوم.
      = الأحد 15/8 = 2021-08-15 day stated
    """

  static let months = """
    2021-09-01 | وقع ذلك في آذار.
      = آذار = 2021-03-01..2021-03-31 month stated
    2021-09-01 | وقع ذلك في آذار من العام الماضي.
      = آذار من العام الماضي = 2020-03-01..2020-03-31 month stated
    2021-09-01 | وقع ذلك في آذار الماضي.
      = آذار الماضي = 2021-03-01..2021-03-31 month stated
    2021-09-01 | يقع ذلك في أيلول المقبل.
      = أيلول المقبل = 2022-09-01..2022-09-30 month stated future
    2021-09-01 | مطلع آذار الماضي قتل مدني.
      = مطلع آذار الماضي = 2021-03-01..2021-03-10 range stated
    2021-09-01 | منتصف أيلول قتل مدني.
      = منتصف أيلول = 2020-09-11..2020-09-20 range stated
    2021-09-01 | نهاية الشهر الماضي قتل مدني.
      = نهاية الشهر الماضي = 2021-08-21..2021-08-31 range relative
    2021-09-01 | أواخر عام 2014 قتل مدني.
      = أواخر عام 2014 = 2014-10-01..2014-12-31 range stated
    2021-09-01 | بعد كانون الأول/ديسمبر 2017 عادوا.
      = بعد كانون الأول/ديسمبر 2017 = 2017-12-01..2021-09-01 range stated span
    2021-09-01 | في عام 2017 قتل مدني.
      = عام 2017 = 2017-01-01..2017-12-31 year stated
    2021-09-01 | في 2014 قتل مدني.
      = 2014 = 2014-01-01..2014-12-31 year stated
    2021-09-01 | سنة ٢٠١٤ قتل مدني.
      = سنة ٢٠١٤ = 2014-01-01..2014-12-31 year stated
    2021-09-01 | صيف 2014 قتل مدني.
      = صيف 2014 = 2014-06-01..2014-08-31 range stated
    2021-09-01 | صيف العام الماضي قتل مدني.
      = صيف العام الماضي = 2020-06-01..2020-08-31 range stated
    2021-09-01 | الشهر الماضي قتل مدني.
      = الشهر الماضي = 2021-08-01..2021-08-31 month relative
    2021-09-01 | العام الماضي قتل مدني.
      = العام الماضي = 2020-01-01..2020-12-31 year relative
    2021-03-11 | تنطلق العملية الأسبوع المقبل.
      = الأسبوع المقبل = 2021-03-14..2021-03-20 week relative future
    2021-09-01 | الأسبوع الماضي قتل مدني.
      = الأسبوع الماضي = 2021-08-22..2021-08-28 week relative
    2021-09-01 | منذ شهر شباط يعملون.
      = منذ شهر شباط = 2021-02-01..2021-09-01 range stated span
    | وقع ذلك في آذار.
      = آذار = - unresolved stated
    """

  static let ranges = """
    2021-09-01 | من 5 إلى 7 آذار قصفت القرية.
      = من 5 إلى 7 آذار = 2021-03-05..2021-03-07 range stated
    2021-09-01 | يومي 5 و6 آذار قصفت القرية.
      = يومي 5 و6 آذار = 2021-03-05..2021-03-06 range stated
    2021-09-01 | بين عامي 2014 و2017 شهدت المنطقة هجمات.
      = بين عامي 2014 و2017 = 2014-01-01..2017-12-31 range stated span
    2021-09-01 | من 28 شباط إلى 3 آذار 2020 قصفت القرية.
      = من 28 شباط إلى 3 آذار 2020 = 2020-02-28..2020-03-03 range stated
    2020-01-05 | من 28 كانون الأول إلى 3 كانون الثاني قصفت القرية.
      = من 28 كانون الأول إلى 3 كانون الثاني = 2019-12-28..2020-01-03 range stated
    2021-09-01 | بين آذار وأيار 2019 قصفت القرية.
      = بين آذار وأيار 2019 = 2019-03-01..2019-05-31 range stated span
    2020-07-22 | وتجري مباحثات منذ أسابيع بين الجانبين.
      = منذ أسابيع = 2020-06-10..2020-07-22 range relative span
    2021-09-01 | خلال الـ24 ساعة الماضية قتل مدني.
      = خلال الـ24 ساعة الماضية = 2021-08-31..2021-09-01 range relative
    2021-09-01 | خلال الساعات الماضية قتل مدني.
      = خلال الساعات الماضية = 2021-08-31..2021-09-01 range relative
    2021-09-01 | خلال الأعوام الماضية قتل مدنيون.
      = خلال الأعوام الماضية = 2016-09-01..2021-09-01 range relative span
    2021-09-01 | خلال الأيام الثلاثة الماضية قتل مدنيون.
      = خلال الأيام الثلاثة الماضية = 2021-08-29..2021-09-01 range relative span
    2021-09-01 | منذ عام 2017 يعملون.
      = منذ عام 2017 = 2017-01-01..2021-09-01 range stated span
    2021-09-01 | منذ أمس يعملون.
      = منذ أمس = 2021-08-31..2021-09-01 range relative
    2021-09-01 | قبل عام 2014 كانوا هنا.
      = قبل عام 2014 = - unresolved stated span
    2021-09-01 | بعد 2003 عادوا.
      = بعد 2003 = 2003-01-01..2021-09-01 range stated span
    | منذ 2017 يعملون.
      = منذ 2017 = - unresolved stated span
    """

  static let hijri = """
    2021-08-19 | سقطت قذيفتا هاون يوم 10 محرم 1443 هـ دون إصابات.
      = يوم 10 محرم 1443 هـ = 2021-08-18..2021-08-20 range stated
    2021-09-01 | في العاشر من محرم قتل مدني.
      = العاشر من محرم = 2021-08-18..2021-08-20 range stated
    2021-09-01 | 10 محرم 1443 هـ الموافق 18 آب 2021.
      = 10 محرم 1443 هـ الموافق 18 آب 2021 = 2021-08-18 day stated
    2021-09-01 | خلال شهر رمضان قتل مدني.
      = شهر رمضان = 2021-04-12..2021-05-13 range stated
    2021-09-01 | رمضان 2014 شهد هجمات.
      = رمضان 2014 = 2014-06-28..2014-07-29 range stated
    2021-09-01 | ليلة 10 محرم قتل مدني.
      = ليلة 10 محرم = 2021-08-18..2021-08-20 range stated night
    | 10 محرم قتل مدني.
      = 10 محرم = - unresolved stated
    """

  static let named = """
    2021-09-01 | بعد أحداث 11 أيلول تغير كل شيء.
      = أحداث 11 أيلول = 2001-09-11 day stated span
    2021-09-01 | تفجيرات 11 أيلول 2001 غيرت كل شيء.
      = 11 أيلول 2001 = 2001-09-11 day stated span
    2021-09-01 | الأحد 11 أيلول 2016 قتل مدني.
      = الأحد 11 أيلول 2016 = 2016-09-11 day stated
    2021-09-01 | في 16 أكتوبر 2017 انسحبت القوات.
      = 16 أكتوبر 2017 = 2017-10-16 day stated
    2021-09-01 | After the September 11 attacks everything changed.
      = September 11 attacks = 2001-09-11 day stated span
    """

  static let traps = """
    2021-09-01 | قتل أب وابنه.
    2021-09-01 | مارس ضغوطا على القرية.
    2021-09-01 | قال أحد الجنود.
    2021-09-01 | قتل الأحد عشر شخصا.
    2021-09-01 | في خطبة الجمعة قال.
    2021-09-01 | سيارة نوع نيسان.
    2021-09-01 | قال النائب صباح الساعدي.
    2021-09-01 | قال رمضان عبد الله.
    2021-09-01 | قال مصدر لبغداد اليوم.
    2021-09-01 | في بغداد اليوم انفجار.
      = اليوم = 2021-09-01 day relative
    2021-09-01 | في شارع 14 تموز انفجار.
    2021-09-01 | في 14 تموز قتل مدني.
      = 14 تموز = 2021-07-14 day stated
    2021-09-01 | في 2000 منزل.
    2021-09-01 | كل يوم يقتل مدني.
    2021-09-01 | قتل يوم ما.
    2021-09-01 | They may march to Baghdad on foot.
    2021-09-01 | The sun sat low in the 1990s.
    2021-09-01 | In March 15 people were killed.
      = March = 2021-03-01..2021-03-31 month stated
    2021-09-01 | The July 14 Bridge was closed.
    """

  static let dayparts = """
    2021-09-01 | فجراً قتل مدني.
      = فجراً = - unresolved relative dawn
    2021-09-01 | قتل مدني بعد منتصف الليل.
      = بعد منتصف الليل = - unresolved relative night
    2021-09-01 | قتل مدني في الساعة الثامنة مساء.
      = مساء = - unresolved relative evening
    2021-09-01 | A soldier was killed at dawn.
      = at dawn = - unresolved relative dawn
    2021-09-01 | A night raid killed a soldier.
    """

  static let english = """
    2021-03-11 | Turkish jets struck PKK positions on Wednesday, the ministry said.
      = on Wednesday = 2021-03-10 day relative
    2022-01-20 | Eleven soldiers were killed in Udhaim early Friday.
      = early Friday = 2022-01-14 day relative morning
    2022-01-20 | Soldiers were killed late Friday night.
      = late Friday night = 2022-01-14 day relative night
    2022-01-20 | Soldiers were killed on the morning of March 6, 2021.
      = morning of March 6, 2021 = 2021-03-06 day stated morning
    2021-09-01 | A blast on Wednesday, March 6, 2019 killed two.
      = on Wednesday, March 6, 2019 = 2019-03-06 day stated
    2021-09-01 | A blast on 6 March killed two.
      = 6 March = 2021-03-06 day stated
    2021-09-01 | A blast on Sept. 16, 2020, killed two.
      = Sept. 16, 2020 = 2020-09-16 day stated
    2021-09-01 | Troops withdrew in October 2017.
      = October 2017 = 2017-10-01..2017-10-31 month stated
    2021-09-01 | Troops withdrew in March 2019.
      = March 2019 = 2019-03-01..2019-03-31 month stated
    2021-09-01 | Troops withdrew in May.
      = May = 2021-05-01..2021-05-31 month stated
    2021-09-01 | Troops withdrew last Wednesday.
      = last Wednesday = 2021-08-25 day relative
    2021-09-01 | Troops will withdraw next Friday.
      = next Friday = 2021-09-03 day relative future
    2021-09-01 | Two days ago a bomb exploded.
      = Two days ago = 2021-08-30 day relative
    2021-09-01 | Three weeks ago a bomb exploded.
      = Three weeks ago = 2021-08-08..2021-08-14 week relative
    2021-09-01 | A bomb exploded a year ago.
      = a year ago = 2020-01-01..2020-12-31 year relative
    2021-09-01 | A bomb exploded in the city Wednesday.
      = Wednesday = 2021-09-01 day relative
    2021-09-01 | A bomb exploded yesterday afternoon.
      = yesterday afternoon = 2021-08-31 day relative afternoon
    2021-09-01 | A bomb exploded Friday night into Saturday.
      = Friday night into Saturday = 2021-08-27..2021-08-28 range relative night
    2021-09-01 | From Dec. 28, 2019 to Jan. 3, 2020 they fought.
      = From Dec. 28, 2019 to Jan. 3, 2020 = 2019-12-28..2020-01-03 range stated
    2021-09-01 | They fought on March 5-7, 2020.
      = March 5-7, 2020 = 2020-03-05..2020-03-07 range stated
    2021-09-01 | They fought between 2014 and 2017.
      = between 2014 and 2017 = 2014-01-01..2017-12-31 range stated span
    2021-09-01 | They fought from March to May 2019.
      = from March to May 2019 = 2019-03-01..2019-05-31 range stated span
    2021-09-01 | They fought in 2017-2018.
      = in 2017-2018 = 2017-01-01..2018-12-31 range stated span
    2021-09-01 | They have fought since 2003.
      = since 2003 = 2003-01-01..2021-09-01 range stated span
    2021-09-01 | They fought in recent weeks.
      = in recent weeks = 2021-07-21..2021-09-01 range relative span
    2021-09-01 | They fought over the past 3 years.
      = over the past 3 years = 2018-09-01..2021-09-01 range relative span
    2021-09-01 | They fought in the past 24 hours.
      = in the past 24 hours = 2021-08-31..2021-09-01 range relative
    2021-09-01 | They fought in late 2014.
      = late 2014 = 2014-10-01..2014-12-31 range stated
    2021-09-01 | They fought in mid-March.
      = mid-March = 2021-03-11..2021-03-20 range stated
    2021-09-01 | They fought at the end of October 2017.
      = the end of October 2017 = 2017-10-21..2017-10-31 range stated
    2021-09-01 | They fought in the summer of 2014.
      = summer of 2014 = 2014-06-01..2014-08-31 range stated
    2021-09-01 | A bomb exploded on 10/16/2017 in the town.
      = 10/16/2017 = 2017-10-16 day stated
    2021-09-01 | On 5 July 2021 they met. The next day they fought.
      = 5 July 2021 = 2021-07-05 day stated
      = The next day = 2021-07-06 day relative
    2021-09-01 | A bomb exploded at 8:30 p.m. on Tuesday.
      = p.m. on Tuesday = 2021-08-31 day relative evening
    2021-09-01 | A bomb exploded at 4 a.m. Tuesday.
      = a.m. Tuesday = 2021-08-31 day relative dawn
    2021-09-01 | They will meet next week.
      = next week = 2021-09-05..2021-09-11 week relative future
    """

  static let sorani = """
    2021-03-10 | ئەمڕۆ چوارشەممە، دوو پێشمەرگە شەهید بوون.
      = ئەمڕۆ چوارشەممە = 2021-03-10 day relative
    2021-03-11 | لە ١٦ی ئۆکتۆبەری ٢٠١٧ هێزەکان گرتیان.
      = ١٦ی ئۆکتۆبەری ٢٠١٧ = 2017-10-16 day stated
    2015-09-17 | ئەمڕۆ پێنجشەممە (16.9.2015) هێرشێک کرا.
      = ئەمڕۆ پێنجشەممە (16.9.2015) = 2015-09-16 day stated weekday_conflict
    2021-03-11 | بڕیارە هەفتەی داهاتوو ئۆپەراسیۆنێک دەست پێ بکات.
      = هەفتەی داهاتوو = 2021-03-14..2021-03-20 week relative future
    2021-09-01 | هەینیی ڕابردوو هێرشێک کرا.
      = هەینیی ڕابردوو = 2021-08-27 day relative
    2021-09-01 | هەینی داهاتوو دەست پێ دەکات.
      = هەینی داهاتوو = 2021-09-03 day relative future
    2021-09-01 | ڕۆژی یەکشەممە هێرشێک کرا.
      = ڕۆژی یەکشەممە = 2021-08-29 day relative
    2021-09-01 | یەک شەممەی ڕابردوو هێرشێک کرا.
      = یەک شەممەی ڕابردوو = 2021-08-29 day relative
    2021-09-01 | شەوی هەینی هێرشێک کرا.
      = شەوی هەینی = 2021-08-27 day relative night
    2021-09-01 | دوێنێ ئێوارە هێرشێک کرا.
      = دوێنێ ئێوارە = 2021-08-31 day relative evening
    2021-09-01 | پێنج ڕۆژ لەمەوبەر هێرشێک کرا.
      = پێنج ڕۆژ لەمەوبەر = 2021-08-27 day relative
    2021-09-01 | ڕۆژی هەینی ٢٧ی ئابی ٢٠٢١ هێرشێک کرا.
      = ڕۆژی هەینی ٢٧ی ئابی ٢٠٢١ = 2021-08-27 day stated
    2021-09-01 | لە مانگی ئازاردا هێرشێک کرا.
      = مانگی ئازاردا = 2021-03-01..2021-03-31 month stated
    2021-09-01 | لە ساڵی ٢٠١٤دا هێرشێک کرا.
      = لە ساڵی ٢٠١٤دا = 2014-01-01..2014-12-31 year stated
    2021-09-01 | لە نێوان ساڵانی ٢٠١٤ و ٢٠١٧ هێرشەکان کران.
      = لە نێوان ساڵانی ٢٠١٤ و ٢٠١٧ = 2014-01-01..2017-12-31 range stated span
    2021-09-01 | لە ٢٤ کاتژمێری ڕابردوودا هێرشێک کرا.
      = لە ٢٤ کاتژمێری ڕابردوودا = 2021-08-31..2021-09-01 range relative
    2021-09-01 | چەند هەفتەیەک لەمەوبەر هێرشێک کرا.
      = چەند هەفتەیەک لەمەوبەر = 2021-07-21..2021-09-01 range relative span
    2021-09-01 | لە ١٥ی گوڵان هێرشێک کرا.
      = ١٥ی گوڵان = - unresolved stated kurdish_month
    """
}
