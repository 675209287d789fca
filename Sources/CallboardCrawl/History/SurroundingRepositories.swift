import Glibc

/// Finds the working copies that plain folders lie in, each looked for and read once.
struct SurroundingRepositories {
  private var copies: [String: WorkingCopy?] = [:]
  /// For each folder that was looked at, how many names the path has of the nearest one, it or one above it, that holds
  /// `.git`; nil for none. Thousands of repositories may lie in one folder.
  private var depths: [String: Int?] = [:]
  /// Hears of what is read; that of all folders of one build.
  private var log: ReadingLog?

  /// The working copy around a folder, with the folder's path in it and a slash at its end; nil if
  /// there is none.
  mutating func find(around root: FolderRoot) -> (copy: WorkingCopy, folder: String)? {
    log = root.log
    let components = FolderPattern.resolved(root.path, log: log).split(separator: "/").map(
      String.init
    )
    guard let depth = depth(of: components.dropLast()) else { return nil }
    return copy(at: Self.path(components[..<depth])).map { copy in
      (copy, components[depth...].joined(separator: "/") + "/")
    }
  }

  /// See ``depths``.
  private mutating func depth(of folder: ArraySlice<String>) -> Int? {
    guard !folder.isEmpty else { return nil }
    let path = Self.path(folder)
    if let known = depths[path] { return known }
    log?.noteKind("\(path)/.git")
    let isHere = access("\(path)/.git", F_OK) == 0
    let depth = isHere ? folder.count : depth(of: folder.dropLast())
    depths[path] = .some(depth)
    return depth
  }

  private static func path(_ components: ArraySlice<String>) -> String {
    "/" + components.joined(separator: "/")
  }

  private mutating func copy(at folder: String) -> WorkingCopy? {
    if let known = copies[folder] { return known }
    let copy = (try? FolderRoot(folder, log: log)).flatMap { WorkingCopy(of: $0) }
    copies[folder] = .some(copy)
    return copy
  }
}
