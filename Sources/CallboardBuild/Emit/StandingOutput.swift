import CallboardSite
import Glibc
import Synchronization

/// A folder that should be as a build has left it, and the hidden tree beside it, which is as the build before has left it: to be
/// published again with other contents of a few files.
///
/// Does what a ``FolderSiteWriter`` would do with all the others kept. But it looks at none of them beyond their stamps in the
/// served tree, and changes the manifests where they are. Holds the folder's lock until
/// ``release()``.
final class StandingOutput: Sendable {
  /// More files than this that the hidden tree lacks are brought there by a ``FolderSiteWriter``.
  private static let limit = 4096

  private let location: OutputLocation
  private let state: OutputState
  private let lock: Mutex<OutputLock?>
  private let root: OutputTree
  private let live: EncodedManifest
  private let liveStatus: FileStatus
  private let hidden: EncodedManifest
  private let hiddenRoot: OutputTree
  private let hiddenInode: UInt64

  /// - Parameters:
  ///   - identity: That of the folder as the build has left it.
  ///   - flushes: As of ``FolderSiteWriter``.
  /// - Returns: nil when one of the two trees is known to be anything else, or cannot trade places with the other.
  init?(
    _ output: String,
    since identity: OutputIdentity,
    onConflict: OutputConflict,
    flushes: Bool = true,
    faults: EmitFaults? = nil
  ) {
    guard
      let location = try? OutputLocation(output), location.arrangement == .beside,
      let state = try? OutputState(path: location.state, flushes: flushes, faults: faults),
      let lock = try? OutputLock(in: state.folder, output: output, onConflict: onConflict)
    else { return nil }
    self.lock = Mutex(lock)
    state.removeLeftovers()
    guard
      let hiddenRoot = try? state.openTree(), let hiddenInode = try? hiddenRoot.status().inode,
      state.isSettled(inode: hiddenInode), state.tryExchange() == 0,
      let hidden = state.manifestBytes(inode: hiddenInode).flatMap({ EncodedManifest($0) }),
      let root = try? location.open(), let liveStatus = try? root.status(),
      let live = state.manifest(of: identity, in: root)
    else { return nil }
    self.location = location
    self.state = state
    self.live = live
    self.liveStatus = liveStatus
    self.hidden = hidden
    self.hiddenInode = hiddenInode
    self.root = OutputTree(root: root, faults: faults)
    self.hiddenRoot = OutputTree(root: hiddenRoot, faults: faults)
  }

  /// Whether the served tree is what the build has left, down to the stamp of every file and folder. To be asked before
  /// ``publish(_:)``.
  ///
  /// - Parameter width: How many threads ask for stamps.
  func stands(width: Int) -> Bool { live.stands(in: root.root, width: width) }

  /// Lets others write to the folder.
  func release() { lock.withLock { $0 = nil } }

  /// Publishes the folder with other contents of some of its files.
  ///
  /// - Returns: nil when a file is none of the folder's, the hidden tree is too different, or the system refuses; nothing has
  ///   been published then.
  func publish(
    _ files: [OutputFile]
  ) throws(EmitError) -> (summary: EmitSummary, left: OutputIdentity)? {
    var bytes: [Int: [UInt8]] = [:]
    for file in files {
      guard let number = live.file(OutputPath(file.path)) else { return nil }
      if live.hash(of: number) != ContentHash(of: file.bytes) { bytes[number] = file.bytes }
    }
    var summary = EmitSummary()
    summary.unchanged = live.fileCount - bytes.count
    guard !bytes.isEmpty else {
      let left = OutputIdentity(inode: liveStatus.inode, manifest: ContentHash(of: live.bytes))
      return (summary, left)
    }
    guard let stale = hidden.filesThatDiffer(from: live), stale.count <= Self.limit else {
      return nil
    }
    summary.written = bytes.count
    summary.bytesWritten = bytes.values.reduce(0) { $0 + $1.count }
    summary.exchanged = true
    do throws(SystemFailure) {
      return (summary, try exchange(bytes, stale: stale))
    } catch {
      // Whoever replaces the files one by one gets along with that.
      if FolderSiteWriter.refusals.contains(error.code) { return nil }
      throw .system(error)
    }
  }

  /// - Parameter bytes: Of the files to write, by their numbers.
  private func exchange(
    _ bytes: [Int: [UInt8]],
    stale: [Int]
  ) throws(SystemFailure) -> OutputIdentity {
    state.unsettle()
    if state.flushes { try state.folder.synchronize() }
    let numbers = Set(bytes.keys).union(stale).sorted()
    let paths = numbers.map { live.path(of: $0) }
    let tree = hiddenRoot
    var next = hidden
    var created: [OutputPath] = []
    for (number, path) in zip(numbers, paths) {
      if let bytes = bytes[number] {
        let stamp = try tree.create(path, bytes)
        next.replace(number, hash: ContentHash(of: bytes), stamp: stamp)
        created.append(path)
      } else {
        let stamp = try tree.link(path, from: root) ?? live.stamp(of: number)
        next.replace(number, hash: live.hash(of: number), stamp: stamp)
      }
    }
    try state.flush(tree, created)
    for folder in Set(paths.compactMap(\.folder)) {
      let status = try FileStatus(
        of: folder.characters,
        in: tree.root.descriptor,
        path: tree.shownPath(folder)
      )
      if let status, let entry = next.folder(folder) {
        next.replaceFolder(entry, stamp: status.stamp)
      }
    }
    next.replaceFolder(nil, stamp: try tree.root.status().stamp)
    next.seal()
    try state.save(manifest: next.bytes, inode: hiddenInode)
    try state.exchange(
      tree.root,
      hiddenInode,
      with: location,
      live: liveStatus,
      isSettled: true
    )
    return OutputIdentity(inode: hiddenInode, manifest: ContentHash(of: next.bytes))
  }
}

extension StandingOutput: LeftSite {
  func hash(of path: String) -> ContentHash? {
    live.file(OutputPath(path)).map { live.hash(of: $0) }
  }

  func contents(of path: String) -> [UInt8]? { try? root.read(OutputPath(path)) }

  func files(in folder: String) -> [(path: String, hash: ContentHash)] {
    live.files(beginningWith: folder).map { (live.path(of: $0).description, live.hash(of: $0)) }
  }
}
