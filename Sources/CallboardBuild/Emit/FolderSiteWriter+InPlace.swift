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
    let staged = progress.placements.enumerated().compactMap { number, placement in
      if case .staged = placement { progress.paths[number] } else { nil }
    }
    // Pages come after what they refer to.
    journal.moved = staged.sorted {
      ($0.isPage ? 1 : 0, $0) < ($1.isPage ? 1 : 0, $1)
    }

    try state.flush(hidden.tree, progress.created.map { progress.paths[$0] })
    let stamps = progress.stamps
    try state.save(journal, next: OutputManifest(progress.paths, stamps: stamps, tree: nil))
    try journal.apply(from: hidden.tree, to: live)
    live.removeEmptyFolders(inventory.folders.filter { !progress.paths.hasFolder($0) })
    try state.completeJournal(journal)
    refreshManifest(of: live, progress)
    state.removeManifests(exceptOf: [journal.inode, hidden.inode])
  }

  /// Notes the stamps of what is being served now. A failure costs the next build time, no more.
  func refreshManifest(of live: OutputTree, _ progress: Progress) {
    guard
      let inode = try? live.root.status().inode,
      let manifest = try? OutputManifest(progress.paths, stamps: progress.stamps, tree: live)
    else { return }
    try? state.save(manifest, inode: inode)
  }

  /// Whether an old file has the name of a new folder, or lies in a folder with the name of a new
  /// file.
  private func isInTheWay(_ path: OutputPath, of paths: OutputPathSet) -> Bool {
    if paths.hasFolder(path) { return true }
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

extension FolderSiteWriter.Progress {
  /// Of every file, wherever it is, by the numbers of the paths.
  fileprivate var stamps: [FileStamp?] {
    placements.map { placement in
      switch placement {
      case .staged(let stamp), .unchanged(let stamp): stamp
      case nil: nil
      }
    }
  }
}
