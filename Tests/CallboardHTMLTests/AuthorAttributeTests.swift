import CallboardHTML
import Testing

@Suite struct AuthorAttributeTests {
  /// Pairs of what an author writes and what comes of it.
  private static let cases: [(String, String)] = [
    ("<div id=größe-2>", "<div id=\"größe-2\"></div>"),
    ("<div id=cb:search>", "<div></div>"),
    ("<div id=Cb&colon;search>", "<div></div>"),
    ("<p id=__proto__>", "<p></p>"),
    ("<a name=Constructor></a>", "<a></a>"),
    ("<h3 id=constructor></h3>", "<h3 id=\"constructor\"></h3>"),
    ("<i id=a></i><i id=a></i>", "<i id=\"a\"></i><i></i>"),
    ("<a name=old></a>", "<a id=\"old\"></a>"),
    ("<a id=new name=old></a>", "<a id=\"new\"></a>"),
    ("<img name=x src=y>", "<img src=\"y\" alt=\"\">"),
    ("<div class='grid overlay cards'>", "<div class=\"grid cards\"></div>"),
    ("<div class=overlay>", "<div></div>"),
    ("<div title='a&#x202E;b'>", "<div title=\"ab\"></div>"),
    ("<div TITLE=x title=y>", "<div title=\"x\"></div>"),
    ("<p align=CENTER style=x onclick=y>", "<p align=\"center\"></p>"),
    ("<details open=x>", "<details open></details>"),
    (
      "<ol start=03 type=A reversed><li value=-1>",
      "<ol start=\"3\" type=\"A\" reversed><li value=\"-1\"></li></ol>"
    ),
    ("<ol type=square start=9999999999>", "<ol></ol>"),
    ("<img src=x width=50% height=2000000>", "<img src=\"x\" alt=\"\" width=\"50%\"></img>"),
  ]

  @Test func keepsOnlyWhatIsListed() {
    for (written, expected) in Self.cases {
      let html = Sanitizing.html(written)
      let expected = expected.replacing("</img>", with: "")
      #expect(html == expected, "\(written)")
    }
  }

  @Test func keepsTheGeneratorsIDWhereverItStands() {
    var builder = FragmentBuilder(policy: Sanitizing.policy)
    builder.authorMarkup("<i id=setup>a</i><i id=other>b</i>")
    builder.open("h2")
    builder.attribute("id", "setup")
    builder.close()
    let fragment = builder.finish()
    #expect(Sanitizing.text(fragment) == "<i>a</i><i id=\"other\">b</i><h2 id=\"setup\"></h2>")
    #expect(fragment.ids == ["other", "setup"])
  }

  @Test func stripsBidiControlsFromTheGeneratorsTitlesToo() {
    var builder = FragmentBuilder(policy: Sanitizing.policy)
    builder.open("p")
    builder.attribute("title", "a\u{2067}b")
    #expect(Sanitizing.text(builder.finish()) == "<p title=\"ab\"></p>")
  }
}
