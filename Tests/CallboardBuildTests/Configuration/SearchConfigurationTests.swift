import CallboardBuild
import CallboardDiagnostics
import CallboardSearch
import Testing

/// The part `search` of `site.yaml`.
@Suite struct SearchConfigurationTests {
  private func read(_ text: String) -> Diagnosed<SiteConfiguration> {
    SiteConfiguration.read(
      Array("sources: [{path: .}]\n\(text)\n".utf8),
      file: SourcePath(repository: "", path: "site.yaml"),
      folder: "."
    )
  }

  @Test func takesTheRulesOfTheSitesLanguageUnlessToldOtherwise() {
    let cases: [(String, SearchOptions.Language)] = [
      ("", .english),
      ("site: {language: en-GB}", .english),
      ("site: {language: EN}", .english),
      ("site: {language: de}", .none),
      ("site: {language: enm}", .none),
      ("site: {language: de}\nsearch: {language: english}", .english),
      ("search: {language: none}", .none),
      ("search: {}", .english),
    ]
    for (text, language) in cases {
      let site = read(text)
      #expect(site.output.search.language == language, "\(text)")
      #expect(site.diagnostics.isEmpty, "\(text)")
    }
  }

  @Test func refusesALanguageWithoutRules() {
    let site = read("search: {language: klingon}")
    #expect(site.diagnostics.map(\.id.rawValue) == ["search-language-unknown"])
    #expect(site.diagnostics.first?.span?.range.lowerBound.column == 20)
  }
}
