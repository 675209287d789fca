import CallboardDocs
import CallboardTemplate

extension PageComposer {
  /// The list of pages with which docs without an index page begin.
  func docsContentsContext(_ index: Int) -> [String: TemplateValue] {
    let site = model.docs[index]
    let title = docsTitle(index)
    let summary = model.docsSummary(index)
    var context = shared.values(
      for: .init(
        title: title,
        description: summary,
        route: Routes.docs(site.tree),
        layout: "docs-contents",
        section: Routes.docsHome,
        breadcrumbs: [(strings.text("nav.docs"), Routes.docsHome)],
        canonical: canonicalURL(index, location: "")
      )
    )
    context["docs"] = docsValue(
      index,
      tree: DocsTreeContext(site: site, current: nil, paths: navigation[index]).value
    )
    addVersions(index, location: "", to: &context)
    let contents = DocsContentsContext(site)
    context["contents"] = [
      "summary": TemplateValue(summary),
      "items": contents.items,
      "more": .integer(contents.more),
      "search": .string(Routes.search.urlPath),
    ]
    return context
  }

  /// What every page of one docs site shows of it.
  func docsValue(_ index: Int, tree: TemplateValue) -> TemplateValue {
    let site = model.docs[index]
    return [
      "title": .string(docsTitle(index)),
      "route": .string(Routes.docs(site.tree).urlPath),
      "entity": references.value(site.tree.entity),
      "tree": tree,
      "pageCount": .integer(site.tree.pages.count),
    ]
  }
}
