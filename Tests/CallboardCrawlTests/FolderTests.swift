import CallboardCrawl
import CallboardDiagnostics
import CallboardTestSupport
import Foundation
import Testing

@Suite struct FolderTests {
  @Test func listsFilesInTheOrderOfTheirBytes() throws {
    let folder = try TemporaryFolder()
    for path in ["b", "a/z", "a-b", "a.b", "é", "e\u{301}x", "a/b/c", "Z", " x", "new\nline"] {
      try folder.write("x", to: "r/\(path)")
    }
    let snapshot = try folder.crawler().snapshot(of: "\(folder.path)/r")
    #expect(
      snapshot.paths == [
        " x", "Z", "a-b", "a.b", "a/b/c", "a/z", "b", "e\u{301}x", "new\nline", "é",
      ]
    )
    #expect(snapshot.revision == nil)
    #expect(snapshot.isDirty == nil)
    #expect(try snapshot.text(of: "new\nline") == "x")
    #expect(snapshot.history().output.isEmpty)
  }

  @Test func keepsTwoSpellingsOfOneNameApart() throws {
    let folder = try TemporaryFolder()
    try folder.write("composed", to: "r/\u{E9}")
    try folder.write("decomposed", to: "r/e\u{301}")
    let snapshot = try folder.crawler().snapshot(of: "\(folder.path)/r")
    #expect(snapshot.files.count == 2)
    #expect(try snapshot.text(of: "\u{E9}") == "composed")
    #expect(try snapshot.text(of: "e\u{301}") == "decomposed")
  }

  @Test func leavesOutWhatIsIgnored() throws {
    let folder = try TemporaryFolder()
    try folder.write("*.log\n/.env\nnode_modules/\n", to: "r/.gitignore")
    try folder.write("!b.log\n", to: "r/docs/.gitignore")
    for path in ["a.log", ".env", "docs/a.log", "docs/b.log", "node_modules/x/y", "docs/.env"] {
      try folder.write("x", to: "r/\(path)")
    }
    let snapshot = try folder.crawler().snapshot(of: "\(folder.path)/r")
    #expect(snapshot.paths == [".gitignore", "docs/.env", "docs/.gitignore", "docs/b.log"])
    #expect(throws: ReadError.notFound) { try snapshot.contents(of: ".env") }
  }

  @Test func leavesOutWhatEditorsKeepBesideOpenFiles() throws {
    let folder = try TemporaryFolder()
    let wanted = ["#", "4913.md", "a.md", "swp", "~a"]
    let names =
      wanted + [
        "a.md~", ".a.md.swp", ".a.md.swo", ".#a.md", "#a.md#", "4913", ".goutputstream-X1",
        "a.md___jb_tmp___",
      ]
    for name in names { try folder.write("x", to: "r/\(name)") }
    try folder.write("x", to: "r/old~/b.md")
    let snapshot = try folder.crawler().snapshot(of: "\(folder.path)/r")
    #expect(snapshot.paths == ["#", "4913.md", "a.md", "old~/b.md", "swp", "~a"])
  }

  @Test func leavesOutAFolderWhoseRulesCannotBeRead() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      String(repeating: "# long\n", count: 200_000) + "secret\n",
      to: "r/a/.gitignore"
    )
    try folder.write("x", to: "r/a/secret")
    try folder.write("secret\n", to: "rules")
    try folder.write("x", to: "r/b/secret")
    // git reads no rules through a link either.
    try folder.link("r/b/.gitignore", to: "../../rules")
    let crawled = try folder.crawler().crawl(
      RepositorySource(.folder(pattern: "r", base: folder.path))
    )
    #expect(crawled.output?.paths == ["b/secret"])
    #expect(crawled.ids == ["path-symlink", "path-unreadable"])
  }

  @Test func readsNothingThroughLinksNorOutside() throws {
    let folder = try TemporaryFolder()
    try folder.write("secret", to: "outside/secret")
    try folder.write("x", to: "r/docs/a.md")
    try folder.link("r/link.md", to: "../outside/secret")
    try folder.link("r/dangling", to: "/nonexistent")
    try folder.link("r/chain", to: "link.md")
    try folder.link("r/linked", to: "../outside")
    let crawled = try folder.crawler().crawl(
      RepositorySource(.folder(pattern: "r", base: folder.path))
    )
    let snapshot = try #require(crawled.output)
    #expect(snapshot.paths == ["docs/a.md"])
    #expect(crawled.ids == ["path-symlink"])
    #expect(crawled.diagnostics.first?.summary == "4 symbolic links are not followed")
    #expect(crawled.diagnostics.first?.notes.count == 3)
    for path in [
      "link.md", "linked/secret", "../outside/secret", "/etc/passwd", "docs/../docs/a.md",
    ] {
      #expect(throws: ReadError.notFound, "\(path)") { try snapshot.contents(of: path) }
    }
  }

  @Test func refusesWhatHasBecomeALinkSinceItWasListed() throws {
    let folder = try TemporaryFolder()
    try folder.write("secret", to: "outside/a.md")
    try folder.write("x", to: "r/docs/a.md")
    try folder.write("x", to: "r/b.md")
    let snapshot = try folder.crawler().snapshot(of: "\(folder.path)/r")
    try folder.remove("r/docs")
    try folder.link("r/docs", to: "../outside")
    try folder.remove("r/b.md")
    try folder.link("r/b.md", to: "../outside/a.md")
    #expect(throws: ReadError.notAFile) { try snapshot.contents(of: "docs/a.md") }
    #expect(throws: ReadError.notAFile) { try snapshot.contents(of: "b.md") }
    try folder.remove("r")
    try folder.link("r", to: "outside")
    #expect(throws: ReadError.notFound) { try snapshot.contents(of: "a.md") }
  }

  @Test func neverOpensAFIFO() throws {
    let folder = try TemporaryFolder()
    try folder.write("x", to: "r/a.md")
    #expect(mkfifo("\(folder.path)/r/pipe.md", 0o600) == 0)
    let crawled = try folder.crawler().crawl(
      RepositorySource(.folder(pattern: "r", base: folder.path))
    )
    let snapshot = try #require(crawled.output)
    #expect(snapshot.paths == ["a.md"])
    #expect(crawled.ids == ["path-special"])
    try folder.remove("r/a.md")
    #expect(mkfifo("\(folder.path)/r/a.md", 0o600) == 0)
    #expect(throws: ReadError.notAFile) { try snapshot.contents(of: "a.md") }
  }

  @Test func refusesFilesOverTheLimit() throws {
    let folder = try TemporaryFolder()
    try folder.write("12345", to: "r/a")
    let snapshot = try folder.crawler().snapshot(of: "\(folder.path)/r")
    #expect(throws: ReadError.tooLarge(bytes: 5, limit: 4)) {
      try snapshot.contents(of: "a", limit: 4)
    }
    #expect(try snapshot.contents(of: "a", limit: 5).count == 5)
    // It may have grown since it was listed.
    try folder.write("123456789", to: "r/a")
    #expect(throws: ReadError.tooLarge(bytes: 9, limit: 6)) {
      try snapshot.contents(of: "a", limit: 6)
    }
    #expect(try snapshot.text(of: "a") == "123456789")
  }

  @Test func keepsTheLimitsOfFilesPathsAndDepth() throws {
    let folder = try TemporaryFolder()
    for number in 0..<5 { try folder.write("x", to: "r/\(number)") }
    try folder.write("x", to: "r/a/b/c/deep")
    try folder.write("x", to: "r/long/" + String(repeating: "n", count: 60))
    var limits = CrawlLimits()
    limits.folderDepth = 2
    limits.pathPartBytes = 50
    let source = RepositorySource(.folder(pattern: "r", base: folder.path))
    let crawled = try folder.crawler(limits).crawl(source)
    #expect(crawled.output?.paths == ["0", "1", "2", "3", "4"])
    #expect(crawled.ids == ["path-too-long", "path-too-long"])
    limits.filesPerRepository = 4
    let refused = try folder.crawler(limits).crawl(source)
    #expect(refused.output == nil)
    #expect(refused.ids == ["repository-too-large"])
  }

  @Test func doesNotEnterRepositoriesInside() throws {
    let folder = try TemporaryFolder()
    try folder.makeRepository("r/vendor/other")
    try folder.write("x", to: "r/vendor/other/a.md")
    try folder.write("x", to: "r/a.md")
    let crawled = try folder.crawler().crawl(
      RepositorySource(.folder(pattern: "r", base: folder.path))
    )
    #expect(crawled.output?.paths == ["a.md"])
    #expect(crawled.ids == ["repository-nested"])
  }

  @Test func appliesTheRulesOfTheSurroundingWorkTree() throws {
    let folder = try TemporaryFolder()
    try folder.makeRepository("big")
    try folder.write("/examples/pay/out\n*.log\n/checkouts/\n", to: "big/.gitignore")
    try folder.write("!keep.log\n", to: "big/examples/.gitignore")
    for path in ["a.md", "out/x", "x.log", "keep.log"] {
      try folder.write("x", to: "big/examples/pay/\(path)")
      try folder.write("x", to: "big/checkouts/pay/\(path)")
    }
    let crawler = folder.crawler()
    #expect(
      try crawler.snapshot(of: "\(folder.path)/big/examples/pay").paths == ["a.md", "keep.log"]
    )
    // The whole folder is ignored there; whoever names it means its files.
    #expect(try crawler.snapshot(of: "\(folder.path)/big/checkouts/pay").files.count == 4)
  }

  @Test func marksChangedFilesByTheirFingerprint() throws {
    let folder = try TemporaryFolder()
    try folder.write("1", to: "r/a")
    try folder.write("1", to: "r/b")
    let before = try folder.crawler().snapshot(of: "\(folder.path)/r")
    try folder.write("2", to: "r/a")
    let after = try folder.crawler().snapshot(of: "\(folder.path)/r")
    #expect(before.file(at: "a")?.fingerprint != after.file(at: "a")?.fingerprint)
    #expect(before.file(at: "b") == after.file(at: "b"))
  }

  @Test func reportsAFolderThatIsGone() throws {
    let folder = try TemporaryFolder()
    try folder.write("x", to: "r/a")
    let crawler = folder.crawler()
    let location = try #require(
      crawler.expand([RepositorySource(.folder(pattern: "r", base: folder.path))]).output.first
    )
    try folder.remove("r")
    let crawled = try crawler.crawl(location)
    #expect(crawled.output == nil)
    #expect(crawled.ids == ["repository-unreadable"])
  }
}
