package import CallboardCatalog

/// A word in a widget that knows what it is.
package enum WidgetValue: Hashable, Sendable {
  case text(String)
  /// Shown in the letters of code: a path, a revision.
  case code(String)
  case number(Int)
  /// An entity, which the site may lack.
  case entity(EntityRef)
  case link(WidgetLink)
  case badge(String, WidgetTone)
  /// Where an entity is in its life, in the author's words.
  case lifecycle(String)
  case date(WidgetDate)
  /// How a number came about, drawn small.
  case trend(Sparkline)

  /// As plain text.
  var plainText: String {
    switch self {
    case .text(let text), .code(let text), .badge(let text, _), .lifecycle(let text): text
    case .number(let number): String(number)
    case .entity(let ref): ref.name
    case .link(let link): link.label
    case .date(let date): date.label
    case .trend(let line): line.summary
    }
  }
}

/// What a state, a badge or an event means for the reader. Themes colour it; words always say it as well.
package enum WidgetTone: String, Hashable, Sendable {
  case neutral
  case good
  case note
  case warning
  case bad

  /// The symbol of the theme's sprite that goes with it.
  var icon: String {
    switch self {
    case .neutral: "minus"
    case .good: "success"
    case .note: "note"
    case .warning: "warning"
    case .bad: "error"
    }
  }
}

/// A link with what it says.
package struct WidgetLink: Hashable, Sendable {
  package var label: String
  package var address: Address
  /// Whether the label is a path or another word of code.
  package var isCode: Bool

  package init(_ label: String, _ address: Address, isCode: Bool = false) {
    self.label = label
    self.address = address
    self.isCode = isCode
  }

  /// Where a link leads.
  package enum Address: Hashable, Sendable {
    /// A place of the site, relative to its root and percent-encoded.
    case site(String)
    /// A heading of the same page.
    case here(fragment: String)
    /// Another site, by a URL with a scheme that runs no code.
    case web(String)
  }
}

/// A day or a moment.
package struct WidgetDate: Hashable, Sendable {
  /// RFC 3339, or a day alone: `2026-11-21`.
  package var iso: String
  /// `21 November 2026`.
  package var label: String

  package init(iso: String, label: String) {
    self.iso = iso
    self.label = label
  }

  /// A moment in UTC; shows its day.
  package init(secondsSince1970 seconds: Int64, _ strings: UIStrings = .english) {
    let date = CommitDate(secondsSince1970: seconds)
    self.init(iso: date.iso, label: date.label(strings))
  }

  /// A day.
  package init(_ day: CalendarDay, _ strings: UIStrings = .english) {
    self.init(iso: day.iso, label: day.label(strings))
  }
}
