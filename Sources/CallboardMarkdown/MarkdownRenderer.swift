package import CallboardDiagnostics
import CallboardHTML
import Synchronization

/// The render stage: one page of Markdown to HTML with open link slots.
///
/// The result depends on the bytes and the options alone. `file` only gives diagnostics their place.
package enum MarkdownRenderer {
  /// Part of the cache key; rises with every change to what the stage gives for the same page.
  package static let version = "markdown-16"

  /// cmark-gfm switches characters on and off in a process-wide table while it parses, so two
  /// threads at once would lose links and deletions of each other's pages without any error.
  private static let parserLock = Mutex<Void>(())

  /// Renders a page with what it includes; findings say where an author has written what they are
  /// about.
  package static func render(
    _ request: WorkerRequest,
    options: MarkdownOptions
  ) -> Diagnosed<RenderedDocument> {
    var options = options
    options.style = request.style
    var rendered = render(request.source, file: request.file, options: options)
    rendered.output.includedLines = request.includedLines
    rendered.diagnostics = rendered.diagnostics.map {
      request.includedLines.located($0, in: request.file)
    }
    return rendered
  }

  /// Renders a page; one that exceeds a limit becomes a stub with the error that says so.
  ///
  /// Safe on any thread, but one page at a time in a process.
  package static func render(
    _ source: [UInt8],
    file: SourcePath,
    options: MarkdownOptions
  ) -> Diagnosed<RenderedDocument> {
    let limits = options.limits
    guard source.count <= limits.sourceBytes else {
      return stub(.sourceTooLarge(source.count, limit: limits.sourceBytes, file: file))
    }
    if source.starts(with: [0xFF, 0xFE]) || source.starts(with: [0xFE, 0xFF]) {
      return stub(.wideEncoding(in: file))
    }
    var diagnostics: [Diagnostic] = []
    let prepared = MarkdownSource.prepare(
      source,
      file: file,
      dialect: options.dialect,
      blockTypes: options.style.blockTypes
    ).unwrap(into: &diagnostics)
    let excess = prepared.body.withUnsafeBufferPointer {
      MarkdownPrescan.check($0, limits: limits)
    }
    if let excess {
      let line = prepared.origins.line(excess.line)
      let refused = Diagnostic.refused(excess, limits: limits, file: file, line: line)
      return stub(refused, after: diagnostics, frontMatter: prepared.frontMatter)
    }
    guard let document = parse(prepared, file: file, options: options) else {
      return stub(
        .parserFailed(file: file),
        after: diagnostics,
        frontMatter: prepared.frontMatter
      )
    }
    diagnostics += document.diagnostics
    let ceiling = limits.outputCeiling(forSourceBytes: source.count)
    guard document.output.html.count <= ceiling else {
      let tooLarge = Diagnostic.outputTooLarge(limit: ceiling, file: file)
      return stub(tooLarge, after: diagnostics, frontMatter: prepared.frontMatter)
    }
    return Diagnosed(document.output, diagnostics: diagnostics)
  }

  private static func stub(
    _ reason: Diagnostic,
    after diagnostics: [Diagnostic] = [],
    frontMatter: RenderedDocument.FrontMatterBlock? = nil
  ) -> Diagnosed<RenderedDocument> {
    Diagnosed(
      .stub(reason: [reason], frontMatter: frontMatter),
      diagnostics: diagnostics + [reason]
    )
  }

  /// nil when cmark gives no tree.
  private static func parse(
    _ source: MarkdownSource,
    file: SourcePath,
    options: MarkdownOptions
  ) -> Diagnosed<RenderedDocument>? {
    parserLock.withLock { _ in
      source.body.withUnsafeBufferPointer { text in
        CMarkDialect.shared.parse(text, options) { root in
          let outline = DocumentOutline.read(root, source: source, options: options)
          var writer = DocumentWriter(
            source: source,
            outline: outline,
            options: options,
            file: file
          )
          writer.write(root)
          return writer.finish()
        }
      }
    }
  }
}
