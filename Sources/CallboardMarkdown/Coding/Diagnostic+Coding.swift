import CallboardDiagnostics

/// Findings without the page's own file; the path of another file, which the page includes, is
/// written.
extension ByteWriter {
  /// Takes nil as `page` when all findings lie in the page.
  mutating func diagnostic(_ diagnostic: Diagnostic, page: SourcePath?) {
    text(diagnostic.id.rawValue)
    text(diagnostic.severity.rawValue)
    text(diagnostic.summary)
    optional(diagnostic.span) { $0.span($1, page) }
    list(diagnostic.notes) { writer, note in
      writer.text(note.text)
      writer.optional(note.span) { $0.span($1, page) }
    }
    list(diagnostic.help) { $0.text($1) }
  }

  private mutating func span(_ span: SourceSpan, _ page: SourcePath?) {
    optional(page == nil || span.file == page ? nil : span.file.path) { $0.text($1) }
    position(span.range.lowerBound)
    position(span.range.upperBound)
  }
}

extension ByteReader {
  /// Reads a finding and lets it lie in `file`.
  mutating func diagnostic(in file: SourcePath) throws(Damage) -> Diagnostic {
    let id = Diagnostic.ID(rawValue: try text())
    guard let severity = Diagnostic.Severity(rawValue: try text()) else { throw Damage() }
    return Diagnostic(
      id: id,
      severity: severity,
      summary: try text(),
      span: try optional { reader throws(Damage) in try reader.span(in: file) },
      notes: try list { reader throws(Damage) in
        Diagnostic.Note(
          try reader.text(),
          span: try reader.optional { reader throws(Damage) in try reader.span(in: file) }
        )
      },
      help: try list { reader throws(Damage) in try reader.text() }
    )
  }

  private mutating func span(in file: SourcePath) throws(Damage) -> SourceSpan {
    let path = try optional { reader throws(Damage) in try reader.text() }
    let file = path.map { SourcePath(repository: file.repository, path: $0) } ?? file
    let start = try position()
    let end = try position()
    guard start <= end else { throw Damage() }
    return SourceSpan(file: file, range: start..<end)
  }
}
