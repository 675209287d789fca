import CallboardJSON

/// Writes the `result` objects of a SARIF log.
struct SARIFResultWriter {
  private let report: FindingReport
  private let rules: [Diagnostic.ID: Int]
  private let files: [SourcePath: Int]
  private var lines: SourceLines

  /// - Parameters:
  ///   - rules: As the log lists them; results refer to them by index.
  ///   - files: The log's artifacts, which results refer to in the same way.
  init(report: FindingReport, rules: [Diagnostic.ID], files: [SourcePath]) {
    self.report = report
    self.rules = Dictionary(uniqueKeysWithValues: zip(rules, rules.indices))
    self.files = Dictionary(uniqueKeysWithValues: zip(files, files.indices))
    lines = SourceLines(report.source)
  }

  /// One result for each finding, in their order.
  mutating func write(to array: inout JSONWriter) {
    let fingerprints = Fingerprint.all(of: report.diagnostics, source: report.source)
    for (diagnostic, fingerprint) in zip(report.diagnostics, fingerprints) {
      array.object { write(diagnostic, fingerprint, to: &$0) }
    }
  }

  private mutating func write(
    _ diagnostic: Diagnostic,
    _ fingerprint: Fingerprint,
    to result: inout JSONWriter
  ) {
    result.member("ruleId", diagnostic.id.rawValue)
    if let index = rules[diagnostic.id] { result.member("ruleIndex", index) }
    result.member("level", diagnostic.severity.rawValue)
    writeMessage(
      ([diagnostic.summary + "."] + diagnostic.help).joined(separator: "\n"),
      to: &result
    )
    result.key("locations")
    result.array { array in
      array.object { writePlace(of: diagnostic.span, to: &$0) }
    }
    if !diagnostic.notes.isEmpty {
      result.key("relatedLocations")
      result.array { array in
        for (index, note) in diagnostic.notes.enumerated() {
          array.object { location in
            location.member("id", index + 1)
            if let span = note.span { writePlace(of: span, to: &location) }
            writeMessage(note.text, to: &location)
          }
        }
      }
    }
    result.key("partialFingerprints")
    result.object { $0.member("callboardFinding/v1", fingerprint.description) }
  }

  private func writeMessage(_ text: String, to object: inout JSONWriter) {
    object.key("message")
    object.object { $0.member("text", SARIFText.escaped(text)) }
  }

  /// - Parameter span: nil for the site as a whole, which its own file stands for.
  private mutating func writePlace(of span: SourceSpan?, to location: inout JSONWriter) {
    let file = span?.file ?? SourcePath(repository: "", path: report.siteFile)
    location.key("physicalLocation")
    location.object { place in
      place.key("artifactLocation")
      place.object { artifact in
        SARIFFormatter.writeLocation(of: file, to: &artifact)
        if let index = files[file] { artifact.member("index", index) }
      }
      guard let span else { return }
      place.key("region")
      place.object { writeRegion(span, to: &$0) }
    }
  }

  private mutating func writeRegion(_ span: SourceSpan, to region: inout JSONWriter) {
    let (start, end) = (span.range.lowerBound, span.range.upperBound)
    region.member("startLine", start.line)
    region.member("startColumn", column(of: start, in: span.file))
    guard end > start else { return }
    region.member("endLine", end.line)
    region.member("endColumn", column(of: end, in: span.file))
  }

  private mutating func column(of position: SourceSpan.Position, in file: SourcePath) -> Int {
    ColumnUnit.utf16(position.column, in: lines.line(position.line, of: file))
  }
}
