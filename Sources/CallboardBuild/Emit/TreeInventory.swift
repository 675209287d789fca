import Glibc

/// What a tree on the disk really holds.
struct TreeInventory: Sendable {
  struct File: Sendable {
    var stamp: FileStamp
    /// nil when only reading the file would tell.
    var hash: ContentHash?
  }

  private(set) var files: [OutputPath: File] = [:]
  /// Each before what it holds.
  private(set) var folders: [OutputPath] = []
  /// Symbolic links and other things that no site has.
  private(set) var others: [OutputPath] = []

  /// A tree that is not there.
  init() {}

  /// Walks a tree. Reads no file and follows no symbolic link.
  ///
  /// - Parameter ignored: Names in the tree's root to pass over.
  init(of root: borrowing OpenFile, ignoring ignored: [[UInt8]] = []) throws(SystemFailure) {
    for entry in try root.entries() where !ignored.contains(entry.name) {
      try add(OutputPath(entry.name), isFolder: entry.isFolder, root: root)
    }
    // Folders that are found are appended and come up later.
    var next = 0
    while next < folders.count {
      let folder = folders[next]
      next += 1
      let open = try OpenFile(
        folder.characters,
        in: root.descriptor,
        flags: OpenFile.folderFlags,
        path: "\(root.path)/\(folder)"
      )
      for entry in try open.entries() {
        try add(folder.appending(entry.name), isFolder: entry.isFolder, root: root)
      }
    }
  }

  var isEmpty: Bool { files.isEmpty && folders.isEmpty && others.isEmpty }

  /// The names in the tree's root.
  var rootNames: Set<String> {
    Set(
      (Array(files.keys) + folders + others)
        .filter { $0.folder == nil }
        .map(\.description)
    )
  }

  /// Fills in the hashes of the files that are still as a manifest has them.
  ///
  /// Returns whether the tree can be the one that the manifest is of: at least one file is still the
  /// same, or none is there that the manifest lacks.
  mutating func recognize(_ manifest: OutputManifest) -> Bool {
    var known = 0
    var same = 0
    for (path, entry) in manifest.entries {
      guard let file = files[path] else { continue }
      known += 1
      if file.stamp == entry.stamp {
        files[path]?.hash = entry.hash
        same += 1
      }
    }
    return same > 0 || (known == files.count && others.isEmpty)
  }

  private mutating func add(
    _ path: OutputPath,
    isFolder: Bool?,
    root: borrowing OpenFile
  ) throws(SystemFailure) {
    if isFolder == true {
      folders.append(path)
      return
    }
    let shown = root.path
    guard
      let status = try FileStatus(
        of: path.characters,
        in: root.descriptor,
        path: "\(shown)/\(path)"
      )
    else { return }
    switch status.kind {
    case .file: files[path] = File(stamp: status.stamp, hash: nil)
    case .folder: folders.append(path)
    case .other: others.append(path)
    }
  }
}
