import CallboardDocs
import Testing

@Suite struct LinkDestinationTests {
  @Test func tellsOtherSitesFromFiles() {
    for text in ["https://example.com/", "mailto:a@b.c", "//host/x", "HTTP://x", "vscode:x"] {
      #expect(LinkDestination(text) == .external, "\(text)")
    }
  }

  @Test func cutsQueryAndFragmentOffAPath() {
    #expect(
      LinkDestination("../guide/set%20up.md?plain=1#the%20top")
        == .relative(path: "../guide/set up.md", fragment: "the top")
    )
  }

  @Test func readsALoneFragmentAsThisPage() {
    #expect(LinkDestination("#top") == .samePage(fragment: "top"))
    #expect(LinkDestination("") == .samePage(fragment: nil))
    #expect(LinkDestination("?x=1") == .samePage(fragment: nil))
    #expect(LinkDestination.query(of: "a.md?h=code+blocks#x?y") == "h=code+blocks")
    for without in ["a.md", "a.md?", "a.md#b?c", "a.md?x=\"y\""] {
      #expect(LinkDestination.query(of: without) == nil, "\(without)")
    }
  }

  @Test func dropsTheSlashOfAbsolutePaths() {
    #expect(LinkDestination("/img/a.png") == .absolute(path: "img/a.png", fragment: nil))
  }

  @Test func takesAColonInAFileNameForNoScheme() {
    #expect(LinkDestination("./a:b.md") == .relative(path: "./a:b.md", fragment: nil))
    #expect(LinkDestination("1:2.md") == .relative(path: "1:2.md", fragment: nil))
  }

  @Test func keepsAnEntityReferenceWhole() {
    #expect(LinkDestination("entity:component:default/a") == .entity("component:default/a"))
  }

  /// A mark behind a separator makes one letter of both for a reader, and two for a browser.
  @Test func findsSeparatorsThatAMarkFollows() {
    let destination = LinkDestination("a.md?q#\u{301}b")
    #expect(destination == .relative(path: "a.md", fragment: "\u{301}b"))
    #expect(LinkDestination.query(of: "a.md?\u{301}") == nil)
  }

  @Test func leavesBrokenPercentEscapesAlone() {
    #expect(LinkDestination("100%.md") == .relative(path: "100%.md", fragment: nil))
  }
}

@Suite struct RepositoryPathTests {
  @Test func resolvesDots() {
    #expect(RepositoryPath.join("docs/guide", "../img/./a.png") == "docs/img/a.png")
    #expect(RepositoryPath.join("", "a") == "a")
    #expect(RepositoryPath.join("docs", "..") == "")
    #expect(RepositoryPath.join("a/b/c", "../../d/./e//f/") == "a/d/e/f")
    #expect(RepositoryPath.join("a", "\u{301}/../b") == "a/b")
    #expect(RepositoryPath.join("a", "...") == "a/...")
  }

  @Test func refusesToLeaveTheRepository() {
    #expect(RepositoryPath.join("docs", "../../etc/passwd") == nil)
    #expect(RepositoryPath.join("", "..") == nil)
  }

  @Test func comparesFoldersByComponent() {
    #expect(RepositoryPath.relative("docs/a.md", to: "docs") == "a.md")
    #expect(RepositoryPath.relative("docs_internal/a.md", to: "docs") == nil)
  }

  @Test func knowsMarkdownByItsExtension() {
    #expect(RepositoryPath.isMarkdown("a/B.MD"))
    #expect(!RepositoryPath.isMarkdown("md"))
    #expect(!RepositoryPath.isMarkdown(".md"))
  }
}
