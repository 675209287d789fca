import CallboardCatalog
import CallboardCrawl
import CallboardDiagnostics
import CallboardDocs
import CallboardHTML
import CallboardMarkdown
import CallboardTemplate

extension PageComposer {
  func docsHomeContext(_ number: Int) -> [String: TemplateValue] {
    var context = shared.values(
      for: .init(
        title: number > 1 ? "Documentation, page \(number)" : "Documentation",
        route: Routes.page(number, of: Routes.docsHome),
        layout: "docs-home",
        section: Routes.docsHome
      )
    )
    let range = PageSize.range(number, of: PageSize.docsSites, in: model.docs.count)
    context["sites"] = .array(range.map { docsSummary($0) })
    context["pagination"] = Pagination.value(
      page: number,
      of: Routes.docsHome,
      count: model.docs.count,
      size: PageSize.docsSites
    )
    return context
  }

  func docsContext(
    _ siteIndex: Int,
    _ pageIndex: Int,
    _ document: RenderedDocument,
    _ linked: DocumentLinker.LinkedDocument
  ) -> [String: TemplateValue] {
    let site = model.docs[siteIndex]
    let page = site.tree.pages[pageIndex]
    let outline = site.outlines[pageIndex]
    let docsRoute = Routes.docs(site.tree.entity)
    let title = docsTitle(siteIndex)
    var context = shared.values(
      for: .init(
        title: outline.title == title ? title : "\(outline.title) · \(title)",
        description: outline.description,
        route: Routes.docs(site.tree.entity, location: page.location),
        layout: "docs",
        section: Routes.docsHome,
        breadcrumbs: [("Docs", Routes.docsHome)]
          + (page.location.isEmpty ? [] : [(title, docsRoute)])
      )
    )
    let hidden = outline.frontMatter.hidden
    if hidden.contains(.path) { context["breadcrumbs"] = [] }
    context["docs"] = [
      "title": .string(title),
      "route": .string(docsRoute.urlPath),
      "entity": references.value(site.tree.entity),
      "tree": hidden.contains(.navigation)
        ? []
        : DocsTreeContext(site: site, current: pageIndex, paths: navigation[siteIndex]).value,
      "pageCount": .integer(site.tree.pages.count),
    ]
    context["content"] = .html(HTML(trusted: linked.html))
    context["heading"] = hasTitle(document) ? .null : .string(outline.title)
    context["status"] = TemplateValue(outline.frontMatter.status)
    context["tags"] = .array(outline.frontMatter.tags.map(tag))
    context["toc"] = hidden.contains(.contents) ? [] : TableOfContents.value(document.headings)
    let isFooterHidden = hidden.contains(.footer)
    context["previous"] = isFooterHidden ? .null : neighbor(of: pageIndex, by: -1, in: site)
    context["next"] = isFooterHidden ? .null : neighbor(of: pageIndex, by: 1, in: site)
    let repository = problems.repositories[page.source.repository]
    context["editUrl"] = TemplateValue(editURL(of: page, in: site.tree))
    context["viewUrl"] = TemplateValue(repository?.viewURL(of: page.source.path))
    context["source"] = [
      "repository": .string(page.source.repository),
      "path": .string(page.source.path),
    ]
    context["updated"] = updated(page, siteIndex)
    context["readingMinutes"] = .number(Double(max(1, (document.wordCount + 199) / 200)))
    context["problems"] = .array(
      (entities.findings(in: page.source) + model.judge(linked.diagnostics)).sorted()
        .map(problems.value)
    )
    return context
  }

  /// Whether the text has a heading of level 1, in Markdown or in HTML. No text of an author can look
  /// like a tag, because `<` is escaped in it.
  private func hasTitle(_ document: RenderedDocument) -> Bool {
    document.headings.contains { $0.level == 1 } || document.html.firstRange(of: "<h1".utf8) != nil
  }

  private func neighbor(of index: Int, by step: Int, in site: DocsSite) -> TemplateValue {
    let other = index + step
    guard site.tree.pages.indices.contains(other), site.tree.pages[index].isListed,
      site.tree.pages[other].isListed
    else { return .null }
    let route = Routes.docs(site.tree.entity, location: site.tree.pages[other].location)
    return ["title": .string(site.outlines[other].title), "route": .string(route.urlPath)]
  }

  private func editURL(of page: DocsPage, in tree: DocsTree) -> String? {
    if let prefix = tree.editURLPrefix,
      let path = RepositoryPath.relative(page.source.path, to: tree.folder)
    {
      return prefix + Route.percentEncoded(path)
    }
    return problems.repositories[page.source.repository]?.editURL(of: page.source.path)
  }

  private func updated(_ page: DocsPage, _ site: Int) -> TemplateValue {
    guard let date = model.lastChange(of: page.source) else { return .null }
    return ["iso": .string(date.iso), "label": .string(date.label)]
  }
}
