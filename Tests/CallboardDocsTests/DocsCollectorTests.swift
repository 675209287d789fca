import CallboardDiagnostics
import CallboardDocs
import Testing

@Suite struct DocsCollectorTests {
  @Test func followsTheNavigationAndAppendsWhatItLeavesOut() throws {
    let collected = try CollectedDocs([
      "mkdocs.yml": "site_name: Shop\nnav:\n  - b.md\n  - More:\n      - Start: index.md\n",
      "docs/index.md": "", "docs/a.md": "", "docs/b.md": "", "docs/img/x.png": "",
    ])
    let tree = try #require(collected.tree)
    #expect(collected.diagnostics.isEmpty)
    #expect(tree.pages.map(\.location) == ["b", "", "a"])
    #expect(tree.pages.map(\.isListed) == [true, true, false])
    #expect(tree.pages[1].navigationTitle == "Start")
    #expect(tree.navigation == [.page(0), .section(title: "More", items: [.page(1)])])
    #expect(tree.assets == ["docs/img/x.png"])
  }

  @Test func ordersFilesAsMkDocsDoesWithoutNavigation() throws {
    let tree = try #require(
      try CollectedDocs([
        "docs/zoo.md": "", "docs/index.md": "", "docs/set-up/b.md": "", "docs/set-up/index.md": "",
      ]).tree
    )
    #expect(tree.pages.map(\.location) == ["", "zoo", "set-up", "set-up/b"])
    #expect(
      tree.navigation == [
        .page(0), .page(1), .section(title: "Set up", items: [.page(2), .page(3)]),
      ]
    )
  }

  @Test func fallsBackToAREADME() throws {
    let tree = try #require(try CollectedDocs(["README.md": "# Shop"]).tree)
    #expect(tree.pages.map(\.source.path) == ["README.md"])
    #expect(tree.pages.map(\.location) == [""])
  }

  @Test func prefersIndexToREADMEAndSaysSo() throws {
    let collected = try CollectedDocs(["docs/README.md": "", "docs/index.md": ""])
    #expect(collected.tree?.pages.map(\.source.path) == ["docs/index.md"])
    #expect(collected.ids == ["docs-page-shadowed"])
  }

  @Test func leavesOutWhatTheConfigurationExcludes() throws {
    let tree = try #require(
      try CollectedDocs([
        "mkdocs.yml": "site_name: x\nexclude_docs: |\n  drafts/\n  !.kept.md\n",
        "docs/index.md": "", "docs/drafts/a.md": "", "docs/.hidden.md": "", "docs/.kept.md": "",
        "docs/templates/t.md": "",
      ]).tree
    )
    #expect(tree.pages.map(\.source.path) == ["docs/index.md", "docs/.kept.md"])
  }

  @Test func reportsAMissingPageOfTheNavigationWithTheNearestOne() throws {
    let collected = try CollectedDocs([
      "mkdocs.yml": "nav:\n  - guide/setpu.md\n", "docs/guide/setup.md": "",
    ])
    let finding = try #require(collected.diagnostics.first)
    #expect(finding.id.rawValue == "navigation-target-missing")
    #expect(finding.help == ["Change it to 'guide/setup.md'."])
    #expect(finding.span?.range.lowerBound == .init(line: 2, column: 5))
  }

  @Test func refusesToLeaveTheRepository() throws {
    let collected = try CollectedDocs(["docs/index.md": ""], reference: "dir:../other")
    #expect(collected.tree == nil)
    #expect(collected.ids == ["docs-outside-repository"])
    let configured = try CollectedDocs(["mkdocs.yml": "docs_dir: ../../etc\n"])
    #expect(configured.ids == ["docs-outside-repository"])
  }

  @Test func fetchesNothingForAURL() throws {
    let collected = try CollectedDocs([:], reference: "url:https://git.example/x")
    #expect(collected.ids == ["docs-url-not-fetched"])
  }

  @Test func keepsAFolderNamedDashOutOfThePortalsOwnAddresses() throws {
    let collected = try CollectedDocs(["docs/index.md": "", "docs/-/x.md": ""])
    #expect(collected.ids == ["docs-folder-reserved"])
    #expect(collected.tree?.pages.count == 1)
  }
}
