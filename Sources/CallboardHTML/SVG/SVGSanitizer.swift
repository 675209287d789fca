/// A drawing that a program made, cleaned for a page to show.
package struct SVGPicture: Equatable, Sendable {
  /// The whole file, written anew.
  package var bytes: [UInt8]
  /// In CSS pixels, at least 1.
  package var width: Int
  package var height: Int

  package init(bytes: [UInt8], width: Int, height: Int) {
    self.bytes = bytes
    self.width = width
    self.height = height
  }
}

/// Makes a file of SVG that can neither run nor load anything from one that a program wrote.
///
/// The file is read as a tree and written anew from an allow-list of elements and attributes: nothing is
/// copied that was not understood. Elements beyond the list go with their content, and so do all of other
/// namespaces.
///
/// - Complexity: linear in the file.
package struct SVGSanitizer {
  private var tokenizer: XMLTokenizer
  private var output: [UInt8] = []
  /// Names of open elements, outermost first; nil for one whose tags are left out.
  private var open: [(name: String, written: String?)] = []
  /// How many of the open elements an element was the outermost of that is left out with its content.
  private var skippedFrom: Int?
  private var size: (width: Int, height: Int)?

  /// Elements inside one another.
  private static let depthLimit = 200

  /// - Throws: ``SVGFault`` for what is no SVG, and for a drawing that would lose its labels: those in HTML.
  package static func sanitize(_ bytes: [UInt8]) throws(SVGFault) -> SVGPicture {
    var sanitizer = SVGSanitizer(bytes)
    return try sanitizer.run()
  }

  private init(_ bytes: [UInt8]) {
    tokenizer = XMLTokenizer(bytes)
  }

  private mutating func run() throws(SVGFault) -> SVGPicture {
    while let token = try tokenizer.next() {
      switch token {
      case .start(let name, let attributes, let isEmpty):
        try start(name, attributes)
        if isEmpty { try end(name) }
      case .end(let name): try end(name)
      case .text(let text): try self.text(text)
      }
    }
    guard open.isEmpty else { throw SVGFault(reason: "an element without an end") }
    guard let size else { throw SVGFault(reason: "no svg element") }
    output.append(UInt8(ascii: "\n"))
    return SVGPicture(bytes: output, width: size.width, height: size.height)
  }

  private mutating func start(
    _ name: String,
    _ attributes: [(name: String, value: String)]
  ) throws(SVGFault) {
    guard open.count < Self.depthLimit else { throw SVGFault(reason: "too many nested elements") }
    guard !open.isEmpty else {
      guard name == "svg", size == nil else { throw SVGFault(reason: "no svg element") }
      try startRoot(attributes)
      return
    }
    if name == "foreignObject", skippedFrom == nil {
      throw SVGFault(reason: "text as HTML (foreignObject), which pictures cannot show safely")
    }
    guard skippedFrom == nil, !SVGVocabulary.unwrapped.contains(name),
      SVGVocabulary.elements.contains(name)
    else {
      if skippedFrom == nil, !SVGVocabulary.unwrapped.contains(name) { skippedFrom = open.count }
      open.append((name, nil))
      return
    }
    if name == "style" {
      // Its text is judged as a whole; see ``text(_:)``.
      open.append((name, nil))
      return
    }
    output.append(UInt8(ascii: "<"))
    output += name.utf8
    for (attribute, value) in attributes { write(attribute, value, of: name) }
    output.append(UInt8(ascii: ">"))
    open.append((name, name))
  }

  private mutating func startRoot(
    _ attributes: [(name: String, value: String)]
  ) throws(SVGFault) {
    let named = Dictionary(
      attributes.map { ($0.name, $0.value) },
      uniquingKeysWith: { first, _ in first }
    )
    guard named["xmlns"] == "http://www.w3.org/2000/svg" else {
      throw SVGFault(reason: "an svg element of no or another namespace")
    }
    let box = named["viewBox"].map(Self.numbers) ?? []
    let width = Self.length(named["width"]) ?? (box.count == 4 ? box[2] : nil)
    let height = Self.length(named["height"]) ?? (box.count == 4 ? box[3] : nil)
    guard let width, let height, width > 0, height > 0, width < 100_000, height < 100_000 else {
      throw SVGFault(reason: "a drawing without a size")
    }
    let size = (width: Int(width.rounded(.up)), height: Int(height.rounded(.up)))
    self.size = size
    output += "<svg xmlns=\"http://www.w3.org/2000/svg\"".utf8
    output += " width=\"\(size.width)\" height=\"\(size.height)\"".utf8
    if box.count != 4 { output += " viewBox=\"0 0 \(size.width) \(size.height)\"".utf8 }
    let own: Set<String> = ["width", "height", "style", "preserveAspectRatio"]
    for (attribute, value) in attributes where !own.contains(attribute) {
      write(attribute, value, of: "svg")
    }
    output.append(UInt8(ascii: ">"))
    open.append(("svg", "svg"))
  }

  private mutating func end(_ name: String) throws(SVGFault) {
    guard let last = open.popLast(), last.name == name else {
      throw SVGFault(reason: "an end tag '\(name.prefix(30))' without its element")
    }
    if let skipped = skippedFrom, skipped == open.count { skippedFrom = nil }
    guard let written = last.written else { return }
    output += "</".utf8
    output += written.utf8
    output.append(UInt8(ascii: ">"))
  }

  private mutating func text(_ text: [UInt8]) throws(SVGFault) {
    guard let last = open.last else {
      guard text.allSatisfy(isHTMLSpace) else { throw SVGFault(reason: "no SVG") }
      return
    }
    guard skippedFrom == nil else { return }
    if last.name == "style" {
      let css = String(decoding: text, as: UTF8.self)
      guard SVGStyle.isHarmless(css) else { return }
      output += "<style>".utf8
      Escape.text(css, into: &output)
      output += "</style>".utf8
      return
    }
    // Repairs what is no UTF-8, and drops what XML cannot hold.
    let repaired = String(decoding: text.filter { $0 >= 0x20 || isHTMLSpace($0) }, as: UTF8.self)
    Escape.text(repaired, into: &output)
  }

  private mutating func write(_ attribute: String, _ value: String, of element: String) {
    var name = attribute
    switch attribute {
    case "href", "xlink:href":
      guard Self.isLocal(value, of: element) else { return }
      name = "href"
    case "style":
      guard SVGStyle.isHarmless(value) else { return }
    default:
      guard SVGVocabulary.attributes.contains(attribute) || SVGVocabulary.isData(attribute) else {
        return
      }
      let lowered = value.lowercased()
      guard !lowered.contains("\\"), SVGStyle.hasLocalReferencesOnly(lowered) else { return }
    }
    output.append(UInt8(ascii: " "))
    output += name.utf8
    output += "=\"".utf8
    Escape.text(value, into: &output)
    output.append(UInt8(ascii: "\""))
  }

  /// Whether a reference leads into the drawing, or to a picture that the drawing itself holds.
  private static func isLocal(_ value: String, of element: String) -> Bool {
    if value.hasPrefix("#") { return true }
    let images = ["data:image/png;", "data:image/jpeg;", "data:image/gif;", "data:image/webp;"]
    return element == "image" && images.contains { value.hasPrefix($0) }
  }

  /// A length in CSS pixels; nil for percentages and what is no length.
  private static func length(_ text: String?) -> Double? {
    guard let text else { return nil }
    let units: [(String, Double)] = [
      ("px", 1), ("pt", 4.0 / 3), ("pc", 16), ("mm", 96 / 25.4), ("cm", 96 / 2.54), ("in", 96),
    ]
    for (unit, factor) in units where text.hasSuffix(unit) {
      return Double(text.dropLast(unit.count)).map { $0 * factor }.flatMap {
        $0.isFinite ? $0 : nil
      }
    }
    return Double(text).flatMap { $0.isFinite ? $0 : nil }
  }

  private static func numbers(_ text: String) -> [Double] {
    text.split { $0 == " " || $0 == "," || $0 == "\n" }.compactMap { Double($0) }
      .filter(\.isFinite)
  }
}
