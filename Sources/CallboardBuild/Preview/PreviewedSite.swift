/// A site that was built into memory to be looked at.
package struct PreviewedSite: Sendable {
  package var report: BuildReport
  package var files: MemorySite
  /// The rest of the files.
  package var search: DeferredSearch?
  /// Where visitors will find the site's root: the path of `site.url`, such as `/portal/`; `/` without one.
  package var basePath: String
}
