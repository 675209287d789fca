import CallboardCrawl
import CallboardDiagnostics
import CallboardTestSupport
import Foundation
import Testing

@Suite struct CloneTests {
  /// A repository with two branches and two tags.
  private func makeOrigin() throws -> (folder: TemporaryFolder, commits: [String]) {
    let folder = try TemporaryFolder()
    try folder.makeRepository("pay")
    try folder.write("one", to: "pay/a.md")
    try folder.write("x", to: "pay/docs/with space & é\n.md")
    try folder.link("pay/link", to: "a.md")
    let first = try folder.commit("pay")
    try folder.git("tag", "v1", in: "pay")
    try folder.git("tag", "--annotate", "--message=x", "v1-annotated", in: "pay")
    try folder.write("two", to: "pay/a.md")
    let second = try folder.commit("pay")
    try folder.git("branch", "feature/x", first, in: "pay")
    return (folder, [first, second])
  }

  @Test func readsTheDefaultBranchABranchATagAndACommit() throws {
    let (folder, commits) = try makeOrigin()
    let url = "file://\(folder.path)/pay"
    let crawler = folder.crawler()
    let table: [(String?, RepositoryReference, commit: String, text: String)] = [
      (nil, .init(kind: .branch, name: "main"), commits[1], "two"),
      ("main", .init(kind: .branch, name: "main"), commits[1], "two"),
      ("feature/x", .init(kind: .branch, name: "feature/x"), commits[0], "one"),
      ("v1", .init(kind: .tag, name: "v1"), commits[0], "one"),
      ("v1-annotated", .init(kind: .tag, name: "v1-annotated"), commits[0], "one"),
      ("refs/tags/v1", .init(kind: .tag, name: "v1"), commits[0], "one"),
      (commits[0], .init(kind: .commit, name: commits[0]), commits[0], "one"),
    ]
    // The second round finds everything in the clone.
    for (ref, reference, commit, text) in table + table {
      let crawled = try crawler.crawl(url: url, ref: ref)
      let snapshot = try #require(crawled.output, "\(ref ?? "HEAD"): \(crawled.diagnostics)")
      #expect(snapshot.ref == reference)
      #expect(snapshot.revision == commit)
      #expect(try snapshot.text(of: "a.md") == text)
      #expect(snapshot.paths == ["a.md", "docs/with space & é\n.md"])
      #expect(try snapshot.text(of: "docs/with space & é\n.md") == "x")
      #expect(crawled.ids == ["path-symlink"])
      #expect(snapshot.forge == nil)
      #expect(snapshot.name == "pay")
    }
  }

  @Test func fetchesWhatIsNewAndWhatWasRewritten() throws {
    let (folder, commits) = try makeOrigin()
    let crawler = folder.crawler()
    let url = "\(folder.path)/pay"
    #expect(try crawler.crawl(url: url).output?.revision == commits[1])
    try folder.write("three", to: "pay/a.md")
    let third = try folder.commit("pay")
    #expect(try crawler.crawl(url: url).output?.revision == third)
    try folder.git("reset", "--quiet", "--hard", commits[0], in: "pay")
    #expect(try crawler.crawl(url: url).output?.revision == commits[0])
    // A branch may turn into a folder of branches.
    #expect(try crawler.crawl(url: url, ref: "feature/x").output != nil)
    try folder.git("branch", "-D", "feature/x", in: "pay")
    try folder.git("branch", "feature", in: "pay")
    #expect(try crawler.crawl(url: url, ref: "feature").output?.revision == commits[0])
  }

  @Test func usesTheLastFetchWhenTheRemoteIsGone() throws {
    let (folder, commits) = try makeOrigin()
    let crawler = folder.crawler()
    let url = "\(folder.path)/pay"
    for ref in [nil, "v1", commits[0]] { _ = try crawler.crawl(url: url, ref: ref) }
    try folder.remove("pay")
    let stale = try crawler.crawl(url: url)
    #expect(stale.output?.revision == commits[1])
    #expect(stale.output?.ref == .init(kind: .branch, name: "main"))
    #expect(stale.ids == ["repository-stale", "path-symlink"])
    #expect(stale.diagnostics.first?.severity == .warning)
    #expect(try crawler.crawl(url: url, ref: "v1").ids.first == "repository-stale")
    // A commit never changes, so nobody is asked.
    #expect(try crawler.crawl(url: url, ref: commits[0]).ids == ["path-symlink"])
    let unknown = try crawler.crawl(url: url, ref: "feature/x")
    #expect(unknown.output == nil)
    #expect(unknown.ids == ["repository-unreachable"])
  }

  @Test func reportsWhatIsMissing() throws {
    let (folder, _) = try makeOrigin()
    try folder.makeRepository("empty")
    let crawler = folder.crawler()
    let url = "\(folder.path)/pay"
    let nearest = try crawler.crawl(url: url, ref: "feature/y")
    #expect(nearest.output == nil)
    #expect(nearest.ids == ["repository-ref-missing"])
    #expect(nearest.diagnostics.first?.help == ["Change it to 'feature/x'."])
    let commit = String(repeating: "0", count: 39) + "1"
    #expect(try crawler.crawl(url: url, ref: commit).ids == ["repository-unreachable"])
    #expect(try crawler.crawl(url: "\(folder.path)/empty").ids == ["repository-ref-missing"])
    #expect(try crawler.crawl(url: "\(folder.path)/none").ids == ["repository-unreachable"])
  }

  @Test func replacesADamagedClone() throws {
    let (folder, commits) = try makeOrigin()
    let crawler = folder.crawler()
    _ = try crawler.crawl(url: "\(folder.path)/pay")
    let cache = "\(folder.path)/cache/git"
    let clone = try #require(
      FileManager.default.contentsOfDirectory(atPath: cache).first {
        $0.hasSuffix(".git") && !$0.hasPrefix("reader")
      }
    )
    try folder.remove("cache/git/\(clone)/objects")
    try FileManager.default.createDirectory(
      atPath: "\(cache)/\(clone)/objects",
      withIntermediateDirectories: true
    )
    let crawled = try crawler.crawl(url: "\(folder.path)/pay")
    #expect(crawled.output?.revision == commits[1], "\(crawled.diagnostics)")
    // Locks that a killed git has left.
    try folder.write("", to: "cache/git/\(clone)/packed-refs.lock")
    try folder.write("", to: "cache/git/\(clone)/shallow.lock")
    try folder.write("x", to: "pay/new")
    let third = try folder.commit("pay")
    #expect(try crawler.crawl(url: "\(folder.path)/pay").output?.revision == third)
  }

  @Test func runsNoHookOfTheRepositoryItFetchesFrom() throws {
    let (folder, commits) = try makeOrigin()
    let script = "#!/bin/sh\ntouch '\(folder.path)/canary'\n"
    try folder.write(script, to: "evil")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755],
      ofItemAtPath: "\(folder.path)/evil"
    )
    for name in ["uploadpack.packObjectsHook", "core.fsmonitor", "core.alternateRefsCommand"] {
      try folder.git("config", name, "\(folder.path)/evil", in: "pay")
    }
    let crawled = try folder.crawler().crawl(url: "\(folder.path)/pay")
    #expect(crawled.output?.revision == commits[1])
    #expect(!folder.exists("canary"))
  }

  @Test func buildsSideBySideShareAClone() async throws {
    let (folder, commits) = try makeOrigin()
    let url = "\(folder.path)/pay"
    let crawlers = (0..<6).map { _ in folder.crawler() }
    let revisions = try await withThrowingTaskGroup(of: String?.self) { group in
      for (index, crawler) in crawlers.enumerated() {
        group.addTask {
          try crawler.crawl(url: url, ref: index % 2 == 0 ? nil : "v1").output?.revision
        }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(revisions.count { $0 == commits[1] } == 3)
    #expect(revisions.count { $0 == commits[0] } == 3)
  }

  @Test func readsFromSeveralThreads() async throws {
    let folder = try TemporaryFolder()
    try folder.makeRepository("r")
    for number in 0..<200 {
      try folder.write(String(repeating: "\(number),", count: number * 50), to: "r/\(number)")
    }
    try folder.commit("r")
    let crawler = folder.crawler()
    let copy = try crawler.snapshot(of: "\(folder.path)/r")
    let clone = try #require(try crawler.crawl(url: "\(folder.path)/r").output)
    #expect(copy.paths == clone.paths)
    await withTaskGroup(of: Int.self) { group in
      for _ in 0..<4 {
        group.addTask {
          copy.paths.count { (try? copy.contents(of: $0)) != (try? clone.contents(of: $0)) }
        }
      }
      for await differences in group { #expect(differences == 0) }
    }
    #expect(try clone.text(of: "199").utf8.count == 199 * 50 * 4)
  }

  @Test func keepsTokensOutOfMessagesAndSaysWhenOneIsMissing() throws {
    let folder = try TemporaryFolder()
    var limits = CrawlLimits()
    limits.gitSeconds = 20
    // Port 1 refuses at once, without a name to look up.
    let crawler = folder.crawler(limits, environment: ["TOKEN": "s3cret"])
    let crawled = try crawler.crawl(url: "https://me:hunter2@127.0.0.1:1/a/b.git", token: "TOKEN")
    #expect(crawled.ids == ["repository-unreachable"])
    for diagnostic in crawled.diagnostics {
      #expect(!"\(diagnostic)".contains("hunter2"))
      #expect(!"\(diagnostic)".contains("s3cret"))
    }
    let without = try crawler.crawl(url: "https://127.0.0.1:1/a/b.git", token: "NO_TOKEN")
    #expect(without.ids == ["token-missing", "repository-unreachable"])
  }

  @Test func saysThatGitIsMissing() throws {
    let (folder, _) = try makeOrigin()
    let crawler = folder.crawler(environment: ["PATH": "/nonexistent"])
    #expect(throws: CrawlError.gitMissing) { try crawler.crawl(url: "\(folder.path)/pay") }
  }
}
