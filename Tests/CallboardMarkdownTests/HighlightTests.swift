import CallboardDiagnostics
import CallboardMarkdown
import Testing

@Suite struct HighlightTests {
  private func html(_ text: String) -> String {
    String(decoding: render(text, options: MarkdownOptions()).output.html, as: UTF8.self)
  }

  @Test func coloursKnownLanguagesOnly() {
    #expect(html("```json\n{\"a\": 1}\n```\n").contains("<span class=\"t-"))
    #expect(!html("```nonesuch\n{\"a\": 1}\n```\n").contains("<span"))
    #expect(!html("```\n{\"a\": 1}\n```\n").contains("<span"))
  }

  @Test func coloursMarkedLines() {
    let text = html("```json hl_lines=\"2\" linenums=\"1\"\n{\n\"a\": \"<b>\"}\n```\n")
    #expect(text.contains("<span class=\"line hll\" data-line=\"2\"><span class=\"t-"))
    #expect(text.contains("&lt;b&gt;"))
  }
}
