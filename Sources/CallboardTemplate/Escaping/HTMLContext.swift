/// Where in a page a point of a template stands.
struct HTMLContext: Equatable {
  enum State: Equatable {
    /// Between tags.
    case text
    /// In `title` or `textarea`, where only the end tag is markup.
    case rawText
    /// After `<script …>`, where only `</script>` may follow.
    case emptyScript
    /// In a tag, where an attribute may begin.
    case tag
    /// Directly behind a tag's or attribute's name, which no other name may touch.
    case afterName
    /// Behind `name=`, before the value.
    case beforeValue
    case unquotedValue
    case quotedValue(quote: UInt8, Attribute, URLPosition)
  }

  /// What kind of value an attribute takes.
  enum Attribute: Equatable {
    case plain
    case url
    /// URLs with descriptors, separated by commas.
    case urlList
    /// `content` of a `meta` element, which may hold `url=…`.
    case metaContent
  }

  /// How far into a URL an attribute's value has come.
  enum URLPosition: Equatable {
    case start
    /// Something was written, but it may yet be read as a scheme.
    case undecided
    /// A scheme, a path, a query or a fragment has begun: nothing after this can be a scheme.
    case decided
  }

  var state: State = .text
  /// The element whose tag or raw text this is; empty between tags.
  var element = ""
  /// Whether the tag is an end tag.
  var isEndTag = false
  /// The attribute whose `=` has been read but not its value; empty elsewhere.
  var pendingAttribute = ""

  static let text = HTMLContext()

  /// How a value is to be written here; nil where none may stand.
  var escaping: OutputEscaping? {
    switch state {
    case .text: return .text
    case .rawText: return .attribute
    case .quotedValue(_, .plain, _): return .attribute
    case .quotedValue(_, _, let position):
      switch position {
      case .start: return .urlStart
      case .undecided: return .urlPart
      case .decided: return .attribute
      }
    default: return nil
    }
  }

  /// For messages.
  var description: String {
    switch state {
    case .text: "text between tags"
    case .rawText: "the text of '\(element)'"
    case .emptyScript: "a script"
    case .tag, .afterName: "the tag '\(element)'"
    case .beforeValue, .unquotedValue: "an attribute value without quotes"
    case .quotedValue(_, let kind, _): kind == .plain ? "an attribute value" : "a URL"
    }
  }

  /// The context after a value was written.
  var afterOutput: HTMLContext {
    var next = self
    if case .quotedValue(let quote, let kind, .start) = state, kind != .plain {
      next.state = .quotedValue(quote: quote, kind, .undecided)
    }
    return next
  }

  /// The context behind something that may have written any complete parts here, or nothing.
  var afterUnknownParts: HTMLContext {
    var next = afterOutput
    if state == .tag { next.state = .afterName }
    return next
  }

  /// The one context that holds whichever of two ways was taken, or nil if they differ.
  func merged(with other: HTMLContext) -> HTMLContext? {
    if self == other { return self }
    guard element == other.element, isEndTag == other.isEndTag,
      pendingAttribute == other.pendingAttribute
    else { return nil }
    switch (state, other.state) {
    case (.tag, .afterName), (.afterName, .tag):
      var merged = self
      merged.state = .afterName
      return merged
    case (
      .quotedValue(let quote, let kind, _), .quotedValue(let otherQuote, let otherKind, _)
    ) where quote == otherQuote && kind == otherKind:
      var merged = self
      merged.state = .quotedValue(quote: quote, kind, .undecided)
      return merged
    default:
      return nil
    }
  }
}
