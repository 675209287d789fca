package import CallboardJSON

/// Prints findings for programs, one JSON object a line.
///
///     {"id":"yaml-syntax","severity":"error","repository":"shop","path":"mkdocs.yml","line":3,"column":1,
///      "summary":"…","help":["…"]}
///
/// Members without a value are left out: `repository`, `path`, `line` and `column` of a finding about the
/// site, `help` without remedies. Lines and columns start at 1, columns count UTF-8 bytes.
package enum JSONFormatter {
  /// Writes one finding as the writer's next value, without the line end.
  package static func write(_ diagnostic: Diagnostic, to writer: inout JSONWriter) {
    writer.object { object in
      object.member("id", diagnostic.id.rawValue)
      object.member("severity", diagnostic.severity.rawValue)
      if let span = diagnostic.span {
        writePlace(span, to: &object)
      }
      object.member("summary", diagnostic.summary)
      if !diagnostic.help.isEmpty {
        object.member("help", diagnostic.help)
      }
      if !diagnostic.notes.isEmpty {
        object.key("notes")
        object.array { array in
          for note in diagnostic.notes {
            array.object { object in
              object.member("text", note.text)
              if let span = note.span { writePlace(span, to: &object) }
            }
          }
        }
      }
    }
  }

  /// All findings as NDJSON, in the order given.
  package static func format(_ diagnostics: [Diagnostic]) -> [UInt8] {
    var writer = JSONWriter()
    for diagnostic in diagnostics {
      write(diagnostic, to: &writer)
      writer.endRecord()
    }
    return writer.bytes
  }

  private static func writePlace(_ span: SourceSpan, to object: inout JSONWriter) {
    if !span.file.repository.isEmpty {
      object.member("repository", span.file.repository)
    }
    object.member("path", span.file.path)
    object.member("line", span.range.lowerBound.line)
    object.member("column", span.range.lowerBound.column)
  }
}
