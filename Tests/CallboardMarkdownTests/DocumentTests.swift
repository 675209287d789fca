import CallboardDiagnostics
import CallboardHTML
import CallboardMarkdown
import Testing

@Suite struct DocumentTests {
  @Test func takesTheTitleFromALeadingHeadingOnly() {
    #expect(render("# A *b* `c`\n\ntext").output.title == "A b c")
    #expect(render("<!-- licence -->\n# A\n").output.title == "A")
    #expect(render("text\n\n# A\n").output.title == nil)
    #expect(render("## A\n").output.title == nil)
    #expect(render("# ![alt](i.png)\n").output.title == "")
  }

  @Test func setsFrontMatterAsideAndKeepsLineNumbers() throws {
    let document = render("---\ntitle: X\n---\n\n# A\n\n[l](b.md)\n").output
    #expect(document.frontMatter == .init(text: "title: X\n", firstLine: 2))
    #expect(document.headings.first?.line == 5)
    #expect(document.links.first?.position == .init(line: 7, column: 1))
  }

  @Test func leavesTextBetweenRulesAlone() {
    #expect(render("---\nNo key here.\n---\n").output.frontMatter == nil)
    #expect(render("---\na: 1\n").output.frontMatter == nil)
    #expect(render("---\n---\ntext").output.frontMatter?.text == "")
  }

  @Test func splitsThePlainTextByHeading() {
    let document = render(
      """
      Before.

      # One
      First [link](x.md) and `code`.

      - item a
      - item b

      ```py title="t.py" linenums="1"
      run()
      ```

      ## Two
      | a | b |
      |---|---|
      | 1 | 2 |

      <p>Raw <b>HTML</b></p>
      """
    ).output

    #expect(
      document.sections == [
        .init(heading: nil, text: "Before."),
        .init(heading: 0, text: "First link and code.\nitem a\nitem b\nrun()"),
        .init(heading: 1, text: "a b\n1 2\nRaw HTML"),
      ]
    )
    #expect(document.wordCount == 15, "headings and code blocks are not counted")
  }

  @Test func countsTheWordsOfTextsOfAnyLength() {
    let words = ["a", "größer", "configuration", "of", "`code`", "x1", "*all*", "repositories,"]
    for count in 1...40 {
      let text = (0..<count).map { words[$0 * $0 % words.count] + ($0 % 7 == 6 ? "\n" : " ") }
      #expect(render(text.joined()).output.wordCount == count)
    }
    // One in four counts.
    #expect(render("One two\n\n```\na\tb  c d\n\n e f g h\n```\n\nthree").output.wordCount == 5)
  }

  @Test func reportsLinksWithTheirKindAndOffset() throws {
    let document = render("[a](b.md) ![c](d.png) <https://e.example>").output
    #expect(document.links.map(\.destination) == ["b.md", "d.png", "https://e.example"])
    #expect(document.links.map(\.kind) == [.hyperlink, .image, .hyperlink])
    #expect(document.links.map(\.isSlot) == [true, true, false])
    let slot = try #require(document.links.first)
    #expect(String(decoding: document.html[..<slot.offset], as: UTF8.self) == "<p><a href=\"")
  }

  @Test func listsAllIDsOfTheHTML() {
    let document = render("# A\n\n## Ä\n\n<a id=\"own\">x</a>\n").output
    #expect(document.ids == ["a", "a_1", "ä", "own"])
    #expect(document.headings.map(\.alias) == [nil, "ä"])
  }

  @Test func givesAliasesOnlyWhereTheyAreFree() {
    let document = render("# A b\n\n# A  b\n\n# x {#a--b}\n").output
    #expect(document.headings.map(\.id) == ["a-b", "a-b_1", "a--b"])
    #expect(document.headings.map(\.alias) == [nil, nil, nil].map { $0 as String? })
  }

  @Test func rendersTheSameOnManyThreads() async {
    let text = "a ~~b~~ www.example.com | c\n"
    let expected = html(text)
    await withTaskGroup(of: Int.self) { group in
      for _ in 0..<4 {
        group.addTask { (0..<2_000).count { _ in html(text) != expected } }
      }
      for await wrong in group { #expect(wrong == 0) }
    }
    #expect(expected.contains("<del>") && expected.contains("href"))
  }
}
