import CallboardCrawl
import CallboardDiagnostics
import CallboardDocs
import CallboardMarkdown
import CallboardSite

/// Writes every entity's docs in Backstage's storage layout; in place of stages 9 to 11.
struct TechDocsStage: Sendable {
  let model: SiteModel
  let export: TechDocsExport
  /// Of each docs site's pages, the key of its body.
  let keys: [[ContentHash]]
  let cache: RenderCache
  let snapshots: [String: RepositorySnapshot]
  /// Of the largest file beside pages.
  let assetBytes: Int
  let writer: any SiteWriter
  /// `SOURCE_DATE_EPOCH`, in seconds since 1970: the time that is written in place of the last commit's.
  let epoch: Int64?
  let jobs: Int
  let progress: any BuildProgress

  struct Output: Sendable {
    var diagnostics: [Diagnostic] = []
    var pageCount = 0
  }

  func run() throws -> Output {
    let sites = export.sites
    progress.begin("Exporting docs", total: sites.count)
    let results = try ParallelFor(width: jobs, chunkSize: 1).map(count: sites.count) { index in
      defer { progress.advance(by: 1) }
      return try write(sites[index])
    }
    var output = Output()
    for result in results {
      output.diagnostics += result.diagnostics
      output.pageCount += result.pageCount
    }
    return output
  }

  private func write(_ site: Int) throws -> Output {
    var output = Output()
    var files: [OutputFile] = []
    var index = TechDocsSearchIndex()
    let docs = model.docs[site]
    var assets = Set(docs.tree.assets)
    for (number, page) in docs.tree.pages.enumerated() {
      var isIntact = true
      let document = cache.document(keys[site][number], of: page.source, isIntact: &isIntact)
      let composition = try export.page(site, number, document: document)
      files.append(composition.file)
      output.diagnostics += composition.diagnostics
      assets.formUnion(composition.assets)
      index.add(page, title: docs.outlines[number].title, document: document)
    }
    output.pageCount = files.count
    for path in assets.sorted() {
      let source = SourcePath(repository: docs.tree.repository, path: path)
      let contents = AssetStage.contents(of: source, in: snapshots, limit: assetBytes)
      guard let bytes = contents.unwrap(into: &output.diagnostics) else { continue }
      let published = export.asset(bytes, of: source, in: site).unwrap(into: &output.diagnostics)
      if let published { files.append(published) }
    }
    files += [index.file(in: export.folder(of: site)), export.styleSheet(of: site)]
    for file in files { try writer.write(file) }
    try writer.write(
      export.metadata(
        of: site,
        files: files.map(\.path),
        seconds: epoch ?? lastChange(of: docs.tree),
        etag: etag(of: site)
      )
    )
    return output
  }

  /// The newest commit of any page; the beginning of time for docs that git does not know.
  private func lastChange(of tree: DocsTree) -> Int64 {
    tree.pages.compactMap { model.changes[$0.source.repository]?[$0.source.path]?.seconds }.max()
      ?? 0
  }

  /// Of the sources of all pages and the program that rendered them.
  private func etag(of site: Int) -> String {
    var combiner = ContentHash.Combiner()
    for key in keys[site] { combiner.combine("page", key) }
    return combiner.finalize().description
  }
}
