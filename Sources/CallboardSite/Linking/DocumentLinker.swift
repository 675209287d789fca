import CallboardCatalog
import CallboardCrawl
import CallboardDiagnostics
import CallboardDocs
import CallboardHTML
import CallboardMarkdown

/// Fills the link slots of rendered pages with addresses of this site.
///
/// Rendering knows one file only, so a link's address is settled here, when every page has its route.
/// Holds no state of its own: pages are linked from several threads at once.
struct DocumentLinker: Sendable {
  let model: SiteModel
  let routes: RouteTable
  /// By name, with those of versions.
  let repositories: [String: RepositorySnapshot]
  /// Whether links between docs stay below the folder that holds all docs, so that it can stand elsewhere.
  var isPortable = false

  /// A page's body with all slots filled.
  struct LinkedDocument {
    var html: [UInt8]
    var diagnostics: [Diagnostic]
    /// Files of the repository that the page refers to and that the docs folder does not hold, as paths.
    var outsideAssets: [String]
  }

  /// - Parameters:
  ///   - site: The index of the docs that the page belongs to.
  ///   - page: The page's index in its tree.
  /// - Complexity: Linear in the size of the body.
  func link(_ document: RenderedDocument, site: Int, page: Int) -> LinkedDocument {
    let tree = model.docs[site].tree
    let origin = LinkOrigin(
      site: site,
      tree: tree,
      page: tree.pages[page],
      outline: model.docs[site].outlines[page],
      route: Routes.docs(tree, location: tree.pages[page].location),
      isPortable: isPortable
    )
    var linked = LinkedDocument(html: [], diagnostics: [], outsideAssets: [])
    linked.html.reserveCapacity(document.html.count + 64 * document.links.count)
    var copied = 0
    for link in document.links where link.isSlot {
      linked.html.append(contentsOf: document.html[copied..<link.offset])
      copied = link.offset
      let resolved = resolve(link, from: origin)
      Escape.url(resolved.url, into: &linked.html)
      if let finding = resolved.finding { linked.diagnostics.append(finding) }
      if let asset = resolved.outsideAsset { linked.outsideAssets.append(asset) }
    }
    linked.html.append(contentsOf: document.html[copied...])
    return linked
  }
}

/// The page that a link stands on.
struct LinkOrigin {
  var site: Int
  var tree: DocsTree
  var page: DocsPage
  var outline: PageOutline
  var route: Route
  /// See ``DocumentLinker/isPortable``.
  var isPortable: Bool

  /// The address of a place of the site, relative to the page; `path` is relative to the site's root and encoded.
  func address(of path: String) -> String {
    let docs = Routes.docsHome.urlPath
    guard isPortable, path.hasPrefix(docs) else { return route.rootPrefix + path }
    // Every page of docs lies deeper than their folder.
    return String(route.rootPrefix.dropFirst("../".count)) + path.dropFirst(docs.count)
  }

  /// Where the link stands in its file.
  func span(of link: DocumentLink) -> SourceSpan {
    SourceSpan(file: page.source, range: link.position..<link.position)
  }
}
