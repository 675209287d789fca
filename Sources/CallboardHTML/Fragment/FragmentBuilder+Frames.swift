import CallboardDiagnostics

extension FragmentBuilder {
  /// What a framed page may do: run its own scripts on its own origin, open windows and fill the screen. It cannot
  /// lead the portal's page elsewhere.
  private static let sandbox: StaticString =
    "allow-scripts allow-same-origin allow-forms allow-popups allow-presentation"

  /// Appends the frame that the tag read last stands for, if it shows a page of a listed host.
  ///
  /// What an author says about the frame's rights is passed over: they are the same for all.
  ///
  /// - Returns: Whether it was appended, and what is in it passed over.
  mutating func appendFrame(
    _ reader: inout AuthorMarkupReader,
    at position: SourceSpan.Position
  ) -> Bool {
    guard !policy.frameHosts.isEmpty else { return false }
    var passedOver = SanitizerFindings()
    let attributes = reader.attributes(of: .iframe, at: position, &passedOver)
    let source = attributes.lazy.compactMap { attribute in
      if case .link(_, let destination) = attribute { destination } else { nil }
    }.first
    guard let source, case .web(let url, let host, isSecure: true) = URLReference(source),
      policy.frameHosts.contains(host)
    else { return false }

    if openAuthorCount > 0 { enterCell() }
    append(.iframe, name: "iframe".utf8, isAuthor: false)
    let link = FragmentLink(
      offset: 0,
      destination: url,
      kind: .other,
      isSlot: false,
      position: position,
      isAuthorHTML: true
    )
    tree.link("src", link)
    if !attributes.contains(where: { $0.name == "title" }) {
      tree.attribute("title") { Escape.text("Content of \(host)", into: &$0) }
    }
    for case .text(let name, let value) in attributes {
      tree.attribute(name) { Escape.text(value, into: &$0) }
    }
    tree.attribute("sandbox") { Escape.append(Self.sandbox, to: &$0) }
    tree.attribute("loading") { Escape.append("lazy", to: &$0) }
    tree.attribute("referrerpolicy") {
      Escape.append("strict-origin-when-cross-origin", to: &$0)
    }
    tree.attribute("allowfullscreen")
    closeElements(downTo: openElements.count - 1)
    _ = reader.tokenizer.skipRawText(of: .iframe)
    return true
  }
}
