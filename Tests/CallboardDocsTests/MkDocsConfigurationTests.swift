import CallboardDiagnostics
import CallboardDocs
import Testing

@Suite struct MkDocsConfigurationTests {
  private static let file = SourcePath(repository: "shop", path: "mkdocs.yml")

  private static func read(_ text: String) -> Diagnosed<MkDocsConfiguration> {
    MkDocsConfiguration.read(Array(text.utf8), file: file)
  }

  @Test func readsTagsOfPythonAsData() {
    let read = Self.read(
      """
      site_name: !ENV [NAME, "Shop"]
      markdown_extensions:
        - pymdownx.emoji:
            emoji_index: !!python/name:material.extensions.emoji.twemoji
      """
    )
    #expect(read.diagnostics.isEmpty)
    #expect(read.output.docsFolder == "docs")
  }

  @Test func readsEveryFormOfANavigationEntry() throws {
    let read = Self.read(
      """
      nav:
        - index.md
        - Set up: setup.md
        - Guides:
            - guide/a.md
            - Forge: https://forge.example/
      """
    )
    #expect(read.diagnostics.isEmpty)
    let entries = try #require(read.output.navigation)
    try #require(entries.count == 3)
    guard case .target(nil, "index.md", let span) = entries[0],
      case .target("Set up", "setup.md", _) = entries[1],
      case .section("Guides", let nested) = entries[2]
    else {
      Issue.record("\(entries)")
      return
    }
    #expect(span.range.lowerBound == .init(line: 2, column: 5))
    #expect(nested.count == 2)
  }

  @Test func reportsAnEntryThatIsNeitherPathNorTitle() {
    let read = Self.read("nav:\n  - [a, b]\n")
    #expect(read.diagnostics.map(\.id.rawValue) == ["navigation-not-a-list"])
  }

  @Test func saysWhatItDoesNotRun() {
    let read = Self.read("site_name: x\nhooks: [a.py]\nINHERIT: ../base.yml\n")
    #expect(read.diagnostics.map(\.severity) == [.note, .note])
  }

  @Test func keepsDocsReadableWhenTheFileIsBroken() {
    let read = Self.read("- just a list\n")
    #expect(read.diagnostics.map(\.id.rawValue) == ["mkdocs-not-a-mapping"])
    #expect(read.output.docsFolder == "docs")
  }
}

@Suite struct FrontMatterTests {
  @Test func placesAFaultAtItsLineOfThePage() throws {
    let file = SourcePath(repository: "shop", path: "docs/a.md")
    let read = FrontMatter.read("title: a\n  b: : c\n", firstLine: 2, file: file)
    let finding = try #require(read.diagnostics.first)
    #expect(finding.span?.range.lowerBound.line == 3)
    #expect(finding.severity == .warning, "the page itself is shown")
  }

  @Test func takesTitleAndDescription() {
    let file = SourcePath(repository: "shop", path: "docs/a.md")
    let read = FrontMatter.read("title: A\ndescription: B\ntags: [x]\n", firstLine: 2, file: file)
    #expect(read.output.title == "A")
    #expect(read.output.description == "B")
    #expect(read.diagnostics.isEmpty)
  }
}
