import Testing

@Suite struct LanguageTests {
  @Test func findsTheTokensOfEachLanguage() {
    #expect(LanguageSamples.all.count >= 42)
    for (language, marked) in LanguageSamples.all {
      let found = MarkedCode.marked(MarkedCode.plain(marked), language)
      #expect(found == marked, "\(language)")
    }
  }
}
