/// What a walk over a folder found. Sorted by path, so it does not depend on the order on disk.
struct FolderListing: Sendable {
  var files: [SourceFile] = []
  var omissions = PathOmissions()
  /// Whether there are more files than the limit allows; the listing is then of no use.
  var isOverLimit = false
}

/// The paths that a repository holds and that are not read, by reason.
struct PathOmissions: Sendable {
  /// Why a path is not read.
  enum Reason: Sendable, CaseIterable {
    case symbolicLink
    /// A FIFO, a socket or a device.
    case special
    case tooLong
    case tooDeep
    case notUTF8
    /// A repository inside the repository, such as a submodule.
    case nestedRepository
    /// The system does not let us read a folder.
    case unreadable
  }

  /// In the order found, which is arbitrary.
  private(set) var paths: [Reason: [String]] = [:]
  private(set) var count = 0

  /// Notes one path.
  mutating func add(_ path: String, for reason: Reason) {
    paths[reason, default: []].append(path)
    count += 1
  }
}
