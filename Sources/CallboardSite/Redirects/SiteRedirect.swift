package import CallboardDiagnostics

/// A line of `redirects` in `site.yaml`.
package struct SiteRedirect: Hashable, Sendable {
  /// As the operator wrote it: an address below the portal's root.
  package var source: String
  package var sourceSpan: SourceSpan
  /// An address of the portal, `entity:` with a reference, or the `http` or `https` address of another site.
  package var target: String
  package var targetSpan: SourceSpan

  package init(source: String, sourceSpan: SourceSpan, target: String, targetSpan: SourceSpan) {
    self.source = source
    self.sourceSpan = sourceSpan
    self.target = target
    self.targetSpan = targetSpan
  }
}
