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
    var url: String
    var title: String
    var canonical: String?
    switch target {
    case .url(let external):
      (url, title, canonical) = (external, external, external)
    case .page(let page, let fragment):
      let target = Routes.docs(site.tree, location: site.tree.pages[page].location)
      url = route.rootPrefix + target.urlPath
      canonical = model.settings.url.map { $0 + target.urlPath }
      title = site.outlines[page].title
      if let fragment { url += "#" + Route.percentEncoded(fragment) }
    }
    var facts = SharedContext.PageFacts(
      title: title,
      route: route,
      layout: "redirect",
      section: Routes.docsHome,
      breadcrumbs: [(strings.text("nav.docs"), Routes.docsHome), (docsTitle(siteIndex), nil)],
      isIndexed: false
    )
    facts.canonical = canonical
    var context = shared.values(for: facts)
    context["redirect"] = [
      "url": .string(url),
      "title": .string(title),
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
