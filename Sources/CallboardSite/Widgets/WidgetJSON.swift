import CallboardCatalog
import CallboardJSON

/// The one form in which widgets are published; `docs/reference/schemas/widget.schema.json` describes it.
enum WidgetJSON {
  static func write(_ widget: Widget, to writer: inout JSONWriter) {
    writer.object { object in
      object.member("type", widget.content.type)
      object.member("id", widget.id)
      object.member(ifPresent: "title", widget.title)
      if let count = widget.count { object.member("count", count) }
      object.member(ifPresent: "note", widget.note)
      if let more = widget.more {
        object.key("more")
        write(more, to: &object)
      }
      write(widget.content, to: &object)
    }
  }

  private static func write(_ content: Widget.Content, to object: inout JSONWriter) {
    switch content {
    case .table(let table): write(table, to: &object)
    case .keyValue(let pairs):
      list("items", pairs.pairs, to: &object) { pair, object in
        object.member("label", pair.label)
        write("values", pair.values, to: &object)
      }
    case .list(let list):
      self.list("items", list.items, to: &object) { item, object in
        write("title", item.title, to: &object)
        object.member(ifPresent: "text", item.text)
        write("details", item.details, to: &object)
        object.member(ifPresent: "from", item.period?.from?.iso)
        object.member(ifPresent: "until", item.period?.until?.iso)
      }
      object.member(ifPresent: "rest", list.rest)
    case .stat(let stats):
      list("items", stats, to: &object) { stat, object in
        object.member("label", stat.label)
        object.member("value", stat.value)
        if let trend = stat.trend { write(trend, to: &object) }
      }
    case .sparkline(let line): write(line, to: &object)
    case .status(let states):
      list("items", states, to: &object) { status, object in
        write("title", status.title, to: &object)
        object.member("tone", status.tone.rawValue)
        object.member("state", status.state)
        object.member(ifPresent: "text", status.text)
        write("details", status.details, to: &object)
      }
    case .timeline(let events):
      list("items", events, to: &object) { event, object in
        object.member(ifPresent: "date", event.date?.iso)
        object.member("label", event.label)
        object.member("tone", event.tone.rawValue)
        write("values", event.values, to: &object)
        object.member(ifPresent: "text", event.text)
        write("details", event.details, to: &object)
      }
    case .tree(let root):
      object.key("root")
      write(root, to: &object)
    case .graph(let graph):
      object.member("label", graph.label)
      write("nodes", graph.nodes, to: &object)
      list("edges", graph.edges, to: &object) { edge, object in
        object.member("source", edge.source)
        object.member("target", edge.target)
        object.member("label", edge.label)
      }
    case .radar(let radar): write(radar, to: &object)
    case .callout(let callout):
      object.member("tone", callout.tone.rawValue)
      object.member("label", callout.label)
      object.member("text", callout.text)
      object.key("items")
      object.array { array in
        for item in callout.items { write(item, to: &array) }
      }
    case .form(let form):
      object.member("address", form.address)
      object.member("submit", form.submit)
      list("fields", form.fields, to: &object) { field, object in
        object.member("name", field.name)
        object.member("label", field.label)
        object.member("value", field.value)
        if !field.choices.isEmpty { object.member("choices", field.choices) }
      }
    case .markdown(let text): object.member("text", text.text)
    }
  }

  private static func write(_ table: WidgetTable, to object: inout JSONWriter) {
    list("columns", table.columns, to: &object) { column, object in
      object.member("name", column.name)
      object.member("label", column.label)
    }
    func cells(_ cells: [WidgetTable.Cell], to writer: inout JSONWriter) {
      writer.array { array in
        for cell in cells {
          array.object { object in
            write("values", cell.values, to: &object)
            object.member(ifPresent: "text", cell.text)
          }
        }
      }
    }
    object.key("rows")
    object.array { array in
      for row in table.rows { cells(row, to: &array) }
    }
    if !table.footer.isEmpty {
      object.key("footer")
      cells(table.footer, to: &object)
    }
  }

  private static func write(_ radar: RadarChart, to object: inout JSONWriter) {
    list("quadrants", radar.quadrants, to: &object) { quadrant, object in
      object.member("id", quadrant.id)
      object.member("name", quadrant.name)
    }
    list("rings", radar.rings, to: &object) { ring, object in
      object.member("id", ring.id)
      object.member("name", ring.name)
      object.member(ifPresent: "text", ring.text)
    }
    list("blips", radar.blips, to: &object) { blip, object in
      object.member("title", blip.title)
      object.member("quadrant", radar.quadrants[blip.quadrant].id)
      object.member("ring", radar.rings[blip.ring].id)
      object.member("moved", blip.move.rawValue)
      object.member(ifPresent: "text", blip.text)
      write("links", blip.links, to: &object)
    }
  }

  private static func write(_ line: Sparkline, to object: inout JSONWriter) {
    object.member("maximum", line.maximum)
    object.member("unit", line.unit)
    list("points", line.points, to: &object) { point, object in
      object.member("label", point.label)
      object.member("value", point.value)
    }
  }

  /// Recursion is bounded by whoever made the tree.
  private static func write(_ node: WidgetNode, to writer: inout JSONWriter) {
    writer.object { object in
      write("values", node.values, to: &object)
      object.member(ifPresent: "text", node.text)
      object.key("children")
      object.array { array in
        for child in node.children { write(child, to: &array) }
      }
    }
  }

  // MARK: Values

  private static func list<Item>(
    _ name: String,
    _ items: [Item],
    to object: inout JSONWriter,
    _ body: (Item, inout JSONWriter) -> Void
  ) {
    object.key(name)
    object.array { array in
      for item in items { array.object { body(item, &$0) } }
    }
  }

  private static func write(
    _ name: String,
    _ values: [WidgetValue],
    to object: inout JSONWriter
  ) {
    object.key(name)
    write(values, to: &object)
  }

  private static func write(_ values: [WidgetValue], to writer: inout JSONWriter) {
    writer.array { array in
      for value in values { write(value, to: &array) }
    }
  }

  private static func write(_ value: WidgetValue, to writer: inout JSONWriter) {
    switch value {
    case .text(let text): writer.string(text)
    case .number(let number): writer.integer(number)
    case .link(let link): write(link, to: &writer)
    case .code(let text): writer.object { $0.member("code", text) }
    case .entity(let ref): writer.object { $0.member("entity", ref.description) }
    case .badge(let text, let tone):
      writer.object { object in
        object.member("badge", text)
        object.member("tone", tone.rawValue)
      }
    case .lifecycle(let text): writer.object { $0.member("lifecycle", text) }
    case .date(let date): writer.object { $0.member("date", date.iso) }
    case .trend(let line): writer.object { write(line, to: &$0) }
    }
  }

  private static func write(_ link: WidgetLink, to writer: inout JSONWriter) {
    writer.object { object in
      object.member("label", link.label)
      switch link.address {
      case .site(let route): object.member("route", route)
      case .here(let fragment): object.member("fragment", fragment)
      case .web(let url): object.member("url", url)
      }
    }
  }
}
