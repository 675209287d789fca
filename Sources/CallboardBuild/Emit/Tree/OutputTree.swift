import Glibc
import Synchronization

/// One of the two trees, open for change. All methods may be called from several threads at once.
///
/// It knows none of its folders: who makes a file knows or finds out that its folder is missing, once for each folder.
/// No symbolic link may stand in a folder's place; ``TreeInventory/others`` has those that do.
final class OutputTree: Sendable {
  let root: OpenFile
  let faults: EmitFaults?
  /// Held while folders are made: two threads that find a file in a folder's place must not remove each other's folder.
  private let foldersInMaking = Mutex(())

  /// A tree with its root open.
  init(root: consuming OpenFile, faults: EmitFaults?) {
    self.root = root
    self.faults = faults
  }

  /// Creates a file in place of whatever is there. Never writes into an existing file, which may be
  /// a hard link to one that is being served.
  ///
  /// - Parameter lacksFolder: Whether its folder is known to be missing, so that it is made first. Both answers are right
  ///   for any file; the other one costs a system call more.
  func create(
    _ path: OutputPath,
    _ bytes: [UInt8],
    lacksFolder: Bool = false
  ) throws(SystemFailure) -> FileStamp {
    let shown = shownPath(path)
    try SystemFailure.check(.createFile, faults, path: shown)
    if lacksFolder { try makeFolders(of: path) }
    var descriptor = open(path)
    if descriptor < 0 {
      try makeWay(for: path, errno)
      descriptor = open(path)
      guard descriptor >= 0 else { throw failure("write", path) }
    }
    let file = OpenFile(adopting: descriptor, path: shown)
    try file.write(bytes)
    return try file.status().stamp
  }

  /// A new file's descriptor; negative when `errno` says why not.
  private func open(_ path: OutputPath) -> Int32 {
    openat(root.descriptor, path.characters, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
  }

  /// Removes what stands in the way of a new file, or makes the folders that it lacks.
  ///
  /// - Parameter code: Why it could not be made.
  private func makeWay(for path: OutputPath, _ code: Int32) throws(SystemFailure) {
    switch code {
    case EEXIST: try clear(path)
    case ENOENT, ENOTDIR: try makeFolders(of: path)
    default: throw SystemFailure(action: "write", path: shownPath(path), code: code)
    }
  }

  /// Makes a file the same as another tree's by a hard link, or by a copy where links are refused.
  func link(_ path: OutputPath, from other: OutputTree) throws(SystemFailure) -> FileStamp? {
    try SystemFailure.check(.linkFile, faults, path: shownPath(path))
    for _ in 0..<2 {
      let characters = path.characters
      if linkat(other.root.descriptor, characters, root.descriptor, characters, 0) == 0 {
        return nil
      }
      let code = errno
      guard code == EEXIST || code == ENOENT || code == ENOTDIR else { break }
      try makeWay(for: path, code)
    }
    // No links at all, too many of one file, or another file system: whatever it was, a copy either
    // works or says what is wrong.
    return try create(path, try other.read(path))
  }

  /// Reads a whole file.
  func read(_ path: OutputPath) throws(SystemFailure) -> [UInt8] {
    let file = try OpenFile(
      path.characters,
      in: root.descriptor,
      flags: O_RDONLY | O_NOFOLLOW | O_NONBLOCK,
      path: shownPath(path)
    )
    return try file.read(Int(try file.status().stamp.size), at: 0)
  }

  /// Waits until the disk has a file's bytes.
  func synchronize(_ path: OutputPath) throws(SystemFailure) {
    let file = try OpenFile(
      path.characters,
      in: root.descriptor,
      flags: O_RDONLY | O_NOFOLLOW,
      path: shownPath(path)
    )
    try file.synchronize()
  }

  /// Removes a file or a link. Nothing there is fine, and so is a folder, which stays.
  func removeFile(_ path: OutputPath) throws(SystemFailure) {
    try SystemFailure.check(.removeFile, faults, path: shownPath(path))
    guard unlinkat(root.descriptor, path.characters, 0) != 0 else { return }
    switch errno {
    case ENOENT, ENOTDIR, EISDIR: return
    default: throw failure("remove", path)
    }
  }

  /// Makes way for a file: removes what has its name, be it a folder with all that it holds.
  func clear(_ path: OutputPath) throws(SystemFailure) {
    guard unlinkat(root.descriptor, path.characters, 0) != 0 else { return }
    switch errno {
    case ENOENT: return
    case EISDIR: try removeFolder(path)
    default: throw failure("remove", path)
    }
  }

  /// Removes those of the folders that are empty or hold only empty folders.
  func removeEmptyFolders(_ candidates: Set<OutputPath>) {
    for folder in candidates.sorted().reversed() {
      unlinkat(root.descriptor, folder.characters, AT_REMOVEDIR)
    }
  }

  /// Makes the folders that hold `path`, in place of files that bear their names.
  func makeFolders(of path: OutputPath) throws(SystemFailure) {
    guard let folder = path.folder else { return }
    try foldersInMaking.withLock { _ throws(SystemFailure) in try makeFolder(folder) }
  }

  /// As named in messages.
  func shownPath(_ path: OutputPath) -> String { "\(root.path)/\(path)" }

  private func makeFolder(_ path: OutputPath) throws(SystemFailure) {
    if mkdirat(root.descriptor, path.characters, 0o777) == 0 { return }
    switch errno {
    case EEXIST:
      let status = try FileStatus(
        of: path.characters,
        in: root.descriptor,
        path: shownPath(path)
      )
      if status?.kind == .folder { return }
      unlinkat(root.descriptor, path.characters, 0)
    case ENOENT, ENOTDIR:
      guard let outer = path.folder else { throw failure("create the folder", path) }
      try makeFolder(outer)
    default: throw failure("create the folder", path)
    }
    guard mkdirat(root.descriptor, path.characters, 0o777) == 0 else {
      throw failure("create the folder", path)
    }
  }

  private func removeFolder(_ path: OutputPath) throws(SystemFailure) {
    let folder = try OpenFile(
      path.characters,
      in: root.descriptor,
      flags: OpenFile.folderFlags,
      path: shownPath(path)
    )
    let inventory = try TreeInventory(of: folder)
    for inner in Array(inventory.files.keys) + inventory.others {
      unlinkat(folder.descriptor, inner.characters, 0)
    }
    for inner in inventory.folders.sorted().reversed() {
      unlinkat(folder.descriptor, inner.characters, AT_REMOVEDIR)
    }
    guard unlinkat(root.descriptor, path.characters, AT_REMOVEDIR) == 0 else {
      throw failure("remove", path)
    }
  }

  /// The failure of the system call just made.
  func failure(_ action: String, _ path: OutputPath) -> SystemFailure {
    let code = errno
    return SystemFailure(action: action, path: shownPath(path), code: code)
  }
}
