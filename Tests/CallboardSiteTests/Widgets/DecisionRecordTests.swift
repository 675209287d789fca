import CallboardCatalog
import CallboardDiagnostics
import Testing

@testable import CallboardSite

/// Records of decisions in the forms in use.
@Suite struct DecisionRecordTests {
  private static func read(_ name: String, _ text: String) -> DecisionRecord? {
    let file = SourcePath(repository: "shop", path: "docs/adr/" + name)
    return DecisionRecord.read(Array(text.utf8), file: file)
  }

  @Test func readsFactsAtTheHead() throws {
    let record = try #require(
      Self.read(
        "0012-use-kafka.md",
        """
        ---
        status: Accepted
        date: 2026-01-02
        decision-makers: [Ada, Bo]
        ---
        # 12. Use Kafka
        """
      )
    )
    #expect(record.number == 12 && record.title == "Use Kafka")
    #expect(record.status == "accepted" && record.date?.iso == "2026-01-02")
    #expect(record.deciders == ["Ada", "Bo"])
  }

  @Test func readsAListBelowTheTitle() throws {
    let record = try #require(
      Self.read(
        "adr-1-queue.md",
        """
        # ADR-1: A queue

        * Status: superseded by [ADR-2](0002-ledger.md)
        * Deciders: Ada, @bo
        * Date: 2023-05-08
        """
      )
    )
    #expect(record.number == 1 && record.title == "A queue")
    #expect(record.status == "superseded" && record.supersededBy == ["0002-ledger.md"])
    #expect(record.deciders == ["Ada", "bo"])
  }

  @Test func readsLinesThatEndAsOnWindows() throws {
    let record = try #require(Self.read("queue.md", "# A queue\r\n\r\n- STATUS: Proposed\r\n"))
    #expect(record.title == "A queue" && record.status == "proposed" && record.number == nil)
  }

  @Test func takesATextWithoutNumberAndStatusForNone() {
    #expect(Self.read("queue.md", "# A queue\n\nDate: 2025-01-27\n\nThe statu") == nil)
    #expect(Self.read("queue.md", "") == nil)
    #expect(Self.read("3-queue.md", "# A queue\n") != nil)
  }

  @Test func readsASectionOnTheStatus() throws {
    let record = try #require(
      Self.read(
        "0002-ledger.md",
        "# 2. The ledger\n\nDate: 2025-01-27\n\n## Status\n\nAccepted\n\nSupersedes [1](adr-1-queue.md)\n\n## Context\n"
      )
    )
    #expect(record.status == "accepted" && record.date?.iso == "2025-01-27")
    #expect(record.supersedes == ["adr-1-queue.md"])
  }

  @Test(arguments: ["index.md", "README.md", "template.md", "notes.md"])
  func leavesOutWhatIsNoRecord(name: String) {
    #expect(Self.read(name, "# A title\n\nText") == nil)
  }

  @Test func tellsTheOlderRecordThatItWasSuperseded() throws {
    let entity = EntityRef(kind: "component", namespace: "default", name: "shop")
    var old = try #require(
      Self.read("0001-queue.md", "# Queue\n\nStatus: accepted\nDate: 2023-01-01")
    )
    var new = try #require(
      Self.read(
        "0002-ledger.md",
        "# Ledger\n\nStatus: accepted\nDate: 2024-01-01\nSupersedes: [1](0001-queue.md)"
      )
    )
    old.entity = entity
    new.entity = entity
    let log = DecisionLog([old, new])
    #expect(log.records.map(\.title) == ["Ledger", "Queue"])
    #expect(log.records[1].status == "superseded")
    #expect(log.record(named: "0002-ledger.md", beside: log.records[1])?.title == "Ledger")
  }
}
