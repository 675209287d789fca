import Glibc

extension FolderSiteWriter {
  /// Whether an output folder is as a build has left it, down to the stamp of every file and folder. When it is not,
  /// or cannot be told, a build will find out what is wrong.
  ///
  /// Takes the lock for as long as it looks, so that no other build is at work there.
  ///
  /// - Parameter width: How many threads ask for stamps.
  static func isUnchanged(
    _ output: String,
    since identity: OutputIdentity,
    onConflict: OutputConflict,
    width: Int
  ) -> Bool {
    guard
      let location = try? OutputLocation(output),
      let state = try? OutputState(path: location.state, flushes: false, faults: nil),
      let lock = try? OutputLock(in: state.folder, output: output, onConflict: onConflict)
    else { return false }
    return withExtendedLifetime(lock) {
      state.removeLeftovers()
      guard let root = try? location.open() else { return false }
      return state.manifest(of: identity, in: root)?.stands(in: root, width: width) ?? false
    }
  }

  /// What tells the folder as it is served now from any other.
  func identity() throws(SystemFailure) -> OutputIdentity? {
    let inode = try location.open().status().inode
    return state.manifestBytes(inode: inode).map {
      OutputIdentity(inode: inode, manifest: ContentHash(of: $0))
    }
  }
}

extension OutputState {
  /// The manifest of a folder that a build has left; nil when the folder is another one, or a publication was cut short.
  func manifest(of identity: OutputIdentity, in root: borrowing OpenFile) -> EncodedManifest? {
    guard journal() == nil, (try? root.status().inode) == identity.inode,
      let bytes = manifestBytes(inode: identity.inode), ContentHash(of: bytes) == identity.manifest
    else { return nil }
    return EncodedManifest(bytes)
  }
}
