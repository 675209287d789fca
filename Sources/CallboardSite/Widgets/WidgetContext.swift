import CallboardTemplate

/// Hands widgets to the theme: the `widget` object of `docs/reference/page-context.md`.
struct WidgetContext: Sendable {
  let references: EntityReferences
  let strings: UIStrings

  /// What a page draws around a widget.
  enum Frame: String {
    /// A part of the page, with a heading of its own.
    case section
    /// A box beside the main part.
    case panel
    /// A part of a section.
    case part
    /// Nothing: the page says what it is.
    case none
  }

  private static let shape = TemplateObject.Shape([
    "type", "id", "title", "count", "note", "more", "frame", "look", "caption", "columns", "rows",
    "footer", "items", "rest", "isCurrentOnly", "body",
  ])

  func values(_ widgets: [Widget], in frame: Frame) -> TemplateValue {
    .array(widgets.map { value($0, in: frame) })
  }

  /// A widget; null for nil.
  func value(_ widget: Widget?, in frame: Frame) -> TemplateValue {
    guard let widget else { return .null }
    var parts = Parts()
    fill(&parts, with: widget.content)
    return .object(
      TemplateObject(
        Self.shape,
        [
          .string(widget.content.type), .string(widget.id), TemplateValue(widget.title),
          widget.count.map { .integer($0) } ?? .null, TemplateValue(widget.note),
          widget.more.map(link) ?? .null, .string(frame.rawValue), parts.look, parts.caption,
          parts.columns, parts.rows, parts.footer, parts.items, parts.rest, parts.isCurrentOnly,
          parts.body,
        ]
      )
    )
  }

  /// What differs by type; a template asks for those of its own.
  private struct Parts {
    var look: TemplateValue = .null
    var caption: TemplateValue = .null
    var columns: TemplateValue = .null
    var rows: TemplateValue = .null
    var footer: TemplateValue = .null
    var items: TemplateValue = .null
    var rest: TemplateValue = .null
    var isCurrentOnly: TemplateValue = false
    var body: TemplateValue = .null
  }

  private func fill(_ parts: inout Parts, with content: Widget.Content) {
    switch content {
    case .table(let table):
      parts.look = .string(table.look.rawValue)
      parts.caption = TemplateValue(table.caption)
      parts.columns = .array(table.columns.map(column))
      parts.rows = .array(table.rows.map { .array(zip(table.columns, $0).map(cell)) })
      parts.footer = .array(zip(table.columns, table.footer).map(cell))
    case .keyValue(let pairs):
      parts.look = .string(pairs.look.rawValue)
      parts.items = .array(
        pairs.pairs.map { ["label": .string($0.label), "values": values($0.values)] }
      )
    case .list(let list):
      parts.look = .string(list.look.rawValue)
      parts.items = .array(list.items.map(item))
      parts.rest = TemplateValue(list.rest)
      parts.isCurrentOnly = .bool(list.isCurrentOnly)
    case .stat(let stats): parts.items = .array(stats.map(stat))
    case .sparkline(let line): parts.body = drawing(of: line)
    case .status(let states): parts.items = .array(states.map(status))
    case .timeline(let events): parts.items = .array(events.map(event))
    case .tree(let root): parts.body = node(root)
    case .graph(let graph):
      parts.body = ["svg": .html(graph.drawing), "label": .string(graph.label)]
    case .radar(let radar): parts.body = radarValue(radar)
    case .callout(let callout):
      parts.body = [
        "tone": .string(callout.tone.rawValue), "icon": .string(callout.tone.icon),
        "label": .string(callout.label),
        "text": .string(callout.text), "items": .array(callout.items.map(values)),
      ]
    case .form(let form): parts.body = formValue(form)
    case .markdown(let text): parts.body = .html(text.html)
    }
  }

  // MARK: Values

  private static let valueShape = TemplateObject.Shape(["type", "text", "ref"])
  private static let linkShape = TemplateObject.Shape(["type", "text", "route", "url", "isCode"])
  private static let tonedShape = TemplateObject.Shape(["type", "text", "tone"])
  private static let dateShape = TemplateObject.Shape(["type", "text", "iso"])

  func values(_ values: [WidgetValue]) -> TemplateValue { .array(values.map(value)) }

  func value(_ value: WidgetValue) -> TemplateValue {
    switch value {
    case .text(let text): Self.plain("text", .string(text))
    case .code(let text): Self.plain("code", .string(text))
    case .number(let number): Self.plain("number", .integer(number))
    case .lifecycle(let text): Self.plain("lifecycle", .string(text))
    case .entity(let ref):
      .object(TemplateObject(Self.valueShape, ["entity", .null, references.value(ref)]))
    case .link(let link): self.link(link)
    case .badge(let text, let tone):
      .object(
        TemplateObject(Self.tonedShape, ["badge", .string(text), .string(tone.rawValue)])
      )
    case .date(let date): self.date(date)
    case .trend(let line):
      ["type": "trend", "text": .string(line.summary), "svg": .html(line.drawing())]
    }
  }

  private static func plain(_ type: StaticString, _ text: TemplateValue) -> TemplateValue {
    .object(TemplateObject(valueShape, [.string("\(type)"), text, .null]))
  }

  private func date(_ date: WidgetDate) -> TemplateValue {
    .object(TemplateObject(Self.dateShape, ["date", .string(date.label), .string(date.iso)]))
  }

  /// `route` is relative to the site's root, `url` stands as it is.
  func link(_ link: WidgetLink) -> TemplateValue {
    let (route, url) = Self.parts(of: link.address)
    return .object(
      TemplateObject(
        Self.linkShape,
        ["link", .string(link.label), route, url, .bool(link.isCode)]
      )
    )
  }

  private static func parts(of address: WidgetLink.Address) -> (TemplateValue, TemplateValue) {
    switch address {
    case .site(let route): (.string(route), .null)
    case .here(let fragment): (.null, .string("#" + Route.percentEncoded(fragment)))
    case .web(let url): (.null, .string(url))
    }
  }
}

/// The parts of each type.
extension WidgetContext {
  private static let columnShape = TemplateObject.Shape(["name", "label", "isNumeric"])
  private static let cellShape = TemplateObject.Shape(["column", "isNumeric", "values", "text"])

  private func column(_ column: WidgetTable.Column) -> TemplateValue {
    .object(
      TemplateObject(
        Self.columnShape,
        [.string(column.name), .string(column.label), .bool(column.isNumeric)]
      )
    )
  }

  private func cell(_ column: WidgetTable.Column, _ cell: WidgetTable.Cell) -> TemplateValue {
    .object(
      TemplateObject(
        Self.cellShape,
        [
          .string(column.name), .bool(column.isNumeric), values(cell.values),
          TemplateValue(cell.text),
        ]
      )
    )
  }

  private func item(_ item: WidgetList.Item) -> TemplateValue {
    [
      "icon": TemplateValue(item.icon), "kind": TemplateValue(item.kind),
      "title": values(item.title), "text": TemplateValue(item.text),
      "details": values(item.details), "from": TemplateValue(item.period?.from?.iso),
      "until": TemplateValue(item.period?.until?.iso),
    ]
  }

  private func stat(_ stat: WidgetStat) -> TemplateValue {
    let (route, url) = stat.link.map(Self.parts) ?? (.null, .null)
    return [
      "label": .string(stat.label), "value": .string(stat.value), "route": route, "url": url,
      "trend": stat.trend.map(drawing) ?? .null,
    ]
  }

  private func status(_ status: WidgetStatus) -> TemplateValue {
    [
      "title": values(status.title), "tone": .string(status.tone.rawValue),
      "icon": .string(status.tone.icon),
      "state": .string(status.state), "text": TemplateValue(status.text),
      "details": values(status.details),
    ]
  }

  private func event(_ event: TimelineEvent) -> TemplateValue {
    [
      "date": event.date.map(date) ?? .null, "icon": .string(event.icon),
      "tone": .string(event.tone.rawValue), "label": .string(event.label),
      "values": values(event.values), "text": TemplateValue(event.text),
      "details": values(event.details),
    ]
  }

  /// Recursion is bounded by whoever made the tree.
  private func node(_ node: WidgetNode) -> TemplateValue {
    [
      "values": values(node.values), "text": TemplateValue(node.text),
      "children": .array(node.children.map(self.node)), "more": node.more.map(link) ?? .null,
    ]
  }

  private func drawing(of line: Sparkline) -> TemplateValue {
    [
      "svg": .html(line.drawing()),
      "label": .string(line.points.isEmpty ? strings.text("widget.no-values") : line.summary),
    ]
  }

  private func radarValue(_ radar: RadarChart) -> TemplateValue {
    [
      "svg": .html(RadarDrawing(radar).svg(strings)),
      "rings": .array(
        radar.rings.map { ["name": .string($0.name), "text": TemplateValue($0.text)] }
      ),
      "quadrants": .array(
        radar.quadrants.indices.map { quadrant in
          [
            "name": .string(radar.quadrants[quadrant].name),
            "rings": .array(
              radar.rings.indices.map { ring in
                [
                  "name": .string(radar.rings[ring].name),
                  "blips": .array(blips(radar, quadrant, ring)),
                ]
              }
            ),
          ]
        }
      ),
    ]
  }

  private func blips(_ radar: RadarChart, _ quadrant: Int, _ ring: Int) -> [TemplateValue] {
    radar.blips.enumerated().compactMap { index, blip in
      guard blip.quadrant == quadrant, blip.ring == ring else { return nil }
      return [
        "number": .integer(index + 1), "title": .string(blip.title),
        "text": TemplateValue(blip.text), "move": .string(blip.move.rawValue),
        "moveLabel": blip.move == .none
          ? .null : .string(strings.text("radar.\(blip.move.rawValue)")),
        "links": values(blip.links),
      ]
    }
  }

  private func formValue(_ form: WidgetForm) -> TemplateValue {
    [
      "address": .string(form.address), "submit": .string(form.submit),
      "plain": .string(form.plainAddress),
      "fields": .array(
        form.fields.map { field in
          [
            "name": .string(field.name), "label": .string(field.label),
            "value": .string(field.value),
            "choices": .array(field.choices.map { .string($0) }),
          ]
        }
      ),
    ]
  }
}
