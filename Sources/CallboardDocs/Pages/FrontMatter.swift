package import CallboardDiagnostics
import CallboardYAML

/// What the YAML block at the head of a page says about it.
package struct FrontMatter: Hashable, Sendable {
  package var title: String?
  package var description: String?
  /// `status`: what a reader should know before reading, such as `new` or `deprecated`.
  package var status: String?
  /// In the author's order.
  package var tags: [String] = []
  package var hidden: HiddenParts = []
  /// `search.exclude`: whether search leaves the page out.
  package var isExcludedFromSearch = false
  /// `search.boost`: how much more, or less than 1, the page counts among those that are found.
  package var searchBoost = 1.0

  /// `hide`: parts of the page around its text that the author wants to do without (Material for MkDocs).
  package struct HiddenParts: OptionSet, Hashable, Sendable {
    package let rawValue: UInt8

    package init(rawValue: UInt8) {
      self.rawValue = rawValue
    }

    package static let navigation = HiddenParts(rawValue: 1)
    package static let contents = HiddenParts(rawValue: 2)
    /// The links to the pages before and after.
    package static let footer = HiddenParts(rawValue: 4)
    /// The way from the first page to this one.
    package static let path = HiddenParts(rawValue: 8)

    /// As an author writes them; other words hide nothing.
    fileprivate static let names: [String: HiddenParts] = [
      "navigation": .navigation, "toc": .contents, "footer": .footer, "path": .path,
    ]
  }

  package init() {}

  /// Reads the text between the `---` lines.
  ///
  /// - Parameter firstLine: The line of the file on which the text begins, counted from 1.
  package static func read(
    _ text: String,
    firstLine: Int,
    file: SourcePath
  ) -> Diagnosed<FrontMatter> {
    // Empty lines in front keep the positions of the findings those of the file.
    let padding = String(repeating: "\n", count: max(0, firstLine - 1))
    let parsed = YAMLParser.document(
      Array((padding + text).utf8),
      file: file,
      options: YAMLOptions(foreignTags: .opaque)
    )
    var frontMatter = FrontMatter()
    let root = parsed.output
    frontMatter.title = root?["title"]?.string
    frontMatter.description = root?["description"]?.string
    frontMatter.status = root?["status"]?.string
    frontMatter.tags = root?["tags"].map(texts) ?? []
    frontMatter.isExcludedFromSearch = root?["search"]?["exclude"]?.bool ?? false
    let boost = root?["search"]?["boost"]?.number ?? 1
    frontMatter.searchBoost = boost.isFinite ? boost : 1
    for name in root?["hide"].map(texts) ?? [] {
      frontMatter.hidden.formUnion(HiddenParts.names[name] ?? [])
    }
    return Diagnosed(
      frontMatter,
      diagnostics: parsed.diagnostics.map { finding in
        var warning = finding
        warning.severity = min(warning.severity, .warning)
        return warning
      }
    )
  }

  /// The scalars of a list as text, or a lone one.
  private static func texts(_ node: YAMLNode) -> [String] {
    (node.sequence ?? [node]).compactMap { item in
      switch item.value {
      case .string, .int, .float, .bool: item.value.flowText(limit: 200)
      default: nil
      }
    }
  }
}
