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
  FuzzTarget.chosen.run(Array(input))
  return 0
}

/// Parts of the program that read what anybody wrote. Each ends by itself, whatever it gets.
enum FuzzTarget: String, CaseIterable {
  case yaml, markdown, sanitizer, template, references, queries

  static let chosen: FuzzTarget = {
    let name = getenv("CALLBOARD_FUZZ").map { String(cString: $0) } ?? ""
    guard let target = FuzzTarget(rawValue: name) else {
      fatalError("CALLBOARD_FUZZ is one of \(allCases.map(\.rawValue))")
    }
    return target
  }()

  private static let file = SourcePath(repository: "fuzz", path: "input")

  func run(_ bytes: [UInt8]) {
    switch self {
    case .yaml: Self.yaml(bytes)
    case .markdown: Self.markdown(bytes)
    case .sanitizer: Self.sanitize(bytes)
    case .template: Self.template(bytes)
    case .references: Self.references(bytes)
    case .queries: Self.queries(bytes)
    }
  }

  /// All documents of a file; what was read can be written, and says the same when it is read again.
  private static func yaml(_ bytes: [UInt8]) {
    for tags in [YAMLOptions.ForeignTags.error, .opaque] {
      let read = YAMLParser.documents(bytes, file: file, options: YAMLOptions(foreignTags: tags))
      for document in read.output {
        let text = YAMLWriter.text(of: document.root.value)
        let again = YAMLParser.document(Array(text.utf8), file: file).output
        guard let again, YAMLWriter.text(of: again.value) == text else {
          fatalError("what was written is read as something else: \(text.prefix(2_000))")
        }
      }
    }
  }

  /// A page: what comes out passes the sanitiser's reader unchanged in its tags.
  private static func markdown(_ bytes: [UInt8]) {
    let rendered = MarkdownRenderer.render(bytes, file: file, options: MarkdownOptions())
    expectHarmless(rendered.output.html)
  }

  /// Author's HTML: harmless after one pass, and a second one changes nothing.
  private static func sanitize(_ bytes: [UInt8]) {
    let once = sanitized(bytes)
    expectHarmless(once)
    guard sanitized(once) == once else {
      fatalError("a second pass changes \(String(decoding: once, as: UTF8.self).debugDescription)")
    }
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
  private static func references(_ bytes: [UInt8]) {
    let text = String(decoding: bytes, as: UTF8.self)
    let context = EntityRef.Context(kind: "component", namespace: "default")
    if let ref = try? EntityRef(text, in: context),
      let again = try? EntityRef(ref.description, in: EntityRef.Context()), again != ref
    {
      fatalError("'\(ref)' is read as '\(again)'")
    }
    if let pattern = try? LinearPattern(text) { _ = pattern.matches(text) }
    if let glob = try? Glob(text) { _ = glob.matches(text) }
    if let url = try? RemoteURL(text) { _ = url.description }
  }

  /// Conditions in both their forms.
  private static func queries(_ bytes: [UInt8]) {
    _ = PredicateReader.read(bytes, file: file)
    let text = String(decoding: bytes, as: UTF8.self)
    _ = ShortFilter.read(text, file: file)
    _ = EntityOrder(text)
    _ = FieldPath(text)
  }

  /// Ends the process if there is a tag or an attribute that no page may have.
  private static func expectHarmless(_ html: [UInt8]) {
    let text = String(decoding: html, as: UTF8.self)
    for part in text.split(separator: "<").dropFirst() {
      let tag = part.prefix { $0 != ">" }
      let name = tag.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "/") }
      if forbidden.contains(name.lowercased()) || hasHandler(tag) {
        fatalError("<\(tag)> in \(text.prefix(2_000).debugDescription)")
      }
    }
  }

  private static let forbidden: Set<String> = [
    "script", "style", "iframe", "object", "embed", "base", "meta", "link", "form", "template",
    "noscript", "textarea", "title", "xmp", "plaintext", "foreignobject",
  ]

  private static func hasHandler(_ tag: Substring) -> Bool {
    // Values stand in quotes, so what follows a quote or a blank outside of them is a name.
    var isQuoted = false
    var word = ""
    for character in tag {
      if character == "\"" { isQuoted.toggle() }
      if isQuoted || character == "\"" { continue }
      if character == " " || character == "=" {
        if word.hasPrefix("on"), word.count > 2 { return true }
        if word == "style" || word == "srcdoc" { return true }
        word = ""
      } else {
        word.append(character)
      }
    }
    return false
  }
}
