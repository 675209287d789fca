/// Things one below the other, or side by side.
package struct WidgetList: Hashable, Sendable {
  package var items: [Item]
  package var look: Look
  /// How many are left out, in words: `+12 more, on the pages of the groups below`; nil for none.
  package var rest: String?
  /// Whether a script hides what is not current.
  package var isCurrentOnly: Bool

  package init(
    _ items: [Item],
    look: Look = .rows,
    rest: String? = nil,
    isCurrentOnly: Bool = false
  ) {
    self.items = items
    self.look = look
    self.rest = rest
    self.isCurrentOnly = isCurrentOnly
  }

  /// How a list is set.
  package enum Look: String, Hashable, Sendable {
    /// In a frame, each with a sentence and something at its end.
    case rows
    /// Links with icons.
    case links
    /// Names with values and links below.
    case tools
    /// Next to each other, as words.
    case inline
    /// Cards in a grid.
    case cards
    /// Small cards with icon, name and number.
    case tiles
  }

  /// One thing.
  package struct Item: Hashable, Sendable {
    /// A symbol of the theme's sprite; nil for none.
    package var icon: String?
    /// The kind of entity that colours the icon, in lower case; nil for none.
    package var kind: String?
    package var title: [WidgetValue]
    package var text: String?
    /// What stands at its end or below it.
    package var details: [WidgetValue]
    /// When it is current; nil for always.
    package var period: WidgetPeriod?

    package init(
      icon: String? = nil,
      kind: String? = nil,
      _ title: [WidgetValue],
      text: String? = nil,
      details: [WidgetValue] = [],
      period: WidgetPeriod? = nil
    ) {
      self.icon = icon
      self.kind = kind
      self.title = title
      self.text = text
      self.details = details
      self.period = period
    }
  }
}

/// From one day to another, both included.
package struct WidgetPeriod: Hashable, Sendable {
  /// nil where it has always been.
  package var from: CalendarDay?
  /// nil without an end.
  package var until: CalendarDay?

  package init(from: CalendarDay?, until: CalendarDay?) {
    self.from = from
    self.until = until
  }
}

/// A number that is worth being large.
package struct WidgetStat: Hashable, Sendable {
  package var label: String
  package var value: String
  /// Leads to what was counted.
  package var link: WidgetLink.Address?
  /// How the number came about; nil where only its last value is known.
  package var trend: Sparkline?

  package init(
    _ label: String,
    _ value: String,
    link: WidgetLink.Address? = nil,
    trend: Sparkline? = nil
  ) {
    self.label = label
    self.value = value
    self.link = link
    self.trend = trend
  }
}

/// How something stands, in a word and a colour.
package struct WidgetStatus: Hashable, Sendable {
  package var title: [WidgetValue]
  package var tone: WidgetTone
  /// The state in a word: `Passed`.
  package var state: String
  /// What to do about it, or why it is so.
  package var text: String?
  package var details: [WidgetValue]

  package init(
    _ title: [WidgetValue],
    tone: WidgetTone,
    state: String,
    text: String? = nil,
    details: [WidgetValue] = []
  ) {
    self.title = title
    self.tone = tone
    self.state = state
    self.text = text
    self.details = details
  }
}

/// Something that happened; a timeline has the newest first.
package struct TimelineEvent: Hashable, Sendable {
  package var date: WidgetDate?
  package var icon: String
  package var tone: WidgetTone
  /// What happened, in a word: `Added`.
  package var label: String
  /// To what, or from what to what.
  package var values: [WidgetValue]
  package var text: String?
  /// Where it is written: a commit, a repository.
  package var details: [WidgetValue]

  package init(
    date: WidgetDate?,
    icon: String,
    tone: WidgetTone = .neutral,
    label: String,
    values: [WidgetValue] = [],
    text: String? = nil,
    details: [WidgetValue] = []
  ) {
    self.date = date
    self.icon = icon
    self.tone = tone
    self.label = label
    self.values = values
    self.text = text
    self.details = details
  }
}

/// A thing and what is below it. Whoever makes one bounds its depth, which rendering and JSON follow.
package struct WidgetNode: Hashable, Sendable {
  package var values: [WidgetValue]
  package var text: String?
  package var children: [WidgetNode]
  /// Leads to those that are left out.
  package var more: WidgetLink?

  package init(
    _ values: [WidgetValue],
    text: String? = nil,
    children: [WidgetNode] = [],
    more: WidgetLink? = nil
  ) {
    self.values = values
    self.text = text
    self.children = children
    self.more = more
  }
}
