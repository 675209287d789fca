import CallboardDiagnostics
import CallboardMarkdown
import Testing

@Suite struct PageStyleTests {
  private func html(_ text: String, _ style: PageStyle) -> String {
    let request = WorkerRequest(file: page, source: Array(text.utf8), style: style)
    let options = MarkdownOptions(highlightsCode: false)
    let output = MarkdownRenderer.render(request, options: options).output.html
    return String(decoding: output.dropLast(), as: UTF8.self)
  }

  @Test func leavesMarksAndLineEndsAsWritten() {
    #expect(html("\"a\" -- it's\nb...", PageStyle()) == "<p>&quot;a&quot; -- it&#39;s\nb...</p>")
  }

  @Test func curlsQuotesAndJoinsHyphens() {
    let style = PageStyle(usesTypographicMarks: true)
    #expect(html("\"a\" -- it's `\"c\"`", style) == "<p>“a” – it’s <code>&quot;c&quot;</code></p>")
  }

  @Test func opensQuotesBehindBrackets() {
    let style = PageStyle(usesTypographicMarks: true)
    #expect(html("('@') (\"@\") (\"`a`\")", style) == "<p>(‘@’) (“@”) (“<code>a</code>”)</p>")
    #expect(html("(it's) ('.net) [']", style) == "<p>(it’s) (’.net) [’]</p>")
  }

  @Test func breaksLinesWhereTheTextDoes() {
    let style = PageStyle(keepsLineEnds: true)
    #expect(html("a\nb  \nc", style) == "<p>a<br>\nb<br>\nc</p>")
  }

  @Test func makesIDsByTheRuleOfTheDocs() {
    let ids: [(HeadingSlug.Rule, String)] = [
      (.mkdocs, "reseau-dns"), (.unicode, "réseau-dns"), (.words, "réseau--dns"),
      (.casedWords, "Réseau--DNS"),
    ]
    for (rule, id) in ids {
      #expect(html("# Réseau & DNS", PageStyle(slug: rule)).contains("<h1 id=\"\(id)\""), "\(rule)")
    }
  }

  @Test func listsTheLevelsThatTheDocsWant() {
    let text = "[TOC]\n\n# A\n\n## B\n\n### C\n"
    let listed = html(text, PageStyle(contentsLevels: 2..<3))
    #expect(listed.contains("<li><a href=\"#b\">B</a></li>"))
    #expect(!listed.contains("<a href=\"#a\">A</a>") && !listed.contains("<a href=\"#c\">C</a>"))
  }

  private func blocks() throws -> PageStyle {
    let new = try #require(BlockType(name: "New", block: .admonition, look: "new", title: "New"))
    let tips = BlockType(name: "my-tips", block: .details, look: "tip", title: "My tips")
    return PageStyle(blockTypes: [new, try #require(tips)])
  }

  @Test func opensBlocksUnderNamesOfTheDocs() throws {
    let style = try blocks()
    #expect(
      html("/// new | *Now*\ntext\n///", style) == """
        <aside class="admonition callout-new">
        <p class="admonition-title"><em>Now</em></p>
        <p>text</p>
        </aside>
        """
    )
    #expect(html("/// new | Now\ntext\n///", PageStyle()).contains("/// new | Now"))
  }

  @Test func givesNamedBlocksTheTitleOfTheirType() throws {
    let folded = html("> /// my-tips\n>     open: true\n>\n> text\n> ///", try blocks())
    #expect(folded.contains("<details class=\"admonition tip\" open>\n<summary>My tips</summary>"))
  }

  @Test func leavesNamesOfBlocksInCode() throws {
    let code = html("```\n/// new\n///\n```", try blocks())
    #expect(code.contains("/// new\n///"))
  }

  @Test func refusesTypesThatAreNotOneWord() {
    #expect(BlockType(name: "a b", block: .details, look: "x", title: "T") == nil)
    #expect(BlockType(name: "a", block: .details, look: "x site-header", title: "T") == nil)
    #expect(BlockType(name: "a", block: .details, look: "x", title: "T\n///") == nil)
  }

  @Test func linksShorthandsOfForges() {
    let style = PageStyle(
      shorthands: ForgeShorthands(
        forge: .gitHub,
        repository: "acme/shop",
        linksReferences: true,
        linksMentions: true,
        shortensAddresses: true
      )
    )
    let rel = "rel=\"noopener noreferrer\""
    #expect(
      html("Fixes #12 and a/b#3 by @ann. (#4)", style)
        == "<p>Fixes <a href=\"https://github.com/acme/shop/issues/12\" \(rel)>#12</a> and "
        + "<a href=\"https://github.com/a/b/issues/3\" \(rel)>a/b#3</a> by "
        + "<a href=\"https://github.com/ann\" \(rel)>@ann</a>. "
        + "(<a href=\"https://github.com/acme/shop/issues/4\" \(rel)>#4</a>)</p>"
    )
    #expect(
      html("https://github.com/acme/shop/pull/7", style)
        == "<p><a href=\"https://github.com/acme/shop/pull/7\" \(rel)>#7</a></p>"
    )
    let shortened = [
      "https://github.com/a/b": "a/b", "https://github.com/a/b/": "a/b",
      "https://github.com/a/b/commit/0123456789abcdef": "a/b@0123456",
      "https://github.com/acme/shop/commit/0123456789": "0123456",
    ]
    for (address, short) in shortened {
      #expect(html(address, style).contains(">\(short)</a>"), "\(address)")
    }
    for address in ["https://github.com/sponsors/a", "https://github.com/a/b?x=y"] {
      #expect(html(address, style).contains(">\(address)</a>"), "\(address)")
    }
    let plain = "`#1` a@b x#1 #a #1a @ [#5](x.md) &amp;"
    #expect(!html(plain, style).contains("github.com"))
  }

  @Test func linksChangesAndDiscussionsButNothingEscaped() {
    let style = PageStyle(
      shorthands: ForgeShorthands(
        forge: .gitHub,
        repository: "acme/shop",
        linksReferences: true,
        linksMentions: true,
        shortensAddresses: false
      )
    )
    let shown = html("!7 ?8 \\#1 #2 \\@ann", style)
    for path in ["pull/7", "discussions/8", "issues/2"] {
      #expect(shown.contains("github.com/acme/shop/\(path)\""), "\(path)")
    }
    #expect(shown.contains(" #1 <a") && shown.hasSuffix("</a> @ann</p>"))
    let cell = html("| a |\n|---|\n| <b>\\#3</b> |", style)
    #expect(!cell.contains("github.com"))
  }

  @Test func linksShorthandsOfGitLab() {
    let style = PageStyle(
      shorthands: ForgeShorthands(
        forge: .gitLab,
        repository: "",
        linksReferences: true,
        linksMentions: false,
        shortensAddresses: false
      )
    )
    #expect(
      html("a/b/c!3 #1 !2", style)
        == "<p><a href=\"https://gitlab.com/a/b/c/-/merge_requests/3\" "
        + "rel=\"noopener noreferrer\">a/b/c!3</a> #1 !2</p>"
    )
  }

  @Test func isPartOfTheRequestAndOfWhatPagesAreKeptUnder() {
    let plain = WorkerRequest(file: page, source: [1])
    let shorthands = ForgeShorthands(
      forge: .bitbucket,
      repository: "a/b",
      linksReferences: true,
      linksMentions: false,
      shortensAddresses: true
    )
    let styles = [
      PageStyle(usesTypographicMarks: true), PageStyle(keepsLineEnds: true),
      PageStyle(slug: .words), PageStyle(contentsLevels: 2..<2), PageStyle(shorthands: shorthands),
    ]
    for style in styles {
      let request = WorkerRequest(file: page, source: [1], style: style)
      #expect(WorkerRequest.decode(request.encode()) == request)
      #expect(request.content != plain.content)
    }
  }
}
