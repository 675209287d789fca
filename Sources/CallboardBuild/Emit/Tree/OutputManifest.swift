/// What one tree held when it was published: each file's hash, and the stamps that tell cheaply
/// whether files and folders are still the same.
///
/// A tree's manifest is named by the tree's inode, which moves along when two trees trade places.
/// So no manifest has to be renamed in the same instant, and none stands in the site itself.
struct OutputManifest: Sendable {
  /// A file's hash, and its stamp while it is the one with that hash.
  struct File: Sendable {
    var path: OutputPath
    var hash: ContentHash
    var stamp: FileStamp
  }

  /// A folder's stamp changes with the names in it: while it is the same, nothing was added.
  struct Folder: Sendable {
    var path: OutputPath
    var stamp: FileStamp
  }

  static let magic: [UInt8] = Array("callmani".utf8)
  static let format: UInt32 = 1

  /// Of the tree's root.
  var rootStamp = FileStamp.unknown
  var files: [File] = []
  var folders: [Folder] = []

  /// Of a tree that nothing is known of.
  init() {}

  /// Describes a tree that has just been made, by the stamps of its files, which stand by the numbers of their paths.
  ///
  /// The stamps of the folders are asked for in `tree`. Without one, as the folders are still going
  /// to change, the next build has to list them.
  init(
    _ paths: OutputPathSet,
    stamps: [FileStamp?],
    tree: OutputTree?
  ) throws(SystemFailure) {
    let files = stamps.enumerated().compactMap { number, stamp in
      stamp.map { File(path: paths[number], hash: paths.hashes[number], stamp: $0) }
    }
    try self.init(files, folders: paths.folders, tree: tree)
  }

  /// The same of files in any order, with the folders that hold them, in any order.
  init(_ files: [File], folders: [OutputPath], tree: OutputTree?) throws(SystemFailure) {
    self.files = files.sorted { $0.path < $1.path }
    let sorted = folders.sorted()
    var folderStamps: [FileStamp] = []
    if let tree {
      folderStamps = try FileStatus.all(sorted, in: tree.root).map { $0?.stamp ?? .unknown }
      rootStamp = try tree.root.status().stamp
    }
    self.folders = sorted.enumerated().map { index, path in
      Folder(path: path, stamp: tree == nil ? .unknown : folderStamps[index])
    }
  }

  /// Reads a manifest; nil when it is damaged or of another format.
  init?(_ bytes: [UInt8]) {
    guard let content = bytes.withoutChecksum else { return nil }
    var reader = ByteFieldReader(bytes)
    guard
      reader.slice(Self.magic.count)?.elementsEqual(Self.magic) == true,
      reader.integer(UInt32.self) == Self.format,
      let rootStamp = reader.stamp(),
      let fileCount = reader.integer(UInt32.self),
      let folderCount = reader.integer(UInt32.self),
      // No reserving of memory for a count that the bytes cannot hold.
      Int(fileCount) + Int(folderCount) <= content.count
    else { return nil }
    self.rootStamp = rootStamp
    files.reserveCapacity(Int(fileCount))
    for _ in 0..<fileCount {
      guard let path = reader.path(), let hash = reader.hash(), let stamp = reader.stamp() else {
        return nil
      }
      files.append(File(path: path, hash: hash, stamp: stamp))
    }
    folders.reserveCapacity(Int(folderCount))
    for _ in 0..<folderCount {
      guard let path = reader.path(), let stamp = reader.stamp() else { return nil }
      folders.append(Folder(path: path, stamp: stamp))
    }
  }

  /// In the order of ``files`` and ``folders``, with a hash of the rest at the end.
  func encoded() -> [UInt8] {
    var bytes = Self.magic
    bytes.reserveCapacity(128 * (files.count + folders.count + 1))
    bytes.appendLittleEndian(Self.format)
    bytes.append(rootStamp)
    bytes.appendLittleEndian(UInt32(truncatingIfNeeded: files.count))
    bytes.appendLittleEndian(UInt32(truncatingIfNeeded: folders.count))
    for file in files {
      bytes.append(file.path)
      bytes.append(file.hash)
      bytes.append(file.stamp)
    }
    for folder in folders {
      bytes.append(folder.path)
      bytes.append(folder.stamp)
    }
    bytes.append(ContentHash(of: bytes))
    return bytes
  }
}

extension FileStamp {
  /// That of no file.
  static let unknown = FileStamp(size: -1, modifiedSeconds: 0, modifiedNanoseconds: 0)
}

// The fields of the writer's own files.

extension [UInt8] {
  mutating func append(_ path: OutputPath) {
    // The system calls have taken the path, and they take no more than 4096 bytes.
    appendLittleEndian(UInt16(truncatingIfNeeded: path.count))
    append(contentsOf: path.utf8)
  }

  mutating func append(_ stamp: FileStamp) {
    appendLittleEndian(stamp.size)
    appendLittleEndian(stamp.modifiedSeconds)
    appendLittleEndian(stamp.modifiedNanoseconds)
  }

  /// All but the hash of the rest that they end with; nil if it is not the right one.
  var withoutChecksum: ArraySlice<UInt8>? {
    let content = dropLast(16)
    var end = ByteFieldReader(self, from: content.endIndex)
    return end.hash() == ContentHash(of: content) ? content : nil
  }
}

extension ByteFieldReader {
  mutating func path() -> OutputPath? {
    integer(UInt16.self).flatMap { slice(Int($0)) }.map { OutputPath($0) }
  }

  mutating func stamp() -> FileStamp? {
    guard
      let size = integer(Int64.self),
      let seconds = integer(Int64.self),
      let nanoseconds = integer(Int32.self)
    else { return nil }
    return FileStamp(size: size, modifiedSeconds: seconds, modifiedNanoseconds: nanoseconds)
  }
}
