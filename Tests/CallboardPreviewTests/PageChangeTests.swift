import CallboardBuild
import CallboardSite
import Testing

@testable import CallboardPreview

@Suite struct PageChangeTests {
  private func change(_ old: [String: String], _ new: [String: String]) -> PageChange {
    let (old, new) = (site(old), site(new))
    return PageChange(of: "a/index.html", from: old, to: new) {
      PageChange.changedEmbeddedFiles(from: old, to: new)
    }
  }

  private func site(_ files: [String: String]) -> MemorySite {
    MemorySite(files.map { OutputFile(path: $0.key, bytes: Array($0.value.utf8)) })
  }

  private func page(_ style: String, _ text: String) -> String {
    "<head>\n<link rel=\"stylesheet\" href=\"../\(style)\">\n</head><p>\(text)</p>"
  }

  @Test func leavesAPageAloneThatShowsTheSame() {
    #expect(change(["a/index.html": "x", "b/index.html": "y"], ["a/index.html": "x"]) == .none)
  }

  @Test func changesStylesWithoutLoadingThePageAgain() {
    let found = change(
      ["a/index.html": page("one.css", "x")],
      ["a/index.html": page("two.css", "x")]
    )
    #expect(found == .styles(["../one.css": "../two.css"]))
  }

  @Test func loadsAPageAgainWhoseTextChangedWithItsStyles() {
    let found = change(
      ["a/index.html": page("one.css", "x")],
      ["a/index.html": page("two.css", "y")]
    )
    #expect(found == .reload)
  }

  @Test func loadsAPageAgainThatShowsAChangedPicture() {
    let page = "<img src=\"my%20plan.png\">"
    let old = ["a/index.html": page, "a/my plan.png": "1"]
    #expect(change(old, ["a/index.html": page, "a/my plan.png": "2"]) == .reload)
    #expect(change(old, ["a/index.html": page, "a/my plan.png": "1", "a/b.png": "2"]) == .none)
  }

  @Test func loadsAPageAgainThatIsGone() {
    #expect(change(["a/index.html": "x"], [:]) == .reload)
    #expect(PageChange(of: nil, from: site([:]), to: site([:]), embedded: { [] }) == .reload)
  }
}
