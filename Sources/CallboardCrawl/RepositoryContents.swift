/// Where the contents of a snapshot's files come from.
struct RepositoryContents: Sendable {
  /// A folder with its `.git`, if it has one, or the objects of a clone.
  enum Place: Sendable {
    case folder(FolderRoot, WorkingCopy?)
    case clone(Clone, ObjectReaderPool)
  }

  let place: Place
  let git: Git

  /// Reads a file that the snapshot lists.
  func read(_ file: SourceFile, limit: Int) throws(ReadError) -> [UInt8] {
    switch place {
    case .folder(let root, _):
      return try root.contents(of: file.path, limit: limit)
    case .clone(let clone, let pool):
      guard case .blob(let id) = file.fingerprint else { throw .notFound }
      return try pool.reader(of: clone.repository).contents(ofBlob: id, size: file.size)
    }
  }
}
