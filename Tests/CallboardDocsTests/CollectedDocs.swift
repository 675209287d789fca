import CallboardCatalog
import CallboardCrawl
import CallboardDiagnostics
import CallboardDocs
import CallboardTestSupport
import Testing

/// Docs of the one entity of a repository that is made up of some files.
struct CollectedDocs {
  let tree: DocsTree?
  let diagnostics: [Diagnostic]

  /// - Parameters:
  ///   - annotations: Further lines below `annotations`, each indented by four spaces.
  ///   - descriptor: The path of the descriptor, which is written besides the files.
  init(
    _ files: [String: String],
    reference: String = "dir:.",
    annotations: String = "",
    descriptor path: String = "catalog-info.yaml",
    placeOfURL: (String, RepositorySnapshot) -> DocsCollector.Place? = { _, _ in nil }
  ) throws {
    let folder = try TemporaryFolder()
    try folder.write(files)
    let descriptor = """
      apiVersion: backstage.io/v1alpha1
      kind: Component
      metadata:
        name: shop
        annotations:
          backstage.io/techdocs-ref: \(reference)
      \(annotations)
      spec: {type: service, lifecycle: production, owner: me}
      """
    try folder.write(descriptor, to: path)
    let crawler = Crawler(
      cacheFolder: folder.path + "/.cache",
      environment: [:],
      limits: CrawlLimits()
    )
    let location = try #require(
      crawler.expand([RepositorySource(.folder(pattern: folder.path, base: "/"))]).output.first
    )
    let snapshot = try #require(try crawler.crawl(location).output)
    let file = SourcePath(repository: snapshot.name, path: path)
    let read = try #require(
      DescriptorReader.ingest(Array(descriptor.utf8), file: file).output.first
    )
    let entity = try #require(EntityProcessor().process(read).output)
    let collected = DocsCollector.collect(entity, in: snapshot) { placeOfURL($0, snapshot) }
    tree = collected.output
    diagnostics = collected.diagnostics
  }

  var ids: [String] { diagnostics.map(\.id.rawValue) }

  /// The navigation as indented lines: titles of sections with a slash, pages by their location.
  var outline: [String] {
    func lines(_ items: [DocsNavigationItem], _ indent: String) -> [String] {
      items.flatMap { item -> [String] in
        switch item {
        case .page(let index): [indent + "/" + (tree?.pages[index].location ?? "?")]
        case .link(let title, let url): [indent + "\(title) -> \(url)"]
        case .section(let title, let nested): [indent + title + ":"] + lines(nested, indent + "  ")
        }
      }
    }
    return lines(tree?.navigation ?? [], "")
  }
}
