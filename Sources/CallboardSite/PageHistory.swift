/// What git tells of a page: when it was last changed, and who wrote it.
package struct PageHistory: Hashable, Sendable {
  /// Of the last commit, since 1970 (UTC).
  package var seconds: Int64
  /// The names of those with the most commits, at most ``nameLimit``.
  package var contributors: [String]
  /// How many have changed the page besides.
  package var moreContributors: Int

  /// How many names a page shows.
  package static let nameLimit = 5

  package init(seconds: Int64, contributors: [String] = [], moreContributors: Int = 0) {
    self.seconds = seconds
    self.contributors = contributors
    self.moreContributors = moreContributors
  }
}
