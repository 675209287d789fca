/// The newest announcements as an Atom feed (RFC 4287), an entry each.
///
/// Its dates are the first days of the announcements: a build knows no clock, and a file's history may be squashed.
enum AnnouncementsFeed {
  static let path = "announcements/feed.atom"

  /// Readers keep what they have seen, so the latest will do.
  private static let entryLimit = 50

  /// Whether there is a feed: it needs the address of the site, and announcements with a day.
  static func isPublished(_ model: SiteModel) -> Bool {
    model.settings.url != nil && model.announcements.announcements.contains { $0.from != nil }
  }

  /// - Returns: nil where no announcement has a day, or the site's address is not known.
  static func file(_ model: SiteModel, _ strings: UIStrings) -> OutputFile? {
    guard let url = model.settings.url else { return nil }
    let entries = model.announcements.announcements.lazy
      .compactMap { announcement in announcement.from.map { (announcement, $0) } }
      .prefix(entryLimit)
    guard let newest = entries.first else { return nil }
    var xml = XMLText()
    xml.openFeed(
      strings.text("feed.announcements", ["site": model.settings.title]),
      of: model.settings,
      page: url + Routes.announcements.urlPath,
      address: url + path,
      updated: moment(newest.1)
    )
    for (announcement, day) in entries {
      let page = url + model.announcements.route(of: announcement).urlPath
      xml.markup("<entry>\n")
      xml.element("title", announcement.title)
      xml.element("id", page)
      xml.link("alternate", to: page, type: "text/html")
      xml.element("updated", moment(day))
      xml.markup("<category term=\"\(announcement.severity.rawValue)\" label=\"")
      xml.text(announcement.severity.label(strings))
      xml.markup("\"/>\n")
      if let summary = announcement.summary { xml.element("summary", summary) }
      xml.markup("</entry>\n")
    }
    xml.markup("</feed>\n")
    return OutputFile(path: path, bytes: xml.bytes)
  }

  /// The beginning of a day in UTC.
  private static func moment(_ day: CalendarDay) -> String { day.iso + "T00:00:00Z" }
}
