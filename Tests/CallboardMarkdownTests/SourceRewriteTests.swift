import CallboardDiagnostics
import CallboardHTML
import Testing

@testable import CallboardMarkdown

@Suite struct SourceRewriteTests {
  @Test func keepsPositionsThroughSeveralRewrites() throws {
    // Moved out of HTML, put into a quote, and a list repaired, all on one page.
    let text = """
      ---
      title: x
      ---
      <div markdown>
          [a](a.md)
      </div>

      >>>
      [b](b.md)
      >>>

      10. item
        [c](c.md)

      [d](d.md)
      """
    let positions = render(text).output.links.map { "\($0.position.line):\($0.position.column)" }
    #expect(positions == ["5:5", "9:1", "13:3", "15:1"])
  }

  @Test func leavesTextsWithoutTheirMarkupAlone() {
    let texts = [
      "<div>\n\n    code\n\n</div>\n", "> > > three\n", ":not a definition\n", "| a | b |\n",
      "    <div markdown>\n",
    ]
    for text in texts {
      let prepared = MarkdownSource.prepare(Array(text.utf8), file: page).output
      #expect(String(decoding: prepared.body, as: UTF8.self) == text, "\(text)")
    }
  }

  @Test func readsOldFrontMatter() {
    let page = render("Title: A: \"b\" \\ c\nx_y:\n\n# H\n").output
    #expect(page.frontMatter?.text == "title: \"A: \\\"b\\\" \\\\ c\"\nx_y: \"\"\n")
    #expect(page.frontMatter?.firstLine == 1)
    #expect(page.headings.first?.line == 4)
    for text in ["Note: x\n", "Title: x\ntext\n", "Title\n", "[a]: b\n", ""] {
      #expect(render(text).output.frontMatter == nil, "\(text)")
    }
  }

  @Test func marksTheTextsThatWaitForAValue() throws {
    let page = render(
      "# On {{ git_revision_date }}\n\n<svg>{{ git_authors }}</svg> **{{git_authors}}**"
    )
    let slots = page.output.variables.map { slot in
      let text = page.output.html[slot.offset..<(slot.offset + slot.length)]
      return "\(slot.name) \(String(decoding: text, as: UTF8.self))"
    }
    #expect(
      slots == [
        "git_revision_date_localized {{ git_revision_date }}", "git_page_authors {{git_authors}}",
      ]
    )
  }

  @Test func doesNotTrustMarkupThatPosesAsGenerated() {
    let text = """
      <a class="annotation-mark" id="cb:note-1-1" href="#x" data-number="1">1</a>
      <span class="t-c"># (1)</span>

      1. One
      """
    let result = html(text)
    #expect(!result.contains("annotation"))
    #expect(!result.contains("cb:"))
    #expect(!result.contains("t-c"))
  }

  @Test func rendersOddInputInLinearTime() {
    // Each of these was chosen to be slow if a pass looked back or ahead without bound; the suite would
    // not end in a time that anybody waits for.
    let count = 20_000
    let texts = [
      String(repeating: "<div markdown>\n", count: count),
      String(repeating: "<div markdown><div markdown>", count: count / 50),
      String(repeating: ">>>\n", count: count), String(repeating: ": a\n", count: count),
      "T\n" + String(repeating: ":   a\n", count: count),
      String(repeating: "t\n: a\n", count: count),
      "|a|b|\n|-|-|\n" + String(repeating: "|`a|b`|c|\n", count: count / 4),
      String(repeating: "*a*{ .x }", count: count), String(repeating: "{{ a }}\n", count: count),
      "a\n{ .annotate }\n\n" + String(repeating: "1. (1)\n", count: count),
      String(repeating: "```\n# (1)\n```\n\n1. a\n\n", count: count / 10),
      String(repeating: "a\n{ .annotate }\n\n1. a\n\n", count: count / 10),
      String(repeating: "<div class=\"annotate\" markdown>\n\na (1)\n\n", count: count / 10),
    ]
    for text in texts {
      let page = render(text)
      #expect(page.output.html.count < 64 * text.utf8.count + (1 << 20))
    }
  }
}
