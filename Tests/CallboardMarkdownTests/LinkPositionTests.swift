import CallboardDiagnostics
import CallboardHTML
import CallboardMarkdown
import Testing

@Suite struct LinkPositionTests {
  /// Each text marks with `¦` where its one link begins; the mark is taken out before rendering.
  @Test func pointsAtTheFirstByteOfEachLink() throws {
    let texts = [
      "¦[a](b.md)",
      "café ¦[a](b.md)",
      "text\nmore ¦[a](b.md)",
      "- item ¦[a](b.md)",
      "- item\nlazy ¦[a](b.md)",
      "> quote\nlazy ¦[a](b.md)",
      "> > quote\n> lazy ¦[a](b.md)",
      "> quote ¦[a](b.md)",
      "1. item\n\n   text ¦[a](b.md)",
      "!!! note\n    body ¦[a](b.md)",
      "!!! note \"title ¦[a](b.md)\"\n    body",
      "- item\n\n    === \"Tab\"\n\n        body ¦[a](b.md)",
      "/// note\nbody ¦[a](b.md)\n///",
      "| a | b |\n|---|---|\n| 1 | ¦[a](b.md) |",
      "# Title ¦[a](b.md)",
      "text ¦![i](b.png) more",
      "text ¦<https://example.org/x> more",
      "text ¦https://example.org/x more",
      "text ¦www.example.com more",
      "text\nmail ¦me@example.org now",
      "**bold ¦[a](b.md)**",
      "---\nkey: 1\n---\ntext ¦[a](b.md)",
      "text ¦[ref] more\n\n[ref]: b.md",
      "text <b>x</b> ¦<a href=\"b.md\">x</a>",
    ]
    for marked in texts {
      let parts = marked.split(separator: "¦", maxSplits: 1, omittingEmptySubsequences: false)
      let before = String(parts[0])
      let lines = before.split(separator: "\n", omittingEmptySubsequences: false)
      let expected = SourceSpan.Position(
        line: lines.count,
        column: (lines.last?.utf8.count ?? 0) + 1
      )
      let links = render(before + parts[1]).output.links
      #expect(links.map(\.position) == [expected], "\(marked)")
    }
  }
}
