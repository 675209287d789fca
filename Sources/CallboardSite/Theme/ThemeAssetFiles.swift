/// What the files of ``ThemeAssets`` are made of.
///
/// Making them is most of what a theme costs, and a build that composes an edited page writes none of them.
struct ThemeAssetFiles: Sendable {
  /// Relative to the site's root.
  let folder: String
  let manifest: ThemeManifest
  /// All files of the theme by their path.
  let files: [String: [UInt8]]
  /// Style sheets that stand in the place of ``ThemeManifest/tokens``.
  let tokens: [[UInt8]]
  /// Scripts, and files of the operator's that are published as they are.
  let sources: [String: [UInt8]]
  /// nil where scripts are loaded one by one.
  let joined: JoinedScript?
  /// SVG files by path.
  let icons: [String: [UInt8]]

  /// Each file, in no order that matters.
  func make() -> [OutputFile] {
    var output = [OutputFile(path: "\(folder)/style.css", bytes: style(manifest.styles))]
    for group in manifest.pageStyles {
      output.append(OutputFile(path: "\(folder)/\(group.path)", bytes: style(group.styles)))
    }
    for (path, bytes) in sources.sorted(by: { $0.key < $1.key }) {
      let isScript = path.hasSuffix(".js")
      let beside = isScript ? joined?.beside(path, bytes) ?? bytes : bytes
      let written = isScript ? Minifier.script(beside) : bytes
      output.append(OutputFile(path: "\(folder)/\(path)", bytes: written))
    }
    if let joined {
      let path = "\(folder)/\(JoinedScript.path)"
      output.append(OutputFile(path: path, bytes: Minifier.script(joined.bytes)))
    }
    output.append(OutputFile(path: "\(folder)/icons.svg", bytes: IconSprite.make(from: icons)))
    return output
  }

  private func style(_ styles: [String]) -> [UInt8] {
    let parts = styles.flatMap { style in
      style == manifest.tokens
        ? tokens.flatMap { [$0, ContrastChoice.style(for: $0)] } : [files[style] ?? []]
    }
    return Minifier.style(Array(parts.joined(separator: [UInt8(ascii: "\n")])))
  }
}
