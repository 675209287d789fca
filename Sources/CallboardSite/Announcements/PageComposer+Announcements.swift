import CallboardCatalog
import CallboardHTML
package import CallboardMarkdown
package import CallboardTemplate

/// The pages of announcements, the card on the start page, and the banners above all pages.
extension PageComposer {
  /// A page of the list.
  func announcementsPage(_ number: Int) -> WidgetPage {
    let all = model.announcements.announcements
    let range = PageSize.range(number, of: PageSize.announcements, in: all.count)
    return WidgetPage(
      title: strings.title(strings.text("nav.announcements"), page: number),
      description: strings.text("announcement.list"),
      route: Routes.page(number, of: Routes.announcements),
      kind: "announcements",
      icon: "announcement",
      section: Routes.announcements,
      widgets: [
        Widget(id: "announcements", .list(WidgetList(all[range].map(item))))
      ],
      pagination: (number, Routes.announcements, all.count, PageSize.announcements)
    )
  }

  /// The current ones; nil when the site has none at all.
  func announcementsWidget() -> Widget? {
    let all = model.announcements.announcements
    guard !all.isEmpty else { return nil }
    let items = all.prefix(Self.homeAnnouncements).map(item)
    return Widget(
      id: "announcements",
      title: strings.text("nav.announcements"),
      more: WidgetLink(strings.text("announcement.all"), .site(Routes.announcements.urlPath)),
      .list(WidgetList(items, isCurrentOnly: true))
    )
  }

  /// So many of the newest stand on the start page, where a script hides those that are not current.
  private static let homeAnnouncements = 6

  private func item(_ announcement: Announcement) -> WidgetList.Item {
    var details: [WidgetValue] = [
      .badge(announcement.severity.label(strings), announcement.severity.tone)
    ]
    details += Self.period(of: announcement, strings)
    details += announcement.audience.prefix(3).map { .entity($0) }
    return WidgetList.Item(
      [
        .link(
          WidgetLink(
            announcement.title,
            .site(model.announcements.route(of: announcement).urlPath)
          )
        )
      ],
      text: announcement.summary,
      details: details,
      period: WidgetPeriod(from: announcement.from, until: announcement.until)
    )
  }

  /// `1 November 2026`, `to`, `30 November 2026`.
  private static func period(
    of announcement: Announcement,
    _ strings: UIStrings
  ) -> [WidgetValue] {
    var values: [WidgetValue] = []
    if let from = announcement.from { values.append(.date(WidgetDate(from, strings))) }
    if let until = announcement.until {
      values += [
        .text(strings.text(values.isEmpty ? "announcement.ends" : "announcement.to")),
        .date(WidgetDate(until, strings)),
      ]
    }
    return values
  }

  /// Composes the page of an announcement around its rendered body.
  ///
  /// - Parameter index: Into ``AnnouncementBoard/announcements``.
  package func compose(
    announcement index: Int,
    document: RenderedDocument
  ) throws(TemplateError) -> Composition {
    let announcement = model.announcements.announcements[index]
    let linked = linker.link(document, site: model.docs.count, page: announcement.page)
    let page = announcementPage(index, html: HTML(trusted: linked.html), document)
    var composition = try render("widgets", page.route, widgetContext(page))
    composition.diagnostics = linked.diagnostics
    composition.assets = linked.assets
    return composition
  }

  /// The words of an announcement's page, for search and the published data.
  package func announcementPage(_ index: Int, _ document: RenderedDocument) -> WidgetPage {
    announcementPage(index, html: HTML(), document)
  }

  private func announcementPage(
    _ index: Int,
    html: HTML,
    _ document: RenderedDocument
  ) -> WidgetPage {
    let announcement = model.announcements.announcements[index]
    var pairs = [
      WidgetPairs.Pair(
        strings.text("announcement.severity"),
        [.badge(announcement.severity.label(strings), announcement.severity.tone)]
      )
    ]
    if let from = announcement.from {
      pairs.append(
        WidgetPairs.Pair(strings.text("announcement.from"), [.date(WidgetDate(from, strings))])
      )
    }
    if let until = announcement.until {
      pairs.append(
        WidgetPairs.Pair(strings.text("announcement.until"), [.date(WidgetDate(until, strings))])
      )
    }
    if !announcement.audience.isEmpty {
      pairs.append(
        WidgetPairs.Pair(
          strings.text("announcement.audience"),
          announcement.audience.map { .entity($0) }
        )
      )
    }
    let text = document.sections.map { section in
      let heading = section.heading.map { document.headings[$0].text + "\n" } ?? ""
      return heading + section.text
    }
    return WidgetPage(
      title: announcement.title,
      description: announcement.summary,
      route: model.announcements.route(of: announcement),
      kind: "announcement",
      icon: "announcement",
      section: Routes.announcements,
      breadcrumbs: [(strings.text("nav.announcements"), Routes.announcements)],
      widgets: [
        Widget(id: "facts", .keyValue(WidgetPairs(pairs, look: .wide))),
        Widget(
          id: "text",
          .markdown(WidgetText(html: html, text: text.joined(separator: "\n")))
        ),
      ],
      showsTitle: document.title == nil
    )
  }

  /// What stands above every page.
  static func bannerValues(_ board: AnnouncementBoard, _ strings: UIStrings) -> TemplateValue {
    .array(
      board.banners.map { announcement in
        [
          "title": .string(announcement.title),
          "summary": TemplateValue(announcement.summary),
          "route": .string(board.route(of: announcement).urlPath),
          "tone": .string(announcement.severity.tone.rawValue),
          "label": .string(announcement.severity.label(strings)),
          "icon": .string(announcement.severity.tone.icon),
          "from": TemplateValue(announcement.from?.iso),
          "until": TemplateValue(announcement.until?.iso),
          "dates": .string(
            period(of: announcement, strings).map(\.plainText).joined(separator: " ")
          ),
        ]
      }
    )
  }
}
