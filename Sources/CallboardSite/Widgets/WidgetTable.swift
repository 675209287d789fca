/// Rows of the same columns.
package struct WidgetTable: Hashable, Sendable {
  package var columns: [Column]
  /// Each as long as ``columns``; the first cell is what the row is about.
  package var rows: [[Cell]]
  /// The sums below; empty for none.
  package var footer: [Cell]
  package var look: Look
  /// What the table is, for readers who cannot see where it stands; nil when its title says so.
  package var caption: String?

  package init(
    columns: [Column],
    rows: [[Cell]],
    footer: [Cell] = [],
    look: Look = .figures,
    caption: String? = nil
  ) {
    self.columns = columns
    self.rows = rows
    self.footer = footer
    self.look = look
    self.caption = caption
  }

  /// How a table is set.
  package enum Look: String, Hashable, Sendable {
    /// Things with what is known of each; a narrow screen shows each as a small card.
    case records
    /// Words and numbers in a frame that scrolls.
    case figures
  }

  /// One column.
  package struct Column: Hashable, Sendable {
    /// In the API: `owner`.
    package var name: String
    package var label: String
    /// Whether its cells are numbers, which stand at the end of theirs.
    package var isNumeric: Bool

    package init(_ name: String, _ label: String, isNumeric: Bool = false) {
      self.name = name
      self.label = label
      self.isNumeric = isNumeric
    }
  }

  /// What stands in one row of one column.
  package struct Cell: Hashable, Sendable {
    package var values: [WidgetValue]
    /// A sentence below the values.
    package var text: String?

    package init(_ values: [WidgetValue], text: String? = nil) {
      self.values = values
      self.text = text
    }

    package init(_ value: WidgetValue?) {
      self.init(value.map { [$0] } ?? [])
    }
  }
}

/// Names with what they stand for.
package struct WidgetPairs: Hashable, Sendable {
  package var pairs: [Pair]
  package var look: Look

  package init(_ pairs: [Pair], look: Look = .facts) {
    self.pairs = pairs
    self.look = look
  }

  /// How pairs are set.
  package enum Look: String, Hashable, Sendable {
    /// Short names beside their values.
    case facts
    /// Longer names beside their values.
    case wide
    /// Keys of machines above their values.
    case stacked
  }

  /// One name with its values, each on a line of its own.
  package struct Pair: Hashable, Sendable {
    package var label: String
    package var values: [WidgetValue]

    package init(_ label: String, _ values: [WidgetValue]) {
      self.label = label
      self.values = values
    }
  }
}
