/// The paths of a site as it is written, numbered in the order of their arrival, and what must not happen to them.
///
/// A large site has half a million, and a third as many folders: they stand one behind the other in one array.
struct OutputPathSet: Sendable {
  /// Path after path, each with its NUL.
  private var characters: [CChar] = []
  /// With their NULs.
  private var files = PathTable()
  /// Every folder that holds a file, directly or not, without a NUL: the beginning of the path that came first of those in
  /// it. The site's root is none.
  private var folderTable = PathTable()
  /// Of the contents of each path's file.
  private(set) var hashes: [ContentHash] = []

  /// How many paths there are; their numbers are those below.
  var count: Int { files.count }

  /// Every folder that holds a file, directly or not; not the site's root. In no order of use.
  var folders: [OutputPath] {
    (0..<folderTable.count).map { number in
      OutputPath(terminated: characters[folderTable.range(number)] + [0])
    }
  }

  /// Makes room for the paths of a site of which that many are expected, before there are any.
  mutating func reserveCapacity(files: Int, folders: Int) {
    hashes.reserveCapacity(files)
    self.files.reserveCapacity(files)
    folderTable.reserveCapacity(folders)
  }

  /// The number of a path; nil for one that was not noted.
  func number(of path: OutputPath) -> Int? {
    path.characters.withUnsafeBytes { files.number(of: $0, in: characters) }
  }

  func contains(_ path: OutputPath) -> Bool { number(of: path) != nil }

  /// Whether it is one of ``folders``.
  func hasFolder(_ path: OutputPath) -> Bool {
    path.characters.withUnsafeBytes { bytes in
      let name = UnsafeRawBufferPointer(rebasing: bytes.dropLast())
      return folderTable.number(of: name, in: characters) != nil
    }
  }

  /// The path of a number below ``count``.
  subscript(number: Int) -> OutputPath {
    OutputPath(terminated: Array(characters[files.range(number)]))
  }

  /// A path that was noted for the first time.
  struct Noted {
    let number: Int
    /// Whether no other path has named its folder yet; false in the site's root.
    let isFirstOfFolder: Bool
  }

  /// Notes a file. After an error the set is of no more use.
  ///
  /// - Returns: nil if the same file was noted before.
  mutating func insert(_ path: OutputPath, hash: ContentHash) throws(EmitError) -> Noted? {
    if let earlier = number(of: path) {
      guard hashes[earlier] == hash else { throw .duplicatePath(path.description) }
      return nil
    }
    guard !hasFolder(path) else {
      throw .fileIsFolder(path.description)
    }
    let start = characters.count
    makeRoom(for: path)
    characters += path.characters
    let folderCount = folderTable.count
    try noteFolders(of: path, from: start)
    files.append(start..<characters.count, in: characters)
    hashes.append(hash)
    return Noted(number: count - 1, isFirstOfFolder: folderTable.count > folderCount)
  }

  /// Notes the folders that a path lies in which begins at a place of ``characters``.
  private mutating func noteFolders(of path: OutputPath, from start: Int) throws(EmitError) {
    var enclosing = path.folder
    while let folder = enclosing {
      // The folders above a known one are known, too.
      guard !hasFolder(folder) else { return }
      guard !contains(folder) else { throw .fileIsFolder(folder.description) }
      folderTable.append(start..<start + folder.count, in: characters)
      enclosing = folder.folder
    }
  }

  /// Grows by a quarter: doubling would leave half of the room of a large site unused.
  private mutating func makeRoom(for path: OutputPath) {
    guard characters.capacity - characters.count < path.characters.count else { return }
    let further = max(1 << 12, characters.count / 4, path.characters.count)
    characters.reserveCapacity(characters.count + further)
  }
}
