import CallboardCrawl
import CallboardDiagnostics
import CallboardTestSupport
import Testing

@Suite struct ExpandTests {
  private func source(_ pattern: String, _ folder: TemporaryFolder, name: String? = nil)
    -> RepositorySource
  {
    RepositorySource(.folder(pattern: pattern, base: folder.path), name: name)
  }

  @Test func findsFoldersByPatternInTheOrderOfTheirNames() throws {
    let folder = try TemporaryFolder()
    for name in ["pay", "api", ".hidden", "z"] { try folder.write("x", to: "repos/\(name)/f") }
    try folder.write("x", to: "repos/file")
    try folder.link("repos/linked", to: "../elsewhere")
    try folder.write("x", to: "elsewhere/f")
    let expanded = folder.crawler().expand([source("repos/*", folder)])
    #expect(expanded.output.map(\.name) == ["api", "linked", "pay", "z"])
    #expect(expanded.diagnostics.isEmpty)
    #expect(folder.crawler().expand([source("./repos/{api,z}", folder)]).output.count == 2)
    #expect(folder.crawler().expand([source(".", folder)]).output.count == 1)
  }

  @Test func givesEqualNamesTheirParentsWhateverTheOrder() throws {
    let folder = try TemporaryFolder()
    for path in ["acme/pay", "globex/pay", "globex/other", "x/globex/pay"] {
      try folder.write("x", to: "\(path)/f")
    }
    let sources = [
      source("acme/pay", folder), source("globex/*", folder), source("x/globex/pay", folder),
      RepositorySource(.git(url: "git@h:initech/Pay.git", ref: nil, tokenVariable: nil)),
    ]
    let expected = ["acme-pay", "initech-Pay", "other", "x-globex-pay"]
    for order in [sources, sources.reversed()] {
      let names = folder.crawler().expand(order).output.map(\.name)
      #expect(names.filter(expected.contains) == expected)
      #expect(names.count == 5)
      #expect(names.contains { $0.hasSuffix("-globex-pay") && $0 != "x-globex-pay" })
    }
  }

  @Test func tellsTwoBranchesOfOneRepositoryApart() throws {
    let folder = try TemporaryFolder()
    let expanded = folder.crawler().expand(
      [nil, "release/2", "next"].map {
        RepositorySource(.git(url: "https://h/a/pay.git", ref: $0, tokenVariable: nil))
      }
    )
    #expect(expanded.output.map(\.name) == ["h-a-pay", "pay-next", "pay-release-2"])
    #expect(expanded.diagnostics.isEmpty)
  }

  @Test func keepsTheFirstOfTwoThatAreTheSame() throws {
    let folder = try TemporaryFolder()
    try folder.write("x", to: "a/f")
    try folder.write("x", to: "b/f")
    let same = folder.crawler().expand([source("a", folder), source("./*", folder)])
    #expect(same.output.map(\.name) == ["a", "b"])
    #expect(same.ids == ["source-duplicate"])
    let named = folder.crawler().expand([
      source("a", folder, name: "x"), source("b", folder, name: "X"),
    ])
    #expect(named.output.map(\.name) == ["x"])
    #expect(named.ids == ["source-duplicate"])
  }

  @Test func reportsSourcesThatAreWrong() throws {
    let folder = try TemporaryFolder()
    try folder.write("x", to: "a/f")
    try folder.write("x", to: "b/f")
    func git(_ url: String, _ ref: String? = nil) -> RepositorySource {
      RepositorySource(.git(url: url, ref: ref, tokenVariable: nil))
    }
    let table: [(RepositorySource, String)] = [
      (source("none", folder), "source-missing"), (source("none/*", folder), "source-missing"),
      (source("a/f", folder), "source-missing"), (source("**", folder), "source-invalid"),
      (source("[a", folder), "source-invalid"), (source("*", folder, name: "x"), "source-invalid"),
      (git("ext::sh"), "source-invalid"), (git("--upload-pack=x"), "source-invalid"),
      (git("http://h/a"), "source-invalid"), (git("https://h/a", "-x"), "source-invalid"),
      (git("https://h/a", "a..b"), "source-invalid"), (git("https://h/a", "a:b"), "source-invalid"),
      (git("https://h/a", "-\u{301}x"), "source-invalid"),
      (git("https://h/a", ""), "source-invalid"),
    ]
    for (source, id) in table {
      let expanded = folder.crawler().expand([source])
      #expect(expanded.output.isEmpty, "\(source.place)")
      #expect(expanded.ids == [id], "\(source.place)")
      #expect(expanded.diagnostics.allSatisfy { !$0.help.isEmpty })
    }
    let secret = folder.crawler().expand([git("ftp://u:hunter2@h/a")])
    #expect(!"\(secret.diagnostics)".contains("hunter2"))
  }
}
