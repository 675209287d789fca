import CallboardDiagnostics
package import CallboardTemplate
import CallboardYAML

/// The look of the site: templates, styles, scripts and icons, ready for use.
package struct Theme: Sendable {
  package let templates: TemplateEnvironment
  package let assets: ThemeAssets
  /// The words of the interface, in the language of the site as far as there are any.
  package let strings: UIStrings
  /// The style of exported docs, by its path in their folder.
  let techDocsStyle: OutputFile

  /// The files that the binary carries, by their path under `theme/`.
  package static var packedFiles: [String: [UInt8]] {
    Dictionary(
      PackedResources.files(in: "theme/").map { ($0.name, $0.bytes) },
      uniquingKeysWith: { first, _ in first }
    )
  }

  /// Compiles the templates and packs the assets.
  ///
  /// - Parameters:
  ///   - files: All files of the theme by their path.
  ///   - version: What distinguishes these files from those of another theme, for the assets' folder:
  ///     browsers may then keep assets for ever.
  ///   - language: That of the site, as a BCP 47 tag.
  /// - Throws: ``TemplateError`` at the first template that does not compile; ``ThemeError`` when
  ///   `theme.yaml` names what is not there.
  package init(files: [String: [UInt8]], version: String, language: String = "en") throws {
    var sources: [String: [UInt8]] = [:]
    for (path, bytes) in files where path.hasPrefix("templates/") {
      sources[String(path.dropFirst("templates/".count))] = bytes
    }
    strings = UIStrings(language: language, files: files)
    var options = TemplateOptions()
    options.filters["t"] = strings.filter
    templates = try TemplateEnvironment(mode: .theme, sources: sources, options: options)
    let manifest = try ThemeManifest(files: files)
    assets = try ThemeAssets(
      files: files,
      manifest: manifest,
      strings: strings,
      version: strings.language == "en" ? version : "\(version)-\(strings.language)"
    )
    techDocsStyle = TechDocsStyle.file(files, manifest, version: version)
  }
}

/// A theme whose parts do not fit together.
package struct ThemeError: Error, Sendable {
  /// One line without a full stop.
  package var summary: String
}

/// `theme.yaml`: which styles and scripts there are, and in which order.
struct ThemeManifest {
  var styles: [String]
  var scripts: [String]
  /// The sections of the strings that scripts use, by the module that carries them.
  var scriptStrings: [(name: String, sections: [String])]
  /// A plain script that runs before the first paint.
  var boot: String
  /// The folder of the sprite's icons.
  var icons: String
  /// The icon of the browser tab.
  var icon: String

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
    scripts = record.strings("scripts") ?? []
    scriptStrings = (record.node("script-strings")?.mapping?.entries ?? []).map { entry in
      (entry.key, (entry.value.sequence ?? []).compactMap(\.string))
    }
    boot = record.string("boot") ?? "scripts/boot.js"
    icons = record.string("icons") ?? "icons"
    icon = record.string("icon") ?? "favicon.svg"
    if let finding = (parsed.diagnostics + record.finish()).first {
      throw ThemeError(summary: "theme/theme.yaml: \(finding.summary)")
    }
  }
}
