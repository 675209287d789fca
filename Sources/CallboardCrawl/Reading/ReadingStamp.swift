import Glibc

/// What the file system says of a file or folder; while it is the same, so are contents or names.
///
/// Git trusts the same fields. Writing within one tick of the file system's clock leaves them as they were, so a stamp
/// that was taken soon after the last change proves nothing: see ``isDoubtful(at:)``.
package struct ReadingStamp: Hashable, Sendable {
  package var device: UInt64
  package var inode: UInt64
  /// In bytes.
  package var size: Int64
  /// In nanoseconds since 1970.
  package var modified: Int64
  /// When the inode changed last, in nanoseconds since 1970.
  package var changed: Int64

  package init(device: UInt64, inode: UInt64, size: Int64, modified: Int64, changed: Int64) {
    self.device = device
    self.inode = inode
    self.size = size
    self.modified = modified
    self.changed = changed
  }

  init(_ status: stat) {
    device = UInt64(status.st_dev)
    inode = UInt64(status.st_ino)
    size = Int64(status.st_size)
    modified = status.st_mtim.nanoseconds
    changed = status.st_ctim.nanoseconds
  }

  /// Whether a stamp that was taken at or after a moment (nanoseconds since 1970) may hide a change: it is less than
  /// two seconds older, the coarsest clock of a file system.
  package func isDoubtful(at moment: Int64) -> Bool {
    max(modified, changed) > moment - 2_000_000_000
  }
}

extension ReadingStamp {
  /// The stamp of what a path leads to; nil for nothing. The path ends with NUL.
  package static func of(_ path: UnsafePointer<CChar>) -> ReadingStamp? {
    var status = stat()
    return stat(path, &status) == 0 ? ReadingStamp(status) : nil
  }
}
