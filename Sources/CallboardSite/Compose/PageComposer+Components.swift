import CallboardCatalog
import CallboardTemplate

/// The page that shows every component of the theme, with samples of the generator's own.
///
/// The samples are in English: they are data, as what authors write is.
extension PageComposer {
  func componentsContext() -> [String: TemplateValue] {
    var facts = SharedContext.PageFacts(
      title: strings.text("components.title"),
      route: Routes.components,
      layout: "components"
    )
    facts.isIndexed = false
    var context = shared.values(for: facts)
    context["kinds"] = shared.kindValues(current: nil)
    context["example"] = model.catalog.allIDs.first.map { references.value($0) } ?? .null
    context["missing"] = [
      "ref": "component:default/no-such-component", "name": "no-such-component",
      "kind": "component", "icon": "component", "route": .null, "dangling": true,
    ]
    context["widgets"] = widgets.values(sampleWidgets(), in: .section)
    context["descriptor"] = .string(Facet.owner.example)
    return context
  }

  private func sampleWidgets() -> [Widget] {
    let day = WidgetDate(secondsSince1970: 1_795_219_200, strings)
    let trend = Sparkline(
      [3, 5, 4, 8, 9].enumerated().map { .init("Week \($0.offset + 1)", $0.element) },
      maximum: 10
    )
    let events = [
      TimelineEvent(
        date: day,
        icon: "plus",
        tone: .good,
        label: "Added",
        text: "Take payments",
        details: [.code("4f2a91c0de")]
      ),
      TimelineEvent(
        date: day,
        icon: "group",
        tone: .note,
        label: "Owner",
        values: [.text("sellers"), .text("→"), .text("payments")]
      ),
    ]
    let states: [WidgetStatus] = [
      .init([.text("Has an owner")], tone: .good, state: "Passed"),
      .init([.text("Has docs")], tone: .warning, state: "Stale", text: "Not changed for a year."),
      .init([.text("Has a runbook")], tone: .bad, state: "Failed", text: "Add a link to it."),
      .init([.text("Has dashboards")], tone: .neutral, state: "Unknown"),
    ]
    return [
      Widget(
        id: "stats",
        title: "Stat",
        .stat([.init("Entities", "145"), .init("Health", "9", trend: trend)])
      ),
      Widget(id: "states", title: "Status", .status(states)),
      Widget(id: "timeline", title: "Timeline", .timeline(events)),
      Widget(id: "pairs", title: "Key-value", .keyValue(samplePairs(day))),
      Widget(id: "rows", title: "List", .list(sampleList)),
      Widget(id: "table", title: "Table", count: 3, .table(sampleTable)),
      Widget(id: "tree", title: "Tree", .tree(sampleTree)),
      Widget(id: "sparkline", title: "Sparkline", .sparkline(trend)),
      Widget(
        id: "callout",
        title: "Callout",
        .callout(WidgetCallout(tone: .warning, label: "Warning", text: "This is about to end."))
      ),
    ]
  }

  private func samplePairs(_ day: WidgetDate) -> WidgetPairs {
    WidgetPairs([
      .init("Date", [.date(day)]),
      .init("Code", [.code("catalog-info.yaml")]),
      .init("Badges", [.badge("good", .good), .badge("bad", .bad), .badge("neutral", .neutral)]),
      .init("Lifecycle", [.lifecycle("production")]),
    ])
  }

  private var sampleList: WidgetList {
    WidgetList(
      [
        .init(icon: "docs", [.text("A row")], text: "With a sentence.", details: [.number(3)]),
        .init(
          icon: "api",
          [.text("A row whose name is as long as names of services in large organisations may be")],
          details: [.number(1_024)]
        ),
      ],
      rest: "+12 more"
    )
  }

  private var sampleTable: WidgetTable {
    let rows: [(String, String, Int)] = [
      ("checkout", "service", 12), ("shop", "website", 3), ("ledger", "service", 140),
    ]
    return WidgetTable(
      columns: [
        .init("name", "Name"), .init("type", "Type"), .init("count", "Count", isNumeric: true),
      ],
      rows: rows.map { [.init(.text($0.0)), .init(.badge($0.1, .neutral)), .init(.number($0.2))] }
    )
  }

  private var sampleTree: WidgetNode {
    WidgetNode(
      [.text("company")],
      children: [
        WidgetNode([.text("payments")], text: "4 members"),
        WidgetNode([.text("sellers")], text: "7 members"),
      ]
    )
  }
}
