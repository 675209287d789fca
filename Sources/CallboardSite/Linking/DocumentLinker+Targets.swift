import CallboardCatalog
import CallboardCrawl
import CallboardDiagnostics
import CallboardDocs
import CallboardHTML
import CallboardMarkdown

extension DocumentLinker {
  /// The page or file at a path of the repository; nil when there is none.
  func source(
    _ path: String,
    _ fragment: String?,
    _ link: DocumentLink,
    from origin: LinkOrigin
  ) -> ResolvedLink? {
    if let place = place(ofPageNear: path, from: origin) {
      return page(place, fragment, link, from: origin)
    }
    return file(path, link, from: origin)
  }

  /// The page or file that a browser would find, in either of the forms that MkDocs gives addresses; nil when
  /// there is none.
  func addressed(
    _ path: String,
    _ fragment: String?,
    _ link: DocumentLink,
    from origin: LinkOrigin
  ) -> ResolvedLink? {
    // `guide/setup/` is a folder of its own to a browser, `guide/setup.html` stands in `guide/`.
    let bases = [origin.page.location, RepositoryPath.folder(of: origin.page.path)]
    for base in origin.tree.usesDirectoryURLs ? bases : bases.reversed() {
      if let place = place(atAddress: path, below: base, from: origin) {
        return page(place, fragment, link, from: origin)
      }
      if let joined = RepositoryPath.join(base, path),
        let inside = RepositoryPath.join(origin.tree.folder, joined),
        let found = published(inside, link, from: origin)
      {
        return found
      }
    }
    return nil
  }

  /// The page of these docs at an address.
  func place(
    atAddress path: String,
    below base: String,
    from origin: LinkOrigin
  ) -> RouteTable.DocsPlace? {
    guard let joined = RepositoryPath.join(base, path) else { return nil }
    let location = DocsPage.location(ofAddress: joined)
    return routes.place(at: Routes.docs(origin.tree, location: location))
  }

  /// An entity or a page of docs by its address in the portal, as in Backstage: `/catalog/default/component/shop`.
  func portalPage(
    _ path: String,
    _ fragment: String?,
    _ link: DocumentLink,
    from origin: LinkOrigin
  ) -> ResolvedLink? {
    let components = path.split(separator: "/")
    guard components.count >= 4, components[0] == "catalog" || components[0] == "docs" else {
      return nil
    }
    if components[0] == "docs" {
      let route = Route(components.map(String.init))
      return routes.place(at: route).map { page($0, fragment, link, from: origin) }
    }
    let context = EntityRef.Context(namespace: "default")
    let text = "\(components[2]):\(components[1])/\(components[3])"
    guard components.count == 4, let ref = try? EntityRef(text, in: context) else { return nil }
    return route(of: ref).map {
      ResolvedLink(url: origin.route.url(to: $0.urlPath))
    }
  }

  func page(
    _ place: RouteTable.DocsPlace,
    _ fragment: String?,
    _ link: DocumentLink,
    from origin: LinkOrigin
  ) -> ResolvedLink {
    let target = DocsPageIndex(site: place.site, page: place.page)
    let isOther = target != DocsPageIndex(site: origin.site, page: origin.pageIndex)
    var resolved = ResolvedLink(url: origin.route.url(to: place.route.urlPath))
    if let query = LinkDestination.query(of: link.destination) { resolved.url += "?" + query }
    if isOther, !model.docs[place.site].tree.pages[place.page].isListed {
      resolved.unlistedTarget = target
    }
    resolved.isOfOtherRepository =
      model.docs[place.site].tree.repository != origin.tree.repository
    guard let fragment, !fragment.isEmpty else { return resolved }
    resolved.url += "#" + Route.percentEncoded(fragment)
    let outline = model.docs[place.site].outlines[place.page]
    if !outline.hasAnchor(fragment) {
      resolved.finding = .linkAnchorMissing(fragment, in: outline, at: origin.span(of: link))
    }
    return resolved
  }

  /// The page at a path, or the one that a path without its file name or extension means.
  private func place(ofPageNear path: String, from origin: LinkOrigin) -> RouteTable.DocsPlace? {
    var candidates = [path]
    if !RepositoryPath.isMarkdown(path) {
      let stem = DocsPage.location(ofAddress: path)
      let folder = stem.isEmpty ? "" : stem + "/"
      if !stem.isEmpty { candidates.append(stem + ".md") }
      candidates += ["index.md", "README.md", "readme.md"].map { folder + $0 }
    }
    for candidate in candidates {
      let source = SourcePath(repository: origin.page.source.repository, path: candidate)
      let places = routes.places(of: source)
      if let place = places.first(where: { $0.site == origin.site }) ?? places.first {
        return place
      }
    }
    return nil
  }

  /// A file that is no page: published beside the docs when it may be, else its page on the forge.
  private func file(
    _ path: String,
    _ link: DocumentLink,
    from origin: LinkOrigin
  ) -> ResolvedLink? {
    if let published = published(path, link, from: origin) { return published }
    guard let repository = repositories[origin.page.source.repository] else { return nil }
    guard repository.file(at: path) != nil || repository.hasFolder(path) else { return nil }
    // A forge's page about an image is no image.
    if link.kind != .image, let url = repository.viewURL(of: path) { return ResolvedLink(url: url) }
    return ResolvedLink(
      url: expectedURL(path, link, from: origin),
      finding: .linkTargetNotPublished(link.destination, at: origin.span(of: link))
    )
  }

  /// A file of the repository that stands beside the pages; nil when there is none or it must not.
  private func published(
    _ path: String,
    _ link: DocumentLink,
    from origin: LinkOrigin
  ) -> ResolvedLink? {
    guard let repository = repositories[origin.page.source.repository],
      repository.file(at: path) != nil, PublishedFiles.isAllowed(path)
    else { return nil }
    let inside = RepositoryPath.relative(path, to: origin.tree.folder)
    let route = Routes.docsFile(origin.tree, path: inside ?? path, isInside: inside != nil)
    // The page of a PDF file, or the theme that a picture is for.
    let fragment = link.destination.drop { $0 != "#" }
    return ResolvedLink(
      url: origin.route.url(to: Route.percentEncoded(route.path)) + fragment,
      asset: path
    )
  }
}
