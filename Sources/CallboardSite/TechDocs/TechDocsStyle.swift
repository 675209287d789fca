/// The style sheet of exported docs: the theme's own style of text, in the layout that Backstage's reader expects.
enum TechDocsStyle {
  private static let layout = "styles/export/techdocs.css"
  private static let bases = ["styles/reset.css", "styles/tokens.css", "styles/base.css"]

  /// - Parameter version: Of the theme's files, in hexadecimal. The reader lets in a style sheet of exactly this
  ///   name only: `main.`, eight such digits, `.min.css`.
  static func file(
    _ files: [String: [UInt8]],
    _ manifest: ThemeManifest,
    version: String
  ) -> OutputFile {
    let styles = manifest.allStyles.filter { bases.contains($0) || $0.hasPrefix("styles/content/") }
    var bytes: [UInt8] = []
    for style in styles + [layout] { bytes += files[style] ?? [] }
    let digits = version.lowercased().filter(\.isHexDigit).prefix(8)
    let name = digits + String(repeating: "0", count: 8 - digits.count)
    // In a shadow tree, which the reader shows pages in, there is no root element.
    let text = String(decoding: bytes, as: UTF8.self).replacing(":root {", with: ":root, :host {")
    return OutputFile(
      path: "assets/stylesheets/main.\(name).min.css",
      bytes: Array(text.utf8)
    )
  }
}
