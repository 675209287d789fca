import CallboardDiagnostics
import Testing

@Suite struct TextFormatterTests {
  private static let file = SourcePath(repository: "payments", path: "catalog-info.yaml")

  private static func diagnostic(_ range: Range<SourceSpan.Position>) -> Diagnostic {
    Diagnostic(
      id: .init(rawValue: "relation-target-missing"),
      severity: .warning,
      summary: "'group:default/chekout' in spec.owner names no entity in this site",
      span: SourceSpan(file: file, range: range),
      help: ["Change it to 'group:default/checkout'."]
    )
  }

  @Test func underlinesTheFaultInItsLine() {
    let text = "kind: Component\nspec:\n  owner: group:chekout\n"
    let formatter = TextFormatter(source: { _ in Array(text.utf8) })
    let start = SourceSpan.Position(line: 3, column: 10)
    let end = SourceSpan.Position(line: 3, column: 23)

    #expect(
      formatter.format(Self.diagnostic(start..<end)) == """
        warning: 'group:default/chekout' in spec.owner names no entity in this site \
        [relation-target-missing]
         --> payments:catalog-info.yaml:3:10
          |
        3 |   owner: group:chekout
          |          ^^^^^^^^^^^^^
          = help: Change it to 'group:default/checkout'.

        """
    )
  }

  @Test func countsCharactersBeforeTheMarkAlthoughColumnsAreBytes() throws {
    let formatter = TextFormatter(source: { _ in Array("é: x".utf8) })
    let position = SourceSpan.Position(line: 1, column: 5)
    let lines = formatter.format(Self.diagnostic(position..<position)).split(separator: "\n")
    #expect(lines.contains("1 | é: x"))
    #expect(lines.contains("  |    ^"))
  }

  @Test func leavesTheExcerptOutWhenTheLineDoesNotExist() {
    let formatter = TextFormatter(source: { _ in Array("one line".utf8) })
    let position = SourceSpan.Position(line: 9, column: 1)
    #expect(!formatter.format(Self.diagnostic(position..<position)).contains("|"))
  }

  @Test func spellsOutControlCharacters() {
    #expect(TerminalText.escaped("a\u{1B}[31m\u{202E}b\tc") == "a\\u{1B}[31m\\u{202E}b c")
  }

  @Test func showsThePartOfALongLineThatHasTheFault() {
    let part = String(repeating: "é", count: 5_000)
    let formatter = TextFormatter(source: { _ in Array("\(part)x\(part)".utf8) })
    let start = SourceSpan.Position(line: 1, column: 10_001)
    let end = SourceSpan.Position(line: 1, column: 10_002)
    let lines = formatter.format(Self.diagnostic(start..<end)).split(separator: "\n")
    let before = "…" + String(repeating: "é", count: 79)
    #expect(lines.contains("1 | \(before)x\(String(repeating: "é", count: 59))…"))
  }
}
