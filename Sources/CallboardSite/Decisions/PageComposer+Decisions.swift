import CallboardCatalog
import CallboardCrawl
import CallboardDiagnostics

/// The log of decisions, and the card of an entity's own.
extension PageComposer {
  func decisionsPage(_ number: Int) -> WidgetPage {
    let records = model.decisions.records
    let range = PageSize.range(number, of: PageSize.decisions, in: records.count)
    let columns: [WidgetTable.Column] = [
      .init("name", strings.text("decision.decision")),
      .init("status", strings.text("decision.status")),
      .init("date", strings.text("decision.date")), .init("owner", strings.text("decision.of")),
    ]
    let rows = records[range].map { record in
      [
        WidgetTable.Cell([link(to: record)], text: note(on: record)),
        .init(badge(of: record)), .init(record.date.map { .date(WidgetDate($0, strings)) }),
        .init(record.entity.map { .entity($0) }),
      ]
    }
    var widgets = [
      Widget(
        id: "decisions",
        .table(
          WidgetTable(
            columns: columns,
            rows: rows,
            look: .records,
            caption: strings.text("nav.decisions")
          )
        )
      )
    ]
    if number == 1 { widgets.insert(statusCounts(), at: 0) }
    return WidgetPage(
      title: strings.title(strings.text("nav.decisions"), page: number),
      description: strings.text("decision.list"),
      route: Routes.page(number, of: Routes.decisions),
      kind: "decisions",
      icon: "decision",
      section: Routes.decisions,
      widgets: widgets,
      pagination: (number, Routes.decisions, records.count, PageSize.decisions)
    )
  }

  private func statusCounts() -> Widget {
    var counts: [String: Int] = [:]
    for record in model.decisions.records { counts[label(of: record), default: 0] += 1 }
    let stats = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(6).map {
      WidgetStat($0.key, "\($0.value)")
    }
    return Widget(id: "statuses", .stat(stats))
  }

  /// What was decided about an entity, the newest first; nil for nothing.
  func decisionsWidget(of ref: EntityRef) -> Widget? {
    guard let indexes = model.decisions.byEntity[ref] else { return nil }
    let records = indexes.map { model.decisions.records[$0] }
    let events = records.prefix(Self.timelineCount).map { record in
      TimelineEvent(
        date: record.date.map { WidgetDate($0, strings) },
        icon: "decision",
        tone: tone(of: record),
        label: label(of: record),
        values: [link(to: record)],
        text: note(on: record),
        details: record.deciders.isEmpty
          ? []
          : [
            .text(
              strings.text(
                "decision.by",
                ["names": record.deciders.prefix(6).joined(separator: ", ")]
              )
            )
          ]
      )
    }
    return Widget(
      id: "decisions",
      title: strings.text("nav.decisions"),
      count: records.count,
      more: WidgetLink(strings.text("decision.all"), .site(Routes.decisions.urlPath)),
      .timeline(Array(events))
    )
  }

  /// So many of an entity's decisions stand on its page.
  private static let timelineCount = 12

  /// The page of docs that shows the record, else its file at the forge.
  private func link(to record: DecisionRecord) -> WidgetValue {
    let title = (record.number.map { "\($0). " } ?? "") + record.title
    if let place = plan.routes.places(of: record.source).first {
      return .link(WidgetLink(title, .site(place.route.urlPath)))
    }
    let repository = problems.repositories[record.source.repository]
    guard let url = repository?.viewURL(of: record.source.path) else { return .text(title) }
    return .link(WidgetLink(title, .web(url)))
  }

  /// What took its place, and whose place it took.
  private func note(on record: DecisionRecord) -> String? {
    func titles(_ names: [String]) -> String {
      names.map { name in
        model.decisions.record(named: name, beside: record)
          .map { ($0.number.map { "\($0). " } ?? "") + $0.title } ?? name
      }
      .joined(separator: ", ")
    }
    let parts = [
      record.supersededBy.isEmpty
        ? nil : strings.text("decision.superseded-by", ["titles": titles(record.supersededBy)]),
      record.supersedes.isEmpty
        ? nil : strings.text("decision.supersedes", ["titles": titles(record.supersedes)]),
    ]
    .compactMap(\.self)
    return parts.isEmpty ? nil : parts.joined(separator: " ")
  }

  private func badge(of record: DecisionRecord) -> WidgetValue {
    .badge(label(of: record), tone(of: record))
  }

  private func label(of record: DecisionRecord) -> String {
    guard let status = record.status else { return strings.text("decision.no-status") }
    return status.prefix(1).uppercased() + status.dropFirst()
  }

  private func tone(of record: DecisionRecord) -> WidgetTone {
    switch record.status {
    case "accepted", "approved", "decided": .good
    case "proposed", "draft", "pending": .note
    case "superseded", "deprecated": .warning
    case "rejected": .bad
    default: .neutral
    }
  }
}
