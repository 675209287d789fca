import CallboardDiagnostics
import CallboardDocs
import Testing

@Suite struct FrontMatterTests {
  @Test func readsWhatItSaysOfSearch() {
    let boosts = [
      "search: {boost: 2}": 2.0, "search: {boost: 0.5}": 0.5, "search: {boost: much}": 1,
    ]
    for (text, boost) in boosts {
      let read = FrontMatter.read(text, firstLine: 2, file: SourcePath(repository: "r", path: "p"))
      #expect(read.output.searchBoost == boost)
      #expect(!read.output.isExcludedFromSearch)
    }
  }

  @Test func placesAFaultAtItsLineOfThePage() throws {
    let file = SourcePath(repository: "shop", path: "docs/a.md")
    let read = FrontMatter.read("title: a\n  b: : c\n", firstLine: 2, file: file)
    let finding = try #require(read.diagnostics.first)
    #expect(finding.span?.range.lowerBound.line == 3)
    #expect(finding.severity == .warning, "the page itself is shown")
  }

  @Test func takesTitleAndDescription() {
    let file = SourcePath(repository: "shop", path: "docs/a.md")
    let read = FrontMatter.read("title: A\ndescription: B\n", firstLine: 2, file: file)
    #expect(read.output.title == "A")
    #expect(read.output.description == "B")
    #expect(read.diagnostics.isEmpty)
  }

  @Test func takesWhatMaterialForMkDocsKnows() {
    let file = SourcePath(repository: "shop", path: "docs/a.md")
    let read = FrontMatter.read(
      "status: new\ntags: [x, 2, true, {a: b}]\nhide: [navigation, toc, feedback]\nsearch: {exclude: true}\n",
      firstLine: 2,
      file: file
    )
    #expect(read.output.status == "new")
    #expect(read.output.tags == ["x", "2", "true"])
    #expect(read.output.hidden == [.navigation, .contents])
    #expect(read.output.isExcludedFromSearch)
    #expect(FrontMatter.read("hide: toc\n", firstLine: 2, file: file).output.hidden == .contents)
    #expect(FrontMatter.read("tags: {a: b}\n", firstLine: 2, file: file).output.tags == [])
  }
}
