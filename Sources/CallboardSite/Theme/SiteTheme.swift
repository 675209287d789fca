package import CallboardDiagnostics

/// The files of one site's theme: those that Callboard carries, those of the operator's folder in their place or beside
/// them, and what `theme` in `site.yaml` makes.
package struct SiteTheme: Sendable {
  /// By their paths.
  package private(set) var files: [String: [UInt8]]
  package private(set) var own = OwnThemeFiles()
  /// About the settings; errors are those that a build should not go on with.
  package private(set) var diagnostics: [Diagnostic] = []
  private let manifest: ThemeManifest
  /// The operator's folder, for messages; nil without one.
  private let folder: String?

  /// Joins the files.
  ///
  /// - Parameters:
  ///   - folderFiles: Those of the operator's folder, by their paths below it.
  ///   - folder: The path of that folder, for messages.
  ///   - given: The contents of files that the settings name, by the paths that they name them by.
  /// - Throws: ``ThemeError`` when `theme.yaml` does not fit.
  package init(
    _ settings: ThemeSettings,
    folderFiles: [String: [UInt8]] = [:],
    folder: String? = nil,
    given: [String: [UInt8]] = [:]
  ) throws {
    let shipped = Theme.packedFiles
    files = shipped.merging(folderFiles) { _, own in own }
    self.folder = folder
    manifest = try ThemeManifest(files: files)
    own.paths = Set(folderFiles.keys)
    add(folderFiles.keys.filter { shipped[$0] == nil }.sorted())
    add(settings, given)

    var sheet = TokenSheet()
    sheet.add(css: files[manifest.tokens] ?? [])
    let style = SiteStyle.make(
      settings,
      over: sheet,
      stacks: manifest.fonts,
      rules: manifest.contrast
    )
    .unwrap(into: &diagnostics)
    files[SiteStyle.path] = style
    if settings.colour != nil, own.icon == nil, !own.paths.contains(manifest.icon), let style {
      colourIcon(from: sheet, by: style)
    }
  }

  /// Gives the theme's icon of the browser tab the accent of the site.
  private mutating func colourIcon(from sheet: TokenSheet, by style: [UInt8]) {
    var site = sheet
    site.add(css: style)
    guard let before = sheet.colour("accent", in: .light)?.hex,
      let after = site.colour("accent", in: .light)?.hex, let icon = files[manifest.icon]
    else { return }
    let text = String(decoding: icon, as: UTF8.self).replacing(before, with: after)
    files[manifest.icon] = Array(text.utf8)
  }

  /// Compiles the templates and packs the assets.
  ///
  /// - Parameters:
  ///   - version: As for ``Theme/init(files:version:language:own:)``.
  ///   - language: As there.
  ///   - rendered: As there.
  /// - Throws: As that does.
  package func theme(
    version: String,
    language: String = "en",
    rendered: [String]? = nil
  ) throws -> Theme {
    try Theme(files: files, version: version, language: language, own: own, rendered: rendered)
  }

  /// The file that a template was read from: the operator's, or the one in Callboard's own folder `theme`.
  package func file(ofTemplate name: String) -> SourcePath {
    if name.hasPrefix(Theme.shippedPrefix) {
      return shippedFile("templates/" + name.dropFirst(Theme.shippedPrefix.count))
    }
    return file("templates/" + name)
  }

  /// The style sheet of the design tokens.
  var tokensPath: String { manifest.tokens }

  /// What must be told from what.
  var contrastRules: [ContrastRule] { manifest.contrast }

  /// Where a file of the theme comes from.
  package func file(_ path: String) -> SourcePath {
    guard let folder, own.paths.contains(path) else { return shippedFile(path) }
    return SourcePath(repository: "", path: folder == "." ? path : "\(folder)/\(path)")
  }

  private func shippedFile(_ path: String) -> SourcePath {
    SourcePath(repository: "", path: "theme/\(path)")
  }

  /// Takes in files that the theme does not have by itself.
  private mutating func add(_ paths: [String]) {
    for path in paths {
      let parts = path.split(separator: "/")
      let suffix = ThemeFilePath.suffix(of: path)
      switch parts.first {
      case "styles":
        own.published.append(path)
        if parts.count == 2, suffix == "css", !manifest.allStyles.contains(path) {
          own.styles.append(path)
        }
      case "scripts":
        if parts.count == 2, suffix == "js", !manifest.scripts.contains(path), path != manifest.boot
        {
          own.scripts.append(path)
        }
      case "files":
        own.published.append(path)
      default:
        break
      }
    }
  }

  /// Takes in the files that the settings name.
  private mutating func add(_ settings: ThemeSettings, _ given: [String: [UInt8]]) {
    func publish(_ file: String, as path: String) -> [UInt8]? {
      guard let bytes = given[file] else { return nil }
      files[path] = bytes
      own.published.append(path)
      return bytes
    }
    if let logo = settings.logo {
      let (light, dark) = ("brand/light/", "brand/dark/")
      let lightPath = light + ThemeFilePath.name(of: logo.light)
      let darkPath = (logo.dark == logo.light ? light : dark) + ThemeFilePath.name(of: logo.dark)
      if let lightBytes = publish(logo.light, as: lightPath),
        let darkBytes = logo.dark == logo.light ? lightBytes : publish(logo.dark, as: darkPath)
      {
        own.logo = OwnThemeFiles.Logo(
          light: SiteImage(path: lightPath, bytes: lightBytes),
          dark: SiteImage(path: darkPath, bytes: darkBytes),
          showsTitle: logo.showsTitle
        )
      }
    }
    if let icon = settings.favicon {
      let path = "brand/" + ThemeFilePath.name(of: icon)
      if publish(icon, as: path) != nil { own.icon = path }
    }
    for font in settings.fonts {
      for face in font.faces {
        let path = FontFile.path(of: face.file)
        guard publish(face.file, as: path) != nil else { continue }
        if font.role == .text, !face.isItalic, own.preloadedFonts.isEmpty {
          own.preloadedFonts.append(path)
        }
      }
    }
  }
}
