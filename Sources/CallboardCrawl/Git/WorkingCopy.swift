import Glibc

/// What a folder's `.git` says, read as data: git itself never sees it.
///
/// A repository's own configuration can name programs to run, so git is not started in a working
/// copy at all.
struct WorkingCopy: Sendable {
  /// Where git keeps the objects, for reading the history with a configuration of ours.
  let objectsFolder: String
  /// The commit that is checked out; nil before the first one.
  let commit: String?
  let reference: RepositoryReference?
  let remoteURL: String?
  let isShallow: Bool
  /// nil when it is damaged, or of a form that is not read.
  let index: GitIndex?
  /// The rules of `info/exclude`.
  let excludes: IgnoreRules?

  private static let smallFile = 1 << 20
  private static let largeFile = 512 << 20

  /// Reads the `.git` of a folder; nil when the folder is no working copy.
  init?(of root: FolderRoot) {
    guard let folder = Self.gitFolder(of: root) else { return nil }
    guard let head = folder.text("HEAD", limit: Self.smallFile) else { return nil }
    let common = folder.common ?? folder.own
    let configuration = GitConfiguration(
      (try? common.contents(of: "config", limit: Self.smallFile)) ?? []
    )
    remoteURL = configuration.remoteURL
    objectsFolder = common.path + "/objects"
    isShallow = (try? common.contents(of: "shallow", limit: Self.largeFile)) != nil
    excludes = (try? common.contents(of: "info/exclude", limit: Self.smallFile)).map {
      IgnoreRules($0)
    }
    if let branch = Self.target(ofReference: head) {
      commit = folder.commit(of: branch)
      reference = Self.reference(branch)
    } else {
      commit = Self.isObjectID(head) ? head : nil
      reference = commit.map { RepositoryReference(kind: .commit, name: $0) }
    }
    let idBytes = configuration["extensions.objectformat"] == "sha256" ? 32 : 20
    index = (try? folder.own.contents(of: "index", limit: Self.largeFile)).flatMap {
      GitIndex($0, idBytes: idBytes)
    }
  }

  /// Whether a text is a full object id, of SHA-1 or SHA-256.
  static func isObjectID(_ text: String) -> Bool {
    (text.utf8.count == 40 || text.utf8.count == 64)
      && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
  }

  /// `ref: refs/heads/main` → `refs/heads/main`.
  private static func target(ofReference text: String) -> String? {
    guard text.hasPrefix("ref:") else { return nil }
    return String(text.dropFirst(4).drop { $0 == " " })
  }

  private static func reference(_ fullName: String) -> RepositoryReference? {
    guard fullName.hasPrefix("refs/heads/"), GitReferenceName.isValid(fullName) else { return nil }
    return RepositoryReference(kind: .branch, name: String(fullName.dropFirst(11)))
  }
}

extension WorkingCopy {
  /// The folder of a repository's files, and the one that it shares with other work trees.
  private struct GitFolder {
    var own: FolderRoot
    /// nil when there is but the one.
    var common: FolderRoot?

    func text(_ file: String, limit: Int, in folder: FolderRoot? = nil) -> String? {
      guard let bytes = try? (folder ?? own).contents(of: file, limit: limit) else { return nil }
      let line = bytes.prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
      return String(validating: line, as: UTF8.self)
    }

    /// The commit that a branch stands at, in a file of its own or among the packed ones.
    func commit(of branch: String) -> String? {
      guard GitReferenceName.isValid(branch) else { return nil }
      let folder = common ?? own
      if let id = text(branch, limit: WorkingCopy.smallFile, in: folder) {
        return WorkingCopy.isObjectID(id) ? id : nil
      }
      guard let packed = try? folder.contents(of: "packed-refs", limit: WorkingCopy.largeFile)
      else { return nil }
      let wanted = Array(" \(branch)".utf8)
      for line in packed.split(separator: UInt8(ascii: "\n")) where line.hasSuffix(wanted) {
        let id = String(decoding: line.dropLast(wanted.count), as: UTF8.self)
        if WorkingCopy.isObjectID(id) { return id }
      }
      return nil
    }
  }

  /// `.git` as a folder; or as a file that names one, if that folder names this one in turn.
  ///
  /// Without the second half a hostile `.git` could point at any repository on the machine. What a folder shares with
  /// other work trees must name it as well.
  private static func gitFolder(of root: FolderRoot) -> GitFolder? {
    let gitPath = root.path + "/.git"
    root.log?.noteKind(gitPath)
    var status = stat()
    guard lstat(gitPath, &status) == 0 else { return nil }
    if status.st_mode & S_IFMT == S_IFDIR {
      return (try? FolderRoot(gitPath, log: root.log)).map { GitFolder(own: $0) }
    }
    guard let bytes = try? root.contents(of: ".git", limit: smallFile),
      let line = String(validating: bytes, as: UTF8.self)?.split(separator: "\n").first,
      line.hasPrefix("gitdir: ")
    else { return nil }
    let target = String(line.dropFirst(8))
    let path = target.hasPrefix("/") ? target : "\(root.path)/\(target)"
    guard let own = try? FolderRoot(path, log: root.log) else { return nil }
    let folder = GitFolder(own: own)
    if let back = folder.text("gitdir", limit: smallFile) {
      return linkedWorkTree(folder, back: back, gitPath: gitPath)
    }
    return isSubmodule(folder, of: root) ? folder : nil
  }

  private static func linkedWorkTree(
    _ folder: GitFolder,
    back: String,
    gitPath: String
  ) -> GitFolder? {
    let back = back.hasPrefix("/") ? back : "\(folder.own.path)/\(back)"
    guard isSame(back, gitPath) else { return nil }
    guard let common = folder.text("commondir", limit: smallFile) else { return nil }
    let path = common.hasPrefix("/") ? common : "\(folder.own.path)/\(common)"
    guard let root = try? FolderRoot(path, log: folder.own.log) else { return nil }
    // The repository must know the tree, too: any folder can say that it belongs to any repository.
    let name = folder.own.path.split(separator: "/").last.map(String.init) ?? ""
    guard isSame("\(root.path)/worktrees/\(name)", folder.own.path) else { return nil }
    return GitFolder(own: folder.own, common: root)
  }

  private static func isSubmodule(_ folder: GitFolder, of root: FolderRoot) -> Bool {
    guard let bytes = try? folder.own.contents(of: "config", limit: smallFile) else { return false }
    guard let tree = GitConfiguration(bytes)["core.worktree"] else { return false }
    return isSame(tree.hasPrefix("/") ? tree : "\(folder.own.path)/\(tree)", root.path)
  }

  private static func isSame(_ left: String, _ right: String) -> Bool {
    var leftStatus = stat()
    var rightStatus = stat()
    guard stat(left, &leftStatus) == 0, stat(right, &rightStatus) == 0 else { return false }
    return leftStatus.st_dev == rightStatus.st_dev && leftStatus.st_ino == rightStatus.st_ino
  }
}

extension ArraySlice<UInt8> {
  fileprivate func hasSuffix(_ suffix: [UInt8]) -> Bool {
    self.suffix(suffix.count).elementsEqual(suffix)
  }
}
