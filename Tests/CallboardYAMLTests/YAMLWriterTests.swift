import CallboardDiagnostics
import CallboardYAML
import Testing

@Suite struct YAMLWriterTests {
  private func root(_ text: String) throws -> YAMLValue {
    let file = SourcePath(repository: "", path: "x.yaml")
    let parsed = YAMLParser.document(Array(text.utf8), file: file)
    return try #require(parsed.output, "\(parsed.diagnostics) in\n\(text)").value
  }

  @Test func writesBlocks() throws {
    let text = """
      a: 1
      b:
        - x
        - c: true
          d:
            - []
            -
              - {}
        - "1.0"
      e: |
        two
          lines
      f: null

      """
    #expect(YAMLWriter.text(of: try root(text)) == text)
  }

  @Test func writesATaggedItemAsOneWithoutATag() throws {
    let file = SourcePath(repository: "", path: "x.yaml")
    let parsed = YAMLParser.document(
      Array("- !x {a: ~}\n- !y [1]\n".utf8),
      file: file,
      options: YAMLOptions(foreignTags: .opaque)
    )
    let text = YAMLWriter.text(of: try #require(parsed.output).value)
    #expect(text == "- a: null\n-\n  - 1\n")
    #expect(YAMLWriter.text(of: try root(text)) == text)
  }

  @Test(arguments: [(".inf", ".inf"), ("-1e999", "-.inf"), (".NaN", ".nan")])
  func writesWhatIsNotFiniteAsYAMLSpellsIt(read: String, written: String) throws {
    #expect(YAMLWriter.text(of: try root("a: \(read)\n")) == "a: \(written)\n")
  }

  @Test func readsBackAsTheSameValue() throws {
    let strings = [
      "", " ", "a", "a b", "a: b", "a:", "a #b", "#a", "- a", "-", "? a", "*a", "&a", "!a", "%a",
      "@a",
      "`a", "'a'", "\"a\"", "[a", "{a", "a, b", "~", "null", "true", "no", "1", "1.0", "0x1f",
      ".inf",
      "2024-01-01", "a\\b", "a\nb", "a\nb\n", "a\nb\n\n", "\na", " a\nb", "a\n b\n", "\n", "a\tb",
      "é🎭",
      "\u{7f}", "\u{85}", "\u{2028}", "\u{feff}a", "---", "...", "a\r\nb", "<<", "=", "$ref",
      "/a/{b}",
      "#/components/schemas/A", "a\n\n\nb", "x\n---\ny\n",
    ]
    var problems: [String] = []
    for text in strings {
      let value = YAMLValue.mapping(
        YAMLMapping([
          entry("k", .string(text)), entry("l", .sequence([node(.string(text)), node(.null)])),
          entry("m", .mapping(YAMLMapping([entry(text, .string(text)), entry("z", .int(1))]))),
        ])
      )
      let written = YAMLWriter.text(of: value)
      let read = try root(written)
      if shown(read) != shown(value) { problems.append("'\(text)' became\n\(written)") }
    }
    #expect(problems.isEmpty)
    for scalar in ["true", "7", "-1.5", "null", "[]", "{}"] {
      #expect(YAMLWriter.text(of: try root("a: \(scalar)")) == "a: \(scalar)\n")
    }
  }

  private func node(_ value: YAMLValue) -> YAMLNode {
    let start = SourceSpan.Position(line: 1, column: 1)
    return YAMLNode(value, range: start..<start)
  }

  private func entry(_ key: String, _ value: YAMLValue) -> YAMLMapping.Entry {
    let start = SourceSpan.Position(line: 1, column: 1)
    return YAMLMapping.Entry(key: key, keyRange: start..<start, value: node(value))
  }

  /// The value with its types.
  private func shown(_ value: YAMLValue) -> String {
    switch value {
    case .sequence(let items): "[\(items.map { shown($0.value) }.joined(separator: ","))]"
    case .mapping(let mapping):
      "{\(mapping.entries.map { "\($0.key.debugDescription):\(shown($0.value.value))" }.joined(separator: ","))}"
    case .string(let text): text.debugDescription
    default: "\(value.typeName) \(value.flowText(limit: 100) ?? "")"
    }
  }
}
