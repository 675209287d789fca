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
  /// Hosts from which pages may load images over https, and those whose pages they may show in frames; in lower case.
  package var imageHosts: [String] = []
  package var iframeHosts: [String] = []

  /// Which tags and branches have docs of their own, in repositories that are cloned.
  package var versions: [VersionRule] = []

  package init() {}

  init(reading record: inout YAMLRecord) {
    isNamingContributors = record.bool("contributors") ?? isNamingContributors
    isPublishingMarkdown = record.bool("markdown") ?? isPublishingMarkdown
    versions = VersionRules.read("versions", from: &record) ?? []
    imageHosts = Self.hosts("imageHosts", &record)
    iframeHosts = Self.hosts("iframeHosts", &record)
    if let address = record.string("issues") {
      if address.hasPrefix("https://") {
        issueAddress = address
      } else if let node = record.node("issues") {
        record.report(.issueAddressInvalid(address, at: node.span(in: record.file)))
      }
    }
  }

  /// Hosts go into the policy of every page, so that each must be one and nothing else.
  private static func hosts(_ key: String, _ record: inout YAMLRecord) -> [String] {
    var hosts: [String] = []
    for host in record.strings(key) ?? [] {
      if isHost(host) {
        hosts.append(host.lowercased())
      } else if let node = record.node(key) {
        record.report(.hostInvalid(host, at: node.span(in: record.file)))
      }
    }
    return Array(Set(hosts)).sorted()
  }

  /// A host's name of ASCII letters, digits, `-` and `.`, with or without a port.
  private static func isHost(_ text: String) -> Bool {
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    let labels = parts[0].split(separator: ".", omittingEmptySubsequences: false)
    let isPort = parts.count == 1 || UInt16(parts[1]) != nil
    return isPort
      && labels.allSatisfy { label in
        !label.isEmpty
          && label.utf8.allSatisfy { byte in
            (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
              || byte == UInt8(ascii: "-")
          }
      }
  }
}
