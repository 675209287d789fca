package import CallboardDiagnostics

/// Where the lines of a page's text come from, when other files were put into it.
///
/// Positions in a ``RenderedDocument`` are those of the text with all that it includes; this tells the
/// file and line that an author knows.
package struct IncludedLines: Hashable, Sendable {
  /// Lines that follow one another both in the text and in a file.
  struct Run: Hashable, Sendable {
    /// The first one in the text, from 1.
    var line: Int
    /// In the page's repository; nil for the page itself.
    var path: String?
    /// The first one in the file, from 1.
    var fileLine: Int
    /// By how many bytes the lines stand further right in the text than in the file.
    var shift: Int
  }

  /// By rising line, the first one from 1; empty for a page that includes nothing.
  var runs: [Run] = []

  /// For a page that includes nothing.
  package init() {}

  package var isEmpty: Bool { runs.isEmpty }

  /// The place of a position of the text of `page`.
  package func span(of position: SourceSpan.Position, in page: SourcePath) -> SourceSpan {
    let (file, position) = place(of: position, in: page)
    return SourceSpan(file: file, range: position..<position)
  }

  /// Says of a finding about the text of `page` where its author has written what it is about.
  func located(_ diagnostic: Diagnostic, in page: SourcePath) -> Diagnostic {
    guard !runs.isEmpty else { return diagnostic }
    var located = diagnostic
    located.span = located.span.map { self.located($0, in: page) }
    for index in located.notes.indices {
      located.notes[index].span = located.notes[index].span.map { self.located($0, in: page) }
    }
    return located
  }

  private func located(_ span: SourceSpan, in page: SourcePath) -> SourceSpan {
    guard span.file == page else { return span }
    let (file, start) = place(of: span.range.lowerBound, in: page)
    let (endFile, end) = place(of: span.range.upperBound, in: page)
    return SourceSpan(file: file, range: start..<(endFile == file ? max(start, end) : start))
  }

  private func place(
    of position: SourceSpan.Position,
    in page: SourcePath
  ) -> (SourcePath, SourceSpan.Position) {
    var low = 0
    var high = runs.count
    while low < high {
      let middle = low + (high - low) / 2
      if runs[middle].line <= position.line { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return (page, position) }
    let run = runs[low - 1]
    let file = run.path.map { SourcePath(repository: page.repository, path: $0) } ?? page
    return (
      file,
      SourceSpan.Position(
        line: run.fileLine + position.line - run.line,
        column: max(1, position.column - run.shift)
      )
    )
  }

  /// Notes where the next line of the text comes from.
  mutating func append(line: Int, path: String?, fileLine: Int, shift: Int) {
    if let last = runs.last, last.path == path, last.shift == shift,
      last.fileLine + line - last.line == fileLine
    {
      return
    }
    runs.append(Run(line: line, path: path, fileLine: fileLine, shift: shift))
  }
}
