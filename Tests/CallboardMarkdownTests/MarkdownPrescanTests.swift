import CallboardDiagnostics
import CallboardMarkdown
import Testing

@Suite struct MarkdownPrescanTests {
  private static func repeated(_ text: String, _ count: Int) -> String {
    String(repeating: text, count: count)
  }

  @Test func refusesShapesThatAreKnownToBeSlow() {
    let texts: [(id: String, line: Int, text: String)] = [
      ("markdown-line-limit", 2, "a\n" + Self.repeated("x", 200_000)),
      ("markdown-nesting-limit", 1, Self.repeated(">", 25_000) + Self.repeated("a*", 25_000)),
      ("markdown-nesting-limit", 1, Self.repeated(" -", 10_000)),
      ("markdown-nesting-limit", 1, Self.repeated("1. ", 10_000)),
      ("markdown-nesting-limit", 65, Self.repeated("/// note\n", 10_000)),
      ("markdown-table-limit", 1, Self.repeated("|", 25_000)),
      ("markdown-table-limit", 2, Self.repeated("a|", 300) + "\n" + Self.repeated("-|", 300)),
      (
        "markdown-table-limit", 499,
        Self.repeated("a|", 200) + "\n" + Self.repeated("-|", 200) + "\n"
          + Self.repeated("x\n", 9_000)
      ),
      ("markdown-table-limit", 6_689, Self.repeated("|-\nt>|-\n", 20_000)),
      (
        "markdown-reference-limit", 419,
        "[a]: " + Self.repeated("x", 5_000) + "\n\n" + Self.repeated("[a]\n\n", 16_000)
      ),
      ("markdown-repetition-limit", 1, Self.repeated("z_www.", 16_000)),
      ("markdown-repetition-limit", 1, Self.repeated("~e,z~~", 16_000)),
      ("markdown-repetition-limit", 1, Self.repeated("a <? ", 20_000)),
      ("markdown-repetition-limit", 1, Self.repeated("<!A ", 20_000)),
      ("markdown-repetition-limit", 1, Self.repeated("a@b.cd ", 10_000)),
      ("markdown-repetition-limit", 1, Self.repeated("![[]()", 16_000)),
      ("markdown-repetition-limit", 1, "www.a.b" + Self.repeated(")", 40_000)),
    ]
    for (id, line, text) in texts {
      let page = render(text)
      let shape = "\(text.prefix(12).debugDescription)…"
      #expect(page.diagnostics.map(\.id.rawValue) == [id], "\(shape)")
      #expect(page.diagnostics.map(\.severity) == [.error], "\(shape)")
      #expect(page.diagnostics.first?.span?.range.lowerBound.line == line, "\(shape)")
      #expect(page.output.sections.isEmpty && !page.output.html.isEmpty, "\(shape)")
    }
  }

  @Test func letsOrdinaryTextThrough() {
    let texts = [
      Self.repeated("> ", 60) + "deep but allowed",
      Self.repeated("a|", 100) + "\n" + Self.repeated("-|", 100) + "\n"
        + Self.repeated("x|y\n", 500),
      "```\n" + Self.repeated("~~ www.example.com <!-- [ ))\n", 5_000) + "```\n",
      "[a]: https://example.org/\n\n" + Self.repeated("[a] ", 5_000),
      Self.repeated("[link](a.md)\n\n", 20_000),
      Self.repeated("/// note\nx\n///\n", 500),
      Self.repeated("----------\n\n", 5_000),
    ]
    for text in texts {
      let page = render(text)
      #expect(page.diagnostics.isEmpty, "\(text.prefix(20).debugDescription)…")
    }
  }

  @Test func refusesTooLargeFilesAndPages() {
    var options = MarkdownOptions()
    options.limits.sourceBytes = 10
    #expect(
      render("12345678901", options: options).diagnostics.map(\.id.rawValue)
        == ["markdown-size-limit"]
    )
    options = MarkdownOptions()
    options.limits.outputBytes = 50
    let page = render("a *b* c\n\n---\n\n1. one two three four five six", options: options)
    #expect(page.diagnostics.map(\.id.rawValue) == ["markdown-output-limit"])
  }

  @Test func refusesUTF16() {
    let page = MarkdownRenderer.render(
      [0xFF, 0xFE, 0x41, 0x00],
      file: page,
      options: MarkdownOptions()
    )
    #expect(page.diagnostics.map(\.id.rawValue) == ["markdown-encoding"])
    #expect(page.diagnostics.map(\.severity) == [.error])
  }

  @Test func keepsTheFrontMatterOfARefusedPage() {
    let page = render("---\ntitle: A\n---\n" + Self.repeated("> ", 100))
    #expect(page.output.frontMatter?.text == "title: A\n")
    #expect(page.diagnostics.first?.span?.range.lowerBound.line == 4)
    #expect(String(decoding: page.output.html, as: UTF8.self).contains("could not be built"))
  }
}
