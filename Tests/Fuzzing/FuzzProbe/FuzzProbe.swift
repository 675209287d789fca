import CallboardCatalog
import CallboardCrawl
import CallboardDiagnostics
import CallboardHTML
import CallboardMarkdown
import CallboardTemplate
import CallboardYAML
import Glibc

/// One input of libFuzzer. `CALLBOARD_FUZZ` names what reads it.
@_cdecl("LLVMFuzzerTestOneInput")
public func callboardFuzzOne(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let input = UnsafeBufferPointer(start: bytes, count: count)
  if let fault = FuzzTarget.chosen.fault(in: Array(input)) { fatalError(fault) }
  return 0
}

/// Parts of the program that read what anybody wrote. Each ends by itself, whatever it gets.
package enum FuzzTarget: String, CaseIterable {
  case yaml, markdown, sanitizer, template, references, queries

  static let chosen: FuzzTarget = {
    let name = getenv("CALLBOARD_FUZZ").map { String(cString: $0) } ?? ""
    guard let target = FuzzTarget(rawValue: name) else {
      fatalError("CALLBOARD_FUZZ is one of \(allCases.map(\.rawValue))")
    }
    return target
  }()

  private static let file = SourcePath(repository: "fuzz", path: "input")

  /// What is wrong with the answer to an input; nil when all is well.
  package func fault(in bytes: [UInt8]) -> String? {
    switch self {
    case .yaml: return Self.yaml(bytes)
    case .markdown: return Self.markdown(bytes)
    case .sanitizer: return Self.sanitize(bytes)
    case .template: Self.template(bytes)
    case .references: return Self.references(bytes)
    case .queries: Self.queries(bytes)
    }
    return nil
  }

  /// All documents of a file; what was read can be written, and says the same when it is read again.
  private static func yaml(_ bytes: [UInt8]) -> String? {
    for tags in [YAMLOptions.ForeignTags.error, .opaque] {
      let read = YAMLParser.documents(bytes, file: file, options: YAMLOptions(foreignTags: tags))
      for document in read.output {
        let text = YAMLWriter.text(of: document.root.value)
        let again = YAMLParser.document(Array(text.utf8), file: file).output
        guard let again, YAMLWriter.text(of: again.value) == text else {
          return "what was written is read as something else: \(text.prefix(2_000))"
        }
      }
    }
    return nil
  }

  /// A page: what comes out passes the sanitiser's reader unchanged in its tags.
  private static func markdown(_ bytes: [UInt8]) -> String? {
    let rendered = MarkdownRenderer.render(bytes, file: file, options: MarkdownOptions())
    return harm(in: rendered.output.html)
  }

  /// Author's HTML: harmless after one pass, and a second one changes nothing.
  private static func sanitize(_ bytes: [UInt8]) -> String? {
    let once = sanitized(bytes)
    if let harm = harm(in: once) { return harm }
    return sanitized(once) == once
      ? nil : "a second pass changes \(String(decoding: once, as: UTF8.self).debugDescription)"
  }

  private static func sanitized(_ bytes: [UInt8]) -> [UInt8] {
    var builder = FragmentBuilder(policy: SanitizerPolicy())
    bytes.withUnsafeBufferPointer { builder.authorMarkup($0, line: 1, column: 1) }
    return builder.finish().html(resolving: \.destination).bytes
  }

  /// A theme's template and a skeleton's, each rendered with values that try to be markup.
  private static func template(_ bytes: [UInt8]) {
    for mode in [TemplateMode.theme, .scaffold] {
      guard let environment = try? TemplateEnvironment(mode: mode, sources: ["page": bytes]) else {
        continue
      }
      let context: TemplateObject = [
        "a": "</script><b>", "b": .array(["x", .bool(true)]), "page": ["title": "\"'&"],
      ]
      _ = try? environment.render("page", context: context)
    }
  }

  /// References and patterns.
  private static func references(_ bytes: [UInt8]) -> String? {
    let text = String(decoding: bytes, as: UTF8.self)
    let context = EntityRef.Context(kind: "component", namespace: "default")
    if let ref = try? EntityRef(text, in: context),
      let again = try? EntityRef(ref.description, in: EntityRef.Context()), again != ref
    {
      return "'\(ref)' is read as '\(again)'"
    }
    if let pattern = try? LinearPattern(text) { _ = pattern.matches(text) }
    if let glob = try? Glob(text) { _ = glob.matches(text) }
    if let url = try? RemoteURL(text) { _ = url.description }
    return nil
  }

  /// Conditions in both their forms.
  private static func queries(_ bytes: [UInt8]) {
    _ = PredicateReader.read(bytes, file: file)
    let text = String(decoding: bytes, as: UTF8.self)
    _ = ShortFilter.read(text, file: file)
    _ = EntityOrder(text)
    _ = FieldPath(text)
  }

  /// A tag or an attribute that no page may have; nil if there is none.
  ///
  /// Read by bytes: a mark that follows a `>` makes one character with it.
  private static func harm(in html: [UInt8]) -> String? {
    for part in html.split(separator: UInt8(ascii: "<")).dropFirst() {
      let tag = part.prefix { $0 != UInt8(ascii: ">") }
      let name = tag.prefix { isWord($0) || $0 == UInt8(ascii: "/") }
      if forbidden.contains(String(decoding: name, as: UTF8.self).lowercased()) || hasHandler(tag) {
        let text = String(decoding: html.prefix(2_000), as: UTF8.self)
        return "<\(String(decoding: tag, as: UTF8.self))> in \(text.debugDescription)"
      }
    }
    return nil
  }

  private static let forbidden: Set<String> = [
    "script", "style", "iframe", "object", "embed", "base", "meta", "link", "form", "template",
    "noscript", "textarea", "title", "xmp", "plaintext", "foreignobject",
  ]

  private static func isWord(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte)
  }

  private static func hasHandler(_ tag: ArraySlice<UInt8>) -> Bool {
    // Values stand in quotes, so what follows a quote or a blank outside of them is a name.
    var isQuoted = false
    var word: [UInt8] = []
    for byte in tag {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if isQuoted || byte == UInt8(ascii: "\"") { continue }
      if byte == UInt8(ascii: " ") || byte == UInt8(ascii: "=") {
        if word.starts(with: "on".utf8), word.count > 2 { return true }
        if word.elementsEqual("style".utf8) || word.elementsEqual("srcdoc".utf8) { return true }
        word = []
      } else {
        word.append(byte)
      }
    }
    return false
  }
}
