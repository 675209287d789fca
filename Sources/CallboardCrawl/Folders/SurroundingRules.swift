import Glibc

/// The ignore rules that hold in a folder because it lies inside a larger work tree.
enum SurroundingRules {
  /// Reads the rules of the folders above `path`, up to the one that holds `.git`.
  ///
  /// - Returns: Weakest first; none when the folder lies in no work tree, and none when the tree
  ///   ignores the folder as a whole: checkouts are often put into an ignored folder of the portal's
  ///   own repository, and whoever names such a folder means its files.
  static func find(around path: String, log: ReadingLog? = nil) -> [FolderWalk.ScopedRules] {
    let components = FolderPattern.resolved(path, log: log).split(separator: "/").map(String.init)
    guard components.count > 1 else { return [] }
    for depth in stride(from: components.count - 1, through: 1, by: -1) {
      let folder = "/" + components[..<depth].joined(separator: "/")
      log?.noteKind("\(folder)/.git")
      guard access("\(folder)/.git", F_OK) == 0 else { continue }
      return rules(from: folder, through: Array(components[depth...]), log)
    }
    return []
  }

  /// The rules of `top` and of all folders below it on the way to the last of `components`.
  private static func rules(
    from top: String,
    through components: [String],
    _ log: ReadingLog?
  ) -> [FolderWalk.ScopedRules] {
    var found: [(rules: IgnoreRules, level: Int)] = []
    var path = top
    for (level, component) in components.enumerated() {
      guard let folder = try? FolderRoot(path, log: log) else { return [] }
      for file in level == 0 ? [".git/info/exclude", ".gitignore"] : [".gitignore"] {
        if let text = try? folder.contents(of: file, limit: FolderWalk.rulesLimit) {
          found.append((IgnoreRules(text), level))
        }
      }
      for scoped in found.reversed() {
        let inner = components[scoped.level...level].joined(separator: "/")
        let verdict = inner.withBytes { scoped.rules.verdict(on: $0, isFolder: true) }
        if verdict == .ignored { return [] }
        if verdict != nil { break }
      }
      path += "/\(component)"
    }
    return found.map { scoped in
      let prefix = components[scoped.level...].joined(separator: "/") + "/"
      return FolderWalk.ScopedRules(rules: scoped.rules, prefix: Array(prefix.utf8))
    }
  }
}
