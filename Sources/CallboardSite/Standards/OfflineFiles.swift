/// The service worker by which a browser keeps what was read, on a site that wants it.
enum OfflineFiles {
  /// At the root, because a worker answers for what stands below it.
  static let path = "sw.js"

  private static let script = "/scripts/offline/worker.js"

  /// One file; none for a site that is not read offline.
  static func files(_ model: SiteModel, theme: Theme) -> [OutputFile] {
    guard model.settings.isOffline else { return [] }
    let assets = theme.assets.files
    guard let worker = assets.first(where: { $0.path.hasSuffix(script) }) else { return [] }
    let shell = ["", "404.html", WebManifest.path] + assets.map(\.path)
    // A browser takes a worker for a new one when its bytes differ.
    let head =
      "const VERSION = \"\(theme.assets.version)\";\n"
      + "const SHELL = [\n" + shell.map { "  \"\($0)\",\n" }.joined() + "];\n\n"
    return [OutputFile(path: path, bytes: Array(head.utf8) + worker.bytes)]
  }
}
