import CallboardHTML
import CallboardHighlight
import Testing

@Suite struct LexerSafetyTests {
  private static let languages = """
    bash c console cpp csharp css diff dockerfile elixir go graphql groovy hcl html ini java javascript
    jinja json kotlin lua makefile markdown nginx php powershell properties protobuf python r ruby rust
    scala scss sql swift toml tsx typescript vue xml yaml
    """.split(whereSeparator: \.isWhitespace).map(String.init)

  /// Pieces that open, close or look like something in one language or other.
  private static let pieces = [
    "\"", "'", "`", "\"\"\"", "'''", "{", "}", "(", ")", "[", "]", "<", ">", "</", "/>", "${", "$(",
    "#{",
    "\\(", "\\", "\n", " ", "\t", "#", "//", "/*", "*/", "<!--", "-->", "{{", "}}", "{%", "%}",
    "<<EOF",
    "EOF", "<<~X", "r#\"", "\"#", "[[", "]]", "--[[", "R\"(", "|", ">-", "- ", "key: ", "x", "0x1",
    "1.e",
    ".5", "é", "@", "$", "%", "=", ":", "/", "<script>", "</script>", "<style>", "func ", "class ",
    "---",
    "\r", "\u{0}", "=>", "<div ", "$ ", "user@host:~$ ",
  ]

  @Test func coversAnyTextWithOrderedSpansInEveryLanguage() {
    for language in Self.languages {
      for seed in 0..<60 {
        let code = randomCode(seed: UInt64(seed), pieces: 60)
        if let fault = fault(in: code, language) {
          Issue.record("\(language), \(code.debugDescription): \(fault)")
          break
        }
      }
    }
  }

  @Test func highlightsLongRunsOfAnyPiece() {
    // What is cubic, or quadratic with more than a small factor, takes minutes in a debug build.
    for language in Self.languages {
      for piece in Self.pieces {
        let code = String(repeating: piece, count: 3_000 / piece.utf8.count)
        let bytes = Array(code.utf8)
        #expect(Highlighter.html(code: bytes, language: language) != nil)
      }
    }
  }

  private func randomCode(seed: UInt64, pieces count: Int) -> String {
    var state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1
    return (0..<count).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Self.pieces[Int((state >> 33) % UInt64(Self.pieces.count))]
    }.joined()
  }

  private func fault(in code: String, _ language: String) -> String? {
    let bytes = Array(code.utf8)
    let found = bytes.withUnsafeBufferPointer { Highlighter.spans(code: $0, language: language) }
    guard let spans = found else { return "no spans" }
    var position = 0
    for span in spans {
      if span.range.isEmpty || span.range.lowerBound < position { return "span \(span)" }
      position = span.range.upperBound
    }
    if position > bytes.count { return "span beyond the end" }
    guard let html = Highlighter.html(code: bytes, language: language) else { return "no HTML" }
    // No document may hold NUL.
    let shown = code.replacing("\u{0}", with: "\u{FFFD}")
    return text(of: html) == shown ? nil : "the text is not the code"
  }

  /// The HTML without its spans and with its references decoded.
  private func text(of html: HTML) -> String {
    var text = String(decoding: html.bytes, as: UTF8.self)
    for name in "kscnftaovbid" {
      text = text.replacing("<span class=\"t-\(name)\">", with: "")
    }
    let references = [
      ("</span>", ""), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"),
    ]
    for (reference, character) in references + [("&amp;", "&")] {
      text = text.replacing(reference, with: character)
    }
    return text
  }
}
