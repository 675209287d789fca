import CallboardDiagnostics
import CallboardTestSupport
import Foundation
import Testing

/// Holds every format against a file of what is expected; `make golden` rewrites them.
@Suite struct ReportFormatTests {
  private static let names: [ReportFormat: String] = [
    .text: "text.txt", .json: "json.ndjson", .sarif: "sarif.json", .github: "github.txt",
    .gitlab: "gitlab.json", .junit: "junit.xml",
  ]

  static func text(_ format: ReportFormat, _ report: FindingReport = SampleReport.report) -> String
  {
    String(decoding: format.format(report), as: UTF8.self)
  }

  /// Objects and arrays over several lines, so that a difference is a line.
  private static func indented(_ json: String) throws -> String {
    let value = try JSONSerialization.jsonObject(with: Data(json.utf8))
    let data = try JSONSerialization.data(
      withJSONObject: value,
      options: [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    )
    return String(decoding: data, as: UTF8.self) + "\n"
  }

  @Test(arguments: ReportFormat.allCases) func printsWhatIsExpected(_ format: ReportFormat) throws {
    var text = Self.text(format)
    if format == .sarif || format == .gitlab { text = try Self.indented(text) }
    let name = try #require(Self.names[format])
    let file = PackageFolder.url.appending(path: "Tests/CallboardDiagnosticsTests/Golden/\(name)")
    let difference = try GoldenFile.difference(of: text, from: file)
    #expect(difference == nil, "\(difference ?? "")")
  }

  @Test(arguments: ReportFormat.allCases)
  func printsNoControlCharacterThatAnAuthorWrote(_ format: ReportFormat) {
    for scalar in Self.text(format).unicodeScalars where scalar != "\n" {
      // JSON's own lines keep what was written; programs read them.
      if format == .json, scalar == "\u{202E}" { continue }
      #expect(scalar.value >= 0x20 && scalar != "\u{202E}", "U+\(String(scalar.value, radix: 16))")
    }
  }

  @Test func coloursNothingButText() {
    for format in ReportFormat.allCases where format != .text {
      #expect(
        format.format(SampleReport.report, usesColor: true) == Self.text(format).utf8.map(\.self)
      )
    }
    let text = String(
      decoding: ReportFormat.text.format(SampleReport.report, usesColor: true),
      as: UTF8.self
    )
    #expect(text.contains("\u{1B}[1;31merror\u{1B}[0m"))
  }

  @Test func keepsAWorkflowCommandOnOneLineWhateverAnAuthorWrote() {
    let lines = Self.text(.github).split(separator: "\n")
    #expect(lines.count == SampleReport.diagnostics.count)
    #expect(lines.allSatisfy { $0.hasPrefix("::") })
    #expect(
      lines[1].hasPrefix(
        "::warning title=link-target-missing::hand book:docs/50%25 off, a:b.md:3:5: "
      )
    )
  }

  @Test func escapesThePropertiesOfAWorkflowCommand() {
    var report = SampleReport.report
    report.folders["hand book"] = ""
    #expect(
      Self.text(.github, report).contains("::warning file=docs/50%25 off%2C a%3Ab.md,line=3,col=5,")
    )
  }

  @Test func countsColumnsInUTF16WhereToolsDo() throws {
    // 'title' stands behind a character of two units and four bytes.
    let github = Self.text(.github)
    #expect(github.contains("line=2,col=39,endLine=2,endColumn=44,title=yaml-duplicate-key"))
    #expect(
      Self.text(.sarif).contains(
        "\"startLine\":2,\"startColumn\":39,\"endLine\":2,\"endColumn\":44"
      )
    )
    #expect(Self.text(.json).contains("\"line\":2,\"column\":41"))
  }

  @Test func givesEachFindingOfGitLabItsOwnFingerprint() throws {
    let value = try JSONSerialization.jsonObject(with: Data(Self.text(.gitlab).utf8))
    let items = try #require(value as? [[String: Any]])
    let fingerprints = Set(items.compactMap { $0["fingerprint"] as? String })
    #expect(fingerprints.count == SampleReport.diagnostics.count)
  }

  @Test func printsAReportWithoutFindings() throws {
    let empty = FindingReport(diagnostics: [], version: "1.2.3")
    #expect(Self.text(.text, empty).isEmpty)
    #expect(Self.text(.json, empty).isEmpty)
    #expect(Self.text(.github, empty).isEmpty)
    #expect(Self.text(.gitlab, empty) == "[]\n")
    #expect(Self.text(.sarif, empty).contains("\"results\":[]"))
    #expect(
      Self.text(.junit, empty).contains("<testcase name=\"no findings\" classname=\"site\"/>")
    )
  }
}
