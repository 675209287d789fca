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
}
