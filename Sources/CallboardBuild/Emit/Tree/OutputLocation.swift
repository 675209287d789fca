import Glibc

/// Where a site goes, and where the writer keeps what it needs from build to build.
struct OutputLocation: Sendable {
  /// How the two lie to each other.
  enum Arrangement: Sendable {
    /// `.dist.callboard` beside `dist`, so that two trees can trade places.
    case beside
    /// `dist/.callboard`, for a folder that is a mount point or whose parent cannot be written to.
    case inside
  }

  static let insideName = ".callboard"

  /// Absolute and free of symbolic links.
  let output: String
  let state: String
  let arrangement: Arrangement

  /// Finds the folder at `path`, which is absolute or relative to the current folder and need not
  /// be there. Missing parents are made.
  init(_ path: String) throws(EmitError) {
    var trimmed = path[...]
    while trimmed.count > 1, trimmed.hasSuffix("/") { trimmed.removeLast() }
    guard !trimmed.isEmpty else { throw .unusableOutput(path) }

    if let real = Self.realPath(String(trimmed)) {
      output = real
    } else {
      let slash = trimmed.lastIndex(of: "/")
      let name = slash.map { trimmed[trimmed.index(after: $0)...] } ?? trimmed
      guard name != ".", name != ".." else { throw .unusableOutput(path) }
      let parent = slash.map { $0 == trimmed.startIndex ? "/" : String(trimmed[..<$0]) } ?? "."
      try Self.makeFolders(parent)
      guard let realParent = Self.realPath(parent) else {
        throw .system(SystemFailure(action: "find the folder", path: parent, code: errno))
      }
      output = realParent == "/" ? "/\(name)" : "\(realParent)/\(name)"
    }

    guard let slash = output.lastIndex(of: "/"), output != "/" else { throw .unusableOutput(path) }
    let name = output[output.index(after: slash)...]
    let parent = slash == output.startIndex ? "/" : String(output[..<slash])
    let beside = (parent == "/" ? "" : parent) + "/.\(name).callboard"
    let status: FileStatus?
    let parentStatus: FileStatus?
    do {
      status = try FileStatus(of: output, path: output)
      parentStatus = try FileStatus(of: parent, path: parent)
    } catch {
      throw .system(error)
    }
    if let status, status.kind != .folder { throw .outputIsFile(path) }
    let isMountPoint = status.map { $0.device != parentStatus?.device } ?? false
    let isShutIn = status != nil && access(parent, W_OK) != 0 && access(beside, W_OK) != 0
    arrangement = isMountPoint || isShutIn ? .inside : .beside
    state = arrangement == .beside ? beside : "\(output)/\(Self.insideName)"
  }

  /// Names in the output folder that are none of the site's.
  var ignoredNames: [[UInt8]] {
    switch arrangement {
    case .beside: []
    // The second stands in the root of every ext4 volume.
    case .inside: [Array(Self.insideName.utf8), Array("lost+found".utf8)]
    }
  }

  /// Opens the output folder, which must be there.
  func open() throws(SystemFailure) -> OpenFile {
    try OpenFile(output, flags: OpenFile.folderFlags, path: output)
  }

  private static func realPath(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  private static func makeFolders(_ path: String) throws(EmitError) {
    var end = path.startIndex
    while end < path.endIndex {
      end = path[path.index(after: end)...].firstIndex(of: "/") ?? path.endIndex
      let prefix = String(path[..<end])
      guard mkdir(prefix, 0o777) != 0, errno != EEXIST else { continue }
      let code = errno
      // An existing parent may refuse for other reasons, such as a read-only mount.
      guard access(prefix, F_OK) == 0 else {
        throw .system(SystemFailure(action: "create the folder", path: prefix, code: code))
      }
    }
  }
}
