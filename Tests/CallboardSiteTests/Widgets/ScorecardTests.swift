import CallboardCatalog
import Testing

@testable import CallboardSite

/// Levels, and what builds found before.
@Suite struct ScorecardTests {
  private static func card() -> Scorecard {
    Scorecard(
      name: "production",
      title: "Production",
      description: nil,
      subject: .all([]),
      levels: ["bronze", "silver", "gold"],
      checks: [(0, "a"), (1, "b"), (1, "c"), (2, "d")].map {
        .init(title: $1, level: $0, rule: .hasDocs, help: nil)
      }
    )
  }

  private static func result(_ isPassed: [Bool]) -> ScorecardResult {
    ScorecardResult(
      entity: EntityRef(kind: "component", namespace: "default", name: "shop"),
      owner: nil,
      isPassed: isPassed,
      on: card()
    )
  }

  @Test(
    arguments: [
      ([false, true, true, true], nil), ([true, false, true, true], 0),
      ([true, true, true, false], 1),
      ([true, true, true, true], 2),
    ] as [([Bool], Int?)]
  )
  func reachesALevelByItsChecksAndThoseBelow(isPassed: [Bool], level: Int?) {
    #expect(Self.result(isPassed).level == level)
  }

  @Test func countsTheShareOfPassedChecks() {
    #expect(Self.result([true, true, true, false]).percent == 75)
  }

  @Test func replacesWhatWasFoundOnTheSameDay() throws {
    let day = try #require(CalendarDay("2026-11-21"))
    let earlier = ScorecardHistory.read(
      Array(
        """
        {"date":"2026-11-20","scorecard":"production","owner":"","percent":50,"entities":2}
        {"date":"2026-11-21","scorecard":"production","owner":"","percent":60,"entities":2}
        not a line
        {"date":"2026-11-21","scorecard":"production","owner":"","percent":600,"entities":2}
        """.utf8
      )
    )
    #expect(earlier.count == 2)
    let new = ScorecardEvaluation.points(
      [Self.result([true, true, true, true])],
      of: Self.card(),
      on: day
    )
    let merged = ScorecardHistory.merged(earlier, with: new)
    #expect(merged.map(\.percent) == [50, 100])
    #expect(ScorecardHistory.merged(merged, with: new) == merged)
  }
}
