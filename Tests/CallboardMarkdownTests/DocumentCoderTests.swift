import CallboardDiagnostics
import CallboardHTML
import CallboardMarkdown
import Testing

@Suite struct DocumentCoderTests {
  private static let text = """
    ---
    a: 1
    ---
    # Ä title
    [l](b.md) ![i](c.png) <https://d.example>

    <script>x</script>

    ## Two {#two}
    Text.
    """

  @Test func givesBackWhatWasEncoded() {
    let document = render(Self.text)
    #expect(!document.diagnostics.isEmpty)
    #expect(DocumentCoder.decode(DocumentCoder.encode(document), file: page) == document)
  }

  @Test func givesBackNotesAndSpans() {
    let start = SourceSpan.Position(line: 1, column: 2)
    let end = SourceSpan.Position(line: 3, column: 4)
    let span = SourceSpan(file: page, range: start..<end)
    let diagnostic = Diagnostic(
      id: Diagnostic.ID(rawValue: "x"),
      severity: .note,
      summary: "s",
      span: nil,
      notes: [Diagnostic.Note("n", span: span), Diagnostic.Note("m")],
      help: ["h"]
    )
    let document = Diagnosed(RenderedDocument(html: []), diagnostics: [diagnostic])
    #expect(DocumentCoder.decode(DocumentCoder.encode(document), file: page) == document)
  }

  @Test func leavesTheFileOutOfTheBytes() throws {
    let other = SourcePath(repository: "other", path: "elsewhere.md")
    let bytes = DocumentCoder.encode(render(Self.text))
    let elsewhere = MarkdownRenderer.render(
      Array(Self.text.utf8),
      file: other,
      options: MarkdownOptions(highlightsCode: false)
    )
    #expect(DocumentCoder.encode(elsewhere) == bytes)
    let decoded = try #require(DocumentCoder.decode(bytes, file: other))
    #expect(decoded.diagnostics.allSatisfy { $0.span?.file == other })
  }

  @Test func refusesEveryTruncation() {
    let bytes = DocumentCoder.encode(render(Self.text))
    for count in 0..<bytes.count {
      #expect(DocumentCoder.decode(Array(bytes[..<count]), file: page) == nil)
    }
    #expect(DocumentCoder.decode(bytes + [0], file: page) == nil)
  }

  /// A flipped bit may give another page, but one whose bytes are the ones given: nothing is read
  /// that was not written, and nothing traps.
  @Test func survivesEveryFlippedBit() {
    let bytes = DocumentCoder.encode(render(Self.text))
    for index in bytes.indices {
      for bit in 0..<8 {
        var damaged = bytes
        damaged[index] ^= 1 << bit
        guard let document = DocumentCoder.decode(damaged, file: page) else { continue }
        #expect(DocumentCoder.encode(document) == damaged, "byte \(index), bit \(bit)")
        #expect(document.output.links.allSatisfy { $0.offset <= document.output.html.count })
      }
    }
  }

  @Test func refusesCountsBeyondTheBytes() {
    let huge: [UInt8] = [1, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x7F]
    #expect(DocumentCoder.decode(huge, file: page) == nil)
    #expect(DocumentCoder.decode([1, 0] + huge.dropFirst(), file: page) == nil)
  }

  @Test func givesBackOptions() {
    var options = MarkdownOptions()
    options.policy.imageHosts = ["b.example", "a.example"]
    options.policy.extraSchemes = ["slack"]
    options.highlightsCode = false
    options.limits.pageSeconds = 9
    #expect(MarkdownOptions.decode(options.encode()) == options)
    #expect(MarkdownOptions.decode(Array(options.encode().dropLast())) == nil)
    #expect(MarkdownOptions().encode() != options.encode())
  }
}
