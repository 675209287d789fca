package import CallboardDiagnostics

/// A page's rendered content, safe to place in any page, with the URLs that are still to be filled in.
package struct SanitizedFragment: Hashable, Sendable {
  /// UTF-8. The value of each slot of ``links`` is empty.
  package var html: [UInt8]
  /// By ascending offset.
  package var links: [FragmentLink]
  /// By ascending offset.
  package var texts: [FragmentText]
  /// In the order found.
  package var findings: [SanitizerFinding]
  /// The ids of all elements that are in `html`, in its order.
  package var ids: [String]
  /// The places that were asked for, but for those in what was removed.
  package var places: [Place]

  package init(
    html: [UInt8],
    links: [FragmentLink] = [],
    texts: [FragmentText] = [],
    findings: [SanitizerFinding] = [],
    ids: [String] = [],
    places: [Place] = []
  ) {
    self.html = html
    self.links = links
    self.texts = texts
    self.findings = findings
    self.ids = ids
    self.places = places
  }

  /// A place that ``FragmentBuilder/place(_:)`` asked for.
  package struct Place: Hashable, Sendable {
    package var number: Int
    /// In bytes of the HTML.
    package var offset: Int

    package init(number: Int, offset: Int) {
      self.number = number
      self.offset = offset
    }
  }

  /// The fragment with each slot filled by the URL that `resolve` returns for it, escaped.
  ///
  /// What is returned must be a route or the link's own destination: a URL made of other text has
  /// not been judged.
  package func html(resolving resolve: (FragmentLink) -> String) -> HTML {
    var filled: [UInt8] = []
    filled.reserveCapacity(html.count + links.count * 32)
    var position = 0
    for link in links where link.isSlot {
      guard link.offset >= position, link.offset <= html.count else { continue }
      filled += html[position..<link.offset]
      Escape.url(resolve(link), into: &filled)
      position = link.offset
    }
    filled += html[position...]
    return HTML(trusted: filled)
  }
}

/// A piece of a fragment's text in whose place another may be put once its value is known.
package struct FragmentText: Hashable, Sendable {
  /// The byte offset in the fragment's HTML.
  package var offset: Int
  /// Bytes of the text that stands there now, escaped.
  package var length: Int
  /// What the value is of.
  package var name: String

  package init(offset: Int, length: Int, name: String) {
    self.offset = offset
    self.length = length
    self.name = name
  }
}

/// One URL of a fragment.
package struct FragmentLink: Hashable, Sendable {
  /// What a browser does with the URL.
  package enum Kind: String, Hashable, Sendable {
    case hyperlink
    case image
    /// A `cite` attribute, which no browser follows.
    case other
  }

  /// The byte offset in the fragment's HTML at which the attribute's value begins.
  package var offset: Int

  /// As the author wrote it, with character references decoded, white space at its ends and line
  /// breaks removed. Not percent-decoded.
  package var destination: String
  package var kind: Kind

  /// Whether the value is empty and waits for a route. True for every relative URL, a bare `#name`
  /// and the empty one included, and for schemes that the caller resolves; false for other absolute
  /// ones, whose value stands in the HTML.
  package var isSlot: Bool

  /// In the document that the fragment was built from.
  package var position: SourceSpan.Position

  /// Whether the link was written as raw HTML rather than as Markdown.
  package var isAuthorHTML: Bool

  package init(
    offset: Int,
    destination: String,
    kind: Kind,
    isSlot: Bool,
    position: SourceSpan.Position,
    isAuthorHTML: Bool
  ) {
    self.offset = offset
    self.destination = destination
    self.kind = kind
    self.isSlot = isSlot
    self.position = position
    self.isAuthorHTML = isAuthorHTML
  }
}
