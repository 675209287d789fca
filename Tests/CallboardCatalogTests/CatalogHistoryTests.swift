import CallboardCatalog
import Testing

@Suite struct CatalogHistoryTests {
  private static func ref(_ name: String) -> EntityRef {
    EntityRef(kind: "component", namespace: "default", name: name)
  }

  private static func entry(
    _ seconds: Int64,
    _ changes: [(String, CatalogEvent.Change)],
    repository: String = "r"
  ) -> CatalogHistory.Entry {
    CatalogHistory.Entry(
      repository: repository,
      commit: "c\(seconds)",
      url: nil,
      seconds: seconds,
      subject: "",
      events: changes.map {
        CatalogEvent(ref: ref($0.0), change: $0.1, title: $0.0, owner: nil, path: "f")
      }
    )
  }

  @Test func ordersCommitsByTimeThenRepository() {
    let entries = [
      Self.entry(1, [("a", .added)], repository: "s"), Self.entry(2, [("b", .added)]),
      Self.entry(1, [("c", .added)], repository: "q"),
      Self.entry(1, [("d", .added)], repository: "s"),
    ]
    let history = CatalogHistory(entries, extent: .repositories(3))
    #expect(history.entries.map { $0.events[0].title } == ["b", "c", "a", "d"])
  }

  @Test func countsWhatHappenedUnderFormerNamesToTheEntity() {
    let history = CatalogHistory(
      [
        Self.entry(5, [("a", .added)]),
        Self.entry(4, [("b", .lifecycle(from: "x", to: "y"))]),
        Self.entry(3, [("b", .renamed(from: Self.ref("a")))]),
        Self.entry(2, [("a", .type(from: nil, to: "t"))]),
        Self.entry(1, [("a", .added)]),
      ],
      extent: .repositories(1)
    )
    let latest = history.latest(9)
    #expect(latest[Self.ref("b")]?.map(\.entry) == [1, 2, 3, 4])
    // Somebody took the old name again.
    #expect(latest[Self.ref("a")]?.map(\.entry) == [0])
    #expect(history.latest(2)[Self.ref("b")]?.map(\.entry) == [1, 2])
  }
}
