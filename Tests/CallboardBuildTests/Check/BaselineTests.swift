import CallboardBuild
import CallboardDiagnostics
import Testing

@Suite struct BaselineTests {
  private static let text = "a: x\nb: x\nc: x\n"

  /// A finding at the value of a line of `text`.
  private static func finding(
    _ line: Int,
    _ severity: Diagnostic.Severity = .warning,
    in repository: String = "shop"
  ) -> Diagnostic {
    let file = SourcePath(repository: repository, path: "a.yaml")
    return Diagnostic(
      id: .init(rawValue: "docs-empty"),
      severity: severity,
      summary: "in line \(line)",
      span: SourceSpan(file: file, line: line)
    )
  }

  private static func compare(
    _ baseline: Baseline,
    _ diagnostics: [Diagnostic],
    text: String = text,
    unread: Set<String> = []
  ) -> Baseline.Comparison {
    baseline.compare(
      diagnostics,
      source: { _ in Array(text.utf8) },
      isRead: { !unread.contains($0) }
    )
  }

  private static func known(_ diagnostics: [Diagnostic]) -> Baseline {
    compare(Baseline([]), diagnostics).renewed
  }

  @Test func knowsAFindingWhoseLineHasMoved() {
    let comparison = Self.compare(
      Self.known([Self.finding(2)]),
      [Self.finding(4)],
      text: "# new\n\na: x\n  b: x\n"
    )
    #expect(comparison.knownCount == 1)
    #expect(comparison.fresh.isEmpty)
    #expect(comparison.mended.isEmpty)
  }

  @Test func tellsFreshAndMendedFindings() {
    let comparison = Self.compare(
      Self.known([Self.finding(1), Self.finding(2)]),
      [Self.finding(2), Self.finding(3)]
    )
    #expect(comparison.fresh == [Self.finding(3)])
    #expect(comparison.knownCount == 1)
    #expect(comparison.mended.map(\.description) == ["docs-empty in shop:a.yaml"])
    #expect(comparison.renewed == Self.known([Self.finding(2), Self.finding(3)]))
  }

  @Test func keepsNotesOut() {
    #expect(Self.known([Self.finding(1, .note)]).entries.isEmpty)
    let comparison = Self.compare(Self.known([Self.finding(1)]), [Self.finding(1, .note)])
    #expect(comparison.fresh.count == 1, "a note is always printed")
    #expect(comparison.mended.isEmpty, "a lowered rule mends nothing")
    #expect(comparison.renewed.entries.isEmpty)
  }

  @Test func leavesRepositoriesAloneThatWereNotRead() {
    let known = Self.known([Self.finding(1, in: "pay"), Self.finding(1, in: "shop")])
    let comparison = Self.compare(known, [Self.finding(1, in: "shop")], unread: ["pay"])
    #expect(comparison.mended.isEmpty)
    #expect(comparison.renewed == known)
  }

  @Test func writesOneSortedLineForEachFinding() throws {
    let baseline = Self.known([Self.finding(2), Self.finding(1, in: "pay"), Self.finding(1)])
    let lines = String(decoding: baseline.file, as: UTF8.self).split(separator: "\n")
    #expect(lines.count == 3)
    #expect(
      lines[0].hasPrefix(
        "{\"id\":\"docs-empty\",\"repository\":\"pay\",\"path\":\"a.yaml\",\"fingerprint\":\""
      )
    )
    #expect(try Baseline(file: baseline.file, path: "b").entries == baseline.entries)
  }

  @Test func readsLineEndsOfWindowsAndEmptyLines() throws {
    let text = "\r\n{\"id\":\"a\",\"fingerprint\":\"0\"}\r\n\n"
    #expect(try Baseline(file: Array(text.utf8), path: "b").entries.count == 1)
  }

  @Test func namesTheLineThatIsNoEntry() {
    let text = "{\"id\":\"a\",\"fingerprint\":\"0\"}\n<<<<<<< HEAD\n"
    do {
      _ = try Baseline(file: Array(text.utf8), path: "b.ndjson")
      Issue.record("a conflict of git was read")
    } catch {
      #expect(error.summary == "'b.ndjson' is no baseline: line 2 is not an entry")
    }
  }
}
