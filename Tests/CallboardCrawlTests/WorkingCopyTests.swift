import CallboardCrawl
import CallboardDiagnostics
import CallboardTestSupport
import Foundation
import Testing

@Suite struct WorkingCopyTests {
  @Test func listsTrackedAndUntrackedFilesAndTheCommit() throws {
    let folder = try TemporaryFolder()
    try folder.makeRepository("r")
    try folder.write("out/\n", to: "r/.gitignore")
    try folder.write("x", to: "r/a.md")
    try folder.write("x", to: "r/out/forced.md")
    try folder.write("x", to: "r/out/sub/forced.md")
    try folder.git("add", "--force", "out/forced.md", "out/sub/forced.md", in: "r")
    let commit = try folder.commit("r")
    try folder.write("x", to: "r/out/ignored.md")
    try folder.git("remote", "add", "origin", "https://u:t@github.com/acme/pay.git", in: "r")
    let crawler = folder.crawler()
    let clean = try crawler.snapshot(of: "\(folder.path)/r")
    #expect(clean.paths == [".gitignore", "a.md", "out/forced.md", "out/sub/forced.md"])
    #expect(clean.revision == commit)
    #expect(clean.ref == RepositoryReference(kind: .branch, name: "main"))
    #expect(clean.isDirty == false)
    #expect(clean.forge?.repositoryURL == "https://github.com/acme/pay")

    try folder.write("x", to: "r/new.md")
    let dirty = try crawler.snapshot(of: "\(folder.path)/r")
    #expect(dirty.paths.contains("new.md"))
    #expect(dirty.isDirty == true)
    try folder.remove("r/new.md")
    try folder.remove("r/a.md")
    let missing = try crawler.snapshot(of: "\(folder.path)/r")
    #expect(!missing.paths.contains("a.md"))
    #expect(missing.isDirty == true)
    try folder.write("changed", to: "r/a.md")
    #expect(try crawler.snapshot(of: "\(folder.path)/r").isDirty == true)
  }

  @Test func listsWhatIsNamedLikeAFileOfAnEditorIfItIsTracked() throws {
    let folder = try TemporaryFolder()
    try folder.makeRepository("r")
    try folder.write("x", to: "r/tracked.md~")
    try folder.commit("r")
    try folder.write("x", to: "r/untracked.md~")
    let snapshot = try folder.crawler().snapshot(of: "\(folder.path)/r")
    #expect(snapshot.paths == ["tracked.md~"])
    #expect(snapshot.isDirty == false)
  }

  @Test func readsEveryVersionOfTheIndex() throws {
    let folder = try TemporaryFolder()
    try folder.makeRepository("r")
    try folder.write("*\n", to: "r/.gitignore")
    for path in [
      "a", "ab", "abc/def", "abc/deg", "x/y/z", "long/" + String(repeating: "n", count: 90),
    ] {
      try folder.write("x", to: "r/\(path)")
    }
    try folder.git("add", "--force", ".", in: "r")
    try folder.commit("r")
    let crawler = folder.crawler()
    let expected = try crawler.snapshot(of: "\(folder.path)/r").paths
    #expect(expected.count == 7)
    for version in ["2", "3", "4"] {
      try folder.git("update-index", "--index-version", version, in: "r")
      let snapshot = try crawler.snapshot(of: "\(folder.path)/r")
      #expect(snapshot.paths == expected, "version \(version)")
      #expect(snapshot.isDirty == false, "version \(version)")
    }
    // A split index is not read: ignored files that are tracked are then left out.
    try folder.git("update-index", "--split-index", in: "r")
    let split = try crawler.snapshot(of: "\(folder.path)/r")
    #expect(split.isDirty == nil)
    #expect(split.paths.isEmpty)
  }

  @Test func leavesOutNothingForASparseCheckout() throws {
    let folder = try TemporaryFolder()
    try folder.makeRepository("r")
    try folder.write("x", to: "r/in/a")
    try folder.write("x", to: "r/out/b")
    try folder.commit("r")
    try folder.git("sparse-checkout", "set", "in", in: "r")
    let snapshot = try folder.crawler().snapshot(of: "\(folder.path)/r")
    #expect(snapshot.paths == ["in/a"])
    #expect(snapshot.isDirty == false)
  }

  /// Every setting and file here would run the canary if git were started with them.
  @Test func runsNothingThatARepositoryNames() throws {
    let folder = try TemporaryFolder()
    try folder.makeRepository("r")
    try folder.write("* filter=evil diff=evil\n", to: "r/.gitattributes")
    try folder.write("x", to: "r/a.md")
    try folder.commit("r")
    let canary = "\(folder.path)/canary"
    let script = "\(folder.path)/evil"
    try folder.write("#!/bin/sh\ntouch '\(canary)'\n", to: "evil")
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: script)
    for name in [
      "core.fsmonitor", "core.sshCommand", "core.pager", "core.editor", "core.gitProxy",
      "core.alternateRefsCommand", "diff.external", "filter.evil.clean", "filter.evil.smudge",
      "filter.evil.process", "diff.evil.textconv", "diff.evil.command", "credential.helper",
      "gpg.program", "remote.origin.uploadpack", "uploadpack.packObjectsHook", "sequence.editor",
      "pager.log", "log.showSignature",
    ] {
      let value = name == "log.showSignature" ? "true" : script
      try folder.git("config", "--file", "r/.git/config", name, value)
    }
    try folder.git("config", "--file", "r/.git/config", "remote.origin.url", "ext::\(script)")
    try folder.git("config", "--file", "r/.git/config", "extensions.partialClone", "origin")
    try folder.git("config", "--file", "r/.git/config", "core.worktree", "/")
    try folder.git("config", "--file", "r/.git/config", "core.hooksPath", folder.path)
    for hook in [
      "post-index-change", "reference-transaction", "post-checkout", "fsmonitor-watchman",
    ] {
      try FileManager.default.copyItem(
        atPath: script,
        toPath: "\(folder.path)/r/.git/hooks/\(hook)"
      )
    }
    let snapshot = try folder.crawler().snapshot(of: "\(folder.path)/r")
    #expect(snapshot.paths == [".gitattributes", "a.md"])
    #expect(snapshot.forge == nil)
    let history = snapshot.history()
    #expect(history.diagnostics.isEmpty)
    #expect(history.output.lastChange(of: "a.md")?.seconds == 1_700_000_000)
    #expect(!folder.exists("canary"))
    // The trap is live: git itself walks into it.
    try folder.runGit(["--work-tree=\(folder.path)/r", "status"], in: "r")
    #expect(folder.exists("canary"))
  }

  @Test func readsALinkedWorkTreeButNoForeignRepository() throws {
    let folder = try TemporaryFolder()
    try folder.makeRepository("r")
    try folder.write("x", to: "r/a.md")
    let commit = try folder.commit("r")
    try folder.git("worktree", "add", "--quiet", "-b", "side", "../tree", in: "r")
    let crawler = folder.crawler()
    let tree = try crawler.snapshot(of: "\(folder.path)/tree")
    #expect(tree.revision == commit)
    #expect(tree.ref?.name == "side")
    #expect(tree.history().output.lastChange(of: "a.md")?.id == commit)
    // A '.git' that names a repository which knows nothing of it.
    try folder.write("gitdir: \(folder.path)/r/.git\n", to: "thief/.git")
    try folder.write("x", to: "thief/a.md")
    let thief = try crawler.snapshot(of: "\(folder.path)/thief")
    #expect(thief.paths == ["a.md"])
    #expect(thief.revision == nil)
    // One that names itself, and shares what it likes.
    try folder.write("gitdir: \(folder.path)/thief/mine\n", to: "thief/.git")
    try folder.write("\(folder.path)/thief/.git\n", to: "thief/mine/gitdir")
    try folder.write("\(folder.path)/r/.git\n", to: "thief/mine/commondir")
    try folder.write("ref: refs/heads/main\n", to: "thief/mine/HEAD")
    #expect(try crawler.snapshot(of: "\(folder.path)/thief").revision == nil)
  }

  /// Where a working copy's objects could lie, other than in it.
  private static let detours = ["objects", "objects/00", "objects/00/0", "objects/info/alternates"]

  @Test(arguments: detours)
  func readsNoHistoryOfAnotherRepository(_ detour: String) throws {
    let folder = try TemporaryFolder()
    try folder.makeRepository("other")
    try folder.write("x", to: "other/a.md")
    let commit = try folder.commit("other")
    try folder.makeRepository("r")
    try folder.write("x", to: "r/a.md")
    try folder.commit("r")
    try folder.write("\(commit)\n", to: "r/.git/refs/heads/main")
    let other = "\(folder.path)/other/.git/objects"
    switch detour {
    case "objects/info/alternates": try folder.write("\(other)\n", to: "r/.git/\(detour)")
    case "objects/00/0":
      try folder.write("", to: "r/.git/objects/00/1")
      try folder.link("r/.git/objects/00/0", to: "\(other)/info")
    case "objects":
      try folder.remove("r/.git/objects")
      fallthrough
    default: try folder.link("r/.git/\(detour)", to: other)
    }
    let history = try folder.crawler().snapshot(of: "\(folder.path)/r").history()
    #expect(history.ids == ["history-unavailable"])
    #expect(history.output.lastChange(of: "a.md") == nil)
  }

  /// git would wait at them until its time is over.
  @Test(arguments: ["objects/pipe", "objects/00/0", "objects/pack/multi-pack-index"])
  func readsNoHistoryWithPipesAmongItsObjects(_ pipe: String) throws {
    let folder = try TemporaryFolder()
    try folder.makeRepository("r")
    try folder.write("x", to: "r/a.md")
    try folder.commit("r")
    try folder.write("", to: "r/.git/objects/00/1")
    try #require(mkfifo("\(folder.path)/r/.git/\(pipe)", 0o600) == 0)
    let history = try folder.crawler().snapshot(of: "\(folder.path)/r").history()
    #expect(history.ids == ["history-unavailable"])
    #expect(history.diagnostics.first?.summary.contains("pipes") == true)
  }

  @Test func readsPackedReferencesDetachedHeadsAndNoCommits() throws {
    let folder = try TemporaryFolder()
    try folder.makeRepository("r")
    try folder.write("x", to: "r/a.md")
    let crawler = folder.crawler()
    let unborn = try crawler.snapshot(of: "\(folder.path)/r")
    #expect(unborn.revision == nil)
    #expect(unborn.paths == ["a.md"])
    let commit = try folder.commit("r")
    try folder.git("pack-refs", "--all", in: "r")
    #expect(try crawler.snapshot(of: "\(folder.path)/r").revision == commit)
    try folder.git("checkout", "--quiet", "--detach", in: "r")
    let detached = try crawler.snapshot(of: "\(folder.path)/r")
    #expect(detached.ref == RepositoryReference(kind: .commit, name: commit))
  }

  @Test func readsRepositoriesOfSHA256() throws {
    let folder = try TemporaryFolder()
    try folder.git("init", "--quiet", "--object-format=sha256", "r")
    try folder.write("x", to: "r/a.md")
    let commit = try folder.commit("r")
    #expect(commit.count == 64)
    let snapshot = try folder.crawler().snapshot(of: "\(folder.path)/r")
    #expect(snapshot.revision == commit)
    #expect(snapshot.isDirty == false)
    #expect(snapshot.history().output.lastChange(of: "a.md")?.id == commit)
  }

  @Test func readsACheckoutOfAnotherUser() throws {
    guard getuid() == 0 else { return }
    let folder = try TemporaryFolder()
    try folder.makeRepository("r")
    try folder.write("x", to: "r/a.md")
    let commit = try folder.commit("r")
    for path in ["", "/.git", "/a.md", "/.git/HEAD", "/.git/config", "/.git/index"] {
      #expect(chown("\(folder.path)/r\(path)", 65_534, 65_534) == 0)
    }
    let crawler = folder.crawler()
    let copy = try crawler.snapshot(of: "\(folder.path)/r")
    #expect(copy.revision == commit)
    #expect(copy.history().output.lastChange(of: "a.md")?.id == commit)
    let clone = try crawler.crawl(url: "\(folder.path)/r")
    #expect(clone.output?.revision == commit, "\(clone.diagnostics)")
  }
}
