import Model
import Testing

@Suite struct `Stretches of the calendar` {
  @Test func `a week begins on Monday and has seven days, whatever the year`() throws {
    let start = try #require(CivilDate(year: 1999, month: 1, day: 4))
    #expect(start.weekday == 1)
    for week in 0..<1500 {
      let monday = start.adding(days: 7 * week)
      let names = Set((0..<7).map { TimeBucket.week.name(of: monday.adding(days: $0)) })
      #expect(names.count == 1)
      let next = TimeBucket.week.name(of: monday.adding(days: 7))
      #expect(names.allSatisfy { $0 < next })
    }
  }

  @Test(arguments: TimeBucket.allCases)
  func `buckets follow each other without gap or overlap`(_ bucket: TimeBucket) throws {
    var start = bucket.start(of: try #require(CivilDate(year: 1896, month: 2, day: 29)))
    let end = try #require(CivilDate(year: 2105, month: 1, day: 1))
    var names: Set<String> = []
    while start < end {
      let next = bucket.next(after: start)
      #expect(start < next)
      #expect(bucket.start(of: start) == start)
      #expect(bucket.start(of: next.adding(days: -1)) == start)
      #expect(bucket.start(of: next) == next)
      #expect(bucket.name(of: next.adding(days: -1)) == bucket.name(of: start))
      #expect(names.insert(bucket.name(of: start)).inserted)
      start = next
    }
  }
}
