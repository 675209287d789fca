import CallboardDiagnostics
import CallboardHTML
import CallboardMarkdown
import Foundation
import Testing

@Suite struct GoldenTests {
  private static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent()
    .appending(path: "Golden")

  /// Rerun with `CALLBOARD_UPDATE_GOLDEN=1` to rewrite the expected files; then read the diff.
  @Test func rendersEachCaseAsExpected() throws {
    let isUpdating = ProcessInfo.processInfo.environment["CALLBOARD_UPDATE_GOLDEN"] == "1"
    let names = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
      .filter { $0.hasSuffix(".md") }
      .sorted()
    #expect(names.count >= 40, "the cases are missing")

    for name in names {
      let input = Self.folder.appending(path: name)
      let expected = input.deletingPathExtension().appendingPathExtension("html")
      let actual = describe(try Data(contentsOf: input))
      if isUpdating {
        try Data(actual.utf8).write(to: expected)
      } else {
        let wanted = try? String(contentsOf: expected, encoding: .utf8)
        #expect(actual == wanted, "\(name)")
      }
    }
  }

  /// A file of the folder `included`, which the cases may include.
  private func find(_ name: String) -> IncludedFile {
    if name.hasPrefix("../") { return .outside }
    let file = Self.folder.appending(path: "included").appending(path: name)
    guard let bytes = try? Data(contentsOf: file) else { return .missing }
    return .found(path: "included/\(name)", bytes: Array(bytes))
  }

  /// The HTML with the destinations of slots filled in, and the findings as comments.
  private func describe(_ source: Data) -> String {
    let file = SourcePath(repository: "docs", path: "page.md")
    let expanded = PageExpansion.expand(Array(source), page: file, find: find)
    var page = MarkdownRenderer.render(
      WorkerRequest(file: file, source: expanded.source, includedLines: expanded.lines),
      options: MarkdownOptions(highlightsCode: false)
    )
    page.diagnostics = expanded.diagnostics + page.diagnostics
    var html: [UInt8] = []
    var end = 0
    for link in page.output.links where link.isSlot {
      html += page.output.html[end..<link.offset] + link.destination.utf8
      end = link.offset
    }
    html += page.output.html[end...]
    var text = String(decoding: html, as: UTF8.self)
    for diagnostic in page.diagnostics {
      let start = diagnostic.span?.range.lowerBound
      let path = diagnostic.span.map(\.file).flatMap { $0 == file ? nil : $0.path + ":" } ?? ""
      let place = "\(path)\(start?.line ?? 0):\(start?.column ?? 0)"
      text += "<!-- \(diagnostic.severity) \(place) \(diagnostic.id): \(diagnostic.summary) -->\n"
    }
    return text
  }
}
