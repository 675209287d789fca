import CallboardDocs
import CallboardTemplate

extension PageComposer {
  /// A page in place of one that has moved, or at a further address of one.
  func redirectContext(
    _ siteIndex: Int,
    to target: DocsRedirect.Target,
    at route: Route
  ) -> [String: TemplateValue] {
    let site = model.docs[siteIndex]
    let url: String
    let title: String
    let canonical: String?
    switch target {
    case .url(let external):
      (url, title, canonical) = (external, external, external)
    case .page(let page, let fragment):
      let target = Routes.docs(site.tree, location: site.tree.pages[page].location)
      canonical = model.settings.url.map { $0 + target.urlPath }
      title = site.outlines[page].title
      url =
        route.rootPrefix + target.urlPath
        + (fragment.map { "#" + Route.percentEncoded($0) } ?? "")
    }
    // A repository must not send the portal's readers to other sites by itself.
    let isImmediate = if case .url = target { false } else { true }
    return redirectContext(
      to: url,
      titled: title,
      canonical: canonical,
      isImmediate: isImmediate,
      at: route,
      breadcrumbs: [(strings.text("nav.docs"), Routes.docsHome), (docsTitle(siteIndex), nil)]
    )
  }

  /// At a further name of a version, the way to the list of its pages.
  func contentsRedirectContext(_ siteIndex: Int, at route: Route) -> [String: TemplateValue] {
    let target = Routes.docs(model.docs[siteIndex].tree)
    return redirectContext(
      to: route.rootPrefix + target.urlPath,
      titled: docsTitle(siteIndex),
      canonical: model.settings.url.map { $0 + target.urlPath },
      isImmediate: true,
      at: route,
      breadcrumbs: [(strings.text("nav.docs"), Routes.docsHome)]
    )
  }

  /// A page that one of the operator's redirects stands for.
  func redirectContext(_ redirect: SiteRedirects.Resolved) -> [String: TemplateValue] {
    let route = redirect.route
    switch redirect.target {
    case .url(let url):
      return redirectContext(to: url, titled: url, canonical: url, isImmediate: true, at: route)
    case .page(let target, let suffix):
      return redirectContext(
        to: route.rootPrefix + target.urlPath + suffix,
        titled: model.settings.basePath + target.path,
        canonical: model.settings.url.map { $0 + target.urlPath },
        isImmediate: true,
        at: route
      )
    }
  }

  /// - Parameter isImmediate: Whether the browser goes there without being asked.
  private func redirectContext(
    to url: String,
    titled title: String,
    canonical: String?,
    isImmediate: Bool,
    at route: Route,
    breadcrumbs: [(label: String, route: Route?)] = []
  ) -> [String: TemplateValue] {
    var facts = SharedContext.PageFacts(
      title: title,
      route: route,
      layout: "redirect",
      section: breadcrumbs.isEmpty ? nil : Routes.docsHome,
      breadcrumbs: breadcrumbs,
      isIndexed: false
    )
    facts.canonical = canonical
    var context = shared.values(for: facts)
    context["redirect"] = [
      "url": .string(url),
      "title": .string(title),
      "immediate": .bool(isImmediate),
      "script": .string(theme.assets.path(of: "scripts/redirect.js", root: route.rootPrefix)),
    ]
    return context
  }

  /// A tag of a docs page, with the search that finds the others.
  func tag(_ name: String) -> TemplateValue {
    [
      "label": .string(name),
      "route": .string(Routes.search.urlPath + "?tag=" + Route.percentEncoded(name)),
    ]
  }
}
