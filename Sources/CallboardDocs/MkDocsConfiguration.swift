package import CallboardDiagnostics
import CallboardYAML

/// What Callboard takes from a `mkdocs.yml`; the rest is read as data and left alone.
///
/// No hook, plugin, theme or extension named in the file is ever run.
package struct MkDocsConfiguration: Sendable {
  package var siteName: String?
  package var siteDescription: String?
  /// `docs_dir`, relative to the folder of the file.
  package var docsFolder: String
  /// nil when the file has no `nav`: the navigation then follows the files.
  package var navigation: [NavigationEntry]?
  /// By `repo_url`, `edit_uri` and `edit_uri_template`.
  package var editAddress: EditAddress?
  /// `exclude_docs`: patterns of files that are no part of the docs, as in a `.gitignore` file.
  package var excludedFiles: String?

  /// The names under which a configuration is looked for, in this order: Backstage prefers `.yaml`
  /// (`techdocs-node`), ProperDocs is the maintained fork of MkDocs.
  package static let fileNames = ["mkdocs.yaml", "mkdocs.yml", "properdocs.yml", "properdocs.yaml"]

  /// One entry of `nav` as written.
  package indirect enum NavigationEntry: Sendable {
    /// A path under the docs folder, or a URL; MkDocs tells them apart by whether such a page exists.
    case target(title: String?, path: String, span: SourceSpan)
    case section(title: String, entries: [NavigationEntry])
  }

  /// Reads a file; one that is no mapping reads as an empty one, with a finding.
  package static func read(_ bytes: [UInt8], file: SourcePath) -> Diagnosed<MkDocsConfiguration> {
    let parsed = YAMLParser.document(bytes, file: file, options: YAMLOptions(foreignTags: .opaque))
    var diagnostics = parsed.diagnostics
    var configuration = MkDocsConfiguration(docsFolder: "docs")
    guard let root = parsed.output, let mapping = root.mapping else {
      if diagnostics.isEmpty { diagnostics.append(.mkDocsNotAMapping(file)) }
      return Diagnosed(configuration, diagnostics: diagnostics)
    }
    configuration.siteName = mapping["site_name"]?.string
    configuration.siteDescription = mapping["site_description"]?.string
    configuration.docsFolder = mapping["docs_dir"]?.string ?? "docs"
    configuration.editAddress = EditAddress(
      repositoryURL: mapping["repo_url"]?.string,
      editURI: mapping["edit_uri"]?.string,
      template: mapping["edit_uri_template"]?.string
    )
    configuration.excludedFiles = mapping["exclude_docs"]?.string
    if let nav = mapping["nav"], !nav.isNull {
      configuration.navigation = entries(nav, file, &diagnostics)
    }
    diagnostics += notRun(mapping, file)
    return Diagnosed(configuration, diagnostics: diagnostics)
  }

  private static func entries(
    _ node: YAMLNode,
    _ file: SourcePath,
    _ diagnostics: inout [Diagnostic]
  ) -> [NavigationEntry] {
    guard let items = node.sequence else {
      diagnostics.append(.navigationNotAList(node.value.typeName, at: node.span(in: file)))
      return []
    }
    return items.flatMap { item -> [NavigationEntry] in
      if let path = item.string {
        return [.target(title: nil, path: path, span: item.span(in: file))]
      }
      guard let mapping = item.mapping else {
        diagnostics.append(.navigationNotAList(item.value.typeName, at: item.span(in: file)))
        return []
      }
      return mapping.entries.compactMap { entry in
        if let path = entry.value.string {
          return .target(title: entry.key, path: path, span: entry.value.span(in: file))
        }
        if entry.value.isNull { return nil }
        return .section(title: entry.key, entries: entries(entry.value, file, &diagnostics))
      }
    }
  }

  /// Says once what a portal without MkDocs does not do.
  private static func notRun(_ mapping: YAMLMapping, _ file: SourcePath) -> [Diagnostic] {
    ["hooks", "INHERIT"].compactMap { key in
      mapping.entry(for: key).map { .mkDocsKeyIgnored(key, at: $0.keySpan(in: file)) }
    }
  }
}
