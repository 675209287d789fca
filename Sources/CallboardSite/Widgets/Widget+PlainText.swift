extension Widget {
  /// All words of the content, for search; without the title.
  package var plainText: String {
    var lines: [String] = [note].compactMap(\.self)
    func add(_ values: [WidgetValue], _ text: String? = nil) {
      let line = (values.map(\.plainText) + [text].compactMap(\.self)).joined(separator: " ")
      if !line.isEmpty { lines.append(line) }
    }
    switch content {
    case .table(let table):
      for row in table.rows {
        lines.append(
          row.flatMap { $0.values.map(\.plainText) + [$0.text].compactMap(\.self) }
            .joined(separator: " ")
        )
      }
    case .keyValue(let pairs):
      for pair in pairs.pairs { add([.text(pair.label)] + pair.values) }
    case .list(let list):
      for item in list.items { add(item.title, item.text) }
    case .stat(let stats):
      for stat in stats { lines.append("\(stat.label) \(stat.value)") }
    case .sparkline(let line):
      lines.append(line.summary)
    case .status(let states):
      for status in states { add(status.title + [.text(status.state)], status.text) }
    case .timeline(let events):
      for event in events { add([.text(event.label)] + event.values, event.text) }
    case .tree(let root):
      var open = [root]
      while let node = open.popLast() {
        add(node.values, node.text)
        open += node.children.reversed()
      }
    case .graph(let graph):
      add(graph.nodes)
    case .radar(let radar):
      for blip in radar.blips {
        add([.text(blip.title), .text(radar.rings[blip.ring].name)], blip.text)
      }
    case .callout(let callout):
      lines.append(callout.text)
      for item in callout.items { add(item) }
    case .form(let form):
      lines += form.fields.map(\.label)
    case .markdown(let text):
      lines.append(text.text)
    }
    return lines.joined(separator: "\n")
  }
}
