extension FolderSiteWriter {
  /// Replaces the files that differ one by one, for folders that cannot trade places.
  func publishInPlace(
    _ progress: Progress,
    stale: [OutputPath],
    hidden: HiddenTree,
    live: OutputTree
  ) throws(SystemFailure) {
    var journal = PublishJournal(inode: try live.root.status().inode)
    journal.removedFirst = inventory.others.sorted()
    for path in stale.sorted() {
      if isInTheWay(path, of: progress.paths) {
        journal.removedFirst.append(path)
      } else {
        journal.removedLast.append(path)
      }
    }
    let staged = progress.placements.compactMap { path, placement in
      if case .staged = placement { path } else { nil }
    }
    // Pages come after what they refer to.
    journal.moved = staged.sorted {
      ($0.isPage ? 1 : 0, $0) < ($1.isPage ? 1 : 0, $1)
    }

    try flush(hidden.tree, progress.created)
    try state.save(journal, next: manifest(of: progress))
    try journal.apply(from: hidden.tree, to: live)
    live.removeEmptyFolders(inventory.folders.filter { !progress.paths.folders.contains($0) })
    try state.completeJournal(journal)
    state.removeManifests(exceptOf: [journal.inode, hidden.inode])
  }

  /// The manifest of the site when every file lies where its placement says.
  func manifest(of progress: Progress) -> OutputManifest {
    var manifest = OutputManifest()
    manifest.entries.reserveCapacity(progress.placements.count)
    for (path, placement) in progress.placements {
      guard let hash = progress.paths.hash(of: path) else { continue }
      switch placement {
      case .staged(let stamp), .unchanged(let stamp):
        manifest.entries[path] = OutputManifest.Entry(hash: hash, stamp: stamp)
      }
    }
    return manifest
  }

  /// Whether an old file has the name of a new folder, or lies in a folder with the name of a new
  /// file.
  private func isInTheWay(_ path: OutputPath, of paths: OutputPathSet) -> Bool {
    if paths.folders.contains(path) { return true }
    var folder = path.folder
    while let next = folder {
      if paths.contains(next) { return true }
      folder = next.folder
    }
    return false
  }
}

extension OutputPath {
  fileprivate var isPage: Bool { utf8.suffix(5).elementsEqual(".html".utf8) }
}
