import CallboardDiagnostics
import CallboardHTML
import Testing

@Suite struct RemovedElementTests {
  @Test func takesTheContentWithIt() {
    #expect(Sanitizing.html("a<script>b</script>c") == "ac")
    #expect(Sanitizing.html("a<svg><g>b</g><svg>c</svg>d</svg>e") == "ae")
    #expect(Sanitizing.html("a<iframe src=x />b") == "ab")
    #expect(Sanitizing.html("a<embed src=x>b") == "ab")
  }

  @Test func takesMarkdownUpToAnEndTagInALaterCall() {
    for name in ["script", "svg", "iframe", "object"] {
      let fragment = build { page in
        page.open("p")
        page.text("a")
        page.authorMarkup("<\(name)>")
        page.text("b")
        page.open("em")
        page.attribute("id", "hidden")
        page.text("c")
        page.close()
        page.authorMarkup("</\(name)>")
        page.text("d")
        page.close()
      }
      #expect(Sanitizing.text(fragment) == "<p>ad</p>", "\(name)")
      #expect(fragment.ids.isEmpty)
    }
  }

  @Test func givesMarkdownBackWhenTheEndTagNeverComes() {
    let fragment = build { page in
      page.authorMarkup("<svg><text>gone</text>")
      page.open("p")
      page.text("kept")
      page.close()
      page.authorMarkup("<b>too</b>")
    }
    #expect(Sanitizing.text(fragment) == "<p>kept</p><b>too</b>")
  }

  @Test func endsWithTheGeneratorsElementAroundIt() {
    let fragment = build { page in
      page.open("li")
      page.authorMarkup("<script>gone")
      page.text("kept")
      page.close()
      page.open("li")
      page.authorMarkup("<b>x</b></script>")
      page.close()
    }
    #expect(Sanitizing.text(fragment) == "<li>kept</li><li><b>x</b></li>")
  }

  @Test func showsTagsOfNoElementUnlessTheyEnd() {
    let fragment = build { page in
      page.open("p")
      page.authorMarkup("<target portal>")
      page.authorMarkup("<X>")
      page.text("kept")
      page.authorMarkup("</x>")
      page.authorMarkup("<my-app src=\"a\">")
      page.authorMarkup("<form>")
      page.close()
    }
    #expect(Sanitizing.text(fragment) == "<p>&lt;target portal&gt;kept</p>")
    #expect(
      fragment.findings.map { "\($0.kind) \($0.name)" } == [
        "tagRemoved x", "tagRemoved my-app", "tagRemoved form", "tagShown target",
      ]
    )
  }

  @Test func reportsEachKindOnce() {
    let fragment = build { page in
      page.authorMarkup(
        "<b>x</b>\n  <script>1</script>\n<SCRIPT>2</SCRIPT><foo>",
        line: 10,
        column: 5
      )
    }
    #expect(
      fragment.findings == [
        SanitizerFinding(
          kind: .elementRemoved,
          name: "script",
          position: SourceSpan.Position(line: 11, column: 3)
        ),
        SanitizerFinding(
          kind: .tagShown,
          name: "foo",
          position: SourceSpan.Position(line: 12, column: 19)
        ),
      ]
    )
  }

  @Test func reportsNoMoreThanAPageOfFindings() {
    let markup = (0..<5_000).map { "<x\($0) on\($0)=y>" }.joined()
    #expect(Sanitizing.fragment(markup).findings.count == 100)
  }

  private func build(_ body: (inout FragmentBuilder) -> Void) -> SanitizedFragment {
    var builder = FragmentBuilder(policy: Sanitizing.policy)
    body(&builder)
    return builder.finish()
  }
}
