import CallboardDiagnostics
import CallboardYAML
import Testing

@Suite struct StreamTests {
  @Test func readsAllDocumentsAndLeavesOutEmptyOnes() {
    let all = read("# nothing\n---\na: 1\n---\n# empty\n---\nnull\n--- b\n...\n# c\n--- [c]\n")
    #expect(all.output.map(\.index) == [0, 1, 2])
    #expect(all.output.map { $0.root.value.flowText(limit: 99) } == ["{ a: 1 }", "b", "[ c ]"])
    #expect(all.diagnostics.isEmpty)
  }

  @Test func readsEmptyInputAsNoDocuments() {
    for text in ["", "\n", "\u{FEFF}", "---", "---\n...\n---\n", "# a\n#b", "\u{FEFF}\n\n"] {
      #expect(read(text).output.isEmpty)
      #expect(read(text).diagnostics.isEmpty)
    }
  }

  @Test func losesOnlyTheDocumentWithTheSyntaxError() {
    let all = read("a: 1\n---\nb: \"open\nc: 2\n---\nd: [1\n---\ne: 5\n")
    #expect(all.output.map(\.index) == [0, 3])
    #expect(all.output.last?.root["e"].map { place($0) } == "8:4-8:5")
    #expect(all.findings == ["yaml-syntax 3:4", "yaml-syntax 7:1"])
  }

  @Test func keepsDirectivesWithTheirDocument() {
    let all = read(
      "%YAML 1.2\n%TAG !x! tag:yaml.org,2002:\n---\na: !x!str 1\n...\n%YAML 1.2\n---\nb: 2\n"
    )
    #expect(all.findings.isEmpty)
    #expect(all.output.map { $0.root.value.flowText(limit: 99) } == ["{ a: 1 }", "{ b: 2 }"])
  }

  @Test func endsBlockScalarsAtTheMarker() {
    #expect(flow("a: |\n  text\n---\nb: 1\n") == ["{ a: text\n }", "{ b: 1 }"])
  }

  @Test func stripsTheByteOrderMarkAndReadsCRLF() {
    let all = read("\u{FEFF}a: 1\r\nb:\r\n  - x\r\n---\r\nc: 2\r\n")
    #expect(
      all.output.map { $0.root.value.flowText(limit: 99) } == ["{ a: 1, b: [ x ] }", "{ c: 2 }"]
    )
    #expect(place(all.output[0].root["a"]) == "1:4-1:5")
    #expect(place(all.output[1].root["c"]) == "5:4-5:5")
  }

  @Test func refusesEncodingsOtherThanUTF8AtTheirLine() {
    func findings(_ bytes: [UInt8]) -> [String] {
      YAMLParser.documents(bytes, file: testFile).findings
    }
    #expect(findings([0xFF, 0xFE, 0x61, 0x00]) == ["yaml-encoding 1:1"])
    #expect(findings([0xFE, 0xFF, 0x00, 0x61]) == ["yaml-encoding 1:1"])
    #expect(findings(Array("a: 1\nb: é\nc: ".utf8) + [0xC3, 0x28]) == ["yaml-encoding 3:5"])
    #expect(findings(Array("a: 1\nb: x\u{1}y\n".utf8)) == ["yaml-encoding 2:5"])
    #expect(findings(Array("a: 1\nb: x\u{0}y\n".utf8)) == ["yaml-encoding 2:5"])
    #expect(findings([0xED, 0xA0, 0x80]) == ["yaml-encoding 1:1"])
  }

  @Test func namesBothLinesOfADuplicateKey() throws {
    let all = read("ok: 1\n---\na: 1\nb:\n  c: 1\n  c: 2\na: 3\n---\nok: 2\n")
    #expect(all.output.map(\.index) == [0, 2])
    #expect(all.findings == ["yaml-duplicate-key 6:3", "yaml-duplicate-key 7:1"])
    let second = try #require(all.diagnostics.last)
    #expect(second.summary.contains("lines 3 and 7"))
    #expect(second.notes.first?.span?.range.lowerBound.line == 3)
  }

  @Test func findsDuplicatesAmongManyKeys() {
    let keys = (0..<200).map { "k\($0): \($0)" }.joined(separator: "\n")
    #expect(read(keys).findings.isEmpty)
    #expect(read(keys + "\nk7: 1").findings == ["yaml-duplicate-key 201:1"])
    #expect(read(keys).output.first?.root["k199"]?.int == 199)
  }

  @Test func refusesForeignTagsUnlessOpaque() throws {
    let text = "a: !ENV [X, y]\nb: !!python/name:os.system ''\nc: !x {d: 1}\n"
    #expect(read(text).findings == ["yaml-tag 1:4"])
    let node = try #require(read(text, YAMLOptions(foreignTags: .opaque)).output.first?.root)
    guard case .tagged("!ENV", let list) = node["a"]?.value,
      case .tagged("tag:yaml.org,2002:python/name:os.system", let scalar) = node["b"]?.value,
      case .tagged("!x", let mapping) = node["c"]?.value
    else {
      Issue.record("a tag was lost")
      return
    }
    #expect(list.sequence?.count == 2)
    #expect(scalar.string == "")
    #expect(mapping["d"]?.int == 1)
  }

  @Test func readsTheFirstOfSeveralDocumentsWhereOneIsWanted() {
    let one = YAMLParser.document(Array("a: 1\n---\nb: 2\n".utf8), file: testFile)
    #expect(one.output?["a"]?.int == 1)
    #expect(one.diagnostics.map(\.id) == [.yamlSecondDocument])
    #expect(YAMLParser.document([], file: testFile).output == nil)
  }
}
