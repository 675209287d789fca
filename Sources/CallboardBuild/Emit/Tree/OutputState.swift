import Glibc

/// The writer's own folder: the lock, the manifests of both trees, the journal, the hidden tree.
final class OutputState: Sendable {
  private static let manifestPrefix = "manifest-"
  private static let journalName = "journal"
  private static let nextManifestName = "manifest.next"
  private static let unfinishedName = "new"
  private static let trialNames = ["trial-a", "trial-b"]
  private static let settledName = "settled"
  static let treeName = "tree"

  /// A manifest as it was found.
  enum StoredManifest {
    case readable(OutputManifest)
    /// There was such a tree, and this is all that is known of it.
    case damaged
    case missing

    var readable: OutputManifest? {
      if case .readable(let manifest) = self { manifest } else { nil }
    }
  }

  let folder: OpenFile
  let flushes: Bool
  let faults: EmitFaults?

  /// Opens the folder, and makes it for the user alone.
  init(path: String, flushes: Bool, faults: EmitFaults?) throws(SystemFailure) {
    guard mkdir(path, 0o700) == 0 || errno == EEXIST else {
      throw SystemFailure(action: "create the folder", path: path, code: errno)
    }
    folder = try OpenFile(path, flags: OpenFile.folderFlags, path: path)
    self.flushes = flushes
    self.faults = faults
  }

  /// What is known of the tree with this inode.
  func manifest(inode: UInt64) -> StoredManifest {
    guard let bytes = load("\(Self.manifestPrefix)\(inode)") else { return .missing }
    return OutputManifest(bytes).map { .readable($0) } ?? .damaged
  }

  /// The bytes of what is known of the tree with this inode.
  func manifestBytes(inode: UInt64) -> [UInt8]? {
    load("\(Self.manifestPrefix)\(inode)")
  }

  /// All manifests, for a tree that has lost its inode because it was copied here.
  func allManifests() throws(SystemFailure) -> [OutputManifest] {
    try folder.entries()
      .map { String(decoding: $0.name, as: UTF8.self) }
      .filter { $0.hasPrefix(Self.manifestPrefix) }
      .sorted()
      .compactMap { load($0).flatMap { OutputManifest($0) } }
  }

  /// Replaces what is known of the tree with this inode.
  func save(_ manifest: OutputManifest, inode: UInt64) throws(SystemFailure) {
    try save(manifest: manifest.encoded(), inode: inode)
  }

  /// The same of an encoded manifest.
  func save(manifest bytes: [UInt8], inode: UInt64) throws(SystemFailure) {
    try SystemFailure.check(.saveManifest, faults, path: folder.path)
    try save(bytes, as: "\(Self.manifestPrefix)\(inode)")
  }

  /// Whether the hidden tree is that one, and as its manifest says without being looked at.
  func isSettled(inode: UInt64) -> Bool {
    guard let mark = Self.settledMark(inode) else { return false }
    return load(Self.settledName) == mark
  }

  /// Says of the tree that has just been hidden that it is as its manifest says. Only Callboard writes there from here on,
  /// and what is written to a file of both trees is seen in the other one. Not beyond a start of the system, before which
  /// the disk may not have had all.
  func settle(inode: UInt64) {
    guard let mark = Self.settledMark(inode) else { return }
    try? save(mark, as: Self.settledName)
  }

  /// Comes before any change to the hidden tree.
  func unsettle() {
    unlinkat(folder.descriptor, Self.settledName, 0)
  }

  private static func settledMark(_ inode: UInt64) -> [UInt8]? {
    Machine.startOfSystem.map { Array("\(inode)\n".utf8) + $0 }
  }

  /// Removes the manifests of trees that are no more.
  func removeManifests(exceptOf inodes: [UInt64]) {
    let kept = inodes.map { "\(Self.manifestPrefix)\($0)" }
    for entry in (try? folder.entries()) ?? [] {
      let name = String(decoding: entry.name, as: UTF8.self)
      if name.hasPrefix(Self.manifestPrefix), !kept.contains(name) {
        unlinkat(folder.descriptor, name, 0)
      }
    }
  }

  /// Removes what killed builds have left, apart from the journal and the hidden tree, which the
  /// next build goes on with.
  func removeLeftovers() {
    unlinkat(folder.descriptor, Self.unfinishedName, 0)
    for name in Self.trialNames { unlinkat(folder.descriptor, name, AT_REMOVEDIR) }
    if journal() == nil { unlinkat(folder.descriptor, Self.nextManifestName, 0) }
  }

  /// Lets two empty folders trade places; 0, or the `errno` of the refusal.
  func tryExchange() -> Int32 {
    for name in Self.trialNames { mkdirat(folder.descriptor, name, 0o700) }
    defer {
      for name in Self.trialNames { unlinkat(folder.descriptor, name, AT_REMOVEDIR) }
    }
    return LinuxCalls.exchange(
      Self.trialNames[0],
      in: folder.descriptor,
      Self.trialNames[1],
      in: folder.descriptor
    )
  }

  /// The journal of a publication that was cut short; nil when there is none.
  func journal() -> PublishJournal? {
    load(Self.journalName).flatMap { PublishJournal($0) }
  }

  /// From here on the publication will be completed, be it by the next build.
  func save(_ journal: PublishJournal, next: OutputManifest) throws(SystemFailure) {
    try SystemFailure.check(.saveJournal, faults, path: folder.path)
    try save(next.encoded(), as: Self.nextManifestName)
    try save(journal.encoded(), as: Self.journalName)
    if flushes { try folder.synchronize() }
  }

  /// Ends a publication by journal.
  func completeJournal(_ journal: PublishJournal) throws(SystemFailure) {
    try SystemFailure.check(.removeJournal, faults, path: folder.path)
    // Done before, if the removal of the journal alone was cut short.
    renameat(
      folder.descriptor,
      Self.nextManifestName,
      folder.descriptor,
      "\(Self.manifestPrefix)\(journal.inode)"
    )
    guard unlinkat(folder.descriptor, Self.journalName, 0) == 0 || errno == ENOENT else {
      throw SystemFailure(action: "remove", path: folder.path + "/journal", code: errno)
    }
  }

  /// Opens the hidden tree, and makes it if need be.
  func openTree() throws(SystemFailure) -> OpenFile {
    let path = "\(folder.path)/\(Self.treeName)"
    guard mkdirat(folder.descriptor, Self.treeName, 0o777) == 0 || errno == EEXIST else {
      throw SystemFailure(action: "create the folder", path: path, code: errno)
    }
    return try OpenFile(
      Self.treeName,
      in: folder.descriptor,
      flags: OpenFile.folderFlags,
      path: path
    )
  }

  private func load(_ name: String) -> [UInt8]? {
    guard
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

  /// Replaces a file as a whole. Only the holder of the lock writes here, so one name for the new
  /// file will do, and one that a killed build left is overwritten.
  private func save(_ bytes: [UInt8], as name: String) throws(SystemFailure) {
    let path = "\(folder.path)/\(name)"
    let file = try OpenFile(
      Self.unfinishedName,
      in: folder.descriptor,
      flags: O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW,
      mode: 0o600,
      action: "write",
      path: path
    )
    try file.write(bytes)
    if flushes { try file.synchronize() }
    guard renameat(folder.descriptor, Self.unfinishedName, folder.descriptor, name) == 0 else {
      throw SystemFailure(action: "write", path: path, code: errno)
    }
  }
}
