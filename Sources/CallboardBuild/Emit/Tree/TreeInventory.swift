/// What a tree on the disk really holds.
struct TreeInventory: Sendable {
  /// A regular file.
  struct File: Sendable {
    var stamp: FileStamp
    /// nil when only reading the file would tell.
    var hash: ContentHash?
  }

  private(set) var files: [OutputPath: File] = [:]
  private(set) var folders: Set<OutputPath> = []
  /// Symbolic links and other things that no site has.
  private(set) var others: [OutputPath] = []

  /// Whether everything is as the manifest has it.
  private(set) var isAsPublished = true

  /// Whether the tree can be the one that the manifest is of: at least one file is still the same,
  /// or there is none that the manifest lacks.
  var isRecognized = true

  /// A tree that is not there.
  init() {}

  /// Looks at a tree. Reads no file and follows no symbolic link to a file.
  ///
  /// Costs a system call for each file and folder of the manifest, and lists only the folders that
  /// have changed since; without a manifest, all.
  ///
  /// The names of `ignored` are passed over in the tree's root.
  init(
    of root: borrowing OpenFile,
    manifest: OutputManifest = OutputManifest(),
    ignoring ignored: [[UInt8]] = []
  ) throws(SystemFailure) {
    var unlisted = try lookUp(manifest, in: root)
    let knownFileCount = files.count
    if try root.status().stamp != manifest.rootStamp {
      isAsPublished = false
      for entry in try root.entries() where !ignored.contains(entry.name) {
        try add(OutputPath(entry.name), entry, root: root, unlisted: &unlisted)
      }
    }
    while let folder = unlisted.popLast() {
      let open = try OpenFile(
        folder.characters,
        in: root.descriptor,
        flags: OpenFile.folderFlags,
        path: "\(root.path)/\(folder)"
      )
      for entry in try open.entries() {
        try add(folder.appending(entry.name), entry, root: root, unlisted: &unlisted)
      }
    }
    forgetWhatIsBehindLinks()
    let hasNothingNew = files.count == knownFileCount && others.isEmpty
    isRecognized = hasNothingNew || files.values.contains { $0.hash != nil }
  }

  var isEmpty: Bool { files.isEmpty && folders.isEmpty && others.isEmpty }

  /// The names in the tree's root.
  var rootNames: Set<String> {
    Set((Array(files.keys) + folders + others).filter { $0.folder == nil }.map(\.description))
  }

  /// Asks for everything that the manifest has. Returns the folders whose names have changed.
  private mutating func lookUp(
    _ manifest: OutputManifest,
    in root: borrowing OpenFile
  ) throws(SystemFailure) -> [OutputPath] {
    let fileCount = manifest.files.count
    let statuses = try FileStatus.all(
      manifest.files.map(\.path) + manifest.folders.map(\.path),
      in: root
    )
    files.reserveCapacity(fileCount)
    for (file, status) in zip(manifest.files, statuses) {
      let isSame = status?.stamp == file.stamp
      if !isSame { isAsPublished = false }
      guard let status, status.kind == .file else { continue }
      files[file.path] = File(stamp: status.stamp, hash: isSame ? file.hash : nil)
    }
    var changed: [OutputPath] = []
    folders.reserveCapacity(manifest.folders.count)
    for (folder, status) in zip(manifest.folders, statuses[fileCount...]) {
      let isSame = status?.stamp == folder.stamp
      if !isSame { isAsPublished = false }
      guard let status, status.kind == .folder else { continue }
      folders.insert(folder.path)
      if !isSame { changed.append(folder.path) }
    }
    return changed
  }

  private mutating func add(
    _ path: OutputPath,
    _ entry: FolderEntry,
    root: borrowing OpenFile,
    unlisted: inout [OutputPath]
  ) throws(SystemFailure) {
    guard files[path] == nil, !folders.contains(path) else { return }
    isAsPublished = false
    let shownRoot = root.path
    var kind = FileStatus.Kind.folder
    if entry.isFolder != true {
      guard
        let status = try FileStatus(
          of: path.characters,
          in: root.descriptor,
          path: "\(shownRoot)/\(path)"
        )
      else { return }
      kind = status.kind
      if kind == .file { files[path] = File(stamp: status.stamp, hash: nil) }
    }
    switch kind {
    case .file: break
    case .folder:
      folders.insert(path)
      unlisted.append(path)
    case .other: others.append(path)
    }
  }

  /// What the manifest knows in a folder that somebody replaced by a link to it is found again by
  /// its path, but is not in the tree.
  private mutating func forgetWhatIsBehindLinks() {
    guard !others.isEmpty else { return }
    let links = Set(others)
    func isBehindLink(_ path: OutputPath) -> Bool {
      var folder = path.folder
      while let next = folder {
        if links.contains(next) { return true }
        folder = next.folder
      }
      return false
    }
    files = files.filter { !isBehindLink($0.key) }
    folders = folders.filter { !isBehindLink($0) }
    others = others.filter { !isBehindLink($0) }
  }
}
