import CallboardCatalog
import Testing

@testable import CallboardSite

/// Groups above and below each other, what they own and who belongs to them.
@Suite struct GroupTests {
  private static func group(_ name: String, _ fields: String = "") -> String {
    """
    ---
    apiVersion: backstage.io/v1alpha1
    kind: Group
    metadata: {name: \(name)}
    spec: {type: team, children: []\(fields.isEmpty ? "" : ", \(fields)")}

    """
  }

  private static func component(_ name: String, owner: String, type: String = "service") -> String {
    """
    ---
    apiVersion: backstage.io/v1alpha1
    kind: Component
    metadata: {name: \(name)}
    spec: {type: \(type), lifecycle: production, owner: \(owner)}

    """
  }

  private static func user(_ name: String, in groups: String) -> String {
    """
    ---
    apiVersion: backstage.io/v1alpha1
    kind: User
    metadata: {name: \(name)}
    spec: {memberOf: [\(groups)]}

    """
  }

  /// `kind/type direct aggregated` of an owner.
  private func counts(_ sample: SiteSample, _ owner: String, in groups: [String] = []) throws
    -> [String]
  {
    try sample.composer.entities.ownership
      .counts(of: sample.id(owner), memberships: groups.map { try sample.id($0) })
      .map { "\($0.of.kind)/\($0.of.type ?? "-") \($0.direct) \($0.aggregated)" }
  }

  @Test func addsUpWhatChildGroupsOwn() throws {
    let sample = try SiteSample(
      Self.group("top") + Self.group("left", "parent: top") + Self.group("leaf", "parent: left")
        + Self.component("a", owner: "top") + Self.component("b", owner: "leaf")
        + Self.component("c", owner: "leaf", type: "library")
    )
    #expect(try counts(sample, "group:top") == ["component/library 0 1", "component/service 1 2"])
    #expect(try counts(sample, "group:left") == ["component/library 0 1", "component/service 0 1"])
    #expect(try counts(sample, "group:leaf") == ["component/library 1 1", "component/service 1 1"])
  }

  @Test func countsAUsersGroupsButNotThoseBelow() throws {
    let sample = try SiteSample(
      Self.group("top") + Self.group("leaf", "parent: top") + Self.user("ada", in: "top")
        + Self.component("a", owner: "user:ada") + Self.component("b", owner: "top")
        + Self.component("c", owner: "leaf")
    )
    #expect(try counts(sample, "user:ada", in: ["group:top"]) == ["component/service 1 2"])
  }

  @Test func standsBelowTheParentThatItNamesItself() throws {
    let sample = try SiteSample(
      Self.group("a") + Self.group("b") + Self.group("child", "parent: b")
        + Self.group("greedy").replacing("children: []", with: "children: [child]")
        + Self.component("x", owner: "child")
    )
    let groups = sample.composer.entities.groups
    #expect(try groups.parent(of: sample.id("group:child")) == sample.id("group:b"))
    #expect(try counts(sample, "group:b") == ["component/service 0 1"])
    #expect(try counts(sample, "group:greedy") == [])
  }

  @Test func putsTheFirstOfACircleOnTop() throws {
    let sample = try SiteSample(
      Self.group("c", "parent: a") + Self.group("a", "parent: b") + Self.group("b", "parent: c")
        + Self.group("tail", "parent: c") + Self.group("own", "parent: own")
        + Self.component("x", owner: "tail")
    )
    let groups = sample.composer.entities.groups
    #expect(try groups.parent(of: sample.id("group:a")) == nil)
    #expect(try groups.parent(of: sample.id("group:own")) == nil)
    #expect(Set(groups.topDown) == Set(groups.groups.map(\.id)))
    #expect(try counts(sample, "group:a") == ["component/service 0 1"])
    #expect(
      try groups.ancestors(of: sample.id("group:tail"), limit: 9)
        == [sample.id("group:a"), sample.id("group:c")]
    )
  }

  @Test func countsAMemberOfSeveralGroupsOnce() throws {
    let sample = try SiteSample(
      Self.group("top", "members: [eve]") + Self.group("left", "parent: top")
        + Self.group("right", "parent: top") + Self.user("ada", in: "left, right")
        + Self.user("bob", in: "right") + Self.user("eve", in: "right")
    )
    let roster = try sample.composer.entities.members.roster(of: sample.id("group:top"))
    #expect(roster.count == 3)
    #expect(roster.first.map { sample.model.catalog.ref(of: $0).name } == ["ada", "bob", "eve"])
    #expect(try sample.composer.entities.members.roster(of: sample.id("group:left")).count == 1)
  }

  @Test func keepsTheFirstMembersOfALargeGroup() throws {
    let users = (100..<200).map { Self.user("u\($0)", in: $0 % 2 == 0 ? "left" : "right") }
    let sample = try SiteSample(
      Self.group("top") + Self.group("left", "parent: top") + Self.group("right", "parent: top")
        + users.joined()
    )
    let roster = try sample.composer.entities.members.roster(of: sample.id("group:top"))
    #expect(roster.count == 100)
    #expect(
      roster.first.map { sample.model.catalog.ref(of: $0).name }
        == (100..<150).map { "u\($0)" }
    )
  }

  @Test func tellsTypesApartOnlyUpToALimit() throws {
    let many = (0..<(Ownership.classLimit + 20)).map { number in
      Self.component("c\(number)", owner: "team", type: "type-\(1000 + number)")
    }
    let sample = try SiteSample(Self.group("team") + many.joined())
    let counts = try sample.composer.entities.ownership
      .counts(of: sample.id("group:team"), memberships: [])
    #expect(counts.count <= Ownership.classLimit + 2)
    #expect(counts.reduce(0) { $0 + $1.direct } == many.count)
    #expect(counts.contains { $0.of.type == nil && $0.direct > 1 })
  }

  @Test func showsAWideTreeWithWhatIsLeftOut() throws {
    let children = (10..<40).map { Self.group("g\($0)", "parent: top") }
    let below = (10..<40).map { Self.group("g\($0)-a", "parent: g\($0)") }
    let sample = try SiteSample(Self.group("top") + children.joined() + below.joined())
    let top = try sample.id("group:top")
    let tree = OrganisationTree(below: top, in: sample.composer.entities.groups)
    #expect(tree.shown[top]?.count == PageSize.tree.breadth)
    #expect(tree.hidden(below: top) == 30 - PageSize.tree.breadth)
    #expect(tree.shown.values.reduce(0) { $0 + $1.count } <= PageSize.tree.groups)
    let text = try #require(try sample.text("catalog/default/group/top"))
    #expect(text.contains("+\(30 - PageSize.tree.breadth) more"))
  }
}
