import CallboardCatalog
import CallboardTemplate

/// Makes the objects by which templates show what happened to the catalog.
struct ChangeContext: Sendable {
  let history: CatalogHistory
  let references: EntityReferences
  let strings: UIStrings
  /// The latest places of each entity in the history.
  private let latest: [EntityRef: [CatalogHistory.Place]]

  /// So many changes stand on an entity's own page.
  private static let latestCount = 6
  /// So many changes of one commit are listed; of the others their number is told.
  static let eventsPerEntry = 15

  init(history: CatalogHistory, references: EntityReferences, strings: UIStrings) {
    self.history = history
    self.references = references
    self.strings = strings
    latest = history.latest(Self.latestCount)
  }

  /// The latest changes of an entity, newest first; nil when nothing is known.
  func latestWidget(of ref: EntityRef) -> Widget? {
    guard let places = latest[ref] else { return nil }
    let events = places.map { place in
      let entry = history.entries[place.entry]
      return timelineEvent(entry.events[place.event], of: entry)
    }
    return Widget(
      id: "history",
      title: strings.text("entity.history"),
      more: WidgetLink(
        strings.text("history.all"),
        .site(Routes.changes.urlPath + "?q=" + Route.percentEncoded(ref.description))
      ),
      .timeline(events)
    )
  }

  private func timelineEvent(
    _ event: CatalogEvent,
    of entry: CatalogHistory.Entry
  ) -> TimelineEvent {
    let id = CommitText.shortID(entry.commit)
    let subject = CommitText.subject(entry.subject)
    return TimelineEvent(
      date: WidgetDate(secondsSince1970: entry.seconds, strings),
      icon: event.change.icon,
      tone: event.change.tone,
      label: event.change.label(strings),
      values: event.change.values(strings),
      text: subject.isEmpty ? nil : subject,
      details: [
        entry.url.map { .link(WidgetLink(id, .web($0), isCode: true)) } ?? .code(id),
        .text(entry.repository),
      ]
    )
  }

  /// Some of the history, by the months of the commits.
  func monthValues(_ range: Range<Int>) -> TemplateValue {
    var months: [(label: String, entries: [TemplateValue])] = []
    for entry in history.entries[range] {
      let month = CommitDate(secondsSince1970: entry.seconds).month(strings)
      if months.last?.label != month { months.append((month, [])) }
      months[months.count - 1].entries.append(entryValue(entry))
    }
    return .array(
      months.map { ["label": .string($0.label), "entries": .array($0.entries)] }
    )
  }

  private func entryValue(_ entry: CatalogHistory.Entry) -> TemplateValue {
    let hidden = entry.events.count - Self.eventsPerEntry
    return [
      "commit": commitValue(entry),
      "events": .array(entry.events.prefix(Self.eventsPerEntry).map(value)),
      "more": .integer(max(0, hidden)),
    ]
  }

  private func commitValue(_ entry: CatalogHistory.Entry) -> TemplateValue {
    let date = CommitDate(secondsSince1970: entry.seconds)
    return [
      "id": .string(CommitText.shortID(entry.commit)),
      "url": TemplateValue(entry.url),
      "subject": .string(CommitText.subject(entry.subject)),
      "repository": .string(entry.repository),
      "date": ["iso": .string(date.iso), "label": .string(date.label(strings))],
    ]
  }

  private func value(_ event: CatalogEvent) -> TemplateValue {
    let (before, after) = sides(of: event.change)
    return [
      "change": .string(event.change.name.rawValue),
      "label": .string(event.change.label(strings)),
      "icon": .string(event.change.icon),
      "entity": reference(event.ref, title: event.title),
      "before": before,
      "after": after,
    ]
  }

  private func sides(of change: CatalogEvent.Change) -> (TemplateValue, TemplateValue) {
    switch change {
    case .added, .removed: (.null, .null)
    case .moved(let path): (Self.side(text: path), .null)
    case .renamed(let old): (Self.side(text: old.description), .null)
    case .owner(let from, let to): (side(from), side(to))
    case .type(let from, let to), .lifecycle(let from, let to):
      (from.map(Self.side(text:)) ?? .null, to.map(Self.side(text:)) ?? .null)
    }
  }

  private func side(_ ref: EntityRef?) -> TemplateValue {
    ref.map { ["text": .string($0.description), "ref": reference($0, title: $0.name)] } ?? .null
  }

  private static func side(text: String) -> TemplateValue {
    ["text": .string(text), "ref": .null]
  }

  /// A link, or the name as it was: what is gone since is not missing.
  private func reference(_ ref: EntityRef, title: String) -> TemplateValue {
    if let id = references.catalog.id(of: ref) { return references.value(id) }
    return [
      "ref": .string(ref.description),
      "name": .string(title),
      "kind": .string(ref.kind),
      "icon": .string(KindStyle.icon(of: ref.kind, in: references.catalog.model)),
      "route": .null,
      "dangling": .bool(false),
    ]
  }
}

/// How commits are written.
enum CommitText {
  /// The first ten digits: enough in all but the largest repositories.
  static func shortID(_ id: String) -> String { String(id.prefix(10)) }

  /// At most 120 characters.
  static func subject(_ subject: String) -> String {
    subject.count > 120 ? subject.prefix(119) + "…" : subject
  }
}

extension CatalogEvent.Change {
  /// What pages call it.
  func label(_ strings: UIStrings) -> String { strings.text("change.\(name.rawValue)") }

  /// The name of a symbol in the theme's sprite.
  var icon: String {
    switch name {
    case .added: "plus"
    case .removed: "minus"
    case .renamed: "edit"
    case .moved: "folder"
    case .owner: "group"
    case .lifecycle: "lifecycle"
    case .type: "label"
    }
  }

  /// How pages colour it.
  var tone: WidgetTone {
    switch name {
    case .added: .good
    case .removed: .bad
    case .owner: .note
    case .renamed, .moved, .lifecycle, .type: .neutral
    }
  }

  /// From what to what, in words.
  func values(_ strings: UIStrings) -> [WidgetValue] {
    let none = WidgetValue.text(strings.text("change.none"))
    let from = WidgetValue.text(strings.text("change.from"))
    func sides(_ from: WidgetValue?, _ to: WidgetValue?) -> [WidgetValue] {
      [from ?? none, .text(strings.direction == "rtl" ? "←" : "→"), to ?? none]
    }
    return switch self {
    case .added, .removed: []
    case .moved(let path): [from, .code(path)]
    case .renamed(let old): [from, .code(old.description)]
    case .owner(let from, let to): sides(from.map { .entity($0) }, to.map { .entity($0) })
    case .type(let from, let to), .lifecycle(let from, let to):
      sides(from.map { .code($0) }, to.map { .code($0) })
    }
  }
}
