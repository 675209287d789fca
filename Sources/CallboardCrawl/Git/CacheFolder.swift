import Glibc

/// The part of the cache that holds clones and the settings that git runs with.
struct CacheFolder: Sendable {
  let path: String

  /// Creates a folder and those above it, readable by the owner only.
  func make(_ subfolder: String = "") throws(CrawlError) {
    let full = subfolder.isEmpty ? path : "\(path)/\(subfolder)"
    var partial = full.hasPrefix("/") ? "" : "."
    for component in full.split(separator: "/") {
      partial += "/\(component)"
      if mkdir(partial, 0o700) != 0, errno != EEXIST, access(partial, F_OK) != 0 {
        throw .cache(path: partial, errno: errno)
      }
    }
  }

  /// Writes a small file in one step: a reader sees the old contents or the new.
  func write(_ text: String, to file: String) throws(CrawlError) {
    let target = "\(path)/\(file)"
    let temporary = "\(target).\(getpid()).\(UInt32.random(in: 0...UInt32.max))"
    let raw = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard raw >= 0 else { throw .cache(path: temporary, errno: errno) }
    let descriptor = OwnedDescriptor(raw)
    let bytes = Array(text.utf8)
    guard Glibc.write(descriptor.raw, bytes, bytes.count) == bytes.count,
      rename(temporary, target) == 0
    else {
      let code = errno
      unlink(temporary)
      throw .cache(path: target, errno: code)
    }
  }

  /// Writes a file unless it has these contents already.
  func ensure(_ text: String, in file: String) throws(CrawlError) {
    guard contents(of: file) != Array(text.utf8) else { return }
    try write(text, to: file)
  }

  /// nil if the file does not exist or is large.
  func contents(of file: String) -> [UInt8]? {
    try? FolderRoot(path).contents(of: file, limit: 64 << 10)
  }

  /// Whether there is a file or folder of that name.
  func exists(_ file: String) -> Bool {
    access("\(path)/\(file)", F_OK) == 0
  }

  /// Removes a folder and everything in it. What cannot be removed stays; links are not followed.
  func remove(_ folder: String) {
    Self.removeTree("\(path)/\(folder)", depth: 0)
  }

  /// Removes what an interrupted git left of its locks. Only for the holder of our own lock.
  func removeStaleLocks(of clone: String) {
    for folder in [clone, "\(clone)/refs/callboard"] {
      for name in Self.names(in: "\(path)/\(folder)") where name.hasSuffix(".lock") {
        unlink("\(path)/\(folder)/\(name)")
      }
    }
  }

  /// Deeper trees than this are none of ours.
  private static let maximumDepth = 16

  private static func removeTree(_ path: String, depth: Int) {
    var status = stat()
    guard lstat(path, &status) == 0 else { return }
    guard status.st_mode & S_IFMT == S_IFDIR else {
      unlink(path)
      return
    }
    guard depth < maximumDepth else { return }
    for name in names(in: path) { removeTree("\(path)/\(name)", depth: depth + 1) }
    rmdir(path)
  }

  private static func names(in folder: String) -> [String] {
    let raw = open(folder, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    guard raw >= 0, let reader = FolderReader(OwnedDescriptor(raw)) else { return [] }
    return reader.entries().compactMap { String(validating: $0.name, as: UTF8.self) }
  }
}

/// A lock between processes and threads, held until its owner goes.
struct FileLock: ~Copyable {
  private let descriptor: OwnedDescriptor

  /// Waits for the lock.
  init(_ path: String, seconds: Int) throws(CrawlError) {
    descriptor = try Self.acquire(path, seconds: seconds)
  }

  private static func acquire(_ path: String, seconds: Int) throws(CrawlError) -> OwnedDescriptor {
    let raw = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard raw >= 0 else { throw .cache(path: path, errno: errno) }
    let descriptor = OwnedDescriptor(raw)
    if let error = wait(for: raw, path: path, seconds: seconds) { throw error }
    return descriptor
  }

  /// Tries again and again, because flock(2) itself knows no time limit.
  private static func wait(for raw: Int32, path: String, seconds: Int) -> CrawlError? {
    var attempts = 0
    while flock(raw, LOCK_EX | LOCK_NB) != 0 {
      guard errno == EWOULDBLOCK || errno == EINTR else { return .cache(path: path, errno: errno) }
      guard attempts / 20 < seconds else { return .cacheBusy(path: path, seconds: seconds) }
      attempts += 1
      usleep(50_000)
    }
    return nil
  }
}
