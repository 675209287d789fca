import CallboardDiagnostics
import CallboardYAML

/// A value of a MkDocs configuration that knows its file, because `INHERIT` mixes several.
struct ConfigurationValue {
  /// A key with its value.
  struct Entry {
    var key: String
    var keySpan: SourceSpan
    var value: ConfigurationValue
  }

  private enum Content {
    case node(YAMLNode)
    /// The entries of two files, merged.
    case entries([Entry])
  }

  private let content: Content
  /// Where the value was written; of merged mappings, where the inheriting file has its own.
  let span: SourceSpan

  init(_ node: YAMLNode, file: SourcePath) {
    content = .node(node)
    span = node.span(in: file)
  }

  private init(merging entries: [Entry], span: SourceSpan) {
    content = .entries(entries)
    self.span = span
  }

  /// The entries of a mapping in the author's order; nil for anything else.
  var entries: [Entry]? {
    switch content {
    case .entries(let entries): entries
    case .node(let node):
      node.mapping?.entries.map { entry in
        Entry(
          key: entry.key,
          keySpan: entry.keySpan(in: span.file),
          value: ConfigurationValue(entry.value, file: span.file)
        )
      }
    }
  }

  /// The items of a list; nil for anything else.
  var items: [ConfigurationValue]? {
    guard case .node(let node) = content else { return nil }
    return node.sequence?.map { ConfigurationValue($0, file: span.file) }
  }

  subscript(key: String) -> ConfigurationValue? {
    switch content {
    case .entries(let entries): entries.first { $0.key == key }?.value
    case .node(let node): node[key].map { ConfigurationValue($0, file: span.file) }
    }
  }

  /// Lays a file's keys over those that it inherits: mappings key by key, everything else as a whole
  /// (`mergedeep`, which MkDocs uses).
  ///
  /// Recursion is bounded by the depth limit of the YAML reader.
  func inheriting(_ parent: ConfigurationValue) -> ConfigurationValue {
    guard let own = entries, let inherited = parent.entries else { return self }
    var merged = inherited
    let positions = Dictionary(
      inherited.enumerated().map { ($1.key, $0) },
      uniquingKeysWith: { first, _ in first }
    )
    for entry in own {
      guard let position = positions[entry.key] else {
        merged.append(entry)
        continue
      }
      merged[position] = Entry(
        key: entry.key,
        keySpan: entry.keySpan,
        value: entry.value.inheriting(merged[position].value)
      )
    }
    return ConfigurationValue(merging: merged, span: span)
  }
}

// Shorthands that answer nil when the value is of another type. What `!ENV` names is not read from the
// environment of the build, so such a value is its default.
extension ConfigurationValue {
  var string: String? { resolved?.string }

  var bool: Bool? {
    guard let resolved else { return nil }
    if let flag = resolved.bool { return flag }
    // Below a tag all scalars are strings.
    guard isFromEnvironment else { return nil }
    return ["true": true, "false": false][resolved.string?.lowercased() ?? ""]
  }

  var int: Int? { resolved?.int }

  var isNull: Bool { resolved?.isNull ?? !isMapping }

  var typeName: String {
    if case .node(let node) = content { node.value.typeName } else { "a mapping" }
  }

  /// Whether the value stands behind `!ENV`.
  var isFromEnvironment: Bool { tagged("!ENV") != nil }

  /// A text, also one behind a tag that is not followed.
  var text: String? {
    if case .node(let node) = content, case .tagged(_, let inner) = node.value {
      return string ?? inner.string
    }
    return string
  }

  /// What a tag stands before, with the tag in its long form (`tag:yaml.org,2002:python/name:…`); nil without one.
  var tagged: (tag: String, value: ConfigurationValue)? {
    guard case .node(let node) = content, case .tagged(let tag, let inner) = node.value else {
      return nil
    }
    return (tag, ConfigurationValue(inner, file: span.file))
  }

  /// The text behind `!include`, which the monorepo plugin understands in quotes only.
  var included: String? { tagged("!include")?.string }

  private var isMapping: Bool { entries != nil }

  private func tagged(_ name: String) -> YAMLNode? {
    guard case .node(let node) = content, case .tagged(name, let inner) = node.value else {
      return nil
    }
    return inner
  }

  /// The node, or the default of `!ENV [A, B, default]`; a lone name has none.
  private var resolved: YAMLNode? {
    guard case .node(let node) = content else { return nil }
    guard let environment = tagged("!ENV") else { return node }
    guard let items = environment.sequence, items.count > 1 else { return nil }
    return items.last
  }
}
