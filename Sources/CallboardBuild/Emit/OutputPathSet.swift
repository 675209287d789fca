/// The paths of a site as it is written, and what must not happen to them.
struct OutputPathSet: Sendable {
  private(set) var files: [OutputPath: ContentHash] = [:]
  /// Every folder that holds a file, directly or not; not the site's root.
  private(set) var folders: Set<OutputPath> = []

  /// Makes room for the paths of a site of which that many are expected.
  mutating func reserveCapacity(files: Int, folders: Int) {
    self.files.reserveCapacity(files)
    self.folders.reserveCapacity(folders)
  }

  func contains(_ path: OutputPath) -> Bool { files[path] != nil }

  /// Notes a file. Returns false if the same file was noted before. After an error the set is of no more use.
  mutating func insert(_ path: OutputPath, hash: ContentHash) throws(EmitError) -> Bool {
    if let other = files.updateValue(hash, forKey: path) {
      guard other == hash else { throw .duplicatePath(path.description) }
      return false
    }
    guard !folders.contains(path) else {
      throw .fileIsFolder(path.description)
    }
    var enclosing = path.folder
    while let folder = enclosing {
      guard files[folder] == nil else { throw .fileIsFolder(folder.description) }
      // The folders above a known one are known, too.
      guard folders.insert(folder).inserted else { break }
      enclosing = folder.folder
    }
    return true
  }

  /// Gives a file that was noted before another hash.
  mutating func replace(_ path: OutputPath, hash: ContentHash) {
    files.updateValue(hash, forKey: path)
  }
}
