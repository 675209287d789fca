import CallboardCatalog
import CallboardCrawl
import CallboardDiagnostics
import CallboardDocs
import CallboardMarkdown
import CallboardSite

/// For each docs site a hash of all that its pages show but the frame around all docs, their own bodies and findings.
///
/// These are what their repositories hold, the titles and places of all pages from there and of all versions, and
/// ``PageComposer/docsFacts(_:)``.
struct DocsScopes {
  /// For each of ``SiteModel/docs``.
  let hashes: [ContentHash]

  /// - Parameters: As those of ``SiteFacts``.
  init(
    _ composer: PageComposer,
    _ read: ReadingFacts,
    places: [String: String],
    pages: [[SiteFacts.PageFacts]],
    jobs: Int
  ) {
    let docs = composer.model.docs
    let threads = ParallelFor(width: jobs)
    let own = threads.map(count: docs.count) { Self.hash(of: docs[$0].tree, pages: pages[$0]) }
    // A link to a file of the repository may lead to a page of any docs that show it.
    let homes = threads.map(count: docs.count) { Self.repositories(of: docs[$0].tree) }
    var byRepository: [String: ContentHash.Combiner] = [:]
    var byEntity: [EntityRef: ContentHash.Combiner] = [:]
    for (index, site) in docs.enumerated() {
      for home in homes[index] { byRepository[home, default: .init()].combine("site", own[index]) }
      byEntity[site.tree.entity, default: .init()].combine("site", own[index])
    }
    let entities = byEntity.mapValues { $0.finalize() }
    let ofDocs = byRepository.mapValues { $0.finalize() }
    let model = composer.model
    let snapshots = model.repositories + model.versions
    let ofSnapshots = threads.map(count: snapshots.count) { index in
      let name = snapshots[index].name
      return Self.hash(
        of: snapshots[index],
        read: places[name].map { read.folders[$0] ?? read.whole },
        docs: ofDocs[name]
      )
    }
    let repositories = ofDocs.merging(zip(snapshots.map(\.name), ofSnapshots)) { $1 }
    hashes = threads.map(count: docs.count) { index in
      let entity = docs[index].tree.entity
      var combiner = ContentHash.Combiner()
      combiner.combine("facts", composer.docsFacts(index))
      if let hash = entities[entity] { combiner.combine("versions", hash) }
      let descriptor = model.catalog[entity]?.file.repository
      for name in homes[index].union([descriptor].compactMap(\.self)).sorted() {
        // Nothing tells of a repository without a snapshot but everything that was read.
        combiner.combine("repository", repositories[name] ?? SiteFacts.hash(read.whole))
      }
      return combiner.finalize()
    }
  }

  /// The repositories that a docs site's pages are files of.
  private static func repositories(of tree: DocsTree) -> Set<String> {
    var names: Set<String> = [tree.repository]
    for page in tree.pages where page.source.repository != tree.repository {
      names.insert(page.source.repository)
    }
    return names
  }

  private static func hash(of tree: DocsTree, pages: [SiteFacts.PageFacts]) -> ContentHash {
    var combiner = ContentHash.Combiner()
    combiner.combine("entity", tree.entity.description)
    combiner.combine("version", tree.version?.name ?? "")
    for (page, facts) in zip(tree.pages, pages) {
      combiner.combine(page.isListed ? "listed" : "unlisted", page.source.path)
      combiner.combine("location", page.location)
      combiner.combine("title", facts.title)
      combiner.combine("anchors", facts.anchors)
    }
    return combiner.finalize()
  }

  /// - Parameters:
  ///   - read: Of what was read from the repository's folder; nil for a clone, which its revision tells all of.
  ///   - docs: Of the pages that are its files.
  private static func hash(
    of snapshot: RepositorySnapshot,
    read: SIMD2<UInt64>?,
    docs: ContentHash?
  ) -> ContentHash {
    var combiner = ContentHash.Combiner()
    combiner.combine("repository", SiteFacts.hash(of: snapshot))
    // What a repository lies in may say where its server is, and which of its files are ignored.
    combiner.combine("edit", snapshot.editURL(of: "x") ?? "")
    combiner.combine("view", snapshot.viewURL(of: "x") ?? "")
    combiner.combine("issue", snapshot.forge?.newIssueURL(title: "", text: "") ?? "")
    combiner.combine("files", snapshot.files.lazy.map(\.path).joined(separator: "\0"))
    if let read { combiner.combine("read", SiteFacts.hash(read)) }
    if let docs { combiner.combine("docs", docs) }
    return combiner.finalize()
  }
}
