import CallboardDiagnostics

extension FragmentBuilder {
  /// Adds a URL to the element that was appended last, or leaves the attribute out.
  mutating func appendLink(
    _ name: StaticString,
    _ destination: String,
    at position: SourceSpan.Position,
    isAuthor: Bool
  ) {
    let isHyperlink = name.description == "href"
    var link = FragmentLink(
      offset: 0,
      destination: destination,
      kind: isHyperlink ? .hyperlink : .other,
      isSlot: false,
      position: position,
      isAuthorHTML: isAuthor
    )
    if policy.trustsAuthors {
      tree.link(name, link)
      return
    }
    switch URLReference(destination) {
    case .relative(let url):
      link.destination = url
      link.isSlot = true
      tree.link(name, link)
    case .web(let url, _, _):
      link.destination = url
      tree.link(name, link)
      if isHyperlink { tree.attribute("rel") { Escape.append("noopener noreferrer", to: &$0) } }
    case .other(let url, let scheme):
      link.isSlot = isHyperlink && policy.slotSchemes.contains(scheme)
      guard link.isSlot || (isHyperlink && allows(scheme: scheme)) else {
        findings.add(.addressRefused, scheme.utf8, at: position)
        return
      }
      link.destination = url
      tree.link(name, link)
    case .refused(let refusal):
      findings.add(.addressRefused, refusal.rawValue.utf8, at: position)
    }
  }

  private func allows(scheme: String) -> Bool {
    switch scheme {
    case "mailto", "tel": true
    // Even an operator who lists these cannot mean them: they run script or make documents.
    case "javascript", "vbscript", "data", "blob", "filesystem", "view-source", "file", "about":
      false
    default: policy.extraSchemes.contains(scheme)
    }
  }

  /// Appends an image, or what stands for one that may not load: a link to it, or its text.
  mutating func appendImage(_ image: FragmentImage) {
    if openAuthorCount > 0 { enterCell() }
    var link = FragmentLink(
      offset: 0,
      destination: "",
      kind: .image,
      isSlot: false,
      position: image.position,
      isAuthorHTML: image.isAuthor
    )
    guard let source = image.source else {
      append(text: image.alternative)
      return
    }
    if policy.trustsAuthors {
      link.destination = source
      append(image, from: link)
      return
    }
    switch URLReference(source) {
    case .relative(let url):
      link.destination = url
      link.isSlot = true
      append(image, from: link)
    case .web(let url, let host, let isSecure):
      link.destination = url
      if isSecure, policy.imageHosts.contains(host) {
        append(image, from: link)
      } else {
        findings.add(.imageReplaced, host.utf8, at: image.position)
        link.kind = .hyperlink
        appendReplacement(of: image, host: host, link: link)
      }
    case .other(let url, let scheme):
      if scheme == "data", URLReference.isImageData(url, limit: policy.dataImageLimit) {
        link.destination = url
        append(image, from: link)
      } else {
        findings.add(.addressRefused, scheme.utf8, at: image.position)
        append(text: image.alternative)
      }
    case .refused(let refusal):
      findings.add(.addressRefused, refusal.rawValue.utf8, at: image.position)
      append(text: image.alternative)
    }
  }

  private mutating func append(_ image: FragmentImage, from link: FragmentLink) {
    append(.img, name: "img".utf8, isAuthor: image.isAuthor)
    tree.link("src", link)
    tree.attribute("alt") {
      Escape.text(BidiControls.removed(from: image.alternative), into: &$0)
    }
    for (name, value) in image.attributes {
      if let value, name.description == "id" {
        tree.identifier(value, isAuthor: image.isAuthor)
      } else if let value {
        tree.attribute(name) { Escape.text(BidiControls.removed(from: value), into: &$0) }
      } else {
        tree.attribute(name)
      }
    }
  }

  private mutating func appendReplacement(of image: FragmentImage, host: String, link: FragmentLink)
  {
    appendReplacement(
      image.alternative.isEmpty ? "image at \(host)" : image.alternative,
      link: link
    )
  }

  /// Appends a link to what may not load.
  mutating func appendReplacement(_ text: String, link: FragmentLink) {
    // Links do not nest: `[![build](badge)](pipeline)` keeps its own target.
    guard !openElements.contains(where: { $0.element == .a }) else {
      append(text: text)
      return
    }
    append(.a, name: "a".utf8, isAuthor: true)
    tree.link("href", link)
    tree.attribute("rel") { Escape.append("noopener noreferrer", to: &$0) }
    append(text: text)
    closeElements(downTo: openElements.count - 1)
  }

  private mutating func append(text: String) {
    tree.text(parent: innermostNode) { Escape.text(text, into: &$0) }
  }
}
