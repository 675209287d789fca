import Glibc

extension OutputTree {
  private static let temporaryName = ".callboard-move"

  /// Moves a file here from another tree. One that is not there was moved before.
  func move(_ path: OutputPath, from other: OutputTree) throws(SystemFailure) {
    try SystemFailure.check(.moveFile, faults, path: shownPath(path))
    let characters = path.characters
    for attempt in 0..<2 {
      if renameat(other.root.descriptor, characters, root.descriptor, characters) == 0 { return }
      switch errno {
      case ENOENT where attempt == 0, ENOTDIR where attempt == 0: try makeFolders(of: path)
      case ENOENT: return
      case EISDIR, ENOTEMPTY, EEXIST: try clear(path)
      case EXDEV: return try copy(path, from: other)
      default: throw failure("write", path)
      }
    }
    throw failure("write", path)
  }

  /// For the two sides of a mount: a copy beside its place, then a rename.
  private func copy(_ path: OutputPath, from other: OutputTree) throws(SystemFailure) {
    let bytes = try other.read(path)
    let temporary = OutputPath(Self.temporaryName)
    unlinkat(root.descriptor, temporary.characters, 0)
    _ = try create(temporary, bytes)
    try synchronize(temporary)
    for _ in 0..<2 {
      if renameat(root.descriptor, temporary.characters, root.descriptor, path.characters) == 0 {
        break
      }
      guard errno == EISDIR else { throw failure("write", path) }
      try clear(path)
    }
    try other.removeFile(path)
  }
}
