import Glibc

extension FolderSiteWriter {
  /// What a system answers that cannot let two folders trade places, or not these two.
  static let refusals: Set<Int32> = [
    EACCES, EBUSY, EINVAL, ENOSYS, EOPNOTSUPP, EPERM, EXDEV,
  ]

  /// Brings the new site to the visitors.
  func publish(_ progress: Progress) throws(SystemFailure) -> EmitSummary {
    var summary = progress.summary
    let stale = inventory.files.keys.filter { !progress.paths.contains($0) }
    let hasIntruders =
      !inventory.others.isEmpty || !inventory.folders.allSatisfy(progress.paths.hasFolder)
    summary.removed = stale.count + inventory.others.count

    if let live, summary.written == 0, stale.isEmpty, !hasIntruders {
      if !inventory.isAsPublished { refreshManifest(of: live, progress) }
      return summary
    }

    let hidden = try hiddenTree()
    guard let live else {
      try complete(hidden, progress)
      try exchange(hidden)
      summary.exchanged = true
      return summary
    }
    if location.arrangement == .beside, canExchange() {
      try complete(hidden, progress)
      do throws(SystemFailure) {
        try exchange(hidden)
        summary.exchanged = true
        return summary
      } catch {
        guard Self.refusals.contains(error.code) else { throw error }
      }
    }
    try publishInPlace(progress, stale: stale, hidden: hidden, live: live)
    summary.note =
      "The system does not let '\(location.output)' trade places with another folder, so its files"
      + " were replaced one by one: for a moment, visitors may have seen pages of both sites."
    return summary
  }

  /// Makes the hidden tree the new site, on the disk too.
  private func complete(_ hidden: HiddenTree, _ progress: Progress) throws(SystemFailure) {
    for path in hidden.inventory.files.keys where progress.placement(of: path) == nil {
      try hidden.tree.removeFile(path)
    }
    var files: [OutputManifest.File] = []
    files.reserveCapacity(progress.placements.count)
    for (number, placement) in progress.placements.enumerated() {
      let (path, hash) = (progress.paths[number], progress.paths.hashes[number])
      switch placement {
      case .staged(let stamp):
        files.append(OutputManifest.File(path: path, hash: hash, stamp: stamp))
      case .unchanged(let stamp):
        let linked = try present(path, hash, in: hidden)
        files.append(OutputManifest.File(path: path, hash: hash, stamp: linked ?? stamp))
      case nil: break
      }
    }
    hidden.tree.removeEmptyFolders(
      hidden.inventory.folders.filter { !progress.paths.hasFolder($0) }
    )
    try state.flush(hidden.tree, progress.created.map { progress.paths[$0] })
    let manifest = try OutputManifest(files, folders: progress.paths.folders, tree: hidden.tree)
    try state.save(manifest, inode: hidden.inode)
  }

  /// Sees to it that the hidden tree has a file that is served already. Returns the file's stamp,
  /// or nil if it is that of the served file.
  private func present(
    _ path: OutputPath,
    _ hash: ContentHash,
    in hidden: HiddenTree
  ) throws(SystemFailure) -> FileStamp? {
    if let known = hidden.inventory.files[path], known.hash == hash { return known.stamp }
    guard let live else { return nil }
    return try hidden.tree.link(path, from: live)
  }

  /// Tries with two empty folders, before the hidden tree is filled for nothing.
  private func canExchange() -> Bool {
    if let code = faults?(.exchange), Self.refusals.contains(code) { return false }
    return !Self.refusals.contains(state.tryExchange())
  }

  private func exchange(_ hidden: HiddenTree) throws(SystemFailure) {
    let wasAsPublished = inventory.isAsPublished && inventory.others.isEmpty
    try state.exchange(
      hidden.tree.root,
      hidden.inode,
      with: location,
      live: live?.root.status(),
      isSettled: wasAsPublished
    )
  }
}
