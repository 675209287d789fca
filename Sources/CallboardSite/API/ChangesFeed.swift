import CallboardCatalog

/// The latest changes of the catalog as an Atom feed (RFC 4287), an entry a commit.
struct ChangesFeed {
  private(set) var bytes: [UInt8] = []
  private let strings: UIStrings

  /// Readers keep what they have seen, so the latest will do.
  private static let entryLimit = 50

  /// - Parameters:
  ///   - model: Its history is not empty.
  ///   - url: The site's address, with a slash at its end; ids and links are made of it.
  init(_ model: SiteModel, _ strings: UIStrings, url: String) {
    self.strings = strings
    let page = url + Routes.changes.urlPath
    append("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n")
    append("<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"")
    appendText(model.settings.language)
    append("\">\n")
    element("title", strings.text("feed.changes", ["site": model.settings.title]))
    element("id", page)
    link("alternate", to: page, type: "text/html")
    link("self", to: url + ChangesFiles.feedPath, type: "application/atom+xml")
    // All that is known of the time of the last change: the newest commit is listed first.
    if let newest = model.history.entries.first { element("updated", Self.date(of: newest)) }
    append("<author>")
    element("name", model.settings.title)
    append("</author>\n")
    append("<generator>Callboard</generator>\n")
    for entry in model.history.entries.prefix(Self.entryLimit) { append(entry, page: page) }
    append("</feed>\n")
  }

  private mutating func append(_ entry: CatalogHistory.Entry, page: String) {
    let subject = CommitText.subject(entry.subject)
    append("<entry>\n")
    element("title", subject.isEmpty ? line(entry.events[0]) : subject)
    // The same commit may have changed several repositories of the site.
    let repository = Route.percentEncoded(entry.repository)
    element("id", "\(page)#\(repository):\(entry.commit)")
    link("alternate", to: entry.url ?? page, type: "text/html")
    element("updated", Self.date(of: entry))
    append("<category term=\"")
    appendText(entry.repository)
    append("\"/>\n<content type=\"text\">")
    for event in entry.events.prefix(ChangeContext.eventsPerEntry) {
      appendText(line(event) + "\n")
    }
    let hidden = entry.events.count - ChangeContext.eventsPerEntry
    if hidden > 0 { appendText(strings.text("feed.more", count: hidden) + "\n") }
    append("</content>\n</entry>\n")
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

extension ChangesFeed {
  private mutating func append(_ markup: String) { bytes.append(contentsOf: markup.utf8) }

  private mutating func element(_ name: String, _ text: String) {
    append("<\(name)>")
    appendText(text)
    append("</\(name)>\n")
  }

  private mutating func link(_ relation: String, to address: String, type: String) {
    append("<link rel=\"\(relation)\" type=\"\(type)\" href=\"")
    appendText(address)
    append("\"/>\n")
  }

  /// Text for content and attributes alike. Characters that XML 1.0 (section 2.2) cannot hold become
  /// U+FFFD.
  private mutating func appendText(_ text: String) {
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": append("&amp;")
      case "<": append("&lt;")
      case ">": append("&gt;")
      case "\"": append("&quot;")
      case "\t", "\n", "\r": bytes.append(contentsOf: UTF8.encode(scalar) ?? .init())
      case "\u{0}"..<"\u{20}", "\u{FFFE}", "\u{FFFF}": append("\u{FFFD}")
      default: bytes.append(contentsOf: UTF8.encode(scalar) ?? .init())
      }
    }
  }
}
