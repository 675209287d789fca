import CallboardDiagnostics
import CallboardMarkdown
import Testing

/// Shapes that make careless parsers slow or deep. Pages twice as long may become twice as large and no
/// more; what would take cmark-gfm too long is refused at every size above a limit.
@Suite struct LinearityTests {
  private static let shapes: [(name: String, unit: String, end: String)] = [
    ("emphasis opened", "*a **a ", ""),
    ("emphasis closed", "a* a** ", ""),
    ("emphasis alternating", "*_", "a"),
    ("brackets", "[a](", ""),
    ("brackets of images", "![a](b)", ""),
    ("backticks of growing runs", "` `` ``` ", ""),
    ("backslashes", "\\", "a"),
    ("references to characters", "&amp;&#1;&x", ""),
    ("angle brackets", "<a <b> ", ""),
    ("comments opened", "<!-- \n\n", ""),
    ("tags never closed", "<div>\n\n", ""),
    ("tags never opened", "</div>\n\n", ""),
    ("quotes side by side", "> a\n\n", ""),
    ("items", "- a\n", ""),
    ("items of growing depth", "- a\n  - b\n    - c\n", ""),
    ("numbers", "1. a\n\n   b\n", ""),
    ("fences opened", "```\n", ""),
    ("fences of both kinds", "```\n~~~\n", ""),
    ("headings of equal text", "# a\n", ""),
    ("headings of numbered text", "# a_1\n# a\n", ""),
    ("admonitions", "!!! note\n    a\n", ""),
    ("admonitions without body", "!!! note\n", ""),
    ("tabs", "=== \"a\"\n    b\n", ""),
    ("blocks", "/// note\na\n///\n", ""),
    ("blocks closed only", "///\n", ""),
    ("alerts", "> [!NOTE]\n> a\n\n", ""),
    ("tables", "a|b\n-|-\n1|2\n\n", ""),
    ("marks", "==a== ^^b^^ ~~c~~ ", ""),
    ("marks opened", "==a ^^b ", ""),
    ("critic opened", "{++a {--b {~~c ", ""),
    ("keys opened", "++a+b ", ""),
    ("emoji opened", ":a :b:c ", ""),
    ("attribute lists", "*a*{: .b #c } ", ""),
    ("attribute lists opened", "*a*{: .b ", ""),
    ("formulas opened", "$a $$b \\(c ", ""),
    ("footnotes", "a[^1]\n\n[^1]: b\n\n", ""),
    ("definitions of links", "[a]: b\n", "[a]"),
    ("abbreviations", "*[a]: b\n", "a"),
    ("terms", "a\n: b\n\n", ""),
    ("contents", "[TOC]\n\n# a\n\n", ""),
    ("line ends", "\n", ""),
    ("returns", "\r\r\n", ""),
    ("tabs between words", "a\t\t", "a"),
  ]

  @Test func growsWithThePageAndNoFaster() {
    for (name, unit, end) in Self.shapes {
      let sizes = [10_000, 20_000].map { size in
        let page = render(String(repeating: unit, count: size / unit.utf8.count) + end)
        return (
          page.output.html.count, isRefused: page.diagnostics.contains { $0.severity == .error }
        )
      }
      #expect(sizes[1].isRefused || !sizes[0].isRefused, "\(name)")
      guard !sizes[1].isRefused else { continue }
      #expect(sizes[1].0 <= sizes[0].0 * 9 / 4 + 1_000, "\(name): \(sizes.map(\.0))")
    }
  }

  @Test func rendersOrRefusesDeepNesting() {
    for depth in [1, 50, 99, 100, 101, 2_000] {
      let texts = [
        String(repeating: "> ", count: depth) + "a",
        String(repeating: "- ", count: depth) + "a",
        (0..<depth).map { String(repeating: "    ", count: $0) + "- a\n" }.joined(),
        (0..<depth).map { String(repeating: "    ", count: $0) + "!!! note\n" }.joined(),
        (0..<depth).map { String(repeating: "/", count: $0 + 3) + " note\n" }.joined(),
        String(repeating: "<div>", count: depth) + "a",
        String(repeating: "*a **b ", count: depth) + String(repeating: "c** d* ", count: depth),
        String(repeating: "[", count: depth) + "a" + String(repeating: "](b)", count: depth),
      ]
      for (index, text) in texts.enumerated() {
        #expect(!render(text).output.html.isEmpty, "shape \(index) at depth \(depth)")
      }
    }
  }

  @Test func takesAMegabyteOfOneCharacter() {
    for byte in UInt8(0x20)...0x7E {
      let line = [UInt8](repeating: byte, count: 1 << 20)
      let page = MarkdownRenderer.render(line, file: page, options: MarkdownOptions())
      #expect(page.diagnostics.map(\.id.rawValue) == ["markdown-line-limit"], "\(byte)")
    }
  }

  @Test func takesManyLinesOfOneCharacter() {
    for byte in UInt8(0x20)...0x7E {
      let line = [UInt8](repeating: byte, count: 79) + [0x0A]
      let text = Array(repeatElement(line, count: 100).joined())
      let rendered = MarkdownRenderer.render(text, file: page, options: MarkdownOptions())
      #expect(rendered.output.html.count < 8 * text.count, "\(UnicodeScalar(byte))")
    }
  }
}
