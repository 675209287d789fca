import CallboardBuild

/// One kind of place that sites are published to.
protocol PublishTarget {
  /// As it is named in messages.
  var name: String { get }

  /// What is there and what the site changes in it, without changing anything.
  func changes(to site: BuiltSite) throws(BuildFailure) -> PublishChanges

  /// Brings the site there.
  ///
  /// - Parameter changes: From ``changes(to:)``.
  func publish(
    _ changes: PublishChanges,
    of site: BuiltSite,
    progress: any BuildProgress
  ) throws(BuildFailure)
}
