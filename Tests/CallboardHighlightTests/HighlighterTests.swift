import CallboardHTML
import CallboardHighlight
import Testing

@Suite struct HighlighterTests {
  @Test func writesASpanAroundEachToken() throws {
    let html = try #require(highlighted("let x = \"<b>\" // y", "swift"))
    #expect(
      html
        == "<span class=\"t-k\">let</span> <span class=\"t-v\">x</span> = "
        + "<span class=\"t-s\">&quot;&lt;b&gt;&quot;</span> <span class=\"t-c\">// y</span>"
    )
  }

  @Test func neverLetsASpanCrossALineBreak() throws {
    let html = try #require(highlighted("/* a\n\nb */", "c"))
    #expect(html == "<span class=\"t-c\">/* a</span>\n\n<span class=\"t-c\">b */</span>")
  }

  @Test func knowsLanguagesByTheNamesThatAuthorsUse() {
    let names = """
      sh bash shell console yml yaml js jsx ts tsx py golang c++ cs c# kt rs tf hcl json jsonc toml ini
      properties xml html vue css scss md diff make ps1 nginx lua ex r j2 docker Dockerfile proto gql
      sql scala groovy jenkinsfile rb php swift java YAML
      """
    for name in names.split(whereSeparator: \.isWhitespace) {
      #expect(highlighted("x", String(name)) != nil, "\(name)")
    }
  }

  @Test func leavesUnknownLanguagesToTheCaller() {
    #expect(highlighted("x", "brainfuck") == nil)
    #expect(highlighted("x", "") == nil)
    #expect(highlighted("x", "text") == nil)
  }

  @Test func leavesOverlongCodeToTheCaller() {
    let code = String(repeating: "x\n", count: Highlighter.sizeLimit / 2)
    #expect(highlighted(code, "go") != nil)
    #expect(highlighted(code + "x", "go") == nil)
  }

  private func highlighted(_ code: String, _ language: String) -> String? {
    Highlighter.html(code: Array(code.utf8), language: language)
      .map { String(decoding: $0.bytes, as: UTF8.self) }
  }
}
