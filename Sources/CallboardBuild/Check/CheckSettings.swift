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
