package import CallboardCrawl
import CallboardYAML

/// `docs` of `site.yaml`: what the pages of docs show besides their text.
package struct DocsSettings: Hashable, Sendable {
  /// Whether a page names those who wrote it.
  package var isNamingContributors = true
  /// Where readers report what is wrong with a page, with `{title}` and `{body}` in it; nil for the page's forge.
  package var issueAddress: String?

  /// Whether each page is published as Markdown as well.
  package var isPublishingMarkdown = true
  /// Which tags and branches have docs of their own, in repositories that are cloned.
  package var versions: [VersionRule] = []

  package init() {}

  init(reading record: inout YAMLRecord) {
    isNamingContributors = record.bool("contributors") ?? isNamingContributors
    isPublishingMarkdown = record.bool("markdown") ?? isPublishingMarkdown
    versions = VersionRules.read("versions", from: &record) ?? []
    if let address = record.string("issues") {
      if address.hasPrefix("https://") {
        issueAddress = address
      } else if let node = record.node("issues") {
        record.report(.issueAddressInvalid(address, at: node.span(in: record.file)))
      }
    }
  }
}
