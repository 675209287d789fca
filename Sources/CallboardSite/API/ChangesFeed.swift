import CallboardCatalog

/// The latest changes of the catalog as an Atom feed (RFC 4287), an entry a commit.
struct ChangesFeed {
  private var xml = XMLText()

  var bytes: [UInt8] { xml.bytes }
  private let strings: UIStrings

  /// Readers keep what they have seen, so the latest will do.
  private static let entryLimit = 50

  /// - Parameters:
  ///   - model: Its history is not empty.
  ///   - url: The site's address, with a slash at its end; ids and links are made of it.
  init(_ model: SiteModel, _ strings: UIStrings, url: String) {
    self.strings = strings
    let page = url + Routes.changes.urlPath
    xml.openFeed(
      strings.text("feed.changes", ["site": model.settings.title]),
      of: model.settings,
      page: page,
      address: url + ChangesFiles.feedPath,
      // All that is known of the time of the last change: the newest commit is listed first.
      updated: model.history.entries.first.map(Self.date) ?? ""
    )
    for entry in model.history.entries.prefix(Self.entryLimit) { append(entry, page: page) }
    xml.markup("</feed>\n")
  }

  private mutating func append(_ entry: CatalogHistory.Entry, page: String) {
    let subject = CommitText.subject(entry.subject)
    xml.markup("<entry>\n")
    xml.element("title", subject.isEmpty ? line(entry.events[0]) : subject)
    // The same commit may have changed several repositories of the site.
    let repository = Route.percentEncoded(entry.repository)
    xml.element("id", "\(page)#\(repository):\(entry.commit)")
    xml.link("alternate", to: entry.url ?? page, type: "text/html")
    xml.element("updated", Self.date(of: entry))
    xml.markup("<category term=\"")
    xml.text(entry.repository)
    xml.markup("\"/>\n<content type=\"text\">")
    for event in entry.events.prefix(ChangeContext.eventsPerEntry) {
      xml.text(line(event) + "\n")
    }
    let hidden = entry.events.count - ChangeContext.eventsPerEntry
    if hidden > 0 { xml.text(strings.text("feed.more", count: hidden) + "\n") }
    xml.markup("</content>\n</entry>\n")
  }

  /// `Owner of component:default/checkout: group:default/a → group:default/b`.
  private func line(_ event: CatalogEvent) -> String {
    let label = event.change.label(strings)
    let none = strings.text("change.none")
    func arrow(_ from: String?, _ to: String?) -> String {
      let values = ["before": from ?? none, "after": to ?? none]
      return strings.text(
        "feed.sides",
        values.merging(["change": label, "ref": event.ref.description]) { _, new in new }
      )
    }
    return switch event.change {
    case .added, .removed: "\(label): \(event.ref)"
    case .moved(let path):
      strings.text(
        "feed.moved",
        ["change": label, "ref": event.ref.description, "before": path, "after": event.path]
      )
    case .renamed(let old): "\(label): \(old) → \(event.ref)"
    case .owner(let from, let to): arrow(from?.description, to?.description)
    case .type(let from, let to), .lifecycle(let from, let to): arrow(from, to)
    }
  }

  private static func date(of entry: CatalogHistory.Entry) -> String {
    CommitDate(secondsSince1970: entry.seconds).iso
  }
}
