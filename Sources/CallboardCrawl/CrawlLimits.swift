/// How much one repository may ask of the build.
package struct CrawlLimits: Hashable, Sendable {
  /// Above this a repository is refused as a whole: a part of it would depend on the order on disk.
  package var filesPerRepository = 200_000
  /// Longer paths are left out.
  package var pathBytes = 1_024
  /// The longest single component of a path.
  package var pathPartBytes = 255
  /// How many folders may stand above a file.
  package var folderDepth = 64
  /// The largest file that is read when the reader names no limit.
  package var fileBytes = 64 << 20
  /// The most that git may list of one repository.
  package var listingBytes = 512 << 20
  /// For each call of git but a clone.
  package var gitSeconds = 60
  /// For the first fetch of a repository, and for the wait until another build has done it.
  package var cloneSeconds = 900
  /// How many commits are fetched; nil for all of them. With less there are no dates.
  package var historyDepth: Int?

  /// The limits that hold unless the operator sets others.
  package init() {}
}
