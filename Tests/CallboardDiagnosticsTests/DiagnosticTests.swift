import CallboardDiagnostics
import Testing

@Suite struct DiagnosticTests {
  private static func diagnostic(_ path: String, line: Int, id: String = "a") -> Diagnostic {
    Diagnostic(
      id: .init(rawValue: id),
      severity: .warning,
      summary: "s",
      span: SourceSpan(file: SourcePath(repository: "r", path: path), line: line)
    )
  }

  @Test func sortsByPathThenPositionThenID() {
    let sorted = [
      Self.diagnostic("b", line: 1), Self.diagnostic("a", line: 10),
      Self.diagnostic("a", line: 9, id: "z"), Self.diagnostic("a", line: 9, id: "b"),
    ].sorted()
    #expect(
      sorted.map { "\($0.span?.file.path ?? ""):\($0.span?.range.lowerBound.line ?? 0):\($0.id)" }
        == ["a:9:b", "a:9:z", "a:10:a", "b:1:a"]
    )
  }

  @Test func ordersSeveritiesWithTheWorstLast() {
    #expect(Diagnostic.Severity.allCases.sorted() == [.note, .warning, .error])
  }

  @Test func writesOneJSONObjectALineAndLeavesAbsentMembersOut() {
    let siteWide = Diagnostic(
      id: .init(rawValue: "x"),
      severity: .note,
      summary: "say \"hi\"",
      span: nil
    )
    let text = String(
      decoding: JSONFormatter.format([Self.diagnostic("p", line: 2), siteWide]),
      as: UTF8.self
    )
    #expect(
      text == """
        {"id":"a","severity":"warning","repository":"r","path":"p","line":2,"column":1,"summary":"s"}
        {"id":"x","severity":"note","summary":"say \\"hi\\""}

        """
    )
  }
}

@Suite struct NearestNameTests {
  @Test func findsASwapOfNeighbours() {
    #expect(NearestName.of("chekcout", in: ["billing", "checkout"]) == "checkout")
  }

  @Test func ignoresCase() {
    #expect(NearestName.of("Owner", in: ["owners", "kind"]) == "owners")
  }

  @Test func proposesNothingThatIsNotAlike() {
    #expect(NearestName.of("checkout", in: ["billing", "payments"]) == nil)
  }

  @Test func doesNotDependOnTheOrderOfCandidates() {
    #expect(NearestName.of("cats", in: ["bats", "rats"]) == "bats")
    #expect(NearestName.of("cats", in: ["rats", "bats"]) == "bats")
  }
}
