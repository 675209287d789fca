import Testing

@testable import CallboardSite

@Suite struct LabelWidthTests {
  @Test func addsTheWidthsOfLetters() {
    #expect(LabelWidth.of("", size: 13) == 0)
    #expect(LabelWidth.of("WWW", size: 10) > LabelWidth.of("iii", size: 10))
    #expect(LabelWidth.of("漢字", size: 10) == 22)
  }

  @Test func cutsWhatIsTooWide() {
    let (text, width) = LabelWidth.fitted("a name that is much too long", size: 13, limit: 80)
    #expect(text.hasSuffix("…"))
    #expect(width <= 80)
    #expect(LabelWidth.fitted("short", size: 13, limit: 80).text == "short")
  }

  @Test func cutsBetweenLettersAsReadersSeeThem() {
    let family = "👩‍👩‍👧‍👦"
    let (text, _) = LabelWidth.fitted(String(repeating: family, count: 20), size: 13, limit: 200)
    #expect(text.dropLast().allSatisfy { String($0) == family })
  }
}
