import CallboardDiagnostics
import CallboardMarkdown

/// Findings with the whole paths of their places; the encoding of rendered pages knows one page only.
extension ByteWriter {
  /// A finding with the whole paths of its places, in whichever repository they are.
  mutating func finding(_ finding: Diagnostic) {
    text(finding.id.rawValue)
    text(finding.severity.rawValue)
    text(finding.summary)
    optional(finding.span) { $0.place($1) }
    list(finding.notes) { writer, note in
      writer.text(note.text)
      writer.optional(note.span) { $0.place($1) }
    }
    list(finding.help) { $0.text($1) }
  }

  private mutating func place(_ span: SourceSpan) {
    text(span.file.repository)
    text(span.file.path)
    for position in [span.range.lowerBound, span.range.upperBound] {
      number(position.line)
      number(position.column)
    }
  }
}

extension ByteReader {
  mutating func finding() throws(Damage) -> Diagnostic {
    let id = Diagnostic.ID(rawValue: try text())
    guard let severity = Diagnostic.Severity(rawValue: try text()) else { throw Damage() }
    return Diagnostic(
      id: id,
      severity: severity,
      summary: try text(),
      span: try optional { reader throws(Damage) in try reader.place() },
      notes: try list { reader throws(Damage) in
        Diagnostic.Note(
          try reader.text(),
          span: try reader.optional { reader throws(Damage) in try reader.place() }
        )
      },
      help: try list { reader throws(Damage) in try reader.text() }
    )
  }

  private mutating func place() throws(Damage) -> SourceSpan {
    let file = SourcePath(repository: try text(), path: try text())
    let start = SourceSpan.Position(line: try number(), column: try number())
    let end = SourceSpan.Position(line: try number(), column: try number())
    guard start <= end else { throw Damage() }
    return SourceSpan(file: file, range: start..<end)
  }
}
