import CallboardDiagnostics
import CallboardYAML

/// `theme.yaml`: which styles and scripts there are, and in which order.
struct ThemeManifest: Sendable {
  /// The style sheets of all pages.
  var styles: [String]
  /// The style sheets of some pages, in the order that pages load them.
  var pageStyles: [PageStyles]
  var scripts: [String]
  /// Modules that some pages import as they start, by the name of the page's template.
  var pageScripts: [String: [String]]
  /// The sections of the strings that scripts use, by the module that carries them.
  var scriptStrings: [(name: String, sections: [String])]
  /// A plain script that runs before the first paint.
  var boot: String
  /// The folder of the sprite's icons.
  var icons: String
  /// The icon of the browser tab.
  var icon: String
  /// The style sheet of the design tokens.
  var tokens: String
  var contrast: [ContrastRule]
  /// Stacks of fonts by name.
  var fonts: [String: String]

  /// Style sheets that are published as one file.
  struct PageStyles: Sendable {
    var name: String
    /// The names of page templates that load it from the start; with none it is for scripts.
    var pages: Set<String>
    var styles: [String]

    /// In the folder of assets.
    var path: String { "style-\(name).css" }
  }

  /// All style sheets of the theme, those of all pages first.
  var allStyles: [String] { styles + pageStyles.flatMap(\.styles) }

  init(files: [String: [UInt8]]) throws {
    let file = SourcePath(repository: "", path: "theme/theme.yaml")
    guard let bytes = files["theme.yaml"] else {
      throw ThemeError(summary: "the theme has no theme.yaml")
    }
    let parsed = YAMLParser.document(bytes, file: file, options: YAMLOptions())
    guard let mapping = parsed.output?.mapping else {
      throw ThemeError(summary: "theme/theme.yaml holds no mapping of keys to values")
    }
    var record = YAMLRecord(mapping, file: file)
    _ = record.string("name")
    _ = record.string("version")
    styles = record.strings("styles") ?? []
    pageStyles = (record.node("page-styles")?.mapping?.entries ?? []).compactMap { entry in
      entry.value.mapping.map { PageStyles(entry.key, $0) }
    }
    scripts = record.strings("scripts") ?? []
    let pageModules = record.node("page-scripts")?.mapping?.entries ?? []
    pageScripts = Dictionary(
      pageModules.map { ($0.key, ($0.value.sequence ?? []).compactMap(\.string)) },
      uniquingKeysWith: { first, _ in first }
    )
    scriptStrings = (record.node("script-strings")?.mapping?.entries ?? []).map { entry in
      (entry.key, (entry.value.sequence ?? []).compactMap(\.string))
    }
    boot = record.string("boot") ?? "scripts/boot.js"
    icons = record.string("icons") ?? "icons"
    icon = record.string("icon") ?? "favicon.svg"
    tokens = record.string("tokens") ?? "styles/tokens.css"
    contrast = ContrastRule.read(&record)
    let stacks = record.node("fonts")?.mapping?.entries ?? []
    fonts = Dictionary(
      stacks.compactMap { entry in entry.value.string.map { (entry.key, $0) } },
      uniquingKeysWith: { first, _ in first }
    )
    if let finding = (parsed.diagnostics + record.finish()).first {
      throw ThemeError(summary: "theme/theme.yaml: \(finding.summary)")
    }
  }
}

extension ThemeManifest.PageStyles {
  fileprivate init(_ name: String, _ mapping: YAMLMapping) {
    func strings(_ key: String) -> [String] {
      mapping.entries.first { $0.key == key }?.value.sequence?.compactMap(\.string) ?? []
    }
    self.init(name: name, pages: Set(strings("pages")), styles: strings("styles"))
  }
}
