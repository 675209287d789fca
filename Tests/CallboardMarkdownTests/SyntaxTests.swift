import CallboardHTML
import Testing

@testable import CallboardMarkdown

@Suite struct SyntaxTests {
  private func opener(_ line: String) -> ContainerOpener? {
    Array(line.utf8).withUnsafeBufferPointer { ContainerOpener.parse($0, at: 0) }
  }

  @Test func readsContainerOpeners() {
    #expect(opener("!!! note")?.words == ["note"])
    #expect(opener("!!!Note inline")?.words == ["note", "inline"])
    #expect(opener("!!! note \"a \"b\" c\"  \n")?.title == 10..<17)
    #expect(opener("!!! note \"\"")?.title == 10..<10)
    #expect(opener("???+ tip")?.style == .details(isOpen: true))
    #expect(opener("=== \"A\"")?.style == .tab(startsSet: false, isChosen: false))
    #expect(opener("===! \"A\"")?.style == .tab(startsSet: true, isChosen: false))
    #expect(opener("===+! \"A\"")?.style == .tab(startsSet: true, isChosen: true))
    #expect(opener("//// note | T")?.fenceLength == 4)
    #expect(opener("/// tab | T")?.style == .tab(startsSet: false, isChosen: false))
  }

  @Test func readsNothingElse() {
    let lines = [
      "!!!", "!! note", "!!! note \"open", "!!! note: x", "???", "????", "=== Tab", "====", "===",
      "/// unknown", "///", "// note", "/// note x", "/// <summary>",
    ]
    for line in lines { #expect(opener(line) == nil, "\(line)") }
  }

  @Test func readsFenceInfo() {
    #expect(FenceInfo.parse("") == FenceInfo())
    #expect(FenceInfo.parse("Py") == FenceInfo(language: "py"))
    #expect(FenceInfo.parse("sh title='x y'") == FenceInfo(language: "sh", title: "x y"))
    #expect(FenceInfo.parse("title=\"x\"") == FenceInfo(title: "x"))
    #expect(
      FenceInfo.parse("{ .c++ linenums=1 }") == FenceInfo(language: "c++", firstLineNumber: 1)
    )
    #expect(
      FenceInfo.parse("js hl_lines=\"2-3 5,9-7 x\" linenums=\"5 2\"")
        == FenceInfo(language: "js", highlightedLines: [2...3, 5...5], firstLineNumber: 5)
    )
    #expect(FenceInfo.parse("rust,ignore") == FenceInfo(language: "rust"))
    #expect(FenceInfo.parse("a\"b") == FenceInfo())
    #expect(FenceInfo.parse("x linenums=\"-4\"") == FenceInfo(language: "x"))
    #expect(FenceInfo.parse("{broken") == FenceInfo(language: "broken"))
  }

  @Test func readsAttributeLists() throws {
    let list = try #require(AttributeList.trailing(Array("T { #a .b .c k='v w' flag }".utf8)))
    #expect(list.prefixLength == 1)
    #expect(list.0.id == "a")
    #expect(list.0.classes == ["b", "c"])
    #expect(list.0["k"] == "v w")
    #expect(list.0["flag"] == "flag")
    #expect(AttributeList.trailing(Array("T {: #a}".utf8))?.0.id == "a")
    #expect(AttributeList.trailing(Array("T {:flag}".utf8))?.0["flag"] == "flag")
  }

  @Test func leavesBracesThatAreNoAttributeList() {
    for text in ["T", "T {}", "T { a, b }", "T{#a}", "T {a=\"b}", "T {#}", "T }", "T {name}"] {
      #expect(AttributeList.trailing(Array(text.utf8)) == nil, "\(text)")
    }
  }

  @Test func numbersIDsAsMkDocsDoes() {
    var ids = UniqueIDs(numbering: .mkdocs)
    let given = ["a", "a", "a_1", "a", "", "", "b_9", "b_9", "c_099", "c_099"].map { ids.claim($0) }
    #expect(given == ["a", "a_1", "a_2", "a_3", "_1", "_2", "b_9", "b_10", "c_099", "c_100"])
  }

  /// The shortcut through successors must not change what counting up one by one would give.
  @Test func numbersIDsAsCountingUpWould() {
    var state: UInt32 = 7
    var ids = UniqueIDs(numbering: .mkdocs)
    var taken: Set<String> = []
    for _ in 0..<2_000 {
      state = state &* 1_664_525 &+ 1_013_904_223
      let base = ["a", "b", "a_1", "a_2", "b_01", "a_1_1", ""][Int(state >> 16) % 7]
      var expected = base
      while expected.isEmpty || taken.contains(expected) {
        let parts = expected.split(separator: "_", omittingEmptySubsequences: false)
        if parts.count > 1, let last = parts.last, let number = Int(last) {
          expected = parts.dropLast().joined(separator: "_") + "_\(number + 1)"
        } else {
          expected += "_1"
        }
      }
      taken.insert(expected)
      #expect(ids.claim(base) == expected)
    }
  }

  @Test func wrapsOnlyLinesThatAreMarked() {
    let lines = CodeLines(FenceInfo(highlightedLines: [2...2]))
    let marked = lines.mark(HTML(literal: "a\n<span class=\"s\">b</span>\nc"))
    #expect(
      String(decoding: marked.bytes, as: UTF8.self)
        == "a\n<span class=\"hll\"><span class=\"s\">b</span>\n</span>c"
    )
  }

  @Test func repairsTextAsTheStandardLibraryDoes() {
    var state: UInt32 = 1
    let alphabet: [UInt8] = [
      0x41, 0x0A, 0x80, 0xBF, 0xC0, 0xC2, 0xE0, 0xA0, 0xED, 0xEF, 0xF0, 0x90, 0xF4, 0x8F, 0xF5,
      0xFF,
    ]
    for _ in 0..<5_000 {
      let bytes = (0..<8).map { _ in
        state = state &* 1_664_525 &+ 1_013_904_223
        return alphabet[Int(state >> 20) % alphabet.count]
      }
      let expected = Array(String(decoding: bytes, as: UTF8.self).utf8)
      #expect((TextRepair.repair(bytes)?.text ?? bytes) == expected, "\(bytes)")
    }
    #expect(TextRepair.repair([0x0A, 0x61, 0x00])?.firstLine == 2)
    #expect(TextRepair.repair([0x0A, 0x61]) == nil)
  }

  @Test func repairsWhatStandsBetweenRunsOfPlainText() {
    var state: UInt32 = 7
    func next(below limit: Int) -> Int {
      state = state &* 1_664_525 &+ 1_013_904_223
      return Int(state >> 16) % limit
    }
    for _ in 0..<3_000 {
      var bytes: [UInt8] = []
      for _ in 0..<3 {
        bytes += (0..<next(below: 20)).map { _ in next(below: 9) == 0 ? 0x0A : 0x61 }
        bytes += [[0x00], [0xC3, 0xA4], [0x80], [0xF0, 0x9F], []][next(below: 5)]
      }
      let text = String(decoding: bytes, as: UTF8.self)
      let expected = Array(text.replacing("\0", with: "\u{FFFD}").utf8)
      let repaired = TextRepair.repair(bytes)
      #expect((repaired?.text ?? bytes) == expected, "\(bytes)")
      let first = zip(expected, bytes + [0x00]).enumerated().first { $0.element.0 != $0.element.1 }
      let line = first.map { bytes[..<$0.offset].count { $0 == 0x0A } + 1 }
      #expect(repaired?.firstLine == line, "\(bytes)")
    }
  }

  @Test func putsInSymbols() {
    let cases = [
      ("a --> b <-- c <--> d", "a → b ← c ↔ d"),
      ("(c) (tm) (r) +/- =/=", "© ™ ® ± ≠"),
      ("1/2 cup, 3/4.", "½ cup, ¾."),
      ("c/o x", "℅ x"),
    ]
    for (text, expected) in cases {
      let replaced = Array(text.utf8).withUnsafeBufferPointer(SmartSymbols.replace)
      #expect(replaced.map { String(decoding: $0, as: UTF8.self) } == expected)
    }
    for text in [
      "11/2", "1/2/2024", "1/21", "--->", "<---", "src/o", "c/oo", "a/1/2", "v1.1/2", "",
    ] {
      let replaced = Array(text.utf8).withUnsafeBufferPointer(SmartSymbols.replace)
      #expect(replaced == nil, "\(text)")
    }
  }
}
