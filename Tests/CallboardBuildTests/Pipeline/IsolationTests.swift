import CallboardCatalog
import CallboardCrawl
import CallboardDiagnostics
import CallboardDocs
import CallboardMarkdown
import CallboardSite
import CallboardTestSupport
import Testing

@testable import CallboardBuild

@Suite struct IsolationTests {
  /// Limits that let everything through to cmark, but its processor time.
  private static func boundless(seconds: Int) -> MarkdownOptions {
    var options = MarkdownOptions()
    options.limits.nesting = 1 << 30
    options.limits.lineBytes = 1 << 30
    options.limits.tableColumns = 1 << 30
    options.limits.tableCells = 1 << 30
    options.limits.pageSeconds = seconds
    return options
  }

  /// Renders pages of one repository in workers, with the outcome of each.
  ///
  /// - Parameters:
  ///   - seconds: How much processor time a page has.
  ///   - waitingBytes: See ``RenderStage/waitingBytes``.
  private static func render(
    _ pages: [String: String],
    seconds: Int,
    waitingBytes: Int = 1 << 20
  ) throws -> RenderStage.Output {
    let options = boundless(seconds: seconds)
    let folder = try TemporaryFolder()
    try folder.write(
      [
        "catalog-info.yaml": """
        apiVersion: backstage.io/v1alpha1
        kind: Component
        metadata: {name: docs, annotations: {"backstage.io/techdocs-ref": "dir:."}}
        spec: {type: service, lifecycle: production, owner: me}
        """
      ]
    )
    for (path, text) in pages { try folder.write(text, to: "docs/\(path)") }
    let crawler = Crawler(
      cacheFolder: folder.path + "/cache/repositories",
      environment: Machine.environment,
      limits: CrawlLimits()
    )
    let crawl = CrawlStage(crawler: crawler, jobs: 1, progress: NoProgress())
    let repositories = try crawl.run([
      RepositorySource(
        .folder(pattern: folder.path, base: "."),
        descriptors: ["catalog-info.yaml"]
      )
    ]).repositories
    let ingest = IngestStage(
      processor: .init(),
      repositories: repositories,
      isUsingCodeOwners: true,
      jobs: 1
    )
    let catalog = Catalog.stitch(ingest.run().output).output
    let trees = CollectStage(catalog: catalog, repositories: repositories, jobs: 1).run().output
    let workers = WorkerPool(
      executable: BuiltProduct.callboard,
      arguments: [BuildSession.workerArgument],
      count: 2,
      hello: options.encode(),
      limits: WorkerLimits(wallSeconds: 60, maxResponseBytes: 64 << 20)
    )
    defer { workers.shutDown() }
    return try RenderStage(
      trees: trees,
      snapshots: Dictionary(
        uniqueKeysWithValues: repositories.map { ($0.snapshot.name, $0.snapshot) }
      ),
      options: options,
      waitingBytes: waitingBytes,
      cache: RenderCache(folder: folder.path + "/cache", options: options, generator: "test"),
      workers: workers,
      jobs: 2,
      progress: NoProgress()
    ).run()
  }

  /// cmark fills the short rows of a table to its full width, and aborts when memory runs out.
  private static let aborting =
    "|" + String(repeating: "a|", count: 4000) + "\n|" + String(repeating: "-|", count: 4000)
    + "\n" + String(repeating: "|x\n", count: 8000)

  /// cmark takes time that grows with the square of the depth: minutes for this page.
  private static let hanging =
    String(repeating: ">", count: 120_000) + String(repeating: "a*", count: 60_000)

  @Test func makesAStubOfAPageThatKillsItsWorker() throws {
    let output = try Self.render(
      ["index.md": "# Fine\n", "abort.md": Self.aborting, "zebra.md": "# Also fine\n"],
      seconds: 60
    )
    let findings = output.diagnostics.map { "\($0.span?.file.path ?? "") \($0.id)" }
    #expect(findings == ["docs/abort.md markdown-render-failed"])
    #expect(output.sites.first?.outlines.map(\.title) == ["Fine", "Abort", "Also fine"])
  }

  @Test(arguments: [0, 9, 1 << 20])
  func rendersPagesThatFindNoRoomToWait(waitingBytes: Int) throws {
    let output = try Self.render(
      ["index.md": "# First\n", "next.md": "# Second\n", "zebra.md": "# Third\n"],
      seconds: 60,
      waitingBytes: waitingBytes
    )
    #expect(output.diagnostics.isEmpty)
    #expect(output.sites.first?.outlines.map(\.title) == ["First", "Second", "Third"])
  }

  @Test func makesAStubOfAPageThatHangsItsWorker() throws {
    let output = try Self.render(
      ["index.md": "# Fine\n", "hang.md": Self.hanging, "zebra.md": "# Also fine\n"],
      seconds: 1
    )
    let findings = output.diagnostics.map { "\($0.span?.file.path ?? "") \($0.id)" }
    #expect(findings == ["docs/hang.md markdown-time-limit"])
    #expect(output.sites.first?.outlines.map(\.title) == ["Fine", "Hang", "Also fine"])
  }
}
