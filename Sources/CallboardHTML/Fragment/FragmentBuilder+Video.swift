import CallboardDiagnostics

extension FragmentBuilder {
  /// Appends the video that the tag read last stands for, if it is a file of the repository: as a player that the
  /// reader starts. One of another host becomes a link to it.
  ///
  /// The source is the tag's own, or that of the first `<source>` up to the end tag; what else stands there is for
  /// browsers without video, and passed over.
  ///
  /// - Returns: Whether anything was appended.
  mutating func appendVideo(
    _ reader: inout AuthorMarkupReader,
    at position: SourceSpan.Position
  ) -> Bool {
    var passedOver = SanitizerFindings()
    let attributes = reader.attributes(of: .video, at: position, &passedOver)
    let (inner, end) = sourceInside(reader, at: position)
    guard let source = Self.source(in: attributes) ?? inner else { return false }

    var link = FragmentLink(
      offset: 0,
      destination: "",
      kind: .image,
      isSlot: false,
      position: position,
      isAuthorHTML: true
    )
    switch URLReference(source) {
    case .relative(let url):
      (link.destination, link.isSlot) = (url, true)
      appendPlayer(link, attributes)
    case .web(let url, let host, let isSecure) where isSecure && policy.imageHosts.contains(host):
      link.destination = url
      appendPlayer(link, attributes)
    case .web(let url, let host, _):
      findings.add(.imageReplaced, host.utf8, at: position)
      (link.destination, link.kind) = (url, .hyperlink)
      if openAuthorCount > 0 { enterCell() }
      appendReplacement("video at \(host)", link: link)
    case .other, .refused: return false
    }
    if let end { reader.tokenizer = end }
    return true
  }

  private mutating func appendPlayer(_ link: FragmentLink, _ attributes: [AuthorAttribute]) {
    if openAuthorCount > 0 { enterCell() }
    append(.video, name: "video".utf8, isAuthor: false)
    tree.link("src", link)
    for attribute in attributes {
      switch attribute {
      case .identifier(let id): tree.identifier(id, isAuthor: true)
      case .flag(let name): tree.attribute(name)
      case .text(let name, let value): tree.attribute(name) { Escape.text(value, into: &$0) }
      case .link: break
      }
    }
    tree.attribute("controls")
    tree.attribute("preload") { Escape.append("metadata", to: &$0) }
    closeElements(downTo: openElements.count - 1)
  }

  private static func source(in attributes: [AuthorAttribute]) -> String? {
    attributes.lazy.compactMap { attribute in
      if case .link(_, let destination) = attribute { destination } else { nil }
    }.first
  }

  /// The first source before the end tag, and the reader's place behind that tag; nil for what is not there.
  private func sourceInside(
    _ reader: AuthorMarkupReader,
    at position: SourceSpan.Position
  ) -> (source: String?, end: MarkupTokenizer?) {
    var ahead = reader
    var source: String?
    while let token = ahead.tokenizer.next() {
      switch token {
      case .startTag(let name, _):
        let element = Element(name: ahead.tokenizer.source[name])
        if element == .video { return (source, nil) }
        guard element == .source, source == nil else { continue }
        var passedOver = SanitizerFindings()
        source = Self.source(in: ahead.attributes(of: .source, at: position, &passedOver))
      case .endTag(let name) where Element(name: ahead.tokenizer.source[name]) == .video:
        return (source, ahead.tokenizer)
      default: break
      }
    }
    return (source, nil)
  }
}
