import CallboardCrawl

/// What somebody who watches files says of them.
package enum HeardChanges: Hashable, Sendable {
  /// Nothing has changed but files at these absolute paths, some of which may be gone or new.
  case files(Set<String>)
  /// Anything may have.
  case anything
}

extension HeardChanges {
  /// Whether no build reads a file of this name: editors keep it beside what they edit.
  package static func isPassing(_ name: String) -> Bool { PassingFile.hasName(name.utf8) }

  /// Says that something else has changed besides.
  package mutating func add(_ other: HeardChanges) {
    guard case .files(let paths) = self, case .files(let more) = other else {
      self = .anything
      return
    }
    self = .files(paths.union(more))
  }

  /// The looks that do not hold any more, in no order, if nothing has changed but what was said; nil when all have to be
  /// checked.
  ///
  /// - Parameters:
  ///   - log: Of the build before.
  ///   - moment: When that began, in nanoseconds since 1970.
  func changes(in log: ReadingLog, since moment: Int64) -> [ReadingEntry]? {
    guard case .files(let paths) = self else { return nil }
    var folders: Set<String> = []
    for path in paths {
      guard let slash = path.lastIndex(of: "/") else { return nil }
      folders.insert(String(path[..<slash]))
    }
    var looks: [ReadingEntry] = []
    for folder in folders {
      // Of a folder that was not listed under this path nobody knows what else was read through it.
      guard let listed = log.entry(of: folder), case .folder = listed.sight else { return nil }
      looks.append(listed)
    }
    looks += paths.flatMap(log.entries(at:))
    return looks.filter { !$0.holds(since: moment, digest: InputTable.digest) }
  }
}
