import CallboardDiagnostics
import CallboardYAML

/// A file `.pages` of the plugin `awesome-pages`: title and order of one folder.
struct PagesFile: Sendable {
  /// A line of its `nav`, or of its older key `arrange`.
  indirect enum Entry: Sendable {
    /// A page or folder beside the file, or a URL.
    case item(title: String?, name: String)
    case section(title: String, entries: [Entry])
    /// `...`: what no other line names.
    case rest
  }

  var title: String?
  var isHidden = false
  var isDescending = false
  /// nil leaves the order to the names.
  var entries: [Entry]?

  /// A damaged file says nothing, with a finding of the YAML reader.
  static func read(_ bytes: [UInt8], file: SourcePath) -> Diagnosed<PagesFile> {
    let parsed = YAMLParser.document(bytes, file: file, options: YAMLOptions(foreignTags: .opaque))
    return parsed.map { root in
      var pages = PagesFile()
      guard let root else { return pages }
      pages.title = root["title"]?.string
      pages.isHidden = root["hide"]?.bool ?? false
      pages.isDescending = root["order"]?.string == "desc"
      let listed = (root["nav"] ?? root["arrange"])?.sequence
      pages.entries = listed.map { entries(of: $0) }
      return pages
    }
  }

  /// Recursion is bounded by the depth limit of the YAML reader.
  private static func entries(of nodes: [YAMLNode]) -> [Entry] {
    nodes.flatMap { node -> [Entry] in
      if let text = node.string {
        return [text == "..." || text.hasPrefix("... |") ? .rest : .item(title: nil, name: text)]
      }
      return (node.mapping?.entries ?? []).compactMap { pair in
        if let name = pair.value.string { return .item(title: pair.key, name: name) }
        return pair.value.sequence.map { .section(title: pair.key, entries: entries(of: $0)) }
      }
    }
  }
}
