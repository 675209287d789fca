/// Prints findings as workflow commands of GitHub Actions, which shows them at their lines.
///
///     ::warning file=catalog-info.yaml,line=12,col=10,endLine=12,endColumn=23,title=relation-target-missing::…
///
/// Columns count UTF-16 code units. A file that is not below the folder of the command is named in the
/// message, because an annotation could not be shown there.
package enum GitHubFormatter {
  /// One command a line, in the order given.
  package static func format(_ report: FindingReport) -> [UInt8] {
    var lines = SourceLines(report.source)
    var text = ""
    for diagnostic in report.diagnostics {
      let command =
        switch diagnostic.severity {
        case .error: "error"
        case .warning: "warning"
        case .note: "notice"
        }
      let properties = properties(of: diagnostic, in: report, lines: &lines)
        .map { "\($0)=\(property($1))" }.joined(separator: ",")
      text += "::\(command) \(properties)::\(data(message(of: diagnostic, in: report)))\n"
    }
    return Array(text.utf8)
  }

  private static func properties(
    of diagnostic: Diagnostic,
    in report: FindingReport,
    lines: inout SourceLines
  ) -> [(name: String, value: String)] {
    var properties: [(name: String, value: String)] = []
    if let span = diagnostic.span, let path = report.localPath(of: span.file) {
      let (start, end) = (span.range.lowerBound, span.range.upperBound)
      let line = lines.line(start.line, of: span.file)
      properties = [
        ("file", path), ("line", String(start.line)),
        ("col", String(ColumnUnit.utf16(start.column, in: line))),
      ]
      if end > start {
        properties.append(("endLine", String(end.line)))
        // GitHub takes columns only for annotations of a single line.
        if end.line == start.line {
          properties.append(("endColumn", String(ColumnUnit.utf16(end.column, in: line))))
        }
      }
    }
    return properties + [("title", diagnostic.id.rawValue)]
  }

  private static func message(of diagnostic: Diagnostic, in report: FindingReport) -> String {
    var paragraphs = [diagnostic.summary + "."]
    if let span = diagnostic.span, report.localPath(of: span.file) == nil {
      paragraphs[0] = "\(TextFormatter.position(span)): \(paragraphs[0])"
    }
    for note in diagnostic.notes {
      paragraphs.append(
        note.text + (note.span.map { " (\(TextFormatter.position($0)))" } ?? "") + "."
      )
    }
    paragraphs += diagnostic.help
    return paragraphs.map { TerminalText.escaped($0) }.joined(separator: "\n")
  }

  /// Escapes the text behind the second `::`.
  private static func data(_ text: String) -> String {
    escaped(text) { byte in
      switch byte {
      case UInt8(ascii: "%"), UInt8(ascii: "\r"), UInt8(ascii: "\n"): true
      default: false
      }
    }
  }

  /// Escapes the value of a property, which a comma or a colon would end.
  private static func property(_ text: String) -> String {
    escaped(text) { byte in
      switch byte {
      case UInt8(ascii: "%"), UInt8(ascii: "\r"), UInt8(ascii: "\n"), UInt8(ascii: ":"),
        UInt8(ascii: ","):
        true
      default: byte < 0x20 || byte == 0x7F
      }
    }
  }

  private static func escaped(_ text: String, _ isSpecial: (UInt8) -> Bool) -> String {
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      if isSpecial(byte) { PercentCode.append(byte, to: &bytes) } else { bytes.append(byte) }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
