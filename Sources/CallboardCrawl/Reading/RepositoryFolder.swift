/// A folder whose files are read without having been listed: for the excerpts of findings that an earlier build
/// has made.
package struct RepositoryFolder: Sendable {
  private let path: String

  package init(_ path: String) {
    self.path = path
  }

  /// Reads a file of at most `limit` bytes by its relative path; links are not followed.
  package func contents(of file: String, limit: Int) throws(ReadError) -> [UInt8] {
    try FolderRoot(path).contents(of: file, limit: limit)
  }
}
