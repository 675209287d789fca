package import CallboardCatalog
import CallboardDiagnostics
import CallboardDocs

/// Something that the operator tells the readers of the portal, from one day to another.
///
/// Whether it is current is the reader's clock to say: pages hold the days, and a script hides what has not begun or is
/// over. A build depends on no clock.
package struct Announcement: Hashable, Sendable {
  package var title: String
  package var summary: String?
  /// nil when the file does not say.
  package var from: CalendarDay?
  /// The last day; nil for one without an end.
  package var until: CalendarDay?
  package var severity: Severity
  /// The groups and users that it is for; empty for everybody.
  package var audience: [EntityRef]
  /// The index of its page in ``AnnouncementBoard/site``.
  package var page: Int

  /// How much a reader must know of it.
  package enum Severity: String, Hashable, Sendable, CaseIterable {
    /// Stands in the list and on the start page.
    case info
    /// Stands above every page, too.
    case warning
    case critical

    var tone: WidgetTone {
      switch self {
      case .info: .note
      case .warning: .warning
      case .critical: .bad
      }
    }

    func label(_ strings: UIStrings) -> String {
      strings.text("announcement.severity-\(rawValue)")
    }
  }
}

/// All announcements of a site.
package struct AnnouncementBoard: Sendable {
  /// The newest first; those without a day last.
  package private(set) var announcements: [Announcement] = []
  /// The texts, which are rendered and linked as docs are, and belong to no entity; nil without a folder of them.
  package private(set) var site: DocsSite?

  package init() {}

  /// - Parameter announcements: Each with the index of its page in the site.
  package init(_ announcements: [Announcement], site: DocsSite) {
    self.site = site
    self.announcements = announcements.sorted { left, right in
      if left.from != right.from {
        return (left.from ?? .distantPast) > (right.from ?? .distantPast)
      }
      return left.page < right.page
    }
  }

  /// What the tree of the texts is called where an entity is asked for: no entity can have the name.
  package static let ref = EntityRef(kind: "-", namespace: "-", name: "announcements")
}

extension CalendarDay {
  fileprivate static let distantPast = CalendarDay(daysSince1970: .min)
}

extension AnnouncementBoard {
  /// Where the page of an announcement stands.
  func route(of announcement: Announcement) -> Route {
    guard let tree = site?.tree else { return Routes.announcements }
    return Routes.docs(tree, location: tree.pages[announcement.page].location)
  }

  /// All that pages besides an announcement's own show of it.
  package var facts: [String] {
    announcements.map { announcement in
      [
        site?.tree.pages[announcement.page].source.path, announcement.title, announcement.summary,
        announcement.from?.iso, announcement.until?.iso, announcement.severity.rawValue,
        announcement.audience.map(\.description).joined(separator: " "),
      ]
      .map { $0.map { "=\($0)" } ?? "" }
      .joined(separator: "\0")
    }
  }

  /// What a banner tells at most: severe announcements, the newest first.
  var banners: [Announcement] {
    Array(announcements.lazy.filter { $0.severity != .info }.prefix(PageSize.banners))
  }
}
