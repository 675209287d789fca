import CallboardTemplate

/// The files that pages load: style sheets, scripts, the sprite of icons.
///
/// All stand in a folder named after their content, so that scripts may import each other by relative paths and a
/// browser never mixes two versions.
package struct ThemeAssets: Sendable {
  /// Makes what ``files`` gives.
  private let making: ThemeAssetFiles
  private let folder: String
  private let scripts: [String]
  /// What the theme's scripts import as they start, beside what is joined.
  private let modules: [String]
  /// The same for what only pages of some templates start with, by the template's name.
  private let pageModules: [String: [String]]
  private let pageStyles: [ThemeManifest.PageStyles]
  /// The templates that load styles or scripts of their own besides those of all pages.
  let styledLayouts: Set<String>
  private let boot: String
  private let icon: String
  private let iconNames: Set<String>
  private let own: OwnThemeFiles
  /// The ground of pages in light and in dark, for the browser's own frame; nil for what cannot be told.
  private let grounds: (light: String?, dark: String?)

  /// The folder of the search index, relative to the site's root.
  package static let searchFolder = "search/index/"

  init(
    files: [String: [UInt8]],
    manifest: ThemeManifest,
    strings: UIStrings,
    version: String,
    own: OwnThemeFiles = OwnThemeFiles()
  ) throws {
    folder = "assets/\(version)"
    boot = manifest.boot
    icon = own.icon ?? manifest.icon
    self.own = own
    pageStyles = manifest.pageStyles
    styledLayouts = Set(manifest.pageStyles.flatMap(\.pages)).union(manifest.pageScripts.keys)
    let pageScripts = manifest.pageScripts.values.flatMap(\.self)
    for required in manifest.allStyles + manifest.scripts + pageScripts + [manifest.boot, icon]
    where files[required] == nil {
      throw ThemeError(summary: "theme/theme.yaml names '\(required)', which is not in the theme")
    }
    let tokens = [files[manifest.tokens], files[SiteStyle.path]].compactMap(\.self)
    var sheet = TokenSheet()
    for part in tokens { sheet.add(css: part) }
    grounds = (sheet.colour("bg", in: .light)?.hex, sheet.colour("bg", in: .dark)?.hex)
    let published = Set(own.published + [icon])
    var sources = files.filter { $0.key.hasPrefix("scripts/") || published.contains($0.key) }
    for module in ScriptStrings.files(strings, modules: manifest.scriptStrings) {
      sources[module.path] = module.bytes
    }
    // A module of the operator's may be written in any way, so it is loaded as it is, and so are those beside it.
    let joined = JoinedScript(manifest.scripts, files: sources)
      .flatMap { own.paths.isDisjoint(with: $0.paths) ? $0 : nil }
    scripts = (joined == nil ? manifest.scripts : [JoinedScript.path]) + own.scripts
    modules = joined == nil ? ModuleGraph(files: sources).imports(of: manifest.scripts) : []
    let known = Set(joined?.paths ?? modules)
    let graph = ModuleGraph(files: sources.filter { !known.contains($0.key) })
    pageModules = manifest.pageScripts.mapValues { $0 + graph.imports(of: $0) }
    let icons = files.filter { $0.key.hasPrefix(manifest.icons + "/") && $0.key.hasSuffix(".svg") }
    iconNames = Set(icons.keys.map { String($0.dropFirst(manifest.icons.count + 1).dropLast(4)) })
    making = ThemeAssetFiles(
      folder: folder,
      manifest: manifest,
      files: files,
      tokens: tokens,
      sources: sources,
      joined: joined,
      icons: icons
    )
  }

  /// Made anew each time: to be written once for the site.
  package var files: [OutputFile] { making.make() }

  /// The path of the browser tab's icon, from the site's root.
  var iconPath: String { "\(folder)/\(icon)" }

  /// What names this theme's content.
  var version: String { String(folder.dropFirst("assets/".count)) }

  /// Whether the sprite has a symbol of that name.
  func hasIcon(_ name: String) -> Bool {
    iconNames.contains(name)
  }

  /// The path of a file of the theme, from a page that `root` leads back from.
  func path(of file: String, root: String) -> String {
    "\(root)\(folder)/\(file)"
  }

  /// The path of the sprite of icons, from a page that `root` leads back from.
  func sprite(root: String) -> String {
    root + folder + "/icons.svg"
  }

  /// The `assets` object of a page's context.
  ///
  /// - Parameters:
  ///   - root: Leads from the page to the site's root.
  ///   - layout: The name of the page's template, on which depends what it loads.
  func value(root: String, layout: String) -> TemplateValue {
    let base = root + folder + "/"
    let styles =
      ["style.css"] + pageStyles.filter { $0.pages.contains(layout) }.map(\.path) + own.styles
    return [
      "folder": .string(base),
      "styles": .array(styles.map { .string(base + $0) }),
      "scripts": .array(scripts.map { .string(base + $0) }),
      "modules": .array((modules + (pageModules[layout] ?? [])).map { .string(base + $0) }),
      "boot": .string(base + boot),
      "sprite": .string(sprite(root: root)),
      "icon": .string(base + icon),
      "iconType": .string(SiteImage.mediaType(of: icon)),
      "logo": logo(base),
      "fonts": .array(
        own.preloadedFonts.map { path in
          ["path": .string(base + path), "type": .string(FontFile.mediaType(of: path))]
        }
      ),
      "grounds": ["light": TemplateValue(grounds.light), "dark": TemplateValue(grounds.dark)],
      "search": .string(Self.searchFolder + "entry.json"),
    ]
  }

  private func logo(_ base: String) -> TemplateValue {
    guard let logo = own.logo else { return .null }
    func image(_ image: SiteImage) -> TemplateValue {
      [
        "path": .string(base + image.path),
        "width": image.size.map { .integer($0.width) } ?? .null,
        "height": image.size.map { .integer($0.height) } ?? .null,
      ]
    }
    return [
      "light": image(logo.light),
      "dark": image(logo.dark),
      "isAlone": .bool(!logo.showsTitle),
    ]
  }
}
