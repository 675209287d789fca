import CallboardCatalog
import CallboardJSON

/// The files beside the page of changes: data for its filters, and a feed.
package enum ChangesFiles {
  static let dataPath = Routes.changes.path + "/recent.json"
  static let feedPath = Routes.changes.path + "/feed.atom"

  /// So many changes can be filtered; the file is loaded as a whole.
  static let changeLimit = 2_000
  /// So many of one commit.
  private static let changesPerCommit = 200

  /// All of them; none for a site without changes.
  package static func all(_ model: SiteModel, _ strings: UIStrings = .english) -> [OutputFile] {
    guard !model.history.entries.isEmpty else { return [] }
    let feed = model.settings.url.map { url in
      OutputFile(path: feedPath, bytes: ChangesFeed(model, strings, url: url).bytes)
    }
    return [recent(model, strings), feed].compactMap(\.self)
  }

  /// Whether there is a feed: it needs the address of the site, and something to tell.
  static func hasFeed(_ model: SiteModel) -> Bool {
    model.settings.url != nil && !model.history.entries.isEmpty
  }

  /// The latest commits with what they did, newest first; whole commits as long as there is room.
  private static func recent(_ model: SiteModel, _ strings: UIStrings) -> OutputFile {
    var writer = JSONWriter(reservingCapacity: 64 << 10)
    var room = changeLimit
    var listed = 0
    writer.object { object in
      object.key("commits")
      object.array { array in
        for entry in model.history.entries {
          let count = min(entry.events.count, changesPerCommit)
          guard count <= room else { break }
          room -= count
          listed += 1
          write(entry, first: count, model, strings, to: &array)
        }
      }
      object.member("leftOut", model.history.entries.count - listed)
      writeOwners(of: model.history.entries.prefix(listed), model.catalog, to: &object)
    }
    writer.endRecord()
    return OutputFile(path: dataPath, bytes: writer.bytes)
  }

  /// What the owners are called that still exist.
  private static func writeOwners(
    of entries: ArraySlice<CatalogHistory.Entry>,
    _ catalog: Catalog,
    to writer: inout JSONWriter
  ) {
    var refs: Set<EntityRef> = []
    for event in entries.lazy.flatMap({ $0.events.prefix(changesPerCommit) }) {
      if let owner = event.owner { refs.insert(owner) }
      if case .owner(let from, let to) = event.change {
        refs.formUnion([from, to].compactMap(\.self))
      }
    }
    writer.key("owners")
    writer.object { object in
      for ref in refs.sorted() {
        if let owner = catalog[ref] { object.member(ref.description, owner.displayName) }
      }
    }
  }

  private static func write(
    _ entry: CatalogHistory.Entry,
    first count: Int,
    _ model: SiteModel,
    _ strings: UIStrings,
    to writer: inout JSONWriter
  ) {
    let date = CommitDate(secondsSince1970: entry.seconds)
    writer.object { object in
      object.member("repository", entry.repository)
      object.member("commit", entry.commit)
      object.member(ifPresent: "url", entry.url)
      object.member("date", date.iso)
      object.member("day", date.label(strings))
      object.member("subject", CommitText.subject(entry.subject))
      object.key("changes")
      object.array { array in
        for event in entry.events.prefix(count) { write(event, model, to: &array) }
      }
      object.member("more", entry.events.count - count)
    }
  }

  private static func write(
    _ event: CatalogEvent,
    _ model: SiteModel,
    to writer: inout JSONWriter
  ) {
    writer.object { object in
      object.member("change", event.change.name.rawValue)
      object.member("entity", event.ref.description)
      object.member("title", event.title)
      object.member(ifPresent: "owner", event.owner?.description)
      object.member("path", event.path)
      object.member("exists", model.catalog.id(of: event.ref) != nil)
      switch event.change {
      case .added, .removed: break
      case .moved(let path): object.member("before", path)
      case .renamed(let old): object.member("before", old.description)
      case .owner(let from, let to):
        object.member(ifPresent: "before", from?.description)
        object.member(ifPresent: "after", to?.description)
      case .type(let from, let to), .lifecycle(let from, let to):
        object.member(ifPresent: "before", from)
        object.member(ifPresent: "after", to)
      }
    }
  }
}
