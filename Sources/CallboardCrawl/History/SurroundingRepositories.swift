import Glibc

/// Finds the working copies that plain folders lie in, each read once.
struct SurroundingRepositories {
  private var copies: [String: WorkingCopy?] = [:]
  /// Hears of what is read.
  private var log: ReadingLog?

  /// The working copy around a folder, with the folder's path in it and a slash at its end; nil if
  /// there is none.
  mutating func find(around root: FolderRoot) -> (copy: WorkingCopy, folder: String)? {
    log = root.log
    let components = FolderPattern.resolved(root.path, log: log).split(separator: "/").map(
      String.init
    )
    guard components.count > 1 else { return nil }
    for depth in stride(from: components.count - 1, through: 1, by: -1) {
      let folder = "/" + components[..<depth].joined(separator: "/")
      log?.noteKind("\(folder)/.git")
      guard access("\(folder)/.git", F_OK) == 0 else { continue }
      guard let copy = copy(at: folder) else { return nil }
      return (copy, components[depth...].joined(separator: "/") + "/")
    }
    return nil
  }

  private mutating func copy(at folder: String) -> WorkingCopy? {
    if let known = copies[folder] { return known }
    let copy = (try? FolderRoot(folder, log: log)).flatMap { WorkingCopy(of: $0) }
    copies[folder] = .some(copy)
    return copy
  }
}
