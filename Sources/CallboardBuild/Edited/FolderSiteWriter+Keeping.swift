import Synchronization

/// For builds that know that most of the site is as it was.
extension FolderSiteWriter {
  /// Whether the folder is as a build has left it, down to the stamp of every file and folder.
  func isAsLeft(_ identity: OutputIdentity) -> Bool {
    inventory.isAsPublished && inventory.others.isEmpty && (try? self.identity()) == identity
  }

  /// Whether the folder has a file.
  func has(_ path: String) -> Bool { inventory.files[OutputPath(path)] != nil }

  /// Whether the folder has files with these contents.
  func has(_ files: [KnownComposition.File]) -> Bool {
    files.allSatisfy { inventory.files[OutputPath($0.path)]?.hash == $0.hash }
  }

  /// Takes all files of the folder, of those that `isWanted` admits, that have not been written.
  func keepOthers(_ isWanted: (String) -> Bool) throws(EmitError) {
    try progress.withLock { (progress) throws(EmitError) in
      for (path, file) in inventory.files where !progress.paths.contains(path) {
        guard let hash = file.hash, isWanted(path.description),
          try progress.paths.insert(path, hash: hash)
        else { continue }
        progress.placements[path] = .unchanged(file.stamp)
        progress.summary.unchanged += 1
      }
    }
  }
}
