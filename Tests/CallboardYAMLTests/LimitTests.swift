import CallboardDiagnostics
import CallboardYAML
import Testing

@Suite struct LimitTests {
  private func limited(_ change: (inout YAMLLimits) -> Void) -> YAMLOptions {
    var limits = YAMLLimits()
    change(&limits)
    return YAMLOptions(limits: limits)
  }

  @Test func refusesFilesThatAreTooLarge() {
    let options = limited { $0.size = 4 }
    #expect(read("a: 1", options).findings.isEmpty)
    #expect(read("a: 12", options).findings == ["limit-yaml-size 1:1"])
  }

  @Test func stopsAtTheDepthLimit() {
    let deep = String(repeating: "[", count: 64) + String(repeating: "]", count: 64)
    #expect(read(deep).findings.isEmpty)
    #expect(read("[\(deep)]").findings == ["limit-yaml-depth 1:65"])
    #expect(read(String(repeating: "[", count: 200_000)).findings == ["limit-yaml-depth 1:65"])
    #expect(read(String(repeating: "{a: ", count: 50_000)).findings.count == 1)
    #expect(read(String(repeating: "- ", count: 50_000)).findings == ["limit-yaml-depth 1:129"])
    #expect(read("[\(deep)]\n---\na: 1").output.map(\.index) == [1])
  }

  @Test func countsDepthThroughAliases() {
    let forty = String(repeating: "[", count: 40) + String(repeating: "]", count: 40)
    let twenty = String(repeating: "[", count: 20)
    let open = "a: &x \(forty)\nb: \(twenty)*x\(String(repeating: "]", count: 20))\n"
    #expect(read(open).findings.isEmpty)
    let more = "a: &x \(forty)\nb: [[[[\(twenty)*x\(String(repeating: "]", count: 24))\n"
    #expect(read(more).findings == ["limit-yaml-depth 2:28"])
  }

  @Test func countsNodesAsIfAliasesWereExpanded() {
    var bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    for level in 1...9 {
      let uses = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
      bomb += "a\(level): &a\(level) [\(uses)]\n"
    }
    let all = read("ok: 1\n---\n\(bomb)---\nnever: 1\n")
    #expect(all.output.count == 1)
    #expect(all.diagnostics.map(\.id) == [.limitYAMLNodes])
  }

  @Test func countsEveryValueOnce() {
    // The mapping, its two keys, the list and three values.
    let text = "a: [1, 2]\nb: 3\n"
    #expect(read(text, limited { $0.nodes = 7 }).findings.isEmpty)
    #expect(read(text, limited { $0.nodes = 6 }).diagnostics.map(\.id) == [.limitYAMLNodes])
  }

  @Test func refusesTooManyAliases() {
    let text = "a: &x 1\nb: [*x, *x, *x]\n"
    #expect(read(text, limited { $0.aliases = 3 }).findings.isEmpty)
    #expect(read(text, limited { $0.aliases = 2 }).findings == ["limit-yaml-aliases 2:13"])
  }

  @Test func refusesAliasesToThemselvesAndToNothing() {
    #expect(read("a: &x [1, *x]").findings == ["yaml-alias 1:11"])
    #expect(read("&x a: {b: *y}").findings == ["yaml-alias 1:11"])
    #expect(read("a: &x 1\n---\nb: *x").findings == ["yaml-alias 3:4"])
  }

  @Test func takesAnAnchorThatIsDefinedAgain() {
    #expect(flow("[&x 1, *x, &x 2, *x]") == ["[ 1, 1, 2, 2 ]"])
  }

  @Test func stopsAfterTooManyDocuments() {
    let all = read("a\n---\nb\n---\nc\n---\nd\n", limited { $0.documents = 2 })
    #expect(all.output.count == 2)
    #expect(all.findings == ["limit-yaml-documents 4:1"])
  }

  @Test func refusesKeysThatAreTooLong() {
    let key = String(repeating: "k", count: 1_025)
    #expect(read("? \(key)\n: 1").findings == ["limit-yaml-key 1:3"])
    let nested =
      "a: &a [xxxxxxxx, xxxxxxxx]\nb: &b [*a, *a, *a, *a, *a, *a, *a, *a]\n"
      + "? [*b, *b, *b, *b, *b, *b, *b, *b, *b]\n: 1\n"
    #expect(read(nested).findings == ["limit-yaml-key 3:3"])
  }

  @Test func survivesEveryTruncationAndManyMutations() {
    let text = Array(
      """
      %YAML 1.2
      ---
      a: &x {b: [1, 'é', "\\u00e9"], ? k : v}
      c: *x
      d: |
        text
      ...
      --- !!map
      e: !t x
      """.utf8
    )
    for length in 0...text.count {
      _ = YAMLParser.documents(Array(text.prefix(length)), file: testFile)
    }
    var state: UInt64 = 42
    for _ in 0..<3_000 {
      var bytes = text
      for _ in 0..<3 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        bytes[Int(state >> 33) % bytes.count] = UInt8(truncatingIfNeeded: state >> 20)
      }
      let all = YAMLParser.documents(bytes, file: testFile)
      #expect(all.diagnostics.allSatisfy { $0.span != nil })
    }
  }
}
