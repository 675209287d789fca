import Glibc

/// The folder of a working copy in which its objects lie.
///
/// git reads objects by their ids wherever it is led to. A `.git` that somebody else has made could lead it, by a link
/// or by a list of alternates, to any repository of this machine, whose history would then be published. And git waits at
/// a pipe until somebody writes into it.
struct ObjectsFolder {
  let path: String

  /// Why it may not be read: it leads out of its repository, or holds what is no file. nil when neither is so.
  ///
  /// - Complexity: Linear in the number of files in it; none of them is opened.
  func reasonToRefuse() -> String? {
    guard let folder = try? FolderRoot.open(path, in: AT_FDCWD, flags: O_DIRECTORY),
      let reader = FolderReader(folder)
    else { return Self.linked }
    for entry in reader.entries() {
      if let reason = Self.reason(toRefuse: entry) { return reason }
      guard entry.kind == .folder else { continue }
      let name = String(decoding: entry.name, as: UTF8.self)
      guard let inner = try? FolderRoot.open(name, in: reader.descriptor, flags: O_DIRECTORY),
        let files = FolderReader(inner)?.entries()
      else { continue }
      if let reason = files.lazy.compactMap(Self.reason(toRefuse:)).first { return reason }
      if name == "info", files.contains(where: { $0.name.elementsEqual("alternates".utf8) }) {
        return "its objects/info/alternates names another repository"
      }
    }
    return nil
  }

  private static func reason(toRefuse entry: FolderReader.Entry) -> String? {
    switch entry.kind {
    case .file, .folder: nil
    case .symbolicLink: linked
    case .special: "some of its objects are pipes, sockets or devices"
    }
  }

  private static let linked = "its objects are symbolic links, or their folder is"
}
