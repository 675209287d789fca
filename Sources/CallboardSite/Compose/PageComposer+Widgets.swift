package import CallboardDiagnostics
import CallboardJSON
import CallboardTemplate

/// Pages that are made of widgets.
extension PageComposer {
  /// The widgets of a page; nil for a page that has none of its own in the published data.
  ///
  /// The cards of an entity's page are views of the entity's own file and are not published again.
  ///
  /// - Parameter found: See ``healthWidget(_:)``.
  package func widgetPage(_ page: Page, found: [Diagnostic]? = nil) -> WidgetPage? {
    switch page {
    case .home: homePage(found)
    case .about: aboutPage()
    case .announcements(let number): announcementsPage(number)
    case .decisions(let number): decisionsPage(number)
    case .radars: radarsPage()
    case .radar(let index): radarPage(index)
    case .scorecards: scorecardsPage()
    case .scorecard(let index, let number): scorecardPage(index, number)
    default: nil
    }
  }

  /// The context of a page that consists of widgets alone.
  func widgetContext(_ page: WidgetPage) -> [String: TemplateValue] {
    var context = shared.values(
      for: .init(
        title: page.title,
        description: page.description,
        route: page.route,
        layout: "widgets",
        section: page.section,
        breadcrumbs: page.breadcrumbs
      )
    )
    context["icon"] = .string(page.icon)
    context["showsTitle"] = .bool(page.showsTitle)
    context["actions"] = .array(page.actions.map(widgets.link))
    context["widgets"] = widgets.values(page.widgets, in: .section)
    context["pagination"] =
      page.pagination.map {
        Pagination.value(page: $0.number, of: $0.list, count: $0.count, size: $0.size)
      } ?? .null
    return context
  }

  /// The widgets of all pages that have some, each page in a file of its own, and the list of these files.
  package func widgetFiles(found: [Diagnostic]) -> [OutputFile] {
    var list = JSONWriter()
    var files: [OutputFile] = []
    for entry in plan.pages {
      if case .announcement(let index) = entry.page {
        // Its file was written when its text was at hand.
        let title = model.announcements.announcements[index].title
        Self.write(title, kind: "announcement", at: entry.route, to: &list)
        continue
      }
      guard let page = widgetPage(entry.page, found: found) else { continue }
      Self.write(page.title, kind: page.kind, at: entry.route, to: &list)
      files.append(page.file())
    }
    if !model.scorecards.isEmpty { files.append(ScorecardHistory.file(model.scorecards)) }
    return files + [OutputFile(path: APIPath.root + APIPath.pages, bytes: list.bytes)]
  }

  private static func write(
    _ title: String,
    kind: String,
    at route: Route,
    to list: inout JSONWriter
  ) {
    list.object { object in
      object.member("title", title)
      object.member("kind", kind)
      object.member("route", route.urlPath)
      object.member("file", APIPath.page(route))
    }
    list.endRecord()
  }
}
