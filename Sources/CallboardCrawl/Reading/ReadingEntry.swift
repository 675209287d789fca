import Glibc

/// One path and what was seen there.
package struct ReadingEntry: Hashable, Sendable {
  /// What a look saw.
  package enum Sight: Hashable, Sendable {
    /// Nothing.
    case absent
    /// A folder, for which only that counts.
    case someFolder
    /// A file or something else, for which only that counts.
    case someFile
    /// A link or a plain path, and the path without links that it leads to.
    case resolved(String)
    /// A folder with the digest of its names.
    case folder(ReadingStamp, SIMD2<UInt64>)
    /// A file with the digest of its contents; nil when only its size was used.
    case file(ReadingStamp, SIMD2<UInt64>?)
    /// Looks that contradict each other: it changed while it was read.
    case unsteady
  }

  /// As it was used: absolute, or relative to the current folder.
  package var path: String
  package var sight: Sight

  package init(path: String, sight: Sight) {
    self.path = path
    self.sight = sight
  }

  /// What both looks together say; the earlier stamp counts.
  func joined(with later: ReadingEntry) -> ReadingEntry {
    if self == later { return self }
    switch (sight, later.sight) {
    case (.file(let stamp, let digest), .file(_, let other)):
      let agrees = digest == nil || other == nil || digest == other
      return ReadingEntry(path: path, sight: agrees ? .file(stamp, digest ?? other) : .unsteady)
    case (.folder(let stamp, let digest), .folder(_, let other)):
      return ReadingEntry(path: path, sight: digest == other ? .folder(stamp, digest) : .unsteady)
    case (.someFolder, .folder), (.someFile, .file): return later
    case (.folder, .someFolder), (.file, .someFile): return self
    default: return ReadingEntry(path: path, sight: .unsteady)
    }
  }
}

extension ReadingEntry {
  /// Whether the contents of a file were read.
  var isRead: Bool {
    if case .file(_, .some) = sight { true } else { false }
  }
}

extension ReadingEntry.Sight {
  /// What was seen without stamps, in bytes; nil for looks that contradict each other.
  ///
  /// - Parameter isPage: Whether the contents of a file count for nothing.
  func summary(isPage: Bool) -> [UInt8]? {
    func bytes(_ kind: UInt8, _ digest: SIMD2<UInt64>) -> [UInt8] {
      [kind] + withUnsafeBytes(of: digest) { Array($0) }
    }
    return switch self {
    case .absent: [0]
    case .someFolder: [1]
    case .someFile: [2]
    case .resolved(let target): [3] + Array(target.utf8)
    case .folder(_, let names): bytes(4, names)
    case .file(_, let contents?) where !isPage: bytes(5, contents)
    case .file: [6]
    case .unsteady: nil
    }
  }
}

extension ReadingEntry {
  /// Whether a folder, something else or nothing is there.
  static func kind(_ status: stat?) -> Sight {
    guard let status else { return .absent }
    return status.st_mode & S_IFMT == S_IFDIR ? .someFolder : .someFile
  }

  /// Whether another look would see the same. Where a stamp differs, or may hide a change, the contents decide.
  ///
  /// - Parameters:
  ///   - moment: When the log began, in nanoseconds since 1970.
  ///   - digest: That of the log.
  package func holds(since moment: Int64, digest: ReadingLog.Digest) -> Bool {
    switch sight {
    case .unsteady: return false
    case .absent, .someFolder, .someFile:
      return Self.kind(ReadingLog.status(of: path)) == sight
    case .resolved(let target):
      guard let resolved = realpath(path, nil) else { return false }
      defer { free(resolved) }
      return String(validatingCString: resolved) == target
    case .folder(let stamp, let names):
      guard let raw = Self.open(path, flags: O_DIRECTORY), let status = Self.status(of: raw) else {
        return false
      }
      if ReadingStamp(status) == stamp, !stamp.isDoubtful(at: moment) { return true }
      guard let reader = FolderReader(raw) else { return false }
      return digest(FolderReader.summary(of: reader.entries())) == names
    case .file(let stamp, let contents):
      guard let raw = Self.open(path), let status = Self.status(of: raw),
        status.st_mode & S_IFMT == S_IFREG, Int64(status.st_size) == stamp.size
      else { return false }
      // Nobody has read it.
      guard let contents else { return true }
      if ReadingStamp(status) == stamp, !stamp.isDoubtful(at: moment) { return true }
      let bytes = try? FolderRoot.contents(of: raw, limit: Int(stamp.size))
      return bytes.map(digest) == contents
    }
  }

  private static func open(_ path: String, flags: Int32 = 0) -> OwnedDescriptor? {
    let raw = Glibc.open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY | flags)
    return raw < 0 ? nil : OwnedDescriptor(raw)
  }

  private static func status(of descriptor: borrowing OwnedDescriptor) -> stat? {
    var status = stat()
    return fstat(descriptor.raw, &status) == 0 ? status : nil
  }
}
