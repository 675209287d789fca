import CallboardDiagnostics
import Testing

@testable import CallboardMarkdown

@Suite struct PageExpansionTests {
  private func expand(
    _ text: String,
    _ files: [String: String] = [:]
  ) -> PageExpansion.Expanded {
    PageExpansion.expand(Array(text.utf8), page: page) { name in
      files[name].map { .found(path: name, bytes: Array($0.utf8)) } ?? .missing
    }
  }

  private func text(_ expanded: PageExpansion.Expanded) -> String {
    String(decoding: expanded.source, as: UTF8.self)
  }

  private func ids(_ expanded: PageExpansion.Expanded) -> [String] {
    expanded.diagnostics.map(\.id.rawValue)
  }

  @Test func givesBackAPageWithoutIncludesAsItIs() {
    for source in ["\u{FEFF}a\r\nb", "8<- {! text !}", "{{ x }} {!}"] {
      let expanded = expand(source)
      #expect(expanded.source == Array(source.utf8), "\(source)")
      #expect(expanded.lines.isEmpty)
      #expect(expanded.diagnostics.isEmpty)
    }
  }

  @Test func readsLinesOfAFile() {
    let files = ["f": "1\n2\n3\n4\n5"]
    let cases: [(String, String)] = [
      ("f", "1 2 3 4 5"), ("f:2:3", "2 3"), ("f::2", "1 2"), ("f:4", "4 5"), ("f:4:", "4 5"),
      ("f:1:1,4:5", "1 4 5"), ("f:-2", "4 5"), ("f:-2:-2", "4"), ("f:7:9", ""), ("f:3:2", ""),
      ("f:0:99999999999999999999", "1 2 3 4 5"), ("f:-9223372036854775808:2", "1 2"),
    ]
    for (name, expected) in cases {
      let lines = text(expand("--8<-- \"\(name)\"\n", files)).split(separator: "\n")
      #expect(lines.joined(separator: " ") == expected, "\(name)")
    }
  }

  @Test func keepsTheLineEndsOfOtherSystemsOut() {
    let expanded = expand("a\r\n--8<-- \"f\"\r\nb\r\n", ["f": "\u{FEFF}x\ry"])
    #expect(text(expanded) == "a\nx\ny\nb\n")
  }

  @Test func tellsTheFileAndLineOfEveryPosition() {
    let expanded = expand(
      "# A\n\n  --8<-- \"f\"\nlast\n",
      ["f": "one\n--8<-- \"g\"\nthree\n", "g": "inner\n"]
    )
    #expect(text(expanded) == "# A\n\n  one\n  inner\n  three\nlast\n")
    let places = (1...6).map { line -> String in
      let position = SourceSpan.Position(line: line, column: 3)
      let span = expanded.lines.span(of: position, in: page)
      return "\(span.file.path):\(span.range.lowerBound.line):\(span.range.lowerBound.column)"
    }
    #expect(places == ["page.md:1:3", "page.md:2:3", "f:1:1", "g:1:1", "f:3:1", "page.md:4:3"])
  }

  @Test func saysOfFindingsInIncludedFilesWhereTheyLie() throws {
    let expanded = expand("# A\n\n--8<-- \"f.md\"\n", ["f.md": "ok\n\n<script>x</script>\n"])
    let request = WorkerRequest(
      file: page,
      source: expanded.source,
      includedLines: expanded.lines
    )
    let decoded = try #require(WorkerRequest.decode(request.encode()))
    #expect(decoded == request)
    let rendered = MarkdownRenderer.render(decoded, options: MarkdownOptions())
    let span = try #require(rendered.diagnostics.first?.span)
    #expect(span.file.path == "f.md")
    #expect(span.range.lowerBound.line == 3)
    let encoded = DocumentCoder.encode(rendered, of: page)
    #expect(DocumentCoder.decode(encoded, file: page) == rendered)
    // The same page elsewhere includes the same file of that repository.
    let other = SourcePath(repository: "other", path: "x.md")
    let elsewhere = DocumentCoder.decode(encoded, file: other)
    #expect(elsewhere?.diagnostics.first?.span?.file.description == "other:f.md")
  }

  @Test func makesPagesOfOtherIncludesDifferent() {
    let same = expand("--8<-- \"a\"\n", ["a": "x\n"])
    let moved = expand("--8<-- \"b\"\n", ["b": "x\n"])
    #expect(same.source == moved.source)
    let contents = [same, moved].map {
      WorkerRequest(file: page, source: $0.source, includedLines: $0.lines).content
    }
    #expect(contents[0] != contents[1])
    #expect(WorkerRequest(file: page, source: [1, 2]).content == [1, 2])
  }

  private let limits = MarkdownOptions.Limits()

  @Test func endsCyclesAndDepth() {
    #expect(ids(expand("--8<-- \"a\"\n", ["a": "--8<-- \"a\"\n"])) == ["markdown-include-cycle"])
    #expect(ids(expand("--8<-- \"page.md\"\n", ["page.md": "x"])) == ["markdown-include-cycle"])
    var files: [String: String] = [:]
    for depth in 0..<30 { files["f\(depth)"] = "\(depth)\n--8<-- \"f\(depth + 1)\"\n" }
    let deep = expand("--8<-- \"f0\"\n", files)
    #expect(ids(deep) == ["markdown-include-limit"])
    #expect(text(deep).split(separator: "\n").count == limits.includeDepth)
  }

  @Test func endsBombs() {
    // Ten levels of ten includes each would be ten thousand million lines.
    var files: [String: String] = [:]
    for depth in 0..<10 {
      files["f\(depth)"] = String(repeating: "--8<-- \"f\(depth + 1)\"\n", count: 10)
    }
    let bomb = expand("--8<-- \"f0\"\n", files)
    #expect(ids(bomb).last == "markdown-include-limit")
    #expect(bomb.diagnostics.count <= limits.includes + 1)
    let many = expand(String(repeating: "--8<-- \"missing\"\n", count: 10_000))
    #expect(many.diagnostics.count == limits.includes + 1)
    let big = ["big": String(repeating: "x", count: 1 << 20)]
    let large = expand(String(repeating: "--8<-- \"big\"\n", count: 100), big)
    #expect(ids(large) == ["markdown-include-limit"])
    #expect(large.source.count <= limits.includedBytes)
  }

  @Test func readsDirectives() {
    let cases: [(String, IncludeDirective?)] = [
      ("--8<-- \"a b.md\"", .file(8..<14)), ("  -8<- 'x'  ", .file(8..<9)),
      ("--8<--", .list), ("----8<----  ", .list), (";--8<-- \"x\"", .escaped(0)),
      ("# --8<-- [start: Main ]", .sectionStart("main")),
      ("<!-- --8<-- [end:x] -->", .sectionEnd("x")), ("a --8<-- \"x\"", nil),
      ("--8<--\"x\"", nil), ("--8<-- x", nil), ("8<- \"x\"", nil), ("--8<-- \"\"", nil),
      ("18 8 8<", nil), ("--8<-- \"x", nil), ("--8<-- [middle:x]", nil),
    ]
    for (line, expected) in cases {
      #expect(IncludeDirective.parse(Array(line.utf8)[...]) == expected, "\(line)")
    }
  }
}
