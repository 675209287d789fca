import CallboardCatalog
import CallboardDocs

/// The pages of docs that were changed last, as an Atom feed (RFC 4287), an entry a page.
enum DocsFeed {
  static let path = "docs/feed.atom"

  /// Readers keep what they have seen, so the latest will do.
  private static let entryLimit = 50

  /// Whether there is a feed: it needs the address of the site, and pages of which git tells a date.
  static func isPublished(_ model: SiteModel) -> Bool {
    model.settings.url != nil && model.changes.contains { !$0.value.isEmpty }
  }

  /// - Returns: nil where no page has a date, or the site's address is not known.
  /// - Complexity: Linear in the pages, and *n* log *n* in those of the newest second.
  static func file(_ model: SiteModel, _ strings: UIStrings) -> OutputFile? {
    guard let url = model.settings.url else { return nil }
    let entries = latest(model)
    guard let newest = entries.first else { return nil }
    var xml = XMLText()
    xml.openFeed(
      strings.text("feed.docs", ["site": model.settings.title]),
      of: model.settings,
      page: url + Routes.docsHome.urlPath,
      address: url + path,
      updated: CommitDate(secondsSince1970: newest.history.seconds).iso
    )
    for entry in entries { append(entry, model, url, to: &xml) }
    xml.markup("</feed>\n")
    return OutputFile(path: path, bytes: xml.bytes)
  }

  /// A page with its date.
  struct Entry {
    /// Into ``SiteModel/docs``.
    var site: Int
    var page: Int
    var history: PageHistory
  }

  /// Newest first, then in the order of the docs: of the default versions only, which are those that change.
  static func latest(_ model: SiteModel) -> [Entry] {
    var entries: [Entry] = []
    for (index, site) in model.docs.enumerated() where site.tree.version?.isDefault ?? true {
      for (page, place) in site.tree.pages.enumerated() {
        guard let history = model.history(of: place.source) else { continue }
        entries.append(Entry(site: index, page: page, history: history))
      }
      // So that the list never holds the whole site.
      if entries.count > 4_096 { entries = newest(of: entries) }
    }
    return newest(of: entries)
  }

  private static func newest(of entries: [Entry]) -> [Entry] {
    Array(
      entries.sorted {
        ($1.history.seconds, $0.site, $0.page) < ($0.history.seconds, $1.site, $1.page)
      }
      .prefix(entryLimit)
    )
  }

  private static func append(
    _ entry: Entry,
    _ model: SiteModel,
    _ url: String,
    to xml: inout XMLText
  ) {
    let site = model.docs[entry.site]
    let outline = site.outlines[entry.page]
    let page = Routes.docs(site.tree, location: site.tree.pages[entry.page].location)
    let date = CommitDate(secondsSince1970: entry.history.seconds).iso
    let entity = model.catalog[site.tree.entity]
    xml.markup("<entry>\n")
    xml.element("title", outline.title)
    // A page that changes once more is an entry of its own, or readers would not show it.
    xml.element("id", "\(url)\(page.urlPath)#\(date)")
    xml.link("alternate", to: url + page.urlPath, type: "text/html")
    xml.element("updated", date)
    for name in entry.history.contributors {
      xml.markup("<author>")
      xml.element("name", name)
      xml.markup("</author>\n")
    }
    xml.markup("<category term=\"")
    xml.text(site.tree.title ?? entity?.displayName ?? site.tree.entity.name)
    xml.markup("\"/>\n")
    if let description = outline.description { xml.element("summary", description) }
    xml.markup("</entry>\n")
  }
}
