import CallboardHighlight
import CallboardTestSupport
import Testing

@Suite struct LanguageTests {
  @Test func findsTheTokensOfEachLanguage() {
    #expect(LanguageSamples.all.count >= 49)
    for (language, marked) in LanguageSamples.all {
      let found = MarkedCode.marked(MarkedCode.plain(marked), language)
      #expect(found == marked, "\(language)")
    }
  }

  @Test func hasASampleOfEachLanguage() {
    let sampled = LanguageSamples.all.map(\.language)
    for names in Highlighter.languages {
      #expect(names.contains { sampled.contains($0) }, "\(names[0])")
    }
  }

  @Test func givesNoNameToTwoLanguages() {
    let names = Highlighter.languages.flatMap(\.self)
    #expect(Set(names).count == names.count)
    #expect(names.allSatisfy { $0 == $0.lowercased() })
  }

  /// The guide lists a language a row: `| Go | `go`, `golang` |`.
  @Test func isListedInTheGuide() throws {
    let guide = try PackageFolder.text(of: "docs/guide/techdocs.md")
    let section = try #require(guide.firstRange(of: "\n### Languages\n"))
    let rows = guide[section.upperBound...].split(separator: "\n", omittingEmptySubsequences: false)
      .drop { !$0.hasPrefix("| ") }
      .prefix { $0.hasPrefix("| ") }
    let listed = rows.dropFirst(2).map { row in
      row.split(separator: "`").enumerated().filter { $0.offset % 2 == 1 }.map {
        String($0.element)
      }
    }
    #expect(Set(listed) == Set(Highlighter.languages))
  }
}
