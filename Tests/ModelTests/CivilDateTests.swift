import Model
import Testing

@Suite struct `Civil date` {
  static let days: [(iso: String, number: Int, weekday: Int)] = [
    ("1970-01-01", 0, 4), ("1969-12-31", -1, 3), ("2000-01-01", 10957, 6),
    ("2000-02-29", 11016, 2), ("2017-10-16", 17455, 1), ("2019-03-06", 17961, 3),
    ("2020-07-22", 18465, 3), ("2014-06-10", 16231, 2), ("1900-03-01", -25508, 4),
    ("0001-01-01", -719_162, 1), ("9999-12-31", 2_932_896, 5),
  ]

  @Test(arguments: days) func `has a number and a weekday`(iso: String, number: Int, weekday: Int)
    throws
  {
    let date = try #require(CivilDate(iso: Array(iso.utf8)))
    #expect(date.dayNumber == number)
    #expect(date.weekday == weekday)
    #expect(date.description == iso)
    #expect(CivilDate(dayNumber: number) == date)
  }

  @Test func `goes from number to day and back, through all leap rules`() {
    var expected = CivilDate(dayNumber: -719_162)
    for number in stride(from: -719_162, through: 146_097 * 2, by: 1) {
      let date = CivilDate(dayNumber: number)
      if date.dayNumber != number || date.weekday != (((number + 4) % 7) + 7) % 7 {
        Issue.record("\(number) gives \(date)")
        return
      }
      if number > -719_162, date <= expected {
        Issue.record("\(date) is not after \(expected)")
        return
      }
      expected = date
    }
  }

  static let leap: [(year: Int, days: Int)] = [
    (2016, 29), (2017, 28), (1900, 28), (2000, 29), (2100, 28), (2400, 29), (4, 29),
  ]

  @Test(arguments: leap) func `knows leap years`(year: Int, days: Int) {
    #expect(CivilDate.daysInMonth(2, year: year) == days)
    #expect((CivilDate(year: year, month: 2, day: 29) != nil) == (days == 29))
  }

  @Test(arguments: [
    "", "2019", "2019-3-6", "2019-03-6", "2019/03/06", "2019-03-06T", "19-03-06xx", "2019-13-01",
    "2019-00-01", "2019-02-29", "2019-04-31", "2019-01-00", "0000-01-01", "-001-01-01",
    "2019-03-0٦", "٢٠١٩-٠٣-٠٦", " 2019-03-6",
  ])
  func `is not`(text: String) { #expect(CivilDate(iso: Array(text.utf8)) == nil) }

  @Test func `adds days over the ends of months and years`() throws {
    let date = try #require(CivilDate(year: 2019, month: 12, day: 30))
    #expect(date.adding(days: 3).description == "2020-01-02")
    #expect(date.adding(days: -364).description == "2018-12-31")
    #expect(date.adding(days: 0) == date)
  }

  @Test func `orders by time`() throws {
    let dates = try ["2019-02-28", "2019-03-01", "2019-12-01", "2020-01-01"].map {
      try #require(CivilDate(iso: Array($0.utf8)))
    }
    #expect(dates.sorted() == dates)
    #expect(dates.shuffled().sorted() == dates)
  }
}
