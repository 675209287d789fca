import CallboardTemplate
import CallboardTestSupport
import Foundation
import Testing

@testable import CallboardSite

@Suite struct UIStringsTests {
  static let languages = Theme.packedFiles.keys
    .filter { $0.hasPrefix(UIStrings.folder) && $0.hasSuffix(".yaml") }
    .map { String($0.dropFirst(UIStrings.folder.count).dropLast(".yaml".count)) }
    .sorted()

  @Test func isCarriedInSevenLanguages() {
    #expect(Self.languages == ["ar", "de", "en", "es", "fr", "ja", "zh"])
  }

  @Test(arguments: UIStringsTests.languages)
  func hasTheKeysOfEnglishInEveryLanguage(_ language: String) {
    let files = Theme.packedFiles.filter { $0.key == "\(UIStrings.folder)\(language).yaml" }
    let alone = UIStrings(language: language, files: files)
    let missing = Set(UIStrings.english.keys).subtracting(alone.keys)
    let unknown = Set(alone.keys).subtracting(UIStrings.english.keys)
    #expect(missing.isEmpty, "theme/strings/\(language).yaml lacks \(missing.sorted())")
    #expect(unknown.isEmpty, "English lacks \(unknown.sorted())")
  }

  @Test(arguments: UIStringsTests.languages)
  func takesTheSameValuesInEveryLanguage(_ language: String) throws {
    let strings = UIStrings(language: language, files: Theme.packedFiles)
    for key in strings.keys {
      let english = try #require(UIStrings.english[key])
      let phrase = try #require(strings[key])
      #expect(phrase.isPlural == english.isPlural, "\(key) in \(language)")
      let names = { (phrase: Phrase) in
        Set(phrase.valueNames.map { $0.lowercased() }).subtracting(phrase.isPlural ? ["count"] : [])
      }
      #expect(names(phrase) == names(english), "\(key) in \(language)")
    }
  }

  @Test(arguments: UIStringsTests.languages)
  func hasAFormForEveryNumberOfItsLanguage(_ language: String) throws {
    let strings = UIStrings(language: language, files: Theme.packedFiles)
    let needed = Set((1...200).map { PluralCategory.of($0, in: language) })
    for key in strings.keys {
      let phrase = try #require(strings[key])
      guard phrase.isPlural else { continue }
      #expect(phrase.categories.isSuperset(of: needed), "\(key) in \(language)")
    }
  }

  @Test func takesEnglishWhereATranslationIsMissing() {
    var files = Theme.packedFiles
    files["strings/de.yaml"] = Array("nav.search: Suche\n".utf8)
    let strings = UIStrings(language: "de-AT", files: files)
    #expect(strings.language == "de")
    #expect(strings.text("nav.search") == "Suche")
    #expect(strings.text("nav.catalog") == "Catalog")
  }

  @Test func takesEnglishForALanguageWithoutAFile() {
    let strings = UIStrings(language: "tlh", files: Theme.packedFiles)
    #expect(strings.language == "en")
    #expect(strings.text("nav.search") == "Search")
  }

  @Test func choosesTheFormThatGoesWithTheNumber() {
    let arabic = UIStrings(language: "ar", files: Theme.packedFiles)
    #expect(arabic.text("common.pages", count: 1) == "صفحة واحدة")
    #expect(arabic.text("common.pages", count: 2) == "صفحتان")
    #expect(arabic.text("common.pages", count: 5) == "5 صفحات")
    #expect(arabic.text("common.pages", count: 11) == "11 صفحة")
    #expect(UIStrings.english.text("common.pages", count: 1) == "1 page")
    #expect(UIStrings.english.text("common.pages", count: 0) == "0 pages")
    let french = UIStrings(language: "fr", files: Theme.packedFiles)
    #expect(french.text("common.pages", count: 0) == "0 page")
  }

  @Test func writesDaysAsTheLanguageDoes() {
    let date = CommitDate(secondsSince1970: 1_795_219_200)
    let labels = ["en", "de", "es", "ja"].map {
      date.label(UIStrings(language: $0, files: Theme.packedFiles))
    }
    #expect(
      labels == ["21 November 2026", "21. November 2026", "21 de noviembre de 2026", "2026年11月21日"]
    )
  }

  @Test func readsValuesAndCodeInAPhrase() {
    #expect(
      Phrase.parts(of: "Put {name} into `a.yaml`: {1} {") == [
        .text("Put "), .value("name"), .text(" into "), .code("a.yaml"), .text(": {1} {"),
      ]
    )
  }

  @Test func escapesTextAndKeepsMarkupInPhrases() throws {
    let page = try render(#"{% set b %}<b>x</b>{% endset %}{{ "redirect.text" | t(link=b) }}"#)
    #expect(page == "It is now at <b>x</b>.")
    #expect(try render(#"{{ "redirect.text" | t(link="<i>") }}"#) == "It is now at &lt;i&gt;.")
  }

  @Test func refusesAKeyThatThereIsNot() {
    let error = #expect(throws: TemplateError.self) { try render(#"{{ "nav.serch" | t }}"#) }
    #expect(error?.help == ["Change it to 'nav.search'."])
  }

  @Test func refusesAPhraseWithoutAValueThatItNeeds() {
    #expect(throws: TemplateError.self) { try render(#"{{ "redirect.text" | t }}"#) }
    #expect(throws: TemplateError.self) { try render(#"{{ "common.pages" | t }}"#) }
  }

  private func render(_ template: String) throws -> String {
    var options = TemplateOptions()
    options.filters["t"] = UIStrings.english.filter
    let environment = try TemplateEnvironment(
      mode: .theme,
      sources: ["page.html": Array(template.utf8)],
      options: options
    )
    return String(
      decoding: try environment.render("page.html", context: TemplateObject()),
      as: UTF8.self
    )
  }
}
