import CallboardCrawl
package import CallboardDiagnostics
package import CallboardDocs
import CallboardHTML

/// Decides whether a file beside the docs is published, and where.
package enum DocsAsset {
  /// - Returns: nil with no finding for files that are none of the portal's business; nil with a finding for
  ///   an image that a browser could run, or a text with a secret in it.
  package static func publish(
    _ bytes: [UInt8],
    of source: SourcePath,
    in tree: DocsTree
  ) -> Diagnosed<OutputFile?> {
    guard PublishedFiles.isAllowed(source.path) else { return Diagnosed(nil) }
    if RepositoryPath.fileExtension(of: source.path) == "svg",
      let reason = SVGInspector.reasonToWithhold(bytes)
    {
      return Diagnosed(nil, diagnostics: [.assetWithheld(source, reason: reason)])
    }
    if isText(source.path), let secret = SecretShape.first(in: bytes) {
      let reason = "it seems to hold \(secret.rawValue)"
      return Diagnosed(nil, diagnostics: [.assetWithheld(source, reason: reason)])
    }
    let inside = RepositoryPath.relative(source.path, to: tree.folder)
    let route = Routes.docsFile(tree, path: inside ?? source.path, isInside: inside != nil)
    if let reason = OutputFile.fault(inPath: route.path) {
      return Diagnosed(nil, diagnostics: [.assetWithheld(source, reason: "\(reason) in its path")])
    }
    return Diagnosed(OutputFile(path: route.path, bytes: bytes))
  }

  private static func isText(_ path: String) -> Bool {
    ["txt", "csv", "json", "yaml", "yml", "svg"].contains(RepositoryPath.fileExtension(of: path))
  }

  /// Whether a file could be published at all, so that others need not be read.
  package static func isCandidate(_ path: String) -> Bool {
    PublishedFiles.isAllowed(path)
  }
}
