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
    /// The file that it leads to, when that is published beside the pages.
    var asset: String?
    /// The page that it leads to, when that is another one that no navigation lists.
    var unlistedTarget: DocsPageIndex?
    /// Whether that page is one of another repository's docs.
    var isOfOtherRepository = false
    /// Whether it may lead to any page of the portal.
    var isOfPortal = false
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
      var resolved = resolveEntity(text, link, from: origin)
      resolved.isOfPortal = true
      return resolved
    case .relative(let path, let fragment):
      return resolveRelative(path, fragment, link, from: origin)
    case .absolute(let path, let fragment):
      var resolved = resolveAbsolute(path, fragment, link, from: origin)
      resolved.isOfPortal = true
      return resolved
    }
  }

  /// A finding about a link as the author of the docs wants it judged; nil when they want none.
  func judged(_ finding: Diagnostic?, _ link: DocumentLink, on tree: DocsTree) -> Diagnostic? {
    guard let finding else { return nil }
    switch finding.id {
    case .linkAnchorMissing:
      return tree.validation.judge(finding, as: .anchor)
    case .linkTargetMissing, .linkTargetNotPublished, .linkLeavesRepository:
      let subject: DocsValidation.Subject
      switch LinkDestination(link.destination) {
      case .absolute: subject = .absoluteLink
      case .relative(let path, _) where RepositoryPath.fileExtension(of: path).isEmpty:
        subject = .unrecognizedLink
      default: subject = .missingTarget
      }
      return tree.validation.judge(finding, as: subject)
    default:
      return finding
    }
  }

  private func resolveEntity(
    _ text: String,
    _ link: DocumentLink,
    from origin: LinkOrigin
  ) -> ResolvedLink {
    let context = EntityRef.Context(namespace: origin.tree.entity.namespace)
    let ref = try? EntityRef(text, in: context)
    guard let ref, let route = route(of: ref) else {
      return ResolvedLink(
        url: "#",
        finding: .linkEntityMissing(text, at: origin.span(of: link))
      )
    }
    return ResolvedLink(url: origin.route.url(to: route.urlPath))
  }

  /// Where an entity's page is, also when the published portal has it and this site does not.
  func route(of ref: EntityRef) -> Route? {
    model.elsewhere.contains(ref) ? Routes.entity(ref) : routes.route(of: ref)
  }

  /// MkDocs follows paths of files in Markdown and leaves HTML to the browser, which reads a link from the page's
  /// address. Authors write either form in both, so the other one is tried as well.
  private func resolveRelative(
    _ path: String,
    _ fragment: String?,
    _ link: DocumentLink,
    from origin: LinkOrigin
  ) -> ResolvedLink {
    let folder = RepositoryPath.folder(of: origin.page.source.path)
    let joined = RepositoryPath.join(folder, path)
    let found =
      if link.isAuthorHTML {
        addressed(path, fragment, link, from: origin)
          ?? joined.flatMap { source($0, fragment, link, from: origin) }
      } else {
        joined.flatMap { source($0, fragment, link, from: origin) }
          ?? addressed(path, fragment, link, from: origin)
      }
    if let found { return found }
    guard let joined else {
      return ResolvedLink(
        url: link.destination,
        finding: .linkLeavesRepository(link.destination, at: origin.span(of: link))
      )
    }
    return missing(joined, link, from: origin)
  }

  /// A link that begins with a slash: below the docs, below the repository's root, or an address of the portal.
  private func resolveAbsolute(
    _ path: String,
    _ fragment: String?,
    _ link: DocumentLink,
    from origin: LinkOrigin
  ) -> ResolvedLink {
    let folders =
      origin.tree.validation.readsAbsoluteLinksFromDocs
      ? [origin.tree.folder] : [origin.tree.folder, ""]
    let joined = folders.compactMap { RepositoryPath.join($0, path) }
    for candidate in joined {
      if let found = source(candidate, fragment, link, from: origin) { return found }
    }
    if let place = place(atAddress: path, below: "", from: origin) {
      return page(place, fragment, link, from: origin)
    }
    if let found = portalPage(path, fragment, link, from: origin) { return found }
    guard let first = joined.first else {
      return ResolvedLink(
        url: link.destination,
        finding: .linkLeavesRepository(link.destination, at: origin.span(of: link))
      )
    }
    return missing(first, link, from: origin)
  }

  private func missing(
    _ path: String,
    _ link: DocumentLink,
    from origin: LinkOrigin
  ) -> ResolvedLink {
    let folder = SourcePath(
      repository: origin.page.source.repository,
      path: RepositoryPath.folder(of: path)
    )
    return ResolvedLink(
      url: expectedURL(path, link, from: origin),
      finding: .linkTargetMissing(
        link.destination,
        nearest: NearestName.of(RepositoryPath.name(of: path), in: siblings.names(in: folder)),
        at: origin.span(of: link)
      )
    )
  }

  /// Where a file of the docs that is not there would stand.
  ///
  /// The author wrote a path from the folder of the source, and the page may stand one deeper. HTML holds addresses, which
  /// a browser reads from the page itself, and stays as it is.
  func expectedURL(_ path: String, _ link: DocumentLink, from origin: LinkOrigin) -> String {
    guard !link.isAuthorHTML, case .relative = LinkDestination(link.destination),
      let inside = RepositoryPath.relative(path, to: origin.tree.folder)
    else { return link.destination }
    let address = Route.percentEncoded(
      Routes.docsFile(origin.tree, path: inside, isInside: true).path
    )
    return origin.route.url(to: address) + link.destination.drop { $0 != "?" && $0 != "#" }
  }
}
