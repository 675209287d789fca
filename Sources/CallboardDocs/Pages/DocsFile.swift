/// A Markdown file that becomes a page: where it is, and where the docs have it.
struct DocsFile: Hashable, Sendable {
  /// Below the docs, as navigation and links name it. Differs from the file's place for docs that are included
  /// from elsewhere: `billing/index.md`.
  var path: String
  /// In the repository.
  var source: String
  /// Whether the author lists it in `not_in_nav`, or it stands in for a page that is missing.
  var isOmissionMeant: Bool
}
