import CallboardBuild
import CallboardDiagnostics
import Testing

@Suite struct CheckSettingsTests {
  private static func read(_ check: String) -> Diagnosed<SiteConfiguration> {
    let indented = check.split(separator: "\n").map { "  \($0)\n" }.joined()
    return SiteConfiguration.read(
      Array("sources:\n  - path: .\ncheck:\n\(indented)".utf8),
      file: SourcePath(repository: "", path: "site.yaml"),
      folder: "."
    )
  }

  private static func judged(
    _ check: String,
    _ id: String,
    _ severity: Diagnostic.Severity = .warning,
    _ file: SourcePath? = SourcePath(repository: "shop", path: "docs/old/a.md")
  ) -> Diagnostic.Severity? {
    let diagnostic = Diagnostic(
      id: .init(rawValue: id),
      severity: severity,
      summary: "s",
      span: file.map { .wholeFile($0) }
    )
    return read(check).output.check.rules.judge([diagnostic]).first?.severity
  }

  @Test func changesTheSeverityOfAKindOfFinding() {
    #expect(Self.judged("rules: {docs-empty: error}", "docs-empty") == .error)
    #expect(Self.judged("rules: {docs-empty: note}", "docs-empty") == .note)
    #expect(Self.judged("rules: {docs-empty: off}", "docs-empty") == nil)
    #expect(Self.judged("rules: {docs-empty: off}", "link-anchor-missing") == .warning)
  }

  @Test func changesItWhereTheRuleHoldsOnly() {
    let rules = """
      rules:
        link-anchor-missing:
          - {level: off, repositories: [shop], paths: ['docs/old/**']}
          - {level: error, repositories: [shop]}
      """
    let id = "link-anchor-missing"
    #expect(Self.judged(rules, id) == nil)
    let other = SourcePath(repository: "shop", path: "docs/new/a.md")
    #expect(Self.judged(rules, id, .warning, other) == .error)
    let elsewhere = SourcePath(repository: "pay", path: "docs/old/a.md")
    #expect(Self.judged(rules, id, .warning, elsewhere) == .warning)
    #expect(Self.judged(rules, id, .warning, nil) == .warning)
  }

  @Test func keepsANoteOfAnErrorThatIsOff() {
    // An id whose findings are warnings as a rule, in a version that makes one an error.
    #expect(Self.judged("rules: {docs-empty: off}", "docs-empty", .error) == .note)
  }

  @Test func refusesToSwitchOffWhatSaysThatSomethingIsMissing() throws {
    let read = Self.read("rules: {yaml-syntax: off}")
    let finding = try #require(read.diagnostics.first)
    #expect(finding.id.rawValue == "check-rule-not-off")
    #expect(finding.span?.range.lowerBound == .init(line: 4, column: 24))
    #expect(Self.read("rules: {yaml-syntax: note}").diagnostics.isEmpty)
  }

  @Test func namesTheNearestIDOfAnUnknownOne() throws {
    let finding = try #require(Self.read("rules: {docs-emtpy: off}").diagnostics.first)
    #expect(finding.id.rawValue == "check-rule-unknown")
    #expect(finding.help == ["Change it to 'docs-empty'."])
  }

  @Test func reportsLevelsAndPatternsThatAreNone() {
    for (rules, id) in [
      ("rules: {docs-empty: warn}", "check-rule-level"),
      ("rules: {docs-empty: {paths: [a]}}", "check-rule-level"),
      ("rules: {docs-empty: false}", "check-rule-level"),
      ("rules: {docs-empty: {level: off, paths: ['a{']}}", "check-pattern-invalid"),
      ("rules: {docs-empty: {level: off, path: a}}", "key-unknown"),
      ("rules: [docs-empty]", "value-type"),
      ("rule: {}", "key-unknown"),
    ] {
      #expect(Self.read(rules).diagnostics.map(\.id.rawValue) == [id], "\(rules)")
    }
  }
}
