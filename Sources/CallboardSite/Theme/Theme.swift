package import CallboardTemplate

/// The look of the site: templates, styles, scripts and icons, ready for use.
package struct Theme: Sendable {
  package let templates: TemplateEnvironment
  package let assets: ThemeAssets
  /// The words of the interface, in the language of the site as far as there are any.
  package let strings: UIStrings
  private let files: [String: [UInt8]]
  private let manifest: ThemeManifest
  private let version: String

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
  ///   - own: What of them is the operator's.
  ///   - version: What distinguishes these files from those of another theme, for the assets' folder:
  ///     browsers may then keep assets for ever.
  ///   - language: That of the site, as a BCP 47 tag.
  ///   - rendered: The templates that will be rendered, as ``TemplateEnvironment`` takes them; nil for all.
  /// - Throws: ``TemplateError`` at the first template that does not compile; ``ThemeError`` when
  ///   `theme.yaml` names what is not there.
  package init(
    files: [String: [UInt8]],
    version: String,
    language: String = "en",
    own: OwnThemeFiles = OwnThemeFiles(),
    rendered: [String]? = nil
  ) throws {
    self.files = files
    self.version = version
    strings = UIStrings(language: language, files: files, base: Self.packedFiles)
    var options = TemplateOptions()
    options.filters["t"] = strings.filter
    templates = try TemplateEnvironment(
      mode: .theme,
      sources: Self.templateSources(files, own: own),
      options: options,
      rendered: rendered
    )
    manifest = try ThemeManifest(files: files)
    assets = try ThemeAssets(
      files: files,
      manifest: manifest,
      strings: strings,
      version: strings.language == "en" ? version : "\(version)-\(strings.language)",
      own: own
    )
  }

  /// The style of exported docs, by its path in their folder.
  var techDocsStyle: OutputFile { TechDocsStyle.file(files, manifest, version: version) }

  /// What stands before the name of a template for the one that Callboard carries, when the operator has replaced it.
  package static let shippedPrefix = "shipped/"

  /// Templates by name, with those that Callboard carries under a second name where one of the operator's asks
  /// for it.
  private static func templateSources(
    _ files: [String: [UInt8]],
    own: OwnThemeFiles
  ) -> [String: [UInt8]] {
    let folder = "templates/"
    var sources: [String: [UInt8]] = [:]
    var isExtending = false
    for (path, bytes) in files where path.hasPrefix(folder) {
      sources[String(path.dropFirst(folder.count))] = bytes
      isExtending =
        isExtending
        || own.paths.contains(path) && bytes[...].firstRange(ofBytes: shippedPrefix.utf8) != nil
    }
    guard isExtending else { return sources }
    for (path, bytes) in packedFiles where path.hasPrefix(folder) {
      sources[shippedPrefix + path.dropFirst(folder.count)] = bytes
    }
    return sources
  }
}

/// A theme whose parts do not fit together.
package struct ThemeError: Error, Sendable {
  /// One line without a full stop.
  package var summary: String
}
