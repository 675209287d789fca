import Glibc

/// The last two steps of a publication, once the hidden tree is the new site.
extension OutputState {
  /// More new files than this are flushed with the whole file system at once.
  private static let singleFlushLimit = 64

  /// Waits until the disk has the new files, if it is to be waited for.
  func flush(_ tree: OutputTree, _ created: [OutputPath]) throws(SystemFailure) {
    guard flushes else { return }
    try SystemFailure.check(.synchronize, faults, path: tree.root.path)
    guard created.count > Self.singleFlushLimit else {
      for path in created { try tree.synchronize(path) }
      return
    }
    let code = LinuxCalls.synchronizeFileSystem(tree.root.descriptor)
    guard code == 0 else {
      throw SystemFailure(action: "write", path: tree.root.path, code: code)
    }
  }

  /// The single step: the hidden tree is served from here on, and the served one is hidden.
  ///
  /// - Parameters:
  ///   - inode: Of the hidden tree.
  ///   - live: Of the served one; nil when there is none.
  ///   - isSettled: Whether that one is as its manifest says.
  func exchange(
    _ hidden: borrowing OpenFile,
    _ inode: UInt64,
    with location: OutputLocation,
    live: FileStatus?,
    isSettled: Bool
  ) throws(SystemFailure) {
    try SystemFailure.check(.exchange, faults, path: location.output)
    var kept = [inode]
    var code: Int32
    if let live {
      fchmod(hidden.descriptor, live.permissions)
      code = LinuxCalls.exchange(
        Self.treeName,
        in: folder.descriptor,
        location.output,
        in: AT_FDCWD
      )
      kept.append(live.inode)
    } else {
      code = 0
      if renameat(folder.descriptor, Self.treeName, AT_FDCWD, location.output) != 0 { code = errno }
    }
    guard code == 0 else {
      throw SystemFailure(action: "replace", path: location.output, code: code)
    }
    if let live, isSettled { settle(inode: live.inode) }
    if flushes { try? folder.synchronize() }
    removeManifests(exceptOf: kept)
  }
}
