import CallboardCatalog
import CallboardCrawl
import CallboardDiagnostics
import CallboardDocs
import CallboardHTML
import CallboardMarkdown

/// Fills the link slots of rendered pages with addresses of this site.
///
/// Rendering knows one file only, so a link's address is settled here, when every page has its route.
/// Holds no state of its own but what it looks up once: pages are linked from several threads at once.
struct DocumentLinker: Sendable {
  let model: SiteModel
  let strings: UIStrings
  let routes: RouteTable
  /// By name, with those of versions.
  let repositories: [String: RepositorySnapshot]
  /// The day of the newest change to each of ``SiteModel/docs``.
  let newestChanges: [String?]
  /// For proposals in the place of dead links.
  let siblings: SiblingPages

  init(
    model: SiteModel,
    strings: UIStrings,
    routes: RouteTable,
    repositories: [String: RepositorySnapshot]
  ) {
    self.model = model
    self.strings = strings
    self.routes = routes
    self.repositories = repositories
    newestChanges = Self.newestChanges(in: model, strings)
    siblings = SiblingPages(model.docs)
  }

  /// A page's body with all slots filled.
  struct LinkedDocument {
    var html: [UInt8]
    var diagnostics: [Diagnostic]
    /// What links say that lead to somewhere in the portal, and where; a link may come more than once.
    var destinations: [(written: String, url: String)] = []
    /// Files of the repository that the page refers to, as paths.
    var assets: [String]
    /// Other pages that no navigation lists and that the page leads to.
    var unlistedTargets: [DocsPageIndex]
    /// Whether it leads to pages of another repository's docs, so that it depends on what those are like.
    var reachesOtherRepositories = false
    /// Whether it names pages of the portal, be they there or not, so that it depends on what pages there are.
    var reachesPortal = false
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
      pageIndex: page,
      page: tree.pages[page],
      outline: model.docs[site].outlines[page],
      route: Routes.docs(tree, location: tree.pages[page].location),
      lines: document.includedLines
    )
    var linked = LinkedDocument(html: [], diagnostics: [], assets: [], unlistedTargets: [])
    linked.html.reserveCapacity(document.html.count + 64 * document.links.count)
    var copied = 0
    var figures = figures(of: document, root: origin.route.rootPrefix)[...]
    var variables = document.variables[...]
    for link in document.links where link.isSlot {
      settle(
        &variables,
        &figures,
        before: link.offset,
        of: document,
        from: origin,
        after: &copied,
        into: &linked.html
      )
      linked.html.append(contentsOf: document.html[copied..<link.offset])
      copied = link.offset
      let resolved = resolve(link, from: origin)
      Escape.url(resolved.url, into: &linked.html)
      linked.destinations.append((link.destination, resolved.url))
      if let finding = judged(resolved.finding, link, on: tree) {
        linked.diagnostics.append(finding)
      }
      if let asset = resolved.asset { linked.assets.append(asset) }
      if let target = resolved.unlistedTarget { linked.unlistedTargets.append(target) }
      if resolved.isOfOtherRepository { linked.reachesOtherRepositories = true }
      if resolved.isOfPortal { linked.reachesPortal = true }
    }
    settle(
      &variables,
      &figures,
      before: .max,
      of: document,
      from: origin,
      after: &copied,
      into: &linked.html
    )
    linked.html.append(contentsOf: document.html[copied...])
    return linked
  }
}

extension DocumentLinker {
  /// What the pictures of a page's diagrams add to it: markup and the byte it stands before, by rising place.
  private func figures(of document: RenderedDocument, root: String) -> [(Int, HTML)] {
    document.diagrams.flatMap { diagram -> [(Int, HTML)] in
      guard let picture = model.diagrams.picture(of: diagram.source) else { return [] }
      let figure = DiagramFigure(
        diagram: diagram,
        picture: picture,
        root: root,
        strings: strings
      )
      return [
        (diagram.sourceRange.lowerBound, figure.opening()),
        (diagram.sourceRange.upperBound, figure.closing()),
      ]
    }
  }

  /// Puts in what comes before a byte of the page, in the order of its places.
  private func settle(
    _ variables: inout ArraySlice<FragmentText>,
    _ figures: inout ArraySlice<(Int, HTML)>,
    before end: Int,
    of document: RenderedDocument,
    from origin: LinkOrigin,
    after copied: inout Int,
    into html: inout [UInt8]
  ) {
    while true {
      let next = (variables.first?.offset ?? .max, figures.first?.0 ?? .max)
      guard min(next.0, next.1) < end else { return }
      if next.0 < next.1, let variable = variables.popFirst() {
        fill(variable, of: document, from: origin, after: &copied, into: &html)
      } else if let (offset, markup) = figures.popFirst() {
        html.append(contentsOf: document.html[copied..<offset])
        html += markup.bytes
        copied = offset
      }
    }
  }
}

/// The page that a link stands on.
struct LinkOrigin {
  var site: Int
  var tree: DocsTree
  var pageIndex: Int
  var page: DocsPage
  var outline: PageOutline
  var route: Route
  /// Of the page's text.
  var lines: IncludedLines

  /// Where the link stands in its file, which may be one that the page includes.
  func span(of link: DocumentLink) -> SourceSpan {
    lines.span(of: link.position, in: page.source)
  }
}
