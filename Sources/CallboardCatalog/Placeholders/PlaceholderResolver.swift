package import CallboardDiagnostics
package import CallboardYAML

/// Reads a file of the descriptor's repository by its path from the root, or by a URL that shows it; nil if there
/// is none, or it may not be read.
package typealias PlaceholderReader = (_ pathOrURL: String) -> PlaceholderFile?

/// A file that a placeholder names.
package struct PlaceholderFile: Sendable {
  /// From the repository's root.
  package let path: String
  package let bytes: [UInt8]

  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}

/// A placeholder that was not filled in.
package struct UnreadPlaceholder: Hashable, Sendable {
  /// The text of the placeholder: a URL, or a path from the descriptor's folder.
  package var target: String
  package var span: SourceSpan

  package init(target: String, span: SourceSpan) {
    self.target = target
    self.span = span
  }
}

/// Fills in the placeholders of a descriptor from files beside it.
///
/// A placeholder is a mapping of exactly one key `$text`, `$json`, `$yaml`, `$openapi` or `$asyncapi`; others,
/// such as `$ref`, are data. What cannot be read becomes a stand-in (the target's text, or an empty mapping), so
/// that one missing file does not cost the whole entity.
package struct PlaceholderResolver {
  package private(set) var diagnostics: [Diagnostic] = []
  package private(set) var unread: [UnreadPlaceholder] = []

  private let file: SourcePath
  private let reader: PlaceholderReader?

  package init(file: SourcePath, reader: PlaceholderReader?) {
    self.file = file
    self.reader = reader
  }

  /// The node with all placeholders below it filled in.
  ///
  /// Recursion is bounded by the depth limit of the YAML reader.
  package mutating func resolve(_ node: YAMLNode) -> YAMLNode {
    guard node.hasPlaceholder else { return node }
    var result = node
    switch node.value {
    case .sequence(let nodes):
      result.value = .sequence(nodes.map { resolve($0) })
    case .mapping(let mapping):
      guard mapping.entries.contains(where: { $0.key.hasPrefix("$") }) else {
        result.value = .mapping(
          YAMLMapping(
            mapping.entries.map { entry in
              var entry = entry
              entry.value = resolve(entry.value)
              return entry
            }
          )
        )
        return result
      }
      // Next to other keys a `$` is data; nothing below it is looked at.
      if mapping.entries.count == 1, let entry = mapping.entries.first {
        result.value = value(of: entry) ?? node.value
      }
    default: break
    }
    return result
  }

  /// The value a placeholder stands for; nil if the key is none.
  private mutating func value(of entry: YAMLMapping.Entry) -> YAMLValue? {
    guard let form = Form(rawValue: entry.key) else { return nil }
    let span = entry.value.span(in: file)
    guard let target = entry.value.string else {
      diagnostics.append(.placeholderInvalid(entry.key, entry.value, file: file))
      return form.standIn(for: "")
    }
    guard let file = read(target, span: span) else {
      unread.append(UnreadPlaceholder(target: target, span: span))
      if reader != nil, form.isBundle, let last = diagnostics.indices.last {
        // Without the module for these two, Backstage refuses the entity; it does so with it, too.
        diagnostics[last].severity = .error
      }
      return form.standIn(for: target)
    }
    switch form {
    case .text: return .string(String(decoding: file.bytes, as: UTF8.self))
    case .json, .yaml: return parsed(file, target: target, span: span)
    case .openAPI, .asyncAPI: return bundled(file, target: target, span: span)
    }
  }

  private mutating func read(_ target: String, span: SourceSpan) -> PlaceholderFile? {
    guard let reader else { return nil }
    if RelativePath.hasScheme(target) {
      // A forge's page of a file of this repository is as good as its path.
      if let found = reader(target) { return found }
      diagnostics.append(.placeholderURL(target, span: span))
      return nil
    }
    guard let path = RelativePath.resolve(target, from: file.path) else {
      diagnostics.append(.placeholderOutside(target, span: span))
      return nil
    }
    guard let found = reader(path) else {
      diagnostics.append(.placeholderMissing(target, path: path, span: span))
      return nil
    }
    return found
  }

  /// JSON is read as the YAML that it is a part of.
  private mutating func parsed(
    _ found: PlaceholderFile,
    target: String,
    span: SourceSpan
  ) -> YAMLValue {
    let source = SourcePath(repository: file.repository, path: found.path)
    let documents = YAMLParser.documents(found.bytes, file: source).unwrap(into: &diagnostics)
    if documents.count > 1 {
      diagnostics.append(.placeholderDocuments(target, count: documents.count, span: span))
    }
    return documents.first?.root.value ?? .null
  }

  /// The text of an API definition in one piece; as it stands in its file when it is in one already.
  private mutating func bundled(
    _ found: PlaceholderFile,
    target: String,
    span: SourceSpan
  ) -> YAMLValue {
    let text = YAMLValue.string(String(decoding: found.bytes, as: UTF8.self))
    let source = SourcePath(repository: file.repository, path: found.path)
    guard let reader,
      let root = YAMLParser.document(found.bytes, file: source).unwrap(into: &diagnostics)
    else { return text }
    var bundler = ReferenceBundler(
      rootPath: found.path,
      repository: file.repository,
      reader: reader
    )
    let result = bundler.bundle(root)
    diagnostics += bundler.diagnostics
    if bundler.isCut { diagnostics.append(.definitionTooLarge(target, span: span)) }
    return bundler.hasBundled ? .string(YAMLWriter.text(of: result.value)) : text
  }

  private enum Form: String {
    case text = "$text"
    case json = "$json"
    case yaml = "$yaml"
    case openAPI = "$openapi"
    case asyncAPI = "$asyncapi"

    /// Whether references to other files are resolved.
    var isBundle: Bool { self == .openAPI || self == .asyncAPI }

    func standIn(for target: String) -> YAMLValue {
      switch self {
      case .text, .openAPI, .asyncAPI: .string(target)
      case .json, .yaml: .mapping(YAMLMapping([]))
      }
    }
  }
}

extension YAMLNode {
  /// Whether a key below begins with `$`; most descriptors have none and are not copied.
  fileprivate var hasPlaceholder: Bool {
    switch value {
    case .sequence(let nodes): nodes.contains { $0.hasPlaceholder }
    case .mapping(let mapping):
      mapping.entries.contains { $0.key.hasPrefix("$") || $0.value.hasPlaceholder }
    default: false
    }
  }
}
