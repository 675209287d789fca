import CallboardCatalog
import Testing

@Suite struct HistoryFoldTests {
  /// What each commit did, as `change ref`; a commit is the files that it left, nil for a removed one.
  private static func events(_ commits: [[String: String?]]) -> [[String]] {
    var fold = HistoryFold(repository: "r", processor: EntityProcessor())
    return commits.map { files in
      let versions = files.sorted { $0.key < $1.key }.map {
        DescriptorVersion(path: $0.key, contents: $0.value.map { Array($0.utf8) })
      }
      return fold.apply(versions).map { "\(text($0.change)) \($0.ref)" }
    }
  }

  private static func text(_ change: CatalogEvent.Change) -> String {
    switch change {
    case .added, .removed: change.name.rawValue
    case .moved(let path): "moved from \(path)"
    case .renamed(let old): "renamed from \(old)"
    case .owner(let from, let to): "owner \(from?.name ?? "-") to \(to?.name ?? "-")"
    case .type(let from, let to), .lifecycle(let from, let to):
      "\(change.name) \(from ?? "-") to \(to ?? "-")"
    }
  }

  private static func service(
    _ name: String,
    owner: String = "a",
    lifecycle: String = "production"
  ) -> String {
    descriptor(
      "Component",
      name,
      spec: ["type: service", "lifecycle: \(lifecycle)", "owner: \(owner)"]
    )
  }

  @Test func tellsWhatHappenedToAnEntity() {
    let events = Self.events([
      ["f": Self.service("x")],
      ["f": Self.service("x", owner: "b", lifecycle: "deprecated")],
      ["f": Self.service("x", owner: "b", lifecycle: "deprecated") + "# a remark\n"],
      ["f": nil],
    ])
    #expect(
      events == [
        ["added component:default/x"],
        [
          "owner a to b component:default/x",
          "lifecycle production to deprecated component:default/x",
        ],
        [],
        ["removed component:default/x"],
      ]
    )
  }

  @Test func followsAnEntityFromFileToFile() {
    let events = Self.events([
      ["f": Self.service("x")],
      ["f": nil, "g": Self.service("x")],
      // First copied, then removed from where it was.
      ["h": Self.service("x", owner: "b")],
      ["g": nil],
    ])
    #expect(events[1] == ["moved from f component:default/x"])
    #expect(events[2].isEmpty)
    #expect(
      events[3] == ["moved from g component:default/x", "owner a to b component:default/x"]
    )
  }

  @Test func takesANameAloneForARename() {
    let events = Self.events([
      ["f": Self.service("x")],
      ["f": Self.service("y")],
      // With another owner it is another entity.
      ["f": Self.service("z", owner: "b")],
      // One of two could be the renamed one.
      ["f": Self.service("p", owner: "b") + "---\n" + Self.service("q", owner: "b")],
    ])
    #expect(events[1] == ["renamed from component:default/x component:default/y"])
    #expect(events[2] == ["removed component:default/y", "added component:default/z"])
    #expect(events[3].count == 3)
    #expect(!events[3].contains { $0.hasPrefix("renamed") })
  }

  @Test func keepsEntitiesThroughAVersionWithErrors() {
    let both = Self.service("x") + "---\n" + Self.service("y")
    let events = Self.events([
      ["f": both],
      ["f": Self.service("x", owner: "b") + "---\nkind: [\n"],
      ["f": "\u{0}\u{1}"],
      ["f": both],
    ])
    #expect(events[1] == ["owner a to b component:default/x"])
    #expect(events[2].isEmpty)
    #expect(events[3] == ["owner b to a component:default/x"])
  }

  @Test func leavesOutSkeletonsAndKindsThatTheSiteDoesNotTake() {
    #expect(Self.events([["skeleton/f": Self.service("x")]]) == [[]])
    var fold = HistoryFold(
      repository: "r",
      processor: EntityProcessor(rules: CatalogRules(rules: [.init(kinds: ["API"])]))
    )
    let version = DescriptorVersion(path: "f", contents: Array(Self.service("x").utf8))
    #expect(fold.apply([version]).isEmpty)
  }

  @Test func beginsWithWhatWasThereBefore() {
    var fold = HistoryFold(repository: "r", processor: EntityProcessor())
    fold.begin(with: .init(path: "f", contents: Array(Self.service("x").utf8)))
    #expect(fold.knows("f"))
    let after = Array(Self.service("x", owner: "b").utf8)
    #expect(fold.apply([.init(path: "f", contents: after)]).map(\.change.name) == [.owner])
  }
}
