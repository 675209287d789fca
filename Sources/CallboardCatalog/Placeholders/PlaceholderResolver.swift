package import CallboardDiagnostics
package import CallboardYAML

/// Gives the bytes of a file of the descriptor's repository by its path from the root; nil if there
/// is none, or it may not be read.
package typealias PlaceholderReader = (_ path: String) -> [UInt8]?

/// A `$text`, `$json` or `$yaml` that was not filled in.
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
/// A placeholder is a mapping of exactly one key `$text`, `$json` or `$yaml`; others, such as `$ref`,
/// are data. What cannot be read becomes a stand-in (the target's text, or an empty mapping), so
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
    guard let bytes = read(target, span: span) else {
      unread.append(UnreadPlaceholder(target: target, span: span))
      return form.standIn(for: target)
    }
    switch form {
    case .text: return .string(String(decoding: bytes, as: UTF8.self))
    case .json, .yaml: return parsed(bytes, target: target, span: span)
    }
  }

  private mutating func read(_ target: String, span: SourceSpan) -> [UInt8]? {
    guard let reader else { return nil }
    if RelativePath.hasScheme(target) {
      diagnostics.append(.placeholderURL(target, span: span))
      return nil
    }
    guard let path = RelativePath.resolve(target, from: file.path) else {
      diagnostics.append(.placeholderOutside(target, span: span))
      return nil
    }
    guard let bytes = reader(path) else {
      diagnostics.append(.placeholderMissing(target, path: path, span: span))
      return nil
    }
    return bytes
  }

  /// JSON is read as the YAML that it is a part of.
  private mutating func parsed(_ bytes: [UInt8], target: String, span: SourceSpan) -> YAMLValue {
    let path = RelativePath.resolve(target, from: file.path) ?? target
    let source = SourcePath(repository: file.repository, path: path)
    let documents = YAMLParser.documents(bytes, file: source).unwrap(into: &diagnostics)
    if documents.count > 1 {
      diagnostics.append(.placeholderDocuments(target, count: documents.count, span: span))
    }
    return documents.first?.root.value ?? .null
  }

  private enum Form: String {
    case text = "$text"
    case json = "$json"
    case yaml = "$yaml"

    func standIn(for target: String) -> YAMLValue {
      self == .text ? .string(target) : .mapping(YAMLMapping([]))
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
