import CallboardDiagnostics
import CallboardHTML
import Testing

@Suite struct FragmentBuilderTests {
  @Test func writesTheGeneratorsElements() {
    #expect(
      html { page in
        page.open("p")
        page.attribute("class", "a\"b")
        page.attribute("hidden")
        page.text("1 < 2")
        page.void("br")
        page.markup(HTML(literal: "<i>x</i>"))
        page.close()
      } == "<p class=\"a&quot;b\" hidden>1 &lt; 2<br><i>x</i></p>"
    )
  }

  @Test func letsAnAuthorsElementWrapMarkdownBetweenTwoBlocks() {
    #expect(
      html { page in
        page.authorMarkup("<details>\n<summary>More</summary>\n")
        page.open("p")
        page.text("inside")
        page.close()
        page.authorMarkup("</details>\n")
        page.open("p")
        page.text("outside")
        page.close()
      }
        == "<details>\n<summary>More</summary>\n<p>inside</p></details>\n<p>outside</p>"
    )
  }

  @Test func neverLetsAnAuthorCloseAnElementOfTheGenerator() {
    #expect(
      html { page in
        page.open("blockquote")
        page.open("p")
        page.open("em")
        page.authorMarkup("</em></p></blockquote></div>")
        page.text("x")
        page.close()
        page.close()
        page.close()
      } == "<blockquote><p><em>x</em></p></blockquote>"
    )
  }

  @Test func closesWhatAnAuthorLeftOpenInsideAnElementOfTheGenerator() {
    #expect(
      html { page in
        page.open("li")
        page.authorMarkup("<div><b>")
        page.text("x")
        page.close()
        page.text("y")
      } == "<li><div><b>x</b></div></li>y"
    )
  }

  @Test func endsAParagraphWhereAnAuthorsBlockBegins() {
    #expect(
      html { page in
        page.open("p")
        page.text("a")
        page.authorMarkup("<div>")
        page.text("b")
        page.authorMarkup("</div>")
        page.text("c")
        page.close()
        page.open("p")
        page.close()
      } == "<p>a</p><div>b</div>c<p></p>"
    )
  }

  @Test func endsAParagraphWhereAnAuthorsBlockAroundItEnds() {
    // `text</details>` on a line of its own is a paragraph to Markdown.
    #expect(
      html { page in
        page.authorMarkup("<details>")
        page.open("p")
        page.text("a")
        page.authorMarkup("</details>")
        page.close()
        page.text("b")
      } == "<details><p>a</p></details>b"
    )
  }

  @Test func dropsABlockThatAnElementOfTheGeneratorKeepsInAParagraph() {
    #expect(
      html { page in
        page.open("p")
        page.open("em")
        page.authorMarkup("<div>")
        page.text("a")
        page.close()
        page.close()
      } == "<p><em>a</em></p>"
    )
  }

  @Test func givesMarkdownInsideATableTheCellItLacks() {
    #expect(
      html { page in
        page.authorMarkup("<table>\n<tr>\n")
        page.open("p")
        page.text("a")
        page.close()
        page.authorMarkup("</table>")
      } == "<table>\n<tr>\n<td><p>a</p></td></tr></table>"
    )
  }

  @Test func unnestsLinks() {
    let position = SourceSpan.Position(line: 1, column: 1)
    #expect(
      html { page in
        page.open("a")
        page.attribute("href", link: "x", at: position)
        page.authorMarkup("<a href=y>")
        page.text("a")
        page.authorMarkup("</a>")
        page.close()
      } == "<a href=\"x\">a</a>"
    )
    #expect(
      html { page in
        page.authorMarkup("<a id=top href=y>")
        page.open("p")
        page.open("a")
        page.attribute("href", link: "x", at: position)
        page.text("a")
        page.close()
        page.close()
      } == "<a id=\"top\" href=\"y\"></a><p><a href=\"x\">a</a></p>"
    )
  }

  @Test func keepsTheFirstLineBreakOfPreformattedText() {
    #expect(
      html { page in
        page.open("pre")
        page.text("\nx")
        page.close()
      } == "<pre>\n\nx</pre>"
    )
  }

  @Test func closesWhatIsOpenAtTheEnd() {
    #expect(
      html { page in
        page.open("div")
        page.authorMarkup("<ul><li>x")
      } == "<div><ul><li>x</li></ul></div>"
    )
  }

  private func html(_ build: (inout FragmentBuilder) -> Void) -> String {
    var builder = FragmentBuilder(policy: Sanitizing.policy)
    build(&builder)
    return Sanitizing.text(builder.finish())
  }
}
