/// Which files a portal has, by their names.
enum PublishedFileRules {
  /// Why a file does not belong into a portal; nil when it does.
  static func reasonAgainst(_ path: String) -> String? {
    let parts = path.split(separator: "/")
    guard let name = parts.last.map(String.init) else { return nil }
    if parts.contains(where: { $0.hasPrefix(".") }) {
      return path == ".nojekyll" || path == ".callboard-published"
        ? nil : "its name begins with a dot"
    }
    if path == "_redirects" { return nil }
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else {
      return path.hasPrefix("api/") ? nil : "its name has no extension, as files for hosts have"
    }
    let kind = name[name.index(after: dot)...].lowercased()
    if kind == "js" {
      let isOwn = path.hasPrefix("assets/") || path == "sw.js"
      return isOwn ? nil : "scripts stand in 'assets' only"
    }
    if kind == "css" {
      return path.hasPrefix("assets/") ? nil : "style sheets stand in 'assets' only"
    }
    if fonts.contains(kind) {
      return path.hasPrefix("assets/") ? nil : "fonts of this kind stand in 'assets' only"
    }
    return kinds.contains(kind) || texts.contains(kind) ? nil : "'.\(kind)' is not published"
  }

  /// Whether a file is text, by its extension.
  static func isText(_ path: String) -> Bool {
    guard let dot = path.lastIndex(of: ".") else { return true }
    return texts.contains(path[path.index(after: dot)...].lowercased()) || path.hasPrefix("api/")
  }

  private static let kinds: Set<String> = [
    "png", "jpg", "jpeg", "gif", "webp", "avif", "ico", "pdf", "zip", "mp4", "webm", "woff2",
  ]

  /// The operator's own, besides those that docs may bring.
  private static let fonts: Set<String> = ["woff", "ttf", "otf"]

  private static let texts: Set<String> = [
    "html", "md", "txt", "json", "ndjson", "xml", "atom", "csv", "yaml", "yml", "svg",
    "webmanifest",
    "js", "css",
  ]
}
