import Glibc

/// One name in a folder.
struct FolderEntry {
  /// As the file system has it: any bytes but NUL and `/`.
  var name: [UInt8]
  /// Whether it is a folder; nil where the file system tells only when asked.
  var isFolder: Bool?
}

extension OpenFile {
  static let folderFlags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW

  /// The folder's names without `.` and `..`, in no particular order.
  func entries() throws(SystemFailure) -> [FolderEntry] {
    // Opened anew, because a directory stream owns its descriptor and moves its position.
    let copy = openat(descriptor, ".", OpenFile.folderFlags | O_CLOEXEC)
    guard copy >= 0, let stream = fdopendir(copy) else {
      let code = errno
      if copy >= 0 { close(copy) }
      throw SystemFailure(action: "list the folder", path: path, code: code)
    }
    defer { closedir(stream) }

    var entries: [FolderEntry] = []
    while true {
      // readdir tells the end from a failure by errno alone.
      errno = 0
      guard let entry = readdir(stream) else { break }
      let name = Self.name(of: entry)
      if name == Array(".".utf8) || name == Array("..".utf8) { continue }
      let type = Int(entry.pointee.d_type)
      let isFolder = type == Int(DT_UNKNOWN) ? nil : type == Int(DT_DIR)
      entries.append(FolderEntry(name: name, isFolder: isFolder))
    }
    guard errno == 0 else {
      throw SystemFailure(action: "list the folder", path: path, code: errno)
    }
    return entries
  }

  private static func name(of entry: UnsafeMutablePointer<dirent>) -> [UInt8] {
    withUnsafeBytes(of: &entry.pointee.d_name) { buffer in
      Array(buffer.prefix { $0 != 0 })
    }
  }
}
