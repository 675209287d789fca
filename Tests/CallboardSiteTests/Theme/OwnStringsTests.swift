import CallboardDiagnostics
import Testing

@testable import CallboardSite

/// Words of the operator's in place of the theme's.
@Suite struct OwnStringsTests {
  /// Words of the operator's, the finding that they make, and its help.
  static let faults: [(text: String, id: String, help: String)] = [
    ("nav.dcos: Manuals\n", "theme-string-unknown", "Change it to 'nav.docs'."),
    ("nav:\n  docs: Manuals\n", "theme-string-unknown", "such as 'nav.docs'"),
    ("nav.docs: [Manuals]\n", "theme-string-invalid", "Write a text"),
    ("common.percent: '{nmuber} %'\n", "theme-string-invalid", "'{number}'"),
  ]

  @Test(arguments: faults.indices) func namesWordsThatNoPageShows(index: Int) throws {
    let (text, id, help) = Self.faults[index]
    let theme = try SiteTheme(
      ThemeSettings(),
      folderFiles: ["strings/en.yaml": Array(text.utf8)],
      folder: "portal"
    )
    let found = theme.findings(in: try theme.theme(version: "1"))
    #expect(found.map(\.id.rawValue) == [id])
    #expect(found.first?.help.first?.contains(help) == true, "\(found)")
    #expect(found.first?.span?.file.path == "portal/strings/en.yaml")
  }

  @Test func leavesFittingWordsAlone() throws {
    let words = "nav.docs: Manuals\ncommon.pages: {one: '{count} sheet', other: '{count} sheets'}\n"
    let theme = try SiteTheme(
      ThemeSettings(),
      folderFiles: ["strings/en.yaml": Array(words.utf8)],
      folder: "portal"
    )
    #expect(theme.findings(in: try theme.theme(version: "1")).isEmpty)
    #expect(theme.outdated([:]).isEmpty, "they need not come from a copy")
  }
}
