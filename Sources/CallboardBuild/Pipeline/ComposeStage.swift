import CallboardDiagnostics
import CallboardDocs
import CallboardMarkdown
import CallboardSearch
import CallboardSite
import Synchronization

/// Stages 8 to 11: links and composes pages and hands them to the writer, each as soon as it is made; all but the first
/// page, which tells what the others come upon.
struct ComposeStage: Sendable {
  let model: SiteModel
  let plan: SitePlan
  let composer: PageComposer
  let records: SearchRecords
  /// Read again for the pages as Markdown, but for those that were kept.
  let sources: PageSources
  let kept: KeptSources
  let search: SearchOptions
  /// Of each docs site's pages, and at last of the announcements, the key of its body.
  var keys: [[ContentHash]]
  let cache: RenderCache
  /// What earlier builds have composed; nil to compose everything.
  let known: CompositionCache?
  var writer: any SiteWriter
  let jobs: Int
  let progress: any BuildProgress

  struct Output: Sendable {
    var diagnostics: [Diagnostic] = []
    var pageCount = 0
    /// Pages that were not as an earlier build had composed them.
    var composedCount = 0
    /// Of their files.
    var composedBytes = 0
    /// Of each page of the plan.
    var pages = RevisedArray<PageResult>()
    /// Files that pages refer to.
    var assets: Set<SiteAsset> = []

    /// Gives away the words of each page that search finds, and the key of its composition, in the order of the plan, and
    /// keeps none.
    mutating func takeTokens() -> (tokens: [IndexRecord], keys: [ContentHash?]) {
      defer { pages = RevisedArray() }
      return (
        pages.compactMap(\.tokens), pages.lazy.filter { $0.tokens != nil }.map(\.key)
      )
    }
  }

  /// What one page's composition came to.
  struct PageResult: Sendable {
    var diagnostics: [Diagnostic] = []
    var tokens: IndexRecord?
    var assets: [SiteAsset] = []
    var unlistedTargets: [DocsPageIndex] = []
    /// Of the paths of its files.
    var paths = ContentHash(high: 0, low: 0)
    /// Under which its composition is kept; nil for a page that depends on more than a key has.
    var key: ContentHash?
    /// Whether it is as an earlier build has left it.
    var isKept = false
    /// Of the files that were made.
    var bytes = 0

    /// Whether all that the rest of the site can tell of the page is the same, but for its words.
    func saysTheSame(as other: PageResult) -> Bool {
      diagnostics == other.diagnostics && assets == other.assets && paths == other.paths
        && unlistedTargets == other.unlistedTargets && (tokens == nil) == (other.tokens == nil)
    }
  }

  func run() throws -> Output {
    progress.begin("Composing pages", total: plan.pages.count)
    let results = try ParallelFor(width: jobs).map(count: plan.pages.count) { [search] in
      RecordTokenizer(search)
    } _: { tokenizer, index in
      defer { progress.advance(by: 1) }
      return try compose(plan.pages[index], &tokenizer)
    }
    var output = Output(pageCount: results.count)
    // A dead link in a file that several pages include is one finding.
    var said: Set<Diagnostic> = []
    for result in results {
      output.diagnostics += result.diagnostics.filter { said.insert($0).inserted }
      if !result.isKept { output.composedCount += 1 }
      output.composedBytes += result.bytes
      output.assets.formUnion(result.assets)
    }
    output.diagnostics += OrphanPages.findings(
      in: model.docs,
      linked: Set(results.lazy.flatMap(\.unlistedTargets))
    )
    output.pages = RevisedArray(results)
    return output
  }

  /// Composes pages of docs again whose text alone may have changed.
  ///
  /// - Returns: nil when one of them tells the rest of the site something else than before.
  func run(after earlier: Output, composing due: Set<DocsPageIndex>) throws -> Output? {
    let indices = plan.pages.indices.filter { index in
      text(of: plan.pages[index].page).map(due.contains) ?? false
    }
    let results = try ParallelFor(width: jobs).map(count: indices.count) { [search] in
      RecordTokenizer(search)
    } _: { tokenizer, number in
      try compose(plan.pages[indices[number]], &tokenizer)
    }
    var output = earlier
    output.composedCount = results.count { !$0.isKept }
    output.composedBytes = results.reduce(0) { $0 + $1.bytes }
    for (index, result) in zip(indices, results) {
      guard result.saysTheSame(as: earlier.pages[index]) else { return nil }
      output.pages[index] = result
    }
    return output
  }

  /// The text that a page shows, counted as the announcements stand behind the docs; nil for a page that shows none.
  private func text(of page: Page) -> DocsPageIndex? {
    switch page {
    case .docs(let site, let page): DocsPageIndex(site: site, page: page)
    case .announcement(let index):
      DocsPageIndex(
        site: model.docs.count,
        page: model.announcements.announcements[index].page
      )
    default: nil
    }
  }

  /// Keeps a page that nothing has changed for; composes any other but the first page.
  private func compose(
    _ entry: (route: Route, page: Page),
    _ tokenizer: inout RecordTokenizer
  ) throws -> PageResult {
    if entry.page == .home { return PageResult(isKept: true) }
    guard let known else { return try make(entry, &tokenizer).result }
    let key = key(of: entry, known)
    if let earlier = known.lookup(key), try keep(earlier.files) {
      var result = PageResult(earlier, site: text(of: entry.page)?.site)
      result.key = key
      result.tokens = result.tokens.map { known.withoutWords($0, key: key) }
      return result
    }
    var made = try make(entry, &tokenizer)
    if let composition = made.known {
      known.keep(composition, key: key, reachesPortal: made.reachesPortal)
      made.result.key = key
      made.result.tokens = made.result.tokens.map { known.withoutWords($0, key: key) }
    }
    return made.result
  }

  private func key(of entry: (route: Route, page: Page), _ known: CompositionCache) -> ContentHash {
    guard case .docs(let site, let page) = entry.page else { return known.key(of: entry.route) }
    let source = model.docs[site].tree.pages[page].source
    return known.key(of: entry.route, docs: site, source, body: keys[site][page])
  }

  /// Whether the output has all of the files.
  private func keep(_ files: [KnownComposition.File]) throws -> Bool {
    for file in files where try !writer.keep(file.path, hash: file.hash) { return false }
    return true
  }

  /// A page that has been composed, and what later builds may know of it; nil when it depends on more than its key.
  private struct Made {
    var result: PageResult
    var known: KnownComposition?
    /// Whether it depends on what pages the portal has.
    var reachesPortal = false
  }

  private func make(
    _ entry: (route: Route, page: Page),
    _ tokenizer: inout RecordTokenizer
  ) throws -> Made {
    var made = KnownComposition()
    var isKnowable = true
    var reachesPortal = false
    switch entry.page {
    case .docs(let site, let page):
      let source = model.docs[site].tree.pages[page].source
      let document = cache.document(keys[site][page], of: source, isIntact: &isKnowable)
      let composition = try composer.compose(docs: site, page, document: document)
      try write(composition.file, for: &made)
      let markdown = composer.markdown(docs: site, page, document: document, composition) {
        // The text of a page that is refused for its size is nothing to hand out either.
        guard !cache.isStub(keys[site][page]) else { return nil }
        let tree = model.docs[site].tree
        var included: Set<String> = []
        let text =
          kept.take(keys[site][page])
          ?? (try? sources.read(source, in: tree, including: &included))?.output.source
        return text.flatMap { $0.count > sources.limits.sourceBytes ? nil : $0 }
      }
      if let markdown { try write(markdown, for: &made) }
      made.findings = composition.diagnostics
      made.findings.shorten(from: 0, file: source)
      made.assets = composition.assets
      made.unlistedTargets = composition.unlistedTargets
      reachesPortal = composition.reachesPortal || composition.reachesOtherRepositories
      if isSearched(site), let record = records.record(docs: site, page, document: document) {
        made.tokens = try index(record, for: &made, &tokenizer)
      }
    case .entity(let id):
      try write(try composer.compose(entry.page, at: entry.route).file, for: &made)
      made.tokens = try index(records.record(entity: id), for: &made, &tokenizer)
    case .announcement(let index):
      try make(announcement: index, &made, &tokenizer)
      // Its text may link to any page.
      isKnowable = false
    case .docsContents(let site):
      try write(try composer.compose(entry.page, at: entry.route).file, for: &made)
      if isSearched(site) {
        made.tokens = try index(records.record(docsContents: site), for: &made, &tokenizer)
      }
    case .radar, .scorecard(_, number: 1):
      try write(try composer.compose(entry.page, at: entry.route).file, for: &made)
      if let words = composer.widgetPage(entry.page) {
        made.tokens = try index(records.record(of: words), for: &made, &tokenizer)
      }
    default:
      try write(try composer.compose(entry.page, at: entry.route).file, for: &made)
    }
    var result = PageResult(made, site: text(of: entry.page)?.site)
    result.isKept = false
    result.bytes = made.bytes
    return Made(result: result, known: isKnowable ? made : nil, reachesPortal: reachesPortal)
  }

  private func make(
    announcement index: Int,
    _ made: inout KnownComposition,
    _ tokenizer: inout RecordTokenizer
  ) throws {
    // Their texts stand behind those of the docs.
    let site = model.docs.count
    let page = model.announcements.announcements[index].page
    guard let source = model.announcements.site?.tree.pages[page].source else { return }
    var isIntact = true
    let document = cache.document(keys[site][page], of: source, isIntact: &isIntact)
    let composition = try composer.compose(announcement: index, document: document)
    try write(composition.file, for: &made)
    made.findings = composition.diagnostics
    made.assets = composition.assets
    let words = composer.announcementPage(index, document)
    try write(words.file(), for: &made)
    made.tokens = try self.index(records.record(of: words), for: &made, &tokenizer)
  }

  private func write(_ file: OutputFile, for made: inout KnownComposition) throws {
    made.bytes += file.bytes.count
    made.files.append(KnownComposition.File(path: file.path, hash: try writer.write(file)))
  }

  /// The words of a page; its text is written at once.
  private func index(
    _ record: SearchRecord,
    for made: inout KnownComposition,
    _ tokenizer: inout RecordTokenizer
  ) throws -> IndexRecord {
    for text in SearchIndex.texts(of: record) {
      let file = OutputFile(path: ThemeAssets.searchFolder + text.path, bytes: text.bytes)
      try write(file, for: &made)
    }
    return IndexRecord(tokenizer.tokenize(record), digest: SearchCache.digest)
  }

  /// Of several versions search finds the default one, or each hit would come as often as there are versions.
  private func isSearched(_ site: Int) -> Bool {
    model.docs[site].tree.version?.isDefault ?? true
  }
}

extension ComposeStage.PageResult {
  /// What an earlier build knows of a page.
  ///
  /// - Parameter site: Whose text it shows; nil for a page without a text.
  fileprivate init(_ known: KnownComposition, site: Int?) {
    diagnostics = known.findings
    tokens = known.tokens
    if let site { assets = known.assets.map { SiteAsset(site: site, path: $0) } }
    unlistedTargets = known.unlistedTargets
    paths = ContentHash(ofAll: known.files.lazy.map(\.path))
    isKept = true
  }
}

/// A file that a docs site publishes beside its pages.
struct SiteAsset: Hashable, Comparable, Sendable {
  /// The index into ``SiteModel/linkedDocs``.
  var site: Int
  /// In the repository of the docs.
  var path: String

  static func < (lhs: Self, rhs: Self) -> Bool {
    if lhs.site != rhs.site { return lhs.site < rhs.site }
    // By their bytes: `String` takes two spellings of one letter for equal.
    return lhs.path.utf8.lexicographicallyPrecedes(rhs.path.utf8)
  }
}
