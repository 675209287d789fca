import CallboardCatalog
import CallboardCrawl
import CallboardDiagnostics
import CallboardDocs
import CallboardHTML
import CallboardMarkdown

extension DocumentLinker {
  /// Where a link leads, and what is wrong with it.
  struct ResolvedLink {
    /// Relative to the page, or absolute for other sites. What the author wrote when nothing was found.
    var url: String
    var finding: Diagnostic?
    var outsideAsset: String?
  }

  func resolve(_ link: DocumentLink, from origin: LinkOrigin) -> ResolvedLink {
    switch LinkDestination(link.destination) {
    case .external:
      return ResolvedLink(url: link.destination)
    case .samePage(let fragment):
      guard let fragment, !fragment.isEmpty else { return ResolvedLink(url: link.destination) }
      return ResolvedLink(
        url: "#" + Route.percentEncoded(fragment),
        finding: origin.outline.hasAnchor(fragment)
          ? nil : .linkAnchorMissing(fragment, in: origin.outline, at: origin.span(of: link))
      )
    case .entity(let text):
      return resolveEntity(text, link, from: origin)
    case .relative(let path, let fragment):
      let folder = RepositoryPath.folder(of: origin.page.source.path)
      return resolveFile(path, fragment, in: [folder], link, from: origin)
    case .absolute(let path, let fragment):
      return resolveFile(path, fragment, in: [origin.tree.folder, ""], link, from: origin)
    }
  }

  private func resolveEntity(
    _ text: String,
    _ link: DocumentLink,
    from origin: LinkOrigin
  ) -> ResolvedLink {
    let context = EntityRef.Context(namespace: origin.tree.entity.namespace)
    let ref = try? EntityRef(text, in: context)
    if let ref, model.elsewhere.contains(ref) { return ResolvedLink(url: "#") }
    guard let ref, let route = routes.route(of: ref) else {
      return ResolvedLink(
        url: "#",
        finding: .linkEntityMissing(text, at: origin.span(of: link))
      )
    }
    return ResolvedLink(url: origin.address(of: route.urlPath))
  }

  /// - Parameter folders: Where to begin, in order of preference.
  private func resolveFile(
    _ path: String,
    _ fragment: String?,
    in folders: [String],
    _ link: DocumentLink,
    from origin: LinkOrigin
  ) -> ResolvedLink {
    let joined = folders.compactMap { RepositoryPath.join($0, path) }
    guard !joined.isEmpty else {
      return ResolvedLink(
        url: link.destination,
        finding: .linkLeavesRepository(link.destination, at: origin.span(of: link))
      )
    }
    for candidate in joined {
      if let place = place(ofPageNear: candidate, from: origin) {
        return page(place, fragment, link, from: origin)
      }
      if let resolved = file(candidate, link, from: origin) { return resolved }
    }
    // Authors who test in a browser write links as addresses: relative to the page's URL.
    if let base = RepositoryPath.join(origin.tree.folder, origin.page.location),
      let byAddress = RepositoryPath.join(base, path),
      let place = place(ofPageNear: byAddress, from: origin)
    {
      return page(place, fragment, link, from: origin)
    }
    return ResolvedLink(
      url: link.destination,
      finding: .linkTargetMissing(
        link.destination,
        nearest: nearest(to: joined[0], from: origin),
        at: origin.span(of: link)
      )
    )
  }

  /// The page at a path, or the one that a path without its file name or extension means.
  private func place(ofPageNear path: String, from origin: LinkOrigin) -> RouteTable.DocsPlace? {
    var candidates = [path]
    if path.hasSuffix(".html") { candidates.append(path.dropLast(4) + "md") }
    if !RepositoryPath.isMarkdown(path) {
      let folder = path.isEmpty ? "" : path + "/"
      if !path.isEmpty { candidates.append(path + ".md") }
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

  private func page(
    _ place: RouteTable.DocsPlace,
    _ fragment: String?,
    _ link: DocumentLink,
    from origin: LinkOrigin
  ) -> ResolvedLink {
    var resolved = ResolvedLink(url: origin.address(of: place.route.urlPath))
    guard let fragment, !fragment.isEmpty else { return resolved }
    resolved.url += "#" + Route.percentEncoded(fragment)
    let outline = model.docs[place.site].outlines[place.page]
    if !outline.hasAnchor(fragment) {
      resolved.finding = .linkAnchorMissing(fragment, in: outline, at: origin.span(of: link))
    }
    return resolved
  }

  /// A file that is no page: published beside the docs when it may be, else its page on the forge.
  private func file(
    _ path: String,
    _ link: DocumentLink,
    from origin: LinkOrigin
  ) -> ResolvedLink? {
    guard let repository = repositories[origin.page.source.repository] else { return nil }
    if repository.file(at: path) != nil, PublishedFiles.isAllowed(path) {
      let inside = RepositoryPath.relative(path, to: origin.tree.folder)
      let route = Routes.docsFile(origin.tree, path: inside ?? path, isInside: inside != nil)
      return ResolvedLink(
        url: origin.address(of: Route.percentEncoded(route.path)),
        outsideAsset: inside == nil ? path : nil
      )
    }
    guard repository.file(at: path) != nil || repository.hasFolder(path) else { return nil }
    if let url = repository.viewURL(of: path) { return ResolvedLink(url: url) }
    return ResolvedLink(
      url: link.destination,
      finding: .linkTargetNotPublished(link.destination, at: origin.span(of: link))
    )
  }

  /// The path, relative to the page's folder, of the file that the author most likely meant.
  private func nearest(to path: String, from origin: LinkOrigin) -> String? {
    let folder = RepositoryPath.folder(of: path)
    let siblings = origin.tree.pages.lazy.map(\.source.path)
      .filter { RepositoryPath.folder(of: $0) == folder }
      .map { RepositoryPath.name(of: $0) }
    return NearestName.of(RepositoryPath.name(of: path), in: siblings)
  }
}
