import CallboardCatalog
package import CallboardDiagnostics
package import CallboardMarkdown
import CallboardYAML

extension Announcement {
  /// Reads what the head of a file says of it.
  ///
  ///     ---
  ///     title: Certificates change on Monday
  ///     from: 2026-11-23
  ///     until: 2026-11-27
  ///     severity: warning
  ///     audience: [platform-team]
  ///     ---
  ///
  /// A file whose name begins with a day needs no `from`.
  ///
  /// - Parameters:
  ///   - block: nil for a file without a head.
  ///   - outline: What rendering learned of the text.
  package static func read(
    _ block: RenderedDocument.FrontMatterBlock?,
    file: SourcePath,
    page: Int,
    outline: PageOutline
  ) -> Diagnosed<Announcement> {
    var announcement = Announcement(
      title: outline.title,
      summary: outline.description,
      severity: .info,
      audience: [],
      page: page
    )
    let name = file.path.split(separator: "/").last.map(String.init) ?? file.path
    announcement.from = CalendarDay(String(name.prefix(10)))
    var findings: [Diagnostic] = []
    if let block {
      let padding = String(repeating: "\n", count: max(0, block.firstLine - 1))
      let parsed = YAMLParser.document(
        Array((padding + block.text).utf8),
        file: file,
        options: YAMLOptions(foreignTags: .opaque)
      )
      // What is wrong with the YAML itself has been said when the page was rendered.
      if let mapping = parsed.output?.mapping {
        var record = YAMLRecord(mapping, file: file)
        announcement.fill(from: &record)
        findings = record.finish()
      }
    }
    if announcement.from == nil { findings.append(.announcementUndated(file)) }
    if let from = announcement.from, let until = announcement.until, until < from {
      findings.append(.announcementEndsEarly(from: from, until: until, file))
    }
    return Diagnosed(
      announcement,
      diagnostics: findings.map { finding in
        // One file's mistake keeps no portal from being built.
        var warning = finding
        warning.severity = min(warning.severity, .warning)
        return warning
      }
    )
  }

  private mutating func fill(from record: inout YAMLRecord) {
    for key in ["description", "tags", "search", "hide", "status"] { _ = record.node(key) }
    title = record.string("title") ?? title
    summary = record.string("summary") ?? summary
    from = Self.day("from", in: &record) ?? Self.day("date", in: &record) ?? from
    until = Self.day("until", in: &record)
    if let text = record.string("severity"), let node = record.node("severity") {
      if let known = Severity(rawValue: text.lowercased()) {
        severity = known
      } else {
        record.report(.announcementSeverityUnknown(text, at: node.span(in: record.file)))
      }
    }
    let context = EntityRef.Context(kind: "group", namespace: "default")
    for text in record.strings("audience") ?? [] {
      guard let ref = try? EntityRef(text, in: context) else {
        if let node = record.node("audience") {
          record.report(.announcementAudienceInvalid(text, at: node.span(in: record.file)))
        }
        continue
      }
      audience.append(ref)
    }
  }

  private static func day(_ key: String, in record: inout YAMLRecord) -> CalendarDay? {
    guard let text = record.string(key) else { return nil }
    if let day = CalendarDay(text) { return day }
    if let node = record.node(key) {
      record.report(.announcementDayInvalid(text, key: key, at: node.span(in: record.file)))
    }
    return nil
  }
}
