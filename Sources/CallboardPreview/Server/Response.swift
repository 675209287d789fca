/// What the server answers, before it becomes HTTP.
enum Response: Equatable, Sendable {
  /// A file, or a page about an error.
  case file(status: Int, type: String, bytes: [UInt8])
  /// Another address of this server, or of the portal that the preview is part of.
  case redirect(to: String)
  /// A request that is not answered with content: the status and one line of text.
  case refused(status: Int, reason: String)
  /// A file of the search index, which may have to be made first: longer than one request may hold up others.
  case searchFile(String)
  /// The stream of events for a page; see ``PageEvent``.
  ///
  /// - Parameters:
  ///   - path: The file of the page below the site's root, nil when the page is not of the site.
  ///   - build: What ``PreviewPage`` wrote into the page.
  case events(path: String?, build: String?)
}
