import CallboardCatalog
import CallboardCrawl
import CallboardDiagnostics
import CallboardDocs
import CallboardTestSupport
import Testing

@Suite struct DocsCollectorTests {
  /// Collects the docs of the one entity of a repository that has these files.
  private static func collect(
    _ files: [String: String],
    reference: String = "dir:."
  ) throws -> Diagnosed<DocsTree?> {
    let folder = try TemporaryFolder()
    try folder.write(files)
    let descriptor = """
      apiVersion: backstage.io/v1alpha1
      kind: Component
      metadata:
        name: shop
        annotations:
          backstage.io/techdocs-ref: \(reference)
      spec: {type: service, lifecycle: production, owner: me}
      """
    try folder.write(descriptor, to: "catalog-info.yaml")
    let crawler = Crawler(
      cacheFolder: folder.path + "/.cache",
      environment: [:],
      limits: CrawlLimits()
    )
    let location = try #require(
      crawler.expand([RepositorySource(.folder(pattern: folder.path, base: "/"))]).output.first
    )
    let snapshot = try #require(try crawler.crawl(location).output)
    let file = SourcePath(repository: snapshot.name, path: "catalog-info.yaml")
    let read = try #require(
      DescriptorReader.ingest(Array(descriptor.utf8), file: file).output.first
    )
    let entity = try #require(EntityProcessor().process(read).output)
    return DocsCollector.collect(entity, in: snapshot)
  }

  @Test func followsTheNavigationAndAppendsWhatItLeavesOut() throws {
    let collected = try Self.collect([
      "mkdocs.yml": "site_name: Shop\nnav:\n  - b.md\n  - More:\n      - Start: index.md\n",
      "docs/index.md": "", "docs/a.md": "", "docs/b.md": "", "docs/img/x.png": "",
    ])
    let tree = try #require(collected.output)
    #expect(collected.diagnostics.isEmpty)
    #expect(tree.pages.map(\.location) == ["b", "", "a"])
    #expect(tree.pages.map(\.isListed) == [true, true, false])
    #expect(tree.pages[1].navigationTitle == "Start")
    #expect(tree.navigation == [.page(0), .section(title: "More", items: [.page(1)])])
    #expect(tree.assets == ["docs/img/x.png"])
  }

  @Test func ordersFilesAsMkDocsDoesWithoutNavigation() throws {
    let tree = try #require(
      try Self.collect([
        "docs/zoo.md": "", "docs/index.md": "", "docs/set-up/b.md": "", "docs/set-up/index.md": "",
      ]).output
    )
    #expect(tree.pages.map(\.location) == ["", "zoo", "set-up", "set-up/b"])
    #expect(
      tree.navigation == [
        .page(0), .page(1), .section(title: "Set up", items: [.page(2), .page(3)]),
      ]
    )
  }

  @Test func fallsBackToAREADME() throws {
    let tree = try #require(try Self.collect(["README.md": "# Shop"]).output)
    #expect(tree.pages.map(\.source.path) == ["README.md"])
    #expect(tree.pages.map(\.location) == [""])
  }

  @Test func prefersIndexToREADMEAndSaysSo() throws {
    let collected = try Self.collect(["docs/README.md": "", "docs/index.md": ""])
    #expect(collected.output?.pages.map(\.source.path) == ["docs/index.md"])
    #expect(collected.diagnostics.map(\.id.rawValue) == ["docs-page-shadowed"])
  }

  @Test func leavesOutWhatTheConfigurationExcludes() throws {
    let tree = try #require(
      try Self.collect([
        "mkdocs.yml": "site_name: x\nexclude_docs: |\n  drafts/\n  !.kept.md\n",
        "docs/index.md": "", "docs/drafts/a.md": "", "docs/.hidden.md": "", "docs/.kept.md": "",
        "docs/templates/t.md": "",
      ]).output
    )
    #expect(tree.pages.map(\.source.path) == ["docs/index.md", "docs/.kept.md"])
  }

  @Test func reportsAMissingPageOfTheNavigationWithTheNearestOne() throws {
    let collected = try Self.collect([
      "mkdocs.yml": "nav:\n  - guide/setpu.md\n", "docs/guide/setup.md": "",
    ])
    let finding = try #require(collected.diagnostics.first)
    #expect(finding.id.rawValue == "navigation-target-missing")
    #expect(finding.help == ["Change it to 'guide/setup.md'."])
    #expect(finding.span?.range.lowerBound == .init(line: 2, column: 5))
  }

  @Test func refusesToLeaveTheRepository() throws {
    let collected = try Self.collect(["docs/index.md": ""], reference: "dir:../other")
    #expect(collected.output == nil)
    #expect(collected.diagnostics.map(\.id.rawValue) == ["docs-outside-repository"])
    let configured = try Self.collect(["mkdocs.yml": "docs_dir: ../../etc\n"])
    #expect(configured.diagnostics.map(\.id.rawValue) == ["docs-outside-repository"])
  }

  @Test func fetchesNothingForAURL() throws {
    let collected = try Self.collect([:], reference: "url:https://git.example/x")
    #expect(collected.diagnostics.map(\.id.rawValue) == ["docs-url-not-fetched"])
  }

  @Test func keepsAFolderNamedDashOutOfThePortalsOwnAddresses() throws {
    let collected = try Self.collect(["docs/index.md": "", "docs/-/x.md": ""])
    #expect(collected.diagnostics.map(\.id.rawValue) == ["docs-folder-reserved"])
    #expect(collected.output?.pages.count == 1)
  }
}
