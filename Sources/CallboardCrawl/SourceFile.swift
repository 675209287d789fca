/// One file that a repository lists: regular, not ignored, within the limits.
package struct SourceFile: Hashable, Sendable {
  /// Stays the same as long as the contents do, without reading them.
  package enum Fingerprint: Hashable, Sendable {
    /// The id of git's object, in hexadecimal: the same id, the same contents, in any repository.
    case blob(String)
    /// What the file system says; times are nanoseconds since 1970.
    case status(size: Int64, modified: Int64, changed: Int64, inode: UInt64)
  }

  /// Relative to the repository's root, `/`-separated; may hold any character but NUL.
  package let path: String
  /// In bytes, when it was listed.
  package let size: Int
  package let fingerprint: Fingerprint

  package init(path: String, size: Int, fingerprint: Fingerprint) {
    self.path = path
    self.size = size
    self.fingerprint = fingerprint
  }
}
