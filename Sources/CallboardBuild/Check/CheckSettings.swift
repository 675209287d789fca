import CallboardCrawl

/// What `check` of `site.yaml` says: how findings are judged.
package struct CheckSettings: Sendable {
  /// What the operator makes of each kind of finding.
  package var rules = FindingRules()
  /// The path of the file of known findings, relative to the folder of `site.yaml`; nil for none.
  package var baseline: String?
  /// The published portal that one repository is judged against: a folder relative to that of
  /// `site.yaml`, or a web address; nil for none.
  package var portal: String?

  /// Findings keep their own severity, and none is known.
  package init() {}
}

extension SiteConfiguration {
  /// ``CheckSettings/portal`` as seen from the current folder.
  var portalPlace: String? {
    check.portal.map { WebSource.isAddress($0) ? $0 : RelativeFolder.path($0, from: folder) }
  }
}

extension RepositoryRequest {
  /// The repository as the only source of a site.
  var source: RepositorySource {
    RepositorySource(
      .folder(pattern: folder, base: "."),
      name: name,
      descriptors: SiteConfiguration.defaultDescriptors
    )
  }
}
