import Glibc

/// A folder below which files are read, and nothing outside of it.
///
/// Every component of a path is opened by itself and never through a symbolic link, so neither `..`
/// nor a link that is put there meanwhile leads out. No descriptor is held between reads: a site
/// may have more repositories than a process may open files.
struct FolderRoot: Sendable {
  let path: String
  /// Hears of everything that is read; nil where nobody asks.
  let log: ReadingLog?
  private let device: dev_t
  private let inode: ino_t

  /// Remembers which folder stands at `path`. The operator names it, so links in it are followed.
  init(_ path: String, log: ReadingLog? = nil) throws(ReadError) {
    log?.noteKind(path)
    let descriptor = try Self.openFolder(path)
    let status = try Self.status(of: descriptor)
    self.path = path
    self.log = log
    device = status.st_dev
    inode = status.st_ino
  }

  /// Opens the folder anew; fails if another has taken its place.
  func open() throws(ReadError) -> OwnedDescriptor {
    let descriptor = try Self.openFolder(path)
    let status = try Self.status(of: descriptor)
    guard status.st_dev == device, status.st_ino == inode else { throw .notFound }
    return descriptor
  }

  /// Reads a regular file of at most `limit` bytes. Its path is relative and `/`-separated.
  func contents(of file: String, limit: Int) throws(ReadError) -> [UInt8] {
    do throws(ReadError) {
      let descriptor = try open(file)
      let status = try Self.status(of: descriptor)
      let bytes = try Self.contents(of: descriptor, status, limit: limit)
      log?.noteContents("\(path)/\(file)", status, bytes)
      return bytes
    } catch {
      log?.noteFailure("\(path)/\(file)", error)
      throw error
    }
  }

  /// Opens a file by its relative path.
  private func open(_ file: String) throws(ReadError) -> OwnedDescriptor {
    var descriptor = try open()
    let components = file.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    for (index, component) in components.enumerated() {
      let isLast = index == components.count - 1
      let name = String(decoding: component, as: UTF8.self)
      guard Self.isComponent(name) else { throw .notFound }
      descriptor = try Self.open(name, in: descriptor.raw, flags: isLast ? 0 : O_DIRECTORY)
    }
    return descriptor
  }

  /// Whether a name may stand between two slashes.
  static func isComponent(_ name: String) -> Bool {
    !name.isEmpty && name != "." && name != ".." && !name.utf8.contains(0)
  }

  /// Opens an entry of a folder for reading, never following a link nor waiting for a FIFO.
  static func open(
    _ name: String,
    in folder: Int32,
    flags: Int32 = 0
  ) throws(ReadError) -> OwnedDescriptor {
    let flags = O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC | O_NOCTTY | flags
    let raw = openat(folder, name, flags)
    guard raw >= 0 else { throw error(errno) }
    return OwnedDescriptor(raw)
  }

  /// Reads an opened file to its end, after checking what has really been opened.
  static func contents(
    of descriptor: borrowing OwnedDescriptor,
    limit: Int
  ) throws(ReadError) -> [UInt8] {
    try contents(of: descriptor, status(of: descriptor), limit: limit)
  }

  private static func contents(
    of descriptor: borrowing OwnedDescriptor,
    _ status: stat,
    limit: Int
  ) throws(ReadError) -> [UInt8] {
    guard status.st_mode & S_IFMT == S_IFREG else { throw .notAFile }
    guard status.st_size <= limit else {
      throw .tooLarge(bytes: Int(status.st_size), limit: limit)
    }
    // One byte more than there should be shows that the file has grown in the meantime: a read that ends where the file should,
    // with room left, has come to its end.
    let size = Int(status.st_size)
    var bytes: [UInt8] = []
    var capacity = size + 1
    while true {
      var failure: Int32 = 0
      var isAtEnd = false
      let raw = descriptor.raw
      let chunk = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
        while count < buffer.count {
          let result = read(raw, buffer.baseAddress?.advanced(by: count), buffer.count - count)
          if result < 0, errno == EINTR { continue }
          if result < 0 { failure = errno }
          if result <= 0 {
            isAtEnd = true
            return
          }
          count += result
          if bytes.isEmpty, count == size {
            isAtEnd = true
            return
          }
        }
      }
      if failure != 0 { throw error(failure) }
      if bytes.isEmpty { bytes = chunk } else { bytes += chunk }
      guard bytes.count <= limit else { throw .tooLarge(bytes: bytes.count, limit: limit) }
      if isAtEnd { return bytes }
      capacity = min(64 << 10, limit - bytes.count + 1)
    }
  }

  /// What has really been opened, whatever stands at its path by now.
  static func status(of descriptor: borrowing OwnedDescriptor) throws(ReadError) -> stat {
    var status = stat()
    guard fstat(descriptor.raw, &status) == 0 else { throw error(errno) }
    return status
  }

  private static func openFolder(_ path: String) throws(ReadError) -> OwnedDescriptor {
    let raw = Glibc.open(path, O_RDONLY | O_DIRECTORY | O_NONBLOCK | O_CLOEXEC)
    guard raw >= 0 else { throw error(errno) }
    return OwnedDescriptor(raw)
  }

  private static func error(_ code: Int32) -> ReadError {
    switch code {
    case ENOENT, ENAMETOOLONG: .notFound
    // ENXIO is what a socket answers, and ENOTDIR a link or file in the place of a folder.
    case ELOOP, ENOTDIR, ENXIO, EISDIR: .notAFile
    default: .unreadable(errno: code)
    }
  }
}
