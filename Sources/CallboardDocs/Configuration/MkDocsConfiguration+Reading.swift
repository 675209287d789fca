package import CallboardDiagnostics
import CallboardMarkdown

extension MkDocsConfiguration {
  /// Reads a file; one that is no mapping reads as an empty one, with a finding.
  ///
  /// - Parameter contents: The bytes of a file that `INHERIT` names, by its path in the same repository.
  package static func read(
    _ bytes: [UInt8],
    file: SourcePath,
    contents: @escaping (String) -> [UInt8]? = { _ in nil }
  ) -> Diagnosed<MkDocsConfiguration> {
    var reader = ConfigurationFile(contents: contents)
    let root = reader.read(bytes, file)
    var diagnostics = reader.diagnostics
    guard let root else {
      return Diagnosed(MkDocsConfiguration(), diagnostics: diagnostics)
    }
    var configuration = MkDocsConfiguration()
    configuration.readKeys(of: root)
    if let nav = root["nav"], !nav.isNull {
      configuration.navigation = entries(nav, &diagnostics)
    }
    let extensions = NamedFeatures(root["markdown_extensions"])
    configuration.includeFolders = IncludeFolders.read(extensions)
    configuration.style = TextStyle.read(extensions)
    configuration.appendedFiles = IncludeFolders.readAppended(extensions)
    let plugins = NamedFeatures(root["plugins"])
    configuration.plugins = Set(plugins.names)
    if configuration.plugins.contains("literate-nav") {
      let options = plugins.options(of: "literate-nav")
      configuration.navigationFile = options?["nav_file"]?.string ?? "SUMMARY.md"
    }
    configuration.readRedirects(plugins.options(of: "redirects"), &diagnostics)
    diagnostics += UnfollowedParts.findings(in: root)
    return Diagnosed(configuration, diagnostics: diagnostics)
  }

  private mutating func readKeys(of root: ConfigurationValue) {
    siteName = root["site_name"]?.string
    siteDescription = root["site_description"]?.string
    if let folder = root["docs_dir"], let path = folder.string {
      docsFolder = path
      docsFolderSpan = folder.span
    }
    editAddress = EditAddress(
      repositoryURL: root["repo_url"]?.string,
      editURI: root["edit_uri"]?.string,
      template: root["edit_uri_template"]?.string
    )
    excludedFiles = root["exclude_docs"]?.string
    draftFiles = root["draft_docs"]?.string
    omittedFiles = root["not_in_nav"]?.string
    usesDirectoryURLs = root["use_directory_urls"]?.bool ?? true
    validation = DocsValidation(root["validation"], isStrict: root["strict"]?.bool ?? false)
  }

  private mutating func readRedirects(
    _ options: ConfigurationValue?,
    _ diagnostics: inout [Diagnostic]
  ) {
    guard let maps = options?["redirect_maps"], !maps.isNull else { return }
    for entry in maps.entries ?? [] {
      guard let target = entry.value.string else {
        diagnostics.append(
          .redirectTargetMissing(entry.value.typeName, nearest: nil, at: entry.value.span)
        )
        continue
      }
      redirects.append(
        Redirect(
          source: entry.key,
          sourceSpan: entry.keySpan,
          target: target,
          targetSpan: entry.value.span
        )
      )
    }
  }

  /// Recursion is bounded by the depth limit of the YAML reader.
  private static func entries(
    _ value: ConfigurationValue,
    _ diagnostics: inout [Diagnostic]
  ) -> [NavigationEntry] {
    guard let items = value.items else {
      diagnostics.append(.navigationNotAList(value.typeName, at: value.span))
      return []
    }
    return items.flatMap { item -> [NavigationEntry] in
      if let leaf = leaf(title: nil, item) { return [leaf] }
      guard let pairs = item.entries else {
        diagnostics.append(.navigationNotAList(item.typeName, at: item.span))
        return []
      }
      return pairs.compactMap { pair in
        let title = MarkupText.plain(pair.key)
        if let leaf = leaf(title: title, pair.value) { return leaf }
        if pair.value.isNull { return nil }
        return .section(title: title, entries: entries(pair.value, &diagnostics))
      }
    }
  }

  private static func leaf(title: String?, _ value: ConfigurationValue) -> NavigationEntry? {
    if let path = value.included { return .include(title: title, path: path, span: value.span) }
    guard let text = value.string else { return nil }
    for statement in ["!include ", "*include "] where text.hasPrefix(statement) {
      let path = text.dropFirst(statement.count).drop { $0 == " " }
      return .include(title: title, path: String(path), span: value.span)
    }
    return .target(title: title, path: text, span: value.span)
  }
}
