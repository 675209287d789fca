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

  @Test func breaksLinesWhereTheTextDoes() {
    let style = PageStyle(keepsLineEnds: true)
    #expect(html("a\nb  \nc", style) == "<p>a<br>\nb<br>\nc</p>")
  }

  @Test func isPartOfTheRequestAndOfWhatPagesAreKeptUnder() {
    let plain = WorkerRequest(file: page, source: [1])
    for style in [PageStyle(usesTypographicMarks: true), PageStyle(keepsLineEnds: true)] {
      let request = WorkerRequest(file: page, source: [1], style: style)
      #expect(WorkerRequest.decode(request.encode()) == request)
      #expect(request.content != plain.content)
    }
  }
}
