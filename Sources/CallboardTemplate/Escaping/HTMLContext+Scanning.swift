/// What is wrong with the markup of a theme's template.
struct MarkupFault: Error {
  var summary: String
  var help: [String]
  var offset: Int
}

extension HTMLContext {
  private static let urlAttributes: Set<String> = [
    "action", "background", "cite", "codebase", "data", "formaction", "href", "icon", "longdesc",
    "manifest", "ping", "poster", "profile", "src", "usemap", "xlink:href",
  ]

  /// Elements whose content is no markup and no text that escaping would make safe.
  private static let refusedElements: [String: String] = [
    "style": "Move the rules into a style sheet.",
    "iframe": "Link to the page instead.",
    "noembed": "Leave the element out.",
    "noframes": "Leave the element out.",
    "plaintext": "Use 'pre' with escaped text.",
    "animate": "Move the animation into a style sheet.",
    "set": "Move the animation into a style sheet.",
    "xmp": "Use 'pre' with escaped text.",
  ]

  /// Follows the text of a template from this context and leaves the context behind it.
  mutating func scan(_ source: [UInt8], _ range: Range<Int>) throws(MarkupFault) {
    var index = range.lowerBound
    let end = range.upperBound
    while index < end {
      switch state {
      case .text: try scanText(source, &index, end)
      case .rawText: scanRawText(source, &index, end)
      case .emptyScript: try scanScript(source, &index, end)
      case .tag, .afterName: try scanTag(source, &index, end)
      case .beforeValue: try scanValueStart(source, &index, end)
      case .unquotedValue: scanUnquoted(source, &index, end)
      case .quotedValue(let quote, let kind, let position):
        try scanQuoted(source, &index, end, quote, kind, position)
      }
    }
  }

  private mutating func scanText(
    _ source: [UInt8],
    _ index: inout Int,
    _ end: Int
  ) throws(MarkupFault) {
    guard let open = source[index..<end].firstIndex(of: UInt8(ascii: "<")) else {
      index = end
      return
    }
    index = open + 1
    if source[index..<end].starts(with: "!--".utf8) {
      index += 3
      // `<!-->` and `<!--->` are whole comments (HTML Standard, 13.2.5.43).
      let isEmpty = [">", "->"].contains { source[index..<end].starts(with: $0.utf8) }
      return try skip(
        "comment",
        past: isEmpty ? [">"] : ["-->", "--!>"],
        source,
        &index,
        end,
        open
      )
    }
    guard index < end else {
      throw MarkupFault(
        summary: "'<' is separated from the tag's name",
        help: ["Write the whole name here, or '&lt;' if it is text."],
        offset: open
      )
    }
    if source[index] == UInt8(ascii: "!") || source[index] == UInt8(ascii: "?") {
      return try skip("declaration", past: [">"], source, &index, end, open)
    }
    isEndTag = source[index] == UInt8(ascii: "/")
    if isEndTag { index += 1 }
    let name = Self.name(source, &index, end)
    guard let first = name.utf8.first, (0x61...0x7A).contains(first) else {
      if isEndTag {
        throw MarkupFault(
          summary: "'</' is followed by no name",
          help: ["Write the whole name here, or '&lt;' if it is text."],
          offset: open
        )
      }
      return
    }
    if let help = Self.refusedElements[name] {
      throw MarkupFault(
        summary: "the element '\(name)' may not stand in a theme's template",
        help: [help],
        offset: open
      )
    }
    element = name
    state = .afterName
  }

  /// Reads a tag's or attribute's name in lower case.
  private static func name(_ source: [UInt8], _ index: inout Int, _ end: Int) -> String {
    let start = index
    while index < end, !isNameEnd(source[index]) { index += 1 }
    return String(decoding: source[start..<index], as: UTF8.self).lowercased()
  }

  private static func isNameEnd(_ byte: UInt8) -> Bool {
    isSpace(byte) || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ">")
      || byte == UInt8(ascii: "=")
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }

  private mutating func scanTag(
    _ source: [UInt8],
    _ index: inout Int,
    _ end: Int
  ) throws(MarkupFault) {
    let byte = source[index]
    if Self.isSpace(byte) || byte == UInt8(ascii: "/") {
      state = .tag
      index += 1
    } else if byte == UInt8(ascii: ">") {
      index += 1
      closeTag()
    } else if state == .afterName {
      throw MarkupFault(
        summary: "a name in the tag '\(element)' is put together from parts",
        help: ["Put a space before it, or write each whole name in its own branch."],
        offset: index
      )
    } else {
      try scanAttribute(source, &index, end)
    }
  }

  private mutating func closeTag() {
    let name = element
    let opens = !isEndTag
    self = .text
    guard opens else { return }
    switch name {
    case "title", "textarea":
      state = .rawText
      element = name
    case "script":
      state = .emptyScript
      element = name
    default:
      break
    }
  }

  private mutating func scanAttribute(
    _ source: [UInt8],
    _ index: inout Int,
    _ end: Int
  ) throws(MarkupFault) {
    let start = index
    let name = Self.name(source, &index, end)
    // Browsers go on here in ways of their own (HTML Standard, 13.2.5.32 and 13.2.5.33).
    if name.isEmpty || name.utf8.contains(where: { "\"'<".utf8.contains($0) }) {
      throw MarkupFault(
        summary: "expected an attribute's name, found '\(name.isEmpty ? "=" : name)'",
        help: ["Keep an attribute's name, '=' and the first quote together."],
        offset: start
      )
    }
    if name.hasPrefix("on") || name == "style" || name == "srcdoc" {
      throw MarkupFault(
        summary: "the attribute '\(name)' may not stand in a theme's template",
        help: [
          name == "style"
            ? "Give the element a class and put the rules into a style sheet."
            : "Move the code into a script of the theme."
        ],
        offset: start
      )
    }
    var next = index
    while next < end, Self.isSpace(source[next]) { next += 1 }
    guard next < end, source[next] == UInt8(ascii: "=") else {
      state = .afterName
      return
    }
    index = next + 1
    state = .beforeValue
    pendingAttribute = name
  }

  private mutating func scanValueStart(
    _ source: [UInt8],
    _ index: inout Int,
    _ end: Int
  ) throws(MarkupFault) {
    let byte = source[index]
    if Self.isSpace(byte) {
      index += 1
      return
    }
    if byte == UInt8(ascii: ">") {
      throw MarkupFault(
        summary: "the attribute '\(pendingAttribute)' has no value",
        help: ["Write a value in quotes after '='."],
        offset: index
      )
    }
    let kind = Self.kind(ofAttribute: pendingAttribute, element: element)
    pendingAttribute = ""
    if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
      index += 1
      state = .quotedValue(quote: byte, kind, kind == .metaContent ? .decided : .start)
    } else {
      state = .unquotedValue
    }
  }

  private static func kind(ofAttribute name: String, element: String) -> Attribute {
    if name == "content" { return element == "meta" ? .metaContent : .plain }
    if name == "srcset" || name == "imagesrcset" { return .urlList }
    let isURL =
      urlAttributes.contains(name)
      || ["-href", "-src", "-url"].contains(where: name.hasSuffix)
    return isURL ? .url : .plain
  }

  private mutating func scanUnquoted(_ source: [UInt8], _ index: inout Int, _ end: Int) {
    while index < end, !Self.isSpace(source[index]), source[index] != UInt8(ascii: ">") {
      index += 1
    }
    if index < end { state = .tag }
  }

  private mutating func scanQuoted(
    _ source: [UInt8],
    _ index: inout Int,
    _ end: Int,
    _ quote: UInt8,
    _ kind: Attribute,
    _ position: URLPosition
  ) throws(MarkupFault) {
    let stop = source[index..<end].firstIndex(of: quote) ?? end
    let text = source[index..<stop]
    let next = try Self.position(after: text, from: position, kind: kind)
    index = stop
    if stop < end {
      index += 1
      state = .afterName
    } else {
      state = .quotedValue(quote: quote, kind, next)
    }
  }

  private static func position(
    after text: ArraySlice<UInt8>,
    from position: URLPosition,
    kind: Attribute
  ) throws(MarkupFault) -> URLPosition {
    switch kind {
    case .plain:
      return position
    case .metaContent:
      let tail = String(decoding: text.suffix(4), as: UTF8.self).lowercased()
      return tail == "url=" ? .start : .decided
    case .urlList:
      if let separator = text.lastIndex(of: UInt8(ascii: ",")) {
        let rest = text[(separator + 1)...]
        let isBlank = rest.allSatisfy(isSpace)
        return isBlank ? .start : try decided(rest, from: .start)
      }
      return text.allSatisfy(isSpace) ? position : try decided(text, from: position)
    case .url:
      return try decided(text, from: position)
    }
  }

  private static func decided(
    _ text: ArraySlice<UInt8>,
    from position: URLPosition
  ) throws(MarkupFault) -> URLPosition {
    guard position != .decided, !text.allSatisfy(isSpace) else { return position }
    if position == .start, !URLScheme.isAllowed(text.drop(while: isSpace)) {
      throw MarkupFault(
        summary: "this URL has a scheme that pages may not link to",
        help: ["Use http, https, mailto, tel or a relative URL."],
        offset: text.startIndex
      )
    }
    if position == .undecided, URLScheme.endsScheme(text) {
      throw MarkupFault(
        summary: "the scheme of this URL is put together from parts",
        help: ["Write the whole scheme as text, or let one value hold the whole URL."],
        offset: text.startIndex
      )
    }
    guard let first = text.firstIndex(where: { ":/?#&".utf8.contains($0) }) else {
      return .undecided
    }
    // A character reference here could stand for the colon, or hide the scheme.
    if text[first] == UInt8(ascii: "&") {
      throw MarkupFault(
        summary: "'&' stands where this URL may have its scheme",
        help: ["Write the characters themselves."],
        offset: first
      )
    }
    return .decided
  }

  private mutating func scanRawText(_ source: [UInt8], _ index: inout Int, _ end: Int) {
    while index < end {
      if source[index] == UInt8(ascii: "<"), isEndTag(source, index, end) {
        index += 2 + element.utf8.count
        isEndTag = true
        state = .afterName
        return
      }
      index += 1
    }
  }

  private func isEndTag(_ source: [UInt8], _ index: Int, _ end: Int) -> Bool {
    let rest = source[index..<end].dropFirst()
    guard rest.first == UInt8(ascii: "/") else { return false }
    let name = rest.dropFirst().prefix(element.utf8.count)
    return String(decoding: name, as: UTF8.self).lowercased() == element
  }

  private mutating func scanScript(
    _ source: [UInt8],
    _ index: inout Int,
    _ end: Int
  ) throws(MarkupFault) {
    if Self.isSpace(source[index]) {
      index += 1
    } else if source[index] == UInt8(ascii: "<"), isEndTag(source, index, end) {
      index += 2 + element.utf8.count
      isEndTag = true
      state = .afterName
    } else {
      throw MarkupFault(
        summary: "a script may not stand in a page",
        help: ["Move the code into a file of the theme and name it in 'src'."],
        offset: index
      )
    }
  }

  /// Skips what must end in the same text: a tag of the template inside could hide its end.
  private func skip(
    _ what: String,
    past marks: [String],
    _ source: [UInt8],
    _ index: inout Int,
    _ end: Int,
    _ start: Int
  ) throws(MarkupFault) {
    while index < end {
      for mark in marks where source[index..<end].starts(with: mark.utf8) {
        index += mark.utf8.count
        return
      }
      index += 1
    }
    throw MarkupFault(
      summary: "this HTML \(what) holds a value or a tag of the template, or never ends",
      help: ["Write a note about the template as '{# … #}', and all else outside of it."],
      offset: start
    )
  }
}
