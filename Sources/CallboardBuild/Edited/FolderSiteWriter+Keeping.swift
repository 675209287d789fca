import Synchronization

/// For builds that know that most of the site is as it was.
extension FolderSiteWriter {
  /// Whether the folder is as a build has left it, down to the stamp of every file and folder.
  func isAsLeft(_ identity: OutputIdentity) -> Bool {
    inventory.isAsPublished && inventory.others.isEmpty && (try? self.identity()) == identity
  }

  /// Takes all files of the folder, of those that `isWanted` admits, that have not been written.
  func keepOthers(_ isWanted: (String) -> Bool) throws(EmitError) {
    try progress.withLock { (progress) throws(EmitError) in
      for (path, file) in inventory.files where !progress.paths.contains(path) {
        guard let hash = file.hash, isWanted(path.description),
          let noted = try progress.paths.insert(path, hash: hash)
        else { continue }
        progress.place(noted.number, .unchanged(file.stamp))
        progress.summary.unchanged += 1
      }
    }
  }
}

extension FolderSiteWriter: LeftSite {
  func hash(of path: String) -> ContentHash? { inventory.files[OutputPath(path)]?.hash }

  func contents(of path: String) -> [UInt8]? { try? live?.read(OutputPath(path)) }

  func files(in folder: String) -> [(path: String, hash: ContentHash)] {
    inventory.files.lazy.compactMap { path, file in
      file.hash.map { (path.description, $0) }
    }
    .filter { $0.path.hasPrefix(folder) }
    .sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }
}
