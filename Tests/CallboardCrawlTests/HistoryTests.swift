import CallboardCrawl
import CallboardDiagnostics
import CallboardTestSupport
import Testing

@Suite struct HistoryTests {
  @Test func datesEachFileByItsLastCommit() throws {
    let folder = try TemporaryFolder()
    try folder.makeRepository("r")
    let names = ["a b.md", "new\nline", "é", "\u{1}", "d/x"]
    for name in names { try folder.write("1", to: "r/\(name)") }
    let first = try folder.commit("r", date: 1_000_000_000)
    try folder.write("2", to: "r/d/x")
    let second = try folder.commit("r", date: 1_500_000_000)
    try folder.git(
      "commit",
      "--quiet",
      "--allow-empty",
      "--message=e",
      in: "r",
      date: 1_600_000_000
    )
    try folder.write("1", to: "r/untracked")
    let crawler = folder.crawler()
    for snapshot in [
      try crawler.snapshot(of: "\(folder.path)/r"),
      try #require(try crawler.crawl(url: "file://\(folder.path)/r").output),
    ] {
      let read = snapshot.history()
      #expect(read.diagnostics.isEmpty)
      for name in names.dropLast() {
        #expect(read.output.lastChange(of: name) == .init(id: first, seconds: 1_000_000_000))
      }
      #expect(read.output.lastChange(of: "d/x") == .init(id: second, seconds: 1_500_000_000))
      #expect(read.output.lastChange(of: "untracked") == nil)
    }
  }

  @Test func followsMerges() throws {
    let folder = try TemporaryFolder()
    try folder.makeRepository("r")
    try folder.write("1", to: "r/a")
    try folder.commit("r", date: 1_000_000_000)
    try folder.git("checkout", "--quiet", "-b", "side", in: "r")
    try folder.write("1", to: "r/b")
    let side = try folder.commit("r", date: 2_000_000_000)
    try folder.git("checkout", "--quiet", "main", in: "r")
    try folder.write("2", to: "r/a")
    let main = try folder.commit("r", date: 3_000_000_000)
    try folder.git("merge", "--quiet", "--no-ff", "-m", "m", "side", in: "r", date: 4_000_000_000)
    let history = try folder.crawler().snapshot(of: "\(folder.path)/r").history().output
    #expect(history.lastChange(of: "a")?.id == main)
    #expect(history.lastChange(of: "b")?.id == side)
  }

  @Test func hasNoDatesForAShallowClone() throws {
    let folder = try TemporaryFolder()
    try folder.makeRepository("r")
    for number in 0..<3 {
      try folder.write("\(number)", to: "r/a")
      try folder.commit("r")
    }
    try folder.git("clone", "--quiet", "--depth=1", "file://\(folder.path)/r", "copy")
    let copy = try folder.crawler().snapshot(of: "\(folder.path)/copy").history()
    #expect(copy.output.isEmpty)
    #expect(copy.ids == ["shallow-clone"])
    let shallowURL = "file://\(folder.path)/copy"
    for _ in 0..<2 {
      let crawled = try folder.crawler().crawl(url: shallowURL)
      #expect(crawled.diagnostics.isEmpty)
      #expect(crawled.output?.history().ids == ["shallow-clone"])
    }

    var limits = CrawlLimits()
    limits.historyDepth = 1
    let url = "file://\(folder.path)/r"
    let clone = try #require(try folder.crawler(limits).crawl(url: url).output).history()
    #expect(clone.ids == ["shallow-clone"])
    // The same clone gets the rest of the history when it is wanted.
    let whole = try #require(try folder.crawler().crawl(url: url).output).history()
    #expect(whole.ids.isEmpty)
    #expect(!whole.output.isEmpty)
  }

  @Test func reportsADamagedHistory() throws {
    let folder = try TemporaryFolder()
    try folder.makeRepository("r")
    try folder.write("x", to: "r/a")
    let commit = try folder.commit("r")
    try folder.remove("r/.git/objects/\(commit.prefix(2))/\(commit.dropFirst(2))")
    let history = try folder.crawler().snapshot(of: "\(folder.path)/r").history()
    #expect(history.output.isEmpty)
    #expect(history.ids == ["history-unavailable"])
    #expect(history.diagnostics.allSatisfy { !$0.summary.contains(folder.path) })
  }

  @Test func namesThoseWhoChangedAFileByTheMailmap() throws {
    let folder = try TemporaryFolder()
    try folder.makeRepository("r")
    try folder.write("Ada Lovelace <ada@example.org> <al@example.org>\n", to: "r/.mailmap")
    let authors = [
      "Ada <al@example.org>", "Bo <bo@example.org>", "A. L. <al@example.org>",
      "deps[bot] <1@example.org>", "cy@example.org <cy@example.org>", "Zoë  Q <z@example.org>",
    ]
    for (number, author) in authors.enumerated() {
      try folder.write("\(number)", to: "r/a.md")
      try folder.git("add", "--all", in: "r")
      try folder.git("commit", "--quiet", "--message=x", "--author=\(author)", in: "r")
    }
    let crawler = folder.crawler()
    for snapshot in [
      try crawler.snapshot(of: "\(folder.path)/r"),
      try #require(try crawler.crawl(url: "file://\(folder.path)/r").output),
    ] {
      #expect(
        snapshot.history().output.contributors(to: "a.md") == [
          .init(name: "Ada Lovelace", commits: 2), .init(name: "Bo", commits: 1),
          .init(name: "Zoë Q", commits: 1),
        ]
      )
    }
  }

  @Test func datesTheFilesOfFoldersInsideALargerRepository() throws {
    let folder = try TemporaryFolder()
    try folder.makeRepository("r")
    // Many files are asked for by the folder that holds them.
    for number in 0..<20 { try folder.write("1", to: "r/a/docs/\(number).md") }
    try folder.write("1", to: "r/b/x.md")
    let first = try folder.commit("r", date: 1_000_000_000)
    try folder.write("2", to: "r/a/docs/7.md")
    let second = try folder.commit("r", date: 1_500_000_000)
    let crawler = folder.crawler()
    let members = try ["a", "b"].map { name in
      let snapshot = try crawler.snapshot(of: "\(folder.path)/r/\(name)")
      return HistoryMember(snapshot: snapshot, patterns: [], paths: Set(snapshot.paths))
    }
    let groups = HistoryGroup.groups(of: members)
    try #require(groups.count == 1)
    let histories = groups[0].fileHistories()
    #expect(histories.diagnostics.isEmpty)
    #expect(histories.output[0].lastChange(of: "docs/3.md")?.id == first)
    #expect(histories.output[0].lastChange(of: "docs/7.md")?.id == second)
    #expect(histories.output[1].lastChange(of: "x.md")?.id == first)
  }

  @Test func needsNoGitForFilesButForDates() throws {
    let folder = try TemporaryFolder()
    try folder.makeRepository("r")
    try folder.write("x", to: "r/a")
    try folder.commit("r")
    let snapshot = try folder.crawler(environment: ["PATH": "/nonexistent"])
      .snapshot(of: "\(folder.path)/r")
    #expect(try snapshot.text(of: "a") == "x")
    #expect(snapshot.revision != nil)
    #expect(snapshot.history().ids == ["history-unavailable"])
  }
}
