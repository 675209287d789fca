package import CallboardSite
import Glibc
import Synchronization

/// Writes the site to a folder such that visitors see the old site or the new one, never a mixture.
///
/// There are two trees: the one being served, and a hidden one beside it, which is the site of the
/// build before. What changed is written to the hidden tree, the rest of what it lacks is linked
/// from the other, and then both trade places in a single step. Where that is refused (a mount
/// point, some network file systems), files are replaced one by one under a journal that the next
/// build completes. When nothing changed, nothing is written.
///
/// A build may be killed at any time: what it left in the hidden tree is told from the rest by
/// size and modification time, and is used, replaced or removed by the next one.
///
/// Holds a lock from its creation until ``finish()`` or until it is let go of.
package final class FolderSiteWriter: SiteWriter {
  /// Where a file of the new site is.
  enum Placement: Sendable {
    /// Served already, with this stamp.
    case unchanged(FileStamp)
    /// In the hidden tree, with this stamp.
    case staged(FileStamp)
  }

  /// What has been written so far.
  struct Progress: Sendable {
    var paths = OutputPathSet()
    /// By the numbers of the paths; nil for a file that is only on its way.
    private(set) var placements: [Placement?] = []
    /// The numbers of the paths that this build has created, so that the disk may not have them yet.
    var created: [Int] = []
    var summary = EmitSummary()

    /// Makes room for a site of which that much is expected.
    mutating func reserveCapacity(files: Int, folders: Int) {
      paths.reserveCapacity(files: files, folders: folders)
      placements.reserveCapacity(files)
    }

    mutating func place(_ number: Int, _ placement: Placement) {
      while placements.count <= number { placements.append(nil) }
      placements[number] = placement
    }

    /// nil for a file that the site does not have.
    func placement(of path: OutputPath) -> Placement? {
      paths.number(of: path).flatMap { $0 < placements.count ? placements[$0] : nil }
    }
  }

  /// The tree that will be served next, and what it held when it was opened.
  struct HiddenTree: Sendable {
    let tree: OutputTree
    let inventory: TreeInventory
    let inode: UInt64
  }

  let location: OutputLocation
  let flushes: Bool
  let faults: EmitFaults?
  let state: OutputState
  /// The tree being served, as it was when the build began; nil when there is none.
  let live: OutputTree?
  let inventory: TreeInventory
  let progress = Mutex(Progress())
  /// Opened when the first difference is found.
  private let hidden = Mutex<HiddenTree?>(nil)
  private let lock: Mutex<OutputLock?>
  private let identityLeft = Mutex<OutputIdentity?>(nil)

  /// Takes the lock, completes what an earlier build could not, and looks at what is there.
  ///
  /// - Parameters:
  ///   - output: The folder that is served. Missing parents are made. That it does not lie in a
  ///     crawled repository is for the caller to see to.
  ///   - onConflict: What to do while another build writes to the folder.
  ///   - flushes: Whether to wait for the disk before the trees trade places, so that even a power
  ///     failure leaves the old site or the new one.
  ///   - faults: Makes steps fail; for tests.
  /// - Throws: ``EmitError``, among others for a folder that holds what no Callboard wrote.
  package init(
    output: String,
    onConflict: OutputConflict = .fail,
    flushes: Bool = true,
    faults: EmitFaults? = nil
  ) throws(EmitError) {
    location = try OutputLocation(output)
    self.flushes = flushes
    self.faults = faults
    do throws(SystemFailure) {
      state = try OutputState(path: location.state, flushes: flushes, faults: faults)
    } catch {
      throw .system(error)
    }
    lock = Mutex(try OutputLock(in: state.folder, output: output, onConflict: onConflict))
    state.removeLeftovers()
    (live, inventory) = try Self.openLive(
      location: location,
      shownPath: output,
      state: state,
      faults: faults
    )
    // Most sites are about as large as they were.
    let (files, folders) = (inventory.files.count, inventory.folders.count)
    progress.withLock { progress in
      progress.reserveCapacity(files: files, folders: folders)
    }
  }

  /// What tells the folder that ``finish()`` has left from any other; nil before it, and when that is not known.
  var left: OutputIdentity? { identityLeft.withLock { $0 } }

  /// Takes a file of the folder that is served if it has the stamp of one with these contents.
  package func keep(_ path: String, hash: ContentHash) throws(EmitError) -> Bool {
    let path = OutputPath(path)
    guard let file = inventory.files[path], file.hash == hash else { return false }
    try progress.withLock { (progress) throws(EmitError) in
      guard let noted = try progress.paths.insert(path, hash: hash) else { return }
      progress.place(noted.number, .unchanged(file.stamp))
      progress.summary.unchanged += 1
    }
    return true
  }

  @discardableResult
  package func write(_ file: OutputFile) throws(EmitError) -> ContentHash {
    let path = try OutputPath(of: file)
    let hash = ContentHash(of: file.bytes)
    let noted = try progress.withLock { (progress) throws(EmitError) in
      try progress.paths.insert(path, hash: hash)
    }
    guard let noted else { return hash }
    do throws(SystemFailure) {
      try place(path, noted, hash: hash, bytes: file.bytes)
    } catch {
      throw .system(error)
    }
    return hash
  }

  package func finish() throws(EmitError) -> EmitSummary {
    do throws(SystemFailure) {
      let summary = try publish(progress.withLock { $0 })
      identityLeft.withLock { $0 = try? identity() }
      lock.withLock { $0 = nil }
      return summary
    } catch {
      throw .system(error)
    }
  }

  /// Opens the hidden tree, whichever thread comes first, and rids it of what is no finished
  /// site's.
  func hiddenTree() throws(SystemFailure) -> HiddenTree {
    try hidden.withLock { (hidden) throws(SystemFailure) in
      if let hidden { return hidden }
      state.unsettle()
      let root = try state.openTree()
      let inode = try root.status().inode
      let manifest = state.manifest(inode: inode).readable ?? OutputManifest()
      let inventory = try TreeInventory(of: root, manifest: manifest)
      let tree = OutputTree(root: root, faults: faults)
      // Of use to nobody: links, and what a build that failed has left, perhaps for lack of space.
      let leftovers = inventory.files.filter { $0.value.hash == nil }.keys
      for path in inventory.others + leftovers { try tree.removeFile(path) }
      let opened = HiddenTree(tree: tree, inventory: inventory, inode: inode)
      hidden = opened
      return opened
    }
  }

  private func place(
    _ path: OutputPath,
    _ noted: OutputPathSet.Noted,
    hash: ContentHash,
    bytes: [UInt8]
  ) throws(SystemFailure) {
    if let stamp = try servedStamp(path, hash: hash, size: bytes.count) {
      progress.withLock { progress in
        progress.place(noted.number, .unchanged(stamp))
        progress.summary.unchanged += 1
      }
      return
    }
    let hidden = try hiddenTree()
    let known = hidden.inventory.files[path]
    let isThere = known?.hash == hash
    let stamp: FileStamp
    if let known, isThere {
      stamp = known.stamp
    } else {
      let lacksFolder = noted.isFirstOfFolder && hidden.inventory.folders.isEmpty
      stamp = try hidden.tree.create(path, bytes, lacksFolder: lacksFolder)
    }
    progress.withLock { progress in
      progress.place(noted.number, .staged(stamp))
      progress.summary.written += 1
      progress.summary.bytesWritten += bytes.count
      if !isThere { progress.created.append(noted.number) }
    }
  }

  /// The stamp of the served file if it has this content, else nil.
  private func servedStamp(
    _ path: OutputPath,
    hash: ContentHash,
    size: Int
  ) throws(SystemFailure) -> FileStamp? {
    guard let live, let file = inventory.files[path] else { return nil }
    if let known = file.hash { return known == hash ? file.stamp : nil }
    // Touched, or copied here by somebody who did not keep the times.
    guard
      file.stamp.size == Int64(size),
      let bytes = try? live.read(path), ContentHash(of: bytes) == hash
    else { return nil }
    return file.stamp
  }
}
