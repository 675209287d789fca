import CallboardCatalog
import CallboardDiagnostics
import CallboardDocs
import CallboardHTML
import CallboardMarkdown
import CallboardTemplate

extension PageComposer {
  func docsHomeContext(_ number: Int) -> [String: TemplateValue] {
    var context = shared.values(
      for: .init(
        title: strings.title(strings.text("common.documentation"), page: number),
        route: Routes.page(number, of: Routes.docsHome),
        layout: "docs-home",
        section: Routes.docsHome
      )
    )
    let range = PageSize.range(number, of: PageSize.docsSites, in: versions.listed.count)
    context["sites"] = .array(versions.listed[range].map { docsSummary($0) })
    context["pagination"] = Pagination.value(
      page: number,
      of: Routes.docsHome,
      count: versions.listed.count,
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
    let docsRoute = Routes.docs(site.tree)
    let title = docsTitle(siteIndex)
    var context = shared.values(
      for: .init(
        title: outline.title == title ? title : "\(outline.title) · \(title)",
        description: outline.description,
        route: Routes.docs(site.tree, location: page.location),
        layout: "docs",
        kind: .article,
        section: Routes.docsHome,
        breadcrumbs: [(strings.text("nav.docs"), Routes.docsHome)]
          + (page.location.isEmpty ? [] : [(title, docsRoute)]),
        canonical: canonicalURL(siteIndex, location: page.location)
      )
    )
    let hidden = outline.frontMatter.hidden
    if hidden.contains(.path) { context["breadcrumbs"] = [] }
    context["docs"] = docsValue(
      siteIndex,
      tree: hidden.contains(.navigation)
        ? []
        : DocsTreeContext(site: site, current: pageIndex, paths: navigation[siteIndex]).value
    )
    addVersions(siteIndex, location: page.location, to: &context)
    context["markdown"] = .bool(model.settings.isPublishingMarkdown)
    context["content"] = .html(HTML(trusted: linked.html))
    context["direction"] = .string(TextDirection.of(html: linked.html))
    context["heading"] = hasTitle(document) ? .null : .string(outline.title)
    context["status"] = TemplateValue(outline.frontMatter.status)
    context["tags"] = .array(outline.frontMatter.tags.map(tag))
    context["toc"] =
      hidden.contains(.contents)
      ? []
      : TableOfContents.value(document.headings, levels: site.tree.style.contentsLevels)
    let isFooterHidden = hidden.contains(.footer)
    context["previous"] = isFooterHidden ? .null : neighbor(of: pageIndex, by: -1, in: site)
    context["next"] = isFooterHidden ? .null : neighbor(of: pageIndex, by: 1, in: site)
    let links = PageLinks(
      page: page,
      tree: site.tree,
      repository: problems.repositories[page.source.repository],
      settings: model.settings
    )
    context["editUrl"] = TemplateValue(links.edit)
    context["viewUrl"] = TemplateValue(links.view)
    context["issueUrl"] = TemplateValue(links.issue(titled: outline.title))
    context["source"] = [
      "repository": .string(page.source.repository),
      "path": .string(page.source.path),
    ]
    addHistory(of: page, to: &context)
    context["readingMinutes"] = .integer(ReadingTime.minutes(of: document))
    context["problems"] = .array(
      (entities.findings(in: page.source) + model.judge(linked.diagnostics)).sorted()
        .map(problems.value)
    )
    return context
  }

  /// Whether the text has a heading of level 1, in Markdown or in HTML. No text of an author can look
  /// like a tag, because `<` is escaped in it.
  func hasTitle(_ document: RenderedDocument) -> Bool {
    document.headings.contains { $0.level == 1 }
      || document.html[...].firstRange(ofBytes: "<h1".utf8) != nil
  }

  private func neighbor(of index: Int, by step: Int, in site: DocsSite) -> TemplateValue {
    let other = index + step
    guard site.tree.pages.indices.contains(other), site.tree.pages[index].isListed,
      site.tree.pages[other].isListed
    else { return .null }
    return .object(
      TemplateObject(
        Self.neighborShape,
        [.string(site.outlines[other].title), .string(site.address(of: other))]
      )
    )
  }

  private static let neighborShape = TemplateObject.Shape(["title", "route"])

  /// The date of the last commit and the names of those who wrote the page. A page that is no file of git has
  /// neither.
  private func addHistory(of page: DocsPage, to context: inout [String: TemplateValue]) {
    let history = model.history(of: page.source)
    context["updated"] =
      history.map { history in
        let date = CommitDate(secondsSince1970: history.seconds)
        return ["iso": .string(date.iso), "label": .string(date.label(strings))]
      } ?? .null
    context["contributors"] = [
      "names": .array((history?.contributors ?? []).map { .string($0) }),
      "more": .integer(history?.moreContributors ?? 0),
    ]
  }
}
