import CallboardDiagnostics
import CallboardMarkdown

/// The file that all texts of these tests are said to come from.
let page = SourcePath(repository: "docs", path: "page.md")

func render(
  _ text: String,
  options: MarkdownOptions = MarkdownOptions(highlightsCode: false)
) -> Diagnosed<RenderedDocument> {
  MarkdownRenderer.render(Array(text.utf8), file: page, options: options)
}

func html(_ text: String) -> String {
  String(decoding: render(text).output.html, as: UTF8.self)
}
