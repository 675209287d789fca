import CallboardTemplate

/// The files that pages load: one style sheet, the scripts, the sprite of icons.
///
/// All stand in a folder named after their content, so that scripts may import each other by relative paths and a
/// browser never mixes two versions.
package struct ThemeAssets: Sendable {
  /// To be written once for the site.
  package let files: [OutputFile]
  private let folder: String
  private let scripts: [String]
  private let boot: String
  private let icon: String
  private let iconNames: Set<String>

  /// The folder of the search index, relative to the site's root.
  package static let searchFolder = "search/index/"

  init(files: [String: [UInt8]], manifest: ThemeManifest, version: String) throws {
    folder = "assets/\(version)"
    scripts = manifest.scripts
    boot = manifest.boot
    icon = manifest.icon
    var output: [OutputFile] = []
    var styles: [UInt8] = []
    for style in manifest.styles {
      guard let bytes = files[style] else {
        throw ThemeError(summary: "theme/theme.yaml names '\(style)', which is not in the theme")
      }
      styles += bytes
      styles.append(UInt8(ascii: "\n"))
    }
    output.append(OutputFile(path: "\(folder)/style.css", bytes: styles))
    for required in manifest.scripts + [manifest.boot, manifest.icon] where files[required] == nil {
      throw ThemeError(summary: "theme/theme.yaml names '\(required)', which is not in the theme")
    }
    for (path, bytes) in files.sorted(by: { $0.key < $1.key })
    where path.hasPrefix("scripts/") || path == manifest.icon {
      output.append(OutputFile(path: "\(folder)/\(path)", bytes: bytes))
    }
    let icons = files.filter { $0.key.hasPrefix(manifest.icons + "/") && $0.key.hasSuffix(".svg") }
    iconNames = Set(icons.keys.map { String($0.dropFirst(manifest.icons.count + 1).dropLast(4)) })
    output.append(OutputFile(path: "\(folder)/icons.svg", bytes: IconSprite.make(from: icons)))
    self.files = output
  }

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
  /// - Parameter root: Leads from the page to the site's root.
  func value(root: String) -> TemplateValue {
    let base = root + folder + "/"
    return [
      "styles": [.string(base + "style.css")],
      "scripts": .array(scripts.map { .string(base + $0) }),
      "boot": .string(base + boot),
      "banners": .string(base + "scripts/banners.js"),
      "sprite": .string(sprite(root: root)),
      "icon": .string(base + icon),
      "search": .string(Self.searchFolder + "entry.json"),
    ]
  }
}
