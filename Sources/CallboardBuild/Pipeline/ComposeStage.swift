import CallboardDiagnostics
import CallboardDocs
import CallboardMarkdown
import CallboardSearch
import CallboardSite
import Synchronization

/// Stages 8 to 11: links and composes pages and hands them to the writer, each as soon as it is made.
struct ComposeStage: Sendable {
  let model: SiteModel
  let plan: SitePlan
  let composer: PageComposer
  let records: SearchRecords
  let search: SearchOptions
  /// Of each docs site's pages, the key of its body.
  let keys: [[ContentHash]]
  let cache: RenderCache
  let writer: any SiteWriter
  let jobs: Int
  let progress: any BuildProgress

  struct Output: Sendable {
    var diagnostics: [Diagnostic] = []
    var pageCount = 0
    /// The words of each page that search finds, in the order of the plan.
    var tokens: [RecordTokens] = []
    /// Files that pages refer to.
    var assets: Set<SiteAsset> = []
  }

  private struct PageResult: Sendable {
    var diagnostics: [Diagnostic] = []
    var tokens: RecordTokens?
    var assets: [SiteAsset] = []
    var unlistedTargets: [DocsPageIndex] = []
  }

  func run() throws -> Output {
    progress.begin("Composing pages", total: plan.pages.count)
    let results = try ParallelFor(width: jobs).map(count: plan.pages.count) { index in
      defer { progress.advance(by: 1) }
      return try compose(plan.pages[index])
    }
    var output = Output(pageCount: results.count)
    // A dead link in a file that several pages include is one finding.
    var said: Set<Diagnostic> = []
    for result in results {
      output.diagnostics += result.diagnostics.filter { said.insert($0).inserted }
      if let tokens = result.tokens { output.tokens.append(tokens) }
      output.assets.formUnion(result.assets)
    }
    output.diagnostics += OrphanPages.findings(
      in: model.docs,
      linked: Set(results.lazy.flatMap(\.unlistedTargets))
    )
    return output
  }

  private func compose(_ entry: (route: Route, page: Page)) throws -> PageResult {
    switch entry.page {
    case .docs(let site, let page):
      let document = cache.document(keys[site][page], of: model.docs[site].tree.pages[page].source)
      let composition = try composer.compose(docs: site, page, document: document)
      try writer.write(composition.file)
      return PageResult(
        diagnostics: composition.diagnostics,
        tokens: isSearched(site)
          ? try records.record(docs: site, page, document: document).map(index) : nil,
        assets: composition.assets.map { SiteAsset(site: site, path: $0) },
        unlistedTargets: composition.unlistedTargets
      )
    case .entity(let id):
      try writer.write(try composer.compose(entry.page, at: entry.route).file)
      return PageResult(tokens: try index(records.record(entity: id)))
    case .announcement(let index):
      return try compose(announcement: index)
    default:
      try writer.write(try composer.compose(entry.page, at: entry.route).file)
      let record = composer.widgetPage(entry.page).flatMap(records.record)
      return PageResult(tokens: try record.map(self.index))
    }
  }

  private func compose(announcement index: Int) throws -> PageResult {
    // Their texts stand behind those of the docs.
    let site = model.docs.count
    let page = model.announcements.announcements[index].page
    let source = model.linkedDocs[site].tree.pages[page].source
    let document = cache.document(keys[site][page], of: source)
    let composition = try composer.compose(announcement: index, document: document)
    try writer.write(composition.file)
    let words = composer.announcementPage(index, document)
    try writer.write(words.file())
    return PageResult(
      diagnostics: composition.diagnostics,
      tokens: try records.record(of: words).map(self.index),
      assets: composition.assets.map { SiteAsset(site: site, path: $0) }
    )
  }

  /// The words of a page; its text is written at once.
  private func index(_ record: SearchRecord) throws -> RecordTokens {
    if let text = SearchIndex.text(of: record) {
      try writer.write(OutputFile(path: ThemeAssets.searchFolder + text.path, bytes: text.bytes))
    }
    return SearchIndex.tokenize(record, options: search)
  }

  /// Of several versions search finds the default one, or each hit would come as often as there are versions.
  private func isSearched(_ site: Int) -> Bool {
    model.docs[site].tree.version?.isDefault ?? true
  }
}

/// A file that a docs site publishes beside its pages.
struct SiteAsset: Hashable, Comparable, Sendable {
  /// The index into ``SiteModel/docs``.
  var site: Int
  /// In the repository of the docs.
  var path: String

  static func < (lhs: Self, rhs: Self) -> Bool { (lhs.site, lhs.path) < (rhs.site, rhs.path) }
}
