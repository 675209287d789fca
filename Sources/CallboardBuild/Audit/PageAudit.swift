import CallboardDiagnostics

/// Judges the tags of one published page.
struct PageAudit {
  /// A link that needs another page's anchors to be judged.
  struct AnchorLink: Sendable {
    /// The target's path in the output.
    var page: String
    var anchor: String
    /// As the page has it.
    var address: String
    var span: SourceSpan
  }

  private(set) var diagnostics: [Diagnostic] = []
  private(set) var anchorLinks: [AnchorLink] = []
  /// Hashes of all ids; good within one process.
  private(set) var anchors: Set<Int> = []

  private let file: AuditedFile
  private let site: AuditedSite
  private var policy: PublishedPolicy?
  private var reported: Set<String> = []
  /// Offset and line that positions are counted on from.
  private var known = (offset: 0, line: 1, lineStart: 0)

  init(_ file: AuditedFile, in site: AuditedSite) {
    self.file = file
    self.site = site
    var reader = PublishedTagReader(file.bytes)
    while let tag = reader.next() { judge(tag) }
    if policy == nil {
      diagnostics.append(.policyGap("is missing", at: .wholeFile(file.source)))
    }
  }

  private mutating func judge(_ tag: PublishedTag) {
    if tag.name == "meta" { judgeMeta(tag) }
    if let reason = Self.reason(against: tag, policy) { report(reason, tag) }
    for (name, value) in tag.attributes {
      if name == "id" { anchors.insert(value.hashValue) }
      if Self.runningAttributes.contains(name) || Self.isHandler(name) {
        report("the attribute '\(name)'", tag)
      }
      guard Self.addressAttributes.contains(name) else { continue }
      let addresses = name.hasSuffix("srcset") ? Self.candidates(value) : [value]
      for address in addresses { judge(address, name, tag) }
    }
  }

  private mutating func judgeMeta(_ tag: PublishedTag) {
    switch tag["http-equiv"]?.lowercased() {
    case "content-security-policy" where policy == nil:
      let found = PublishedPolicy(tag["content"] ?? "")
      policy = found
      for gap in found.gaps { diagnostics.append(.policyGap(gap, at: span(tag.offset))) }
    case "refresh":
      let target = (tag["content"] ?? "").split(separator: "=", maxSplits: 1).last.map(String.init)
      let address = PublishedAddress(target ?? "")
      if address.scheme != nil || address.host != nil { report("a way to another site", tag) }
    case "set-cookie": report("a cookie", tag)
    default: break
    }
  }

  /// What is wrong with an element as such; nil for most.
  private static func reason(against tag: PublishedTag, _ policy: PublishedPolicy?) -> String? {
    switch tag.name {
    case "script":
      if tag["src"] != nil {
        return policy == nil ? "a script in front of its policy" : nil
      }
      let type = tag["type"]?.lowercased() ?? ""
      return ["application/json", "application/ld+json"].contains(type)
        ? nil : "a script of its own"
    case "iframe":
      let origin = PublishedAddress(tag["src"] ?? "").origin ?? ""
      let isAllowed = policy?.allows(origin, for: "frame-src") ?? false
      return isAllowed && tag["sandbox"] != nil ? nil : "a frame that the operator did not allow"
    case "form":
      return PublishedAddress(tag["action"] ?? "").host == nil ? nil : "a form of another site"
    case "style", "object", "embed", "applet", "base", "frame", "frameset", "portal", "fencedframe",
      "foreignobject", "animate", "set", "animatetransform", "animatemotion", "plaintext", "xmp",
      "noembed", "noframes", "audio", "template":
      return "the element '\(tag.name)'"
    default: return nil
    }
  }

  private mutating func judge(_ text: String, _ attribute: String, _ tag: PublishedTag) {
    let address = PublishedAddress(text)
    if address.runs {
      report("an address of '\(address.scheme ?? "")'", tag)
      return
    }
    guard let origin = address.origin else {
      if address.scheme == nil { judgeLink(text, address, attribute, tag) }
      return
    }
    guard origin != site.origin, let directive = Self.directive(tag, attribute),
      policy?.allows(origin, for: directive) != true, reported.insert(origin).inserted
    else { return }
    diagnostics.append(.externalRequest(origin, by: tag.name, at: span(tag.offset)))
  }

  private mutating func judgeLink(
    _ text: String,
    _ address: PublishedAddress,
    _ attribute: String,
    _ tag: PublishedTag
  ) {
    // Where forms and quotations point is for nobody to follow.
    guard attribute == "href" || attribute == "src" || attribute == "srcset" else { return }
    guard let found = site.file(at: address.path, from: file.path) else {
      if reported.insert(text).inserted {
        diagnostics.append(.publishedLinkBroken(text, at: span(tag.offset)))
      }
      return
    }
    guard tag.name == "a", found.hasSuffix(".html"), let fragment = address.fragment,
      !fragment.isEmpty, fragment.lowercased() != "top", !fragment.hasPrefix(":~:"),
      reported.insert(text).inserted
    else { return }
    anchorLinks.append(
      AnchorLink(
        page: found,
        anchor: PercentCode.decodedLeniently(fragment),
        address: text,
        span: span(tag.offset)
      )
    )
  }

  private mutating func report(_ what: String, _ tag: PublishedTag) {
    guard reported.insert("\(tag.name) \(what)").inserted else { return }
    diagnostics.append(.activeContent(what, at: span(tag.offset)))
  }

  private mutating func span(_ offset: Int) -> SourceSpan {
    for index in known.offset..<offset where file.bytes[index] == 0x0A {
      known.line += 1
      known.lineStart = index + 1
    }
    known.offset = offset
    return SourceSpan(file: file.source, line: known.line, column: offset - known.lineStart + 1)
  }

  // MARK: - What attributes mean

  private static func isHandler(_ name: String) -> Bool {
    let local = name.split(separator: ":").last.map(String.init) ?? name
    return local.hasPrefix("on") && local.dropFirst(2).first?.isLetter == true
  }

  private static let runningAttributes: Set<String> = [
    "style", "srcdoc", "ping", "formaction", "nonce", "attributionsrc", "is",
  ]

  private static let addressAttributes: Set<String> = [
    "href", "xlink:href", "src", "srcset", "imagesrcset", "action", "data", "poster", "cite",
    "background", "longdesc", "manifest", "profile",
  ]

  private static func candidates(_ set: String) -> [String] {
    set.split(separator: ",").compactMap { part in
      part.split(whereSeparator: \.isWhitespace).first.map(String.init)
    }
  }

  /// The directive that rules what an attribute loads; nil for what is only a link.
  private static func directive(_ tag: PublishedTag, _ attribute: String) -> String? {
    switch (tag.name, attribute) {
    case ("a", _), ("blockquote", _), ("q", _), ("del", _), ("ins", _), ("form", _), ("area", _):
      return nil
    case ("script", _): return "script-src"
    case ("iframe", _): return "frame-src"
    case ("video", "src"), ("audio", _), ("source", "src"): return "media-src"
    case ("link", _):
      let relations = Set((tag["rel"] ?? "").lowercased().split(separator: " ").map(String.init))
      if relations.isDisjoint(with: loadingRelations) { return nil }
      return relations.contains("stylesheet") ? "style-src" : "img-src"
    default: return "img-src"
    }
  }

  private static let loadingRelations: Set<String> = [
    "stylesheet", "icon", "apple-touch-icon", "manifest", "preload", "modulepreload", "prefetch",
    "prerender", "preconnect", "dns-prefetch",
  ]
}
