import CallboardDiagnostics
import CallboardMarkdown
import Testing

@Suite struct DiagramTests {
  @Test func tellsWhereEachDiagramStands() {
    let document = render(
      "# A\n\n```mermaid title=\"T\"\na\n```\n\n> ```dot\n> b\n> ```\n\n<svg>\n\n```d2\nc\n```\n\n</svg>\n"
    ).output
    #expect(
      document.diagrams.map(\.source) == [
        DiagramSource(language: .mermaid, text: "a\n"),
        DiagramSource(language: .graphviz, text: "b\n"),
      ]
    )
    #expect(document.diagrams.map(\.title) == ["T", nil])
    #expect(document.diagrams.map(\.position.line) == [3, 7])
    for diagram in document.diagrams {
      let shown = String(decoding: document.html[diagram.sourceRange], as: UTF8.self)
      #expect(shown.hasPrefix("\n<div class=\"code\" data-cb-code>"))
      #expect(shown.hasSuffix("\n</code></pre></div>\n"))
    }
  }

  @Test func givesDiagramsBackFromTheCache() throws {
    let document = render("```mermaid title=\"T\"\na\n```\n\n```d2\nb\n```\n")
    #expect(document.output.diagrams.count == 2)
    let encoded = DocumentCoder.encode(document)
    #expect(try #require(DocumentCoder.decode(encoded, file: page)).output == document.output)
  }

  @Test func refusesTooManyAndTooLargeDiagrams() {
    let many = render(String(repeating: "```d2\na\n```\n\n", count: 101))
    #expect(many.output.diagrams.count == 100)
    #expect(many.diagnostics.map(\.id.rawValue) == ["markdown-diagram-limit"])
    let large = render("```d2\n" + String(repeating: "a -> b\n", count: 8000) + "```\n")
    #expect(large.output.diagrams.isEmpty)
    #expect(large.diagnostics.map(\.id.rawValue) == ["markdown-diagram-limit"])
  }
}
