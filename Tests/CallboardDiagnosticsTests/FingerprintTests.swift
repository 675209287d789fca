import CallboardDiagnostics
import Testing

@Suite struct FingerprintTests {
  private static let file = SourcePath(repository: "r", path: "a.yaml")

  /// The fingerprints of findings that mark `owner: x` in a text, at each line that has it.
  private static func fingerprints(_ text: String, id: String = "a", summary: String = "s")
    -> [String]
  {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let diagnostics = lines.enumerated().compactMap { index, line -> Diagnostic? in
      guard let range = line.firstRange(of: "x") else { return nil }
      let column = line.utf8.distance(from: line.startIndex, to: range.lowerBound) + 1
      return Diagnostic(
        id: .init(rawValue: id),
        severity: .error,
        summary: summary,
        span: SampleReport.span(file, (index + 1, column), (index + 1, column + 1))
      )
    }
    return Fingerprint.all(of: diagnostics) { _ in Array(text.utf8) }.map(\.description)
  }

  @Test func staysWhenLinesMoveAndIndentationChanges() {
    let before = Self.fingerprints("a: 1\nowner: x\n")
    #expect(before.count == 1)
    #expect(Self.fingerprints("# new\n\na: 1\n    owner:   x\n") == before)
  }

  @Test func staysWhenTheWordsOfAMessageChange() {
    #expect(
      Self.fingerprints("x", summary: "in line 1") == Self.fingerprints("x", summary: "in line 2")
    )
  }

  @Test func differsBetweenKindsOfFindings() {
    #expect(Self.fingerprints("x", id: "a") != Self.fingerprints("x", id: "b"))
  }

  @Test func tellsEqualFindingsApartByTheirOrder() {
    let two = Self.fingerprints("x\nx")
    #expect(Set(two).count == 2)
    #expect(Self.fingerprints("x") == [two[0]], "the first keeps its own when the second is mended")
  }

  @Test func hasNoUseForTheFirstLineOfAFileAsAWhole() {
    let finding = Diagnostic(
      id: .init(rawValue: "a"),
      severity: .error,
      summary: "s",
      span: .wholeFile(Self.file)
    )
    let all = ["# One", "# Two"].map { text in
      Fingerprint.all(of: [finding]) { _ in Array(text.utf8) }
    }
    #expect(all[0] == all[1])
  }

  @Test func hasSixteenDigits() {
    for fingerprint in Self.fingerprints(String(repeating: "x\n", count: 200)) {
      #expect(fingerprint.wholeMatch(of: /[0-9a-f]{16}/) != nil, "\(fingerprint)")
    }
  }
}
