import Glibc

/// One folder while its entries are read.
///
/// Closed with its owner. Children are opened relative to its descriptor.
struct FolderReader: ~Copyable {
  /// What an entry is by itself; links are not followed.
  enum EntryKind {
    case file
    case folder
    case symbolicLink
    case special
  }

  /// A name, in the bytes of the file system, with its kind.
  struct Entry {
    var name: [UInt8]
    var kind: EntryKind

    /// Whether it is a file of an editor's, see ``PassingFile``. Links to repositories may have any name but that of a lock.
    var isPassing: Bool {
      switch kind {
      case .file: PassingFile.hasName(name)
      case .symbolicLink: PassingFile.isLock(name)
      case .folder, .special: false
      }
    }
  }

  private let stream: OpaquePointer
  let descriptor: Int32

  /// Takes over an open descriptor of a folder; nil when it is none.
  init?(_ folder: consuming OwnedDescriptor) {
    // `fdopendir` takes the descriptor, so the owner's must be another one.
    let copy = fcntl(folder.raw, F_DUPFD_CLOEXEC, 0)
    guard copy >= 0 else { return nil }
    guard let stream = fdopendir(copy) else {
      close(copy)
      return nil
    }
    self.stream = stream
    descriptor = copy
  }

  deinit {
    closedir(stream)
  }

  /// All entries but `.` and `..`, in the arbitrary order of the file system.
  func entries() -> [Entry] {
    var entries: [Entry] = []
    while let entry = readdir(stream) {
      let record = UnsafeRawPointer(entry)
      let start = record.advanced(by: Self.nameOffset).assumingMemoryBound(to: UInt8.self)
      var length = 0
      while start[length] != 0 { length += 1 }
      let name = UnsafeBufferPointer(start: start, count: length)
      if name.elementsEqual(".".utf8) || name.elementsEqual("..".utf8) { continue }
      entries.append(
        Entry(name: Array(name), kind: kind(Int32(entry.pointee.d_type), of: start))
      )
    }
    return entries
  }

  /// The status of an entry itself, not of what a link leads to; nil when it is gone.
  func status(of name: UnsafePointer<CChar>) -> stat? {
    var status = stat()
    guard fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else { return nil }
    return status
  }

  /// Equal for equal names with equal kinds, whatever their order on the disk, and whatever files editors keep beside them.
  static func summary(of entries: [Entry]) -> [UInt8] {
    let names = entries.lazy.filter { !$0.isPassing }.map { entry in
      // NUL and the slash are in no name.
      entry.name
        + (entry.kind == .folder ? Array("/".utf8) : entry.kind == .file ? [] : Array("//".utf8))
    }
    return Array(names.sorted { $0.lexicographicallyPrecedes($1) }.joined(separator: [0]))
  }

  private static let nameOffset = MemoryLayout<dirent>.offset(of: \dirent.d_name) ?? 0

  private func kind(_ type: Int32, of name: UnsafePointer<UInt8>) -> EntryKind {
    switch Int(type) {
    case DT_REG: return .file
    case DT_DIR: return .folder
    case DT_LNK: return .symbolicLink
    case DT_UNKNOWN: break
    default: return .special
    }
    // Some file systems do not tell the type in the folder.
    let text = UnsafeRawPointer(name).assumingMemoryBound(to: CChar.self)
    guard let status = status(of: text) else { return .special }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return .file
    case S_IFDIR: return .folder
    case S_IFLNK: return .symbolicLink
    default: return .special
    }
  }
}
