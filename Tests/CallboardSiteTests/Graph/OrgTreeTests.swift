import CallboardCatalog
import Testing

@testable import CallboardSite

@Suite struct OrgTreeTests {
  private static func names(_ groups: [Int], _ tree: OrgTree, _ catalog: Catalog) -> [String] {
    groups.map { catalog.ref(of: tree.groups[$0].id).name }
  }

  @Test func putsGroupsBelowTheirParents() {
    let catalog = GraphCatalog.make([
      GraphCatalog.group("all", "children: [left]"), GraphCatalog.group("left"),
      GraphCatalog.group("right", "children: [], parent: all"),
    ])
    let tree = OrgTree(catalog)
    #expect(Self.names(tree.roots, tree, catalog) == ["all"])
    let outline = OrgOutline(tree, root: nil, number: 1)
    #expect(Self.names(outline.shown(tree), tree, catalog) == ["all", "left", "right"])
  }

  @Test func namesFurtherParentsAndThoseThatAreMissing() {
    let catalog = GraphCatalog.make([
      GraphCatalog.group("a", "children: [child]"), GraphCatalog.group("b", "children: [child]"),
      GraphCatalog.group("child"), GraphCatalog.group("lost", "children: [], parent: gone"),
    ])
    let tree = OrgTree(catalog)
    let child = tree.groups.first { catalog.ref(of: $0.id).name == "child" }
    #expect(child?.otherParents.map { catalog.ref(of: $0).name } == ["b"])
    let lost = tree.groups.first { catalog.ref(of: $0.id).name == "lost" }
    #expect(lost?.missingParents.map(\.name) == ["gone"])
    #expect(Self.names(tree.roots, tree, catalog) == ["a", "b", "lost"])
  }

  @Test func entersACircleAtItsFirstGroup() {
    let catalog = GraphCatalog.make([
      GraphCatalog.group("b", "children: [], parent: c"),
      GraphCatalog.group("c", "children: [], parent: d"),
      GraphCatalog.group("d", "children: [], parent: b"),
      GraphCatalog.group("a", "children: [], parent: d"),
      GraphCatalog.group("self", "children: [], parent: self"),
    ])
    let tree = OrgTree(catalog)
    #expect(Self.names(tree.roots, tree, catalog) == ["b", "self"])
    #expect(tree.groups.filter(\.closesCycle).map { catalog.ref(of: $0.id).name } == ["b"])
    #expect(OrgOutline(tree, root: nil, number: 1).shown(tree).count == 5)
  }

  @Test func listsUsersWithoutAGroupOfTheSite() {
    let catalog = GraphCatalog.make([
      GraphCatalog.group("team"), GraphCatalog.user("in", in: "team"), GraphCatalog.user("out"),
      GraphCatalog.user("lost", in: "gone"),
    ])
    let tree = OrgTree(catalog)
    #expect(tree.ungrouped.map { catalog.ref(of: $0).name } == ["lost", "out"])
    #expect(tree.groups.map(\.memberCount) == [1])
  }

  @Test func showsEveryGroupOnOnePageAndNoPageShowsTooMany() {
    // A broad group, a deep chain and many groups at the top.
    var documents = (0..<300).map { GraphCatalog.group("top-\($0)") }
    documents += (0..<400).map { GraphCatalog.group("broad-\($0)", "children: [], parent: top-7") }
    documents += (1..<400).map {
      GraphCatalog.group("deep-\($0)", "children: [], parent: deep-\($0 - 1)")
    }
    documents.append(GraphCatalog.group("deep-0"))
    let catalog = GraphCatalog.make(documents)
    let tree = OrgTree(catalog)
    var seen: [Int: Int] = [:]
    let pages = OrgOutline.pages(tree)
    for page in pages {
      let outline = OrgOutline(tree, root: page.root, number: page.number)
      let shown = outline.shown(tree)
      #expect(shown.count <= OrgOutline.groupsOnPage)
      for group in shown { seen[group, default: 0] += 1 }
    }
    #expect(seen.count == tree.groups.count)
    #expect(seen.values.allSatisfy { $0 == 1 })
    #expect(pages.count < 40)
  }

  @Test func drawsOnlyWhatADrawingCanShow() {
    let catalog = GraphCatalog.make(
      [GraphCatalog.group("all")]
        + (0..<100).map { GraphCatalog.group("part-\($0)", "children: [], parent: all") }
    )
    let tree = OrgTree(catalog)
    let chart = OrgChart(catalog: catalog, tree: tree)
    #expect(chart.drawing(OrgOutline(tree, root: nil, number: 1)) == nil)
    #expect(chart.drawing(OrgOutline(tree, root: 0, number: 2)) != nil)
  }
}
