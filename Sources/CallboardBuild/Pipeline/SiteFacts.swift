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
/// widths: every page but those of docs may show any page's title and any finding but those of pages; a page of docs shows
/// titles and places of its own repository's docs and the findings of its own file. The list of all findings is none of
/// these pages.
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
      anchors = ContentHash(of: outline.anchors.joined(separator: "\0"))
    }
  }

  /// Of pages that are none of docs.
  let general: ContentHash
  /// Of what is made of the whole site: ``general`` with the places of all pages.
  let all: ContentHash
  private let base: ContentHash
  /// For each of ``SiteModel/docs``.
  private let scopes: [ContentHash]
  private let findings: [SourcePath: ContentHash]

  /// - Parameters:
  ///   - request: Of what the build was asked for, see ``Repetition``.
  ///   - operatorFiles: Of the operator's files that pages of widgets are made from; pages of docs show nothing of them but
  ///     that there are some, in the menu.
  ///   - read: Of what was read from folders, but for the pages.
  ///   - pages: For each page of each of ``SiteModel/docs``.
  init(
    _ model: SiteModel,
    request: ContentHash,
    files operatorFiles: ContentHash,
    read: SIMD2<UInt64>,
    pages: [[PageFacts]]
  ) {
    var base = ContentHash.Combiner()
    base.combine("request", request)
    base.combine("read", ContentHash(high: read.x, low: read.y))
    for snapshot in model.repositories + model.versions {
      base.combine("repository", snapshot.name)
      base.combine("revision", snapshot.revision ?? "")
      base.combine("ref", snapshot.ref.map { "\($0.kind) \($0.name)" } ?? "")
    }
    for line in model.diagrams.lines { base.combine("diagram", line) }
    for fact in model.announcements.facts { base.combine("announcement", fact) }
    base.combine("radars", model.radars.map(\.name).joined(separator: "\0"))
    self.base = base.finalize()

    var titles = ContentHash.Combiner()
    titles.combine("base", self.base)
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

    let sites = zip(model.docs, pages).map { site, pages in
      var combiner = ContentHash.Combiner()
      for page in pages {
        combiner.combine("title", page.title)
        combiner.combine("anchors", page.anchors)
      }
      return (site.tree, combiner.finalize())
    }
    var byRepository: [String: ContentHash.Combiner] = [:]
    var byEntity: [String: ContentHash.Combiner] = [:]
    for (tree, hash) in sites {
      byRepository[tree.repository, default: .init()].combine("site", hash)
      byEntity[tree.entity.description, default: .init()].combine("site", hash)
    }
    let repositories = byRepository.mapValues { $0.finalize() }
    let entities = byEntity.mapValues { $0.finalize() }
    scopes = sites.map { tree, _ in
      var combiner = ContentHash.Combiner()
      for hash in [repositories[tree.repository], entities[tree.entity.description]] {
        if let hash { combiner.combine("docs", hash) }
      }
      return combiner.finalize()
    }
    var all = ContentHash.Combiner()
    all.combine("general", general)
    for scope in scopes { all.combine("docs", scope) }
    self.all = all.finalize()
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
    combiner.combine("base", base)
    combiner.combine("docs", scopes[site])
    if let findings = findings[source] { combiner.combine("findings", findings) }
    combiner.combine("body", body)
    return combiner.finalize()
  }

  static func hash(of findings: [Diagnostic]) -> ContentHash {
    var writer = ByteWriter()
    writer.list(findings) { $0.finding($1) }
    return ContentHash(of: writer.bytes)
  }
}
