import CallboardDiagnostics

/// `plugins` or `markdown_extensions`: names, each with or without options.
///
/// MkDocs takes a list of names and of mappings with one name each, or one mapping of names.
struct NamedFeatures {
  /// One name as written.
  struct Entry {
    /// Without `material/` in front, which only says whose implementation is meant.
    var name: String
    var span: SourceSpan
    var options: ConfigurationValue?
  }

  let entries: [Entry]

  init(_ value: ConfigurationValue?) {
    guard let value else {
      entries = []
      return
    }
    let items = value.items ?? [value]
    entries = items.flatMap { item -> [Entry] in
      if let name = item.string {
        return [Entry(name: Self.bare(name), span: item.span, options: nil)]
      }
      return (item.entries ?? []).map { pair in
        Entry(name: Self.bare(pair.key), span: pair.keySpan, options: pair.value)
      }
    }
  }

  var names: [String] { entries.map(\.name) }

  /// What is written below a name; nil without the name or without options.
  func options(of name: String) -> ConfigurationValue? {
    entries.first { $0.name == name }?.options
  }

  private static func bare(_ name: String) -> String {
    name.hasPrefix("material/") ? String(name.dropFirst("material/".count)) : name
  }
}
