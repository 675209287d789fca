import Glibc

/// Lists the files below a folder: what is neither ignored nor an editor's, and what git tracks though it is.
struct FolderWalk {
  private let limits: CrawlLimits
  private let index: GitIndex?
  /// The rules of each folder from the outermost to the current one.
  private var rules: [ScopedRules]
  private var listing = FolderListing()
  private var path: [UInt8] = []
  private var root = ""
  private var log: ReadingLog?

  /// The rules of one folder, with the place of that folder.
  struct ScopedRules: Sendable {
    var rules: IgnoreRules
    /// How many bytes of a path, relative to the walk's root, stand before what the rules see.
    var skippedBytes = 0
    /// What comes before the path when the rules stand in a folder above the root; ends with `/`.
    var prefix: [UInt8] = []
  }

  /// Prepares a walk under rules from outside the tree, weakest first. Without knowing what git
  /// tracks, every ignored file is left out.
  init(limits: CrawlLimits, outerRules: [ScopedRules] = [], index: GitIndex? = nil) {
    self.limits = limits
    self.index = index
    rules = outerRules
  }

  /// Walks the whole tree.
  ///
  /// - Complexity: O(*n* log *n*) in the number of files.
  mutating func list(_ root: FolderRoot) throws(ReadError) -> FolderListing {
    (self.root, log) = (root.path, root.log)
    try walk(try root.open(), depth: 0, isIgnored: false)
    listing.files.sort { $0.path.precedesInBytes($1.path) }
    return listing
  }

  /// Goes through one folder. The depth is limited, and with it the recursion.
  private mutating func walk(
    _ folder: consuming OwnedDescriptor,
    depth: Int,
    isIgnored: Bool
  ) throws(ReadError) {
    guard let reader = FolderReader(folder) else { throw .unreadable(errno: errno) }
    let entries = try list(reader)
    if depth > 0, entries.contains(where: { $0.name.elementsEqual(".git".utf8) }) {
      note(.nestedRepository)
      return
    }
    let outerCount = rules.count
    defer { rules.removeSubrange(outerCount...) }
    if !isIgnored, entries.contains(where: { $0.name.elementsEqual(".gitignore".utf8) }) {
      // Without its rules, the folder's secrets would be listed with the rest.
      guard try readRules(in: reader) else { return note(.unreadable) }
    }

    let length = path.count
    for entry in entries where !listing.isOverLimit {
      path.removeSubrange(length...)
      if length > 0 { path.append(UInt8(ascii: "/")) }
      path += entry.name
      try visit(entry, in: reader, depth: depth, isIgnored: isIgnored)
    }
    path.removeSubrange(length...)
  }

  /// The entries of the current folder.
  private func list(_ reader: borrowing FolderReader) throws(ReadError) -> [FolderReader.Entry] {
    guard let log else { return reader.entries() }
    var status = stat()
    guard fstat(reader.descriptor, &status) == 0 else { throw .unreadable(errno: errno) }
    let entries = reader.entries()
    log.noteFolder(absolutePath(), status, entries)
    return entries
  }

  /// The current path, or that of an entry of the current folder.
  private func absolutePath(_ name: String? = nil) -> String {
    // The log keeps each of them: a string that is appended to would have room that it never needs.
    var absolute: [UInt8] = []
    absolute.reserveCapacity(root.utf8.count + path.count + (name?.utf8.count ?? 0) + 2)
    absolute += root.utf8
    for part in [path, Array((name ?? "").utf8)] where !part.isEmpty {
      absolute.append(UInt8(ascii: "/"))
      absolute += part
    }
    return String(decoding: absolute, as: UTF8.self)
  }

  private mutating func visit(
    _ entry: FolderReader.Entry,
    in reader: borrowing FolderReader,
    depth: Int,
    isIgnored: Bool
  ) throws(ReadError) {
    if entry.name.elementsEqual(".git".utf8) { return }
    let isFolder = entry.kind == .folder
    let isIgnored = isIgnored || isIgnoredHere(isFolder: isFolder)
    if isIgnored || entry.isPassing {
      let isTracked = isFolder ? index?.hasEntries(below: path) : index?.contains(path)
      guard isTracked == true else { return }
    }
    switch entry.kind {
    case .symbolicLink: return note(.symbolicLink)
    case .special: return note(.special)
    case .file, .folder: break
    }
    guard path.count <= limits.pathBytes, entry.name.count <= limits.pathPartBytes else {
      return note(.tooLong)
    }
    guard let name = String(validating: entry.name, as: UTF8.self) else { return note(.notUTF8) }
    if isFolder {
      try enter(name, in: reader, depth: depth, isIgnored: isIgnored)
    } else {
      list(name, in: reader)
    }
  }

  private mutating func enter(
    _ name: String,
    in reader: borrowing FolderReader,
    depth: Int,
    isIgnored: Bool
  ) throws(ReadError) {
    guard depth < limits.folderDepth else { return note(.tooDeep) }
    let folder: OwnedDescriptor
    do throws(ReadError) {
      folder = try FolderRoot.open(name, in: reader.descriptor, flags: O_DIRECTORY)
    } catch .unreadable(let code) where CrawlError.isDescriptorShortage(code) {
      throw .unreadable(errno: code)
    } catch {
      return note(.unreadable)
    }
    try walk(folder, depth: depth + 1, isIgnored: isIgnored)
  }

  private mutating func list(_ name: String, in reader: borrowing FolderReader) {
    // Gone, or no longer a file, since the folder was read.
    guard let status = reader.status(of: name), status.st_mode & S_IFMT == S_IFREG else { return }
    guard let text = String(validating: path, as: UTF8.self) else { return note(.notUTF8) }
    guard listing.files.count < limits.filesPerRepository else {
      listing.isOverLimit = true
      return
    }
    log?.noteListed(absolutePath(), status)
    listing.files.append(
      SourceFile(
        path: text,
        size: Int(status.st_size),
        fingerprint: .status(
          size: Int64(status.st_size),
          modified: status.st_mtim.nanoseconds,
          changed: status.st_ctim.nanoseconds,
          inode: UInt64(status.st_ino)
        )
      )
    )
  }

  private mutating func note(_ reason: PathOmissions.Reason) {
    // A flood of links is a flood of files.
    guard listing.omissions.count < limits.filesPerRepository else {
      listing.isOverLimit = true
      return
    }
    listing.omissions.add(String(decoding: path, as: UTF8.self), for: reason)
  }
}

extension FolderWalk {
  /// The most that is read of a `.gitignore`; git itself has no limit.
  static let rulesLimit = 1 << 20

  /// Reads the rules of the current folder.
  ///
  /// - Returns: Whether they could be read. A link or a folder of that name holds none, as in git.
  private mutating func readRules(in reader: borrowing FolderReader) throws(ReadError) -> Bool {
    let text: [UInt8]
    do throws(ReadError) {
      let file = try FolderRoot.open(".gitignore", in: reader.descriptor)
      let status = try FolderRoot.status(of: file)
      text = try FolderRoot.contents(of: file, limit: Self.rulesLimit)
      log?.noteContents(absolutePath(".gitignore"), status, text)
    } catch .notFound, .notAFile {
      return true
    } catch .unreadable(let code) where CrawlError.isDescriptorShortage(code) {
      throw .unreadable(errno: code)
    } catch {
      return false
    }
    let skipped = path.isEmpty ? 0 : path.count + 1
    rules.append(ScopedRules(rules: IgnoreRules(text), skippedBytes: skipped))
    return true
  }

  /// Whether the rules ignore the current path; those of the innermost folder are asked first.
  private func isIgnoredHere(isFolder: Bool) -> Bool {
    for scoped in rules.reversed() {
      let verdict: IgnoreRules.Verdict?
      if scoped.prefix.isEmpty {
        verdict = path.withUnsafeBufferPointer { bytes in
          let rest = UnsafeBufferPointer(rebasing: bytes[min(scoped.skippedBytes, bytes.count)...])
          return scoped.rules.verdict(on: rest, isFolder: isFolder)
        }
      } else {
        verdict = (scoped.prefix + path).withUnsafeBufferPointer {
          scoped.rules.verdict(on: $0, isFolder: isFolder)
        }
      }
      if let verdict { return verdict == .ignored }
    }
    return false
  }
}

extension timespec {
  /// Since 1970; a time that does not fit (after 2262) wraps around, which a fingerprint may.
  var nanoseconds: Int64 {
    Int64(tv_sec) &* 1_000_000_000 &+ Int64(tv_nsec)
  }
}
