import CallboardTestSupport
import Foundation
import Testing

@testable import CallboardSite

/// Holds the docs of the theme against the theme.
@Suite struct ThemeReferenceTests {
  /// Names in code at the start of the rows of a table below a heading.
  private func names(in page: String, below heading: String) throws -> Set<String> {
    let text = try PackageFolder.text(of: page)
    let section = try #require(text.components(separatedBy: "\n\(heading)\n").dropFirst().first)
    let end = section.firstRange(of: "\n## ")?.lowerBound ?? section.endIndex
    let rows = section[..<end].split(separator: "\n").filter { $0.hasPrefix("| `") }
    return Set(
      rows.flatMap { row in
        (row.split(separator: "|").first ?? "").matches(of: /`([a-z0-9-]+)`/).map { String($0.1) }
      }
    )
  }

  @Test func listsEveryToken() throws {
    var sheet = TokenSheet()
    sheet.add(css: try #require(Theme.packedFiles["styles/tokens.css"]))
    let listed = try names(in: "docs/reference/site-yaml.md", below: "### theme.tokens")
    #expect(listed == Set(sheet.names))
  }

  @Test func listsEverySlot() throws {
    let theme = try Theme(files: Theme.packedFiles, version: "test")
    let slots = SiteTheme.slots(of: theme)
    #expect(slots.count > 10)
    #expect(try names(in: "docs/guide/theming.md", below: "## Slots") == Set(slots))
  }

  @Test func listsEveryStackOfFonts() throws {
    let manifest = try ThemeManifest(files: Theme.packedFiles)
    let text = try PackageFolder.text(of: "docs/reference/site-yaml.md")
    for stack in manifest.fonts.keys { #expect(text.contains("`\(stack)`"), "\(stack)") }
  }
}
