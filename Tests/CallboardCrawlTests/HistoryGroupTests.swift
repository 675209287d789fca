import CallboardCrawl
import CallboardDiagnostics
import CallboardTestSupport
import Testing

@Suite struct HistoryGroupTests {
  private static func group(
    of folders: [String],
    in folder: TemporaryFolder,
    patterns: [String] = ["**/catalog-info.yaml"]
  ) throws -> [HistoryGroup] {
    let crawler = folder.crawler()
    return HistoryGroup.groups(
      of: try folders.map {
        HistoryMember(
          snapshot: try crawler.snapshot(of: "\(folder.path)/\($0)"),
          patterns: try patterns.map { try Glob($0) }
        )
      }
    )
  }

  private static func changes(
    _ group: HistoryGroup,
    limits: HistoryLimits = HistoryLimits(commits: 100)
  ) -> [[String]] {
    group.commits(limits: limits).output.map { commit in
      commit.changes.map { change in
        let sign = change.before == nil ? "+" : change.after == nil ? "-" : "~"
        return "\(sign)\(change.member) \(change.path)"
      }
    }
  }

  @Test func listsWhatCommitsDidToDescriptorsNewestFirst() throws {
    let folder = try TemporaryFolder()
    try folder.makeRepository("r")
    try folder.write(["r/catalog-info.yaml": "1", "r/é \n/catalog-info.yaml": "1", "r/x": "1"])
    let first = try folder.commit("r", date: 1_000_000_000)
    try folder.write("2", to: "r/x")
    try folder.commit("r", date: 1_100_000_000)
    try folder.write("2", to: "r/catalog-info.yaml")
    try folder.remove("r/é \n/catalog-info.yaml")
    try folder.commit("r", date: 1_200_000_000)

    let working = try #require(try Self.group(of: ["r"], in: folder).first)
    let url = "file://\(folder.path)/r"
    let cloned = try #require(try folder.crawler().crawl(url: url).output)
    let member = HistoryMember(snapshot: cloned, patterns: [try Glob("**/catalog-info.yaml")])
    let clone = try #require(HistoryGroup.groups(of: [member]).first)
    for group in [working, clone] {
      #expect(
        Self.changes(group) == [
          ["~0 catalog-info.yaml", "-0 é \n/catalog-info.yaml"],
          ["+0 catalog-info.yaml", "+0 é \n/catalog-info.yaml"],
        ]
      )
      let oldest = try #require(group.commits(limits: HistoryLimits(commits: 100)).output.last)
      #expect(oldest.id == first)
      #expect(oldest.seconds == 1_000_000_000)
      #expect(oldest.subject == "x")
      let blob = try #require(oldest.changes.first?.after)
      #expect(try group.blobs().contents(of: blob, limit: 10) == Array("1".utf8))
      #expect(try group.blobs().contents(of: blob, limit: 0) == nil)
    }
  }

  @Test func followsFoldersOfALargerRepositoryInOneWalk() throws {
    let folder = try TemporaryFolder()
    try folder.makeRepository()
    try folder.write([
      "catalog-info.yaml": "1", "apps/[a]/catalog-info.yaml": "1", "apps/b/catalog-info.yaml": "1",
    ])
    try folder.commit()
    try folder.write("2", to: "apps/b/catalog-info.yaml")
    try folder.commit()
    let groups = try Self.group(of: ["apps/\\[a]", "apps/b"], in: folder)
    #expect(groups.count == 1)
    #expect(groups.first?.folders == ["apps/[a]/", "apps/b/"])
    #expect(
      groups.map { Self.changes($0) } == [
        [["~1 catalog-info.yaml"], ["+0 catalog-info.yaml", "+1 catalog-info.yaml"]]
      ]
    )
  }

  @Test func takesAMergeForWhatItBroughtToTheBranch() throws {
    let folder = try TemporaryFolder()
    try folder.makeRepository("r")
    try folder.write("1", to: "r/catalog-info.yaml")
    try folder.commit("r", date: 1_000_000_000)
    try folder.git("checkout", "--quiet", "-b", "side", in: "r")
    for text in ["2", "3"] {
      try folder.write(text, to: "r/catalog-info.yaml")
      try folder.commit("r", date: 2_000_000_000)
    }
    try folder.git("checkout", "--quiet", "main", in: "r")
    try folder.git("merge", "--quiet", "--no-ff", "-m", "m", "side", in: "r", date: 3_000_000_000)
    let group = try #require(try Self.group(of: ["r"], in: folder).first)
    let commits = group.commits(limits: HistoryLimits(commits: 100)).output
    #expect(commits.map(\.seconds) == [3_000_000_000, 1_000_000_000])
  }

  @Test func goesBackAsFarAsTheLimits() throws {
    let folder = try TemporaryFolder()
    try folder.makeRepository("r")
    for day in 0..<6 {
      try folder.write("\(day)", to: "r/catalog-info.yaml")
      try folder.commit("r", date: 1_000_000_000 + 86_400 * day)
    }
    let group = try #require(try Self.group(of: ["r"], in: folder).first)
    #expect(Self.changes(group, limits: HistoryLimits(commits: 2)).count == 2)
    #expect(Self.changes(group, limits: HistoryLimits(commits: 100, days: 3)).count == 4)
    var limits = HistoryLimits(commits: 100)
    limits.changes = 3
    #expect(Self.changes(group, limits: limits).count == 3)
  }

  @Test func findsWhatPatternsOfEveryFormMean() throws {
    let folder = try TemporaryFolder()
    try folder.makeRepository("r")
    let paths = ["a/x.yaml", "a/b/x.yml", "a/b/c/entity-1.yaml", "z/x.yaml"]
    for path in paths { try folder.write("1", to: "r/\(path)") }
    try folder.commit("r")
    for (pattern, expected) in [
      ("./a/*.yaml", [paths[0]]), ("/a/**/*.{yaml,yml}", [paths[2], paths[1], paths[0]]),
      ("a/**/entity-[0-9].yaml", [paths[2]]), ("?/x.yaml", [paths[0], paths[3]]),
      ("{a,z}/x.yaml", [paths[0], paths[3]]), ("\\z/x.yaml", [paths[3]]),
    ] {
      let group = try Self.group(of: ["r"], in: folder, patterns: [pattern]).first
      let found = group?.commits(limits: HistoryLimits(commits: 9)).output.flatMap(\.changes)
      #expect(found?.map(\.path) == expected, "\(pattern)")
    }
  }

  @Test func saysWhyThereIsNoHistory() throws {
    let folder = try TemporaryFolder()
    try folder.makeRepository("r")
    for number in 0..<2 {
      try folder.write("\(number)", to: "r/catalog-info.yaml")
      try folder.commit("r")
    }
    try folder.git("clone", "--quiet", "--depth=1", "file://\(folder.path)/r", "copy")
    let shallow = try #require(try Self.group(of: ["copy"], in: folder).first)
    #expect(shallow.isShallow)
    #expect(shallow.commits(limits: HistoryLimits(commits: 9)).ids == ["shallow-clone"])
    try folder.write("1", to: "plain/catalog-info.yaml")
    #expect(try Self.group(of: ["plain"], in: folder).isEmpty)

    let commit = try folder.git("rev-parse", "HEAD", in: "r")
    try folder.remove("r/.git/objects/\(commit.prefix(2))/\(commit.dropFirst(2))")
    let damaged = try #require(try Self.group(of: ["r"], in: folder).first)
    #expect(damaged.commits(limits: HistoryLimits(commits: 9)).ids == ["history-unavailable"])
  }
}
