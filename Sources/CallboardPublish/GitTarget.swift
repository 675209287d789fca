import CallboardBuild
import CallboardCrawl
import Glibc

/// A branch of a git repository, as GitHub Pages and others read it.
///
/// One publication is one commit, and the push is the instant at which all of it is there. What the branch
/// holds besides, such as `CNAME`, stays. Works in a repository of its own in the cache, with the operator's
/// settings of git, so that whoever can push by hand can publish.
struct GitTarget: PublishTarget {
  let name: String
  private let branch: String
  private let keepsHistory: Bool
  private let git: PublishingGit

  /// - Parameters:
  ///   - remote: A remote's name or a URL.
  ///   - keepsHistory: Whether the new commit follows the last; else it takes its place.
  ///   - folder: Of `site.yaml`, whose repository has the remote and the settings.
  ///   - cacheFolder: Of what is kept between builds.
  init(
    remote: String,
    branch: String,
    keepsHistory: Bool,
    folder: String,
    cacheFolder: String,
    environment: [String: String]
  ) throws(BuildFailure) {
    name = "git:\(remote)#\(branch)"
    self.branch = branch
    self.keepsHistory = keepsHistory
    git = try PublishingGit(
      remote: remote,
      siteFolder: folder,
      repository: cacheFolder + "/publish.git",
      environment: environment
    )
  }

  private static let tip = "refs/callboard/published"

  func changes(to site: BuiltSite) throws(BuildFailure) -> PublishChanges {
    try git.prepare()
    let old = try fetch()
    let list = try stage(site, onto: old)
    let tree = try git.text(["write-tree"], to: "write the site's tree")
    let base = old ?? Self.emptyTree
    let output = try git.run(
      ["diff-tree", "-r", "-z", "--name-status", "--no-renames", base, tree],
      to: "compare the site with the branch"
    )
    return Self.changes(output, total: list.files.count)
  }

  func publish(
    _ changes: PublishChanges,
    of site: BuiltSite,
    progress: any BuildProgress
  ) throws(BuildFailure) {
    // The index is as `changes(to:)` left it.
    let tree = try git.text(["write-tree"], to: "write the site's tree")
    let old = try? git.text(
      ["rev-parse", "--verify", "--quiet", Self.tip],
      to: "find the last publication"
    )
    var arguments = ["commit-tree", tree, "-m", "Publish the portal"]
    if keepsHistory, let old { arguments += ["-p", old] }
    let commit = try git.text(arguments, to: "commit the site")
    progress.begin("Pushing", total: nil)
    // Nobody else's publication is overwritten: the branch must be what was compared with.
    _ = try git.run(
      [
        "push", "--quiet", "--force-with-lease=refs/heads/\(branch):\(old ?? "")", git.remoteName,
        "\(commit):refs/heads/\(branch)",
      ],
      to: "push to '\(name)'",
      help: [
        "Push by hand to see whether you may: 'git push \(git.url)'. When somebody published meanwhile, publish again."
      ]
    )
    _ = try git.run(["update-ref", Self.tip, commit], to: "remember the publication")
  }

  /// The tree without files, which every repository of git knows.
  private static let emptyTree = "4b825dc642cb6eb9a060e54bf8d69288fbee4904"

  /// The branch's last commit; nil when there is no such branch.
  private func fetch() throws(BuildFailure) -> String? {
    let reference = "refs/heads/\(branch)"
    let listed = try git.text(
      ["ls-remote", git.remoteName, reference],
      to: "ask '\(name)' for its branch",
      help: ["Try 'git ls-remote \(git.url)'."]
    )
    guard !listed.isEmpty else {
      _ = try git.run(["update-ref", "-d", Self.tip], to: "forget the last publication")
      return nil
    }
    _ = try git.run(
      [
        "fetch", "--quiet", "--depth=1", "--no-tags", git.remoteName,
        "+\(reference):\(Self.tip)",
      ],
      to: "fetch '\(name)'"
    )
    return try git.text(["rev-parse", Self.tip], to: "find the last publication")
  }

  /// Makes the index that of the branch with the site in place of what was published before.
  ///
  /// - Returns: The list of the site's files, which is in the index, too.
  private func stage(_ site: BuiltSite, onto old: String?) throws(BuildFailure) -> PublishedFiles {
    let list = PublishedFiles(site)
    _ = try git.run(["read-tree", old ?? "--empty"], to: "read the branch")
    if let old {
      let before = try? git.run(
        ["cat-file", "blob", "\(old):\(PublishedFiles.name)"],
        to: "read what was published"
      )
      let gone = before.flatMap { PublishedFiles($0) }?.files.keys.filter { list.files[$0] == nil }
      try updateIndex(["--force-remove"], gone ?? [], in: site.folder)
    }
    // Git compares contents itself, so that nothing relies on the list but what is removed.
    try updateIndex(["--add", "--replace"], site.files.map(\.path), in: site.folder)
    let id = try git.text(
      ["hash-object", "-w", "--stdin"],
      input: list.encoded,
      to: "write the list of what is published"
    )
    _ = try git.run(
      ["update-index", "--add", "--cacheinfo", "100644,\(id),\(PublishedFiles.name)"],
      to: "add the list of what is published"
    )
    return list
  }

  private func updateIndex(
    _ options: [String],
    _ paths: [String],
    in workTree: String
  ) throws(BuildFailure) {
    guard !paths.isEmpty else { return }
    _ = try git.run(
      // Files beyond this size go into one pack; by itself git would write each into a file of its own.
      ["-c", "core.bigFileThreshold=1", "update-index", "-z"] + options + ["--stdin"],
      input: Array(paths.map { $0 + "\0" }.joined().utf8),
      workTree: workTree,
      to: "read the site into git"
    )
  }

  /// Reads what `diff-tree -z --name-status` writes: letters and paths, each with a NUL after it.
  static func changes(_ output: [UInt8], total: Int) -> PublishChanges {
    var changes = PublishChanges()
    let fields = output.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
    for index in stride(from: 0, to: fields.count - 1, by: 2)
    where fields[index + 1] != PublishedFiles.name {
      switch fields[index] {
      case "A": changes.added.append(fields[index + 1])
      case "D": changes.removed.append(fields[index + 1])
      default: changes.changed.append(fields[index + 1])
      }
    }
    changes.added = PublishOrder.sorted(changes.added)
    changes.changed = PublishOrder.sorted(changes.changed)
    changes.unchangedCount = total - changes.added.count - changes.changed.count
    return changes
  }
}
