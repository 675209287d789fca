import Glibc

/// The folder that holds the segments of one cache.
struct CacheFolder: Sendable {
  static let temporaryExtension = ".tmp"

  let path: String

  /// The segments that are fit for reading, and the names of those that are not.
  struct Contents {
    var segments: [CacheSegment] = []
    var damaged: [String] = []

    /// See ``SegmentCache/isFull``.
    var isFull: Bool {
      !segments.isEmpty && SegmentTiers.due(segments.map(\.size)).count == segments.count
    }
  }

  /// What the folder holds; nothing when it is missing, unreadable or not to be trusted.
  func contents() -> Contents {
    guard
      let folder = try? openExisting(),
      Self.isTrusted(folder),
      let entries = try? folder.entries()
    else { return Contents() }

    var contents = Contents()
    let names = entries.map { String(decoding: $0.name, as: UTF8.self) }
    for name in names.sorted() where name.hasSuffix(CacheSegment.fileExtension) {
      if let segment = CacheSegment(name: name, in: folder) {
        contents.segments.append(segment)
      } else {
        contents.damaged.append(name)
      }
    }
    return contents
  }

  /// Opens the folder for writing, and makes it and its parents if need be, for the user alone.
  func openForWriting() throws(CacheError) -> OpenFile {
    let folder: OpenFile
    do {
      try Self.makeFolders(path)
      folder = try openExisting()
    } catch {
      throw .system(error)
    }
    guard Self.isTrusted(folder) else { throw .folderOfOthers(path) }
    return folder
  }

  /// The bytes of a file of the folder; nil when there is none or the folder is not to be trusted.
  func contents(of name: String) -> [UInt8]? {
    guard let folder = try? openExisting(), Self.isTrusted(folder),
      let file = try? OpenFile(
        name,
        in: folder.descriptor,
        flags: O_RDONLY | O_NOFOLLOW | O_NONBLOCK,
        path: name
      ),
      let size = try? file.status().stamp.size
    else { return nil }
    return try? file.read(Int(size), at: 0)
  }

  /// Replaces a file of the folder as a whole.
  func replace(_ name: String, with bytes: [UInt8]) throws(CacheError) {
    let folder = try openForWriting()
    removeAbandonedFiles(in: folder)
    let hash = ContentHash(high: .random(in: 0 ... .max), low: .random(in: 0 ... .max))
    let temporary = hash.description + Self.temporaryExtension
    do throws(SystemFailure) {
      let file = try OpenFile(
        temporary,
        in: folder.descriptor,
        flags: O_WRONLY | O_CREAT | O_EXCL,
        mode: 0o600,
        action: "write the cache file",
        path: "\(path)/\(temporary)"
      )
      // An unlocked temporary file was left by a killed build.
      flock(file.descriptor, LOCK_EX)
      try file.write(bytes)
      guard renameat(folder.descriptor, temporary, folder.descriptor, name) == 0 else {
        throw SystemFailure(action: "rename the cache file", path: "\(path)/\(name)", code: errno)
      }
    } catch {
      unlinkat(folder.descriptor, temporary, 0)
      throw .system(error)
    }
  }

  /// Removes what killed builds left behind.
  func removeAbandonedFiles(in folder: borrowing OpenFile) {
    guard let entries = try? folder.entries() else { return }
    for entry in entries {
      let name = String(decoding: entry.name, as: UTF8.self)
      guard
        name.hasSuffix(Self.temporaryExtension),
        let file = try? OpenFile(
          name,
          in: folder.descriptor,
          flags: O_RDONLY | O_NOFOLLOW | O_NONBLOCK,
          path: name
        ),
        flock(file.descriptor, LOCK_EX | LOCK_NB) == 0
      else { continue }
      unlinkat(folder.descriptor, name, 0)
    }
  }

  private func openExisting() throws(SystemFailure) -> OpenFile {
    try OpenFile(path, flags: OpenFile.folderFlags, action: "open the cache folder", path: path)
  }

  /// A folder that others can write to may hold entries that they made up.
  private static func isTrusted(_ folder: borrowing OpenFile) -> Bool {
    guard let status = try? folder.status() else { return false }
    return status.owner == geteuid() && status.permissions & 0o022 == 0
  }

  private static func makeFolders(_ path: String) throws(SystemFailure) {
    var end = path.startIndex
    while end < path.endIndex {
      let next = path.index(after: end)
      end = path[next...].firstIndex(of: "/") ?? path.endIndex
      let prefix = String(path[..<end])
      if mkdir(prefix, 0o700) != 0, errno != EEXIST {
        let code = errno
        // An existing parent may refuse for other reasons, such as a read-only mount.
        if access(prefix, F_OK) == 0 { continue }
        throw SystemFailure(action: "create the cache folder", path: prefix, code: code)
      }
    }
  }
}
