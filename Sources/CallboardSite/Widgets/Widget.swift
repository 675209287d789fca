package import CallboardHTML

/// One card, tab or part of a page that is not Markdown, as a typed value.
///
/// Whoever has something to show makes a widget of it and nothing else. From then on there is one way: ``WidgetContext``
/// hands it to the theme's partial for its type, ``WidgetJSON`` publishes it, ``plainText`` lets search find it. A widget
/// holds no markup but what the generator itself made or cleaned.
package struct Widget: Hashable, Sendable {
  /// Unique on its page: `ownership`. The fragment of its heading is `cb:ownership`.
  package var id: String
  /// nil for one that stands on its page without a heading.
  package var title: String?
  /// How many things it tells of, beside the title; nil where that is no number.
  package var count: Int?
  /// A sentence between the title and the content.
  package var note: String?
  /// Leads to all of what this is a part of.
  package var more: WidgetLink?
  package var content: Content

  package init(
    id: String,
    title: String? = nil,
    count: Int? = nil,
    note: String? = nil,
    more: WidgetLink? = nil,
    _ content: Content
  ) {
    self.id = id
    self.title = title
    self.count = count
    self.note = note
    self.more = more
    self.content = content
  }

  /// What a widget shows; each case has a partial of the theme, `templates/widgets/`.
  package enum Content: Hashable, Sendable {
    case table(WidgetTable)
    case keyValue(WidgetPairs)
    case list(WidgetList)
    case stat([WidgetStat])
    case sparkline(Sparkline)
    case status([WidgetStatus])
    case timeline([TimelineEvent])
    case tree(WidgetNode)
    case graph(WidgetGraph)
    case radar(RadarChart)
    case callout(WidgetCallout)
    case form(WidgetForm)
    case markdown(WidgetText)

    /// The name of the type, as in the API and of the partial.
    var type: String {
      switch self {
      case .table: "table"
      case .keyValue: "key-value"
      case .list: "list"
      case .stat: "stat"
      case .sparkline: "sparkline"
      case .status: "status"
      case .timeline: "timeline"
      case .tree: "tree"
      case .graph: "graph"
      case .radar: "radar"
      case .callout: "callout"
      case .form: "form"
      case .markdown: "markdown"
      }
    }
  }
}

/// Rendered Markdown.
package struct WidgetText: Hashable, Sendable {
  /// What the sanitiser let through, with all links filled in.
  package var html: HTML
  /// The same in plain words, for search and the API.
  package var text: String

  package init(html: HTML, text: String) {
    self.html = html
    self.text = text
  }
}

/// A drawing of what is connected with what.
package struct WidgetGraph: Hashable, Sendable {
  /// An `svg` element of the generator's own.
  package var drawing: HTML
  /// What a reader without eyes is told.
  package var label: String
  package var nodes: [WidgetValue]
  /// Indexes into ``nodes``, with what the connection is called.
  package var edges: [Edge]

  package init(drawing: HTML, label: String, nodes: [WidgetValue], edges: [Edge]) {
    self.drawing = drawing
    self.label = label
    self.nodes = nodes
    self.edges = edges
  }

  /// One connection.
  package struct Edge: Hashable, Sendable {
    package var source: Int
    package var target: Int
    package var label: String

    package init(source: Int, target: Int, label: String) {
      self.source = source
      self.target = target
      self.label = label
    }
  }
}

/// Something that the reader must not miss.
package struct WidgetCallout: Hashable, Sendable {
  package var tone: WidgetTone
  /// The word before the sentence, so that colour alone tells nothing: `Warning`.
  package var label: String
  package var text: String
  package var items: [[WidgetValue]]

  package init(tone: WidgetTone, label: String, text: String, items: [[WidgetValue]] = []) {
    self.tone = tone
    self.label = label
    self.text = text
    self.items = items
  }
}

/// Fields whose values make an address, such as that of a new issue at a forge. Nothing is sent: the reader follows a link.
package struct WidgetForm: Hashable, Sendable {
  /// The address with `{name}` where the value of a field belongs.
  package var address: String
  package var submit: String
  package var fields: [Field]

  package init(address: String, submit: String, fields: [Field]) {
    self.address = address
    self.submit = submit
    self.fields = fields
  }

  /// One field.
  package struct Field: Hashable, Sendable {
    package var name: String
    package var label: String
    package var value: String
    /// The values to choose from; empty for free text.
    package var choices: [String]

    package init(name: String, label: String, value: String = "", choices: [String] = []) {
      self.name = name
      self.label = label
      self.value = value
      self.choices = choices
    }
  }
}
