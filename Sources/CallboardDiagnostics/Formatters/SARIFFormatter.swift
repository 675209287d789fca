import CallboardJSON

/// Prints findings as a SARIF 2.1.0 log (OASIS, 2020) with one run.
///
/// Each repository is an `originalUriBaseIds` entry of its name, below `%SRCROOT%`, the folder of the
/// command, where that is known. Columns count UTF-16 code units, and fingerprints do not change with the
/// lines above.
package enum SARIFFormatter {
  /// The base of paths that start at the folder of the command; a usual name of SARIF's producers.
  static let workingFolder = "%SRCROOT%"
  private static let schema =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

  /// All findings, in the order given, with the rules they break.
  package static func format(_ report: FindingReport) -> [UInt8] {
    let rules = Set(report.diagnostics.map(\.id)).sorted()
    let files = files(of: report)
    var results = SARIFResultWriter(report: report, rules: rules, files: files)
    var writer = JSONWriter()
    writer.object { log in
      log.member("$schema", schema)
      log.member("version", "2.1.0")
      log.key("runs")
      log.array { runs in
        runs.object { run in
          run.key("tool")
          run.object { writeTool(rules, of: report, to: &$0) }
          run.key("invocations")
          run.array { $0.object { $0.member("executionSuccessful", true) } }
          run.key("originalUriBaseIds")
          run.object { writeBases(of: files, in: report, to: &$0) }
          run.key("artifacts")
          run.array { array in
            for file in files {
              array.object { artifact in
                artifact.key("location")
                artifact.object { writeLocation(of: file, to: &$0) }
              }
            }
          }
          run.member("columnKind", "utf16CodeUnits")
          run.key("results")
          run.array { results.write(to: &$0) }
        }
      }
    }
    writer.endRecord()
    return writer.bytes
  }

  /// The members of an `artifactLocation`, less its index.
  static func writeLocation(of file: SourcePath, to location: inout JSONWriter) {
    location.member("uri", PercentCode.path(file.path))
    location.member("uriBaseId", file.repository.isEmpty ? workingFolder : file.repository)
  }

  /// Every file that a finding or a note is in, sorted.
  private static func files(of report: FindingReport) -> [SourcePath] {
    var files: Set<SourcePath> = []
    for diagnostic in report.diagnostics {
      files.insert(diagnostic.span?.file ?? SourcePath(repository: "", path: report.siteFile))
      for note in diagnostic.notes {
        if let span = note.span { files.insert(span.file) }
      }
    }
    return files.sorted()
  }

  private static func writeTool(
    _ rules: [Diagnostic.ID],
    of report: FindingReport,
    to tool: inout JSONWriter
  ) {
    tool.key("driver")
    tool.object { driver in
      driver.member("name", "Callboard")
      driver.member("version", report.version)
      driver.member("semanticVersion", report.version)
      driver.key("rules")
      driver.array { array in
        for id in rules {
          array.object { write(id, report.explanation(id), to: &$0) }
        }
      }
    }
  }

  /// A `reportingDescriptor`. Its texts are Callboard's own and take no arguments, so nothing is escaped.
  private static func write(
    _ id: Diagnostic.ID,
    _ explanation: FindingExplanation?,
    to rule: inout JSONWriter
  ) {
    rule.member("id", id.rawValue)
    guard let explanation else { return }
    for (key, text) in [
      ("shortDescription", explanation.summary), ("fullDescription", explanation.description),
    ] {
      rule.key(key)
      rule.object { $0.member("text", text) }
    }
    rule.key("help")
    rule.object { help in
      help.member("text", explanation.markdown)
      help.member("markdown", explanation.markdown)
    }
    if let worst = explanation.severities.first {
      rule.key("defaultConfiguration")
      rule.object { $0.member("level", worst.rawValue) }
    }
  }

  private static func writeBases(
    of files: [SourcePath],
    in report: FindingReport,
    to bases: inout JSONWriter
  ) {
    bases.key(workingFolder)
    bases.object { base in
      base.key("description")
      base.object { $0.member("text", "The folder that the command was run in.") }
    }
    for repository in Set(files.map(\.repository)).subtracting([""]).sorted() {
      bases.key(repository)
      bases.object { base in
        if let folder = report.folders[repository] {
          // Section 3.14.14 wants a slash at the end.
          base.member("uri", folder.isEmpty ? "./" : PercentCode.path(folder) + "/")
          base.member("uriBaseId", workingFolder)
        }
        base.key("description")
        base.object {
          $0.member("text", SARIFText.escaped("The root of the repository '\(repository)'."))
        }
      }
    }
  }
}

/// Text as the messages of results spell it.
enum SARIFText {
  /// Doubles braces (section 3.11.5), spells control characters out except for line feeds, and escapes the
  /// brackets of what would else be taken for a link (section 3.11.6).
  static func escaped(_ text: String) -> String {
    var result = ""
    let hasLink = text.contains("](")
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if !result.isEmpty || line.startIndex != text.startIndex { result += "\n" }
      for character in TerminalText.escaped(line) {
        switch character {
        case "{": result += "{{"
        case "}": result += "}}"
        case "[" where hasLink: result += "\\["
        case "]" where hasLink: result += "\\]"
        default: result.append(character)
        }
      }
    }
    return result
  }
}
