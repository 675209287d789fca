import CallboardDiagnostics
import CallboardSite
import CallboardYAML

extension SiteConfiguration {
  /// Reads `redirects`: addresses of the portal, and where each leads. Where they lead is judged when all pages are
  /// known.
  mutating func readRedirects(_ record: inout YAMLRecord) {
    guard let node = record.node("redirects") else { return }
    guard let mapping = node.mapping else {
      record.report(.redirectsInvalid(at: node.span(in: record.file)))
      return
    }
    for entry in mapping.entries {
      let span = entry.value.span(in: record.file)
      guard case .string(let target) = entry.value.value else {
        record.report(.redirectsInvalid(at: span))
        continue
      }
      redirects.append(
        SiteRedirect(
          source: entry.key,
          sourceSpan: entry.keySpan(in: record.file),
          target: target,
          targetSpan: span
        )
      )
    }
  }
}
