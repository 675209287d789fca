import CallboardBytes
import CallboardDiagnostics

/// A file's text made ready for the parser: UTF-8 without surprises, front matter set aside.
struct MarkdownSource {
  /// What the parser reads: valid UTF-8 with line feeds only, without byte order mark or NUL.
  var body: [UInt8]

  /// Where each line of ``body`` begins, and its length at the end.
  var lineStarts: [Int]

  /// For each line of ``body``, where it stands in the file.
  var origins: LineOrigins

  var frontMatter: RenderedDocument.FrontMatterBlock?

  /// Reads a whole file, and brings one of TechDocs into the form in which CommonMark sees what its
  /// author meant.
  ///
  /// - Parameter blockTypes: Further names of `///` blocks, as ``PageStyle/blockTypes``.
  static func prepare(
    _ bytes: [UInt8],
    file: SourcePath,
    dialect: MarkdownDialect = .techDocs,
    blockTypes: [BlockType] = []
  ) -> Diagnosed<MarkdownSource> {
    var diagnostics: [Diagnostic] = []
    var text = normalized(bytes)
    if let (repaired, line) = TextRepair.repair(text) {
      text = repaired
      diagnostics.append(.invalidEncoding(in: file, line: line))
    }

    var source = MarkdownSource(
      body: text,
      lineStarts: [],
      origins: LineOrigins(),
      frontMatter: nil
    )
    if dialect != .commonMark, let block = FrontMatterScan.find(in: text) {
      source.frontMatter = RenderedDocument.FrontMatterBlock(
        text: String(decoding: text[block.content], as: UTF8.self),
        firstLine: 2
      )
      source.body.removeFirst(block.end)
      source.origins = LineOrigins(linesBefore: block.lineCount)
    } else if dialect == .techDocs, let meta = MetaLines.find(in: text) {
      source.frontMatter = RenderedDocument.FrontMatterBlock(text: meta.yaml, firstLine: 1)
      source.body.removeFirst(meta.end)
      source.origins = LineOrigins(linesBefore: meta.lineCount)
    }
    source.lineStarts = lineStarts(of: source.body)
    guard dialect == .techDocs else { return Diagnosed(source, diagnostics: diagnostics) }
    LeadingComments.apply(to: &source)
    PreformattedHTML.apply(to: &source)
    NamedBlocks.apply(blockTypes, to: &source)
    MarkdownInHTML.apply(to: &source)
    FencedQuotes.apply(to: &source)
    DefinitionTerms.apply(to: &source)
    LooseReferences.apply(to: &source)
    LineRepair.apply(to: &source)
    TablePipes.apply(to: &source)
    return Diagnosed(source, diagnostics: diagnostics)
  }

  /// The bytes of a line of ``body`` without its line feed; nil beyond the last one.
  /// Lines count from 1, as in cmark.
  func line(_ number: Int) -> Range<Int>? {
    guard number >= 1, number < lineStarts.count else { return nil }
    let start = lineStarts[number - 1]
    var end = lineStarts[number]
    if end > start, body[end - 1] == UInt8(ascii: "\n") { end -= 1 }
    return start..<end
  }

  static func lineStarts(of text: [UInt8]) -> [Int] {
    var starts = [0]
    text.withUnsafeBufferPointer { text in
      var start = 0
      while let end = text.firstIndex(of: UInt8(ascii: "\n"), in: start..<text.count) {
        start = end + 1
        starts.append(start)
      }
    }
    if starts.last != text.count { starts.append(text.count) }
    return starts
  }

  /// The bytes of a file without byte order mark and with line feeds only.
  static func normalized(_ bytes: [UInt8]) -> [UInt8] {
    var text = bytes
    if text.starts(with: [0xEF, 0xBB, 0xBF]) { text.removeFirst(3) }
    normalizeLineEnds(&text)
    return text
  }

  /// Makes one line feed of each `\r\n` and `\r`, which end a line for cmark as well.
  private static func normalizeLineEnds(_ text: inout [UInt8]) {
    let first = text.withUnsafeBufferPointer { text in
      text.firstIndex(of: UInt8(ascii: "\r"), in: 0..<text.count)
    }
    guard let first else { return }
    var write = first
    var read = first
    while read < text.count {
      var byte = text[read]
      if byte == UInt8(ascii: "\r") {
        if read + 1 < text.count, text[read + 1] == UInt8(ascii: "\n") { read += 1 }
        byte = UInt8(ascii: "\n")
      }
      text[write] = byte
      write += 1
      read += 1
    }
    text.removeSubrange(write...)
  }
}
