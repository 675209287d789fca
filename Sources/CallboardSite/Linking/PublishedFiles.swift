import CallboardDocs

/// Which files of a repository may stand in the portal beside its pages.
///
/// By extension, from a list: what a browser would run or show as a document of this site (HTML, XML,
/// scripts) is never published, nor are dot-files (security reference: stored XSS, secrets).
enum PublishedFiles {
  private static let extensions: Set<String> = [
    "png", "jpg", "jpeg", "gif", "webp", "avif", "ico", "svg", "pdf", "txt", "csv", "json", "yaml",
    "yml", "zip", "mp4", "webm", "woff2",
  ]

  static func isAllowed(_ path: String) -> Bool {
    extensions.contains(RepositoryPath.fileExtension(of: path))
      && path.split(separator: "/").allSatisfy { !$0.hasPrefix(".") }
  }
}
