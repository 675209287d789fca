import Glibc

/// What the file system knows of a file, a folder or something else, without reading it.
struct FileStatus: Sendable {
  enum Kind: Sendable {
    case file
    case folder
    /// A symbolic link, a pipe, a device or a socket.
    case other
  }

  var kind: Kind
  var stamp: FileStamp
  var device: UInt64
  /// Unique on its device while the file exists; a rename keeps it.
  var inode: UInt64
  var owner: uid_t
  /// The twelve permission bits.
  var permissions: mode_t

  init(_ status: stat) {
    switch status.st_mode & S_IFMT {
    case S_IFREG: kind = .file
    case S_IFDIR: kind = .folder
    default: kind = .other
    }
    stamp = FileStamp(
      size: Int64(status.st_size),
      modifiedSeconds: Int64(status.st_mtim.tv_sec),
      modifiedNanoseconds: Int32(truncatingIfNeeded: status.st_mtim.tv_nsec)
    )
    device = UInt64(status.st_dev)
    inode = UInt64(status.st_ino)
    owner = status.st_uid
    permissions = status.st_mode & 0o7777
  }

  /// The status of what `name` is in `folder`, of a symbolic link itself; nil when there is
  /// nothing.
  init?(
    of name: UnsafePointer<CChar>,
    in folder: Int32 = AT_FDCWD,
    path: @autoclosure () -> String
  ) throws(SystemFailure) {
    var buffer = stat()
    guard fstatat(folder, name, &buffer, AT_SYMLINK_NOFOLLOW) == 0 else {
      let code = errno
      if code == ENOENT || code == ENOTDIR { return nil }
      throw SystemFailure(action: "examine", path: path(), code: code)
    }
    self.init(buffer)
  }
}

extension FileStatus {
  /// Threads for many questions at once: the system answers them from memory, for the most part.
  private static let threadCount = 4

  /// The status of each path below a folder, in the order of the paths; nil where there is nothing.
  static func all(
    _ paths: [OutputPath],
    in folder: borrowing OpenFile
  ) throws(SystemFailure) -> [FileStatus?] {
    let descriptor = folder.descriptor
    let shownFolder = folder.path
    return try ParallelFor(width: threadCount, chunkSize: 512).map(count: paths.count) {
      (index) throws(SystemFailure) in
      let path = paths[index]
      return try FileStatus(of: path.characters, in: descriptor, path: "\(shownFolder)/\(path)")
    }
  }
}

/// Changes whenever a file's content is written by usual means; costs one system call to read.
struct FileStamp: Hashable, Sendable {
  /// In bytes.
  var size: Int64
  /// Since 1970.
  var modifiedSeconds: Int64
  var modifiedNanoseconds: Int32
}
