import CallboardDiagnostics
import CallboardYAML
import Testing

@Suite struct PositionTests {
  @Test func countsColumnsInBytes() throws {
    let root = try #require(read("ä: [é, x]\nb: 'ü' # 日本\nc:\n  d: 日本\n").output.first?.root)
    #expect(place(root["ä"]?.sequence?.last) == "1:10-1:11")
    #expect(place(root["b"]) == "2:4-2:8")
    #expect(place(root["c"]?["d"]) == "4:6-4:12")
    #expect(place(root) == "1:1-4:12")
  }

  @Test func findsPlacesFarIntoTextThatIsNotASCII() throws {
    let filler = (0..<300).map { "k\($0): é\($0)" }.joined(separator: "\n")
    let root = try #require(read("\(filler)\nlast: ü x\n").output.first?.root)
    #expect(place(root["last"]) == "301:7-301:11")
    #expect(place(root["k299"]) == "300:7-300:12")
  }

  @Test func spansKeysAndValues() throws {
    let root = try #require(
      read("metadata:\n  name: a\n\n# end\nspec:\n  owner: b\n").output.first?.root
    )
    let mapping = try #require(root.mapping)
    let key = try #require(mapping.entry(for: "spec")).keySpan(in: testFile)
    #expect(key.range.lowerBound == SourceSpan.Position(line: 5, column: 1))
    #expect(key.range.upperBound == SourceSpan.Position(line: 5, column: 5))
    #expect(place(root["metadata"]) == "2:3-2:10")
  }

  @Test func countsLinesAcrossDocuments() {
    let all = read("a: 1\n---\n# é\nb: é\n---\nc: [\n")
    #expect(place(all.output[1].root["b"]) == "4:4-4:6")
    #expect(all.findings.count == 1)
    #expect(all.diagnostics.first?.span?.range.lowerBound.line ?? 0 >= 6)
  }

  @Test func doesNotTakeUnicodeLineSeparatorsForLines() {
    let all = read("a: \"x\u{2028}y\u{85}z\"\nb: 1\n")
    #expect(place(all.output.first?.root["b"]) == "2:4-2:5")
  }

  @Test func givesAnAliasItsOwnPlace() {
    let root = read("a: &x\n  b: 1\nc: *x\n").output.first?.root
    #expect(place(root?["c"]) == "3:4-3:6")
    #expect(place(root?["c"]?["b"]) == "2:6-2:7")
  }

  @Test func tellsHowAScalarWasWritten() {
    let root = read("a: x\nb: 'x'\nc: |\n  x\nd: >\n  x\n").output.first?.root
    #expect(["a", "b", "c", "d"].map { root?[$0]?.style } == [.plain, .quoted, .literal, .folded])
  }
}
