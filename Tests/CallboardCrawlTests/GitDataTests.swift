import CallboardTestSupport
import Testing

@testable import CallboardCrawl

/// The readers of git's own files, on input that no git has written.
@Suite struct GitDataTests {
  @Test func readsSettingsAsData() {
    let text = """
      # comment
      [core]
      \tbare = false ; comment
      \tflag
      [remote "Ori\\"gin"]
        url = "https://h/a b" # comment
      [include] path = /etc/passwd
      [REMOTE "one"] 
        URL = a\\
      b\\tc
        x = "quoted # not a comment"   
      """
    let settings = GitConfiguration(Array(text.utf8))
    #expect(settings["core.bare"] == "false")
    #expect(settings["core.flag"] == "true")
    #expect(settings["remote.Ori\"gin.url"] == "https://h/a b")
    #expect(settings["remote.one.url"] == "ab\tc")
    #expect(settings["remote.one.x"] == "quoted # not a comment")
    #expect(settings.remoteURL == nil, "two remotes, and none is the origin")
  }

  @Test func survivesAnIndexThatIsCutOffOrChanged() throws {
    let folder = try TemporaryFolder()
    try folder.makeRepository()
    for path in ["a", "b/c", "b/dd"] { try folder.write("x", to: path) }
    for version in ["2", "4"] {
      try folder.git("add", ".")
      try folder.git("update-index", "--index-version", version)
      let bytes = try FolderRoot("\(folder.path)/.git").contents(of: "index", limit: 1 << 20)
      let whole = try #require(GitIndex(bytes, idBytes: 20))
      #expect(
        whole.entries.map { String(decoding: whole.name(of: $0), as: UTF8.self) } == [
          "a", "b/c", "b/dd",
        ]
      )
      #expect(whole.contains(Array("b/c".utf8)))
      #expect(!whole.contains(Array("b".utf8)))
      #expect(whole.hasEntries(below: Array("b".utf8)))
      #expect(!whole.hasEntries(below: Array("a".utf8)))
      for length in 0..<200 { #expect(GitIndex(Array(bytes.prefix(length)), idBytes: 20) == nil) }
      for position in bytes.indices {
        for value: UInt8 in [0, 1, 0x7F, 0x80, 0xFF] {
          var damaged = bytes
          damaged[position] = value
          _ = GitIndex(damaged, idBytes: 20)
        }
      }
    }
  }

  @Test func acceptsTheReferenceNamesOfGitOnly() {
    for name in ["main", "feature/x", "v1.0", "é", "a@b", "@a"] {
      #expect(GitReferenceName.isValid(name), "\(name)")
    }
    for name in [
      "", "-x", "a..b", "a b", "a~1", "a^", "a:b", "a?", "a*", "a[", "a\\b", "a@{1}", "@", ".a",
      "a/.b", "a.lock", "a//b", "/a", "a/", "a.", "a\u{7}", "-\u{301}",
    ] {
      #expect(!GitReferenceName.isValid(name), "\(name)")
    }
  }

  @Test func leavesOutNamesThatATreeMustNotHold() throws {
    let records = [
      "100644 blob \(String(repeating: "a", count: 40))       3\tgood/a.md",
      "100755 blob \(String(repeating: "b", count: 40))       4\tb.sh",
      "100644 blob \(String(repeating: "c", count: 40))       3\t../up",
      "100644 blob \(String(repeating: "c", count: 40))       3\t.git/config",
      "100644 blob \(String(repeating: "c", count: 40))       3\ta//b",
      "120000 blob \(String(repeating: "d", count: 40))       3\tlink",
      "160000 commit \(String(repeating: "e", count: 40))       -\tmodule",
      "100644 blob \(String(repeating: "f", count: 40))       5\tb.sh",
    ]
    let output = Array((records.joined(separator: "\0") + "\0").utf8)
    let tree = try #require(GitTree(output, limits: CrawlLimits()))
    #expect(tree.listing.files.map(\.path) == ["b.sh", "good/a.md"])
    #expect(tree.listing.files.first?.size == 4)
    #expect(tree.listing.omissions.count == 5)
    #expect(GitTree(Array("nonsense\0".utf8), limits: CrawlLimits()) == nil)
  }

  @Test func passesATokenByEnvironmentOnly() throws {
    let git = Git(
      cacheFolder: "/cache",
      environment: ["PATH": "/usr/bin:/bin", "TOKEN": "s3cret\n", "GIT_SSH": "evil", "HOME": "/h"],
      limits: CrawlLimits()
    )
    let url = try RemoteURL("https://git.example.org/a/b")
    let reach = Git.Reach.remote(url, token: git.secret(in: "TOKEN"))
    let invocation = try git.invocation(["fetch", "--", url.argument], in: "x.git", reach: reach)
    #expect(invocation.arguments.allSatisfy { !$0.contains("s3cret") })
    let variables = invocation.environment
    #expect(variables["CALLBOARD_GIT_SECRET"] == "s3cret")
    #expect(variables["GIT_ALLOW_PROTOCOL"] == "https")
    #expect(variables["GIT_SSH"] == nil)
    #expect(variables["TOKEN"] == nil)
    #expect(git.variables(in: "x.git", reach: .local())["GIT_ALLOW_PROTOCOL"] == "none")
    #expect(git.variables(in: "x.git", reach: .local())["HOME"] == nil)
    // A token never goes where it could be read on the way, or to a program on this machine.
    let file = Git.Reach.remote(try RemoteURL("/a"), token: git.secret(in: "TOKEN"))
    #expect(!git.variables(in: "x.git", reach: file).values.contains("s3cret"))
    let local = try git.invocation(["log"], in: "x.git")
    #expect(!local.environment.values.contains("s3cret"))
  }

  @Test func makesMessagesOfGitFitToPrint() {
    let cache = CacheFolder(path: "/home/me/cache/git")
    func reason(_ text: String) -> String {
      let outcome = ProcessRunner.Outcome(
        ending: .exited(code: 128),
        output: [],
        errors: Array(text.utf8)
      )
      return GitMessage.reason(outcome, cache: cache)
    }
    #expect(reason("warning: x\n\nfatal: no such thing\nfatal: y") == "no such thing")
    #expect(reason("remote: \nremote: Not found.\n") == "Not found")
    #expect(
      reason("fatal: 'https://u:p@h/a' and /home/me/cache/git/x") == "'https://h/a' and (cache)/x"
    )
    #expect(reason("fatal: \u{1B}[31mred\u{202E}") == "\\u{1b}[31mred\\u{202e}")
    #expect(
      reason("@@@@@@\n@    WARNING: REMOTE HOST IDENTIFICATION HAS CHANGED!     @\n@@@@@@\n")
        == "WARNING: REMOTE HOST IDENTIFICATION HAS CHANGED!"
    )
    #expect(reason("") == "git failed")
  }
}
