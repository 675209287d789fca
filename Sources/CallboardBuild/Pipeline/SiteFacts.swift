import CallboardCatalog
import CallboardCrawl
import CallboardDiagnostics
import CallboardDocs
import CallboardMarkdown
import CallboardSite

/// Hashes of all that pages can show besides the rendered bodies of docs.
///
/// Cheaper and safer than to ask each page what it shows: what was read from repositories decides the catalog, the
/// navigation and the history, so its bytes stand for them. What a page shows of other pages comes in three
/// widths: every page but those of docs may show anything that was read, any page's title and any finding but those of pages;
/// a page of docs shows what its own repository holds with the titles and places of its docs, the findings of its own file,
/// and of the catalog what ``PageComposer/docsFacts(_:)`` says; one that names pages of the portal depends on what pages there
/// are as well. The list of all findings is none of these pages.
struct SiteFacts: Sendable {
  /// What rendering a page told of it, in hashes.
  struct PageFacts: Hashable, Sendable {
    /// Of the title and the front matter.
    var title: ContentHash
    /// Of the places that links can lead to.
    var anchors: ContentHash

    init(title: ContentHash, anchors: ContentHash) {
      self.title = title
      self.anchors = anchors
    }

    /// - Parameter frontMatter: As it stands in the page.
    init(_ outline: PageOutline, frontMatter: String) {
      var combiner = ContentHash.Combiner()
      combiner.combine("title", outline.title)
      combiner.combine("front matter", frontMatter)
      title = combiner.finalize()
      anchors = ContentHash(ofAll: outline.anchors)
    }
  }

  /// Of pages that are none of docs.
  let general: ContentHash
  /// Of what is made of the whole site: ``general`` with the places of all pages.
  let all: ContentHash
  /// Of the addresses of all pages and the places of all pages of docs.
  let portal: ContentHash
  /// Of what stands around every page of docs.
  private let frame: ContentHash
  /// For each of ``SiteModel/docs``.
  private let scopes: [ContentHash]
  private let findings: [SourcePath: ContentHash]

  /// - Parameters:
  ///   - request: Of what the build was asked for, see ``Repetition``.
  ///   - operatorFiles: Of the operator's files that pages of widgets are made from; pages of docs show nothing of them but
  ///     that there are some, in the menu.
  ///   - read: What was read from folders, but for the pages.
  ///   - places: The folders of the repositories that are folders, by name.
  ///   - pages: For each page of each of ``SiteModel/docs``.
  ///   - jobs: How many threads to use.
  init(
    _ composer: PageComposer,
    request: ContentHash,
    files operatorFiles: ContentHash,
    read: ReadingFacts,
    places: [String: String],
    pages: [[PageFacts]],
    jobs: Int
  ) {
    let model = composer.model
    var shared = ContentHash.Combiner()
    shared.combine("request", request)
    for line in model.diagrams.lines { shared.combine("diagram", line) }
    for fact in model.announcements.facts { shared.combine("announcement", fact) }

    var titles = shared
    titles.combine("read", Self.hash(read.whole))
    for snapshot in model.repositories + model.versions {
      titles.combine("repository", Self.hash(of: snapshot))
    }
    titles.combine("radars", model.radars.map(\.name).joined(separator: "\0"))
    titles.combine("files", operatorFiles)
    for page in pages.joined() { titles.combine("title", page.title) }
    // Entities show the findings of their descriptors, and no page those of another one.
    let files = Set(model.diagnostics.lazy.compactMap { $0.span?.file })
    let pagesOnly = files.intersection(model.docs.lazy.flatMap { $0.tree.pages.lazy.map(\.source) })
      .subtracting(model.catalog.entities.lazy.map(\.file))
    let others = model.diagnostics.filter { finding in
      finding.span.map { !pagesOnly.contains($0.file) } ?? true
    }
    titles.combine("findings", Self.hash(of: others))
    general = titles.finalize()

    var frame = shared
    frame.combine("read elsewhere", Self.hash(read.elsewhere))
    frame.combine("frame", composer.docsFrame)
    self.frame = frame.finalize()
    scopes = DocsScopes(composer, read, places: places, pages: pages, jobs: jobs).hashes

    var all = ContentHash.Combiner()
    all.combine("general", general)
    for scope in scopes { all.combine("docs", scope) }
    self.all = all.finalize()
    var portal = ContentHash.Combiner()
    portal.combine("routes", composer.plan.pages.lazy.map(\.route.path).joined(separator: "\n"))
    for (site, pages) in zip(model.docs, pages) {
      for (page, facts) in zip(site.tree.pages, pages) {
        portal.combine(page.isListed ? "listed" : "unlisted", facts.anchors)
      }
    }
    self.portal = portal.finalize()
    findings = Dictionary(
      grouping: model.diagnostics.filter { $0.span != nil },
      by: { $0.span?.file ?? SourcePath(repository: "", path: "") }
    )
    .mapValues(Self.hash)
  }

  /// Of a page of docs.
  ///
  /// - Parameters:
  ///   - site: The index of its docs.
  ///   - body: The key of its rendered body.
  func docs(_ site: Int, _ source: SourcePath, body: ContentHash) -> ContentHash {
    var combiner = ContentHash.Combiner()
    combiner.combine("frame", frame)
    combiner.combine("docs", scopes[site])
    if let findings = findings[source] { combiner.combine("findings", findings) }
    combiner.combine("body", body)
    return combiner.finalize()
  }

  /// Which state of a repository a snapshot is of, as far as git tells.
  static func hash(of snapshot: RepositorySnapshot) -> ContentHash {
    var combiner = ContentHash.Combiner()
    combiner.combine("repository", snapshot.name)
    combiner.combine("revision", snapshot.revision ?? "")
    combiner.combine("ref", snapshot.ref.map { "\($0.kind) \($0.name)" } ?? "")
    return combiner.finalize()
  }

  static func hash(_ digest: SIMD2<UInt64>) -> ContentHash {
    ContentHash(high: digest.x, low: digest.y)
  }

  static func hash(of findings: [Diagnostic]) -> ContentHash {
    var writer = ByteWriter()
    writer.list(findings) { $0.finding($1) }
    return ContentHash(of: writer.bytes)
  }
}
