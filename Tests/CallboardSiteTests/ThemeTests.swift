import CallboardCatalog
import CallboardTestSupport
import Foundation
import Testing

@testable import CallboardSite

/// Checks of the theme that the binary carries.
@Suite struct ThemeTests {
  @Test func compilesEveryTemplate() throws {
    #expect(throws: Never.self) {
      try Theme(files: Theme.packedFiles, version: "test")
    }
  }

  @Test func hasEveryIconThatATemplateNames() throws {
    let theme = try Theme(files: Theme.packedFiles, version: "test")
    for (path, bytes) in Theme.packedFiles where path.hasPrefix("templates/") {
      let text = String(decoding: bytes, as: UTF8.self)
      for match in text.matches(of: /assets\.sprite, "([a-z-]+)"|sprite }}#([a-z-]+)"/) {
        let name = String(match.1 ?? match.2 ?? "")
        #expect(theme.assets.hasIcon(name), "\(path) names '\(name)'")
      }
    }
  }

  @Test func hasAnIconForEveryKind() throws {
    let theme = try Theme(files: Theme.packedFiles, version: "test")
    for kind in ["component", "api", "system", "domain", "group", "user", "unheard-of"] {
      #expect(theme.assets.hasIcon(KindStyle.icon(of: kind, in: .builtIn)), "\(kind)")
    }
  }

  @Test func packsEveryFileOfTheFolder() throws {
    let folder = PackageFolder.url.appending(path: "theme")
    let onDisk = try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter { path in
      !URL(filePath: folder.path + "/" + path).hasDirectoryPath
        && (try? Data(contentsOf: folder.appending(path: path))) != nil
    }
    #expect(Set(Theme.packedFiles.keys) == Set(onDisk))
  }

  @Test func namesAMissingFileOfItsManifest() {
    var files = Theme.packedFiles
    files["scripts/boot.js"] = nil
    let error = #expect(throws: ThemeError.self) { try Theme(files: files, version: "test") }
    #expect(error?.summary.contains("scripts/boot.js") == true)
  }

  @Test func makesOneSymbolOfAnIcon() {
    let icon = """
      <svg xmlns="http://www.w3.org/2000/svg" width="24" height="24" viewBox="0 0 24 24" fill="none">\
      <path d="M0 0"/></svg>
      """
    let sprite = String(
      decoding: IconSprite.make(from: ["icons/dot.svg": Array(icon.utf8)]),
      as: UTF8.self
    )
    #expect(
      sprite.contains(
        "<symbol id=\"dot\" viewBox=\"0 0 24 24\" fill=\"none\"><path d=\"M0 0\"/></symbol>"
      )
    )
  }
}
