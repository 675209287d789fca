import Testing

@testable import CallboardSite

/// Days as authors write them.
@Suite struct CalendarDayTests {
  @Test(arguments: [
    "1970-01-01", "2000-02-29", "2026-11-21", "1969-12-31", "0001-01-01", "9999-12-31",
  ])
  func readsWhatItPrints(text: String) throws {
    #expect(try #require(CalendarDay(text)).iso == text)
  }

  @Test(arguments: [
    "", "2026", "2026-13-01", "2026-02-30", "2026-00-10", "2026-1-1", "21-11-2026", "2026-11-21x",
    "2026/11/21",
  ])
  func refusesWhatIsNoDay(text: String) {
    #expect(CalendarDay(text) == nil)
  }

  @Test func takesTheDayOfAMoment() throws {
    #expect(CalendarDay("2026-11-21T10:00:00Z") == CalendarDay("2026-11-21"))
    #expect(CalendarDay(secondsSince1970: -1).iso == "1969-12-31")
    #expect(CalendarDay(secondsSince1970: 86_400).iso == "1970-01-02")
  }

  @Test func countsDays() throws {
    let from = try #require(CalendarDay("2024-02-28"))
    let to = try #require(CalendarDay("2024-03-01"))
    #expect(to.daysSince1970 - from.daysSince1970 == 2)
    #expect(from < to)
  }
}
