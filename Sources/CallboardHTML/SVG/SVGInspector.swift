/// Judges whether an SVG file may be published as it is.
///
/// A browser that opens an SVG file as a document runs its scripts with the rights of the whole site. Files are
/// not repaired: one that holds anything outside of a list of drawing elements and harmless attributes is
/// withheld. The scan is linear and needs no parser that could be misled, because it refuses what it does
/// not understand.
package enum SVGInspector {
  /// - Returns: nil when the file may be published, else what it holds, such as `a script element`.
  package static func reasonToWithhold(_ bytes: [UInt8]) -> String? {
    var scanner = SVGScanner(bytes: bytes)
    return scanner.firstFault()
  }
}

/// One pass over the tags of a file.
private struct SVGScanner {
  let bytes: [UInt8]
  var index = 0
  /// Prefixes bound to a namespace that no browser draws or runs, such as an editor's.
  var inertPrefixes: Set<String> = []
  /// Prefixes that were bound to SVG or XHTML anywhere, or to something that is not understood.
  var livePrefixes: Set<String> = []

  init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// Elements that draw, describe or style; none of them can run or load anything by itself.
  private static let elements: Set<String> = [
    "svg", "g", "defs", "symbol", "use", "title", "desc", "metadata", "path", "rect", "circle",
    "ellipse", "line", "polyline", "polygon", "text", "tspan", "textpath", "image", "marker",
    "pattern", "mask", "clippath", "lineargradient", "radialgradient", "stop", "filter", "style",
    "switch", "view", "a", "feblend", "fecolormatrix", "fecomponenttransfer", "fecomposite",
    "feconvolvematrix", "fediffuselighting", "fedisplacementmap", "fedistantlight", "fedropshadow",
    "feflood", "fefunca", "fefuncb", "fefuncg", "fefuncr", "fegaussianblur", "femerge",
    "femergenode", "femorphology", "feoffset", "fepointlight", "fespecularlighting", "fespotlight",
    "fetile", "feturbulence",
  ]

  mutating func firstFault() -> String? {
    while let start = bytes[index...].firstIndex(of: UInt8(ascii: "<")) {
      index = start + 1
      if let fault = markupFault() { return fault }
    }
    return nil
  }

  private mutating func markupFault() -> String? {
    if skips("!--", to: "-->") || skips("![CDATA[", to: "]]>") || skips("/", to: ">") { return nil }
    if starts(with: "?") {
      let isDeclaration = starts(with: "?xml ")
      return skips("?", to: "?>") && isDeclaration ? nil : "a processing instruction"
    }
    if starts(with: "!") {
      guard let end = bytes[index...].firstIndex(of: UInt8(ascii: ">")) else {
        return "an open tag"
      }
      let declaration = bytes[index..<end]
      index = end + 1
      return declaration.contains(UInt8(ascii: "[")) ? "a document type with declarations" : nil
    }
    return elementFault()
  }

  private mutating func elementFault() -> String? {
    let name = word()
    let local = Self.local(name)
    if name.isEmpty { return "a stray '<'" }
    while index < bytes.count {
      skipSpace()
      guard index < bytes.count else { break }
      if bytes[index] == UInt8(ascii: ">") {
        index += 1
        return nameFault(name, local) ?? (local == "style" ? styleFault() : nil)
      }
      if bytes[index] == UInt8(ascii: "/") {
        index += 1
        continue
      }
      let attribute = word()
      if attribute.isEmpty { return "a malformed attribute" }
      skipSpace()
      guard index < bytes.count, bytes[index] == UInt8(ascii: "=") else {
        return "the attribute '\(attribute)' without a value"
      }
      index += 1
      skipSpace()
      guard let value = quoted() else { return "an unquoted attribute" }
      bind(attribute, to: value)
      if let fault = attributeFault(Self.local(attribute), value, of: local) { return fault }
    }
    return "an open tag"
  }

  /// Editors leave metadata in elements of their own namespaces, which a browser neither draws nor runs.
  private func nameFault(_ name: String, _ local: String) -> String? {
    let prefix = Self.prefix(name)
    let isInert = inertPrefixes.contains(prefix) && !livePrefixes.contains(prefix)
    return Self.elements.contains(local) || isInert ? nil : "the element '\(name)'"
  }

  /// Notes what a namespace declaration makes of a prefix.
  private mutating func bind(_ attribute: String, to value: String) {
    guard Self.prefix(attribute) == "xmlns" else { return }
    let isLive =
      value.contains("&") || value.contains("w3.org/2000/svg")
      || value.contains("w3.org/1999/xhtml")
    if isLive {
      livePrefixes.insert(Self.local(attribute))
    } else {
      inertPrefixes.insert(Self.local(attribute))
    }
  }

  private func attributeFault(_ name: String, _ value: String, of element: String) -> String? {
    if name.hasPrefix("on") { return "the event handler '\(name)'" }
    let lowered = value.lowercased()
    switch name {
    case "href", "src":
      if lowered.hasPrefix("#") && !lowered.contains("&") { return nil }
      let images = ["data:image/png", "data:image/jpeg", "data:image/gif", "data:image/webp"]
      if element == "image", images.contains(where: lowered.hasPrefix) { return nil }
      if element == "a", lowered.hasPrefix("https://") || lowered.hasPrefix("http://") {
        return nil
      }
      return "a reference to '\(value.prefix(60))'"
    case "style": return Self.cssFault(lowered)
    default: return Self.urlFault(lowered)
    }
  }

  private mutating func styleFault() -> String? {
    let start = index
    guard let end = bytes[index...].firstIndex(of: UInt8(ascii: "<")) else { return "an open tag" }
    index = end
    return Self.cssFault(String(decoding: bytes[start..<end], as: UTF8.self).lowercased())
  }

  /// Escapes could spell any of the words looked for, so a sheet that has one is refused.
  private static func cssFault(_ css: String) -> String? {
    if css.contains("\\") || css.contains("&") { return "a style with escapes" }
    if css.contains("@import") || css.contains("expression(") {
      return "a style that loads another"
    }
    return urlFault(css)
  }

  private static func urlFault(_ text: String) -> String? {
    guard text.contains("url") else { return nil }
    var rest = text[...]
    while let start = rest.firstRange(of: "url(") {
      rest = rest[start.upperBound...]
      let target = rest.drop { $0 == " " || $0 == "'" || $0 == "\"" }
      if !target.hasPrefix("#") && !target.hasPrefix("&quot;#") {
        return "a style that loads a file"
      }
    }
    return nil
  }

  // MARK: Reading

  private func starts(with text: StaticString) -> Bool {
    bytes[index...].starts(
      with: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
    )
  }

  /// Skips a construct from its first characters to its last ones; an unclosed one reaches to the end.
  private mutating func skips(_ start: StaticString, to end: StaticString) -> Bool {
    guard starts(with: start) else { return false }
    index += start.utf8CodeUnitCount
    while index < bytes.count, !starts(with: end) { index += 1 }
    index = min(bytes.count, index + end.utf8CodeUnitCount)
    return true
  }

  private mutating func skipSpace() {
    while index < bytes.count, bytes[index] <= 0x20 { index += 1 }
  }

  private mutating func word() -> String {
    let start = index
    while index < bytes.count {
      switch bytes[index] {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: ":"), UInt8(ascii: "-"),
        UInt8(ascii: "_"), UInt8(ascii: "."):
        index += 1
      default:
        return String(decoding: bytes[start..<index], as: UTF8.self)
      }
    }
    return String(decoding: bytes[start..<index], as: UTF8.self)
  }

  private mutating func quoted() -> String? {
    guard index < bytes.count, bytes[index] == UInt8(ascii: "\"") || bytes[index] == 0x27 else {
      return nil
    }
    let quote = bytes[index]
    guard let end = bytes[(index + 1)...].firstIndex(of: quote) else { return nil }
    defer { index = end + 1 }
    return String(decoding: bytes[(index + 1)..<end], as: UTF8.self)
  }

  private static func local(_ name: String) -> String {
    String(name.split(separator: ":").last ?? "").lowercased()
  }

  private static func prefix(_ name: String) -> String {
    let parts = name.split(separator: ":")
    return parts.count > 1 ? String(parts[0]).lowercased() : ""
  }
}
